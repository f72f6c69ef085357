"""The teacher's day and a lesson's card; how many statements they take."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from core.model.attendance import Presence
from core.model.errors import ConsentNeeded, Forbidden, Stranger
from core.model.ids import LessonId
from core.model.journal import LessonPart
from core.model.lesson import LessonState
from core.model.mark import MarkValue
from core.model.people import Role
from core.usecases.attendance import OpenAttendance, TakeAttendance, attendance_sheet, take_attendance
from core.usecases.homework import SetHomework, set_homework
from core.usecases.lesson_reading import MyDay, MyDebts, OpenLesson, lesson_card, my_day, my_debts
from core.usecases.marks import OpenMarks, SetMark, SetMarks, mark_sheet, set_mark, set_marks
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.topics import SetTopic, set_topic
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World


class Statements:
    """Counts what an engine is asked."""

    def __init__(self, engine: Any) -> None:
        self.count = 0
        event.listen(engine.sync_engine, "before_cursor_execute", self._one)

    def _one(self, *_: Any) -> None:
        self.count += 1


async def test_the_day_shows_lessons_by_time_and_what_is_missing(world: World) -> None:
    room = await classroom(world)
    colleague = await world.staff("Белова Ольга Юрьевна")
    physics = await world.group(room.klass, "Физика", colleague)
    substituted = await world.lesson(room.klass, physics, colleague, TODAY, 1, substitute_id=room.teacher)
    handed = await world.lesson(room.klass, room.group, room.teacher, TODAY, 5, substitute_id=colleague)
    await world.lesson(room.klass, room.group, room.teacher, TODAY, 6, state=LessonState.CANCELLED)
    await world.lesson(room.klass, physics, colleague, TODAY, 2)
    late = await world.lesson(room.klass, room.group, room.teacher, date(2026, 10, 13), 3)
    await room.do(take_attendance, TakeAttendance(room.lesson))

    day = await room.see(my_day, MyDay())

    assert [facts.lesson.number for facts in day.lessons] == [1, 3, 5, 6]
    assert [facts.lesson.id for facts in day.lessons if day.handed_over(facts)] == [handed]
    assert day.lessons[0].lesson.id == substituted
    assert day.lessons[1].missing == (LessonPart.TOPIC, LessonPart.HOMEWORK, LessonPart.MARKS)
    assert [facts.lesson.id for facts in day.overdue] == [late]


async def test_grade_one_lacks_neither_marks_nor_homework(world: World) -> None:
    room = await classroom(world, klass="1А")
    await room.do(take_attendance, TakeAttendance(room.lesson))
    await room.do(set_topic, SetTopic(room.lesson, "Буква А"))
    world.clock.to(date(2026, 10, 16), 9)
    assert (await room.see(my_day, MyDay())).overdue == ()


async def test_whoever_does_not_teach_has_no_day(world: World) -> None:
    room = await classroom(world)
    parent = await world.enter(await world.guardian("Волкова Нина", room.students[0]))
    unconsented = await world.enter(await world.staff("Белова Ольга Юрьевна"), consented=False)
    with pytest.raises(Stranger):
        await world.see(my_day, MyDay(), parent)
    with pytest.raises(ConsentNeeded):
        await world.see(my_day, MyDay(), unconsented)


async def _filled(room: Classroom) -> None:
    work = await room.work()
    await room.do(set_marks, SetMarks(work, tuple((s, (MarkValue.FIVE,)) for s in room.students)))
    noted = tuple((student, Presence.ABSENT, 0) for student in room.students[:2])
    await room.do(take_attendance, TakeAttendance(room.lesson, noted))
    await room.do(set_topic, SetTopic(room.lesson, "Степени"))
    await room.do(set_homework, SetHomework(room.lesson, "§14"))
    await room.do(write_remark, WriteRemark(room.lesson, room.students[0], "Молодец"))


async def test_the_card_shows_the_whole_record(world: World) -> None:
    room = await classroom(world)
    await _filled(room)
    view = await room.see(lesson_card, OpenLesson(room.lesson))
    card = view.card
    assert view.fills
    assert card.facts.missing == ()
    assert (card.students, card.works[0].marked) == (5, 5)
    assert [pupil.name.family for pupil in card.absentees] == ["Волкова", "Ёлкин"]
    assert [task.text for task in card.homework] == ["§14"]
    assert [remark.text for remark in card.remarks] == ["Молодец"]


async def test_the_card_is_read_by_the_school_and_nobody_else(world: World) -> None:
    room = await classroom(world)
    head = await world.enter(await world.staff("Громов Юрий Ильич", Role.HEAD))
    assert not (await world.see(lesson_card, OpenLesson(room.lesson), head)).fills
    parent = await world.enter(await world.guardian("Волкова Нина", room.students[0]))
    with pytest.raises(Forbidden):
        await world.see(lesson_card, OpenLesson(room.lesson), parent)
    with pytest.raises(Forbidden):
        await room.see(lesson_card, OpenLesson(LessonId(999)))


@pytest.mark.parametrize("size", [1, 40])
async def test_screens_take_four_statements_whatever_the_class(world: World, size: int) -> None:
    room = await classroom(
        world, names=tuple(f"Ученик{chr(1072 + n % 30)}{chr(1072 + n // 30)} Имя" for n in range(size))
    )
    await _filled(room)
    for usecase, command in (
        (my_day, MyDay()),
        (lesson_card, OpenLesson(room.lesson)),
        (attendance_sheet, OpenAttendance(room.lesson)),
        (mark_sheet, OpenMarks(room.lesson)),
    ):
        statements = Statements(world.engines.reader)
        await room.see(usecase, command)
        assert statements.count - 1 <= 4, usecase.__name__  # BEGIN is one of them


async def test_a_tap_takes_as_many_statements_for_one_as_for_forty(world: World) -> None:
    counts = []
    for klass, size in (("7В", 1), ("7Г", 40)):
        names = tuple(f"Ученик{chr(1072 + n % 30)}{chr(1072 + n // 30)} Имя" for n in range(size))
        room = await classroom(world, klass, names)
        work = await room.work()
        statements = Statements(world.engines.writer)
        await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FIVE, seen=0))
        counts.append(statements.count)
    assert counts[0] == counts[1] <= 12


async def test_nobody_owes_a_record_from_before_the_launch(world: World) -> None:
    teacher = await world.staff("Зимина Анна Петровна")
    klass = await world.klass("7Б", ["Орлов Илья"])
    group = await world.group(klass, "Алгебра", teacher)
    for day in (date(2026, 10, 12), date(2026, 10, 14)):
        await world.lesson(klass, group, teacher, day, 1)
    telegram = await world.enter(teacher)
    await world.change_school(launched_on=date(2026, 10, 13))

    shown = await world.see(my_day, MyDay(), telegram)
    owed = await world.see(my_debts, MyDebts(), telegram)

    assert [facts.lesson.day for facts in shown.overdue] == [date(2026, 10, 14)]
    assert {each.facts.lesson.day for each in owed} == {date(2026, 10, 14)}
