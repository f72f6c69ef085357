"""Letters in a chat: what a family does with them, over the whole bot."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from core.storage.rows import PersonRow
from tests.chats.schools import grade_seven
from tests.chats.stage import Stage, staged
from tests.world import World


@dataclass(frozen=True, slots=True)
class Seven:
    """A school of one class, its people by name."""

    stage: Stage
    people: dict[str, int]

    async def press(self, who: str, *labels: str) -> None:
        for label in labels:
            await self.stage.press(self.people[who], label)


@pytest.fixture
async def seven(world: World) -> AsyncIterator[Seven]:
    people = await grade_seven(world)
    async with staged(world) as stage:
        yield Seven(stage, people)


async def test_a_letter_stays_and_what_it_opens_comes_below(seven: Seven) -> None:
    mother = seven.people["Орлова"]
    await seven.stage.say(seven.people["Зимина"], "/start")
    await seven.press("Зимина", "Посещаемость", "Орлов", "Сохранить")
    await seven.stage.deliver()
    letter = seven.stage.last(mother)

    await seven.press("Орлова", "Открыть день")
    opened = seven.stage.last(mother)
    assert opened is not letter
    assert "отмечено отсутствие" in letter.text
    assert "Алгебра" in opened.text

    await seven.press("Орлова", "завтра")
    assert seven.stage.last(mother) is opened


async def test_a_letter_of_homework_opens_the_day_it_is_due_on(seven: Seven) -> None:
    zimina, mother = seven.people["Зимина"], seven.people["Орлова"]
    await seven.stage.say(zimina, "/start")
    await seven.press("Зимина", "Алгебра", "ДЗ", "Написать")
    await seven.stage.say(zimina, "№ 103")
    await seven.press("Зимина", "На пт 16.10", "пт 16.10", "Готово")
    await seven.stage.say(zimina, "/start")
    seven.stage.world.clock.shift(minutes=10)
    await seven.stage.deliver()
    assert "№ 103" in seven.stage.last(mother).text

    await seven.press("Орлова", "Все задания")
    assert "№ 103" in seven.stage.last(mother).text


async def test_who_closes_their_own_access_reads_it_once_and_the_administrator_learns_why(seven: Seven) -> None:
    mother, head = seven.people["Орлова"], seven.people["Тихонов"]
    await seven.stage.say(mother, "/lost")
    await seven.press("Орлова", "Да, закрыть")
    said = await seven.stage.deliver()
    assert mother not in {one.chat for one in said}
    told = [one.text for one in said if one.chat == head]
    assert len(told) == 1
    assert "в чужие руки" in told[0]
    assert "Орлова Екатерина Павловна" in told[0]


@pytest.mark.parametrize(
    "data", ["+fd:{other}:0", "+fm:{other}:0:0", "++fd:{own}:0", "+", "+fd:{own}:00", "fd:+{own}:0"]
)
async def test_a_letters_button_is_authorised_as_any_other(seven: Seven, world: World, data: str) -> None:
    own, other = [
        (await world.rows(select(PersonRow.id).where(PersonRow.given == given, PersonRow.family == family)))[0][0]
        for family, given in (("Орлов", "Михаил"), ("Панина", "Вера"))
    ]
    student = seven.people["Михаил"]
    await seven.stage.say(student, "/menu")
    said = await seven.stage.press_data(student, data.format(own=own, other=other))
    assert [one.how for one in said] == ["alert"]
    assert "Панина" not in said[0].text
