"""What watches over the journal: appeals, lost access with what was done under it, the anchors of the chain."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.appeal import AppealReason, AppealState
from core.model.mark import MarkValue
from core.model.scrutiny import ReviewState
from core.storage.rows.base import Big, Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

_OPEN_APPEAL = text("answered_at IS NULL")
_PENDING = text("state = 'pending'")


class AppealRow(Row):
    """A family's word that a mark is wrong (DIA-11); `mark_id` is the chain's root, one appeal is open at a time."""

    __tablename__ = "appeal"
    __table_args__ = (
        Index("uq_appeal_open", "mark_id", unique=True, sqlite_where=_OPEN_APPEAL, postgresql_where=_OPEN_APPEAL),
        Index("ix_appeal_open", "school_id", "due_at", sqlite_where=_OPEN_APPEAL, postgresql_where=_OPEN_APPEAL),
        Index("ix_appeal_mark_id", "mark_id"),
        Index("ix_appeal_school_id_filed_at", "school_id", "filed_at"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    mark_id: Mapped[int] = mapped_column(ForeignKey("mark.id"))
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    student_id: Mapped[PersonRef]
    filed_by: Mapped[PersonRef]
    filed_at: Mapped[datetime] = mapped_column(Instant)
    due_at: Mapped[datetime] = mapped_column(Instant)
    value: Mapped[MarkValue] = mapped_column(Code(MarkValue))
    reason: Mapped[AppealReason] = mapped_column(Code(AppealReason))
    words: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[AppealState] = mapped_column(Code(AppealState), default=AppealState.OPEN)
    answer: Mapped[str] = mapped_column(String(300), default="")
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    answered_by: Mapped[OptionalPersonRef]


class LostReportRow(Row):
    """Access that may have been in other hands since an instant; cut when it was told, at `reported_at` (ACC-5)."""

    __tablename__ = "lost_report"
    __table_args__ = (
        Index("ix_lost_report_person_id", "person_id"),
        Index("ix_lost_report_school_id_reported_at", "school_id", "reported_at"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    person_id: Mapped[PersonRef]
    reported_by: Mapped[OptionalPersonRef]
    reported_at: Mapped[datetime] = mapped_column(Instant)
    since: Mapped[datetime | None] = mapped_column(Instant)
    named_by: Mapped[OptionalPersonRef]
    closed_at: Mapped[datetime | None] = mapped_column(Instant)


class OperationReviewRow(Row):
    """An entry of the audit chain to be looked at; `invalid` where it was made after the report [003 §5.4]."""

    __tablename__ = "operation_review"
    __table_args__ = (
        UniqueConstraint("report_id", "seq"),
        Index("ix_operation_review_pending", "report_id", sqlite_where=_PENDING, postgresql_where=_PENDING),
    )

    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("lost_report.id"))
    seq: Mapped[int] = mapped_column(Big)
    invalid: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ReviewState] = mapped_column(Code(ReviewState), default=ReviewState.PENDING)
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by: Mapped[OptionalPersonRef]


class ChainAnchorRow(Row):
    """The head of a school's audit chain at the end of a day, as it was told to head and deputy (BEY-4, CTL-7)."""

    __tablename__ = "chain_anchor"
    __table_args__ = (UniqueConstraint("school_id", "day"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    day: Mapped[date]
    seq: Mapped[int] = mapped_column(Big)
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    at: Mapped[datetime] = mapped_column(Instant)
