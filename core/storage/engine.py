"""Engines: one writing connection and several reading ones on SQLite, each in its thread; one pool on PostgreSQL."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from sqlalchemy import create_engine, event, make_url
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool, QueuePool

from core.storage.local import LocalEngine

READERS = 4
WRITER_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # NORMAL loses acknowledged marks on a power cut; FULL costs a third of a millisecond.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    # Without it REPLACE passes a BEFORE DELETE trigger.
    "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)
READER_PRAGMAS = (
    "PRAGMA busy_timeout=5000",
    "PRAGMA query_only=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)
POSTGRES_TIMEOUTS = {
    "statement_timeout": "10000",
    "lock_timeout": "3000",
    "idle_in_transaction_session_timeout": "15000",
}


@dataclass(frozen=True, slots=True)
class Engines:
    """The engine that writes and the one that reads; on PostgreSQL they are the same."""

    writer: AsyncEngine | LocalEngine
    reader: AsyncEngine | LocalEngine

    @property
    def embedded(self) -> bool:
        """Tell whether this is the one-file database, where one process writes at a time."""
        return self.writer.dialect.name == "sqlite"

    async def dispose(self) -> None:
        """Close all connections; without it the process never ends."""
        await self.reader.dispose()
        await self.writer.dispose()


def open_engines(url: str) -> Engines:
    """Open the database at `url` (sqlite+aiosqlite:///file or postgresql+asyncpg://…)."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        writer = _sqlite(parsed, WRITER_PRAGMAS, "BEGIN IMMEDIATE", size=1)
        return Engines(writer, _sqlite(parsed, READER_PRAGMAS, "BEGIN", size=READERS))
    engine = create_async_engine(
        parsed, hide_parameters=True, pool_size=10, connect_args={"server_settings": POSTGRES_TIMEOUTS}
    )
    return Engines(engine, engine)


def open_bare(url: str) -> AsyncEngine:
    """Open one unpooled engine for a migration."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(parsed, hide_parameters=True, poolclass=NullPool)
    engine = create_async_engine(parsed, hide_parameters=True, poolclass=NullPool)
    _attend(engine.sync_engine, WRITER_PRAGMAS, "BEGIN IMMEDIATE")
    return engine


def _sqlite(url: URL, pragmas: tuple[str, ...], begin: str, size: int) -> LocalEngine:
    engine = create_engine(
        url.set(drivername="sqlite"),
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        connect_args={"check_same_thread": False},
    )
    _attend(engine, pragmas, begin)
    return LocalEngine(engine, size, reads=pragmas is READER_PRAGMAS)


def _attend(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    # The driver's own transaction control begins too late and silently loses updates: it is switched off.
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        # Straight to the driver: going through SQLAlchemy costs more than the statement.
        cursor = connection.connection.cursor()
        cursor.execute(begin)
        cursor.close()


def sqlite_version() -> str:
    """Give the version of the SQLite library in use."""
    return sqlite3.sqlite_version
