"""SQLite from asyncio: each piece of work goes to a thread and back once, however many statements it runs.

A driver that hops for every cursor, statement and fetch costs several times what the statements themselves do.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Dialect, Engine

P = ParamSpec("P")
T = TypeVar("T")


class LocalConnection:
    """A connection of a `LocalEngine`, taken from its pool when it is first used."""

    def __init__(self, engine: "LocalEngine") -> None:
        """Wait for the first use."""
        self._engine = engine
        self._connection: Connection | None = None

    async def run_sync(self, act: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a function over the connection in a thread; what it raises is raised here.

        Cancelled, it waits for the thread first: nothing goes on behind the back of whoever comes next.
        """
        return await self._engine.aside(lambda: act(self._opened(), *args, **kwargs))

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.sync_engine.connect()
        return self._connection

    async def commit(self) -> None:
        """Write what was done, durably, and give the connection back to the pool: one hop for both."""
        if self._connection is not None:
            await self._engine.aside(self._committed)

    def _committed(self) -> None:
        if self._connection is not None:
            self._connection.commit()
            self._connection.close()
            self._connection = None

    async def close(self) -> None:
        """Take back what was not committed, give the connection back to the pool."""
        if self._connection is None:
            return
        if self._engine.reads:
            # Nothing is written, so nothing is waited for: a thread would cost more than it saves.
            self._connection.close()
        else:
            await self._engine.aside(self._connection.close)


class LocalEngine:
    """An engine over a file, with as many threads as connections. Offers what is used of SQLAlchemy's AsyncEngine."""

    def __init__(self, engine: Engine, connections: int, *, reads: bool) -> None:
        """Wrap an engine whose pool holds `connections`; `reads`: that is all they can do."""
        self.sync_engine = engine
        self.reads = reads
        self._threads = ThreadPoolExecutor(connections, "storage")
        # Whoever waits for a connection waits here, not in a thread that others need to give theirs back.
        self._free = asyncio.Semaphore(connections)

    @property
    def dialect(self) -> Dialect:
        """The dialect of the engine."""
        return self.sync_engine.dialect

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[LocalConnection]:
        """Lend a connection; what is not committed is taken back."""
        async with self._free:
            connection = LocalConnection(self)
            try:
                yield connection
            finally:
                await connection.close()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[LocalConnection]:
        """Lend a connection; leaving the block commits, an exception takes everything back."""
        async with self.connect() as connection:
            yield connection
            await connection.commit()

    async def transact(self, act: Callable[[Connection], T]) -> T:
        """Run a whole transaction in one hop: what is left without an exception is committed, all else taken back."""
        async with self._free:
            return await self.aside(lambda: self._whole(act))

    def _whole(self, act: Callable[[Connection], T]) -> T:
        with self.sync_engine.begin() as db:
            return act(db)

    async def aside(self, act: Callable[[], T]) -> T:
        """Run something in a thread of the engine, to its end even when cancelled."""
        future: Future[T] = self._threads.submit(act)
        waiting = asyncio.wrap_future(future)
        try:
            return await asyncio.shield(waiting)
        except asyncio.CancelledError:
            while not waiting.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait([waiting])
            raise

    async def dispose(self) -> None:
        """Close all connections and threads; a second time does nothing."""
        await asyncio.to_thread(self.sync_engine.dispose)
        self._threads.shutdown(wait=False)
