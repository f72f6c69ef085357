"""Attendance: one saving, differences only, nobody alarmed twice."""

import pytest
from sqlalchemy import select

from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal, Stale
from core.model.events import EventKind
from core.model.lesson import LessonState
from core.storage.rows import AttendanceRow, AuditRow, EventRow, LessonRow
from core.usecases.attendance import OpenAttendance, TakeAttendance, attendance_sheet, take_attendance
from tests.classroom import NEXT_WEEK, Classroom, classroom
from tests.world import TODAY, World


async def _told(room: Classroom) -> list[int]:
    query = select(EventRow.student_id).where(EventRow.kind == EventKind.ATTENDANCE).order_by(EventRow.id)
    return [row[0] for row in await room.world.rows(query)]


async def test_an_absence_is_recorded_told_and_audited(world: World) -> None:
    room = await classroom(world)
    absent, late = room.students[0], room.students[1]

    sheet = await room.do(
        take_attendance,
        TakeAttendance(room.lesson, ((absent, Presence.ABSENT, 0), (late, Presence.LATE, 10))),
    )

    assert {p.id: (p.presence, p.minutes) for p in sheet.pupils if p.presence is not Presence.PRESENT} == {
        absent: (Presence.ABSENT, 0),
        late: (Presence.LATE, 10),
    }
    assert await _told(room) == [absent, late]
    kinds = await world.rows(select(AuditRow.kind, AuditRow.student_id, AuditRow.after).order_by(AuditRow.seq))
    assert [tuple(row) for row in kinds] == [
        ("attendance.set", absent, "absent"),
        ("attendance.set", late, "late:10"),
        ("lesson.record", None, "attendance"),
    ]
    assert (await world.rows(select(LessonRow.attendance_at).where(LessonRow.id == room.lesson)))[0][0] is not None


async def test_saving_the_same_again_writes_and_tells_nothing(world: World) -> None:
    room = await classroom(world)
    command = TakeAttendance(room.lesson, ((room.students[0], Presence.ILL, 0),))
    await room.do(take_attendance, command)
    await room.do(take_attendance, command)
    assert len(await world.rows(select(AttendanceRow.id))) == 1
    assert len(await _told(room)) == 1


async def test_a_correction_is_a_new_record_and_the_old_one_stays(world: World) -> None:
    room = await classroom(world)
    student = room.students[0]
    await room.do(take_attendance, TakeAttendance(room.lesson, ((student, Presence.ABSENT, 0),)))
    sheet = await room.do(take_attendance, TakeAttendance(room.lesson))

    assert all(pupil.presence is Presence.PRESENT for pupil in sheet.pupils)
    rows = await world.rows(select(AttendanceRow.presence, AttendanceRow.replaces).order_by(AttendanceRow.id))
    assert [row[0] for row in rows] == [Presence.ABSENT, Presence.PRESENT]
    assert rows[1][1] is not None
    assert await _told(room) == [student, student]


async def test_everybody_present_is_a_record(world: World) -> None:
    room = await classroom(world)
    await room.do(take_attendance, TakeAttendance(room.lesson))
    (row,) = await world.rows(select(LessonRow.attendance_at).where(LessonRow.id == room.lesson))
    assert row[0] == world.clock.now()
    assert await _told(room) == []


async def test_a_stale_screen_is_not_saved(world: World) -> None:
    room = await classroom(world)
    seen = (await room.see(attendance_sheet, OpenAttendance(room.lesson))).version
    await room.do(take_attendance, TakeAttendance(room.lesson, ((room.students[0], Presence.ABSENT, 0),)))
    with pytest.raises(Stale):
        await room.do(take_attendance, TakeAttendance(room.lesson, (), version=seen))


async def test_a_student_of_another_class_cannot_be_noted_here(world: World) -> None:
    room = await classroom(world)
    other = await world.klass("7А", ["Чужой Семён"])
    with pytest.raises(Forbidden):
        await room.do(take_attendance, TakeAttendance(room.lesson, ((other.students[0], Presence.ABSENT, 0),)))
    assert await world.rows(select(AttendanceRow.id)) == []


async def test_another_teacher_is_refused_and_the_substitute_fills(world: World) -> None:
    room = await classroom(world)
    colleague = await world.staff("Белова Ольга Юрьевна")
    telegram = await world.enter(colleague)
    with pytest.raises(Forbidden):
        await world.do(take_attendance, TakeAttendance(room.lesson), telegram)

    handed = await world.lesson(room.klass, room.group, room.teacher, TODAY, 2, substitute_id=colleague)
    await world.do(take_attendance, TakeAttendance(handed), telegram)
    with pytest.raises(Forbidden):
        await room.do(take_attendance, TakeAttendance(handed))


async def test_lessons_that_were_not_given_have_no_attendance(world: World) -> None:
    room = await classroom(world)
    ahead = await world.lesson(room.klass, room.group, room.teacher, NEXT_WEEK, 4)
    cancelled = await world.lesson(room.klass, room.group, room.teacher, TODAY, 1, state=LessonState.CANCELLED)
    for lesson, code in ((ahead, "lesson-ahead"), (cancelled, "lesson-cancelled")):
        with pytest.raises(Refusal) as refused:
            await room.do(take_attendance, TakeAttendance(lesson))
        assert refused.value.code == code
    with pytest.raises(Forbidden):
        await room.do(take_attendance, TakeAttendance(999_999))


async def test_who_missed_an_earlier_lesson_of_the_day_is_hinted(world: World) -> None:
    room = await classroom(world)
    first = await world.lesson(room.klass, room.group, room.teacher, TODAY, 1)
    await room.do(take_attendance, TakeAttendance(first, ((room.students[2], Presence.ILL, 0),)))
    sheet = await room.see(attendance_sheet, OpenAttendance(room.lesson))
    assert [pupil.id for pupil in sheet.pupils if pupil.missed_before] == [room.students[2]]


async def test_the_list_is_in_the_order_of_a_class_list(world: World) -> None:
    room = await classroom(world)
    sheet = await room.see(attendance_sheet, OpenAttendance(room.lesson))
    assert [pupil.name.family for pupil in sheet.pupils] == ["Волкова", "Ёлкин", "Жуков", "Орлов", "Панина"]


async def test_only_members_of_a_subgroup_stand_in_its_list(world: World) -> None:
    room = await classroom(world)
    members = room.students[:2]
    half = await world.group(room.klass, "Английский язык", room.teacher, name="1", members=members)
    lesson = await world.lesson(room.klass, half, room.teacher, TODAY, 2)
    sheet = await room.see(attendance_sheet, OpenAttendance(lesson))
    assert {pupil.id for pupil in sheet.pupils} == set(members)
