"""The evening's message told by itself: on the eve of a school day, to students and whoever else wants it (NTF-8).

Who has nothing to learn gets none: no homework, nothing declared, no event, lessons as in the timetable.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.model.evening import Evening
from core.model.ids import PersonId
from core.model.preferences import Preferences, Topic
from core.model.school import GRADES
from core.rules.calendar import at_local
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import audience, evenings, foretelling
from core.storage.queries.audience import Reader
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from notifications.letter import LetterKind
from notifications.occasions import tell_of
from notifications.timing import due_for, preferences_of

EVENING, NIGHT, MORNING = time(18, 30), time(22), time(8)
"""Written from the evening on, after an outage until the night; by the morning of the day itself it is stale."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Eve:
    """The evening before a school day of some grades."""

    year: SchoolYear
    day: date
    at: datetime
    grades: frozenset[int]

    @property
    def key(self) -> str:
        """The key under which it is remembered that this was done."""
        return f"evening:{self.year.school.id}:{self.day}"


async def tell_evenings(works: Works) -> int:
    """Write the letters of evenings that have come; gives how many."""
    return await tell_of(works, _come, _letters)


async def _come(work: Work) -> list[Eve]:
    years = await school_years(work)
    return [eve for year in years.values() if (eve := _eve(year, work.now)) is not None]


def _eve(year: SchoolYear, now: datetime) -> Eve | None:
    zone, today = year.school.zone, year.today(now)
    at, tomorrow = at_local(today, EVENING, zone), today + _DAY
    grades = frozenset(grade for grade in GRADES if year.calendar.is_school_day(tomorrow, grade))
    if not grades or not at <= now < at_local(today, NIGHT, zone):
        return None
    return Eve(year, tomorrow, at, grades)


async def _letters(work: Work, eve: Eve) -> list[NewLetter]:
    klasses = await work.run(foretelling.klasses, eve.year.school.id, eve.grades, eve.day)
    students = [student for some in klasses.values() for student in some]
    found = await work.run(evenings.of_students, students, eve.day)
    news = {student: evening for student, evening in found.items() if evening.has_news}
    families = await work.run(audience.families, list(news), eve.year.today(work.now))
    preferences = await preferences_of(work, [reader for some in families.values() for reader in some])
    return list(_written(eve, news, families, preferences))


def _written(
    eve: Eve,
    news: Mapping[PersonId, Evening],
    families: Mapping[PersonId, Sequence[Reader]],
    preferences: Preferences,
) -> Iterator[NewLetter]:
    stale = at_local(eve.day, MORNING, eve.year.school.zone)
    for student, evening in news.items():
        for reader in families.get(student, ()):
            due = due_for(reader, Topic.EVENING, eve.at, eve.year, preferences, student)
            if due is not None and due < stale and reader.since <= eve.at:
                yield NewLetter(
                    key=f"{LetterKind.EVENING}:{eve.day}:{student}:{reader.account}",
                    kind=LetterKind.EVENING.value,
                    account=reader.account,
                    school=eve.year.school.id,
                    person=reader.person,
                    student=student,
                    created_at=eve.at,
                    due_at=due,
                    expires_at=stale,
                    payload={"day": eve.day.isoformat()},
                    items=tuple((LetterKind.HOMEWORK.value, int(task.id)) for task in evening.homework),
                )
