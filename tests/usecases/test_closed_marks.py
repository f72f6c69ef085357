"""What a period mark closes, and the deputy's permission that opens one place (JRN-10) [003 Д.2-1; 002 §4а-2]."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from core.model.audit import AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import EventKind
from core.model.final_mark import TermKey
from core.model.ids import LatePermissionId, LessonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.school import EditWindow, Preset
from core.storage.rows import AuditRow, EventRow, FinalMarkRow, LatePermissionRow, MarkRow, WorkRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.dictation import Dictate, StoreList, dictate, store_list
from core.usecases.final_marks import CorrectFinal, SetFinal, correct_final, set_final
from core.usecases.homework import NoHomework, no_homework
from core.usecases.late_permissions import AnswerLate, AskFinalLate, AskLate, answer_late, ask_final_late, ask_late
from core.usecases.marks import (
    AddMark,
    CorrectMark,
    SetMark,
    SetMarks,
    UndoMark,
    WithdrawMark,
    add_mark,
    correct_mark,
    set_mark,
    set_marks,
    undo_mark,
    withdraw_mark,
)
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.topics import SetTopic, set_topic
from core.usecases.works import ChangeWork, DeclareWork, change_work, declare_work
from tests.quarter import Quarter, quarter
from tests.world import World

V = MarkValue


@pytest.fixture
async def here(world: World) -> Quarter:
    """The deputy is there; the first student's mark of the quarter is set."""
    return await quarter(world, edit_window=EditWindow.UNLIMITED)


async def refused(awaited: Any) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await awaited
    return caught.value


async def settle(here: Quarter, *places: int) -> None:
    for at in places:
        value = V.NOT_ASSESSED if at == 4 else V.FIVE if at < 2 else V.FOUR
        await here.do(set_final, SetFinal(here.group, here.students[at], here.term, value, "progress"))


async def first_mark(here: Quarter, student: int = 0) -> Any:
    query = select(MarkRow.id, MarkRow.work_id).where(MarkRow.student_id == here.students[student])
    return (await here.world.rows(query.order_by(MarkRow.id)))[0]


async def deputy(here: Quarter) -> int:
    return await here.world.enter(await here.world.staff("Сафонова Нина Игоревна", Role.DEPUTY))


async def permission(here: Quarter) -> LatePermissionId:
    found = await here.world.rows(select(LatePermissionRow.id).order_by(LatePermissionRow.id.desc()))
    return LatePermissionId(found[0][0])


async def test_marks_below_a_period_mark_are_closed_by_every_path(here: Quarter) -> None:
    await settle(here, 0)
    mark, work = await first_mark(here)
    student = here.students[0]
    here.world.clock.shift(hours=1)
    paths = (
        (set_mark, SetMark(work, student, V.TWO, reason="typo")),
        (add_mark, AddMark(work, student, V.TWO, 1)),
        (set_marks, SetMarks(work, ((student, (V.TWO,)),), reason="typo")),
        (correct_mark, CorrectMark(mark, V.TWO, reason="typo")),
        (correct_mark, CorrectMark(mark, comment="молодец", reason="comment")),
        (withdraw_mark, WithdrawMark(mark, "typo")),
        (change_work, ChangeWork(work, weight=5)),
    )
    for usecase, command in paths:
        found = await refused(here.do(usecase, command))
        assert (found.code, found.values["clause"]) == ("period-settled", "003 Д.2-1"), command
    await here.do(dictate, Dictate(work, "Волкова 2"))
    assert (await refused(here.do(store_list, StoreList(work)))).code == "period-settled"
    rows = select(func.count()).select_from(MarkRow).where(MarkRow.student_id == student)
    before = (await here.world.rows(rows))[0][0]
    assert before == 5
    await here.do(set_mark, SetMark(work, here.students[2], V.TWO, reason="typo"))


async def test_undo_does_not_pass_either(here: Quarter) -> None:
    """A mark, then the period mark, then «undo» within the five minutes: what the mark rests on stays."""
    _, work = await first_mark(here)
    given = await here.do(add_mark, AddMark(work, here.students[2], V.FIVE, 0))
    await settle(here, 2)
    here.world.clock.shift(minutes=1)
    assert (await refused(here.do(undo_mark, UndoMark(given.corrections[0].id)))).code == "period-settled"


async def test_a_mark_taken_back_re_opens_one_student(here: Quarter) -> None:
    """«В случае пересдачи материала …» [000 §13; 003 §4.13]."""
    await settle(here, 0, 2)
    mark, _ = await first_mark(here)
    final = (await here.do(set_final, SetFinal(here.group, here.students[3], here.term, V.FOUR))).marks
    assert final
    here.world.clock.shift(hours=1)
    record = (await here.world.rows(select(func.min(FinalMarkRow.id))))[0][0]
    await here.do(correct_final, CorrectFinal(record, None, "retake"))
    await here.do(correct_mark, CorrectMark(mark, V.FOUR, reason="retake"))
    other = await first_mark(here, 3)
    found = await refused(here.do(set_mark, SetMark(other.work_id, here.students[3], V.TWO, reason="typo")))
    assert found.code == "period-settled"


async def test_lessons_after_the_period_mark_are_still_kept(here: Quarter) -> None:
    """Set two days before the quarter's end, it does not stop Friday's lesson; after the quarter 003 closes all."""
    await settle(here, 0, 1, 2, 3, 4)
    friday = date(2026, 10, 23)
    lesson = LessonId(await here.world.lesson(here.room.klass, here.room.group, here.room.teacher, friday, 2))
    here.world.clock.to(friday, 9, 30)
    work = (await here.do(declare_work, DeclareWork(lesson, WorkKind.ANSWER))).work.id
    await here.do(set_mark, SetMark(work, here.students[0], V.FOUR))
    here.world.clock.to(date(2026, 10, 25), 9)
    found = await refused(here.do(set_mark, SetMark(work, here.students[1], V.FOUR)))
    assert found.code == "period-settled"
    records = (
        (take_attendance, TakeAttendance(lesson)),
        (set_topic, SetTopic(lesson, "Степени")),
        (no_homework, NoHomework(lesson)),
        (declare_work, DeclareWork(lesson, WorkKind.TEST)),
        (write_remark, WriteRemark(lesson, here.students[0], "Молодец")),
    )
    for usecase, command in records:
        found = await refused(here.do(usecase, command))
        assert (found.code, found.values["ask_lesson"]) == ("period-closed", lesson), usecase


@pytest.mark.parametrize("preset", [each for each in Preset if each is not Preset.MOSCOW_REGION])
async def test_other_texts_close_marks_only(world: World, preset: Preset) -> None:
    here = await quarter(world, preset=preset, edit_window=EditWindow.UNLIMITED)
    await settle(here, 0, 1, 2, 3, 4)
    here.world.clock.to(date(2026, 10, 25), 9)
    await here.do(set_topic, SetTopic(here.room.lesson, "Степени"))
    mark, _ = await first_mark(here)
    assert (await refused(here.do(correct_mark, CorrectMark(mark, V.TWO, reason="typo")))).code in (
        "period-settled",
        "backdating-forbidden",
    )


async def test_the_deputy_opens_exactly_one_place_once(here: Quarter) -> None:
    await settle(here, 0, 2)
    mark, work = await first_mark(here)
    head = await deputy(here)
    here.world.clock.shift(hours=1)
    command = CorrectMark(mark, V.FOUR, reason="retake")
    found = await refused(here.do(correct_mark, command))
    asked = AskLate(LessonId(found.values["ask_lesson"]), found.values["ask_student"], "retake")  # type: ignore[arg-type]
    assert (await here.do(ask_late, asked)).anew
    assert not (await here.do(ask_late, asked)).anew
    assert (await refused(here.do(correct_mark, command))).code == "period-settled"
    request, until = await here.world.do(answer_late, AnswerLate(await permission(here), True), head)
    assert (request.student, str(until)) == ("Волкова Д.", "2026-10-23")
    with pytest.raises(Refusal, match="late-answered"):
        await here.world.do(answer_late, AnswerLate(await permission(here), False), head)
    other = await refused(here.do(set_mark, SetMark(work, here.students[2], V.TWO, reason="typo")))
    assert other.code == "period-settled"
    changed = await here.do(correct_mark, command)
    here.world.clock.shift(minutes=6)
    again = CorrectMark(changed.corrections[0].id, V.FIVE, reason="typo")
    assert (await refused(here.do(correct_mark, again))).code == "period-settled"
    kinds = await here.world.rows(select(AuditRow.kind).order_by(AuditRow.id))
    assert [row[0] for row in kinds][-3:] == [AuditKind.LATE_ASKED, AuditKind.LATE_ANSWERED, AuditKind.MARK_CORRECTED]
    told = [row[0] for row in await here.world.rows(select(EventRow.kind).order_by(EventRow.id))]
    assert (told.count(EventKind.LATE_ASKED), told.count(EventKind.LATE_ANSWERED)) == (1, 1)


async def test_a_permission_ends_with_its_day_and_a_refusal_opens_nothing(here: Quarter) -> None:
    await settle(here, 0)
    mark, _ = await first_mark(here)
    head = await deputy(here)
    here.world.clock.shift(hours=1)
    command = CorrectMark(mark, V.FOUR, reason="retake")
    for granted in (False, True):
        await here.do(ask_late, AskLate(here.room.lesson, here.students[0]))
        await here.world.do(answer_late, AnswerLate(await permission(here), granted), head)
        if not granted:
            assert (await refused(here.do(correct_mark, command))).code == "period-settled"
    here.world.clock.to(date(2026, 10, 23), 23, 59)
    await here.do(correct_mark, CorrectMark(mark, V.THREE, reason="retake"))
    await here.do(ask_late, AskLate(here.room.lesson, here.students[0]))
    await here.world.do(answer_late, AnswerLate(await permission(here), True), head)
    here.world.clock.to(date(2026, 10, 26), 0, 0)
    newest = (await here.world.rows(select(func.max(MarkRow.id))))[0][0]
    assert (await refused(here.do(correct_mark, CorrectMark(newest, V.FOUR, reason="x")))).code == "period-settled"


async def test_back_dating_is_opened_for_a_whole_lesson(world: World) -> None:
    """Antsir: a missing mark can't be entered after midnight; the deputy's record opens the lesson [002 §4а-2]."""
    here = await quarter(world, preset=Preset.ANTSIR, edit_window=EditWindow.FORBIDDEN)
    head = await deputy(here)
    work = (await here.world.rows(select(func.min(WorkRow.id))))[0][0]
    entries = [SetMark(work, here.students[at], V.FOUR) for at in (2, 4)]
    found = await refused(here.do(set_mark, entries[0]))
    assert (found.code, found.values["ask_student"]) == ("backdating-forbidden", here.students[2])
    await here.do(ask_late, AskLate(here.room.lesson, reason="illness"))
    await here.world.do(answer_late, AnswerLate(await permission(here), True), head)
    for entry in entries:
        await here.do(set_mark, entry)


async def test_final_marks_are_opened_the_same_way(world: World) -> None:
    here = await quarter(world, preset=Preset.ANTSIR, edit_window=EditWindow.FORBIDDEN)
    head = await deputy(here)
    here.world.clock.to(date(2026, 10, 26), 9)
    command = SetFinal(here.group, here.students[0], here.term, V.FIVE)
    found = await refused(here.do(set_final, command))
    assert (found.code, found.values["ask_group"], found.values["clause"]) == (
        "final-late",
        here.group,
        "002 §4а-2",
    )
    await here.do(ask_final_late, AskFinalLate(here.group, here.term, "outage"))
    await here.world.do(answer_late, AnswerLate(await permission(here), True), head)
    await here.do(set_final, command)
    other = TermKey(here.term.kind, here.second)
    assert (await refused(here.do(set_final, SetFinal(here.group, here.students[0], other, V.FIVE)))).code == (
        "final-early"
    )


async def test_only_a_deputy_answers_and_only_the_teacher_asks(here: Quarter) -> None:
    head = await deputy(here)
    stranger = await here.world.enter(await here.world.staff("Чужой Олег Олегович"))
    with pytest.raises(Forbidden):
        await here.world.do(ask_late, AskLate(here.room.lesson), stranger)
    with pytest.raises(Forbidden):
        await here.world.do(ask_late, AskLate(here.room.lesson), head)
    await here.do(ask_late, AskLate(here.room.lesson))
    key = await permission(here)
    for who in (stranger, here.room.telegram):
        with pytest.raises(Forbidden):
            await here.world.do(answer_late, AnswerLate(key, True), who)
