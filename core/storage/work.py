"""The unit of work: one connection, one transaction, one actor."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from core.model.access import Actor, Permit
from core.model.audit import AuditEntry
from core.model.clock import Clock
from core.model.events import Event
from core.model.ids import SchoolId
from core.model.people import Role
from core.storage.engine import Engines
from core.storage.gateways import audit, events, inbox
from core.storage.local import LocalConnection, LocalEngine
from core.storage.queries import actors

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C")

SYSTEM = Actor(account=None, telegram=None)


class AlreadyDone(Exception):
    """The effect of this update is stored already: it came twice (NTF-0)."""


class _Here:
    """A connection in the thread that uses it: what is run is done at once, nothing is waited for."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def run_sync(self, act: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return act(self._db, *args, **kwargs)


def _to_the_end(going: Coroutine[Any, Any, T]) -> T:
    try:
        going.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    going.close()
    raise RuntimeError("only storage may be waited for here; what waits for more opens a unit of work with `changing`")


async def _in_one_go(engine: AsyncEngine | LocalEngine, act: Callable[[Connection], T]) -> T:
    if isinstance(engine, LocalEngine):
        return await engine.transact(act)
    async with engine.begin() as connection:
        return await connection.run_sync(act)


def _begin(db: Connection, telegram: int | None, update_id: int | None, now: datetime) -> Actor:
    if update_id is not None and inbox.is_done(db, update_id):
        raise AlreadyDone
    return SYSTEM if telegram is None else actors.load(db, telegram, now)


class Work:
    """What a use case gets: who acts, when, and the storage behind `run`.

    `now` is the clock's instant; `sent_at` is when the person acted, by which deadlines and windows are judged (NTF-0).
    """

    def __init__(
        self,
        connection: AsyncConnection | LocalConnection | _Here,
        actor: Actor,
        now: datetime,
        sent_at: datetime | None = None,
        update_id: int | None = None,
    ) -> None:
        """Wrap a connection whose transaction somebody else opens and closes."""
        self._connection = connection
        self.actor = actor
        self.now = now
        self.sent_at = sent_at or now
        self.update_id = update_id
        self.told = False

    async def run(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a gateway or query function in this transaction."""
        return await self._connection.run_sync(query, *args, **kwargs)

    async def tell(self, *happened: Event) -> None:
        """Write what happened, to be told to those concerned once this transaction is committed (NTF-1)."""
        if happened:
            self.told = True
            await self.run(events.append, happened)

    async def audit(self, permit: Permit, *entries: AuditEntry) -> None:
        """Append to the school's audit chain, signed with the capacity that permitted the action (JRN-9, CTL-7)."""
        capacity = permit.capacity
        await self._sign(capacity.school, capacity.person, capacity.role, entries)

    async def audit_system(self, school: SchoolId, *entries: AuditEntry) -> None:
        """Append what the program itself or the command line did."""
        await self._sign(school, None, Role.SYSTEM, entries)

    async def _sign(self, school: SchoolId, person: int | None, role: Role, entries: tuple[AuditEntry, ...]) -> None:
        signed = audit.Signature(school, self.now, self.actor.account, person, role, self.update_id)
        if entries:
            await self.run(audit.append, signed, entries)


UseCase: TypeAlias = Callable[[Work, C], Coroutine[Any, Any, T]]


class Works:
    """Opens units of work. Writers queue for one lock: SQLite's own waiting is unfair and ten times slower."""

    def __init__(self, engines: Engines, clock: Clock, on_told: Callable[[], None] = lambda: None) -> None:
        """`on_told` is called after each commit that told something, to wake the publisher."""
        self.engines = engines
        self.clock = clock
        self.on_told = on_told
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[object] | None = None

    async def read(
        self,
        usecase: UseCase[C, T],
        command: C,
        telegram: int | None = None,
        actor: Actor | None = None,
        met: Callable[[Actor], None] = lambda _: None,
    ) -> T:
        """Run a use case that only reads and waits for nothing but storage, whole in one hop to it.

        Who acts is as in `reading`; `met` is told who it is before the use case begins. Raises what that raises.
        """
        now = self.clock.now()

        def go(db: Connection) -> T:
            who = actor or (SYSTEM if telegram is None else actors.load(db, telegram, now))
            met(who)
            return _to_the_end(usecase(Work(_Here(db), who, now), command))

        return await _in_one_go(self.engines.reader, go)

    async def change(
        self,
        usecase: UseCase[C, T],
        command: C,
        telegram: int | None = None,
        update_id: int | None = None,
        sent_at: datetime | None = None,
        met: Callable[[Actor], None] = lambda _: None,
    ) -> T:
        """Run a use case that writes and waits for nothing but storage: one transaction in one hop, as in `changing`.

        Raises what the use case raises, AlreadyDone when the update was handled before.
        """
        told = False

        def go(db: Connection) -> T:
            nonlocal told
            now = self.clock.now()
            who = _begin(db, telegram, update_id, now)
            met(who)
            work = Work(_Here(db), who, now, sent_at, update_id)
            result = _to_the_end(usecase(work, command))
            if update_id is not None:
                inbox.finish(db, [update_id], now)
            told = work.told
            return result

        async with self._turn():
            result = await _in_one_go(self.engines.writer, go)
        if told:
            self.on_told()
        return result

    @asynccontextmanager
    async def reading(self, telegram: int | None = None, actor: Actor | None = None) -> AsyncIterator[Work]:
        """Open a read-only unit of work for the account of a Telegram id, or for the program itself.

        `actor` is that account's as it was read a moment ago.
        """
        async with self.engines.reader.connect() as connection:
            now = self.clock.now()
            if actor is None:
                actor = SYSTEM if telegram is None else await connection.run_sync(actors.load, telegram, now)
            yield Work(connection, actor, now)

    @asynccontextmanager
    async def changing(
        self, telegram: int | None = None, update_id: int | None = None, sent_at: datetime | None = None
    ) -> AsyncIterator[Work]:
        """Open a writing unit of work; leaving it commits, an exception rolls back.

        With `update_id` the inbox row is marked done in the same transaction. Raises AlreadyDone when it was before.
        """
        async with self._turn(), self.engines.writer.begin() as connection:
            now = self.clock.now()
            actor = await connection.run_sync(_begin, telegram, update_id, now)
            work = Work(connection, actor, now, sent_at, update_id)
            yield work
            if update_id is not None:
                await connection.run_sync(inbox.finish, [update_id], now)
        if work.told:
            self.on_told()

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        task = asyncio.current_task()
        if self._holder is task:
            raise RuntimeError("a unit of work inside another one would wait for itself")
        async with self._lock:
            self._holder = task
            try:
                yield
            finally:
                self._holder = None
