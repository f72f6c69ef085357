"""What was done for families that no letter reaches: written once, never changed (NTF-9)."""

from datetime import datetime

from sqlalchemy import Connection, insert

from core.model.ids import PersonId, SchoolId
from core.model.reach import Step
from core.storage.rows import ReachStepRow


def keep(db: Connection, school: SchoolId, student: PersonId, step: Step, by: PersonId, now: datetime) -> int:
    """Write a step; the caller knows that it is not there yet. Gives its id."""
    values = {"school_id": school, "student_id": student, "kind": step.kind, "day": step.day}
    written = insert(ReachStepRow).values(**values, done_at=now, done_by=by)
    return db.execute(written.returning(ReachStepRow.id)).scalar_one()
