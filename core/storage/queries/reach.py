"""The ways to households: who entered, who is out of reach, who has given no sign (NTF-9). Statements don't grow with
the families.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, exists, func, select

from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonName
from core.model.reach import Contact, Step
from core.rules.consent import CONSENT_VERSION
from core.rules.reach import MUST_BE_READ
from core.storage.rows import (
    AccountRow,
    BindingRow,
    ConsentRow,
    EnrolmentRow,
    GuardianshipRow,
    InboxRow,
    KlassRow,
    LetterRow,
    PersonRow,
    ReachStepRow,
)

LOOKED_BACK = timedelta(days=30)
"""Letters that nobody answered for so long are no news any more."""
SENT = "sent"

_NAME = (PersonRow.family, PersonRow.given, PersonRow.patronymic)


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student of a class, with since when."""

    student: PersonId
    name: PersonName
    klass: KlassId
    since: date


@dataclass(frozen=True, slots=True)
class _Way:
    """An account of a guardian; `seen_at` is its last sign of life."""

    account: int
    entered_at: datetime
    blocked_at: datetime | None
    seen_at: datetime


def pupils(db: Connection, klasses: Collection[KlassId]) -> list[Pupil]:
    """Give the students of classes as they are now, in the order of class lists."""
    query = (
        select(PersonRow.id, *_NAME, EnrolmentRow.klass_id, EnrolmentRow.since)
        .join(EnrolmentRow, EnrolmentRow.student_id == PersonRow.id)
        .where(EnrolmentRow.klass_id.in_(klasses), EnrolmentRow.until.is_(None))
        .order_by(PersonRow.family, PersonRow.given, PersonRow.id)
    )
    return [
        Pupil(PersonId(key), PersonName(*name), KlassId(klass), since) for key, *name, klass, since in db.execute(query)
    ]


def pupil(db: Connection, student: PersonId) -> Pupil | None:
    """Give a student with the present class."""
    klass = (EnrolmentRow.student_id == student, EnrolmentRow.until.is_(None))
    found = db.execute(select(EnrolmentRow.klass_id).where(*klass)).scalar()
    return None if found is None else next(each for each in pupils(db, [KlassId(found)]) if each.student == student)


def klasses(db: Connection, school: SchoolId) -> list[tuple[KlassId, str, int]]:
    """Give the classes of a school: id, name, grade."""
    query = select(KlassRow.id, KlassRow.name, KlassRow.grade).where(KlassRow.school_id == school)
    return [
        (KlassId(key), name, grade) for key, name, grade in db.execute(query.order_by(KlassRow.grade, KlassRow.name))
    ]


def contacts(db: Connection, since: Mapping[PersonId, date], now: datetime) -> dict[PersonId, list[Contact]]:
    """Give the guardians of students, in the school's order; `since` is when each child came into the class."""
    query = (
        select(
            GuardianshipRow.student_id,
            GuardianshipRow.guardian_id,
            *_NAME,
            GuardianshipRow.relation,
            GuardianshipRow.electronic,
            GuardianshipRow.applied_on,
        )
        .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
        .where(GuardianshipRow.student_id.in_(since), GuardianshipRow.until.is_(None))
        .order_by(GuardianshipRow.id)
    )
    rows = list(db.execute(query))
    ways = _ways(db, {row.guardian_id for row in rows}, now - LOOKED_BACK)
    households: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        households[row.student_id].append(row)
    letters = _letters(db, {way.account for some in ways.values() for way in some}, now - LOOKED_BACK)
    return {
        student: [_contact(row, since[student], ways, letters, _seen(households[student], ways)) for row in some]
        for student in since
        for some in (households.get(student, []),)
    }


def _ways(db: Connection, guardians: Collection[int], since: datetime) -> dict[int, list[_Way]]:
    consented = exists().where(
        ConsentRow.account_id == AccountRow.id,
        ConsentRow.version == CONSENT_VERSION,
        ConsentRow.withdrawn_at.is_(None),
    )
    lately = (
        select(InboxRow.user_id, func.max(InboxRow.received_at).label("at"))
        .where(InboxRow.received_at > since)
        .group_by(InboxRow.user_id)
        .subquery()
    )
    query = (
        select(
            BindingRow.person_id,
            AccountRow.id,
            BindingRow.since,
            AccountRow.blocked_at,
            AccountRow.seen_at,
            lately.c.at,
        )
        .join(AccountRow, AccountRow.id == BindingRow.account_id)
        .outerjoin(lately, lately.c.user_id == AccountRow.telegram_id)
        .where(BindingRow.person_id.in_(guardians), consented)
        .where(BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None))
    )
    found: dict[int, list[_Way]] = defaultdict(list)
    for person, account, entered, blocked, seen, updated in db.execute(query):
        seen_at = max(instant for instant in (entered, seen, updated) if instant is not None)
        found[person].append(_Way(account, entered, blocked, seen_at))
    return found


def _letters(db: Connection, accounts: Collection[int], since: datetime) -> dict[tuple[int, int], list[datetime]]:
    """Give when letters that must be read went, by account and student, oldest first."""
    query = (
        select(LetterRow.account_id, LetterRow.student_id, LetterRow.settled_at)
        .where(LetterRow.account_id.in_(accounts), LetterRow.settled_at > since)
        .where(LetterRow.outcome == SENT, LetterRow.kind.in_(MUST_BE_READ), LetterRow.student_id.is_not(None))
        .order_by(LetterRow.settled_at)
    )
    found: dict[tuple[int, int], list[datetime]] = defaultdict(list)
    for account, student, at in db.execute(query):
        if student is not None and at is not None:
            found[(account, student)].append(at)
    return found


def _seen(household: Collection[Any], ways: Mapping[int, list[_Way]]) -> datetime | None:
    """One guardian's sign of life settles the household."""
    return max((way.seen_at for row in household for way in ways.get(row.guardian_id, ())), default=None)


def _contact(
    row: Any,
    since: date,
    ways: Mapping[int, list[_Way]],
    letters: Mapping[tuple[int, int], list[datetime]],
    seen: datetime | None,
) -> Contact:
    mine = ways.get(row.guardian_id, [])
    told = sorted(at for way in mine for at in letters.get((way.account, row.student_id), ()))
    open_ways = [way for way in mine if way.blocked_at is None]
    blocked = [way.blocked_at for way in mine if way.blocked_at is not None]
    return Contact(
        guardian=PersonId(row.guardian_id),
        name=PersonName(row.family, row.given, row.patronymic),
        relation=row.relation,
        electronic=row.electronic,
        since=since,
        entered_at=min((way.entered_at for way in mine), default=None),
        blocked_at=max(blocked) if blocked and not open_ways else None,
        unanswered_at=next((at for at in told if seen is None or at > seen), None),
        declined_on=row.applied_on,
    )


def steps(db: Connection, students: Collection[PersonId], since: date) -> dict[PersonId, tuple[Step, ...]]:
    """Give what was done for students' families since a day, oldest first."""
    mine = (ReachStepRow.student_id.in_(students), ReachStepRow.day >= since)
    query = select(ReachStepRow.student_id, ReachStepRow.kind, ReachStepRow.day).where(*mine)
    found: dict[PersonId, list[Step]] = defaultdict(list)
    for student, kind, day in db.execute(query.order_by(ReachStepRow.day, ReachStepRow.id)):
        found[PersonId(student)].append(Step(kind, day))
    return {student: tuple(some) for student, some in found.items()}
