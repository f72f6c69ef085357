"""The forecast told by itself: once in a period, three weeks before its end, to families that can still mend something
(DIA-6, BEY-2) [002 прил.3 §3; 004 §7].

Whose marks come to a two, or to less than what the reader watches for, or are too few for any mark, hears of it while
there are lessons left; nobody else does, and in the first grade nobody at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from core.model.calendar import Period, PeriodKind
from core.model.forecast import SubjectForecast
from core.model.ids import PersonId
from core.model.journal import FIRST_GRADE
from core.model.preferences import Preferences, Topic
from core.rules.calendar import at_local
from core.rules.radar import worried
from core.storage.gateways import goals
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import audience, forecast, foretelling
from core.storage.queries.audience import Reader
from core.storage.queries.forecast import Goals, Span, Standings
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from core.usecases.forecast import foreseen
from notifications.letter import LetterKind
from notifications.occasions import tell_of
from notifications.timing import due_for, preferences_of

BEFORE_END = timedelta(weeks=3)
"""Time enough to be asked twice in most subjects."""
SHORTEST = timedelta(weeks=5)
"""Of a shorter period nothing is known three weeks before its end."""
EVENING, NIGHT = time(17), time(21)
_FOR = timedelta(days=5)
"""So late it may still come after an outage; then two weeks are left, and the letter would promise too much."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When a period is foretold: from `at` on, not later than `until`."""

    year: SchoolYear
    period: Period
    at: datetime
    until: datetime

    @property
    def key(self) -> str:
        """The key under which it is remembered that this was done."""
        return f"foretold:{self.period.id}"


async def foretell(works: Works) -> int:
    """Write the letters of periods whose moment has come; gives how many."""
    return await tell_of(works, _come, _letters)


async def _come(work: Work) -> list[Moment]:
    years = await school_years(work)
    # Asked four times a minute: by day there is nothing to look for.
    awake = [year for year in years.values() if EVENING <= work.now.astimezone(year.school.zone).time() < NIGHT]
    if not awake:
        return []
    periods = await work.run(foretelling.periods, [year.school.id for year in awake])
    return [
        moment
        for year in awake
        for moment in _moments(year, periods.get(year.school.id, ()))
        if moment.at <= work.now < moment.until
    ]


def _moments(year: SchoolYear, periods: Iterable[Period]) -> Iterator[Moment]:
    """The evening of the last school day that is three weeks or more before the end."""
    for period in periods:
        latest = period.ends_on - BEFORE_END
        if period.kind is PeriodKind.YEAR or period.ends_on - period.starts_on < SHORTEST:
            continue
        day = latest if year.calendar.is_school_day(latest) else year.calendar.previous_school_day(latest)
        if day is not None and day > period.starts_on:
            at = at_local(day, EVENING, year.school.zone)
            yield Moment(year, period, at, at + _FOR)


async def _letters(work: Work, moment: Moment) -> list[NewLetter]:
    """Go class by class, so that nobody waits for a whole school to be reckoned."""
    grades = moment.period.grades - {FIRST_GRADE}
    klasses = await work.run(foretelling.klasses, moment.year.school.id, grades, moment.year.today(work.now))
    return [letter for students in klasses.values() for letter in await _of_klass(work, moment, students)]


async def _of_klass(work: Work, moment: Moment, students: Sequence[PersonId]) -> list[NewLetter]:
    today = moment.year.today(work.now)
    found = await work.run(forecast.of_students, students, Span(moment.year.school.id, moment.period, today, work.now))
    families = await work.run(audience.families, students, today)
    readers = [(reader, student) for student, some in families.items() for reader in some if reader.since <= moment.at]
    preferences = await preferences_of(work, [reader for reader, _ in readers])
    watched = await work.run(goals.some, [(reader.account, student) for reader, student in readers])
    worried = (
        (reader, student)
        for reader, student in readers
        if worries(found, student, moment.period, watched.get((reader.account, student), {}))
    )
    asked = ((reader, student, _wanted(moment, reader, student, preferences)) for reader, student in worried)
    return [_letter(moment, student, reader, due) for reader, student, due in asked if due is not None]


def worries(found: Standings, student: PersonId, period: Period, watched: Goals) -> Sequence[SubjectForecast]:
    """Give the subjects of a student that a reader is to hear of: marked or still taught in the period.

    `watched` are the marks that the reader watches for.
    """
    taught = {subject for each, subject in (*found.piles, *found.lessons_left) if each == student}
    subjects = [found.subjects[subject] for subject in taught if subject in found.subjects]
    coming = foreseen(found, student, subjects, period, ())
    return [each for each in coming if worried(each, watched.get(each.subject.id))]


def _wanted(moment: Moment, reader: Reader, student: PersonId, preferences: Preferences) -> datetime | None:
    return due_for(reader, Topic.FORECAST, moment.at, moment.year, preferences, student)


def _letter(moment: Moment, student: PersonId, reader: Reader, due: datetime) -> NewLetter:
    return NewLetter(
        key=f"forecast:{moment.period.id}:{student}:{reader.account}",
        kind=LetterKind.FORECAST.value,
        account=reader.account,
        school=moment.year.school.id,
        person=reader.person,
        student=student,
        created_at=moment.at,
        due_at=due,
        expires_at=moment.until,
        payload={"period": moment.period.id},
    )
