"""The board of duties over a small school (CTL-1): who sees what, what is counted where, where it leads."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, update

from core.model.board import BoardBy, BoardOf, BoardSpan, Tally, rule_number
from core.model.duty import DutyState
from core.model.errors import Forbidden, NotFound
from core.model.lesson import WorkKind
from core.model.people import Role
from core.model.regulation import LESSON_PARTS
from core.storage.queries import duties as duty_query
from core.storage.queries.duties import OpenLessons, OpenRecord
from core.storage.rows import DutyPardonRow, LessonRow, StaffRoleRow, WorkRow
from core.usecases.board import (
    ShowBoard,
    ShowKlassBoard,
    ShowKlassDuties,
    ShowRuleBoard,
    ShowTeacherBoard,
    ShowTeacherDuties,
    show_board,
    show_klass_board,
    show_klass_duties,
    show_rule_board,
    show_teacher_board,
    show_teacher_duties,
)
from core.usecases.duties import owed, school_years
from core.usecases.duty_list import DutiesAt, duties_at
from tests.world import TODAY, World, local

MONDAY = date(2026, 10, 12)
HOMEWORK = rule_number("moscow-region.homework")


class Town:
    """7Б and 9А, algebra of two teachers from Monday to Thursday; Зимина has filled nothing, Белова everything."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.lessons: list[int] = []

    async def build(self) -> "Town":
        world = self.world
        self.deputy_id = await world.staff("Седова Ольга Игоревна", Role.DEPUTY)
        self.zimina_id = await world.staff("Зимина Анна Петровна")
        self.belova_id = await world.staff("Белова Ирина Николаевна")
        self.seven = await world.klass("7Б", ["Орлов Михаил", "Панина Вера"], class_teacher=self.belova_id)
        self.nine = await world.klass("9А", ["Ракитин Лев"])
        groups = [
            (self.seven, await world.group(self.seven, "Алгебра", self.zimina_id), self.zimina_id),
            (self.nine, await world.group(self.nine, "Алгебра", self.belova_id), self.belova_id),
        ]
        for days in range(4):
            for klass, group, teacher in groups:
                day = MONDAY + timedelta(days=days)
                done = local(day, 12) if teacher == self.belova_id else None
                names = ("attendance_at", "topic_at", "homework_at", "marks_at")
                self.lessons.append(await world.lesson(klass, group, teacher, day, 1, **dict.fromkeys(names, done)))
        world.clock.to(TODAY, 15)
        self.deputy = await world.enter(self.deputy_id)
        self.zimina = await world.enter(self.zimina_id)
        self.belova = await world.enter(self.belova_id)
        return self


@pytest.fixture
async def town(world: World) -> Town:
    return await Town(world).build()


async def test_a_week_by_teacher_has_the_worst_first(world: World, town: Town) -> None:
    board = await world.see(show_board, ShowBoard(world.school), town.deputy)
    assert (board.first, board.last) == (MONDAY, TODAY)
    assert [line.name for line in board.lines] == ["Зимина А.П.", "Белова И.Н."]
    worst, best = (line.tally for line in board.lines)
    assert worst.overdue > 0
    assert worst.done == 0
    assert (best.overdue, best.open, best.total) == (0, 0, 16)
    assert board.total.total == 32


@pytest.mark.parametrize("span", list(BoardSpan))
async def test_the_lines_of_a_span_come_to_the_same_whatever_they_stand_for(
    world: World, town: Town, span: BoardSpan
) -> None:
    totals = set()
    for by in BoardBy:
        board = await world.see(show_board, ShowBoard(world.school, span, by), town.deputy)
        assert sum(line.tally.total for line in board.lines) == board.total.total
        totals.add(board.total)
    assert len(totals) == 1
    assert board.total.total == (8 if span is BoardSpan.DAY else 32)


async def test_the_board_has_what_the_reminders_have(world: World, town: Town) -> None:
    async with world.works.reading() as work:
        years = await school_years(work)
        year = next(iter(years.values()))
        asked = OpenLessons(world.school, MONDAY, work.now)  # type: ignore[arg-type]
        records: list[OpenRecord] = await work.run(duty_query.open_lessons, asked)
        reminded = [duty for lesson in owed(year, records, work.now) for duty in lesson.duties]
    board = await world.see(show_board, ShowBoard(world.school), town.deputy)
    states = [duty.state for duty in reminded]
    assert board.total.overdue == states.count(DutyState.OVERDUE)
    assert board.total.open == states.count(DutyState.OPEN)


async def test_the_way_leads_from_a_teacher_to_the_lessons(world: World, town: Town) -> None:
    part = await world.see(show_teacher_board, ShowTeacherBoard(town.zimina_id), town.deputy)
    assert (part.name, part.may_remark) == ("Зимина Анна Петровна", True)
    rule = next(line.key for line in part.lines if line.key == "moscow-region.homework")
    found = await world.see(show_teacher_duties, ShowTeacherDuties(town.zimina_id, rule_number(str(rule))), town.deputy)
    assert [duty.state for duty in found.duties] == [DutyState.OVERDUE] * 3 + [DutyState.OPEN]
    assert [found.lessons[duty.subject.lesson].day for duty in found.duties] == [  # type: ignore[index]
        MONDAY + timedelta(days=days) for days in range(4)
    ]
    assert {duty.subject.lesson for duty in found.duties} == set(town.lessons[::2])


async def test_a_class_teacher_sees_the_own_class_and_no_other(world: World, town: Town) -> None:
    part = await world.see(show_klass_board, ShowKlassBoard(town.seven.id), town.belova)
    assert part.people[0].name == "Зимина А.П."
    assert any(line.key == "moscow-region.weekly-notice" for line in part.lines)
    assert (part.may_tell, part.whole_school) == (True, False)
    duties = await world.see(show_klass_duties, ShowKlassDuties(town.seven.id, HOMEWORK), town.belova)
    assert len(duties.duties) == 4
    with pytest.raises(Forbidden):
        await world.see(show_klass_board, ShowKlassBoard(town.nine.id), town.belova)


async def test_a_teacher_sees_the_own_line_only(world: World, town: Town) -> None:
    own = await world.see(show_teacher_board, ShowTeacherBoard(town.zimina_id), town.zimina)
    assert (own.may_remark, own.whole_school) == (False, False)
    for usecase, command in (
        (show_teacher_board, ShowTeacherBoard(town.belova_id)),
        (show_board, ShowBoard(world.school)),
        (show_rule_board, ShowRuleBoard(world.school, HOMEWORK)),
        (show_teacher_board, ShowTeacherBoard(town.seven.students[0])),
    ):
        with pytest.raises(Forbidden):
            await world.see(usecase, command, town.zimina)  # type: ignore[arg-type]


async def test_a_rule_has_a_line_for_each_teacher(world: World, town: Town) -> None:
    part = await world.see(show_rule_board, ShowRuleBoard(world.school, HOMEWORK), town.deputy)
    assert [(line.name, line.tally.total) for line in part.lines] == [("Зимина А.П.", 4), ("Белова И.Н.", 4)]
    with pytest.raises(NotFound):
        await world.see(show_rule_board, ShowRuleBoard(world.school, 12345), town.deputy)


async def test_other_duties_are_those_of_the_list(world: World, town: Town) -> None:
    board = await world.see(show_board, ShowBoard(world.school, of=BoardOf.OTHERS, by=BoardBy.RULE), town.deputy)
    asked = DutiesAt(world.school, first=MONDAY, last=TODAY)  # type: ignore[arg-type]
    listed = [duty for duty in await world.see(duties_at, asked, town.deputy) if duty.rule.about not in LESSON_PARTS]
    assert {line.key: line.tally.total for line in board.lines} == Counter(duty.rule.id for duty in listed)
    assert board.total.overdue == sum(duty.state is DutyState.OVERDUE for duty in listed)
    notice = rule_number("moscow-region.weekly-notice")
    part = await world.see(show_rule_board, ShowRuleBoard(world.school, notice), town.deputy)
    assert [line.name for line in part.lines] == ["Белова И.Н."]
    found = await world.see(show_teacher_duties, ShowTeacherDuties(town.belova_id, notice), town.deputy)
    assert [duty.subject.klass for duty in found.duties] == [town.seven.id]
    assert found.names is not None
    assert found.names.klasses[town.seven.id].name == "7Б"  # type: ignore[index]


async def test_a_pardoned_record_is_paused(world: World, town: Town) -> None:
    now = world.clock.now()
    values = {"since": now - timedelta(days=3), "until": now + timedelta(days=3), "reason": "свет", "at": now}
    key = await world.insert(DutyPardonRow, school_id=world.school, klass_id=town.seven.id, by=town.deputy_id, **values)
    assert key
    board = await world.see(show_board, ShowBoard(world.school), town.deputy)
    assert board.total.paused == 16
    assert board.total.overdue == 0


async def test_a_deputy_of_some_grades_sees_their_classes(world: World, town: Town) -> None:
    async with world.works.changing() as work:
        chosen = update(StaffRoleRow).where(StaffRoleRow.role == Role.DEPUTY)
        await work.run(lambda db: db.execute(chosen.values(grades=frozenset({9, 10, 11}))))
    board = await world.see(show_board, ShowBoard(world.school, by=BoardBy.KLASS), town.deputy)
    assert [line.name for line in board.lines] == ["9А"]
    with pytest.raises(Forbidden):
        await world.see(show_klass_board, ShowKlassBoard(town.seven.id), town.deputy)


async def test_who_substitutes_keeps_the_record(world: World, town: Town) -> None:
    async with world.works.changing() as work:
        chosen = update(LessonRow).where(LessonRow.id == town.lessons[0])
        await work.run(lambda db: db.execute(chosen.values(substitute_id=town.belova_id)))
    board = await world.see(show_board, ShowBoard(world.school), town.deputy)
    assert {line.name: line.tally.total for line in board.lines} == {"Зимина А.П.": 12, "Белова И.Н.": 20}
    own = await world.see(show_teacher_board, ShowTeacherBoard(town.belova_id), town.belova)
    of_lessons = [line.tally.total for line in own.lines if line.rule and line.rule.about in LESSON_PARTS]
    assert sum(of_lessons) == 20


async def test_a_work_that_is_being_checked_stands_for_the_marks(world: World, town: Town) -> None:
    before = await world.see(show_teacher_board, ShowTeacherBoard(town.zimina_id), town.zimina)
    values = {"lesson_id": town.lessons[0], "kind": WorkKind.CONTROL, "weight": 3, "check_until": date(2026, 10, 20)}
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(insert(WorkRow).values(title="", **values)))
    after = await world.see(show_teacher_board, ShowTeacherBoard(town.zimina_id), town.zimina)
    assert after.total.overdue == before.total.overdue - 1
    assert after.total.open == before.total.open + 1


async def test_nothing_is_counted_before_the_launch(world: World, town: Town) -> None:
    await world.change_school(launched_on=date(2026, 10, 14))
    board = await world.see(show_board, ShowBoard(world.school, BoardSpan.MONTH), town.deputy)
    assert board.first == date(2026, 10, 14)
    assert board.total.total == 16


async def test_a_school_without_lessons_has_an_empty_board(world: World) -> None:
    deputy = await world.enter(await world.staff("Седова Ольга Игоревна", Role.DEPUTY))
    board = await world.see(show_board, ShowBoard(world.school), deputy)
    assert (board.lines, board.total) == ((), Tally())


async def test_statements_do_not_grow_with_the_school(world: World, town: Town) -> None:
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    async with world.works.reading(town.deputy) as work:
        await work.run(lambda db: event.listen(db.engine, "before_cursor_execute", note))
        await show_board(work, ShowBoard(world.school, BoardSpan.PERIOD))  # type: ignore[arg-type]
        await work.run(lambda db: event.remove(db.engine, "before_cursor_execute", note))
    assert 1 < len(statements) <= 9
