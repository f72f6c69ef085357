"""Notices to families and staff: what is said to whom, and who has read it (CLS-3)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.homework import FileKind
from core.model.notice import NoticeAim, NoticeKind, NoticeReaders, NoticeState
from core.model.people import Role
from core.storage.rows.base import Big, Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

_SCHEDULED = text("state = 'scheduled'")


class NoticeRow(Row):
    """A notice from its first word on; `role` is what its author speaks as; `ended_at`: stopped or recalled."""

    __tablename__ = "notice"
    __table_args__ = (
        Index("ix_notice_klass_id_created_at", "klass_id", "created_at"),
        Index("ix_notice_school_id_created_at", "school_id", "created_at"),
        Index("ix_notice_scheduled", "send_at", sqlite_where=_SCHEDULED, postgresql_where=_SCHEDULED),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    author_id: Mapped[PersonRef]
    role: Mapped[Role] = mapped_column(Code(Role))
    klass_id: Mapped[int | None] = mapped_column(ForeignKey("klass.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("study_group.id"))
    aim: Mapped[NoticeAim] = mapped_column(Code(NoticeAim))
    readers: Mapped[NoticeReaders] = mapped_column(Code(NoticeReaders))
    kind: Mapped[NoticeKind] = mapped_column(Code(NoticeKind))
    state: Mapped[NoticeState] = mapped_column(Code(NoticeState))
    text: Mapped[str] = mapped_column(String(3000), default="")
    week: Mapped[date | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Instant)
    send_at: Mapped[datetime | None] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)
    edited_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    reminded_at: Mapped[datetime | None] = mapped_column(Instant)


class NoticeTargetRow(Row):
    """What was chosen for a notice: students, grades or classes, as its aim says."""

    __tablename__ = "notice_target"

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    number: Mapped[int] = mapped_column(Big, primary_key=True)


class NoticeFileRow(Row):
    """A file that goes with a notice."""

    __tablename__ = "notice_file"
    __table_args__ = (Index("ix_notice_file_notice_id", "notice_id"),)

    id: Mapped[Key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    kind: Mapped[FileKind] = mapped_column(Code(FileKind))
    file_id: Mapped[str] = mapped_column(String(300))
    name: Mapped[str] = mapped_column(String(200), default="")


class NoticeWordRow(Row):
    """The class teacher's word about one child, told to that family alone."""

    __tablename__ = "notice_word"

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    student_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    text: Mapped[str] = mapped_column(String(300))


class NoticeReaderRow(Row):
    """Whom a notice was for when it was sent, of which child, and when they said that they had read it."""

    __tablename__ = "notice_reader"
    __table_args__ = (
        UniqueConstraint("notice_id", "person_id", "student_id"),
        Index("ix_notice_reader_person_id", "person_id"),
    )

    id: Mapped[Key]
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    person_id: Mapped[PersonRef]
    student_id: Mapped[OptionalPersonRef]
    read_at: Mapped[datetime | None] = mapped_column(Instant)
