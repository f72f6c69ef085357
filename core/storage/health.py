"""What state the database is in, for the operator's check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from core.storage import schema
from core.storage.engine import open_engines
from core.storage.local import LocalEngine

# What `engine` asks for, as SQLite reports it: FULL is 2.
EXPECTED_PRAGMAS: Final = {
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "recursive_triggers": "1",
    "secure_delete": "1",
}


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """What was found. `fault` is the driver's own sentence when the database could not be asked, else None.

    `revision` is the database's, None for an empty one; `newest` the program's, and `known` tells whether the program
    knows how to come from the one to the other. `damage` holds SQLite's findings.
    """

    newest: str
    fault: str | None = None
    revision: str | None = None
    known: bool = True
    pragmas: tuple[tuple[str, str], ...] = ()
    damage: tuple[str, ...] = ()

    @property
    def wrong_pragmas(self) -> tuple[str, ...]:
        """Names of the settings of the embedded database that are not as they must be."""
        return tuple(name for name, value in self.pragmas if value != EXPECTED_PRAGMAS[name])


async def examine(url: str) -> DatabaseHealth:
    """Look at the database at `url` without changing its contents. Faults are told in the result, never raised."""
    try:
        engines = open_engines(url)
    except (SQLAlchemyError, ImportError) as error:
        return DatabaseHealth(schema.head(), fault=_sentence(error))
    try:
        return await _ask(engines.writer)
    except (SQLAlchemyError, OSError) as error:
        return DatabaseHealth(schema.head(), fault=_sentence(error))
    finally:
        await engines.dispose()


async def _ask(engine: AsyncEngine | LocalEngine) -> DatabaseHealth:
    async with engine.connect() as connection:
        return await connection.run_sync(_look)


def _look(db: Connection) -> DatabaseHealth:
    embedded = db.dialect.name == "sqlite"
    revision = schema.current(db)
    return DatabaseHealth(
        newest=schema.head(),
        revision=revision,
        known=revision is None or revision in schema.revisions(),
        pragmas=tuple((name, str(db.exec_driver_sql(f"PRAGMA {name}").scalar())) for name in EXPECTED_PRAGMAS)
        if embedded
        else (),
        damage=_damage(db) if embedded else (),
    )


def _damage(db: Connection) -> tuple[str, ...]:
    found = [str(row[0]) for row in db.exec_driver_sql("PRAGMA quick_check(3)")]
    return () if found == ["ok"] else tuple(found)


def _sentence(error: BaseException) -> str:
    cause = getattr(error, "orig", None) or error
    return (str(cause).strip() or type(cause).__name__).splitlines()[0]
