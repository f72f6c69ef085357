"""SIGKILL in the middle of taps and pushes, two processes at once, SIGTERM while busy: what was said to be saved is."""

import os
from collections import Counter
from datetime import timedelta

import pytest

from tests.whole import people
from tests.whole.conftest import Place
from tests.whole.phone import Phone, until
from tests.whole.schoolbook import SURNAMES

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("DIARY_KILLS", "2"))
GRACE = timedelta(seconds=61)
STOP_SECONDS = 5.0


async def test_killed_again_and_again_nothing_is_lost(place: Place) -> None:
    running = await place.deployment.start("run")
    teacher, families = await _enter(place)
    await teacher.say("/menu", "Русский язык")
    await teacher.press("Отметки", "За что отметки?")
    await teacher.press("ответ на уроке", "Нажимайте на учеников")
    parts = [SURNAMES[at :: KILLS + 1] for at in range(KILLS + 1)]
    taps: dict[str, str] = {}
    for at, part in enumerate(parts[:-1]):
        place.sandbox.shift(GRACE)  # the last round's pushes go out among the taps
        taps |= {surname: await teacher.tap(surname) for surname in part}
        await _said(teacher, [taps[surname] for surname in part[: 2 * at + 1]])
        await running.kill()
        confirmed = {surname for surname, query in taps.items() if teacher.flashed(query)}
        running = await place.deployment.start("run")
    taps |= {surname: await teacher.tap(surname) for surname in parts[-1]}
    await _said(teacher, [taps[parts[-1][0]]])  # busy with the others
    code, seconds = await running.stop()
    assert (code, seconds < STOP_SECONDS) == (0, True), place.deployment.logged()
    await place.deployment.start("run")
    place.sandbox.shift(GRACE)
    await _said(teacher, [taps[surname] for surname in parts[-1]])
    await _all_marked(teacher, confirmed)
    place.sandbox.shift(GRACE)
    await _all_told(place, families)
    assert place.sandbox.violations == []


async def _enter(place: Place) -> tuple[Phone, dict[str, Phone]]:
    office = await people.administrator(place, 0)
    teacher = await people.teacher(place, 1, office)
    whose = SURNAMES[4 : 4 + 2 * (KILLS + 1) : 2][:6]
    return teacher, {name: await people.guardian(place, 2 + at, f"{name}а") for at, name in enumerate(whose)}


async def _said(teacher: Phone, queries: list[str]) -> None:
    """Wait until the bot has said what became of these taps."""
    await until(lambda: all(teacher.flashed(query) for query in queries), "marks confirmed")


async def _all_marked(teacher: Phone, confirmed: set[str]) -> None:
    # A press whose mark was committed when the answer was cut off stays without answer: only the mark counts.
    await teacher.say("/menu", "Русский язык")
    await teacher.press("Отметки", "Выберите работу")
    await teacher.press("26 из 26", "Нажимайте на учеников")
    marked = {surname for surname in SURNAMES for label in teacher.buttons() if surname in label and "· 5" in label}
    assert confirmed <= marked
    assert marked == set(SURNAMES)


async def _all_told(place: Place, families: dict[str, Phone]) -> None:
    for name, mother in families.items():
        await mother.hear("ответ на уроке")
        first_line = mother.holding("ответ на уроке")[0].splitlines()[0]
        assert name in first_line
        assert "7А" in first_line
    await place.all_told()
    told = Counter({name: len(mother.holding("ответ на уроке")) for name, mother in families.items()})
    assert sum(told.values()) <= len(families) + KILLS, "more came twice than was in flight"


async def test_two_processes_on_one_database_send_once_and_the_second_takes_over(place: Place) -> None:
    first = await place.deployment.start("run")
    teacher, families = await _enter(place)
    await place.deployment.start("run")
    await until(lambda: place.deployment.logged().count("the bot is running") == 2, "the second process")
    mother = families[SURNAMES[4]]
    await _present(teacher, SURNAMES[4], "Сохранить: 1 н")
    await mother.hear("отмечен отсутствующим")
    await place.all_told()  # only what is in flight may come twice
    await first.kill()
    await _present(teacher, SURNAMES[4], "Сохранить: 1 б")
    await mother.hear("пропуск по болезни")
    assert len(mother.holding("отмечен отсутствующим")) == 1
    assert place.sandbox.violations == []


async def _present(teacher: Phone, surname: str, save: str) -> None:
    await teacher.say("/menu", "Русский язык")
    await teacher.press("4 · 7А")
    await teacher.press("👥 Посещаемость")
    await teacher.press(surname)
    await teacher.press(save, "Нет на уроке 1 из 26")
