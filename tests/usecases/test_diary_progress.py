"""Marks with means, what is new, absences, and the first screen (DIA-4, DIA-7, ACC-2)."""

from datetime import date, timedelta
from decimal import Decimal

from core.model.attendance import Presence
from core.model.calendar import CalendarKind, PeriodKind
from core.model.ids import PersonId
from core.model.lesson import LessonState
from core.model.mark import MarkValue
from core.model.school import ALL_GRADES
from core.storage.rows import CalendarRow, PeriodRow, SubjectRow
from core.usecases.family_home import ChooseChild, ShowHome, choose_child, show_home
from core.usecases.progress import NoteVisit, ShowAbsences, ShowProgress, note_visit, show_absences, show_progress
from tests.usecases.family import TOMORROW, Families, families
from tests.world import TODAY, World

LAST_WEEK = TODAY - timedelta(days=7)


async def test_means_are_exact_and_what_is_no_number_never_enters(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    for value, weight in ((MarkValue.FIVE, 1), (MarkValue.FOUR, 3), (MarkValue.FOUR, 1)):
        await school.mark(lesson, value, weight=weight)
    for value in (MarkValue.NOT_ASSESSED, MarkValue.EXEMPT, MarkValue.PASSED):
        await school.mark(lesson, value)
    shown = await school.see(show_progress, ShowProgress(school.ilya))
    algebra, english = shown.subjects
    assert (algebra.mean, algebra.weighted, len(algebra.marks)) == (Decimal("4.33"), Decimal("4.20"), 6)
    assert (english.subject.name, english.marks, english.mean) == ("Английский язык", (), None)
    assert shown.span.period.name == "1 четверть"
    assert shown.span.next.name == "2 четверть"


async def test_a_corrected_mark_counts_once_and_a_withdrawn_one_not_at_all(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    first = await school.mark(lesson, MarkValue.TWO)
    await school.mark(lesson, MarkValue.FIVE, replaces=first, root=first)
    gone = await school.mark(lesson, MarkValue.ONE)
    await school.mark(lesson, None, replaces=gone, root=gone)
    algebra = (await school.see(show_progress, ShowProgress(school.ilya))).subjects[0]
    assert [mark.value for mark in algebra.marks] == [MarkValue.FIVE]
    assert algebra.mean == Decimal("5.00")


async def test_a_period_has_its_own_marks_and_earlier_ones_can_be_chosen(world: World) -> None:
    school = await families(world)
    earlier = await world.insert(
        PeriodRow, school_id=world.school, name="4 четверть", kind=PeriodKind.QUARTER, grades=ALL_GRADES,
        starts_on=date(2026, 3, 30), ends_on=date(2026, 5, 31),
    )  # fmt: skip
    foreign = await world.insert(
        PeriodRow, school_id=world.school, name="1 полугодие", kind=PeriodKind.HALF_YEAR, grades=frozenset({10, 11}),
        starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 27),
    )  # fmt: skip
    await school.mark(await school.lesson())
    now = await school.see(show_progress, ShowProgress(school.ilya))
    assert now.span.previous is None, "the child was not at school then"
    for other in (earlier, foreign):
        again = await school.see(show_progress, ShowProgress(school.ilya, other))  # type: ignore[arg-type]
        assert again.span.period.name == "1 четверть"
    second = await school.see(show_progress, ShowProgress(school.ilya, now.span.next.id))
    assert [each.marks for each in second.subjects] == []


async def test_one_subject_can_be_asked_for_with_marks_or_without(world: World) -> None:
    school = await families(world)
    await school.mark(await school.lesson())
    for name, marks in (("Алгебра", 1), ("Английский язык", 0)):
        subject = await world.subject(name)
        shown = await school.see(show_progress, ShowProgress(school.ilya, subject=subject))  # type: ignore[arg-type]
        assert [(each.subject.name, len(each.marks)) for each in shown.subjects] == [(name, marks)]


async def test_unassessed_subjects_are_not_listed_as_lacking_marks(world: World) -> None:
    school = await families(world)
    key = await world.insert(
        SubjectRow, school_id=world.school, name="Разговоры о важном", short="Разг.", unassessed=True
    )
    assert key
    await world.group(school.klass, "Разговоры о важном", school.teacher)
    shown = await school.see(show_progress, ShowProgress(school.ilya))
    assert [each.subject.name for each in shown.subjects] == ["Алгебра", "Английский язык"]


async def look(school: Families, reader: int | None = None) -> int:
    """Open the marks as the screen does; give how many are new."""
    shown = await school.see(show_progress, ShowProgress(school.ilya), reader)
    if shown.visit_due:
        await school.world.do(note_visit, NoteVisit(school.ilya), reader or school.mother)
    return int(shown.fresh)


async def test_new_is_what_came_since_the_visit_before(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    await school.mark(lesson)
    assert await look(school) == 1
    world.clock.shift(minutes=5)
    assert await look(school) == 1, "still the same visit"
    world.clock.shift(hours=2)
    assert await look(school) == 0
    world.clock.shift(hours=1)
    await school.mark(lesson, MarkValue.FOUR)
    world.clock.shift(hours=1)
    assert await look(school) == 1
    assert await look(school, school.student) == 2, "each reader has visits of their own"


async def test_a_correction_is_new_again(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    first = await school.mark(lesson, MarkValue.TWO)
    await look(school)
    world.clock.shift(hours=1)
    await school.mark(lesson, MarkValue.FIVE, replaces=first, root=first)
    world.clock.shift(hours=1)
    assert await look(school) == 1


async def test_absences_are_counted_by_reason_subject_and_whole_day(world: World) -> None:
    school = await families(world)
    ill = [await school.lesson(LAST_WEEK, number) for number in (1, 2)]
    await school.lesson(LAST_WEEK, 3, state=LessonState.CANCELLED)
    await school.lesson(LAST_WEEK, 4, group=school.other_english)
    for lesson in ill:
        await school.presence(lesson, Presence.ILL)
    today = [await school.lesson(TODAY, number, group=school.english) for number in (1, 2)]
    await school.presence(today[0], Presence.ABSENT)
    await school.presence(today[1], Presence.LATE, 10)
    back = await school.presence(await school.lesson(TODAY, 3), Presence.EXCUSED)
    lesson = (await school.see(show_absences, ShowAbsences(school.ilya))).records[-1].lesson
    assert lesson in ill
    shown = await school.see(show_absences, ShowAbsences(school.ilya))
    assert back
    totals = shown.totals
    assert (totals.lessons, totals.ill, totals.absent, totals.excused) == (4, 2, 1, 1)
    assert (totals.late, totals.minutes, shown.days) == (1, 10, 1)
    assert [(name, each.lessons, each.late) for name, each in shown.subjects] == [
        ("Алгебра", 3, 0),
        ("Английский язык", 1, 1),
    ]
    assert [(record.day, record.number) for record in shown.records] == [
        (TODAY, 1), (TODAY, 2), (TODAY, 3), (LAST_WEEK, 1), (LAST_WEEK, 2),
    ]  # fmt: skip


async def test_an_absence_that_was_corrected_to_presence_is_none(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson()
    first = await school.presence(lesson, Presence.ABSENT)
    await school.presence(lesson, Presence.PRESENT, replaces=first)
    shown = await school.see(show_absences, ShowAbsences(school.ilya))
    assert (shown.records, shown.days) == ((), 0)


async def home(world: World, reader: int):  # type: ignore[no-untyped-def]
    async with world.works.reading(reader) as work:
        capacity = work.actor.capacities[0]
    return await world.see(show_home, ShowHome(capacity), reader)


async def test_the_home_of_a_day_without_lessons_names_the_holidays_and_what_comes_after(world: World) -> None:
    school = await families(world)
    await world.insert(
        CalendarRow, school_id=world.school, name="Лишние каникулы", kind=CalendarKind.VACATION,
        starts_on=TODAY, ends_on=TODAY, grades=ALL_GRADES,
    )  # fmt: skip
    await school.lesson(TOMORROW)
    glance = await home(world, school.mother)
    assert [holiday.name for holiday in glance.holidays] == ["Лишние каникулы"]
    assert (glance.lessons, glance.next_day) == (0, TOMORROW)


async def test_the_home_tells_what_comes_and_what_is_new(world: World) -> None:
    school = await families(world)
    lesson = await school.lesson(number=1)
    await school.lesson(number=3, group=school.english)
    await school.lesson(number=5, state=LessonState.CANCELLED)
    await school.lesson(TOMORROW)
    await school.homework(lesson, TOMORROW)
    await school.homework(lesson, TODAY)
    await school.homework(lesson, TOMORROW, student_id=school.vera)
    await school.mark(lesson)
    glance = await home(world, school.mother)
    assert (glance.lessons, glance.next_subject, glance.next_day) == (2, "Английский язык", TODAY)
    assert (glance.homework, glance.homework_day, glance.fresh) == (1, TOMORROW, 1)
    world.clock.to(TODAY, 18)
    glance = await home(world, school.student)
    assert (glance.next_day, glance.next_subject) == (TOMORROW, "Алгебра")


async def test_a_look_at_the_marks_settles_the_home(world: World) -> None:
    school = await families(world)
    await school.mark(await school.lesson())
    await look(school)
    assert (await home(world, school.mother)).fresh == 0
    assert (await home(world, school.student)).fresh == 1


async def test_the_chosen_child_stays_chosen(world: World) -> None:
    klass = await world.klass("7Б", ["Орлова Анна", "Орлов Борис"])
    reader = await world.enter(await world.guardian("Орлова Ольга", *klass.students))
    glance = await home(world, reader)
    assert [child.name.given for child in glance.siblings] == ["Борис", "Анна"]
    other = next(child for child in glance.siblings if child.id != glance.child.id)
    await world.do(choose_child, ChooseChild(PersonId(other.id)), reader)
    assert (await home(world, reader)).child.id == other.id


async def test_a_guardian_without_children_at_school_has_no_glance(world: World) -> None:
    reader = await world.enter(await world.guardian("Орлова Ольга"))
    assert await home(world, reader) is None
