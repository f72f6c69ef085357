"""Homework as a family reads it, a student's ticks, and the files (DIA-3)."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action
from core.model.diary import Files, HomeworkItem, HomeworkList, HomeworkSubjects, SubjectHomework
from core.model.errors import Forbidden
from core.model.ids import HomeworkId, PersonId, SubjectId
from core.rules.access import allowed
from core.storage.gateways import ticks
from core.storage.queries import homework_reading
from core.storage.work import Work
from core.usecases.children import Opened, open_diary

# A subject's homework is shown from four weeks back to everything that is set ahead.
_BACK = timedelta(weeks=4)
_AHEAD = timedelta(weeks=26)


@dataclass(frozen=True, slots=True)
class ShowHomework:
    """Homework for a day – None: the next day with lessons –, or for the week of that day – None: of today."""

    child: PersonId
    day: date | None = None
    week: bool = False


async def show_homework(work: Work, wanted: ShowHomework) -> HomeworkList:
    """Give common and this child's individual homework by the day it is due (DIA-3). Raises Forbidden."""
    opened = await open_diary(work, wanted.child)
    child = opened.child
    first = wanted.day or opened.today
    if wanted.day is None and not wanted.week:
        following = await work.run(homework_reading.next_school_day, child, opened.today)
        first = following or first + timedelta(days=1)
    last = first
    if wanted.week:
        first -= timedelta(days=first.weekday())
        last = first + timedelta(days=6)
    items, previous, following = await work.run(homework_reading.due, child, first, last)
    return HomeworkList(child, opened.today, first, last, items, _may_tick(work, opened), previous, following)


def _may_tick(work: Work, opened: Opened) -> bool:
    subject = opened.child.subject(opened.today)
    return allowed(work.actor, Action.DIARY_TICK_HOMEWORK, subject) is not None


@dataclass(frozen=True, slots=True)
class ShowHomeworkSubjects:
    """The subjects a child has now."""

    child: PersonId


async def show_homework_subjects(work: Work, wanted: ShowHomeworkSubjects) -> HomeworkSubjects:
    """Give the child's subjects by name. Raises Forbidden."""
    opened = await open_diary(work, wanted.child)
    found = await work.run(homework_reading.subjects, opened.child, opened.today)
    return HomeworkSubjects(opened.child, opened.today, found)


@dataclass(frozen=True, slots=True)
class ShowSubjectHomework:
    """The homework of one subject."""

    child: PersonId
    subject: SubjectId


async def show_subject_homework(work: Work, wanted: ShowSubjectHomework) -> SubjectHomework:
    """Give a subject's homework of the last four weeks and ahead, the latest first.

    Raises Forbidden, also for a subject the child is not taught.
    """
    opened = await open_diary(work, wanted.child)
    subjects = await work.run(homework_reading.subjects, opened.child, opened.today)
    subject = next((known for known in subjects if known.id == wanted.subject), None)
    if subject is None:
        raise Forbidden(Action.DIARY_READ)
    first, last = opened.today - _BACK, opened.today + _AHEAD
    items = await work.run(homework_reading.of_subject, opened.child, subject.id, first, last)
    return SubjectHomework(opened.child, opened.today, subject, items, _may_tick(work, opened))


@dataclass(frozen=True, slots=True)
class Tick:
    """A student says that homework is done, or not after all."""

    child: PersonId
    homework: HomeworkId
    done: bool


async def tick(work: Work, wanted: Tick) -> None:
    """Keep or drop the student's own tick; the same twice changes nothing (DIA-3).

    Raises Forbidden for anybody but the student, and for homework that is not the student's.
    """
    opened = await open_diary(work, wanted.child, Action.DIARY_TICK_HOMEWORK)
    await _own_homework(work, opened, wanted.homework, Action.DIARY_TICK_HOMEWORK)
    if wanted.done:
        await work.run(ticks.put, wanted.homework, wanted.child, work.now)
    else:
        await work.run(ticks.drop, wanted.homework, wanted.child)


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """The files of a homework, for a child who has it."""

    child: PersonId
    homework: HomeworkId


async def open_files(work: Work, wanted: OpenFiles) -> Files:
    """Give what is attached to homework (DIA-3). Raises Forbidden, also for homework of another group or child."""
    opened = await open_diary(work, wanted.child, Action.ATTACHMENT_READ)
    item = await _own_homework(work, opened, wanted.homework, Action.ATTACHMENT_READ)
    return Files(opened.child, opened.today, item, await work.run(homework_reading.attachments, item.id))


async def _own_homework(work: Work, opened: Opened, homework: HomeworkId, action: Action) -> HomeworkItem:
    item = await work.run(homework_reading.one, opened.child, homework)
    if item is None:
        raise Forbidden(action)
    return item
