"""What a deputy looks at before changing a lesson: the day, a class, a teacher who is away, who is free (ADM-4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action, Subject
from core.model.errors import Forbidden
from core.model.ids import KlassId, LessonId, PersonId, SchoolId
from core.model.lesson_change import (
    AwayDay,
    ChangedLesson,
    ChangesDay,
    KlassDay,
    KlassName,
    MoveDays,
    MoveNumbers,
    RoomList,
    SubstituteList,
    Teacher,
    TeacherLesson,
)
from core.rules import lesson_changes as rules
from core.rules.access import allowed, require
from core.storage.queries import lesson_changes as query
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.journal import enter
from core.usecases.reaching import reach_school, school_today

SUGGESTED = 3
_DAYS_BEFORE = timedelta(days=7)
_DAYS_SHOWN = 18


@dataclass(frozen=True, slots=True)
class ShowChanges:
    """A school's changes of a day; None is today."""

    school: SchoolId
    day: date | None = None


async def show_changes(work: Work, command: ShowChanges) -> ChangesDay:
    """Give the changed lessons of a day to all staff. Raises Forbidden."""
    reach_school(work, command.school, Action.TIMETABLE_READ)
    day = command.day or await school_today(work, command.school)
    changed = await work.run(query.changed_on, command.school, day)
    changeable = allowed(work.actor, Action.LESSON_CHANGE, Subject(school=command.school)) is not None
    return ChangesDay(command.school, day, changed, changeable)


async def list_klasses(work: Work, command: ShowChanges) -> tuple[KlassName, ...]:
    """Give the classes whose lessons the actor may change. Raises Forbidden."""
    reach_school(work, command.school, Action.LESSON_CHANGE)
    found = await work.run(query.klasses, command.school)
    return tuple(klass for klass in found if allowed(work.actor, Action.LESSON_CHANGE, _of(command.school, klass)))


def _of(school: SchoolId, klass: KlassName) -> Subject:
    return Subject(school=school, klass=klass.id, grade=klass.grade)


@dataclass(frozen=True, slots=True)
class ShowKlassDay:
    """The lessons of a class on a day."""

    klass: KlassId
    day: date


async def show_klass_day(work: Work, command: ShowKlassDay) -> KlassDay:
    """Give a class's lessons to who may change them. Raises Forbidden."""
    found = await work.run(query.klass_name, command.klass)
    if found is None:
        raise Forbidden(Action.LESSON_CHANGE)
    school, klass = found
    require(work.actor, Action.LESSON_CHANGE, _of(school, klass))
    plans = allowed(work.actor, Action.PLAN_EDIT, _of(school, klass)) is not None
    lessons = await work.run(query.klass_day, klass.id, command.day)
    return KlassDay(school, klass, command.day, lessons, plans)


async def list_teachers(work: Work, command: ShowChanges) -> tuple[Teacher, ...]:
    """Give the teaching staff of a day, today where none is named. Raises Forbidden."""
    reach_school(work, command.school, Action.LESSON_CHANGE)
    day = command.day or await school_today(work, command.school)
    return await work.run(query.teachers, command.school, day)


@dataclass(frozen=True, slots=True)
class ShowAwayDay:
    """The lessons of a teacher on a day on which they are not there."""

    school: SchoolId
    teacher: PersonId
    day: date


async def show_away_day(work: Work, command: ShowAwayDay) -> AwayDay:
    """Give a teacher's lessons of a day with the best substitutes for each. Raises Forbidden, also for a stranger."""
    reach_school(work, command.school, Action.LESSON_CHANGE)
    staff = await work.run(query.teachers, command.school, command.day)
    teacher = known_teacher(staff, command.teacher)
    day = await work.run(query.day_of_school, command.school, command.day)
    mine = [lesson for lesson in day if command.teacher in (lesson.teacher, lesson.keeper)]
    # A suggestion must not send the absent one into somebody else's lesson.
    others = [known for known in staff if known.id != command.teacher]
    lessons = tuple(TeacherLesson(each, rules.candidates(each, others, day)[:SUGGESTED]) for each in mine)
    return AwayDay(command.school, teacher, command.day, lessons)


def known_teacher(staff: Iterable[Teacher], person: PersonId) -> Teacher:
    """Give one of the teaching staff. Raises Forbidden for anybody else."""
    found = next((teacher for teacher in staff if teacher.id == person), None)
    if found is None:
        raise Forbidden(Action.LESSON_CHANGE)
    return found


@dataclass(frozen=True, slots=True)
class OpenChange:
    """Which lesson is to be changed."""

    lesson: LessonId


async def open_change(work: Work, command: OpenChange) -> ChangedLesson:
    """Give a lesson with its changes and with what its record holds already. Raises Forbidden."""
    facts = (await enter(work, command.lesson, Action.LESSON_CHANGE)).facts
    history = await work.run(query.history, command.lesson)
    held = await work.run(query.held, command.lesson)
    return ChangedLesson(facts, history, held, rules.is_over(facts.lesson, work.now))


async def list_substitutes(work: Work, command: OpenChange) -> SubstituteList:
    """Give who could give a lesson, the free ones first. Raises Forbidden."""
    facts = (await enter(work, command.lesson, Action.LESSON_CHANGE)).facts
    lesson = facts.lesson
    day = await work.run(query.day_of_school, lesson.school, lesson.day)
    staff = await work.run(query.teachers, lesson.school, lesson.day)
    return SubstituteList(facts, rules.candidates(rules.busy(facts), staff, day))


async def list_move_days(work: Work, command: OpenChange) -> MoveDays:
    """Give the school days to which a lesson may move: from today on, a past one from a week before it on.

    Raises Forbidden.
    """
    facts = (await enter(work, command.lesson, Action.LESSON_CHANGE)).facts
    lesson = facts.lesson
    year = (await school_years(work, [lesson.school]))[lesson.school]
    first = lesson.day - _DAYS_BEFORE if rules.is_over(lesson, work.now) else year.today(work.now)
    days = [day for day in year.calendar.school_days(lesson.grade) if day >= first]
    return MoveDays(facts, tuple(days[:_DAYS_SHOWN]))


@dataclass(frozen=True, slots=True)
class OpenMoveDay:
    """To which day a lesson is to move."""

    lesson: LessonId
    day: date


async def list_move_numbers(work: Work, command: OpenMoveDay) -> MoveNumbers:
    """Give the lesson numbers of a day with what stands in the way of each. Raises Forbidden."""
    facts = (await enter(work, command.lesson, Action.LESSON_CHANGE)).facts
    named, bells = await work.run(query.bells, facts.lesson.klass)
    day = await work.run(query.day_of_school, facts.lesson.school, command.day)
    numbers = []
    for bell in rules.numbers_of_day(bells, named, facts.lesson.grade, command.day.weekday()):
        moved = rules.moved_to(facts, command.day, bell)
        if not rules.is_taken(moved.lesson, day):
            numbers.append((bell.number, rules.conflicts(rules.busy(moved), day)))
    return MoveNumbers(facts, command.day, tuple(numbers))


async def list_rooms(work: Work, command: OpenChange) -> RoomList:
    """Give the rooms of the school, each with what takes it at the lesson's time. Raises Forbidden."""
    facts = (await enter(work, command.lesson, Action.LESSON_CHANGE)).facts
    lesson = facts.lesson
    rooms = await work.run(query.rooms, lesson.school)
    day = await work.run(query.day_of_school, lesson.school, lesson.day)
    return RoomList(facts, tuple((key, name, rules.takes_room(facts, name, day)) for key, name in rooms))
