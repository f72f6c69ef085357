"""A lost access: cut, told, what was done under it listed, kept or taken back (ACC-5) [003 §5.3, §5.4]."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from core.model.attendance import Presence
from core.model.errors import Forbidden, Refusal, Stale
from core.model.events import EventKind
from core.model.final_mark import FinalKind, TermKey
from core.model.ids import GroupId, LostReportId, PeriodId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.scrutiny import LostCase, ReviewState
from core.storage.queries import chain
from core.storage.rows import (
    AttendanceRow,
    BindingRow,
    EventRow,
    FinalMarkRow,
    HomeworkRow,
    LessonRow,
    LostReportRow,
    MarkRow,
    PeriodRow,
    RemarkRow,
)
from core.usecases.access import ReportOwnLost, report_own_lost
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.final_marks import CorrectFinal, SetFinal, correct_final, set_final
from core.usecases.homework import NoHomework, SetHomework, no_homework, set_homework
from core.usecases.lost import (
    Decide,
    ListLost,
    NameSince,
    OpenLost,
    ReportLost,
    decide,
    list_lost,
    name_since,
    open_lost,
    report_lost,
)
from core.usecases.marks import CorrectMark, NoMarks, SetMark, correct_mark, no_marks, set_mark
from core.usecases.remarks import WriteRemark, write_remark
from core.usecases.topics import SetTopic, set_topic
from tests.classroom import Classroom, classroom
from tests.world import TODAY, World

YESTERDAY = TODAY - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Breach:
    """A teacher whose access somebody else had for an hour, and the administrator."""

    world: World
    room: Classroom
    administrator: int

    async def report(self) -> LostReportId:
        await self.world.do(report_own_lost, ReportOwnLost(), self.room.telegram)
        found = await self.world.rows(select(LostReportRow.id).order_by(LostReportRow.id.desc()))
        return LostReportId(found[0][0])

    async def do(self, usecase: Any, command: Any) -> LostCase:
        case: LostCase = await self.world.do(usecase, command, self.administrator)
        return case

    async def values(self) -> list[MarkValue | None]:
        """The values of the first student's marks as they stand, by chain."""
        rows = await self.world.rows(select(MarkRow.id, MarkRow.root, MarkRow.value).order_by(MarkRow.id))
        newest = {row.root or row.id: row.value for row in rows}
        return list(newest.values())


@pytest.fixture
async def breach(world: World) -> Breach:
    room = await classroom(world)
    administrator = await world.enter(await world.staff("Тихонов Максим Олегович", Role.ADMINISTRATOR))
    return Breach(world, room, administrator)


async def test_the_report_cuts_keeps_and_tells(breach: Breach) -> None:
    key = await breach.report()
    rows = await breach.world.rows(select(BindingRow.ended_at).where(BindingRow.person_id == breach.room.teacher))
    assert all(row[0] is not None for row in rows)
    told = await breach.world.rows(select(EventRow.subject_id).where(EventRow.kind == EventKind.ACCESS_LOST))
    assert told == [(key,)]


async def test_a_class_teacher_reports_for_the_own_class_only(breach: Breach) -> None:
    supervisor = await breach.world.staff("Белова Ирина Николаевна")
    klass = await breach.world.klass("8А", ["Орлов Глеб"], class_teacher=supervisor)
    telegram = await breach.world.enter(supervisor)
    child = await breach.world.enter(klass.students[0])
    await breach.world.do(report_lost, ReportLost(PersonId(klass.students[0])), telegram)
    async with breach.world.works.reading(child) as work:
        assert not work.actor.capacities
    with pytest.raises(Forbidden):
        await breach.world.do(report_lost, ReportLost(breach.room.students[0]), telegram)
    with pytest.raises(Forbidden):
        await breach.world.do(report_lost, ReportLost(PersonId(breach.room.teacher)), telegram)


async def test_only_the_administrator_reviews(breach: Breach) -> None:
    key = await breach.report()
    deputy = await breach.world.enter(await breach.world.staff("Сафонова Нина Игоревна", Role.DEPUTY))
    for usecase, command in (
        (open_lost, OpenLost(key)),
        (name_since, NameSince(key)),
        (decide, Decide(key, reverse=True)),
        (list_lost, ListLost(SchoolId(breach.world.school))),
    ):
        with pytest.raises(Forbidden):
            await breach.world.do(usecase, command, deputy)
    with pytest.raises(Forbidden):
        await breach.do(open_lost, OpenLost(LostReportId(99)))


async def test_everything_since_the_day_is_listed(breach: Breach) -> None:
    work = await breach.room.work()
    await breach.room.do(set_mark, SetMark(work, breach.room.students[0], MarkValue.FIVE))
    key = await breach.report()
    assert [each.id for each in await breach.do(list_lost, ListLost(SchoolId(breach.world.school)))] == [key]
    case = await breach.do(name_since, NameSince(key, TODAY))
    assert [each.kind for each in case.operations] == ["work.declared", "mark.set"]
    assert not any(each.invalid for each in case.operations)
    with pytest.raises(Refusal, match="lost-since-ahead"):
        await breach.do(name_since, NameSince(key, TODAY + timedelta(days=1)))


async def test_nothing_done_closes_the_report(breach: Breach) -> None:
    key = await breach.report()
    case = await breach.do(name_since, NameSince(key))
    assert case.operations == ()
    assert case.report.closed_at is not None
    assert await breach.do(list_lost, ListLost(SchoolId(breach.world.school))) == ()


async def test_what_came_after_the_report_is_invalid_until_the_person_is_back(breach: Breach) -> None:
    work = await breach.room.work()
    key = await breach.report()
    breach.world.clock.shift(minutes=5)
    other = await breach.world.enter(breach.room.teacher)
    breach.world.clock.shift(minutes=5)
    await breach.world.do(set_mark, SetMark(work, breach.room.students[0], MarkValue.TWO), other)
    case = await breach.do(name_since, NameSince(key, TODAY))
    # Whatever is done after coming in anew is the person's own again.
    assert [each.kind for each in case.operations] == ["work.declared"]


async def test_marks_come_back_to_what_stood_before(breach: Breach) -> None:
    child = breach.room.students[0]
    work = await breach.room.work()
    before = await breach.room.do(set_mark, SetMark(work, child, MarkValue.TWO))
    breach.world.clock.shift(days=1)
    mark = before.corrections[0].mark.id
    for value in (MarkValue.FOUR, MarkValue.FIVE):
        corrected = await breach.room.do(correct_mark, CorrectMark(mark, value, reason="typo"))
        mark = corrected.corrections[0].mark.id
    key = await breach.report()
    case = await breach.do(name_since, NameSince(key, TODAY + timedelta(days=1)))
    assert [each.after for each in case.operations] == ["4", "5"]
    case = await breach.do(decide, Decide(key, reverse=True))
    assert {each.state for each in case.operations} == {ReviewState.REVERSED}
    assert await breach.values() == [MarkValue.TWO]
    assert case.report.closed_at is not None
    # History is longer, not shorter: five records in all.
    assert len(await breach.world.rows(select(MarkRow.id))) == 5


async def test_what_lies_on_top_goes_with_it(breach: Breach) -> None:
    child = breach.room.students[0]
    work = await breach.room.work()
    given = await breach.room.do(set_mark, SetMark(work, child, MarkValue.FOUR))
    breach.world.clock.shift(minutes=30)
    await breach.room.do(correct_mark, CorrectMark(given.corrections[0].mark.id, MarkValue.FIVE, reason="typo"))
    key = await breach.report()
    case = await breach.do(name_since, NameSince(key, TODAY))
    first = next(each for each in case.operations if each.kind == "mark.set")
    case = await breach.do(decide, Decide(key, reverse=True, operation=first.id))
    states = {each.kind: each.state for each in case.operations}
    assert states == {
        "work.declared": ReviewState.PENDING,
        "mark.set": ReviewState.REVERSED,
        "mark.corrected": ReviewState.REVERSED,
    }
    assert await breach.values() == [None]
    with pytest.raises(Stale):
        await breach.do(decide, Decide(key, reverse=True, operation=first.id))


async def test_what_somebody_else_mended_stays(breach: Breach) -> None:
    child = breach.room.students[0]
    work = await breach.room.work()
    given = await breach.room.do(set_mark, SetMark(work, child, MarkValue.FIVE))
    key = await breach.report()
    breach.world.clock.shift(minutes=30)
    again = await breach.world.enter(breach.room.teacher)
    correction = CorrectMark(given.corrections[0].mark.id, MarkValue.THREE, reason="typo")
    await breach.world.do(correct_mark, correction, again)
    await breach.do(name_since, NameSince(key, TODAY))
    case = await breach.do(decide, Decide(key, reverse=True))
    assert {each.kind: each.state for each in case.operations}["mark.set"] is ReviewState.SUPERSEDED
    assert await breach.values() == [MarkValue.THREE]


async def test_attendance_homework_and_comments_are_taken_back(breach: Breach) -> None:
    room, child = breach.room, breach.room.students[0]
    await room.do(take_attendance, TakeAttendance(room.lesson, ((child, Presence.ABSENT, 0),)))
    await room.do(set_homework, SetHomework(room.lesson, "§ 1"))
    await room.do(write_remark, WriteRemark(room.lesson, child, "Не слушает"))
    key = await breach.report()
    await breach.do(name_since, NameSince(key, TODAY))
    case = await breach.do(decide, Decide(key, reverse=True))
    assert {each.kind for each in case.pending} <= {"lesson.record"}
    presences = await breach.world.rows(select(AttendanceRow.presence).order_by(AttendanceRow.id))
    assert [row[0] for row in presences] == [Presence.ABSENT, Presence.PRESENT]
    assert all(row[0] for row in await breach.world.rows(select(HomeworkRow.withdrawn_at)))
    assert all(row[0] for row in await breach.world.rows(select(RemarkRow.withdrawn_at)))


async def test_families_are_told_and_the_chain_keeps_both(breach: Breach) -> None:
    child = breach.room.students[0]
    work = await breach.room.work()
    await breach.room.do(set_mark, SetMark(work, child, MarkValue.FIVE))
    key = await breach.report()
    await breach.do(name_since, NameSince(key, TODAY))
    await breach.do(decide, Decide(key, reverse=True))
    told = await breach.world.rows(select(EventRow.id).where(EventRow.kind == EventKind.MARK))
    assert len(told) == 2
    async with breach.world.works.reading() as reading:
        verified = await reading.run(chain.verify, SchoolId(breach.world.school))
    assert verified.broken is None


async def test_kept_is_kept(breach: Breach) -> None:
    work = await breach.room.work()
    await breach.room.do(set_mark, SetMark(work, breach.room.students[0], MarkValue.FIVE))
    key = await breach.report()
    await breach.do(name_since, NameSince(key, TODAY))
    case = await breach.do(decide, Decide(key, reverse=False))
    assert {each.state for each in case.operations} == {ReviewState.KEPT}
    assert await breach.values() == [MarkValue.FIVE]
    assert case.report.closed_at is not None


async def test_final_marks_come_back_too(breach: Breach) -> None:
    """The value that stood before, and nothing where nothing stood; the families are told as of any correction."""
    world, room = breach.world, breach.room
    world.clock.to(date(2026, 10, 20), 10)
    period = PeriodId((await world.rows(select(PeriodRow.id).order_by(PeriodRow.starts_on)))[0][0])
    place, term = GroupId(room.group), TermKey(FinalKind.PERIOD, period)
    first = await room.do(set_final, SetFinal(place, room.students[0], term, MarkValue.TWO))
    world.clock.to(date(2026, 10, 21), 10)
    await room.do(correct_final, CorrectFinal(first.marks[0].id, MarkValue.FIVE, "typo"))
    await room.do(set_final, SetFinal(place, room.students[1], term, MarkValue.FIVE))
    key = await breach.report()
    await breach.do(name_since, NameSince(key, date(2026, 10, 21)))
    case = await breach.do(decide, Decide(key, reverse=True))
    assert {each.state for each in case.operations} == {ReviewState.REVERSED}
    rows = await world.rows(select(FinalMarkRow.student_id, FinalMarkRow.value).order_by(FinalMarkRow.id))
    assert {row.student_id: row.value for row in rows} == {room.students[0]: MarkValue.TWO, room.students[1]: None}
    told = await world.rows(select(EventRow.id).where(EventRow.kind == EventKind.PERIOD_MARK))
    assert len(told) == 5


async def test_period_marks_come_back_too(breach: Breach) -> None:
    room, child = breach.room, breach.room.students[0]
    breach.world.clock.to(date(2026, 10, 22), 12)
    period = PeriodId((await breach.world.rows(select(PeriodRow.id).order_by(PeriodRow.starts_on)))[0][0])
    place = (GroupId(room.group), child, TermKey(FinalKind.PERIOD, period))
    done = await room.do(set_final, SetFinal(*place, MarkValue.THREE, "progress"))
    breach.world.clock.shift(days=1)
    await room.do(correct_final, CorrectFinal(done.marks[0].id, MarkValue.FIVE, "progress"))
    key = await breach.report()
    case = await breach.do(name_since, NameSince(key, date(2026, 10, 23)))
    assert [(each.before, each.after, each.reversible) for each in case.operations] == [("3", "5", True)]
    await breach.do(decide, Decide(key, reverse=True))
    newest = await breach.world.rows(select(FinalMarkRow.value, FinalMarkRow.reason).order_by(FinalMarkRow.id.desc()))
    assert tuple(newest[0]) == (MarkValue.THREE, "breach")
    assert len(newest) == 3


async def _lesson(breach: Breach) -> Any:
    return (await breach.world.rows(select(LessonRow.__table__).where(LessonRow.id == breach.room.lesson)))[0]


async def test_what_is_taken_back_of_a_lessons_record_is_owed_again(breach: Breach) -> None:
    room = breach.room
    await room.do(set_topic, SetTopic(room.lesson, "Степени"))
    await room.do(take_attendance, TakeAttendance(room.lesson))
    await room.do(no_marks, NoMarks(room.lesson))
    await room.do(set_homework, SetHomework(room.lesson, "§14"))
    key = await breach.report()
    case = await breach.do(name_since, NameSince(key, TODAY))
    said = [(each.part or each.kind, each.reversible) for each in case.operations]
    assert said == [("topic", True), ("attendance", True), ("no-marks", True), ("homework.set", True)]

    case = await breach.do(decide, Decide(key, reverse=True))
    assert [each.state for each in case.operations] == [ReviewState.REVERSED] * 4
    row = await _lesson(breach)
    assert (row.topic, row.topic_at, row.attendance_at, row.marks_at, row.homework_at) == (None,) * 5


async def test_nothing_given_is_taken_back_unless_somebody_gave_homework_since(breach: Breach) -> None:
    room = breach.room
    await room.do(no_homework, NoHomework(room.lesson))
    await room.do(set_topic, SetTopic(room.lesson, "Степени"))
    key = await breach.report()
    case = await breach.do(name_since, NameSince(key, TODAY))
    assert [each.later for each in case.operations] == [0, 0]
    again = await breach.world.enter(room.teacher)
    await breach.world.do(set_topic, SetTopic(room.lesson, "Корни"), again)
    await breach.world.do(set_homework, SetHomework(room.lesson, "§14"), again)
    case = await breach.do(decide, Decide(key, reverse=True))
    assert [each.state for each in case.operations] == [ReviewState.SUPERSEDED] * 2
    row = await _lesson(breach)
    assert row.topic == "Корни"
    assert row.homework_at is not None
