"""Substitution, cancellation, move, room: who may, what stands in the way, what follows (ADM-4, JRN-13)."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal
from core.model.events import EventKind
from core.model.ids import KlassId, LessonId, PersonId, SchoolId
from core.model.lesson import LessonState
from core.model.lesson_change import ChangeKind, ChangeReason, Clash, Outcome
from core.model.people import Role
from core.model.school import grades_from_mask
from core.rules.lesson_changes import unpack
from core.storage.rows import AuditRow, EventRow, LessonChangeRow, LessonRow, RoomRow, StaffRoleRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.diary import ShowDay, ShowTimetable, show_day, show_timetable
from core.usecases.homework import SetHomework, set_homework
from core.usecases.lesson_changes import (
    OpenChange,
    OpenMoveDay,
    ShowAwayDay,
    ShowChanges,
    ShowKlassDay,
    list_klasses,
    list_move_days,
    list_move_numbers,
    list_rooms,
    list_substitutes,
    list_teachers,
    open_change,
    show_away_day,
    show_changes,
    show_klass_day,
)
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
from core.usecases.lesson_reading import MyDebts, my_debts
from core.usecases.substitution import OpenSubstitution, substitution_card
from core.usecases.topics import SetTopic, set_topic
from tests.classroom import NEXT_WEEK, Classroom, classroom
from tests.usecases.test_teacher_day import Statements
from tests.world import TODAY, World

TOMORROW = TODAY + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Office:
    """7Б at algebra with a deputy; Белова teaches physics there, Гусева algebra elsewhere."""

    room: Classroom
    deputy: int
    belova: PersonId
    guseva: PersonId
    guseva_telegram: int
    other: int

    @property
    def world(self) -> World:
        return self.room.world

    @property
    def lesson(self) -> LessonId:
        return self.room.lesson

    async def do(self, usecase: Callable[[Any, Any], Awaitable[Any]], command: Any) -> Any:
        return await self.world.do(usecase, command, self.deputy)

    async def see(self, usecase: Callable[[Any, Any], Awaitable[Any]], command: Any) -> Any:
        return await self.world.see(usecase, command, self.deputy)

    async def row(self, lesson: int | None = None) -> Any:
        return (await self.world.rows(select(LessonRow.__table__).where(LessonRow.id == (lesson or self.lesson))))[0]

    async def events(self) -> list[tuple[EventKind, int | None]]:
        query = select(EventRow.kind, EventRow.person_id).order_by(EventRow.id)
        return [(kind, person) for kind, person in await self.world.rows(query)]


@pytest.fixture
async def office(world: World) -> Office:
    room = await classroom(world)
    belova = await world.staff("Белова Ольга Юрьевна")
    guseva = await world.staff("Гусева Дарья Ильинична")
    deputy = await world.staff("Тихонова Мария Олеговна", Role.DEPUTY)
    physics = await world.group(room.klass, "Физика", belova)
    await world.lesson(room.klass, physics, belova, TODAY, 4, room="33")
    eight = await world.klass("8А", ["Ершова Яна"])
    eights = await world.group(eight, "Алгебра", guseva)
    other = await world.lesson(eight, eights, guseva, TODAY, 5, room="34")
    telegram = await world.enter(guseva)
    return Office(room, await world.enter(deputy), PersonId(belova), PersonId(guseva), telegram, other)


async def test_a_substitute_keeps_the_lesson_and_its_teacher_only_sees_it(office: Office) -> None:
    await office.do(substitute, Substitute(office.lesson, office.guseva, reason=ChangeReason.ABSENCE))

    assert (await office.row()).substitute_id == office.guseva
    world, mine = office.world, SetTopic(office.lesson, "Степени")
    with pytest.raises(Forbidden):
        await office.room.do(set_topic, mine)
    await world.do(set_topic, mine, office.guseva_telegram)
    world.clock.to(TODAY, 20)
    owed = await world.see(my_debts, MyDebts(), office.guseva_telegram)
    assert [each.facts.lesson.id for each in owed] == [office.lesson, office.other]
    assert await office.room.see(my_debts, MyDebts()) == ()


async def test_every_change_is_kept_audited_and_told(office: Office) -> None:
    await office.do(substitute, Substitute(office.lesson, office.guseva, reason=ChangeReason.ABSENCE))
    await office.do(substitute, Substitute(office.lesson, None))

    kept = await office.world.rows(select(LessonChangeRow.__table__).order_by(LessonChangeRow.id))
    assert [(row.kind, row.reason) for row in kept] == [
        (ChangeKind.SUBSTITUTED, "absence"),
        (ChangeKind.SUBSTITUTED, ""),
    ]
    assert [unpack(row.after).substitute for row in kept] == [office.guseva, None]
    assert kept[1].before == kept[0].after
    audited = await office.world.rows(select(AuditRow.before, AuditRow.after).order_by(AuditRow.id))
    assert [tuple(row) for row in audited] == [(row.before, row.after) for row in kept]
    teachers = (EventKind.LESSON_CHANGE_STAFF, office.room.teacher), (EventKind.LESSON_CHANGE_STAFF, office.guseva)
    assert (
        await office.events() == [(EventKind.LESSON_CHANGE, None), *sorted(teachers, key=lambda each: each[1] or 0)] * 2
    )


async def test_the_database_lets_nobody_change_the_history(office: Office) -> None:
    await office.do(cancel_lesson, CancelLesson(office.lesson))
    path = office.world.engines.writer.sync_engine.url.database or ""
    with closing(sqlite3.connect(path)) as db:
        for statement in (
            "UPDATE lesson_change SET reason = 'x'",
            "DELETE FROM lesson_change",
            "REPLACE INTO lesson_change SELECT * FROM lesson_change",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                db.execute(statement)


async def test_the_same_again_changes_nothing(office: Office) -> None:
    await office.do(substitute, Substitute(office.lesson, None))
    await office.do(substitute, Substitute(office.lesson, PersonId(office.room.teacher)))
    await office.do(return_lesson, ReturnLesson(office.lesson))
    await office.do(move_lesson, MoveLesson(office.lesson, TODAY, 3))
    await office.do(change_room, ChangeRoom(office.lesson, typed=" 21 "))
    assert await office.world.rows(select(LessonChangeRow.id)) == []
    assert await office.events() == []


async def test_somebody_busy_is_told_of_and_sent_only_after_a_yes(office: Office) -> None:
    await office.do(move_lesson, MoveLesson(office.lesson, TODAY, 5))
    outcome: Outcome = await office.do(substitute, Substitute(office.lesson, office.guseva))
    assert [(each.clash, each.other.id) for each in outcome.conflicts] == [(Clash.TEACHER, office.other)]
    assert outcome.may_insist
    assert (await office.row()).substitute_id is None

    outcome = await office.do(substitute, Substitute(office.lesson, office.guseva, sure=True))
    assert not outcome.conflicts
    assert (await office.row()).substitute_id == office.guseva


async def test_only_the_teaching_staff_of_the_day_may_substitute(office: Office) -> None:
    world = office.world
    gone = await world.staff("Ушла Ирина Павловна", until=TODAY - timedelta(days=1))
    cook = await world.staff("Поварова Анна Игоревна", Role.SECRETARY)
    for person in (gone, cook, office.room.students[0], 9999):
        with pytest.raises(Forbidden):
            await office.do(substitute, Substitute(office.lesson, PersonId(person)))


async def test_a_cancelled_lesson_owes_nothing_and_comes_back(office: Office) -> None:
    office.world.clock.to(TODAY, 8)
    await office.do(cancel_lesson, CancelLesson(office.lesson))
    office.world.clock.to(TODAY, 20)
    assert await office.room.see(my_debts, MyDebts()) == ()
    with pytest.raises(Refusal, match="lesson-cancelled"):
        await office.do(substitute, Substitute(office.lesson, office.guseva))

    await office.do(return_lesson, ReturnLesson(office.lesson))
    assert [each.facts.lesson.id for each in await office.room.see(my_debts, MyDebts())] == [office.lesson]


@pytest.mark.parametrize("part", ["attendance", "homework", "marks"])
async def test_a_lesson_with_a_record_is_neither_cancelled_nor_moved(office: Office, part: str) -> None:
    student = office.room.students[0]
    match part:
        case "attendance":
            await office.room.do(take_attendance, TakeAttendance(office.lesson, ((student, Presence.ABSENT, 0),)))
        case "homework":
            await office.room.do(set_homework, SetHomework(office.lesson, "§14"))
        case _:
            await office.room.work()
    for usecase, command in (
        (cancel_lesson, CancelLesson(office.lesson)),
        (move_lesson, MoveLesson(office.lesson, TOMORROW, 2)),
    ):
        with pytest.raises(Refusal, match="lesson-held") as refused:
            await office.do(usecase, command)
        assert refused.value.values == {"part": part}
    await office.do(substitute, Substitute(office.lesson, office.guseva))
    assert (await office.see(open_change, OpenChange(office.lesson))).held[0].value == part


async def test_a_moved_lesson_is_seen_at_both_places_and_comes_home(office: Office) -> None:
    world, child = office.world, office.room.students[0]
    mother = await world.enter(await world.guardian("Волкова Ирина Львовна", child))
    await office.do(move_lesson, MoveLesson(office.lesson, TOMORROW, 2))

    row = await office.row()
    assert (row.day, row.number, row.planned_day, row.planned_number) == (TOMORROW, 2, TODAY, 3)
    old, new = [(await world.see(show_day, ShowDay(child, day), mother)).page for day in (TODAY, TOMORROW)]
    ghost = next(entry.lesson for entry in old.entries if entry.lesson.number == 3)
    assert (ghost.moved_to, ghost.cancelled) == ((TOMORROW, 2), True)
    assert [entry.lesson.moved_from for entry in new.entries] == [(TODAY, 3)]
    week = await world.see(show_timetable, ShowTimetable(child, TODAY, week=True), mother)
    assert [(each.day, each.number) for each in week.lessons if each.id == office.lesson] == [(TODAY, 3), (TOMORROW, 2)]

    await office.do(move_lesson, MoveLesson(office.lesson, TODAY, 3))
    row = await office.row()
    assert (row.day, row.number, row.planned_day, row.planned_number) == (TODAY, 3, None, None)


async def test_a_lesson_moves_only_to_where_it_can_be(office: Office) -> None:
    for day, number, code in (
        (TODAY + timedelta(days=3), 1, "lesson-day-off"),
        (date(2026, 10, 28), 1, "lesson-day-off"),
        (TOMORROW, 12, "lesson-no-bell"),
        (NEXT_WEEK, 3, "lesson-place-taken"),
    ):
        with pytest.raises(Refusal, match=code):
            await office.do(move_lesson, MoveLesson(office.lesson, day, number))
    outcome = await office.do(move_lesson, MoveLesson(office.lesson, TODAY, 4, sure=True))
    assert [each.clash for each in outcome.conflicts] == [Clash.STUDENTS]
    assert not outcome.may_insist
    assert (await office.row()).number == 3


async def test_a_place_of_a_cancelled_lesson_of_the_group_is_taken(office: Office) -> None:
    later = (await office.world.rows(select(LessonRow.id).where(LessonRow.day == NEXT_WEEK)))[0][0]
    await office.do(cancel_lesson, CancelLesson(LessonId(later)))
    with pytest.raises(Refusal, match="lesson-place-taken"):
        await office.do(move_lesson, MoveLesson(office.lesson, NEXT_WEEK, 3))


async def test_a_lesson_does_not_come_back_into_a_class_that_is_busy(office: Office) -> None:
    world = office.world
    physics = (await world.rows(select(LessonRow.id).where(LessonRow.number == 4)))[0][0]
    await office.do(cancel_lesson, CancelLesson(LessonId(physics)))
    await office.do(move_lesson, MoveLesson(office.lesson, TODAY, 4))
    outcome = await office.do(return_lesson, ReturnLesson(LessonId(physics), sure=True))
    assert [each.clash for each in outcome.conflicts] == [Clash.STUDENTS]
    assert (await office.row(physics)).state is LessonState.CANCELLED


async def test_a_room_is_chosen_or_typed_and_one_that_is_taken_is_told_of(office: Office) -> None:
    world = office.world
    await world.insert(RoomRow, school_id=world.school, name="34")
    await office.do(move_lesson, MoveLesson(office.lesson, TODAY, 5))
    ((key, _, taken),) = (await office.see(list_rooms, OpenChange(office.lesson))).rooms
    assert taken.klass_name == "8А"
    outcome = await office.do(change_room, ChangeRoom(office.lesson, room=key))
    assert [each.clash for each in outcome.conflicts] == [Clash.ROOM]
    await office.do(change_room, ChangeRoom(office.lesson, typed="Спортзал"))
    assert (await office.row()).room == "Спортзал"
    with pytest.raises(Forbidden):
        await office.do(change_room, ChangeRoom(office.lesson, room=999))
    with pytest.raises(Refusal, match="text-long"):
        await office.do(change_room, ChangeRoom(office.lesson, typed="я" * 51))


async def test_a_past_lesson_shows_who_gave_it_and_nobody_is_told(office: Office) -> None:
    office.world.clock.to(TODAY, 20)
    await office.do(substitute, Substitute(office.lesson, office.guseva))
    assert (await office.see(open_change, OpenChange(office.lesson))).over
    assert await office.events() == []


async def test_the_absent_teachers_day_suggests_who_is_free(office: Office) -> None:
    day = await office.see(
        show_away_day, ShowAwayDay(SchoolId(office.world.school), PersonId(office.room.teacher), TODAY)
    )
    ((lesson, suggested),) = [(each.lesson, each.suggested) for each in day.lessons]
    assert lesson.id == office.lesson
    assert [each.teacher.id for each in suggested] == [office.guseva, office.belova]
    found = (await office.see(list_substitutes, OpenChange(office.lesson))).candidates
    assert [each.teacher.id for each in found] == [office.guseva, office.belova]
    with pytest.raises(Forbidden):
        await office.see(show_away_day, ShowAwayDay(SchoolId(office.world.school), PersonId(9999), TODAY))


async def test_a_lesson_that_an_absent_teacher_was_to_substitute_needs_somebody_else(office: Office) -> None:
    await office.do(substitute, Substitute(office.lesson, office.guseva))
    day = await office.see(show_away_day, ShowAwayDay(SchoolId(office.world.school), office.guseva, TODAY))
    assert [each.lesson.id for each in day.lessons] == [office.lesson, office.other]
    assert office.guseva not in {each.teacher.id for each in day.lessons[0].suggested}


async def test_a_deputy_of_some_grades_changes_no_other_lessons(office: Office) -> None:
    world = office.world
    of_eight = update(StaffRoleRow).where(StaffRoleRow.role == Role.DEPUTY).values(grades=grades_from_mask(1 << 8))
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(of_eight))
    school = ShowChanges(SchoolId(world.school))
    assert [klass.name for klass in await office.see(list_klasses, school)] == ["8А"]
    with pytest.raises(Forbidden):
        await office.do(cancel_lesson, CancelLesson(office.lesson))
    with pytest.raises(Forbidden):
        await office.see(show_klass_day, ShowKlassDay(KlassId(office.room.klass.id), TODAY))
    await office.do(cancel_lesson, CancelLesson(LessonId(office.other)))


async def test_all_staff_sees_the_days_changes_and_only_the_office_makes_them(office: Office) -> None:
    await office.do(cancel_lesson, CancelLesson(LessonId(office.other)))
    await office.do(move_lesson, MoveLesson(office.lesson, TOMORROW, 2))
    school = ShowChanges(SchoolId(office.world.school))
    seen = await office.room.see(show_changes, school)
    assert [facts.lesson.id for facts in seen.lessons] == [office.other, office.lesson]
    assert not seen.changeable
    assert (await office.see(show_changes, school)).changeable
    later = await office.see(show_changes, ShowChanges(SchoolId(office.world.school), TOMORROW))
    assert [facts.lesson.planned for facts in later.lessons] == [(TODAY, 3)]


async def test_the_card_has_what_a_substitute_needs(office: Office) -> None:
    world, room = office.world, office.room
    physics = (await world.rows(select(LessonRow.id, LessonRow.group_id).where(LessonRow.number == 4)))[0]
    early = await world.lesson(room.klass, physics.group_id, office.belova, TODAY, 1)
    belova = await world.enter(office.belova)
    await world.topic("Алгебра", room.klass, 1, "Степени", "§5")
    monday = await world.lesson(room.klass, room.group, room.teacher, TODAY - timedelta(days=3), 2)
    await room.do(set_homework, SetHomework(LessonId(monday), "§14 № 95", due_on=TODAY))
    await room.do(set_homework, SetHomework(LessonId(monday), "Доклад", due_on=TODAY, student=room.students[1]))
    ill = ((room.students[2], Presence.ILL, 0),)
    await world.do(take_attendance, TakeAttendance(LessonId(early), ill), belova)
    await office.do(substitute, Substitute(office.lesson, office.guseva))

    statements = Statements(world.engines.reader)
    card = await world.see(substitution_card, OpenSubstitution(office.lesson), office.guseva_telegram)

    assert statements.count - 1 <= 4
    assert [name.family for name in card.pupils] == ["Волкова", "Ёлкин", "Жуков", "Орлов", "Панина"]
    assert [(name.family, presence) for name, presence in card.missing] == [("Жуков", Presence.ILL)]
    assert [(task.text, task.student.family if task.student else "") for task in card.due] == [
        ("§14 № 95", ""),
        ("Доклад", "Ёлкин"),
    ]
    assert (card.topic, card.task, card.given) == ("Степени", "§5", False)
    with pytest.raises(Forbidden):
        await room.see(substitution_card, OpenSubstitution(office.lesson))
    with pytest.raises(Forbidden):
        await office.see(substitution_card, OpenSubstitution(office.lesson))


@pytest.mark.parametrize("size", [1, 12])
async def test_screens_take_four_statements_whatever_the_school(office: Office, size: int) -> None:
    world = office.world
    for number in range(size):
        klass = await world.klass(f"9{chr(1072 + number)}", ["Имя Фамилия"])
        teacher = await world.staff(f"Учитель{chr(1072 + number)} Анна")
        group = await world.group(klass, "Алгебра", teacher)
        key = await world.lesson(klass, group, teacher, TODAY, 3)
        await office.do(cancel_lesson, CancelLesson(LessonId(key)))
    school = SchoolId(world.school)
    for usecase, command in (
        (show_changes, ShowChanges(school)),
        (list_klasses, ShowChanges(school, TODAY)),
        (list_teachers, ShowChanges(school, TODAY)),
        (show_klass_day, ShowKlassDay(KlassId(office.room.klass.id), TODAY)),
        (show_away_day, ShowAwayDay(school, PersonId(office.room.teacher), TODAY)),
        (open_change, OpenChange(office.lesson)),
        (list_substitutes, OpenChange(office.lesson)),
        (list_move_days, OpenChange(office.lesson)),
        (list_move_numbers, OpenMoveDay(office.lesson, TOMORROW)),
        (list_rooms, OpenChange(office.lesson)),
    ):
        statements = Statements(world.engines.reader)
        await office.see(usecase, command)
        assert statements.count - 1 <= 4, usecase.__name__
