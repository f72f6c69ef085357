"""The main job on real processes over real HTTP: paper, buttons and texts are all that the people have."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from tests.whole.conftest import MOSCOW, Place, Prepared
from tests.whole.paper import code_of
from tests.whole.phone import Phone, until
from tests.whole.schoolbook import SURNAMES

pytestmark = pytest.mark.slow

Settle = Callable[..., Awaitable[Place]]
ABSENCE_SECONDS = 2.0


async def test_a_day_from_the_invitation_to_the_reminder(settle: Settle, on_thursday: Prepared) -> None:
    place = await settle(on_thursday, moved=True)
    running = await place.deployment.start("run")
    try:
        teacher, mother, father = await enter(place)
        await attendance(teacher, father)
        await marks(place, teacher, mother, father)
        await homework(place, teacher)
        assert place.sandbox.violations == []
        assert place.sandbox.unanswered == 0
    finally:
        code, seconds = await running.stop()
    assert (code, seconds < 5) == (0, True), place.deployment.logged()
    assert "Traceback" not in place.deployment.logged()


async def enter(place: Place) -> tuple[Phone, Phone, Phone]:
    """The first administrator, then a teacher whom he confirms, a mother who slips first, another mother."""
    administrator, teacher, mother, another = (place.phone(number) for number in range(4))
    await administrator.say(f"/start {code_of(place.codes, 'Осинов')}", "Согласие")
    await administrator.press("Принимаю")
    await administrator.press("Да, это я", "доступ открыт")

    await teacher.say("/start", "код приглашения")
    await teacher.say(code_of(place.codes, "Липина").lower(), "Согласие")
    await teacher.press("Принимаю", "Липина")
    await teacher.press("Да, это я", "подтвердит")
    await administrator.hear("Ждёт подтверждения")
    await administrator.press("Подтвердить")
    await teacher.hear("Администратор подтвердил")

    await mother.say("2222-2222-2222-2222", "Согласие")
    await mother.press("Принимаю")
    print(mother)
    await mother.say("2222-2222-2222-2222", "не подходит")
    await mother.say(code_of(place.codes, "Берёзкина Инна"), "Готово")
    await another.say(code_of(place.codes, "Абрикосова"), "Согласие")
    await another.press("Принимаю", "Готово")
    await another.press("Меню")
    print(mother, another)
    return teacher, mother, another


async def attendance(teacher: Phone, mother: Phone) -> None:
    await teacher.press("Меню") if "Меню" in str(teacher.buttons()) else await teacher.say("/menu", "октября")
    print(teacher)
    teacher.taps = 0
    await teacher.press("Посещаемость")
    await teacher.press("Абрикосов")
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await teacher.press("Сохранить")
    await mother.hear("отмечен отсутствующим", 10)
    print("absence", loop.time() - begun, "taps", teacher.taps, mother)
    assert loop.time() - begun < ABSENCE_SECONDS


async def marks(place: Place, teacher: Phone, mother: Phone, another: Phone) -> None:
    await teacher.say("/menu", "октября")
    teacher.taps = 0
    print(teacher)
    await teacher.press("Отметки")
    await teacher.press("ответ на уроке")
    names = [label for label in teacher.buttons() if label.isalpha() or "." in label]
    print(names, teacher.buttons())
    for at, name in enumerate([n for n in SURNAMES if n != "Абрикосов"]):
        if at == 12:
            await teacher.press("4")
        await teacher.press(name)
    print("taps", teacher.taps, teacher)
    await teacher.press("Работы"); await teacher.press("Новая работа")
    print(teacher)
    await teacher.press("диктант")
    await teacher.press("Берёзкин")
    await asyncio.sleep(3)
    print("before grace", mother)
    place.sandbox.shift(timedelta(seconds=61))
    await asyncio.sleep(5)
    print("after", mother, another)


async def homework(place, teacher):
    place.sandbox.clock_set(datetime(2026, 10, 15, 17, 0, 1, tzinfo=MOSCOW))
    await asyncio.sleep(18)
    print(teacher)
    print(place.phone(0))
