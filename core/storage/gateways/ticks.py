"""A student's own ticks on homework (DIA-3)."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from core.model.ids import HomeworkId, PersonId
from core.storage.rows import HomeworkTickRow


def put(db: Connection, homework: HomeworkId, student: PersonId, now: datetime) -> None:
    """Tick homework as done; a second tick changes nothing."""
    mine = (HomeworkTickRow.homework_id == homework, HomeworkTickRow.student_id == student)
    if db.execute(select(HomeworkTickRow.id).where(*mine)).first() is None:
        db.execute(insert(HomeworkTickRow).values(homework_id=homework, student_id=student, ticked_at=now))


def drop(db: Connection, homework: HomeworkId, student: PersonId) -> None:
    """Take a tick back."""
    db.execute(
        delete(HomeworkTickRow).where(HomeworkTickRow.homework_id == homework, HomeworkTickRow.student_id == student)
    )
