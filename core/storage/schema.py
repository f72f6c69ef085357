"""Bringing the database to the present schema, from code, inside a running loop or outside of one."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from core.storage.engine import open_bare

SCRIPTS = "migrations"


class NewerSchema(Exception):
    """The database was written by a newer program; an older one must not touch it."""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", f"{SCRIPTS}:")
    config.attributes["connection"] = connection
    return config


def head() -> str:
    """Give the newest revision this program knows."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    return newest or ""


def revisions() -> frozenset[str]:
    """Give all revisions this program knows."""
    return frozenset(step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions())


def current(connection: Connection) -> str | None:
    """Give the revision of the database, None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def migrate(connection: Connection) -> None:
    """Upgrade to the newest revision in one transaction. Raises NewerSchema for a database from the future."""
    revision = current(connection)
    if revision is not None and revision not in revisions():
        raise NewerSchema(revision)
    if revision != head():
        command.upgrade(_config(connection), "head")


async def migrate_url(url: str) -> None:
    """Upgrade the database at `url`."""
    engine = open_bare(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(migrate)
    finally:
        await engine.dispose()
