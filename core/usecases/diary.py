"""The diary's pages: day, week, one lesson, timetable (DIA-1, DIA-2, DIA-8)."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action
from core.model.diary import Day, DiaryDay, DiaryEntry, DiaryWeek, Timetable
from core.model.errors import Forbidden
from core.model.ids import LessonId, PersonId
from core.rules.access import require
from core.storage.queries import diary, timetable
from core.storage.work import Work
from core.usecases.children import Opened, open_diary

_DAYS_OF_WEEK = 7
# How far ahead the timetable tells of holidays and events.
_AHEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ShowDay:
    """A day of a child's diary; None is the school's today."""

    child: PersonId
    day: date | None = None


async def show_day(work: Work, wanted: ShowDay) -> DiaryDay:
    """Give the day with everything recorded, marks inside their grace time too (DIA-1, NTF-2).

    Raises Forbidden for a child that is not the actor's to read.
    """
    opened = await open_diary(work, wanted.child)
    day = wanted.day or opened.today
    lessons = await work.run(timetable.lessons, opened.child, day, day)
    entries, loose, around = await work.run(diary.entries, opened.child, lessons, day, day, opened.permit.capacity.role)
    events, holidays = around.on(day)
    page = Day(day, entries, loose, events, holidays, around.previous, around.next)
    return DiaryDay(opened.child, opened.today, page)


@dataclass(frozen=True, slots=True)
class ShowWeek:
    """The week of a day of a child's diary; None is the school's today."""

    child: PersonId
    day: date | None = None


async def show_week(work: Work, wanted: ShowWeek) -> DiaryWeek:
    """Give the week from Monday to Sunday, empty days left out (DIA-2). Raises Forbidden."""
    opened = await open_diary(work, wanted.child)
    day = wanted.day or opened.today
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=_DAYS_OF_WEEK - 1)
    lessons = await work.run(timetable.lessons, opened.child, monday, sunday)
    entries, loose, around = await work.run(
        diary.entries, opened.child, lessons, monday, sunday, opened.permit.capacity.role
    )
    days = []
    for each in (monday + timedelta(days=step) for step in range(_DAYS_OF_WEEK)):
        events, holidays = around.on(each)
        mine = tuple(entry for entry in entries if entry.lesson.day == each)
        homework = tuple(item for item in loose if item.due_on == each)
        days.append(Day(each, mine, homework, events, holidays, around.previous, around.next))
    return DiaryWeek(opened.child, opened.today, monday, tuple(days))


@dataclass(frozen=True, slots=True)
class ShowLesson:
    """One lesson of a child's diary, in full."""

    child: PersonId
    lesson: LessonId


async def show_lesson(work: Work, wanted: ShowLesson) -> DiaryEntry:
    """Give the lesson with everything recorded for this child. Raises Forbidden, also for a lesson of others."""
    opened = await open_diary(work, wanted.child)
    lesson = await work.run(timetable.lesson, opened.child, wanted.lesson)
    if lesson is None:
        raise Forbidden(Action.DIARY_READ)
    entries, _, _ = await work.run(
        diary.entries, opened.child, (lesson,), lesson.day, lesson.day, opened.permit.capacity.role
    )
    return DiaryEntry(opened.child, opened.today, entries[0])


@dataclass(frozen=True, slots=True)
class ShowTimetable:
    """Lessons with their times on a day (None: today), or in the week of that day."""

    child: PersonId
    day: date | None = None
    week: bool = False


async def show_timetable(work: Work, wanted: ShowTimetable) -> Timetable:
    """Give lessons, and the holidays and events of the month ahead (DIA-8).

    All staff may see timetables, but whose name and groups these are is the diary's. Raises Forbidden.
    """
    opened = await open_diary(work, wanted.child)
    require(work.actor, Action.TIMETABLE_READ, opened.child.subject(opened.today))
    first = last = wanted.day or opened.today
    if wanted.week:
        first -= timedelta(days=first.weekday())
        last = first + timedelta(days=_DAYS_OF_WEEK - 1)
    lessons = await work.run(timetable.lessons, opened.child, first, last)
    around = await work.run(timetable.ahead, opened.child, first, last, opened.permit.capacity.role, _AHEAD)
    return Timetable(
        opened.child,
        opened.today,
        first,
        last,
        lessons,
        tuple(around.holidays),
        tuple(around.events),
        around.previous,
        around.next,
    )


@dataclass(frozen=True, slots=True)
class PickDay:
    """Somebody wants to pick a day of a child's diary."""

    child: PersonId


async def pick_day(work: Work, wanted: PickDay) -> Opened:
    """Give whose diary it is and what day it is now. Raises Forbidden."""
    return await open_diary(work, wanted.child)
