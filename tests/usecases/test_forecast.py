"""The forecast of a child, the radar of a group, whom to ask (DIA-6, BEY-2)."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import update

from core.model.calendar import PeriodKind
from core.model.errors import Forbidden
from core.model.final_mark import FinalKind
from core.model.forecast import Prospect
from core.model.ids import PersonId, SubjectId
from core.model.lesson import LessonState, WorkKind
from core.model.mark import MarkValue
from core.model.people import Role
from core.model.radar import AskReason, Need, Risk
from core.storage.rows import EnrolmentRow, FinalMarkRow, PeriodRow, SubjectRow
from core.usecases.forecast import ShowForecast, show_forecast
from core.usecases.goals import SetGoal, set_goal
from core.usecases.radar import ShowRadar, WhomToAsk, show_radar, whom_to_ask
from tests.usecases.family import TOMORROW, Families, families
from tests.world import TODAY, World

QUARTER, NEXT_QUARTER = "1 четверть", "2 четверть"


async def period(world: World, name: str) -> int:
    return int((await world.rows(PeriodRow.__table__.select().where(PeriodRow.name == name)))[0].id)


async def asking(world: World, subject: str, **least: int) -> None:
    """Set what a subject asks for."""
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(update(SubjectRow).where(SubjectRow.name == subject).values(**least)))


async def set_final(school: Families, name: str, value: MarkValue | None, **more: Any) -> int:
    world = school.world
    values = {
        "kind": FinalKind.PERIOD, "student_id": school.ilya, "klass_id": school.klass.id, "group_id": school.algebra,
        "subject_id": await world.subject("Алгебра"), "year": 2026, "recorded_at": world.clock.now(),
        "recorded_by": school.teacher, "value": value,
        "period_id": await period(world, name) if name else None,
    }  # fmt: skip
    return await world.insert(FinalMarkRow, school_id=world.school, **(values | more))


async def marked(school: Families, *values: MarkValue, kind: WorkKind = WorkKind.ANSWER, **more: Any) -> None:
    lesson = await school.lesson(TODAY - timedelta(days=1), more.pop("number", 2))
    for value in values:
        await school.mark(lesson, value, kind=kind, weight=kind.weight, **more)


async def ahead(school: Families, lessons: int, group: int | None = None) -> None:
    for step in range(lessons):
        await school.lesson(TOMORROW, 1 + step, group)


async def algebra(school: Families, reader: int | None = None) -> Any:
    shown = await school.see(show_forecast, ShowForecast(school.ilya), reader)
    return next(each for each in shown.subjects if each.subject.name == "Алгебра")


async def test_the_coming_mark_and_what_leads_to_a_better_one(world: World) -> None:
    school = await families(world)
    await marked(school, MarkValue.THREE, MarkValue.FOUR)
    await marked(school, MarkValue.THREE, kind=WorkKind.CONTROL, number=3)
    await ahead(school, 3)
    found = await algebra(school)
    assert (found.weighted, found.expected, found.lessons_left) == (Decimal("3.20"), MarkValue.THREE, 3)
    assert [outlook.prospect for outlook in found.outlooks] == [Prospect.HELD, Prospect.OPEN, Prospect.LATE]
    assert found.better.wanted is MarkValue.FOUR
    ways = [(way.count, way.points, way.offer.weight) for way in found.better.ways]
    assert ways == [(1, 5, 1), (1, 4, 3), (2, 4, 2), (3, 4, 1)]


async def test_only_lessons_to_come_count_as_left(world: World) -> None:
    school = await families(world)
    await marked(school, MarkValue.THREE)
    await school.lesson(TODAY, 1)  # is going on or over
    await school.lesson(TODAY, 6)
    await school.lesson(TOMORROW, 1, state=LessonState.CANCELLED)
    await school.lesson(date(2026, 11, 5), 1)  # another quarter
    await ahead(school, 2, school.other_english)
    assert (await algebra(school)).lessons_left == 1


async def test_what_was_corrected_counts_as_it_stands(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    work = {"kind": WorkKind.CONTROL, "weight": 3}
    first = await school.mark(lesson, MarkValue.TWO, **work)
    await school.mark(lesson, MarkValue.FIVE, replaces=first, root=first, **work)
    gone = await school.mark(lesson, MarkValue.ONE)
    await school.mark(lesson, None, replaces=gone, root=gone)
    await school.mark(lesson, MarkValue.EXEMPT)
    found = await algebra(school)
    assert (found.weighted, found.expected) == (Decimal("5.00"), MarkValue.FIVE)


async def test_a_mark_that_was_set_is_not_foretold(world: World) -> None:
    school = await families(world)
    await marked(school, MarkValue.THREE)
    await ahead(school, 3)
    first = await set_final(school, QUARTER, MarkValue.TWO)
    await set_final(school, QUARTER, MarkValue.FOUR, replaces=first, root=first)
    found = await algebra(school)
    assert (found.final, found.expected, found.outlooks, found.risk) == (MarkValue.FOUR, MarkValue.FOUR, (), Risk.NONE)


async def test_the_year_is_made_of_set_marks_and_the_running_period(world: World) -> None:
    school = await families(world)
    world.clock.to(date(2026, 11, 12), 10)
    await set_final(school, QUARTER, MarkValue.FIVE)
    lesson = await school.lesson(date(2026, 11, 5))
    await school.mark(lesson, MarkValue.FOUR)
    found = await algebra(school)
    assert found.year.marks == ((QUARTER, MarkValue.FIVE),)
    assert (found.expected, found.year.expected, found.year.final) == (MarkValue.FOUR, MarkValue.FIVE, None)
    await set_final(school, "", MarkValue.FOUR, kind=FinalKind.YEAR)
    assert (await algebra(school)).year.final is MarkValue.FOUR


async def test_the_schools_rounding_and_least_numbers_decide(world: World) -> None:
    school = await families(world)
    await world.change_school(round_up_from=600)
    await asking(world, "Алгебра", marks_least=3, written_least=1)
    await marked(school, MarkValue.THREE, MarkValue.FOUR)
    await ahead(school, 2)
    found = await algebra(school)
    assert found.expected is MarkValue.THREE
    assert [(count.need, count.missing) for count in found.evidence.counts] == [(Need.MARKS, 1), (Need.WRITTEN, 1)]
    assert found.risk is Risk.URGENT


async def test_grade_one_and_unassessed_subjects_have_none(world: World) -> None:
    school = await families(world)
    await asking(world, "Алгебра", unassessed=True)
    shown = await school.see(show_forecast, ShowForecast(school.ilya))
    assert [each.subject.name for each in shown.subjects] == ["Английский язык"]
    first = await world.klass("1А", ["Рысев Пётр"])
    reader = await world.enter(await world.guardian("Рысева Анна", first.students[0]))
    assert (await world.see(show_forecast, ShowForecast(first.students[0]), reader)).subjects == ()  # type: ignore[arg-type]


async def test_a_transferred_child_brings_the_marks_along(world: World) -> None:
    school = await families(world)
    await marked(school, MarkValue.FIVE)
    other = await world.klass("7В")
    await school.transfer(school.ilya, other, TODAY)
    group = await world.group(other, "Алгебра", school.teacher)
    await world.lesson(other, group, school.teacher, TOMORROW, 1)
    found = await algebra(school)
    assert (found.weighted, found.lessons_left) == (Decimal("5.00"), 1)


async def test_a_goal_is_kept_for_one_reader_until_it_is_given_up(world: World) -> None:
    school = await families(world)
    subject = SubjectId(await world.subject("Алгебра"))
    await world.do(set_goal, SetGoal(school.ilya, subject, MarkValue.FOUR), school.mother)
    await world.do(set_goal, SetGoal(school.ilya, subject, MarkValue.FIVE), school.mother)
    shown = [await school.see(show_forecast, ShowForecast(school.ilya), reader) for reader in (None, school.student)]
    assert [each.goals for each in shown] == [{subject: MarkValue.FIVE}, {}]
    assert all(each.watching for each in shown)
    await world.do(set_goal, SetGoal(school.ilya, subject, None), school.mother)
    assert (await school.see(show_forecast, ShowForecast(school.ilya))).goals == {}
    for child, of, reader in (
        (school.vera, subject, school.mother),
        (school.ilya, SubjectId(await world.subject("Физика")), school.mother),
    ):
        with pytest.raises(Forbidden):
            await world.do(set_goal, SetGoal(child, of, MarkValue.FIVE), reader)


async def test_who_watches_over_a_class_sets_no_goals(world: World) -> None:
    supervisor = await world.staff("Белова Нина Ивановна")
    klass = await world.klass("9А", ["Орлов Илья"], supervisor)
    await world.group(klass, "Алгебра", supervisor)
    shown = await world.see(show_forecast, ShowForecast(PersonId(klass.students[0])), await world.enter(supervisor))
    assert not shown.watching


async def test_a_subject_of_others_is_refused(world: World) -> None:
    school = await families(world)
    with pytest.raises(Forbidden):
        await school.see(show_forecast, ShowForecast(school.ilya, await world.subject("Физика")))  # type: ignore[arg-type]
    with pytest.raises(Forbidden):
        await school.see(show_forecast, ShowForecast(school.ilya), school.father)


async def test_the_radar_of_a_group(world: World) -> None:
    school = await families(world)
    teacher = await world.enter(school.teacher)
    await asking(world, "Алгебра", marks_least=2, written_least=1)
    await marked(school, MarkValue.FIVE)
    await marked(school, MarkValue.FOUR, kind=WorkKind.TEST, number=4)
    await ahead(school, 3)
    radar = await world.see(show_radar, ShowRadar(school.algebra), teacher)  # type: ignore[arg-type]
    assert (radar.group.klass, radar.group.subject, radar.lessons_left) == ("7Б", "Алгебра", 3)
    assert radar.period is not None
    assert radar.period.name == QUARTER
    vera, ilya = radar.lines
    assert (vera.name.family, vera.risk, vera.weighted) == ("Панина", Risk.URGENT, None)
    assert (ilya.name.family, ilya.risk, ilya.weighted) == ("Орлов", Risk.NONE, Decimal("4.33"))
    assert radar.short == 1


async def test_a_subgroups_radar_has_its_members_only(world: World) -> None:
    school = await families(world)
    teacher = await world.enter(school.teacher)
    radar = await world.see(show_radar, ShowRadar(school.english), teacher)  # type: ignore[arg-type]
    assert [line.name.family for line in radar.lines] == ["Орлов"]
    async with world.works.changing() as work:
        left = update(EnrolmentRow).where(EnrolmentRow.student_id == school.ilya)
        await work.run(lambda db: db.execute(left.values(until=TODAY - timedelta(days=1))))
    assert (await world.see(show_radar, ShowRadar(school.english), teacher)).lines == ()  # type: ignore[arg-type]


async def test_whom_to_ask_before_a_lesson(world: World) -> None:
    school = await families(world)
    teacher = await world.enter(school.teacher)
    await asking(world, "Алгебра", marks_least=2)
    await marked(school, MarkValue.TWO, MarkValue.TWO)
    lesson = await school.lesson(TOMORROW)
    found = await world.see(whom_to_ask, WhomToAsk(lesson), teacher)  # type: ignore[arg-type]
    assert [(ask.line.name.family, ask.reasons) for ask in found.asks] == [
        ("Панина", (AskReason.NO_MARKS,)),
        ("Орлов", (AskReason.FAILING, AskReason.ONE_MARK_LIFTS)),
    ]
    await set_final(school, QUARTER, MarkValue.TWO)
    found = await world.see(whom_to_ask, WhomToAsk(lesson), teacher)  # type: ignore[arg-type]
    assert [ask.line.name.family for ask in found.asks] == ["Панина"]


async def test_the_radar_is_for_those_who_teach_or_watch_over_them(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson(TOMORROW)
    stranger = await world.enter(await world.staff("Белова Нина Ивановна"))
    for reader in (stranger, school.mother, school.student):
        for usecase, command in ((show_radar, ShowRadar(school.algebra)), (whom_to_ask, WhomToAsk(lesson))):  # type: ignore[arg-type]
            with pytest.raises(Forbidden):
                await world.see(usecase, command, reader)  # type: ignore[arg-type]
    deputy = await world.enter(await world.staff("Громова Раиса Львовна", Role.DEPUTY))
    assert (await world.see(show_radar, ShowRadar(school.algebra), deputy)).lines  # type: ignore[arg-type]
    with pytest.raises(Forbidden):
        await world.see(show_radar, ShowRadar(2**62), deputy)  # type: ignore[arg-type]


async def test_a_school_without_periods(world: World) -> None:
    school = await families(world)
    async with world.works.changing() as work:
        await work.run(lambda db: db.execute(PeriodRow.__table__.delete()))
    shown = await school.see(show_forecast, ShowForecast(school.ilya))
    assert (shown.period, shown.subjects) == (None, ())
    teacher = await world.enter(school.teacher)
    radar = await world.see(show_radar, ShowRadar(school.algebra), teacher)  # type: ignore[arg-type]
    assert (radar.period, radar.lines) == (None, ())


async def test_between_periods_the_last_one_is_shown(world: World) -> None:
    school = await families(world)
    await marked(school, MarkValue.FOUR)
    await ahead(school, 2)
    world.clock.to(date(2026, 10, 28), 10)
    shown = await school.see(show_forecast, ShowForecast(school.ilya))
    assert shown.period.name == QUARTER
    found = next(each for each in shown.subjects if each.subject.name == "Алгебра")
    assert (found.expected, found.lessons_left) == (MarkValue.FOUR, 0)
    assert PeriodKind.QUARTER is shown.period.kind
