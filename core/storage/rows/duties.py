"""What is said about duties besides the journal itself: that one is done, and that some are pardoned."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.rows.base import Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Instant


class DutyConfirmationRow(Row):
    """A holder's word that a duty is done which no record shows; `subject_key` names its subject (REG-2)."""

    __tablename__ = "duty_confirmation"
    __table_args__ = (
        UniqueConstraint("school_id", "rule_id", "subject_key"),
        Index("ix_duty_confirmation_school_id_at", "school_id", "at"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    rule_id: Mapped[str] = mapped_column(String(64))
    subject_key: Mapped[str] = mapped_column(String(100))
    person_id: Mapped[PersonRef]
    at: Mapped[datetime] = mapped_column(Instant)


class DutyPardonRow(Row):
    """Duties that are paused for a while, with the reason; an empty column stands for any (BEY-9)."""

    __tablename__ = "duty_pardon"
    __table_args__ = (
        Index("ix_duty_pardon_school_id_since", "school_id", "since"),
        Index(
            "ix_duty_pardon_open",
            "school_id",
            "until",
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    rule_id: Mapped[str | None] = mapped_column(String(64))
    person_id: Mapped[OptionalPersonRef]
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id"))
    klass_id: Mapped[int | None] = mapped_column(ForeignKey("klass.id"))
    subject_key: Mapped[str | None] = mapped_column(String(100))
    since: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[datetime | None] = mapped_column(Instant)
    reason: Mapped[str] = mapped_column(String(300))
    by: Mapped[PersonRef]
    at: Mapped[datetime] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
