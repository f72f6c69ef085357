"""Who is told of what happened: from students, persons and bindings to accounts (NTF-9, NTF-10, DIA-14).

Nobody is asked for who left the school, has the bot blocked, or has not consented.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select, union

from core.model.events import Event, EventKind
from core.model.ids import AccountId, BindingId, EventId, HomeworkId, LessonId, LetterId, PersonId, SchoolId
from core.model.people import PersonKind, Role
from core.rules.consent import CONSENT_VERSION
from core.storage.queries.journal import ENROLLED
from core.storage.rows import (
    AccountRow,
    BindingRow,
    ConsentRow,
    EnrolmentRow,
    EventRow,
    GroupRow,
    GuardianshipRow,
    HomeworkRow,
    KlassRow,
    LessonRow,
    LetterItemRow,
    LetterRow,
    PersonRow,
    StaffRoleRow,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is told: the account, as which person, and since when."""

    account: AccountId
    person: PersonId
    since: datetime


@dataclass(frozen=True, slots=True)
class Entrant:
    """A binding that something happened to, with the account behind it and the students it reads of."""

    binding: BindingId
    account: AccountId
    person: PersonId
    kind: PersonKind
    since: datetime
    students: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter that still waits and may take more items; `items` are (kind, subject)."""

    id: LetterId
    account: AccountId
    student: PersonId | None
    kind: str
    created_at: datetime
    due_at: datetime
    items: frozenset[tuple[str, int]]


def unpublished(db: Connection, limit: int) -> list[Event]:
    """Give the oldest events that nobody was told of yet, all of one school."""
    oldest = select(EventRow.school_id).where(EventRow.published_at.is_(None)).order_by(EventRow.id).limit(1)
    school = oldest.scalar_subquery()
    query = select(EventRow).where(EventRow.published_at.is_(None), EventRow.school_id == school)
    columns = (
        EventRow.kind,
        EventRow.school_id,
        EventRow.subject_id,
        EventRow.at,
        EventRow.student_id,
        EventRow.person_id,
        EventRow.actor_id,
        EventRow.id,
    )
    return [_event(row) for row in db.execute(query.with_only_columns(*columns).order_by(EventRow.id).limit(limit))]


def _event(row: tuple[EventKind, int, int, datetime, int | None, int | None, int | None, int]) -> Event:
    kind, school, subject, at, student, person, actor, key = row
    return Event(
        kind=kind,
        school=SchoolId(school),
        subject=subject,
        at=at,
        student=PersonId(student) if student else None,
        person=PersonId(person) if person else None,
        actor=PersonId(actor) if actor else None,
        id=EventId(key),
    )


_CONSENTED = exists().where(
    ConsentRow.account_id == AccountRow.id,
    ConsentRow.version == CONSENT_VERSION,
    ConsentRow.withdrawn_at.is_(None),
)


def _reachable(today: date) -> ColumnElement[bool]:
    return and_(
        BindingRow.ended_at.is_(None),
        BindingRow.confirmed_at.is_not(None),
        AccountRow.blocked_at.is_(None),
        _CONSENTED,
        or_(PersonRow.until.is_(None), PersonRow.until >= today),
    )


_READER = (BindingRow.account_id, BindingRow.person_id, BindingRow.since)


def families(db: Connection, students: Collection[PersonId], today: date) -> dict[PersonId, list[Reader]]:
    """Give for each student the student's own accounts and those of guardians who take the electronic service."""
    bound = (
        select(*_READER)
        .join(AccountRow, AccountRow.id == BindingRow.account_id)
        .join(PersonRow, PersonRow.id == BindingRow.person_id)
        .where(_reachable(today))
    )
    guards = and_(GuardianshipRow.guardian_id == BindingRow.person_id, GuardianshipRow.until.is_(None))
    query = union(
        bound.add_columns(BindingRow.person_id.label("student")).where(BindingRow.person_id.in_(students)),
        bound.add_columns(GuardianshipRow.student_id.label("student"))
        .join(GuardianshipRow, guards)
        .where(GuardianshipRow.student_id.in_(students), GuardianshipRow.electronic),
    )
    found: dict[PersonId, list[Reader]] = defaultdict(list)
    for account, person, since, student in db.execute(query):
        found[PersonId(student)].append(Reader(AccountId(account), PersonId(person), since))
    return found


def holders(db: Connection, people: Collection[PersonId], today: date) -> dict[PersonId, list[Reader]]:
    """Give the accounts of people."""
    query = (
        select(*_READER)
        .join(AccountRow, AccountRow.id == BindingRow.account_id)
        .join(PersonRow, PersonRow.id == BindingRow.person_id)
        .where(BindingRow.person_id.in_(people), _reachable(today))
    )
    found: dict[PersonId, list[Reader]] = defaultdict(list)
    for account, person, since in db.execute(query):
        found[PersonId(person)].append(Reader(AccountId(account), PersonId(person), since))
    return found


def administrators(db: Connection, school: SchoolId) -> list[PersonId]:
    """Give the administrators of a school."""
    query = (
        select(PersonRow.id)
        .join(StaffRoleRow, StaffRoleRow.person_id == PersonRow.id)
        .where(PersonRow.school_id == school, StaffRoleRow.role == Role.ADMINISTRATOR)
    )
    return [PersonId(person) for person in db.execute(query).scalars()]


def class_teachers(db: Connection, students: Collection[PersonId]) -> dict[PersonId, PersonId]:
    """Give the class teachers of students' present classes."""
    query = (
        select(EnrolmentRow.student_id, KlassRow.class_teacher_id)
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(EnrolmentRow.student_id.in_(students), EnrolmentRow.until.is_(None))
        .where(KlassRow.class_teacher_id.is_not(None))
    )
    return {PersonId(student): PersonId(teacher) for student, teacher in db.execute(query) if teacher}


def accounts_of(db: Connection, people: Collection[PersonId]) -> dict[PersonId, frozenset[AccountId]]:
    """Give every open account of people, whoever may be told or not: they acted, so they know (NTF-10)."""
    query = select(BindingRow.person_id, BindingRow.account_id).where(
        BindingRow.person_id.in_(people), BindingRow.ended_at.is_(None)
    )
    found: dict[PersonId, set[AccountId]] = defaultdict(set)
    for person, account in db.execute(query):
        found[PersonId(person)].add(AccountId(account))
    return {person: frozenset(accounts) for person, accounts in found.items()}


def homework_readers(db: Connection, homework: Collection[HomeworkId]) -> dict[HomeworkId, list[PersonId]]:
    """Give the students whom homework is for: the one named, or the group as it was on the lesson's day."""
    enrolled = and_(ENROLLED, or_(HomeworkRow.student_id.is_(None), HomeworkRow.student_id == EnrolmentRow.student_id))
    query = (
        select(HomeworkRow.id, EnrolmentRow.student_id)
        .join(LessonRow, LessonRow.id == HomeworkRow.lesson_id)
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(EnrolmentRow, enrolled)
        .where(HomeworkRow.id.in_(homework))
    )
    found: dict[HomeworkId, list[PersonId]] = defaultdict(list)
    for key, student in db.execute(query):
        found[HomeworkId(key)].append(PersonId(student))
    return found


def lesson_readers(db: Connection, lessons: Collection[LessonId]) -> dict[LessonId, list[PersonId]]:
    """Give the students of lessons' groups as they are on the lessons' days."""
    query = (
        select(LessonRow.id, EnrolmentRow.student_id)
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(EnrolmentRow, ENROLLED)
        .where(LessonRow.id.in_(lessons))
    )
    found: dict[LessonId, list[PersonId]] = defaultdict(list)
    for key, student in db.execute(query):
        found[LessonId(key)].append(PersonId(student))
    return found


def everybody(db: Connection, school: SchoolId, day: date) -> list[PersonId]:
    """Give the students of a school as they are enrolled on a day."""
    query = (
        select(EnrolmentRow.student_id)
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(KlassRow.school_id == school, EnrolmentRow.since <= day)
        .where(or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= day))
    )
    return [PersonId(student) for student in db.execute(query.distinct()).scalars()]


def entrants(db: Connection, bindings: Collection[BindingId]) -> dict[BindingId, Entrant]:
    """Give bindings, open or ended, with the students they are about."""
    query = (
        select(
            BindingRow.id,
            BindingRow.account_id,
            BindingRow.person_id,
            PersonRow.kind,
            BindingRow.since,
            GuardianshipRow.student_id,
        )
        .join(PersonRow, PersonRow.id == BindingRow.person_id)
        .outerjoin(
            GuardianshipRow,
            and_(GuardianshipRow.guardian_id == BindingRow.person_id, GuardianshipRow.until.is_(None)),
        )
        .where(BindingRow.id.in_(bindings))
    )
    found: dict[BindingId, Entrant] = {}
    for key, account, person, kind, since, child in db.execute(query):
        known = found.get(BindingId(key))
        students = (*(known.students if known else ()), *((PersonId(child),) if child else ()))
        if kind is PersonKind.STUDENT:
            students = (PersonId(person),)
        found[BindingId(key)] = Entrant(BindingId(key), AccountId(account), PersonId(person), kind, since, students)
    return found


def waiting(db: Connection, accounts: Collection[AccountId], now: datetime) -> list[Waiting]:
    """Give the open letters of accounts that nobody is sending just now."""
    query = (
        select(LetterRow, LetterItemRow.kind.label("item_kind"), LetterItemRow.subject_id)
        .with_only_columns(
            LetterRow.id,
            LetterRow.account_id,
            LetterRow.student_id,
            LetterRow.kind,
            LetterRow.created_at,
            LetterRow.due_at,
            LetterItemRow.kind.label("item_kind"),
            LetterItemRow.subject_id,
        )
        .join(LetterItemRow, LetterItemRow.letter_id == LetterRow.id)
        .where(LetterRow.account_id.in_(accounts), LetterRow.settled_at.is_(None))
        .where(or_(LetterRow.lease_until.is_(None), LetterRow.lease_until <= now))
        .order_by(LetterRow.id)
    )
    heads: dict[int, tuple[int, int | None, str, datetime, datetime]] = {}
    items: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for key, account, student, kind, created_at, due_at, item, subject in db.execute(query):
        heads[key] = (account, student, kind, created_at, due_at)
        items[key].add((item, subject))
    return [
        Waiting(
            LetterId(key),
            AccountId(account),
            PersonId(student) if student else None,
            kind,
            created_at,
            due_at,
            frozenset(items[key]),
        )
        for key, (account, student, kind, created_at, due_at) in heads.items()
    ]
