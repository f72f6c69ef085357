"""The audit trail as people read it: entries with ids, whose names are found at the time of reading (CTL-5, CTL-7)."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from core.model.audit import AuditKind
from core.model.ids import MarkId, PersonId, SchoolId
from core.storage.rows import AuditRow

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
