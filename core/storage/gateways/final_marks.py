"""Writing final marks: only ever added, a correction replaces, an empty value withdraws (JRN-9, JRN-11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from core.model.errors import Stale
from core.model.final_mark import FinalMark
from core.model.final_sheet import FinalFacts, FinalTerm
from core.model.ids import FinalMarkId, PersonId, SchoolId
from core.model.mark import MarkValue
from core.storage.rows import FinalMarkRow, PeriodClosingRow


@dataclass(frozen=True, slots=True)
class FinalRecord:
    """A final mark to be written; `replaces` is the record that it comes instead of."""

    student: PersonId
    value: MarkValue | None
    proposed: MarkValue | None = None
    basis: str = ""
    replaces: FinalMark | None = None
    reason: str = ""
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """Why, when and by whom."""

    reason: str
    at: datetime
    by: PersonId


@dataclass(frozen=True, slots=True)
class FinalPlace:
    """Where, when and by whom final marks are written."""

    facts: FinalFacts
    term: FinalTerm
    at: datetime
    by: PersonId


def record(db: Connection, where: FinalPlace, records: Sequence[FinalRecord]) -> tuple[FinalMark, ...]:
    """Write final marks, give them as they stand.

    Raises Stale when somebody else has written one of the places meanwhile.
    """
    try:
        query = insert(FinalMarkRow).returning(FinalMarkRow.id, sort_by_parameter_order=True)
        ids = db.execute(query, [_values(where, entry) for entry in records]).scalars().all()
    except IntegrityError as error:
        raise Stale from error
    return tuple(_mark(where, entry, FinalMarkId(key)) for entry, key in zip(records, ids, strict=True))


def bring_back(
    db: Connection, school: SchoolId, head: FinalMark, before: MarkValue | None, signed: Signed
) -> FinalMarkId:
    """Write what stood before on top of a chain (ACC-5). Raises Stale when somebody else has written there since."""
    values = {
        "school_id": school,
        "kind": head.kind,
        "student_id": head.student,
        "klass_id": head.klass,
        "subject_id": head.subject,
        "group_id": head.group,
        "year": head.year,
        "period_id": head.period,
        "held_on": head.held_on,
        "value": before,
        "proposed": head.proposed,
        "basis": head.basis,
        "reason": signed.reason,
        "root": head.root,
        "replaces": head.id,
        "recorded_at": signed.at,
        "recorded_by": signed.by,
    }
    try:
        return FinalMarkId(db.execute(insert(FinalMarkRow).values(values).returning(FinalMarkRow.id)).scalar_one())
    except IntegrityError as error:
        raise Stale from error


def _values(where: FinalPlace, entry: FinalRecord) -> dict[str, object]:
    facts, term = where.facts, where.term
    return {
        "school_id": facts.school,
        "kind": term.kind,
        "student_id": entry.student,
        "klass_id": facts.klass,
        "subject_id": facts.subject.id,
        "group_id": facts.group,
        "year": facts.year,
        "period_id": term.period,
        "held_on": entry.held_on,
        "value": entry.value,
        "proposed": entry.proposed,
        "basis": entry.basis,
        "reason": entry.reason,
        "root": entry.replaces.root if entry.replaces else None,
        "replaces": entry.replaces.id if entry.replaces else None,
        "recorded_at": where.at,
        "recorded_by": where.by,
    }


def _mark(where: FinalPlace, entry: FinalRecord, key: FinalMarkId) -> FinalMark:
    facts, term = where.facts, where.term
    return FinalMark(
        id=key,
        kind=term.kind,
        student=entry.student,
        klass=facts.klass,
        subject=facts.subject.id,
        group=facts.group,
        year=facts.year,
        period=term.period,
        value=entry.value,
        proposed=entry.proposed,
        basis=entry.basis,
        root=entry.replaces.root if entry.replaces else key,
        recorded_at=where.at,
        recorded_by=where.by,
        held_on=entry.held_on,
        reason=entry.reason,
    )


def close_period(db: Connection, where: FinalPlace) -> None:
    """Remember that a group's marks of a period were complete; the first time counts."""
    there = select(PeriodClosingRow.id).where(
        PeriodClosingRow.group_id == where.facts.group, PeriodClosingRow.period_id == where.term.period
    )
    if where.term.period is None or db.execute(there).first() is not None:
        return
    db.execute(
        insert(PeriodClosingRow).values(
            group_id=where.facts.group,
            period_id=where.term.period,
            starts_on=where.term.starts_on,
            ends_on=where.term.ends_on,
            completed_at=where.at,
        )
    )
