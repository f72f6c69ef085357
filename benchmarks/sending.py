"""What a push costs from the event to the settled letter, beside aiogram's send alone."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from sqlalchemy import Connection, insert

from benchmarks import school
from benchmarks.measure import Figure, Variant, by_turns
from benchmarks.running import Running, running
from benchmarks.school import FAMILY, Places
from benchmarks.server import serving
from benchmarks.wire import TOKEN
from bot.post import TelegramPost
from core.model.events import EventKind
from core.storage.rows import EventRow, RemarkRow
from notifications import Notifications, Pace
from notifications.post import Outcome, Outgoing, Sent

HASTE = Pace(per_second=100_000, margin=0.0, chat_gap=0.0, per_hour=1_000_000)
TEXT = "\n".join(f"{number}. Алгебра: отметка 5 за контрольную работу" for number in range(1, 5))


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """A comment for every child, told to each family; both over real HTTP."""
    places = await school.build(folder / "sending", school.TENTH)
    async with serving() as address, running(places) as run, posting(address) as (bot, post):
        notifications = Notifications(run.works, run.translators, post, HASTE)
        await notifications.start()
        await notifications.idle()
        try:
            found = await by_turns(
                {"bare send": _bare(bot, places), "ours": _pushes(run, post, notifications)}, rounds=5
            )
        finally:
            await notifications.stop()
    yield found.figure("a push: event, letter, composed, sent, settled", "ours", 3)


@asynccontextmanager
async def posting(address: str) -> AsyncIterator[tuple[Bot, "Counting"]]:
    """Give a bot that talks to an address, and its post."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    bot = Bot(TOKEN, session=session)
    yield bot, Counting(bot)
    await session.close()


class Counting(TelegramPost):
    """The bot's post; says when so many letters have left."""

    def __init__(self, bot: Bot) -> None:
        """Nothing has left yet."""
        super().__init__(bot)
        self.left = 0
        self.times: list[float] = []
        self._changed = asyncio.Event()

    async def send(self, message: Outgoing) -> Outcome:
        """Send, and count what has arrived."""
        self.times.append(time.monotonic())
        outcome = await super().send(message)
        self.left += isinstance(outcome, Sent)
        self._changed.set()
        return outcome

    async def left_at_least(self, count: int) -> None:
        """Wait until so many have left."""
        while self.left < count:
            self._changed.clear()
            await self._changed.wait()


def _bare(bot: Bot, places: Places) -> Variant:
    async def act() -> None:
        await bot.send_message(FAMILY, TEXT, parse_mode="HTML")

    return Variant(act, len(places.everybody))


def _pushes(run: Running, post: Counting, notifications: Notifications) -> Variant:
    clock: Any = run.works.clock
    everybody = run.places.everybody
    rounds = itertools.count()

    async def happen_and_arrive() -> None:
        async with run.works.changing() as work:
            await work.run(_write, run.places, next(rounds), clock.now())
        clock.shift(minutes=6)
        wanted = post.left + len(everybody)
        notifications.ring()
        await post.left_at_least(wanted)
        await asyncio.sleep(0.1)

    async def nothing() -> None:
        """All of a round is done at once, after it."""

    return Variant(nothing, len(everybody), after=happen_and_arrive)


def _write(db: Connection, places: Places, turn: int, now: Any) -> None:
    rows, events = [], []
    for seat, child in enumerate(places.everybody):
        number = turn * len(places.everybody) + seat + 1
        about = {"school_id": 1, "student_id": child}
        written = {"written_at": now, "written_by": places.teacher, "lesson_id": places.lesson}
        rows.append({"id": number, **about, **written, "text": "Хорошо отвечал у доски."})
        events.append({**about, "kind": EventKind.REMARK, "subject_id": number, "at": now})
    db.execute(insert(RemarkRow), rows)
    db.execute(insert(EventRow), events)
