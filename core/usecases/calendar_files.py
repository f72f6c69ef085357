"""The timetable of the next weeks for the calendar of a phone: a child's, and a teacher's own (DIA-8)."""

from dataclasses import dataclass
from datetime import timedelta

from core.model.access import Action, Subject
from core.model.calendar_file import ChildCalendar, OwnCalendar
from core.model.errors import Stranger
from core.model.ids import PersonId
from core.model.journal import LessonFacts
from core.model.people import Role
from core.model.school_event import PlannedEvent
from core.rules.access import require
from core.rules.calendar import local_day
from core.rules.school_events import concerns, is_meant_for
from core.storage.queries import own_lessons, school_events, timetable
from core.storage.work import Work
from core.usecases.children import open_diary
from core.usecases.lesson_reading import TEACHING

WEEKS = 8
_SPAN = timedelta(weeks=WEEKS)


@dataclass(frozen=True, slots=True)
class TakeCalendar:
    """A child's calendar."""

    child: PersonId


@dataclass(frozen=True, slots=True)
class TakeOwnCalendar:
    """The calendar of the own lessons."""


async def child_calendar(work: Work, command: TakeCalendar) -> ChildCalendar:
    """Give a child's lessons, events and days off from the present week's Monday on. Raises Forbidden."""
    opened = await open_diary(work, command.child, Action.DIARY_EXPORT)
    child, role = opened.child, opened.permit.capacity.role
    first = opened.today - timedelta(days=opened.today.weekday())
    last = opened.today + _SPAN
    lessons = await work.run(timetable.lessons, child, first, last)
    around = await work.run(timetable.ahead, child, first, last, role, timedelta())
    events = []
    for event in await work.run(school_events.between, [child.school], first, last):
        klass = child.klass_on(event.plan.day)
        mine = klass is not None and concerns(event.plan, klass.klass, klass.grade)
        if mine and is_meant_for(event.audience, own=role is Role.STUDENT):
            events.append(event)
    return ChildCalendar(child, first, last, lessons, tuple(events), tuple(around.holidays))


async def own_calendar(work: Work, _command: TakeOwnCalendar) -> OwnCalendar:
    """Give the actor's lessons in all schools, and the events of these and of the classes taught.

    Raises Stranger "no-lessons" for who does not teach, ConsentNeeded.
    """
    held = [capacity for capacity in work.actor.capacities if capacity.role in TEACHING]
    if not held:
        raise Stranger("no-lessons")
    for capacity in held:
        require(work.actor, Action.TIMETABLE_READ, Subject(school=capacity.school))
    people = sorted({capacity.person for capacity in held})
    today = local_day(work.now, await work.run(own_lessons.zone, held[0].school))
    first, last = today - timedelta(days=today.weekday()), today + _SPAN
    lessons = await work.run(own_lessons.between, people, first, last)
    schools = sorted({capacity.school for capacity in held})
    found = await work.run(school_events.between, schools, first, last)
    return OwnCalendar(first, last, lessons, tuple(event for event in found if _concern(event, lessons)))


def _concern(event: PlannedEvent, lessons: tuple[LessonFacts, ...]) -> bool:
    """The school's own, and those of classes that one teaches in these weeks."""
    if event.plan.klass is None and event.plan.grades is None:
        return True
    return any(
        facts.lesson.school == event.school and concerns(event.plan, facts.lesson.klass, facts.lesson.grade)
        for facts in lessons
    )
