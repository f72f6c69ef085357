"""Works declared ahead, and the calendar that shows them to who watches over a class (BEY-8, BEY-7)."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.ids import KlassId, LessonId, SchoolId, WorkId
from core.model.journal import FIRST_GRADE, LessonFacts
from core.model.lesson import WorkKind
from core.model.work_calendar import AheadSheet, KlassWeek, KlassWorks, Parallel, Place
from core.rules.access import allowed, require
from core.rules.homework_load import load
from core.rules.work_calendar import cautions, free_places, weekly_lessons
from core.storage.gateways import marks
from core.storage.queries import journal
from core.storage.queries import work_calendar as query
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.journal import Visit, enter, enter_by_work, has_marks, takes_place
from core.usecases.reaching import reach_klass, school_today
from core.usecases.works import canonical

NEAR = timedelta(weeks=3)
WEEKS = 4
_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OpenAhead:
    """A lesson to come."""

    lesson: LessonId


async def open_ahead(work: Work, command: OpenAhead) -> AheadSheet:
    """Give what is declared for a lesson to come, what speaks against one more, and where it might be instead.

    Raises Forbidden, Refusal "grade-one", "lesson-cancelled", "lesson-begun".
    """
    return await _sheet(work, (await _enter(work, command.lesson)).facts)


async def _enter(work: Work, lesson: LessonId) -> Visit:
    visit = await enter(work, lesson, Action.WORK_DECLARE)
    has_marks(visit.facts)
    takes_place(visit.facts)
    if work.sent_at >= visit.facts.lesson.starts_at:
        raise Refusal("lesson-begun")
    return visit


async def _sheet(work: Work, facts: LessonFacts) -> AheadSheet:
    lesson = facts.lesson
    first, last = lesson.day - NEAR - NEAR, lesson.day + NEAR + NEAR
    works = (await work.run(query.works, [lesson.klass], first, last))[lesson.klass]
    places = await work.run(query.places, lesson.klass, lesson.day - NEAR, lesson.day + NEAR)
    wanted = next((place for place in places if place.lesson == lesson.id), _alone(facts))
    today = facts.local_day(work.now)
    coming = [place for place in places if place.day > today or place.lesson == lesson.id]
    against = cautions(wanted, lesson.subject, facts.subgroup, works, weekly_lessons(wanted, places))
    free = free_places(wanted, coming, lesson.subject, facts.subgroup, works) if against else ()
    return AheadSheet(facts, tuple(each for each in works if each.lesson == lesson.id), against, free)


def _alone(facts: LessonFacts) -> Place:
    return Place(facts.lesson.id, facts.lesson.group, facts.lesson.day, facts.lesson.number)


@dataclass(frozen=True, slots=True)
class PlanAhead:
    """A work that everybody of the group will write in a lesson to come."""

    lesson: LessonId
    kind: WorkKind


async def plan_ahead(work: Work, command: PlanAhead) -> AheadSheet:
    """Declare a work ahead, so that families see it; one of the same kind that is there already stays the one.

    What speaks against it is said before, and forbids nothing. Raises as `open_ahead`, Refusal "not-declared" for a
    kind of work that not everybody writes.
    """
    visit = await _enter(work, command.lesson)
    if not command.kind.declared:
        raise Refusal("not-declared")
    sheet = await work.run(journal.mark_sheet, visit.facts)
    if all(known.kind is not command.kind for known in sheet.works):
        made = await work.run(marks.add_work, command.lesson, command.kind, command.kind.weight, "", None)
        entry = AuditEntry(AuditKind.WORK_DECLARED, made.id, after=canonical(made), lesson=command.lesson)
        await work.audit(visit.permit, entry)
    return await _sheet(work, visit.facts)


@dataclass(frozen=True, slots=True)
class DropAhead:
    """A work that was declared ahead."""

    work: WorkId


async def drop_ahead(work: Work, command: DropAhead) -> AheadSheet:
    """Take a work back before its lesson.

    Raises Forbidden, Refusal "lesson-begun", "work-has-marks".
    """
    visit = await enter_by_work(work, command.work, Action.WORK_DECLARE)
    if work.sent_at >= visit.facts.lesson.starts_at:
        raise Refusal("lesson-begun")
    sheet = await work.run(journal.mark_sheet, visit.facts)
    known = sheet.work(command.work)
    if known is None:
        raise Forbidden(Action.WORK_DECLARE)
    if any(mark.work == known.id for mark in sheet.marks):
        raise Refusal("work-has-marks")
    await work.run(marks.remove_work, known.id)
    entry = AuditEntry(AuditKind.WORK_DECLARED, known.id, before=canonical(known), lesson=known.lesson)
    await work.audit(visit.permit, entry)
    return await _sheet(work, visit.facts)


@dataclass(frozen=True, slots=True)
class ShowKlassWeek:
    """The week of a day (None: today, on a weekend the next one) of a class."""

    klass: KlassId
    day: date | None = None


async def show_klass_week(work: Work, command: ShowKlassWeek) -> KlassWeek:
    """Give the declared works of a class's week and what homework comes to on each school day. Raises Forbidden."""
    subject, name, _ = await reach_klass(work, command.klass, Action.KLASS_OVERVIEW)
    year = (await school_years(work, [subject.school]))[subject.school]
    today, grade = year.today(work.now), subject.grade or 0
    monday = _monday(command.day or today + (timedelta(days=2) if today.weekday() > 4 else timedelta()))
    sunday = monday + _WEEK - _DAY
    works = (await work.run(query.works, [command.klass], monday, sunday))[command.klass]
    tasks = await work.run(query.tasks, command.klass, monday, sunday)
    days = [day for step in range(7) if year.calendar.is_school_day(day := monday + step * _DAY, grade)]
    loads = tuple(load(day, tasks, grade) for day in days)
    return KlassWeek(command.klass, name, grade, subject.school, monday, today, tuple(works), loads)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class ShowParallel:
    """The classes of a grade (0: the lowest one that the school has), from the week of a day on (None: today's)."""

    school: SchoolId
    grade: int = 0
    day: date | None = None


async def show_parallel(work: Work, command: ShowParallel) -> Parallel:
    """Give the declared works of a grade's classes over four weeks. Raises Forbidden."""
    require(work.actor, Action.KLASS_OVERVIEW, Subject(command.school, grade=command.grade or None))
    klasses = await work.run(query.klasses, command.school)
    marked = sorted({klass.grade for klass in klasses if klass.grade > FIRST_GRADE})
    grades = tuple(grade for grade in marked if _may(work, command, grade))
    grade = command.grade if command.grade in grades else next(iter(grades), 0)
    monday = _monday(command.day or await school_today(work, command.school))
    mine = [klass for klass in klasses if klass.grade == grade]
    last = monday + WEEKS * _WEEK - _DAY
    works = await work.run(query.works, [klass.id for klass in mine], monday, last)
    found = tuple(KlassWorks(klass.id, klass.name, tuple(works[klass.id])) for klass in mine)
    return Parallel(command.school, grade, grades, monday, WEEKS, found)


def _may(work: Work, command: ShowParallel, grade: int) -> bool:
    """A deputy may have some parallels only [001 §5]."""
    return allowed(work.actor, Action.KLASS_OVERVIEW, Subject(command.school, grade=grade)) is not None
