"""What families say of absences, the documents that go with it, and when they were asked (DIA-10)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.absence_note import AbsenceReason, NoteState
from core.model.homework import FileKind
from core.storage.rows.base import Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

_WAITING = text("state = 'waiting'")


class AbsenceNoteRow(Row):
    """A note about the days `first` to `last`; `said` is the family's reason, `found` the class teacher's own."""

    __tablename__ = "absence_note"
    __table_args__ = (
        Index("ix_absence_note_student_id_last", "student_id", "last"),
        Index("ix_absence_note_waiting", "school_id", sqlite_where=_WAITING, postgresql_where=_WAITING),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    student_id: Mapped[PersonRef]
    filed_by: Mapped[PersonRef]
    filed_at: Mapped[datetime] = mapped_column(Instant)
    first: Mapped[date]
    last: Mapped[date]
    said: Mapped[AbsenceReason] = mapped_column(Code(AbsenceReason))
    words: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[NoteState] = mapped_column(Code(NoteState), default=NoteState.WAITING)
    found: Mapped[AbsenceReason | None] = mapped_column(Code(AbsenceReason))
    answer: Mapped[str] = mapped_column(String(300), default="")
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by: Mapped[OptionalPersonRef]


class AbsenceNoteFileRow(Row):
    """A document of a note, kept by Telegram, relayed by its file_id; it came at `received_at` [002 VIII]."""

    __tablename__ = "absence_note_file"
    __table_args__ = (Index("ix_absence_note_file_note_id", "note_id"),)

    id: Mapped[Key]
    note_id: Mapped[int] = mapped_column(ForeignKey("absence_note.id"))
    kind: Mapped[FileKind] = mapped_column(Code(FileKind))
    file_id: Mapped[str] = mapped_column(String(300))
    received_at: Mapped[datetime] = mapped_column(Instant)


class AbsenceInquiryRow(Row):
    """A family was asked why the child is not at school: once a day (CLS-1)."""

    __tablename__ = "absence_inquiry"
    __table_args__ = (UniqueConstraint("student_id", "day"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    student_id: Mapped[PersonRef]
    day: Mapped[date]
    asked_by: Mapped[PersonRef]
    asked_at: Mapped[datetime] = mapped_column(Instant)
