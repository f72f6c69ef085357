"""Whatever the messenger answers and whenever we are killed: nothing is lost, doubled without need, or out of order."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.storage.rows import AccountRow, LetterRow
from notifications import Notifications, Pace
from notifications.leadership import this_process
from notifications.post import Broken, ChatGone, Down, Outcome, Outgoing, TooFast, Unclear
from tests.fakes.post import FakePost
from tests.notifications.conftest import WORDS, Office, open_office
from tests.notifications.hurried import HurriedLoop
from tests.notifications.queue import accounts_of, crash, write_letters
from tests.world import migrated_copy, open_world

CHATS, EACH = 4, 4
PACE = Pace(per_second=1000, chat_gap=0.0, per_hour=10_000, workers=3)
BAN = 2.0
ANSWERS = ("arrives", "banned", "down", "lost", "late", "half", "refused", "gone", "killed")
weather = st.lists(st.sampled_from(ANSWERS), max_size=30)


@dataclass
class Weather:
    """What happens to one message after the other; what is left of it is fair."""

    post: FakePost
    coming: list[str]
    bans: list[tuple[int, float]] = field(default_factory=list)
    gone: dict[int, int] = field(default_factory=dict)
    ever_gone: set[int] = field(default_factory=set)
    arrived_twice: Counter[int] = field(default_factory=Counter)
    killed: asyncio.Event = field(default_factory=asyncio.Event)

    def answer(self, message: Outgoing) -> Outcome | None:
        """Do to a message what is next."""
        what = self.coming.pop(0) if self.coming else "arrives"
        if what in ("arrives", "killed"):
            # Killed just as it arrived: it may come once more.
            self.killed.set() if what == "killed" else None
            return None
        return self._bad(what, message)

    def _bad(self, what: str, message: Outgoing) -> Outcome:
        answers: dict[str, Callable[[], Outcome]] = {
            "banned": lambda: self._banned(message),
            "down": lambda: Down("no route"),
            "lost": lambda: Unclear("timeout"),
            "late": lambda: self._late(message),
            "half": _half,
            "refused": lambda: Broken("can't parse entities"),
            "gone": lambda: self._gone(message),
        }
        return answers[what]()

    def _banned(self, message: Outgoing) -> Outcome:
        self.bans.append((message.chat, asyncio.get_running_loop().time()))
        return TooFast(BAN)

    def _late(self, message: Outgoing) -> Outcome:
        self.post.accept(message)
        self.arrived_twice[message.chat] += 1
        return Unclear("reset")

    def _gone(self, message: Outgoing) -> Outcome:
        self.gone.setdefault(message.chat, len(self.post.tried))
        self.ever_gone.add(message.chat)
        return ChatGone("blocked")


def _half() -> Outcome:
    raise RuntimeError("half a JSON")


async def _play(office: Office, sky: Weather) -> int:
    """Send until all is settled, beginning anew after each kill; gives how often we were killed."""
    kills = 0
    while True:
        notifications = Notifications(office.world.works, WORDS, office.post, PACE, this_process())
        await notifications.start()
        ends = [asyncio.create_task(each) for each in (notifications.idle(), sky.killed.wait())]
        async with asyncio.timeout(3600):
            await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()
        await asyncio.gather(*ends, return_exceptions=True)
        if not sky.killed.is_set():
            await notifications.stop(1.0)
            return kills
        sky.killed.clear()
        # What was learnt and not yet written down dies with us; Telegram says it again.
        sky.bans.clear()
        sky.gone.clear()
        kills += 1
        await crash(notifications)


async def _weathered(database_url: str, coming: list[str]) -> None:
    office = await open_office(await open_world(database_url).found())
    sky = Weather(office.post, list(coming))
    office.post.always = sky.answer
    accounts = await accounts_of(office, CHATS)
    await write_letters(office, accounts, EACH)
    try:
        kills = await _play(office, sky)
        await _judge(office, sky, kills)
    finally:
        await office.world.engines.dispose()


async def _judge(office: Office, sky: Weather, kills: int) -> None:
    query = select(AccountRow.telegram_id, LetterRow.outcome).join(AccountRow, AccountRow.id == LetterRow.account_id)
    rows = await office.world.rows(query.where(AccountRow.telegram_id >= 90_000).order_by(LetterRow.id))
    for chat in {row.telegram_id for row in rows}:
        outcomes = [row.outcome for row in rows if row.telegram_id == chat]
        told = [int(text.rsplit("#", 1)[1]) for text in office.post.texts(chat)]
        assert set(outcomes) <= {"sent", "unclear", "dead", "chat_gone"}
        assert {number for number, outcome in enumerate(outcomes, 1) if outcome == "sent"} <= set(told)
        # In order, each of them perhaps again, none of them before its turn.
        assert all(later >= earlier for earlier, later in pairwise(told))
        assert len(told) - len(set(told)) <= sky.arrived_twice[chat] + kills
        assert "chat_gone" in outcomes or chat not in sky.gone
        assert "chat_gone" not in outcomes or chat in sky.ever_gone
    _judge_times(office, sky)


def _judge_times(office: Office, sky: Weather) -> None:
    for chat, place in sky.gone.items():
        assert all(message.chat != chat for _, message in office.post.tried[place:])
    for chat, since in sky.bans:
        hurried = [at for at, message in office.post.tried if message.chat == chat and since < at < since + BAN - 0.01]
        assert not hurried


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(coming=weather)
def test_whatever_comes_each_letter_ends_as_it_should(template: Path, coming: list[str]) -> None:
    with TemporaryDirectory() as folder:
        database_url = migrated_copy(Path(folder), template)
        with asyncio.Runner(loop_factory=HurriedLoop) as runner:
            runner.run(_weathered(database_url, coming))
