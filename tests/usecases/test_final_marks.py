"""Final marks at the seams: proposals, one tap for all, windows, reasons, who may (JRN-11, BEY-13)."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import func, select, update

from core.model.audit import AuditKind
from core.model.errors import Forbidden, Refusal, Stale
from core.model.events import EventKind
from core.model.final_mark import Doubt, FinalKind, TermKey
from core.model.ids import FinalMarkId, GroupId, PeriodId, PersonId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.radar import Need
from core.model.school import EditWindow, Preset
from core.storage.rows import (
    AuditRow,
    EventRow,
    FinalMarkRow,
    KlassRow,
    PeriodClosingRow,
    PeriodRow,
    SchoolEventRow,
    SubjectRow,
)
from core.usecases.final_marks import CorrectFinal, SetFinal, accept_finals, correct_final, set_final, undo_finals
from core.usecases.final_overview import ShowFinals, finals_overview
from core.usecases.final_sheets import OpenFinal, OpenFinals, final_card, final_sheet
from core.usecases.marks import AddMark, SetMark, add_mark, set_mark
from core.usecases.radar import ShowRadar, show_radar
from core.usecases.results import ShowResults, show_results
from tests.classroom import classroom
from tests.quarter import LAST_WEEK, Quarter, quarter
from tests.usecases.test_teacher_day import Statements
from tests.world import World

V = MarkValue


@pytest.fixture
async def here(world: World) -> Quarter:
    return await quarter(world)


async def refused(awaited: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        await awaited  # type: ignore[misc]
    return caught.value


def setting(here: Quarter, at: int, value: MarkValue, reason: str = "") -> SetFinal:
    return SetFinal(here.group, here.students[at], here.term, value, reason)


async def test_the_sheet_proposes_and_says_what_wants_a_look(here: Quarter) -> None:
    sheet = await here.see(final_sheet, here.sheet)
    assert [line.proposal.value for line in sheet.lines] == [V.FIVE, V.FIVE, V.FOUR, V.FOUR, None]
    assert sheet.lines[1].proposal.doubts == (Doubt.CONTROL_WORKS,)
    assert [line.waits for line in sheet.lines] == [True, False, False, True, False]
    assert [(count.have, count.least) for count in sheet.lines[2].proposal.lacks] == [(1, 2)]
    assert (sheet.sets, sheet.done, sheet.due.isoformat(), sheet.clause[:3]) == (True, 0, "2026-10-31", "003")


async def test_one_tap_accepts_the_clear_ones_and_can_be_undone(here: Quarter) -> None:
    done = await here.do(accept_finals, here.sheet)
    assert [mark.student for mark in done.marks] == [here.students[0], here.students[3]]
    assert (done.sheet.done, done.sheet.undoable, done.sheet.waiting) == (2, 2, ())
    undone = await here.do(undo_finals, here.sheet)
    assert (undone.sheet.done, undone.sheet.undoable, len(undone.sheet.waiting)) == (0, 0, 2)
    here.world.clock.shift(minutes=6)
    again = await here.do(accept_finals, here.sheet)
    here.world.clock.shift(minutes=6)
    assert (await refused(here.do(undo_finals, here.sheet))).code == "undo-late"
    assert (await here.see(final_sheet, here.sheet)).done == len(again.marks) == 2


async def test_another_mark_than_proposed_needs_a_reason(here: Quarter) -> None:
    found = await refused(here.do(set_final, setting(here, 1, V.FOUR)))
    assert (found.code, found.values["proposed"]) == ("final-reason", V.FIVE)
    done = await here.do(set_final, setting(here, 1, V.FOUR, "control-works"))
    record = done.card.line.record
    assert (record.value, record.proposed, record.reason) == (V.FOUR, V.FIVE, "control-works")
    assert record.basis == "14/3" or "/" in record.basis
    assert (await here.do(set_final, setting(here, 4, V.NOT_ASSESSED))).card.line.value is V.NOT_ASSESSED


async def test_history_stays_and_everything_is_audited_and_told(here: Quarter) -> None:
    await here.do(set_final, setting(here, 0, V.FIVE))
    assert not (await here.do(set_final, setting(here, 0, V.FIVE))).marks
    with pytest.raises(Stale):
        await here.do(set_final, setting(here, 0, V.FOUR, "typo"))
    mark = (await here.see(final_sheet, here.sheet)).lines[0].record
    here.world.clock.shift(days=1)
    assert (await refused(here.do(correct_final, CorrectFinal(mark.id, V.FOUR)))).code == "final-reason"
    await here.do(correct_final, CorrectFinal(mark.id, V.FOUR, "typo"))
    with pytest.raises(Stale):
        await here.do(correct_final, CorrectFinal(mark.id, V.THREE, "typo"))
    rows = await here.world.rows(select(FinalMarkRow.value, FinalMarkRow.root).order_by(FinalMarkRow.id))
    assert [tuple(row) for row in rows] == [(V.FIVE, None), (V.FOUR, mark.id)]
    audited = select(AuditRow.kind, AuditRow.before, AuditRow.after, AuditRow.reason).order_by(AuditRow.id.desc())
    assert tuple((await here.world.rows(audited))[0]) == (AuditKind.FINAL_CORRECTED, "5", "4", "typo")
    told = select(func.count()).select_from(EventRow).where(EventRow.kind == EventKind.PERIOD_MARK)
    assert (await here.world.rows(told))[0][0] == 2


async def test_the_window_counts_from_the_period_s_end(here: Quarter) -> None:
    """Two weeks after 24 October: till the end of 7 November [003 §4.13]."""
    await here.do(set_final, setting(here, 0, V.FIVE))
    mark = (await here.see(final_sheet, here.sheet)).lines[0].record
    here.world.clock.to(here.world.clock.now().date().replace(month=11, day=7), 23, 59)
    changed = await here.do(correct_final, CorrectFinal(mark.id, V.FOUR, "retake"))
    here.world.clock.shift(minutes=10)
    found = await refused(here.do(correct_final, CorrectFinal(changed.marks[0].id, V.FIVE, "retake")))
    assert (found.code, str(found.values["until"])) == ("final-closed", "2026-11-07")
    found = await refused(here.do(correct_final, CorrectFinal(changed.marks[0].id, None, "retake")))
    assert found.code == "final-closed"


@pytest.mark.parametrize(
    ("preset", "day", "code"),
    [
        (Preset.MOSCOW_REGION, (10, 16), "final-early"),
        (Preset.MOSCOW_REGION, (10, 17), None),
        (Preset.MOSCOW_REGION, (12, 1), None),
        (Preset.SGO, (10, 14), "final-early"),
        (Preset.SGO, (10, 15), None),
        (Preset.ANTSIR, (10, 24), None),
        (Preset.ANTSIR, (10, 25), "final-late"),
    ],
)
async def test_when_marks_may_be_set(world: World, preset: Preset, day: tuple[int, int], code: str | None) -> None:
    here = await quarter(world, preset=preset)
    world.clock.to(world.clock.now().date().replace(month=day[0], day=day[1]), 12)
    if code is None:
        await here.do(set_final, setting(here, 0, V.FIVE))
    else:
        assert (await refused(here.do(set_final, setting(here, 0, V.FIVE)))).code == code


async def test_where_corrections_are_forbidden_only_a_fresh_slip_is_mended(world: World) -> None:
    here = await quarter(world, preset=Preset.ANTSIR, edit_window=EditWindow.FORBIDDEN)
    mark = (await here.do(set_final, setting(here, 0, V.FIVE))).marks[0]
    mended = (await here.do(correct_final, CorrectFinal(mark.id, V.FOUR))).marks[0]
    world.clock.shift(minutes=6)
    assert (await refused(here.do(correct_final, CorrectFinal(mended.id, V.FIVE, "typo")))).code == "final-forbidden"


@pytest.mark.parametrize(("preset", "lets"), [(each, each is not Preset.SGO) for each in Preset])
async def test_a_class_teacher_sets_marks_in_every_subject_where_the_text_says_so(
    world: World, preset: Preset, lets: bool
) -> None:
    """[003 Г-8; 001 3.2; 002 VIII]; 004 leaves them to the subject teacher, the sheet can be read."""
    here = await quarter(world, preset=preset)
    tutor = await _tutor(here)
    sheet = await world.see(final_sheet, here.sheet, tutor)
    assert sheet.sets is lets
    if lets:
        await world.do(set_final, setting(here, 0, V.FIVE), tutor)
    else:
        with pytest.raises(Forbidden):
            await world.do(set_final, setting(here, 0, V.FIVE), tutor)


async def _tutor(here: Quarter) -> int:
    person = await here.world.staff("Белова Ольга Ивановна", Role.TEACHER, Role.CLASS_TEACHER)
    async with here.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(KlassRow).values(class_teacher_id=person)))
    return await here.world.enter(person)


async def test_strangers_to_the_group_neither_look_nor_set(here: Quarter) -> None:
    other = await here.world.enter(await here.world.staff("Чужой Олег Олегович"))
    attempts: tuple[tuple[Any, Any], ...] = (
        (final_sheet, here.sheet),
        (final_card, OpenFinal(here.group, here.students[0], here.term)),
        (accept_finals, here.sheet),
        (set_final, setting(here, 0, V.FIVE)),
        (correct_final, CorrectFinal(FinalMarkId(1), None)),
    )
    for usecase, command in attempts:
        with pytest.raises(Forbidden):
            await here.world.do(usecase, command, other)
    with pytest.raises(Forbidden):
        await here.do(set_final, SetFinal(here.group, PersonId(10**6), here.term, V.FIVE))
    with pytest.raises(Forbidden):
        await here.see(final_sheet, OpenFinals(here.group, TermKey(FinalKind.EXAM)))


async def test_a_subject_without_attestation_has_none(here: Quarter) -> None:
    async with here.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SubjectRow).values(unassessed=True)))
    assert (await refused(here.see(final_sheet, here.sheet))).code == "final-unassessed"
    assert (await here.see(finals_overview, ShowFinals())).groups == ()


async def test_the_radar_counts_as_the_sheet_does(here: Quarter) -> None:
    """«4/3» in one written work is two marks and one work, wherever it is counted [004 §3]."""
    async with here.world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SubjectRow).values(written_least=2, labs_least=1)))
    dictation = await here.room.work(WorkKind.DICTATION)
    await here.do(set_mark, SetMark(dictation, here.students[2], V.FOUR))
    await here.do(add_mark, AddMark(dictation, here.students[2], V.THREE, standing=1))
    await here.do(set_mark, SetMark(dictation, here.students[4], V.PASSED))
    sheet = await here.see(final_sheet, here.sheet)
    radar = await here.see(show_radar, ShowRadar(here.group))
    counted = {line.student: line.evidence for line in radar.lines}
    assert counted == {line.student: line.proposal.evidence for line in sheet.lines}
    two_for_one = {count.need: count.have for count in counted[here.students[2]].counts}
    assert (two_for_one[Need.MARKS], two_for_one[Need.WRITTEN]) == (3, 1)


async def test_the_list_says_how_far_a_group_is(here: Quarter) -> None:
    before = await here.see(finals_overview, ShowFinals())
    assert [(each.done, each.group.students, str(each.due)) for each in before.groups] == [(0, 5, "2026-10-31")]
    await here.do(accept_finals, here.sheet)
    assert (await here.see(finals_overview, ShowFinals())).groups[0].done == 2
    for at, value in ((1, V.FIVE), (2, V.FOUR), (4, V.NOT_ASSESSED)):
        await here.do(set_final, setting(here, at, value))
    assert (await here.see(finals_overview, ShowFinals())).groups[0].complete
    assert len(await here.world.rows(select(PeriodClosingRow.completed_at))) == 1


async def test_who_teaches_in_two_schools_sees_the_groups_of_both(here: Quarter) -> None:
    world, teacher = here.world, here.room.teacher
    await world.found(name="Лицей города Северска", short_name="Лицей")
    there = await world.klass("9А", ("Юрьев Юлий",))
    second = await world.staff("Зимина Анна Петровна")
    await world.group(there, "Геометрия", second)
    both = await world.enter(second, teacher)
    shown = await world.see(finals_overview, ShowFinals(), both)
    assert [(each.school, each.group.klass_name) for each in shown.groups] == [("Лицей", "9А"), ("Школа № 5", "7Б")]


async def test_the_year_is_summed_up_from_its_periods(here: Quarter) -> None:
    """5 and 4 are 4.5, a five; where somebody lacks a period, nothing is accepted unseen."""
    await here.do(set_final, setting(here, 0, V.FIVE))
    here.world.clock.to(here.world.clock.now().date().replace(month=12, day=24), 12)
    second = TermKey(FinalKind.PERIOD, here.second)
    await here.do(set_final, SetFinal(here.group, here.students[0], second, V.FOUR))
    here.world.clock.to(here.world.clock.now().date().replace(year=2027, month=5, day=27), 12)
    year = OpenFinals(here.group, TermKey(FinalKind.YEAR))
    sheet = await here.see(final_sheet, year)
    assert (sheet.lines[0].proposal.value, sheet.lines[0].waits) == (V.FIVE, True)
    assert sheet.lines[1].proposal.doubts == (Doubt.INCOMPLETE,)
    done = await here.do(accept_finals, year)
    assert [(mark.kind, mark.value, mark.basis) for mark in done.marks] == [(FinalKind.YEAR, V.FIVE, "9/2")]


async def test_a_family_reads_them_at_once(here: Quarter) -> None:
    """Visible within a day of being set [002 прил.3 §4; 004 §7]: here in the same minute (DIA-9)."""
    child = here.students[0]
    mother = await here.world.enter(await here.world.guardian("Волкова Мария", child))
    assert (await here.world.see(show_results, ShowResults(child), mother)).subjects == ()
    await here.do(set_final, setting(here, 0, V.FIVE))
    found = await here.world.see(show_results, ShowResults(child), mother)
    assert [(subject.name, list(marks.values())) for subject, marks in found.subjects] == [("Алгебра", [V.FIVE])]
    with pytest.raises(Forbidden):
        await here.world.see(show_results, ShowResults(here.students[1]), mother)


async def test_screens_take_four_statements_whatever_the_class(world: World) -> None:
    counts = []
    for klass, size in (("8В", 1), ("8Г", 40)):
        names = tuple(f"Ученик{chr(1072 + n % 30)}{chr(1072 + n // 30)} Имя" for n in range(size))
        room = await classroom(world, klass, names)
        work = await room.work()
        for student in room.students:
            await room.do(set_mark, SetMark(work, student, V.FOUR))
        period = PeriodId((await world.rows(select(func.min(PeriodRow.id))))[0][0])
        opened = OpenFinals(GroupId(room.group), TermKey(FinalKind.PERIOD, period))
        screens: tuple[tuple[Any, Any], ...] = (
            (final_sheet, opened),
            (final_sheet, OpenFinals(opened.group, TermKey(FinalKind.YEAR))),
            (final_card, OpenFinal(opened.group, room.students[0], opened.term)),
            (finals_overview, ShowFinals()),
        )
        for usecase, command in screens:
            statements = Statements(world.engines.reader)
            await room.see(usecase, command)
            assert statements.count - 1 <= 4, usecase.__name__  # BEGIN is one of them
        world.clock.to(LAST_WEEK, 12)
        statements = Statements(world.engines.writer)
        assert len((await room.do(accept_finals, opened)).marks) == size
        counts.append(statements.count)
    # The driver gives ids back in order only row by row; nothing else grows.
    assert counts[1] == counts[0] + 39 <= 60


async def test_an_examination_is_marked_on_its_day_and_makes_the_mark_of_the_course(world: World) -> None:
    """[002 VIII]: «в день окончания соответствующего экзамена»; 9Б, whose year is a four and whose exam is a five."""
    room = await classroom(world, "9Б", ("Волкова Дарья",))
    await world.change_school(preset=Preset.ANTSIR, edit_window=EditWindow.FORBIDDEN)
    day = date(2027, 5, 25)
    await world.insert(
        SchoolEventRow, school_id=world.school, name="Экзамен: алгебра", kind="exam", day=day, klass_id=room.klass.id
    )
    place = (GroupId(room.group), room.students[0])
    exam = TermKey(FinalKind.EXAM)
    world.clock.to(day, 9)
    done = await room.do(set_final, SetFinal(*place, exam, V.FIVE))
    assert done.marks[0].held_on == day
    world.clock.to(date(2027, 5, 31), 9)
    await room.do(set_final, SetFinal(*place, TermKey(FinalKind.YEAR), V.FOUR))
    sheet = await room.see(final_sheet, OpenFinals(place[0], TermKey(FinalKind.OVERALL)))
    assert (sheet.lines[0].proposal.value, sheet.lines[0].proposal.exact) == (V.FIVE, Fraction(9, 2))
    assert [term.kind for term in sheet.facts.terms][-3:] == [FinalKind.YEAR, FinalKind.EXAM, FinalKind.OVERALL]
    world.clock.to(date(2027, 5, 26), 0)
    late = SetFinal(place[0], PersonId(place[1]), exam, V.FOUR)
    assert isinstance(await refused(room.do(set_final, late)), Stale)
