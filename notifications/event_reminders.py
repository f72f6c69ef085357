"""Events of tomorrow, told on the evening before to the families concerned, once (CLS-6, NTF-6).

Who gets the evening's message of that day finds them there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from core.model.ids import PersonId, SchoolEventId
from core.model.preferences import Preferences, Telling, Topic
from core.model.school_event import PlannedEvent
from core.rules.calendar import at_local
from core.rules.school_events import is_meant_for
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import audience
from core.storage.queries import school_events as query
from core.storage.queries.audience import Reader
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from notifications.letter import LetterKind
from notifications.occasions import tell_of
from notifications.timing import due_for, how_for, preferences_of

EVENING, NIGHT, MORNING = time(18), time(21), time(9)
"""Written in the evening, after an outage until the night; by the next morning it is stale."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Eve:
    """The evening before a day of a school."""

    year: SchoolYear
    day: date
    at: datetime

    @property
    def key(self) -> str:
        return f"event-eve:{self.year.school.id}:{self.day}"


async def remind_of_events(works: Works) -> int:
    """Write the letters of tomorrow's events; gives how many."""
    return await tell_of(works, _come, _letters)


async def _come(work: Work) -> list[_Eve]:
    found = []
    for year in (await school_years(work)).values():
        today, zone = year.today(work.now), year.school.zone
        if at_local(today, EVENING, zone) <= work.now < at_local(today, NIGHT, zone):
            found.append(_Eve(year, today + _DAY, at_local(today, EVENING, zone)))
    return found


async def _letters(work: Work, eve: _Eve) -> list[NewLetter]:
    events = [
        event
        for event in await work.run(query.between, [eve.year.school.id], eve.day, eve.day)
        # Entered this very evening, it was told a moment ago.
        if event.plan.day == eve.day and (event.entered_at is None or event.entered_at < eve.at - _DAY / 2)
    ]
    if not events:
        return []
    concerned = await work.run(query.students, events)
    students = {student for some in concerned.values() for student in some}
    families = await work.run(audience.families, students, eve.year.today(work.now))
    preferences = await preferences_of(work, [reader for some in families.values() for reader in some])
    of_student = {student: [each for each in events if student in concerned[each.id]] for student in students}
    return list(_written(eve, of_student, families, preferences))


def _written(
    eve: _Eve,
    of_student: Mapping[PersonId, Sequence[PlannedEvent]],
    families: Mapping[PersonId, Sequence[Reader]],
    preferences: Preferences,
) -> Iterator[NewLetter]:
    stale = at_local(eve.day, MORNING, eve.year.school.zone)
    for student, events in of_student.items():
        for reader in families.get(student, ()):
            due = due_for(reader, Topic.EVENTS, eve.at, eve.year, preferences, student)
            told = _in_the_evening(eve, reader, student, preferences)
            items = [event.id for event in events if is_meant_for(event.audience, own=reader.person == student)]
            if due is not None and due < stale and items and not told and reader.since <= eve.at:
                yield _letter(eve, reader, student, (due, stale), items)


def _in_the_evening(eve: _Eve, reader: Reader, student: PersonId, preferences: Preferences) -> bool:
    if not eve.year.calendar.is_school_day(eve.day):
        return False
    return how_for(reader, Topic.EVENING, eve.year, preferences, student) is Telling.NOW


def _letter(
    eve: _Eve, reader: Reader, student: PersonId, span: tuple[datetime, datetime], events: Sequence[SchoolEventId]
) -> NewLetter:
    due, stale = span
    return NewLetter(
        key=f"{LetterKind.EVENT_SOON}:{eve.day}:{student}:{reader.account}",
        kind=LetterKind.EVENT_SOON.value,
        account=reader.account,
        school=eve.year.school.id,
        person=reader.person,
        student=student,
        created_at=eve.at,
        due_at=due,
        expires_at=stale,
        payload={"day": eve.day.isoformat()},
        items=tuple((LetterKind.EVENT_SOON.value, event) for event in events),
    )
