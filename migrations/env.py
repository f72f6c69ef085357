"""Alembic's entrance: the connection is handed in by `core.storage.schema`."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from core.storage.rows import Row


def _type_name(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    # Our column types are stored as plain ones: migrations must not depend on the program's classes.
    if kind == "type" and type(item).__module__ == "core.storage.types":
        return f"sa.{item.impl!r}"
    return False


def run(connection: Connection) -> None:
    """Run the steps on an open connection, in its transaction."""
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=_type_name,
        compare_type=True,
        transactional_ddl=True,
    )
    context.run_migrations()


run(context.config.attributes["connection"])
