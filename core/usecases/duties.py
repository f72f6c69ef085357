"""Duties of lessons: the one computation behind reminders, the teacher's list and every board (REG-2, CTL-1)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from core.model.access import Action, Subject
from core.model.calendar import CalendarEntry
from core.model.duty import Duty, DutyState, Pardon
from core.model.ids import PersonId, SchoolId
from core.model.journal import LessonFacts
from core.model.regulation import Matter, Regulation, Rule
from core.model.school import School
from core.regulation.overlay import effective
from core.rules.access import require
from core.rules.calendar import SchoolCalendar, local_day
from core.rules.duties import LessonRows
from core.rules.duty_frame import pardoned
from core.storage.queries import duties as query
from core.storage.queries import duty_places
from core.storage.queries.duties import OpenLessons, OpenRecord
from core.storage.work import Work


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """A school with what its duties are reckoned by: the calendar and its regulation."""

    school: School
    calendar: SchoolCalendar
    regulation: Regulation

    @property
    def rows(self) -> tuple[Rule, ...]:
        """Give the rows of the regulation that ask for the parts of a lesson's record."""
        return self.regulation.duties

    def today(self, now: datetime) -> date:
        """Give the school's day at an instant."""
        return local_day(now, self.school.zone)


@dataclass(frozen=True, slots=True)
class LessonDuties:
    """A lesson with what is still owed for it: open and overdue duties, nothing that was done."""

    facts: LessonFacts
    duties: tuple[Duty, ...]

    def about(self, what: Matter) -> Duty | None:
        """Give the open duty about one thing."""
        return next((duty for duty in self.duties if duty.rule.about is what), None)

    @property
    def overdue(self) -> tuple[Duty, ...]:
        """Give the duties whose term is over."""
        return tuple(duty for duty in self.duties if duty.state is DutyState.OVERDUE)


@lru_cache(maxsize=256)
def _calendar(entries: tuple[CalendarEntry, ...], week_days: int, first: date, last: date) -> SchoolCalendar:
    return SchoolCalendar(entries, week_days, first, last)


async def school_years(work: Work, ids: Collection[SchoolId] | None = None) -> dict[SchoolId, SchoolYear]:
    """Give schools with calendar and regulation, all of them where none are named; two statements."""
    schools = await work.run(query.schools, ids)
    entries = await work.run(query.calendars, [school.id for school in schools])
    return {school.id: _year(school, entries.get(school.id, ())) for school in schools}


def _year(school: School, entries: tuple[CalendarEntry, ...]) -> SchoolYear:
    calendar = _calendar(entries, school.week_days, school.year_start, school.year_end)
    return SchoolYear(school, calendar, effective(school.preset, school.overrides))


def owed(year: SchoolYear, records: Iterable[OpenRecord], now: datetime) -> list[LessonDuties]:
    """Give what is owed for lessons at an instant; lessons that lack nothing are left out."""
    found = []
    rows = LessonRows(year.rows, year.calendar, year.school.zone)
    for each in records:
        duties = rows.duties(each.record, now)
        still = tuple(duty for duty in duties if duty.done_at is None)
        if still:
            found.append(LessonDuties(each.facts, still))
    return found


def unpardoned(lessons: Iterable[LessonDuties], pardons: Sequence[Pardon], now: datetime) -> list[LessonDuties]:
    """Leave out what waits because it is pardoned (BEY-9): nobody is reminded of it."""
    if not pardons:
        return list(lessons)
    found = []
    for lesson in with_pardons(lessons, pardons, now):
        duties = tuple(duty for duty in lesson.duties if duty.state is not DutyState.PAUSED)
        if duties:
            found.append(LessonDuties(lesson.facts, duties))
    return found


def with_pardons(lessons: Iterable[LessonDuties], pardons: Sequence[Pardon], now: datetime) -> list[LessonDuties]:
    """Give lessons' duties as pardons leave them: those that wait say why, and until when."""
    return [
        LessonDuties(lesson.facts, tuple(pardoned(duty, pardons, now) for duty in lesson.duties)) for lesson in lessons
    ]


@dataclass(frozen=True, slots=True)
class MyDuties:
    """Whose duties, and how many days back."""

    school: SchoolId
    person: PersonId
    days: int = 60


async def my_duties(work: Work, command: MyDuties) -> tuple[LessonDuties, ...]:
    """Give what somebody still owes, the oldest lesson first (JRN-1). Raises Forbidden."""
    require(work.actor, Action.DUTY_BOARD_READ, Subject(school=command.school, person=command.person))
    year = (await school_years(work, [command.school]))[command.school]
    first = year.today(work.now) - timedelta(days=command.days)
    asked = OpenLessons(command.school, max(first, year.school.kept_from), work.now, [command.person])
    found = owed(year, await work.run(query.open_lessons, asked), work.now)
    pardons = await work.run(duty_places.current_pardons, command.school, work.now)
    return tuple(with_pardons(found, pardons, work.now))
