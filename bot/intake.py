"""The way in: an update is on disk before Telegram is told that it arrived, then handled in order (NTF-0).

aiogram's own polling confirms updates first and loses them in a crash; it is not used.
"""

import asyncio
import contextlib
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from core.storage.gateways import inbox
from core.storage.gateways.inbox import Arrival, Pending
from core.storage.work import Work, Works

log = logging.getLogger(__name__)

Update = dict[str, Any]
Handle = Callable[[Update, int, datetime], Awaitable[None]]
GiveUp = Callable[[Update], Awaitable[None]]

ATTEMPTS = 5
BACKOFF = (0.2, 1.0, 3.0, 9.0)
AT_ONCE = 50
FLUSH_SECONDS = 0.2
KEPT_IDS = timedelta(hours=48)
BACKLOG = 500


class Intake:
    """Keeps updates, hands each person's to the handler one after the other, marks them done."""

    def __init__(self, works: Works, handle: Handle, give_up: GiveUp) -> None:
        """`handle` gets the raw update, its id and when it came; `give_up` tells whoever sent one that failed."""
        self._works = works
        self._handle = handle
        self._give_up = give_up
        self._queues: dict[int, deque[Pending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._finished: list[int] = []
        self._flusher: asyncio.Task[None] | None = None
        self._accepting = True
        self._served = asyncio.Event()

    async def start(self) -> None:
        """Take up what was left from before."""
        now = self._works.clock.now()
        async with self._works.changing() as work:
            await work.run(inbox.sweep, now - KEPT_IDS)
        async with self._works.reading() as work:
            left = await work.run(inbox.pending, now, 10_000)
        self._enqueue(left)

    async def keep(self, updates: Iterable[Update]) -> None:
        """Keep updates and begin to handle those that are new. When this returns they are on disk."""
        arrivals = [Arrival(u["update_id"], _user_of(u), _body(u)) for u in updates]
        if not arrivals:
            return
        fresh, now = await self._works.change(_keep, arrivals)
        self._enqueue(Pending(a.update_id, a.user_id, a.body, now, 0) for a in fresh)

    @property
    def backlog(self) -> int:
        """How many updates wait for their turn."""
        return sum(len(queue) for queue in self._queues.values())

    async def room(self) -> None:
        """Wait while too many updates are queued; memory stays bounded, the rest waits at Telegram's."""
        while self.backlog > BACKLOG:
            self._served.clear()
            await self._served.wait()

    async def drained(self) -> None:
        """Wait until everything that was kept has been handled."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    def _enqueue(self, arrived: Iterable[Pending]) -> None:
        for pending in arrived:
            key = pending.user_id or 0
            queue = self._queues.get(key)
            if queue is not None:
                queue.append(pending)
                continue
            self._queues[key] = deque([pending])
            task = asyncio.create_task(self._serve(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, key: int) -> None:
        queue = self._queues[key]
        try:
            while queue and self._accepting:
                async with self._slots:
                    await self._attend(queue[0])
                queue.popleft()
                self._served.set()
        finally:
            # What is left is on disk; the next start takes it up.
            del self._queues[key]

    async def _attend(self, pending: Pending) -> None:
        update = json.loads(pending.body)
        for attempt in range(pending.attempts, ATTEMPTS):
            try:
                await self._handle(update, pending.update_id, pending.received_at)
            except Exception as error:
                log.exception("update %s failed, attempt %s", pending.update_id, attempt + 1)
                await self._failed(pending, attempt, type(error).__name__)
                if attempt + 1 < ATTEMPTS:
                    # «Too many requests» says itself how long to wait.
                    await asyncio.sleep(getattr(error, "retry_after", BACKOFF[attempt]))
            else:
                self._finish(pending.update_id)
                return
        with contextlib.suppress(Exception):
            await self._give_up(update)

    async def _failed(self, pending: Pending, attempt: int, error: str) -> None:
        # A storage that can't note the failure either must not end the attempts, nor those behind in the queue.
        try:
            async with self._works.changing() as work:
                if attempt + 1 < ATTEMPTS:
                    await work.run(inbox.postpone, pending.update_id, work.now, error)
                else:
                    await work.run(inbox.bury, pending.update_id, work.now, error)
        except Exception:
            log.exception("the failure of update %s could not be noted", pending.update_id)

    def _finish(self, update_id: int) -> None:
        # A use case that wrote has marked its update already; reads are marked together, a moment later:
        # were they lost in a crash, a screen would be drawn twice, nothing more.
        self._finished.append(update_id)
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush_soon())

    async def _flush_soon(self) -> None:
        await asyncio.sleep(FLUSH_SECONDS)
        await self._flush()

    async def _flush(self) -> None:
        while self._finished:
            batch, self._finished = self._finished, []
            try:
                await self._works.change(_note_finished, batch)
            except Exception:
                log.exception("updates could not be marked done")
                # The next one that is handled tries again.
                self._finished = batch + self._finished
                return

    async def stop(self, seconds: float) -> None:
        """Finish what is under way within `seconds`; the rest stays in the inbox for the next start."""
        self._accepting = False
        if self._tasks:
            _, late = await asyncio.wait(set(self._tasks), timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._flusher is not None:
            await self._flusher
        await self._flush()


async def _keep(work: Work, arrivals: list[Arrival]) -> tuple[list[Arrival], datetime]:
    return await work.run(inbox.keep, arrivals, work.now), work.now


async def _note_finished(work: Work, updates: list[int]) -> None:
    await work.run(inbox.finish, updates, work.now)


def _body(update: Update) -> str:
    # Half a surrogate pair fits into JSON but not onto the disk, and one such update would stop all behind it.
    return json.dumps(update, ensure_ascii=False).encode(errors="replace").decode()


def _user_of(update: Update) -> int | None:
    for part in update.values():
        if isinstance(part, dict) and isinstance(part.get("from"), dict):
            user = part["from"].get("id")
            return user if isinstance(user, int) else None
    return None
