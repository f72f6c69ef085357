"""Writing changes of lessons: the lesson as it is now, and one row more of its history (ADM-4)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError

from core.model.errors import Stale
from core.model.ids import PersonId
from core.model.lesson import Lesson
from core.model.lesson_change import ChangeKind
from core.storage.rows import LessonChangeRow, LessonRow


@dataclass(frozen=True, slots=True)
class NewChange:
    """A change to be written; `before` and `after` are packed placements."""

    kind: ChangeKind
    before: str
    after: str
    reason: str
    at: datetime
    by: PersonId


def write(db: Connection, lesson: Lesson, change: NewChange) -> None:
    """Write a lesson as it is after a change, and the change itself.

    Raises Stale when another lesson of the group took the place meanwhile.
    """
    day, number = lesson.planned or (None, None)
    placed = (
        update(LessonRow)
        .where(LessonRow.id == lesson.id)
        .values(
            state=lesson.state,
            day=lesson.day,
            number=lesson.number,
            planned_day=day,
            planned_number=number,
            starts_at=lesson.starts_at,
            ends_at=lesson.ends_at,
            room=lesson.room,
            substitute_id=lesson.substitute,
        )
    )
    try:
        db.execute(placed)
    except IntegrityError as error:
        raise Stale from error
    db.execute(
        insert(LessonChangeRow).values(
            school_id=lesson.school,
            lesson_id=lesson.id,
            kind=change.kind,
            before=change.before,
            after=change.after,
            reason=change.reason,
            changed_at=change.at,
            changed_by=change.by,
        )
    )
