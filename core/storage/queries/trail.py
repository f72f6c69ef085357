"""The audit trail as people read it: entries with ids, whose names are found at the time of reading (CTL-5, CTL-7)."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from core.model.audit import AuditKind
from core.model.ids import MarkId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.model.people import PersonName, Role
from core.model.scrutiny import LessonName
from core.storage.rows import AuditRow, GroupRow, KlassRow, LessonRow, MarkRow, PersonRow, StaffRoleRow, SubjectRow

_MARKS = (AuditKind.MARK_SET, AuditKind.MARK_CORRECTED, AuditKind.MARK_WITHDRAWN)


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One entry as it stands in the chain."""

    school: SchoolId
    seq: int
    at: datetime
    kind: str
    person: PersonId | None
    role: str
    subject: int
    lesson: int | None
    student: PersonId | None
    before: str | None
    after: str | None
    reason: str | None
    hash: bytes
    extra: dict[str, Any] = field(default_factory=dict)


def _entry(row: Row[Any]) -> TrailEntry:
    return TrailEntry(
        school=SchoolId(row.school_id),
        seq=row.seq,
        at=row.at,
        kind=row.kind,
        person=PersonId(row.person_id) if row.person_id else None,
        role=row.role,
        subject=row.subject_id,
        lesson=row.lesson_id,
        student=PersonId(row.student_id) if row.student_id else None,
        before=row.before,
        after=row.after,
        reason=row.reason,
        hash=row.hash,
        extra=json.loads(row.extra),
    )


def newest_of_mark(db: Connection, root: MarkId) -> TrailEntry | None:
    """Give the entry of the mark's newest record, by the root of its chain."""
    query = select(AuditRow.__table__).where(AuditRow.kind.in_(_MARKS), AuditRow.subject_id == root)
    row = db.execute(query.order_by(AuditRow.seq.desc()).limit(1)).first()
    return _entry(row) if row else None


def one(db: Connection, school: SchoolId, seq: int) -> TrailEntry | None:
    """Give an entry by its number."""
    row = db.execute(select(AuditRow.__table__).where(AuditRow.school_id == school, AuditRow.seq == seq)).first()
    return _entry(row) if row else None


def some(db: Connection, school: SchoolId, numbers: Collection[int]) -> list[TrailEntry]:
    """Give entries by their numbers, in order."""
    query = select(AuditRow.__table__).where(AuditRow.school_id == school, AuditRow.seq.in_(numbers))
    return [_entry(row) for row in db.execute(query.order_by(AuditRow.seq))]


def since(
    db: Connection, school: SchoolId, after: int, at: datetime, people: Collection[PersonId] | None = None
) -> list[TrailEntry]:
    """Give the entries from an instant on, of some people where they are named, in order.

    `after` is a number known to be before the first of them, so that years of history are not read.
    """
    query = select(AuditRow.__table__).where(AuditRow.school_id == school, AuditRow.seq > after, AuditRow.at >= at)
    if people is not None:
        query = query.where(AuditRow.person_id.in_(people))
    return [_entry(row) for row in db.execute(query.order_by(AuditRow.seq))]


def head(db: Connection, school: SchoolId) -> tuple[int, bytes] | None:
    """Give number and hash of the newest entry."""
    newest = select(AuditRow.seq, AuditRow.hash).where(AuditRow.school_id == school)
    row = db.execute(newest.order_by(AuditRow.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else None


def later_of_mark(db: Connection, root: int, seq: int) -> Sequence[int]:
    """Give the numbers of entries about a mark after one of them."""
    query = select(AuditRow.seq).where(AuditRow.kind.in_(_MARKS), AuditRow.subject_id == root, AuditRow.seq > seq)
    return db.execute(query.order_by(AuditRow.seq)).scalars().all()


_OFFICE = tuple(role.value for role in Role if role not in (Role.GUARDIAN, Role.STUDENT, Role.SYSTEM))
# What somebody does with their own access is no work of theirs.
_PRIVATE = (
    AuditKind.ENTERED,
    AuditKind.CONSENT_GIVEN,
    AuditKind.CONSENT_WITHDRAWN,
    AuditKind.ACCESS_CUT,
    AuditKind.ACCESS_LOST,
    AuditKind.PREFERENCE_CHOSEN,
)


def writers(db: Connection, school: SchoolId, after: int, until: int, begins: datetime) -> list[PersonId]:
    """Give the staff under whose names something was written between two numbers (the first excluded)."""
    query = select(AuditRow.person_id).distinct().where(*_worked(school, after, until, begins))
    return [PersonId(person) for person in db.execute(query.order_by(AuditRow.person_id)).scalars() if person]


def written(
    db: Connection, school: SchoolId, after: int, until: int, begins: datetime, people: Collection[PersonId]
) -> list[TrailEntry]:
    """Give what was written under the names of some of the staff between two numbers, in order."""
    query = select(AuditRow.__table__).where(*_worked(school, after, until, begins), AuditRow.person_id.in_(people))
    return [_entry(row) for row in db.execute(query.order_by(AuditRow.seq))]


def _worked(school: SchoolId, after: int, until: int, begins: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        AuditRow.school_id == school,
        AuditRow.seq > after,
        AuditRow.seq <= until,
        AuditRow.at >= begins,
        AuditRow.person_id.is_not(None),
        AuditRow.role.in_(_OFFICE),
        AuditRow.kind.not_in(_PRIVATE),
    )


def people_of_roles(db: Connection, school: SchoolId, roles: Sequence[Role]) -> list[PersonId]:
    """Give the staff of a school who have one of some roles."""
    query = (
        select(PersonRow.id)
        .distinct()
        .join(StaffRoleRow, StaffRoleRow.person_id == PersonRow.id)
        .where(PersonRow.school_id == school, StaffRoleRow.role.in_(roles))
    )
    return [PersonId(person) for person in db.execute(query.order_by(PersonRow.id)).scalars()]


def names(db: Connection, people: Collection[int]) -> dict[PersonId, PersonName]:
    """Give the names of people as they are now."""
    query = select(PersonRow.id, PersonRow.family, PersonRow.given, PersonRow.patronymic)
    rows = db.execute(query.where(PersonRow.id.in_(people)))
    return {PersonId(key): PersonName(family, given, patronymic) for key, family, given, patronymic in rows}


def lessons(db: Connection, ids: Collection[int]) -> dict[int, LessonName]:
    """Give what lessons are called."""
    query = (
        select(LessonRow.id, KlassRow.name, GroupRow.name, SubjectRow.name, LessonRow.day, LessonRow.number)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(LessonRow.id.in_(ids))
    )
    return {
        key: LessonName(klass, group, subject, day, number)
        for key, klass, group, subject, day, number in db.execute(query)
    }


def value_of_record(db: Connection, record: int) -> MarkValue | None:
    """Give the value that a record of a mark holds, None where it is empty or there is none."""
    return db.execute(select(MarkRow.value).where(MarkRow.id == record)).scalar_one_or_none()
