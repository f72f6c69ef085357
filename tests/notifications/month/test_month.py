"""A month of a school with some hundred and fifty chats: everybody is told what an independent reckoning says, once."""

import random
from collections.abc import Mapping, Sequence

import pytest

from tests.notifications.month.cast import chats
from tests.notifications.month.expected import Expected, Window, expected
from tests.notifications.month.reading import Arrived
from tests.notifications.month.running import Phones, play
from tests.notifications.month.script import month
from tests.notifications.month.stage import build
from tests.world import World

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


@pytest.mark.slow
@pytest.mark.parametrize(("window", "share"), [(Window(), 1), (None, 4)], ids=["hours of publication", "at once"])
async def test_a_month_comes_as_it_was_reckoned(world: World, window: Window | None, share: int) -> None:
    dice = random.Random(SEED)
    cast, happenings = chats(dice)[::share], month(dice)
    wanted = expected(cast, happenings, window)
    stage = await build(world, cast, window)
    phones = Phones(stage)
    await play(phones, happenings, wanted)
    assert differences(wanted, phones.shown()) == []
    assert answers(wanted, phones.shown()) == []
