"""Talk between families and the school: threads, what was written in them, complaints of them (DIA-12)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.homework import FileKind
from core.model.people import Role
from core.model.thread import ComplaintReason
from core.storage.rows.base import Big, Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

_OPEN = text("decided_at IS NULL")


class ThreadRow(Row):
    """What one person of a family and one of the staff write to each other about a child.

    `role` is what the staff's side was written to as; each side has read up to the message named.
    """

    __tablename__ = "thread"
    __table_args__ = (
        UniqueConstraint("student_id", "family_id", "staff_id"),
        Index("ix_thread_family_id", "family_id"),
        Index("ix_thread_staff_id_last_at", "staff_id", "last_at"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    student_id: Mapped[PersonRef]
    family_id: Mapped[PersonRef]
    staff_id: Mapped[PersonRef]
    role: Mapped[Role] = mapped_column(Code(Role))
    last_at: Mapped[datetime] = mapped_column(Instant)
    family_read: Mapped[int] = mapped_column(Big, default=0)
    staff_read: Mapped[int] = mapped_column(Big, default=0)
    muted_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class ThreadMessageRow(Row):
    """Append-only: a text, a file, or a file with its caption."""

    __tablename__ = "thread_message"
    __table_args__ = (Index("ix_thread_message_thread_id", "thread_id", "id"),)

    id: Mapped[Key]
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"))
    author_id: Mapped[PersonRef]
    written_at: Mapped[datetime] = mapped_column(Instant)
    text: Mapped[str] = mapped_column(String(1500), default="")
    file_kind: Mapped[FileKind | None] = mapped_column(Code(FileKind))
    file_id: Mapped[str] = mapped_column(String(300), default="")
    file_name: Mapped[str] = mapped_column(String(200), default="")


class ThreadComplaintRow(Row):
    """A complaint that opens a thread to the school until somebody has decided; one is open at a time."""

    __tablename__ = "thread_complaint"
    __table_args__ = (
        Index("uq_thread_complaint_open", "thread_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_thread_complaint_school_id", "school_id", "filed_at"),
        Index("ix_thread_complaint_thread_id", "thread_id"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"))
    filed_by: Mapped[PersonRef]
    filed_at: Mapped[datetime] = mapped_column(Instant)
    reason: Mapped[ComplaintReason] = mapped_column(Code(ComplaintReason))
    words: Mapped[str] = mapped_column(String(300), default="")
    decision: Mapped[str] = mapped_column(String(300), default="")
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by: Mapped[OptionalPersonRef]
