"""Telling: what happened becomes letters, duties become nudges, and both reach their chats (SPEC chapter 8)."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from core.storage.gateways import outbox
from core.storage.work import Works
from locales import Translators
from notifications.evenings import tell_evenings
from notifications.event_reminders import remind_of_events
from notifications.forecasts import foretell
from notifications.fridays import tell_fridays
from notifications.glances import refresh
from notifications.leadership import Leadership, this_process
from notifications.limits import Pace
from notifications.notices import send_scheduled
from notifications.post import Post
from notifications.publisher import publish
from notifications.reminders import remind
from notifications.sender import Sender
from notifications.ticker import Ticker
from notifications.watch import watch

__all__ = ["Notifications", "Pace"]

log = logging.getLogger(__name__)

_BY_CLOCK = (remind, watch, foretell, remind_of_events, tell_evenings, tell_fridays)
"""Whatever writes letters by the hour and not by anybody's act."""

PUBLISH_SECONDS, REMIND_SECONDS, LEAD_SECONDS = 2.0, 15.0, 1.0
IDLE_SECONDS = 0.005
GATHER_SECONDS = 0.15
"""A teacher's taps come in bursts; an absence may wait this long without anybody noticing."""


class _Loop:
    """Does something each time it is rung, but only while this process leads."""

    def __init__(self, act: Callable[[], Awaitable[object]], gather: float = 0.0) -> None:
        self._act = act
        self._gather = gather
        self._bell = asyncio.Event()
        self._stopping = False

    def ring(self) -> None:
        """Do it soon."""
        self._bell.set()

    def finish(self) -> None:
        """Do it no more, once what is being done is done."""
        self._stopping = True
        self._bell.set()

    async def run(self) -> None:
        while True:
            await self._bell.wait()
            await asyncio.sleep(self._gather)
            self._bell.clear()
            if self._stopping:
                return
            try:
                await self._act()
            except Exception:  # what fails now is tried again at the next ring
                log.exception("notifications failed")


class Notifications:
    """Publisher, reminders and sender of one process. They work while it leads, and take over when nobody else does."""

    def __init__(
        self, works: Works, translators: Translators, post: Post, pace: Pace | None = None, owner: str | None = None
    ) -> None:
        """`pace` is Telegram's unless a test is in a hurry; `owner` names this run among others on the database."""
        self._works = works
        self._leadership = Leadership(works, owner or this_process(), _monotonic)
        self._sender = Sender(works, translators, post, self._leadership, pace or Pace())
        self._publishing = _Loop(self._publish, GATHER_SECONDS)
        self._reminding = _Loop(self._remind)
        self._leading = _Loop(self._leadership.hold)
        self._recalling = _Loop(self._sender.recall)
        self._grouping = _Loop(self._sender.post_to_groups)
        often = dict.fromkeys((self._publishing.ring, self._recalling.ring), PUBLISH_SECONDS)
        self._ticker = Ticker(
            {
                **often,
                self._reminding.ring: REMIND_SECONDS,
                self._grouping.ring: REMIND_SECONDS,
                self._leading.ring: LEAD_SECONDS,
            }
        )
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begin to work; whatever fell due while nobody did is taken up at once (NTF-7)."""
        await self._leadership.hold()
        self._works.on_told = self._publishing.ring
        self._tasks = [asyncio.create_task(each.run()) for each in self._loops()]
        self._sender.start()
        self._ticker.start()
        self.ring()

    async def stop(self, seconds: float = 5.0) -> None:
        """Finish what is under way within so many seconds, settle it, and let another process lead."""
        if not self._tasks:
            return
        self._ticker.stop()
        self._works.on_told = _nobody
        for loop in self._loops():
            loop.finish()
        await self._sender.stop(seconds)
        _, late = await asyncio.wait(self._tasks, timeout=seconds)
        for task in late:
            task.cancel()
        with suppress(Exception):  # the lease ends by itself
            await self._leadership.give_back()

    def ring(self) -> None:
        """Look at everything at once: the clock was moved, or somebody is impatient."""
        self._publishing.ring()
        self._reminding.ring()
        self._sender.wake()

    async def idle(self) -> None:
        """Return when all that has happened is published, all reminders of this instant are written, and nothing that
        is due is left to be sent. Waits for ever while the messenger is out of reach.
        """
        await self._publish()
        await self._remind()
        while await self._unsettled():
            self._sender.wake()
            await asyncio.sleep(IDLE_SECONDS)
            await self._sender.still()
        await self._sender.recall()
        await self._sender.post_to_groups()

    async def _unsettled(self) -> bool:
        async with self._works.reading() as work:
            return await work.run(outbox.is_unsettled, work.now, self._sender.full())

    async def _publish(self) -> None:
        if not self._leadership.held:
            return
        await send_scheduled(self._works)
        if await publish(self._works):
            self._sender.wake()

    async def _remind(self) -> None:
        if not self._leadership.held:
            return
        await refresh(self._works)
        written = [await write(self._works) for write in _BY_CLOCK]
        if any(written):
            self._sender.wake()

    def _loops(self) -> tuple[_Loop, ...]:
        return self._publishing, self._reminding, self._leading, self._recalling, self._grouping


def _monotonic() -> float:
    return asyncio.get_running_loop().time()


def _nobody() -> None:
    """Nobody listens."""
