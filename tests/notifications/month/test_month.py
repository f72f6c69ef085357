"""A month of a school with some hundred and fifty chats: everybody is told what an independent reckoning says, once."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.notifications.hurried import HurriedLoop
from tests.notifications.month.cast import Chat, chats
from tests.notifications.month.expected import Window, expected
from tests.notifications.month.judging import answers, differences, once
from tests.notifications.month.running import Phones, play
from tests.notifications.month.script import month
from tests.notifications.month.stage import build
from tests.notifications.month.weather import Weather
from tests.world import open_world

SEED = 11


async def _plain(url: str) -> None:
    dice = random.Random(SEED)
    everybody, happenings = chats(dice), month(dice)
    cast = [chat for chat in everybody if chat.name.startswith("Папа") or len(chat.pupils) > 1]
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
