"""The main job on a real process over real HTTP: paper, buttons and texts are all that the people have."""

import asyncio
from datetime import timedelta

import pytest

from tests.whole import people
from tests.whole.conftest import Place
from tests.whole.phone import Phone, until
from tests.whole.schoolbook import SURNAMES

pytestmark = pytest.mark.slow

ABSENT, OWN = "Абрикосов", "Берёзкин"
ABSENCE_SECONDS, STOP_SECONDS, TAPS = 2.0, 5.0, 30
GRACE = timedelta(seconds=61)


async def test_a_day_from_the_invitation_to_the_reminder(place: Place) -> None:
    running = await place.deployment.start("run")
    office = await people.administrator(place, 0)
    teacher = await people.teacher(place, 1, office)
    mother = await _a_mother_who_slips(place.phone(2), place)
    await _diary(mother)
    await _attendance(teacher, await people.guardian(place, 3, f"{ABSENT}а"))
    await _marks(place, teacher, mother)
    await _homework(place, teacher)
    code, seconds = await running.stop()
    assert (code, seconds < STOP_SECONDS) == (0, True)
    assert place.sandbox.violations == []
    assert place.sandbox.unanswered == 0
    assert "Traceback" not in place.deployment.logged()


async def _a_mother_who_slips(phone: Phone, place: Place) -> Phone:
    await phone.say("2222-2222-2222-2222", "Согласие")
    await phone.press("Принимаю", "не подходит")
    await people.guardian_again(phone, place, f"{OWN}а Инна")
    return phone


async def _diary(mother: Phone) -> None:
    await mother.press("Меню", "Артём")
    await mother.press("Сегодня", "Русский язык")
    assert "Полынина" not in mother.screen


async def _attendance(teacher: Phone, mother: Phone) -> None:
    loop = asyncio.get_running_loop()
    await teacher.say("/menu", "Русский язык")
    teacher.taps = 0
    await teacher.press("Посещаемость", "Нажмите на тех, кого нет")
    await teacher.press(ABSENT)
    saved = loop.time()
    await teacher.press("Сохранить", "Нет на уроке 1 из 26")
    assert teacher.taps == 3
    heard = await mother.hear("отмечен отсутствующим")
    assert loop.time() - saved < ABSENCE_SECONDS
    _names_whom(heard, "Абрикосов")


async def _marks(place: Place, teacher: Phone, mother: Phone) -> None:
    await teacher.say("/menu", "Русский язык")
    teacher.taps = 0
    await teacher.press("Отметки", "За что отметки?")
    await teacher.press("ответ на уроке", "Нажимайте на учеников")
    present = [surname for surname in SURNAMES if surname != ABSENT]
    for at, surname in enumerate(present):
        if at in (9, 18, 23):
            await teacher.press(("4", "3", "2")[(9, 18, 23).index(at)])
        assert await teacher.press(surname)
    assert (len(present), teacher.taps <= TAPS) == (25, True)
    await teacher.press("Работы", "Выберите работу")
    assert any("25 из 26" in label for label in teacher.buttons())
    await teacher.press("Новая работа")
    await teacher.press("домашняя работа", "Нажимайте на учеников")
    await teacher.press(OWN)
    await _the_family_hears_once(place, mother)


async def _the_family_hears_once(place: Place, mother: Phone) -> None:
    assert not mother.holding("ответ на уроке")
    # Time jumps here: what was tapped last must have been taken up before, as it would be in life.
    await place.all_told()
    place.sandbox.shift(GRACE)
    told = await mother.hear("ответ на уроке")
    _names_whom(told, "Берёзкин")
    assert "Русский язык: 5 – ответ на уроке" in told
    assert "Русский язык: 5 – домашняя работа" in told
    assert len(mother.holding("Русский язык: 5")) == 1
    await mother.press("Открыть день", "Русский язык")


def _names_whom(letter: str, child: str) -> None:
    first_line = letter.splitlines()[0]
    assert child in first_line
    assert "7А" in first_line


async def _homework(place: Place, teacher: Phone) -> None:
    place.at(17)
    form = await teacher.hear("нет ДЗ")
    assert "7А · Русский язык · 4-й урок" in form
    await teacher.press("Не задано")
    await until(lambda: "Не задано" not in teacher.buttons(), teacher)
    place.at(17, 30)
    await teacher.say("/menu", "Русский язык")
    assert "нет 📝\n" in teacher.screen
    assert len(teacher.holding("Срок для ДЗ")) <= 1
