"""The Friday letter told by itself: on the week's last school day, to parents, of each child (BEY-3).

In weeks without school there is none. What it says is read when it leaves, and where it would say nothing it does not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.model.ids import PersonId
from core.model.preferences import Preferences, Topic
from core.model.school import GRADES
from core.rules.calendar import at_local
from core.rules.fridays import ends_week
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import audience, foretelling
from core.storage.queries.audience import Reader
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from notifications.letter import LetterKind
from notifications.occasions import tell_of
from notifications.timing import due_for, preferences_of

EVENING, NIGHT = time(18), time(22)
_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WeekEnd:
    """The last school day of a week for some grades."""

    year: SchoolYear
    day: date
    at: datetime
    grades: frozenset[int]

    @property
    def key(self) -> str:
        """The key under which it is remembered that this was done."""
        return f"friday:{self.year.school.id}:{self.day}"


async def tell_fridays(works: Works) -> int:
    """Write the letters of weeks that have ended; gives how many."""
    return await tell_of(works, _come, _letters)


async def _come(work: Work) -> list[WeekEnd]:
    years = await school_years(work)
    return [end for year in years.values() if (end := _week_end(year, work.now)) is not None]


def _week_end(year: SchoolYear, now: datetime) -> WeekEnd | None:
    zone, today = year.school.zone, year.today(now)
    at = at_local(today, EVENING, zone)
    if not at <= now < at_local(today, NIGHT, zone):
        return None
    grades = frozenset(grade for grade in GRADES if ends_week(year.calendar, today, grade))
    return WeekEnd(year, today, at, grades) if grades else None


async def _letters(work: Work, end: WeekEnd) -> list[NewLetter]:
    klasses = await work.run(foretelling.klasses, end.year.school.id, end.grades, end.day)
    students = [student for some in klasses.values() for student in some]
    families = await work.run(audience.families, students, end.day)
    preferences = await preferences_of(work, [reader for some in families.values() for reader in some])
    return list(_written(end, families, preferences))


def _written(
    end: WeekEnd, families: Mapping[PersonId, Sequence[Reader]], preferences: Preferences
) -> Iterator[NewLetter]:
    for student, readers in families.items():
        for reader in readers:
            due = due_for(reader, Topic.FRIDAY, end.at, end.year, preferences, student)
            if due is not None and reader.since <= end.at:
                yield NewLetter(
                    key=f"{LetterKind.FRIDAY}:{end.day}:{student}:{reader.account}",
                    kind=LetterKind.FRIDAY.value,
                    account=reader.account,
                    school=end.year.school.id,
                    person=reader.person,
                    student=student,
                    created_at=end.at,
                    due_at=due,
                    expires_at=due + _FOR,
                    silent=True,
                    payload={"day": end.day.isoformat()},
                )
