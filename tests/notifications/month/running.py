"""Publisher and sender under a clock that jumps from one due time to the next, and the messenger that they write to."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from sqlalchemy import update

from core.model.ids import SchoolId
from core.storage.gateways import outbox
from core.storage.rows import AccountRow
from notifications.acquaintance import get_to_know
from notifications.evenings import tell_evenings
from notifications.fridays import tell_fridays
from notifications.leadership import Leadership, this_process
from notifications.notices import send_scheduled
from notifications.publisher import publish
from notifications.sender import Sender
from tests.fakes.post import FakePost
from tests.notifications.conftest import HURRY, WORDS
from tests.notifications.month.expected import FRIDAY, Expected
from tests.notifications.month.reading import Arrived, read
from tests.notifications.month.script import DAY, LAST, Happening, days
from tests.notifications.month.stage import Stage
from tests.world import MOSCOW

# Nothing may be told a minute too early: there somebody looks, too.
PROBES = (time(6, 59), time(16, 29), time(18, 59))
# These are told minutes later: nobody need look at once.
LATER = ("marks", "homework", "remarks")
END = datetime.combine(LAST + 4 * DAY, time(12))


@dataclass
class Phones:
    """What chats show, by the school's clock: `post` answers as it likes, `shown` is what arrived."""

    stage: Stage
    post: FakePost = field(default_factory=FakePost)

    def __post_init__(self) -> None:
        """Keep the school's time of whatever arrives."""
        self.times: list[datetime] = []

    def now(self) -> datetime:
        """Give the school's local time."""
        return self.stage.world.clock.now().astimezone(MOSCOW).replace(tzinfo=None)

    def mark(self) -> None:
        """Note that everything which arrived since the last mark arrived now."""
        self.times += [self.now()] * (len(self.post.arrived) - len(self.times))

    def shown(self) -> dict[str, list[Arrived]]:
        """Give every chat's messages in order."""
        names = {chat: name for name, chat in self.stage.chats.items()}
        found: dict[str, list[Arrived]] = defaultdict(list)
        for delivery, at in zip(self.post.arrived, self.times, strict=True):
            if name := names.get(delivery.message.chat):
                found[name].append(read(delivery.message, at, delivery.message_id))
        return found


class Teller:
    """One process that publishes and sends; `settle` returns when nothing that is due is left."""

    def __init__(self, phones: Phones) -> None:
        """Make ready; `start` begins."""
        self._works, self._phones = phones.stage.world.works, phones
        loop = asyncio.get_running_loop()
        self._leadership = Leadership(self._works, this_process(), loop.time)
        self._sender = Sender(self._works, WORDS, phones.post, self._leadership, HURRY)

    async def start(self) -> None:
        """Lead, and send."""
        await self._leadership.hold()
        await self._works.change(get_to_know, [SchoolId(self._phones.stage.world.school)])
        self._sender.start()

    async def stop(self) -> None:
        """End in order."""
        await self._sender.stop(1.0)
        await self._leadership.give_back()

    async def settle(self) -> None:
        """Publish what happened and send what is due."""
        await self._leadership.hold()
        await send_scheduled(self._works)
        await publish(self._works)
        if self._phones.now().time() >= FRIDAY:
            await tell_fridays(self._works)
            await tell_evenings(self._works)
        while await self._unsettled():
            self._sender.wake()
            await asyncio.sleep(0.002)
            await self._sender.still()
        self._phones.mark()

    async def _unsettled(self) -> bool:
        async with self._works.reading() as work:
            return await work.run(outbox.is_unsettled, work.now, self._sender.full())


def stops(
    month: Sequence[Happening], wanted: Mapping[str, Sequence[Expected]]
) -> list[tuple[datetime, list[Happening]]]:
    """Give the instants at which somebody looks: happenings, due times, and some minutes before usual ones."""
    by_time: dict[datetime, list[Happening]] = {datetime.combine(day, at): [] for day in days() for at in PROBES}
    for due in (one.at for some in wanted.values() for one in some):
        by_time.setdefault(due, [])
    for happening in month:
        by_time.setdefault(happening.at, []).append(happening)
    by_time[END] = []
    return sorted(by_time.items(), key=lambda each: each[0])


async def play(
    phones: Phones,
    month: Sequence[Happening],
    wanted: Mapping[str, Sequence[Expected]],
    settled: Callable[[int], None] = lambda _stop: None,
    begin: int = 0,
) -> None:
    """Let the month pass from the stop `begin` on; `settled` hears of each stop at which nothing is left to be told."""
    stage, teller = phones.stage, Teller(phones)
    await stage.resume()
    coming, due = month[stage.played :], {one.at for some in wanted.values() for one in some}
    halts = stops(month, wanted)
    _look_at(stage, halts[begin][0])
    await teller.start()
    for number, (at, happenings) in enumerate(halts[begin:], begin):
        _look_at(stage, at)
        if at.time() == PROBES[0]:
            await alive(stage)
        for happening in happenings:
            if happening in coming:
                await stage.play(happening)
        if not (happenings and all(each.what in LATER for each in happenings) and at not in due):
            await teller.settle()
            settled(number)
    await teller.stop()


def _look_at(stage: Stage, at: datetime) -> None:
    stage.world.clock.instant = at.replace(tzinfo=MOSCOW).astimezone(UTC)


async def alive(stage: Stage) -> None:
    """Let every family press something: nobody is out of reach (NTF-9)."""
    seen = update(AccountRow).values(seen_at=stage.world.clock.now())
    async with stage.world.works.changing() as work:
        await work.run(lambda db: db.execute(seen))
