"""A month of a school with some hundred and fifty chats: everybody is told what an independent reckoning says, once."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.notifications.hurried import HurriedLoop
from tests.notifications.month.cast import Chat, chats
from tests.notifications.month.expected import Expected, Window, expected
from tests.notifications.month.reading import Arrived
from tests.notifications.month.running import Phones, play
from tests.notifications.month.script import month
from tests.notifications.month.stage import build
from tests.notifications.month.weather import Weather
from tests.world import open_world

SEED = 11


def differences(wanted: Mapping[str, Sequence[Expected]], shown: Mapping[str, Sequence[Arrived]]) -> list[str]:
    """Say what chats lack and what they should not have."""
    found = []
    for name in wanted:
        due = sorted((one.at, one.pupil, sorted(one.lines)) for one in wanted[name])
        told = sorted((one.at, one.pupil, sorted(one.lines)) for one in shown.get(name, ()))
        found += [f"{name}: missing {one}" for one in due if one not in told or due.count(one) > told.count(one)]
        found += [f"{name}: too much {one}" for one in told if one not in due or told.count(one) > due.count(one)]
    return found


def once(told: Sequence[Arrived]) -> list[Arrived]:
    """Leave out what came again straight after itself; the first is what its corrections may answer, or the second."""
    return [one for place, one in enumerate(told) if place + 1 == len(told) or not _same(one, told[place + 1])]


def _same(one: Arrived, other: Arrived) -> bool:
    return (one.at, one.pupil, one.lines) == (other.at, other.pupil, other.lines)


def answers(wanted: Mapping[str, Sequence[Expected]], shown: Mapping[str, Sequence[Arrived]]) -> list[str]:
    """Say which corrections of marks don't answer the message that told the mark first (NTF-2)."""
    found = []
    for name, due in wanted.items():
        told = sorted(shown.get(name, ()), key=lambda one: (one.at, one.pupil, sorted(one.lines)))
        order = sorted(range(len(due)), key=lambda place: (due[place].at, due[place].pupil, sorted(due[place].lines)))
        numbers = {place: one.number for place, one in zip(order, told, strict=True)}
        for place, one in zip(order, told, strict=True):
            right = {numbers[first] for first in due[place].answers}
            if right and one.answers not in right:
                found.append(f"{name}: {due[place]} answers {one.answers}, not {right}")
    return found


async def _plain(url: str) -> None:
    dice = random.Random(SEED)
    cast, happenings = chats(dice)[::4], month(dice)
    wanted = expected(cast, happenings, None)
    async with _school(url, cast, None) as phones:
        await play(phones, happenings, wanted)
    assert differences(wanted, phones.shown()) == []
    assert answers(wanted, phones.shown()) == []


async def _stormy(url: str) -> None:
    dice = random.Random(SEED)
    cast, happenings = chats(dice), month(dice)
    wanted = expected(cast, happenings, Window())
    gone = [chat.name for chat in cast if chat.own][::8]
    async with _school(url, cast, Window()) as phones:
        sky = Weather(phones.post, dice, {phones.stage.chats[name] for name in gone})
        phones.post.always = sky.answer
        await play(phones, happenings, wanted)
    assert set(sky.met) == {"banned", "down", "reset", "timeout", "half"}
    # Who stopped the bot is not tried again until they come back (NTF-4).
    assert set(sky.tried.values()) == {1}
    shown = phones.shown()
    assert not set(gone) & set(shown)
    heard = {name: some for name, some in wanted.items() if name not in gone}
    told = {name: once(some) for name, some in shown.items()}
    assert differences(heard, told) == []
    assert answers(heard, told) == []
    for name, some in told.items():
        assert len(shown[name]) - len(some) <= sky.lost[phones.stage.chats[name]]


@asynccontextmanager
async def _school(url: str, cast: Sequence[Chat], window: Window | None) -> AsyncIterator[Phones]:
    world = await open_world(url).found()
    yield Phones(await build(world, cast, window))
    await world.engines.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("play_it", [_stormy, _plain], ids=["hours of publication, in any weather", "at once"])
def test_a_month_comes_as_it_was_reckoned(
    database_url: str, play_it: Callable[[str], Coroutine[Any, Any, None]]
) -> None:
    with asyncio.Runner(loop_factory=HurriedLoop) as runner:
        runner.run(play_it(database_url))
