"""Who hears of what happened: events in, (event, reader) pairs out. Statements don't grow with the audience."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.model.events import Event, EventKind
from core.model.ids import AccountId, BindingId, EventId, HomeworkId, LessonId, NoticeId, PersonId, SchoolId
from core.rules.day_moves import days_of
from core.storage.queries import audience, notices, school_events
from core.storage.queries.audience import Entrant, Reader
from core.storage.work import Work

_OF_STUDENTS = frozenset(
    {
        EventKind.MARK,
        EventKind.ATTENDANCE,
        EventKind.HOMEWORK,
        EventKind.REMARK,
        EventKind.SIGNAL,
        EventKind.LESSON_CHANGE,
        EventKind.PERIOD_MARK,
        EventKind.ABSENCE_ASKED,
        EventKind.SCHOOL_EVENT,
        EventKind.DAY_MOVED,
    }
)
_OF_GROUPS = frozenset({EventKind.HOMEWORK, EventKind.LESSON_CHANGE, EventKind.SCHOOL_EVENT, EventKind.DAY_MOVED})
_OF_ALL = frozenset({EventKind.DAY_MOVED})
# What teachers say of a child is for those who bring it up.
_TO_GUARDIANS = frozenset({EventKind.ABSENCE_ASKED, EventKind.SIGNAL})
_OF_ENTRIES = frozenset(
    {
        EventKind.ENTRY,
        EventKind.KLASS_ENTRY,
        EventKind.ENTRY_TO_CONFIRM,
        EventKind.ENTRY_CONFIRMED,
        EventKind.ACCESS_CUT,
    }
)
# Told to the event's own `person`: the use case knows who that is, and writes an event for each.
_TO_PERSON = frozenset(
    {
        EventKind.CONTROL_REMARK,
        EventKind.CONTROL_ANSWER,
        EventKind.ANALYSIS,
        EventKind.KLASS_SIGNAL,
        EventKind.GAP,
        EventKind.SUBGROUP,
        EventKind.DATA_FAULT,
        EventKind.APPEAL,
        EventKind.ACCESS_LOST,
        EventKind.LESSON_CHANGE_STAFF,
        EventKind.LATE_ASKED,
        EventKind.MESSAGE,
        EventKind.MESSAGE_STAFF,
        EventKind.COMPLAINT,
        EventKind.LATE_ANSWERED,
        EventKind.PARDON,
        EventKind.ABSENCE_NOTE,
        EventKind.ABSENCE_UNKNOWN,
        EventKind.ABSENCE_ANSWER,
        EventKind.RETURNED,
        EventKind.SCHOOL_EVENT_STAFF,
        EventKind.DAY_MOVED_STAFF,
    }
)
_NOTICES = frozenset({EventKind.NOTICE, EventKind.NOTICE_URGENT, EventKind.NOTICE_STAFF, EventKind.NOTICE_REMINDER})
# Of these an event that names a child is told to the child's reader, and only while they may read of it (ACC-7).
_OF_CHILD = frozenset({EventKind.ABSENCE_ANSWER, EventKind.APPEAL, EventKind.COMPLAINT, EventKind.MESSAGE})


@dataclass(frozen=True, slots=True)
class Addressed:
    """Something that happened, to be told to an account, there to a person, of a student."""

    event: Event
    account: AccountId
    person: PersonId | None
    student: PersonId | None = None


async def address(work: Work, events: Sequence[Event], school: SchoolId, today: date) -> list[Addressed]:
    """Give everybody who is to be told of events of one school; nobody hears of their own doing (NTF-10)."""
    known = {event.actor for event in events if event.actor}
    actors = await work.run(audience.accounts_of, known) if known else {}
    found = [
        *await _of_students(work, events, today),
        *await _of_entries(work, events, school, today),
        *await _of_persons(work, events, today),
        *await _of_notices(work, events, today),
    ]
    return [each for each in found if not _acted(each, actors)]


def _acted(addressed: Addressed, actors: dict[PersonId, frozenset[AccountId]]) -> bool:
    actor = addressed.event.actor
    return actor is not None and addressed.account in actors.get(actor, ())


async def _of_students(work: Work, events: Sequence[Event], today: date) -> Iterable[Addressed]:
    concerned = [event for event in events if event.kind in _OF_STUDENTS]
    if not concerned:
        return ()
    groups = await _groups(work, concerned)
    of_event = [(event, _students(event, groups)) for event in concerned]
    families = await work.run(audience.families, {student for _, some in of_event for student in some}, today)
    return [
        Addressed(event, reader.account, reader.person, student)
        for event, students in of_event
        for student in students
        for reader in families.get(student, ())
        # Whoever enters finds the past in the diary; it does not ring afterwards (NTF-10).
        if reader.since <= event.at and not (event.kind in _TO_GUARDIANS and reader.person == student)
    ]


_Groups = dict[tuple[EventKind, int], Sequence[PersonId]]


async def _groups(work: Work, events: Sequence[Event]) -> _Groups:
    """Give the students of whatever concerns many: homework, changes of lessons, events."""
    homework = [HomeworkId(event.subject) for event in events if event.kind is EventKind.HOMEWORK]
    lessons = [LessonId(event.subject) for event in events if event.kind is EventKind.LESSON_CHANGE]
    tasks = await work.run(audience.homework_readers, homework) if homework else {}
    attending = await work.run(audience.lesson_readers, lessons) if lessons else {}
    happenings = {event.subject for event in events if event.kind is EventKind.SCHOOL_EVENT}
    planned = await work.run(school_events.some, happenings) if happenings else {}
    concerned = await work.run(school_events.students, planned.values()) if planned else {}
    return {
        **{(EventKind.HOMEWORK, key): students for key, students in tasks.items()},
        **{(EventKind.LESSON_CHANGE, key): students for key, students in attending.items()},
        **{(EventKind.SCHOOL_EVENT, key): students for key, students in concerned.items()},
        **{(event.kind, event.subject): await _everybody(work, event) for event in events if event.kind in _OF_ALL},
    }


async def _everybody(work: Work, event: Event) -> Sequence[PersonId]:
    source, _ = days_of(event.subject)
    return await work.run(audience.everybody, event.school, source)


def _students(event: Event, groups: _Groups) -> Sequence[PersonId]:
    if event.kind in _OF_GROUPS:
        return groups.get((event.kind, event.subject), ())
    return (event.student,) if event.student else ()


async def _of_persons(work: Work, events: Sequence[Event], today: date) -> Iterable[Addressed]:
    concerned = [(event, event.person) for event in events if event.kind in _TO_PERSON and event.person]
    if not concerned:
        return ()
    readers = await work.run(audience.holders, {person for _, person in concerned}, today)
    return [
        Addressed(event, reader.account, reader.person, event.student if event.kind in _OF_CHILD else None)
        for event, person in concerned
        for reader in readers.get(person, ())
        # Of several accounts of somebody only the one that was away has missed anything.
        if event.kind is not EventKind.RETURNED or reader.account == event.subject
    ]


async def _of_notices(work: Work, events: Sequence[Event], today: date) -> Iterable[Addressed]:
    """Whom a notice was for when it was sent; a reminder leaves out the households that have read."""
    concerned = [event for event in events if event.kind in _NOTICES]
    if not concerned:
        return ()
    ids = {event.subject for event in concerned}
    sent = await work.run(notices.notices, ids)
    readers, read = await work.run(notices.readers, ids), await work.run(notices.read_times, ids)
    listed = [pair for some in readers.values() for pair in some]
    families = await work.run(audience.families, {student for _, student in listed if student}, today)
    staff = await work.run(audience.holders, {person for person, student in listed if not student}, today)
    found: dict[tuple[EventId | None, AccountId, PersonId | None], Addressed] = {}
    for event in concerned:
        notice = sent[NoticeId(event.subject)]
        for person, student in readers.get(notice.id, ()):
            if event.kind is EventKind.NOTICE_REMINDER and (notice.id, student or person) in read:
                continue
            for reader in families.get(student, ()) if student else staff.get(person, ()):
                if reader.person == person and reader.since <= event.at:
                    # The same words come once to a parent of two; each child's week comes for itself.
                    place = (event.id, reader.account, student if notice.week else None)
                    found.setdefault(place, Addressed(event, reader.account, person, student))
    return found.values()


@dataclass(frozen=True, slots=True)
class _Directory:
    """Everybody whom events of access may concern."""

    entrants: dict[BindingId, Entrant]
    families: dict[PersonId, list[Reader]]
    class_teachers: dict[PersonId, PersonId]
    administrators: Sequence[PersonId]
    staff: dict[PersonId, list[Reader]]

    def teachers_of(self, students: Iterable[PersonId]) -> Iterable[Reader]:
        """Give the accounts of the students' class teachers."""
        people = {self.class_teachers[student] for student in students if student in self.class_teachers}
        return (reader for person in sorted(people) for reader in self.staff.get(person, ()))

    def masters(self) -> Iterable[Reader]:
        """Give the accounts of the school's administrators."""
        return (reader for person in self.administrators for reader in self.staff.get(person, ()))


async def _of_entries(work: Work, events: Sequence[Event], school: SchoolId, today: date) -> Iterable[Addressed]:
    concerned = [event for event in events if event.kind in _OF_ENTRIES]
    if not concerned:
        return ()
    directory = await _directory(work, concerned, school, today)
    # Of an access that is reported as lost the administrators get a form, which says the same and more.
    reported = {event.at for event in events if event.kind is EventKind.ACCESS_LOST}
    told = (each for event in concerned for each in _told_of_entry(event, directory))
    masters = {reader.account for reader in directory.masters()}
    return [each for each in told if not (each.event.at in reported and each.person and each.account in masters)]


async def _directory(work: Work, events: Sequence[Event], school: SchoolId, today: date) -> _Directory:
    entrants = await work.run(audience.entrants, [BindingId(event.subject) for event in events])
    students = {student for entrant in entrants.values() for student in entrant.students}
    class_teachers = await work.run(audience.class_teachers, students)
    administrators = await work.run(audience.administrators, school)
    people = {*class_teachers.values(), *administrators}
    return _Directory(
        entrants,
        await work.run(audience.families, students, today),
        class_teachers,
        administrators,
        await work.run(audience.holders, people, today),
    )


def _told_of_entry(event: Event, directory: _Directory) -> Iterable[Addressed]:
    entrant = directory.entrants.get(BindingId(event.subject))
    if entrant is None:
        return
    for reader in _readers(event, entrant, directory):
        yield Addressed(event, reader.account, reader.person)
    if event.kind in (EventKind.ENTRY_CONFIRMED, EventKind.ACCESS_CUT) and event.actor != event.person:
        # The person may not be bound any more: told as an account, without anything personal.
        yield Addressed(event, entrant.account, None)


def _readers(event: Event, entrant: Entrant, directory: _Directory) -> Iterable[Reader]:
    match event.kind:
        case EventKind.ENTRY:
            students = (event.student,) if event.student else entrant.students
            yield from _guardians_before(entrant, students, directory)
        case EventKind.KLASS_ENTRY:
            yield from directory.teachers_of(entrant.students)
        case EventKind.ENTRY_TO_CONFIRM:
            yield from directory.masters()
        case EventKind.ACCESS_CUT:
            yield from directory.masters()
            yield from directory.teachers_of(entrant.students)


def _guardians_before(entrant: Entrant, students: Iterable[PersonId], directory: _Directory) -> Iterable[Reader]:
    """Guardians who were there first (ACC-1); a student isn't asked about the parents' accounts."""
    for student in students:
        for reader in directory.families.get(student, ()):
            newcomer = reader.account == entrant.account or reader.since > entrant.since
            if reader.person != student and not newcomer:
                yield reader
