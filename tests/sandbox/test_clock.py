"""The movable clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.post import TelegramPost
from bot.sandbox import MovableClock
from bot.sandbox_run import follow
from locales import Translators
from notifications import Notifications
from tests.fakes.telegram import Telegram
from tests.world import World

START = datetime(2026, 10, 15, 9, 0, tzinfo=ZoneInfo("Europe/Moscow"))


def test_runs_on_from_its_start_in_utc() -> None:
    clock = MovableClock(START)
    first, second = clock.now(), clock.now()
    assert first.tzinfo is UTC
    assert START <= first <= second < START + timedelta(minutes=1)


def test_jumps_are_told() -> None:
    clock = MovableClock(START)
    told: list[datetime] = []
    clock.on_move(told.append)
    clock.set(START + timedelta(hours=8))
    clock.shift(timedelta(days=-1))
    assert told[0] == START + timedelta(hours=8)
    assert timedelta(0) <= told[1] - (START - timedelta(hours=16)) < timedelta(minutes=1)
    assert clock.now() >= told[1]


def test_takes_aware_instants_only() -> None:
    with pytest.raises(ValueError, match="aware"):
        MovableClock(datetime(2026, 10, 15))  # noqa: DTZ001 - that is the point


async def test_moving_it_wakes_reminders_and_letters(world: World) -> None:
    clock = MovableClock(START)
    notifications = Notifications(world.works, Translators.load(), TelegramPost(Telegram().bot()))
    follow(clock, notifications)
    clock.shift(timedelta(hours=1))
    clock.set(START + timedelta(hours=8))
    assert clock.now() >= START + timedelta(hours=8)
