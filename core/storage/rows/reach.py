"""What became of a letter after it was sent, and what was done for families that no letter reaches (NTF-9)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.reach import ReachStepKind
from core.storage.rows.base import Big, Key, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

_OPEN = text("done_at IS NULL")


class LetterFileRow(Row):
    """A message of a letter that holds a file; where it is the letter's own message, its words are a caption."""

    __tablename__ = "letter_file"

    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"), primary_key=True)
    message_id: Mapped[int] = mapped_column(Big, primary_key=True)


class LetterRecallRow(Row):
    """A sent letter that is to be edited or taken back; open until Telegram has said what became of it.

    `kind` and `subject_id` are those of the letter's item that changed.
    """

    __tablename__ = "letter_recall"
    __table_args__ = (
        Index("ix_letter_recall_open", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_letter_recall_kind_subject_id", "kind", "subject_id"),
        Index("ix_letter_recall_letter_id", "letter_id"),
    )

    id: Mapped[Key]
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"))
    kind: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int] = mapped_column(Big)
    taken_back: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[datetime] = mapped_column(Instant)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[str] = mapped_column(String(32), default="")


class ReachStepRow(Row):
    """Append-only: what somebody did for a family that no letter reaches.

    `day` is when; of what was given on paper, the Monday of its week.
    """

    __tablename__ = "reach_step"
    __table_args__ = (
        UniqueConstraint("student_id", "kind", "day"),
        Index("ix_reach_step_school_id_day", "school_id", "day"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    student_id: Mapped[PersonRef]
    kind: Mapped[ReachStepKind] = mapped_column(Code(ReachStepKind))
    day: Mapped[date]
    done_at: Mapped[datetime] = mapped_column(Instant)
    done_by: Mapped[PersonRef]
