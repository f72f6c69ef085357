"""Errors in the data of families: kept until they are put right (CLS-7)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, update

from core.model.data_check import DataFaultId
from core.model.ids import KlassId, PersonId, SchoolId
from core.storage.rows import DataFaultRow


@dataclass(frozen=True, slots=True)
class NewFault:
    """An error as it was told."""

    school: SchoolId
    klass: KlassId
    student: PersonId
    words: str
    told_by: PersonId
    told_at: datetime


def keep(db: Connection, fault: NewFault) -> DataFaultId:
    """Keep an error, give its id."""
    row = insert(DataFaultRow).values(
        school_id=fault.school,
        klass_id=fault.klass,
        student_id=fault.student,
        words=fault.words,
        told_by=fault.told_by,
        told_at=fault.told_at,
    )
    made: int = db.execute(row.returning(DataFaultRow.id)).scalar_one()
    return DataFaultId(made)


def settle(db: Connection, fault: DataFaultId, by: PersonId, at: datetime) -> bool:
    """Note that an error is put right; False where it was already."""
    row = update(DataFaultRow).where(DataFaultRow.id == fault, DataFaultRow.settled_at.is_(None))
    return bool(db.execute(row.values(settled_at=at, settled_by=by)).rowcount)
