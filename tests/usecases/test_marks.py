"""Marks: stored at once, corrected by appending, refused where the school's rules say no."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal, Stale
from core.model.events import EventKind
from core.model.ids import LessonId
from core.model.journal import trace
from core.model.lesson import LessonState, WorkKind
from core.model.mark import MarkValue
from core.model.school import EditWindow, Preset
from core.storage.rows import AuditRow, EnrolmentRow, EventRow, LessonRow, MarkRow, WorkRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.marks import (
    AddMark,
    CorrectMark,
    NoMarks,
    OpenMarks,
    SetMark,
    SetMarks,
    UndoMark,
    WithdrawMark,
    add_mark,
    correct_mark,
    mark_sheet,
    no_marks,
    set_mark,
    set_marks,
    undo_mark,
    withdraw_mark,
)
from core.usecases.works import ChangeWork, DeclareWork, ReceiveResults, change_work, declare_work, receive_results
from tests.classroom import NEXT_WEEK, Classroom, classroom
from tests.world import TODAY, World, migrated_copy, open_world

FIVE, FOUR, THREE = MarkValue.FIVE, MarkValue.FOUR, MarkValue.THREE


async def _values(room: Classroom, student: int) -> list[MarkValue]:
    sheet = await room.see(mark_sheet, OpenMarks(room.lesson))
    return [mark.value for mark in sheet.marks if mark.student == student and mark.value is not None]


async def _marks_at(room: Classroom) -> object:
    return (await room.world.rows(select(LessonRow.marks_at).where(LessonRow.id == room.lesson)))[0][0]


async def _code(room: Classroom, usecase: object, command: object) -> str:
    with pytest.raises(Refusal) as refused:
        await room.do(usecase, command)
    return refused.value.code


async def test_a_tap_is_a_mark_an_audit_entry_and_an_event(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    student = room.students[0]

    marked = await room.do(set_mark, SetMark(work, student, FIVE, seen=0))

    (correction,) = marked.corrections
    assert (correction.before, correction.mark.value) == (None, FIVE)
    assert await _values(room, student) == [FIVE]
    told = await world.rows(select(EventRow.kind, EventRow.subject_id, EventRow.student_id, EventRow.actor_id))
    assert [tuple(row) for row in told] == [(EventKind.MARK, correction.mark.root, student, room.teacher)]
    audited = await world.rows(select(AuditRow).where(AuditRow.kind == "mark.set"))
    assert len(audited) == 1
    assert await _marks_at(room) == world.clock.now()


async def test_a_double_tap_is_one_mark(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    command = SetMark(work, room.students[0], FIVE, seen=0)
    first, second = await asyncio.gather(room.do(set_mark, command), room.do(set_mark, command))
    assert len(first.corrections) + len(second.corrections) == 1
    assert len(await world.rows(select(MarkRow.id))) == 1


async def test_another_value_corrects_and_the_first_record_stays(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    student = room.students[0]
    first = (await room.do(set_mark, SetMark(work, student, FOUR))).corrections[0]
    second = (await room.do(set_mark, SetMark(work, student, FIVE, seen=trace(first.mark)))).corrections[0]

    assert (second.before, second.mark.root) == (FOUR, first.mark.id)
    assert await _values(room, student) == [FIVE]
    assert len(await world.rows(select(MarkRow.id))) == 2
    assert [row[0] for row in await world.rows(select(EventRow.subject_id))] == [first.id, first.id]


async def test_a_screen_that_showed_another_mark_is_stale(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    student = room.students[0]
    await room.do(set_mark, SetMark(work, student, FOUR, seen=0))
    with pytest.raises(Stale):
        await room.do(set_mark, SetMark(work, student, FIVE, seen=0))
    assert await _values(room, student) == [FOUR]


async def test_two_who_correct_at_once_cannot_both_win(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    first = (await room.do(set_mark, SetMark(work, room.students[0], FOUR))).corrections[0]
    outcomes = await asyncio.gather(
        room.do(correct_mark, CorrectMark(first.id, FIVE)),
        room.do(correct_mark, CorrectMark(first.id, THREE)),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Stale) for outcome in outcomes) == 1


async def test_a_second_mark_in_the_same_work(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    student = room.students[0]
    await room.do(set_mark, SetMark(work, student, FOUR))
    await room.do(add_mark, AddMark(work, student, FIVE, standing=1))
    assert await _values(room, student) == [FOUR, FIVE]
    with pytest.raises(Stale):  # the same tap twice
        await room.do(add_mark, AddMark(work, student, FIVE, standing=1))


async def test_undo_brings_back_what_stood_before(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    student = room.students[0]
    first = (await room.do(set_mark, SetMark(work, student, FOUR))).corrections[0]
    slip = (await room.do(set_mark, SetMark(work, student, THREE))).corrections[0]
    back = (await room.do(undo_mark, UndoMark(slip.id))).corrections[0]
    assert await _values(room, student) == [FOUR]
    await room.do(undo_mark, UndoMark(back.id))
    assert await _values(room, student) == [THREE]
    with pytest.raises(Stale):
        await room.do(undo_mark, UndoMark(first.id))


async def test_undoing_the_only_mark_opens_the_duty_again_and_the_place_goes_on(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    student = room.students[0]
    first = (await room.do(set_mark, SetMark(work, student, FOUR))).corrections[0]
    await room.do(undo_mark, UndoMark(first.id))
    assert await _values(room, student) == []
    assert await _marks_at(room) is None
    again = (await room.do(set_mark, SetMark(work, student, FIVE, seen=0))).corrections[0]
    assert again.mark.root == first.mark.root


async def test_undo_ends_with_the_grace_time(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    first = (await room.do(set_mark, SetMark(work, room.students[0], FOUR))).corrections[0]
    world.clock.shift(minutes=6)
    assert await _code(room, undo_mark, UndoMark(first.id)) == "undo-late"


async def test_the_next_day_a_correction_asks_for_a_reason(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    first = (await room.do(set_mark, SetMark(work, room.students[0], FOUR))).corrections[0]
    world.clock.shift(hours=1)
    second = (await room.do(correct_mark, CorrectMark(first.id, FIVE))).corrections[0]
    world.clock.shift(days=1)
    assert await _code(room, correct_mark, CorrectMark(second.id, THREE)) == "reason-needed"
    assert await _code(room, withdraw_mark, WithdrawMark(second.id)) == "reason-needed"

    await room.do(withdraw_mark, WithdrawMark(second.id, "retake"))
    assert await _values(room, room.students[0]) == []
    rows = await world.rows(select(AuditRow.before, AuditRow.after, AuditRow.reason).order_by(AuditRow.seq.desc()))
    assert tuple(rows[0]) == ("5", None, "retake")


async def test_a_closed_window_names_rule_day_and_clause(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    first = (await room.do(set_mark, SetMark(work, room.students[0], FOUR))).corrections[0]
    world.clock.to(date(2026, 10, 29), 23, 59)
    await room.do(correct_mark, CorrectMark(first.id, FIVE, reason="retake"))
    world.clock.to(date(2026, 10, 30), 0)
    with pytest.raises(Refusal) as refused:
        await room.do(set_mark, SetMark(work, room.students[0], THREE, reason="retake"))
    assert refused.value.code == "window-closed"
    assert refused.value.values["day"] == TODAY
    assert refused.value.values["until"] == date(2026, 10, 29)
    assert refused.value.values["clause"]
    assert await _values(room, room.students[0]) == [FIVE]


async def test_deadlines_are_judged_by_when_the_person_pressed(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    first = (await room.do(set_mark, SetMark(work, room.students[0], FOUR))).corrections[0]
    world.clock.to(date(2026, 10, 30), 3)
    async with world.works.changing(room.telegram, sent_at=world.clock.now() - timedelta(hours=4)) as unit:
        await correct_mark(unit, CorrectMark(first.id, FIVE, reason="retake"))
    assert await _values(room, room.students[0]) == [FIVE]


async def test_where_the_text_forbids_it_nothing_is_backdated_nor_corrected(tmp_path: Path, template: Path) -> None:
    world = open_world(migrated_copy(tmp_path, template))
    await world.found(preset=Preset.ANTSIR, edit_window=EditWindow.FORBIDDEN)
    room = await classroom(world)
    work = await room.work()
    essay = await room.work(WorkKind.ESSAY, check_until=TODAY + timedelta(days=3))
    slip = (await room.do(set_mark, SetMark(work, room.students[0], FOUR))).corrections[0]
    await room.do(undo_mark, UndoMark(slip.id))  # nobody has been told yet
    first = (await room.do(set_mark, SetMark(work, room.students[0], FIVE))).corrections[0]
    world.clock.shift(minutes=6)
    assert await _code(room, correct_mark, CorrectMark(first.id, FOUR, reason="typo")) == "correction-forbidden"
    world.clock.to(TODAY + timedelta(days=1), 0)
    assert await _code(room, set_mark, SetMark(work, room.students[1], FIVE)) == "backdating-forbidden"
    await room.do(set_mark, SetMark(essay, room.students[1], FIVE))
    await world.engines.dispose()


async def test_a_late_first_mark_needs_no_reason(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    world.clock.shift(days=3)
    await room.do(set_mark, SetMark(work, room.students[0], FOUR))
    assert await _values(room, room.students[0]) == [FOUR]


async def test_an_absent_student_is_asked_about(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    student = room.students[0]
    await room.do(take_attendance, TakeAttendance(room.lesson, ((student, Presence.ABSENT, 0),)))
    assert await _code(room, set_mark, SetMark(work, student, FOUR)) == "absent-student"
    await room.do(set_mark, SetMark(work, student, THREE, despite_absence=True))
    await room.do(set_mark, SetMark(work, student, FOUR))  # it was confirmed when it was given
    assert await _code(room, add_mark, AddMark(work, student, FIVE, standing=1)) == "absent-student"
    await room.do(add_mark, AddMark(work, student, MarkValue.EXEMPT, standing=1))
    assert await _values(room, student) == [FOUR, MarkValue.EXEMPT]


async def test_marks_of_a_class_are_one_intention(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    entries = tuple((student, (FIVE, FOUR)) for student in room.students)
    marked = await room.do(set_marks, SetMarks(work, entries))
    assert len(marked.corrections) == 10
    assert (await room.do(set_marks, SetMarks(work, entries))).corrections == ()

    stranger = (await world.klass("7А", ["Чужой Семён"])).students[0]
    with pytest.raises(Forbidden):
        await room.do(set_marks, SetMarks(work, ((room.students[0], (THREE,)), (stranger, (FIVE,)))))
    assert await _values(room, room.students[0]) == [FIVE, FOUR]


async def test_a_declared_work_is_complete_when_everybody_has_an_entry(world: World) -> None:
    room = await classroom(world)
    work = await room.work(WorkKind.CONTROL)
    *marked, absent = room.students
    for student in marked:
        assert await _marks_at(room) is None
        await room.do(set_mark, SetMark(work, student, FOUR))
    assert await _marks_at(room) is None
    await room.do(take_attendance, TakeAttendance(room.lesson, ((absent, Presence.ILL, 0),)))
    assert await _marks_at(room) is not None
    assert (await world.rows(select(WorkRow.done_at)))[0][0] is not None

    await room.do(take_attendance, TakeAttendance(room.lesson))
    assert await _marks_at(room) is None
    assert (await world.rows(select(WorkRow.done_at)))[0][0] is None


async def test_no_marks_is_a_record_that_attendance_does_not_open(world: World) -> None:
    room = await classroom(world)
    await room.do(no_marks, NoMarks(room.lesson))
    await room.do(take_attendance, TakeAttendance(room.lesson, ((room.students[0], Presence.ABSENT, 0),)))
    assert await _marks_at(room) is not None


async def test_a_declared_work_cannot_go_without_marks(world: World) -> None:
    room = await classroom(world)
    await room.do(no_marks, NoMarks(room.lesson))
    await room.work(WorkKind.CONTROL)
    assert await _marks_at(room) is None
    assert await _code(room, no_marks, NoMarks(room.lesson)) == "declared-work"


async def test_works_have_weights_titles_and_a_time_for_the_check(world: World) -> None:
    room = await classroom(world)
    work = await room.work(WorkKind.ESSAY, title=" Осень\nв парке ")
    changed = await room.do(change_work, ChangeWork(work, weight=5, check_days=7))
    assert (changed.work.weight, changed.work.title) == (5, "Осень в парке")
    assert changed.work.check_until == TODAY + timedelta(days=7)
    assert await _code(room, change_work, ChangeWork(work, weight=11)) == "weight-range"
    assert await _code(room, change_work, ChangeWork(work, check_days=31)) == "check-range"
    assert (await room.do(change_work, ChangeWork(work, check_days=0))).work.check_until is None


async def test_two_taps_on_a_new_work_make_one(world: World) -> None:
    room = await classroom(world)
    assert await room.work(WorkKind.TEST) == await room.work(WorkKind.TEST)


async def test_a_lesson_not_given_takes_no_marks(world: World) -> None:
    room = await classroom(world)
    ahead = await world.lesson(room.klass, room.group, room.teacher, NEXT_WEEK, 4)
    cancelled = await world.lesson(room.klass, room.group, room.teacher, TODAY, 1, state=LessonState.CANCELLED)
    assert await _code(room, declare_work, DeclareWork(LessonId(ahead), WorkKind.ANSWER)) == "lesson-ahead"
    assert await _code(room, mark_sheet, OpenMarks(LessonId(cancelled))) == "lesson-cancelled"


async def test_grade_one_has_no_marks(world: World) -> None:
    room = await classroom(world, klass="1А")
    assert await _code(room, declare_work, DeclareWork(room.lesson, WorkKind.ANSWER)) == "grade-one"
    assert await _code(room, no_marks, NoMarks(room.lesson)) == "grade-one"


async def test_forged_ids_are_refused(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    first = (await room.do(set_mark, SetMark(work, room.students[0], FOUR))).corrections[0]
    stranger = await world.enter(await world.staff("Белова Ольга Юрьевна"))
    parent = await world.enter(await world.guardian("Волкова Нина", room.students[0]))
    student = await world.enter(room.students[0])
    for telegram in (stranger, parent, student):
        for usecase, command in (
            (set_mark, SetMark(work, room.students[0], FIVE)),
            (correct_mark, CorrectMark(first.id, FIVE)),
            (withdraw_mark, WithdrawMark(first.id)),
            (undo_mark, UndoMark(first.id)),
            (no_marks, NoMarks(room.lesson)),
            (declare_work, DeclareWork(room.lesson, WorkKind.CONTROL)),
            (change_work, ChangeWork(work, weight=2)),
        ):
            with pytest.raises(Forbidden):
                await world.do(usecase, command, telegram)
        with pytest.raises(Forbidden):
            await world.see(mark_sheet, OpenMarks(room.lesson), telegram)
    with pytest.raises(Forbidden):
        await room.do(set_mark, SetMark(work, (await world.klass("7А", ["Чужой Семён"])).students[0], FIVE))
    assert await _values(room, room.students[0]) == [FOUR]


async def test_a_student_who_came_later_has_no_mark_before(world: World) -> None:
    room = await classroom(world)
    work = await room.work()
    newcomer = await world.person("Новиков Артём")
    await world.insert(EnrolmentRow, student_id=newcomer, klass_id=room.klass.id, since=date(2026, 10, 16))
    with pytest.raises(Forbidden):
        await room.do(set_mark, SetMark(work, newcomer, FIVE))


async def test_results_of_an_external_work_are_entered_within_a_day(world: World) -> None:
    """Also where nothing else may be entered after midnight: they came later [004 §2; 002 §4а-2] (JRN-14)."""
    room = await classroom(world)
    await world.change_school(preset=Preset.ANTSIR, edit_window=EditWindow.FORBIDDEN)
    work = await room.work(WorkKind.DIAGNOSTIC)
    world.clock.shift(days=10)
    with pytest.raises(Refusal, match="backdating-forbidden"):
        await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FOUR))
    came = world.clock.now()
    declared = await room.do(receive_results, ReceiveResults(work))
    assert (declared.work.received_at, str(declared.work.check_until)) == (came, "2026-10-26")
    world.clock.shift(hours=3)
    assert (await room.do(receive_results, ReceiveResults(work))).work.received_at == came
    await room.do(set_mark, SetMark(work, room.students[0], MarkValue.FOUR))
    other = await room.work(WorkKind.CONTROL)
    with pytest.raises(Refusal, match="not-diagnostic"):
        await room.do(receive_results, ReceiveResults(other))
