"""Final marks, and the deputy's recorded permissions to write late."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.final_mark import FinalKind, PermissionKind
from core.model.mark import MarkValue
from core.storage.rows.base import Big, Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

_FIRST_OF_PERIOD = text("replaces IS NULL AND period_id IS NOT NULL")
_FIRST_OF_YEAR = text("replaces IS NULL AND period_id IS NULL")
_OPEN = text("used_at IS NULL AND ended_at IS NULL")


class FinalMarkRow(Row):
    """Append-only, as marks are: a place has one chain, whose unreplaced row is current."""

    __tablename__ = "final_mark"
    __table_args__ = (
        UniqueConstraint("replaces"),
        Index("ix_final_mark_student_id_subject_id", "student_id", "subject_id"),
        Index("ix_final_mark_group_id_period_id", "group_id", "period_id"),
        Index("ix_final_mark_root", "root"),
        Index(
            "uq_final_mark_period",
            "student_id",
            "subject_id",
            "period_id",
            unique=True,
            sqlite_where=_FIRST_OF_PERIOD,
            postgresql_where=_FIRST_OF_PERIOD,
        ),
        Index(
            "uq_final_mark_year",
            "student_id",
            "subject_id",
            "year",
            "kind",
            unique=True,
            sqlite_where=_FIRST_OF_YEAR,
            postgresql_where=_FIRST_OF_YEAR,
        ),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    kind: Mapped[FinalKind] = mapped_column(Code(FinalKind))
    student_id: Mapped[PersonRef]
    klass_id: Mapped[int] = mapped_column(ForeignKey("klass.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    year: Mapped[int] = mapped_column(Integer)
    period_id: Mapped[int | None] = mapped_column(ForeignKey("period.id"))
    held_on: Mapped[date | None]
    value: Mapped[MarkValue | None] = mapped_column(Code(MarkValue))
    proposed: Mapped[MarkValue | None] = mapped_column(Code(MarkValue))
    basis: Mapped[str] = mapped_column(String(40), default="")
    reason: Mapped[str] = mapped_column(String(300), default="")
    root: Mapped[int | None] = mapped_column(Big)
    replaces: Mapped[int | None] = mapped_column(ForeignKey("final_mark.id"))
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    recorded_by: Mapped[PersonRef]


class PeriodClosingRow(Row):
    """A group's period whose marks were complete for the first time at `completed_at`; its days repeat the period's."""

    __tablename__ = "period_closing"
    __table_args__ = (UniqueConstraint("group_id", "period_id"),)

    id: Mapped[Key]
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("period.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    completed_at: Mapped[datetime] = mapped_column(Instant)


class LatePermissionRow(Row):
    """A teacher's request to write where the window is closed, and the deputy's answer (JRN-10, JRN-11)."""

    __tablename__ = "late_permission"
    __table_args__ = (
        Index("ix_late_permission_open", "group_id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_late_permission_school_id_asked_at", "school_id", "asked_at"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    kind: Mapped[PermissionKind] = mapped_column(Code(PermissionKind))
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lesson.id"))
    period_id: Mapped[int | None] = mapped_column(ForeignKey("period.id"))
    student_id: Mapped[OptionalPersonRef]
    asked_by: Mapped[PersonRef]
    asked_at: Mapped[datetime] = mapped_column(Instant)
    granted: Mapped[bool | None]
    reason: Mapped[str] = mapped_column(String(300), default="")
    until: Mapped[date | None]
    answered_by: Mapped[OptionalPersonRef]
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
