"""Writing homework and what is attached to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, update

from core.model.homework import HomeworkKind, SentFile
from core.model.ids import GroupId, HomeworkId, PersonId
from core.storage.gateways.marks import Inscription
from core.storage.rows import AttachmentRow, HomeworkRow


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, by when, how, and by whom (None: by everybody)."""

    text: str
    due_on: date | None
    kind: HomeworkKind
    student: PersonId | None = None


def write(db: Connection, where: Inscription, group: GroupId, task: Task) -> HomeworkId:
    """Keep a homework, give its id."""
    row = insert(HomeworkRow).values(
        school_id=where.school,
        lesson_id=where.lesson,
        group_id=group,
        due_on=task.due_on,
        kind=task.kind,
        text=task.text,
        student_id=task.student,
        set_at=where.at,
        set_by=where.by,
    )
    key: int = db.execute(row.returning(HomeworkRow.id)).scalar_one()
    return HomeworkId(key)


def change(db: Connection, homework: HomeworkId, task: Task) -> None:
    """Write another text, day or kind; whom it is for stays."""
    values = {"text": task.text, "due_on": task.due_on, "kind": task.kind}
    db.execute(update(HomeworkRow).where(HomeworkRow.id == homework).values(**values))


def withdraw(db: Connection, homework: HomeworkId, at: datetime) -> None:
    """Take a homework back; the row stays."""
    db.execute(update(HomeworkRow).where(HomeworkRow.id == homework).values(withdrawn_at=at))


def set_minutes(db: Connection, homework: HomeworkId, minutes: int) -> None:
    """Write how long a homework takes, minutes."""
    db.execute(update(HomeworkRow).where(HomeworkRow.id == homework).values(minutes=minutes))


def attach(db: Connection, homework: HomeworkId, files: Sequence[SentFile]) -> None:
    """Attach files to a homework."""
    rows = [{"homework_id": homework, "kind": f.kind, "file_id": f.file_id, "name": f.name} for f in files]
    if rows:
        db.execute(insert(AttachmentRow), rows)
