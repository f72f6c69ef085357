"""Which of the statements that were asked read a whole table."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, event

from tests.world import World


@contextmanager
def asked(world: World) -> Iterator[dict[str, Any]]:
    """Note every statement but plain inserts, with values it was asked with."""
    statements: dict[str, Any] = {}

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
            statements.setdefault(statement, parameters)

    engines = [engine.sync_engine for engine in (world.engines.reader, world.engines.writer)]
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield statements
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


async def scans(world: World, statements: dict[str, Any], tables: str) -> list[tuple[str, str]]:
    """Give the steps by which SQLite would read one of these tables or aliases whole, each with its statement."""
    whole = re.compile(rf"^SCAN ({tables})\b")

    def steps(db: Connection) -> list[tuple[str, str]]:
        return [
            (step, statement[:300])
            for statement, parameters in statements.items()
            for *_, step in db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            if whole.match(step)
        ]

    async with world.works.reading() as work:
        return await work.run(steps)
