"""Writing works and marks. Marks are only ever added: a correction replaces, an empty value withdraws (JRN-9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, update
from sqlalchemy.exc import IntegrityError

from core.model.errors import Stale
from core.model.ids import LessonId, MarkId, PersonId, SchoolId, WorkId
from core.model.lesson import Work, WorkKind
from core.model.mark import Mark, MarkValue
from core.storage.rows import MarkRow, WorkRow


@dataclass(frozen=True, slots=True)
class MarkRecord:
    """A mark to be written; `replaces` is the record that it comes instead of."""

    work: WorkId
    student: PersonId
    value: MarkValue | None
    replaces: Mark | None = None
    reason: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Inscription:
    """Where, when and by whom records are written."""

    school: SchoolId
    lesson: LessonId
    at: datetime
    by: PersonId


def record(db: Connection, where: Inscription, records: Sequence[MarkRecord]) -> tuple[Mark, ...]:
    """Write marks in one statement, give them as they stand.

    Raises Stale when one of the replaced records has been replaced by somebody else meanwhile.
    """
    rows = [
        {
            "school_id": where.school,
            "lesson_id": where.lesson,
            "work_id": entry.work,
            "student_id": entry.student,
            "value": entry.value,
            "comment": entry.comment,
            "reason": entry.reason,
            "root": entry.replaces.root if entry.replaces else None,
            "replaces": entry.replaces.id if entry.replaces else None,
            "recorded_at": where.at,
            "recorded_by": where.by,
        }
        for entry in records
    ]
    try:
        ids = db.execute(insert(MarkRow).returning(MarkRow.id, sort_by_parameter_order=True), rows).scalars().all()
    except IntegrityError as error:
        raise Stale from error
    return tuple(_mark(where, entry, MarkId(key)) for entry, key in zip(records, ids, strict=True))


def _mark(where: Inscription, entry: MarkRecord, key: MarkId) -> Mark:
    return Mark(
        id=key,
        lesson=where.lesson,
        work=entry.work,
        student=entry.student,
        value=entry.value,
        root=entry.replaces.root if entry.replaces else key,
        comment=entry.comment,
        recorded_at=where.at,
        recorded_by=where.by,
    )


def add_work(
    db: Connection, lesson: LessonId, kind: WorkKind, weight: int, title: str, check_until: date | None
) -> Work:
    """Declare a work in a lesson."""
    row = insert(WorkRow).values(lesson_id=lesson, kind=kind, weight=weight, title=title, check_until=check_until)
    key: int = db.execute(row.returning(WorkRow.id)).scalar_one()
    return Work(WorkId(key), lesson, kind, weight, title, check_until)


def change_work(db: Connection, work: Work) -> None:
    """Write weight, title, the end of the check of a work, and when its results came."""
    db.execute(
        update(WorkRow)
        .where(WorkRow.id == work.id)
        .values(weight=work.weight, title=work.title, check_until=work.check_until, received_at=work.received_at)
    )


def remove_work(db: Connection, work: WorkId) -> None:
    """Take out a work that never had a mark."""
    db.execute(delete(WorkRow).where(WorkRow.id == work))


def finish_works(db: Connection, done: Sequence[WorkId], opened: Sequence[WorkId], at: datetime) -> None:
    """Note which works have become complete and which lack somebody again."""
    if done:
        db.execute(update(WorkRow).where(WorkRow.id.in_(done)).values(done_at=at))
    if opened:
        db.execute(update(WorkRow).where(WorkRow.id.in_(opened)).values(done_at=None))
