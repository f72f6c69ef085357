"""What the school's leadership and teachers say about the journal itself: remarks, analyses, signals, gaps."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.control import AnalysisSpan
from core.model.signal import SignalAudience, SignalKind
from core.storage.rows.base import Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

_NOT_CONFIRMED = text("confirmed_at IS NULL")


class ControlRemarkRow(Row):
    """A deputy's remark to a teacher; open until the deputy confirms that it is resolved (CTL-3).

    `returned_at` is the last time that the deputy was not content; `due_on` may have moved then.
    """

    __tablename__ = "control_remark"
    __table_args__ = (
        Index("ix_control_remark_open", "school_id", sqlite_where=_NOT_CONFIRMED, postgresql_where=_NOT_CONFIRMED),
        Index("ix_control_remark_teacher_id", "teacher_id"),
        Index("ix_control_remark_school_id_written_at", "school_id", "written_at"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    teacher_id: Mapped[PersonRef]
    text: Mapped[str] = mapped_column(String(1000))
    due_on: Mapped[date]
    written_at: Mapped[datetime] = mapped_column(Instant)
    written_by: Mapped[PersonRef]
    answer: Mapped[str] = mapped_column(String(1000), default="")
    answered_at: Mapped[datetime | None] = mapped_column(Instant)
    resolved_at: Mapped[datetime | None] = mapped_column(Instant)
    returned_at: Mapped[datetime | None] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    confirmed_by: Mapped[OptionalPersonRef]


class AnalysisRow(Row):
    """How the journals were kept in a week or a month, as it was posted to the staff (CTL-4) [002 §4б, §5]."""

    __tablename__ = "analysis"
    __table_args__ = (UniqueConstraint("school_id", "span", "first"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    span: Mapped[AnalysisSpan] = mapped_column(Code(AnalysisSpan))
    first: Mapped[date]
    text: Mapped[str] = mapped_column(String(4000))
    posted_at: Mapped[datetime] = mapped_column(Instant)
    posted_by: Mapped[PersonRef]


class SignalRow(Row):
    """A signal that was told: what of whom, to whom, with the figures as the teacher saw them (JRN-15)."""

    __tablename__ = "signal"
    __table_args__ = (
        UniqueConstraint("student_id", "subject_id", "kind", "audience", "told_on"),
        Index("ix_signal_subject_id_told_on", "subject_id", "told_on"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    student_id: Mapped[PersonRef]
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    kind: Mapped[SignalKind] = mapped_column(Code(SignalKind))
    audience: Mapped[SignalAudience] = mapped_column(Code(SignalAudience))
    marks: Mapped[str] = mapped_column(String(100), default="")
    missed: Mapped[int] = mapped_column(Integer, default=0)
    lessons: Mapped[int] = mapped_column(Integer, default=0)
    told_on: Mapped[date]
    told_at: Mapped[datetime] = mapped_column(Instant)
    told_by: Mapped[PersonRef]


class GapReportRow(Row):
    """A class teacher told the deputy of the class's lessons that lack a colleague's record (CLS-8)."""

    __tablename__ = "gap_report"
    __table_args__ = (UniqueConstraint("klass_id", "teacher_id", "told_on"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    klass_id: Mapped[int] = mapped_column(ForeignKey("klass.id"))
    teacher_id: Mapped[PersonRef]
    lessons: Mapped[int] = mapped_column(Integer)
    told_on: Mapped[date]
    told_at: Mapped[datetime] = mapped_column(Instant)
    told_by: Mapped[PersonRef]
