"""Writing a teacher's comments for one student's lesson (JRN-7)."""

from datetime import datetime

from sqlalchemy import Connection, insert, update

from core.model.ids import PersonId
from core.storage.gateways.marks import Inscription
from core.storage.rows import RemarkRow


def write(db: Connection, where: Inscription, student: PersonId, text: str) -> int:
    """Keep a remark, give its id."""
    row = insert(RemarkRow).values(
        school_id=where.school,
        lesson_id=where.lesson,
        student_id=student,
        text=text,
        written_at=where.at,
        written_by=where.by,
    )
    key: int = db.execute(row.returning(RemarkRow.id)).scalar_one()
    return key


def withdraw(db: Connection, remark: int, at: datetime) -> None:
    """Take a remark back; the row stays."""
    db.execute(update(RemarkRow).where(RemarkRow.id == remark).values(withdrawn_at=at))
