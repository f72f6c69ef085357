"""The sender: claims what is due, composes it of the present truth, hands it to the carrier (NTF-1, NTF-7)."""

import asyncio
import logging
from contextlib import suppress
from datetime import datetime, timedelta

from core.model.ids import AccountId
from core.storage.gateways import folding, outbox
from core.storage.gateways.outbox import Claim, Draft, Settlement
from core.storage.work import Work, Works
from locales import Translators
from notifications.carrier import ATTEMPTS, Carrier, Ready
from notifications.compose import Composed, Spoilt, compose
from notifications.group_posts import GroupPoster
from notifications.holding import hold_back
from notifications.leadership import Leadership
from notifications.letter import Letter
from notifications.limits import AN_HOUR, Pace
from notifications.outgoing import outgoing
from notifications.policy import FOLDED_KINDS, NO_ALARM
from notifications.post import Post
from notifications.recall import Recaller
from notifications.settler import Settler

log = logging.getLogger(__name__)

BATCH = 50
POLL_SECONDS = 1.0
LEASE = timedelta(minutes=2)
"""Longer than a letter may wait in the queue and be tried twice."""
LONG_SILENCE = timedelta(hours=1)
"""What should have gone longer ago than this comes as one message per child."""
NOTHING, WITHDRAWN = "nothing", "withdrawn"


class Sender:
    """Sends what is due. Of one chat one letter is under way at a time, in order; urgent ones go first."""

    def __init__(self, works: Works, translators: Translators, post: Post, leadership: Leadership, pace: Pace) -> None:
        """Remember whom to ask; nothing is sent before `start`."""
        self._works, self._translators, self._leadership = works, translators, leadership
        self._workers = pace.workers
        self._settler = Settler(works, self.wake)
        self._carrier = Carrier(post, self._settler, pace, works.clock, lambda: leadership.held)
        self._carrier.on_room = self.wake
        self._recaller = Recaller(works, translators, post, self._carrier.let)
        self._poster = GroupPoster(works, translators, post, self._carrier.let_out)
        self._wake = asyncio.Event()
        self._knows_hour = False
        self._claiming: asyncio.Task[None] | None = None
        self._tasks: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """Look for due letters at once."""
        self._wake.set()

    async def still(self) -> None:
        """Wait until nothing is under way."""
        await self._carrier.still()

    def full(self) -> frozenset[int]:
        """Give the accounts that have had their share of the hour."""
        return self._carrier.full()

    async def recall(self) -> int:
        """Edit and take back what was asked for; gives how many are settled."""
        return await self._recaller.run() if self._carrier.open and self._leadership.held else 0

    async def post_to_groups(self) -> int:
        """Tell groups what is due, leave those that nobody bound; gives how many posts arrived."""
        return await self._poster.run() if self._carrier.open and self._leadership.held else 0

    def start(self) -> None:
        """Begin to send."""
        workers = [self._carrier.work() for _ in range(self._workers)]
        self._tasks = [asyncio.create_task(each) for each in (self._settler.run(), *workers)]
        self._claiming = asyncio.create_task(self._run())

    async def stop(self, seconds: float) -> None:
        """Take nothing new, let what is under way arrive for so many seconds, put back what waits."""
        self._carrier.stop()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._carrier.still()
        tasks = [*self._tasks, *([self._claiming] if self._claiming else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            try:
                await self._round()
            except Exception:  # the sender outlives whatever fails in one round
                log.exception("the sender failed")
                await asyncio.sleep(POLL_SECONDS)
            # Not wait_for: where the event and a cancellation meet, it forgets the cancellation (Python 3.11).
            with suppress(TimeoutError):
                async with asyncio.timeout(POLL_SECONDS):
                    await self._wake.wait()
            self._wake.clear()

    async def _round(self) -> None:
        self._knows_hour = self._knows_hour and self._leadership.held
        while self._carrier.open and self._leadership.held:
            if not self._knows_hour:
                # Somebody else may have sent until now: a restart gives nobody a second share of the hour.
                self._carrier.hour.remember(await self._works.read(_sent_lately, AN_HOUR))
                self._knows_hour = True
            claim = self._next_claim()
            if claim is None or not await self._take(*claim):
                return

    def _next_claim(self) -> tuple[int, bool] | None:
        """How many letters to claim, and whether only urgent ones: those find room at any time."""
        if self._carrier.in_trouble:
            return None if self._carrier.busy else (1, False)
        room = BATCH - self._carrier.waiting
        return (room, False) if room >= BATCH // 2 else (BATCH, True)

    async def _take(self, room: int, urgent_only: bool) -> bool:
        aside, full = self._carrier.aside(), self._carrier.full()
        wanted = Claim(room, self._works.clock.now() + LEASE, aside, full, urgent_only)
        if not await self._works.read(_is_due, wanted):
            return False
        drafts = await self._works.change(_claim, wanted)
        self._carrier.reserve(drafts)
        try:
            await self._hand_over(drafts)
        except Exception:
            await self._give_up(drafts)
            raise
        return True

    async def _give_up(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            self._carrier.rest(draft)
            self._carrier.free(draft)
        await self._settler.release(*drafts)

    async def _hand_over(self, drafts: list[Draft]) -> None:
        entitled = [draft for draft in drafts if draft.entitled]
        letters = await self._works.read(self._compose, entitled) if entitled else {}
        ended = []
        for draft in drafts:
            match letters.get(draft.id):
                case Letter() as letter:
                    self._carrier.put(Ready(draft, outgoing(self._translators, draft, letter), letter.told))
                case Spoilt():
                    ended.append(self._spoilt(draft))
                case None:
                    outcome = NOTHING if draft.entitled else WITHDRAWN
                    ended.append(self._ended(draft, outcome))
        await asyncio.gather(*ended)

    async def _compose(self, work: Work, drafts: list[Draft]) -> Composed:
        return await compose(work, self._translators, drafts)

    async def _ended(self, draft: Draft, outcome: str, reason: str | None = None) -> None:
        await self._settler.settle(Settlement(draft.id, draft.token, outcome, reason=reason))
        self._carrier.free(draft)

    async def _spoilt(self, draft: Draft) -> None:
        if draft.attempts + 1 >= ATTEMPTS:
            await self._ended(draft, outbox.DEAD, outbox.SPOILT)
            return
        self._carrier.rest(draft)
        await self._settler.release(draft, attempts=1)
        self._carrier.free(draft)


async def _sent_lately(work: Work, span: timedelta) -> list[tuple[AccountId, datetime]]:
    return await work.run(folding.sent_since, work.now - span)


async def _is_due(work: Work, wanted: Claim) -> bool:
    if await work.run(outbox.is_due, work.now, wanted):
        return True
    return bool(wanted.full) and await work.run(folding.is_too_much, wanted.full, FOLDED_KINDS, work.now)


async def _claim(work: Work, wanted: Claim) -> list[Draft]:
    await work.run(folding.calm_down, work.now - NO_ALARM)
    await work.run(folding.fold, FOLDED_KINDS, work.now - LONG_SILENCE, work.now)
    if wanted.full:
        await work.run(folding.roll_up, wanted.full, FOLDED_KINDS, work.now)
    return await hold_back(work, await work.run(outbox.claim, wanted, work.now))
