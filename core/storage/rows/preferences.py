"""What accounts chose of being told: topics of each child, and their hours (NTF-3)."""

from datetime import datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.preferences import Telling, Topic
from core.storage.rows.base import Key, PersonRef, Row
from core.storage.types import Code, Instant


class TopicChoiceRow(Row):
    """How an account is told of a topic about a child, where it chose; parents who live apart share nothing."""

    __tablename__ = "topic_choice"
    __table_args__ = (UniqueConstraint("account_id", "student_id", "topic"),)

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    student_id: Mapped[PersonRef]
    topic: Mapped[Topic] = mapped_column(Code(Topic))
    telling: Mapped[Telling] = mapped_column(Code(Telling))
    chosen_at: Mapped[datetime] = mapped_column(Instant)


class AccountHoursRow(Row):
    """When an account may be written to, where it chose; without quiet hours both ends are empty."""

    __tablename__ = "account_hours"
    __table_args__ = (UniqueConstraint("account_id"),)

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    quiet_begins: Mapped[time | None]
    quiet_ends: Mapped[time | None]
    digest: Mapped[time]
    chosen_at: Mapped[datetime] = mapped_column(Instant)
