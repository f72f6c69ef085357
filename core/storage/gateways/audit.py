"""Appending to the audit chain."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select

from core.model.audit import AuditEntry
from core.model.people import Role
from core.rules.chain import GENESIS, link
from core.storage.rows import AuditRow, SchoolRow

# Built once: every tap that writes passes here.
_NEWEST = (
    select(AuditRow.seq, AuditRow.hash)
    .where(AuditRow.school_id == bindparam("school"))
    .order_by(AuditRow.seq.desc())
    .limit(1)
)
_APPEND = insert(AuditRow)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who acted, as whom, when, and by which update."""

    school: int
    at: datetime
    account: int | None
    person: int | None
    role: Role
    update: int | None


def append(db: Connection, signed: Signature, entries: Sequence[AuditEntry]) -> None:
    """Append entries in order, each linked to the one before it (CTL-7)."""
    seq, previous = _head(db, signed.school)
    rows = []
    for entry in entries:
        seq += 1
        record = _record(signed, seq, entry)
        previous = link(previous, {**record, "at": signed.at.isoformat()})
        rows.append({**record, "at": signed.at, "hash": previous})
    db.execute(_APPEND, rows)


def _head(db: Connection, school: int) -> tuple[int, bytes]:
    if db.dialect.name != "sqlite":
        # Two processes must not fork the chain: the school's row is the lock of its head.
        db.execute(select(SchoolRow.id).where(SchoolRow.id == school).with_for_update())
    head = db.execute(_NEWEST, {"school": school}).first()
    return (head.seq, head.hash) if head else (0, GENESIS)


def _record(signed: Signature, seq: int, entry: AuditEntry) -> dict[str, str | int | None]:
    return {
        "school_id": signed.school,
        "seq": seq,
        "kind": entry.kind.value,
        "account_id": signed.account,
        "person_id": signed.person,
        "role": signed.role.value,
        "update_id": signed.update,
        "subject_id": entry.subject_id,
        "lesson_id": entry.lesson,
        "student_id": entry.student,
        "before": entry.before,
        "after": entry.after,
        "reason": entry.reason,
        "extra": json.dumps(entry.extra, sort_keys=True, ensure_ascii=False),
    }
