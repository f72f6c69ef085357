"""Groups of Telegram that the bot was added to, and what it tells in those of classes (NTF-0)."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.rows.base import Key, OptionalPersonRef, Row
from core.storage.types import Instant


class GroupChatRow(Row):
    """A group by Telegram's id; without a class it waits for being bound, and is left when nobody binds it.

    `asked_by` gave the class's code there and has yet to confirm it in private; `title` is shown to them alone.
    """

    __tablename__ = "group_chat"
    __table_args__ = (UniqueConstraint("chat_id"), Index("ix_group_chat_klass_id", "klass_id"))

    id: Mapped[Key]
    chat_id: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str] = mapped_column(String(128))
    arrived_at: Mapped[datetime] = mapped_column(Instant)
    klass_id: Mapped[int | None] = mapped_column(ForeignKey("klass.id"))
    asked_by: Mapped[OptionalPersonRef]
    bound_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class GroupPostRow(Row):
    """What a class's group is to be told of; `told` is the value it was told last, settled without one where nothing
    was left to tell.
    """

    __tablename__ = "group_post"
    __table_args__ = (
        Index("ix_group_post_open", "group_chat_id", "due_at"),
        Index("ix_group_post_subject", "group_chat_id", "kind", "subject_id"),
    )

    id: Mapped[Key]
    group_chat_id: Mapped[int] = mapped_column(ForeignKey("group_chat.id"))
    kind: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int]
    happened_at: Mapped[datetime] = mapped_column(Instant)
    due_at: Mapped[datetime] = mapped_column(Instant)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)
    told: Mapped[str | None] = mapped_column(String(200))
