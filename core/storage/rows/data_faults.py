"""Errors in the data of families, found by class teachers (CLS-7)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.rows.base import Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Instant

_OPEN = text("settled_at IS NULL")


class DataFaultRow(Row):
    """An error in what the school keeps of a student, until the administrator has put it right."""

    __tablename__ = "data_fault"
    __table_args__ = (Index("ix_data_fault_open", "school_id", sqlite_where=_OPEN, postgresql_where=_OPEN),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    klass_id: Mapped[int] = mapped_column(ForeignKey("klass.id"))
    student_id: Mapped[PersonRef]
    words: Mapped[str] = mapped_column(String(300))
    told_by: Mapped[PersonRef]
    told_at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)
    settled_by: Mapped[OptionalPersonRef]
