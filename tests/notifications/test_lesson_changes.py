"""Changed lessons reach families and the teachers concerned at once, merged, as news only (ADM-4, NTF-1)."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.model.ids import LessonId, PersonId
from core.model.people import Role
from core.storage.rows import KlassRow, LessonRow, SchoolRow
from core.usecases.homework import SetHomework, set_homework
from core.usecases.lesson_changing import (
    CancelLesson,
    ChangeRoom,
    MoveLesson,
    ReturnLesson,
    Substitute,
    cancel_lesson,
    change_room,
    move_lesson,
    return_lesson,
    substitute,
)
from notifications.letter import Act
from tests.classroom import NEXT_WEEK
from tests.notifications.conftest import Office
from tests.world import TODAY

TOMORROW = TODAY + timedelta(days=1)
LATER = NEXT_WEEK + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Staff:
    """The office of 7Б: who changes lessons, who substitutes, who is its class teacher; ids of the chats by name."""

    office: Office
    deputy: int
    belova: PersonId
    belova_chat: int
    guseva: PersonId
    guseva_chat: int
    klass_chat: int
    second: LessonId

    async def do(self, usecase: Callable[[Any, Any], Awaitable[Any]], command: Any) -> Any:
        return await self.office.world.do(usecase, command, self.deputy)

    def texts(self, chat: int) -> list[str]:
        return list(self.office.post.by_chat().get(chat, []))


@pytest.fixture
async def staff(office: Office) -> Staff:
    world, room = office.world, office.room
    belova = await world.staff("Белова Ольга Юрьевна")
    guseva = await world.staff("Гусева Дарья Ильинична")
    supervisor = await world.staff("Сомова Нина Павловна")
    deputy = await world.staff("Тихонова Мария Олеговна", Role.DEPUTY)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=supervisor)))
    second = await world.lesson(room.klass, room.group, room.teacher, TODAY, 5)
    return Staff(
        office,
        await world.enter(deputy),
        PersonId(belova),
        await world.enter(belova),
        PersonId(guseva),
        await world.enter(guseva),
        await world.enter(supervisor),
        LessonId(second),
    )


async def test_two_substitutions_are_one_message_to_each(staff: Staff) -> None:
    office = staff.office
    async with office.running():
        await staff.do(substitute, Substitute(office.lesson, staff.belova))
        await office.later(seconds=50)
        assert office.post.arrived == []
        await staff.do(substitute, Substitute(staff.second, staff.belova))
        await office.later(seconds=60)

    family = (
        "<b>Дарья Волкова</b> · 7Б\n"
        "🔁 Алгебра, чт 15.10, 3-й урок: замена, ведёт Белова О.Ю.\n"
        "🔁 Алгебра, чт 15.10, 5-й урок: замена, ведёт Белова О.Ю."
    )
    assert staff.texts(office.mother) == staff.texts(office.student) == [family]
    assert len(staff.texts(office.neighbour)) == 1
    told = (
        "🔁 <b>Изменения в расписании</b>\n"
        "• 7Б · Алгебра, чт 15.10, 3-й урок: замена, ведёт Белова О.Ю.\n"
        "• 7Б · Алгебра, чт 15.10, 5-й урок: замена, ведёт Белова О.Ю."
    )
    assert staff.texts(office.room.telegram) == staff.texts(staff.klass_chat) == [told]
    (given,) = office.post.messages(staff.belova_chat)
    assert given.text.count("<b>ведёте вы</b> – по расписанию Зимина А.П.") == 2
    acts = [(button.act, button.ids) for row in given.buttons for button in row]
    assert acts == [(Act.OPEN_SUBSTITUTION, (office.lesson,)), (Act.OPEN_SUBSTITUTION, (staff.second,))]
    assert staff.texts(staff.deputy) == []


async def test_what_was_undone_within_the_minute_is_not_told(staff: Staff) -> None:
    office = staff.office
    async with office.running():
        await staff.do(cancel_lesson, CancelLesson(staff.second))
        await office.later(seconds=30)
        await staff.do(return_lesson, ReturnLesson(staff.second))
        await office.later(minutes=3)
    assert office.post.arrived == []


async def test_a_second_change_says_what_is_new_to_each(staff: Staff) -> None:
    office = staff.office
    async with office.running():
        await staff.do(substitute, Substitute(staff.second, staff.belova))
        await office.later(minutes=2)
        await staff.do(substitute, Substitute(staff.second, staff.guseva))
        await staff.do(change_room, ChangeRoom(staff.second, typed="Спортзал"))
        await office.later(minutes=2)

    assert staff.texts(office.mother)[1].endswith("5-й урок: замена, ведёт Гусева Д.И.; кабинет Спортзал")
    assert staff.texts(staff.belova_chat)[1].endswith("5-й урок: замена снята, вести его вам не нужно")
    assert [text.count("ведёте вы") for text in staff.texts(staff.guseva_chat)] == [1]


async def test_a_lesson_back_where_the_family_knows_it_is_no_news(staff: Staff) -> None:
    office = staff.office
    async with office.running():
        await staff.do(move_lesson, MoveLesson(staff.second, TOMORROW, 2))
        await office.later(minutes=2)
        await staff.do(move_lesson, MoveLesson(staff.second, TOMORROW, 4))
        await staff.do(move_lesson, MoveLesson(staff.second, TOMORROW, 2))
        await office.later(minutes=2)
        assert len(staff.texts(office.mother)) == 1
        await staff.do(move_lesson, MoveLesson(staff.second, TODAY, 5))
        await office.later(minutes=2)
    first, second = staff.texts(office.mother)
    assert first.endswith("чт 15.10, 5-й урок: перенесён на пт 16.10, 2-й урок")
    assert second.endswith("пт 16.10, 2-й урок: перенесён на чт 15.10, 5-й урок")


async def test_lessons_that_are_over_ring_nowhere(staff: Staff) -> None:
    office = staff.office
    async with office.running():
        office.world.clock.to(TODAY, 16)
        await staff.do(cancel_lesson, CancelLesson(staff.second))
        await office.later(minutes=2)
    assert office.post.arrived == []


async def test_a_reserved_school_says_only_that_there_is_news(staff: Staff) -> None:
    office = staff.office
    async with office.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SchoolRow).values(reserved=True)))
    async with office.running():
        await staff.do(cancel_lesson, CancelLesson(staff.second))
        await office.later(minutes=2)
    assert staff.texts(office.mother) == ["Дарья: есть новое в дневнике."]


async def test_the_push_says_where_the_homework_for_the_lesson_went(staff: Staff) -> None:
    office = staff.office
    after = NEXT_WEEK + timedelta(days=1)
    query = select(LessonRow.id).where(LessonRow.day == NEXT_WEEK)
    lesson = LessonId((await office.world.rows(query))[0][0])
    await office.room.do(set_homework, SetHomework(office.lesson, "§14"))
    async with office.running():
        await office.later(minutes=10)
        await staff.do(move_lesson, MoveLesson(lesson, after, 2))
        await office.later(minutes=2)
        second = await office.world.lesson(office.room.klass, office.room.group, office.room.teacher, LATER, 2)
        await staff.do(cancel_lesson, CancelLesson(lesson))
        await office.later(minutes=2)
        await staff.do(return_lesson, ReturnLesson(lesson))
        await office.later(minutes=2)

    assert second
    said = [text.split("\n")[-1].partition("урок: ")[2] for text in staff.texts(office.mother)[-3:]]
    assert said == [
        "перенесён на пт 23.10, 2-й урок; домашнее задание – к нему же, на пт 23.10",
        "урок отменён; домашнее задание – к следующему уроку, на сб 24.10",
        "урок состоится; домашнее задание – к нему же, на пт 23.10",
    ]
    assert staff.texts(office.room.telegram)[-1].endswith("домашнее задание – к нему же, на пт 23.10")
