"""Writing a lesson's own record: its topic, and the instants at which its parts became complete."""

from datetime import datetime

from sqlalchemy import Connection, update

from core.model.ids import LessonId
from core.model.journal import LessonPart
from core.model.regulation import Matter
from core.storage.gateways import glances
from core.storage.rows import LessonRow

_COLUMNS = {
    LessonPart.ATTENDANCE: LessonRow.attendance_at,
    LessonPart.TOPIC: LessonRow.topic_at,
    LessonPart.HOMEWORK: LessonRow.homework_at,
    LessonPart.MARKS: LessonRow.marks_at,
}
_MATTERS = {
    LessonPart.ATTENDANCE: Matter.ATTENDANCE,
    LessonPart.TOPIC: Matter.TOPIC,
    LessonPart.HOMEWORK: Matter.HOMEWORK,
    LessonPart.MARKS: Matter.MARKS,
}


def complete(db: Connection, lesson: LessonId, part: LessonPart, at: datetime) -> None:
    """Note when a part of the record became complete; the first instant stays."""
    column = _COLUMNS[part]
    db.execute(update(LessonRow).where(LessonRow.id == lesson, column.is_(None)).values({column: at}))
    glances.closed_part(db, lesson, _MATTERS[part])


def reopen(db: Connection, lesson: LessonId, part: LessonPart) -> None:
    """Note that a part of the record lacks something again."""
    db.execute(update(LessonRow).where(LessonRow.id == lesson).values({_COLUMNS[part]: None}))
    glances.forget_keeper(db, lesson)


def clear_topic(db: Connection, lesson: LessonId) -> None:
    """Take the topic out of a lesson that has not been given."""
    db.execute(update(LessonRow).where(LessonRow.id == lesson).values(topic=None, plan_topic_id=None))


def set_topic(db: Connection, lesson: LessonId, topic: str, plan_topic: int | None) -> None:
    """Write what the lesson was about; `plan_topic` is the plan's row it came from."""
    db.execute(update(LessonRow).where(LessonRow.id == lesson).values(topic=topic, plan_topic_id=plan_topic))
