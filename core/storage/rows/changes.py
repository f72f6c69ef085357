"""What was changed about single lessons (ADM-4)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from core.model.lesson_change import ChangeKind
from core.storage.rows.base import Key, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant


class LessonChangeRow(Row):
    """Append-only: one change of a lesson, with the whole placement before and after it."""

    __tablename__ = "lesson_change"
    __table_args__ = (
        Index("ix_lesson_change_lesson_id", "lesson_id"),
        Index("ix_lesson_change_school_id_changed_at", "school_id", "changed_at"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    kind: Mapped[ChangeKind] = mapped_column(Code(ChangeKind))
    before: Mapped[str] = mapped_column(String(200))
    after: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(String(300), default="")
    changed_at: Mapped[datetime] = mapped_column(Instant)
    changed_by: Mapped[PersonRef]
