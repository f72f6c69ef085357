"""What came in and what goes out: inbox, events, letters; drafts and leases; the audit chain."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.events import EventKind
from core.storage.rows.base import Big, Key, OptionalPersonRef, Row, SchoolRef
from core.storage.types import Code, Instant


class InboxRow(Row):
    """A raw update, kept before Telegram is told that it arrived. The body is erased once it is done (NTF-0)."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_open",
            "received_at",
            sqlite_where=text("done_at IS NULL AND dead_at IS NULL"),
            postgresql_where=text("done_at IS NULL AND dead_at IS NULL"),
        ),
        Index("ix_inbox_done_at", "done_at"),
    )

    update_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    user_id: Mapped[int | None] = mapped_column(Big)
    body: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(Instant)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    retry_at: Mapped[datetime | None] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)
    dead_at: Mapped[datetime | None] = mapped_column(Instant)
    error: Mapped[str] = mapped_column(String(200), default="")


class EventRow(Row):
    """Something happened; written in the transaction of the change itself (NTF-1)."""

    __tablename__ = "event"
    __table_args__ = (
        Index(
            "ix_event_unpublished",
            "id",
            sqlite_where=text("published_at IS NULL"),
            postgresql_where=text("published_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    kind: Mapped[EventKind] = mapped_column(Code(EventKind))
    subject_id: Mapped[int] = mapped_column(Big)
    student_id: Mapped[OptionalPersonRef]
    person_id: Mapped[OptionalPersonRef]
    actor_id: Mapped[OptionalPersonRef]
    at: Mapped[datetime] = mapped_column(Instant)
    published_at: Mapped[datetime | None] = mapped_column(Instant)


class LetterRow(Row):
    """One message to one chat. `unique_key` makes it once-only; `lease_token` fences off late settlers."""

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("unique_key"),
        Index(
            "ix_letter_due",
            "due_at",
            sqlite_where=text("settled_at IS NULL"),
            postgresql_where=text("settled_at IS NULL"),
        ),
        Index(
            "ix_letter_open",
            "account_id",
            "student_id",
            "kind",
            sqlite_where=text("settled_at IS NULL"),
            postgresql_where=text("settled_at IS NULL"),
        ),
        # How much a chat has had within the hour, and since when it is silent.
        Index("ix_letter_account_id_settled_at", "account_id", "settled_at"),
        # What nobody got is counted on the administrator's card.
        Index(
            "ix_letter_dead",
            "school_id",
            sqlite_where=text("outcome = 'dead'"),
            postgresql_where=text("outcome = 'dead'"),
        ),
    )

    id: Mapped[Key]
    school_id: Mapped[int | None] = mapped_column(ForeignKey("school.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    person_id: Mapped[OptionalPersonRef]
    student_id: Mapped[OptionalPersonRef]
    kind: Mapped[str] = mapped_column(String(32))
    unique_key: Mapped[str] = mapped_column(String(200))
    payload: Mapped[str] = mapped_column(Text, default="{}")
    urgent: Mapped[bool] = mapped_column(default=False)
    silent: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Instant)
    due_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime | None] = mapped_column(Instant)
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    lease_until: Mapped[datetime | None] = mapped_column(Instant)
    lease_token: Mapped[int] = mapped_column(Integer, default=0)
    settled_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[str] = mapped_column(String(32), default="")
    message_id: Mapped[int | None] = mapped_column(Big)
    reason: Mapped[str | None] = mapped_column(String(32))


class LetterItemRow(Row):
    """What a letter tells of; `told` is the value it told, so that a correction can say «old → new»."""

    __tablename__ = "letter_item"
    __table_args__ = (
        UniqueConstraint("letter_id", "kind", "subject_id"),
        Index("ix_letter_item_kind_subject_id", "kind", "subject_id"),
    )

    id: Mapped[Key]
    letter_id: Mapped[int] = mapped_column(ForeignKey("letter.id"))
    kind: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int] = mapped_column(Big)
    told: Mapped[str | None] = mapped_column(String(200))


class KeyValueRow(Row):
    """Drafts and forms of a chat, as JSON."""

    __tablename__ = "keyvalue"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[datetime] = mapped_column(Instant)


class LeaseRow(Row):
    """Who may do what only one process may do."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(String(50), primary_key=True)
    owner: Mapped[str] = mapped_column(String(100))
    until: Mapped[datetime] = mapped_column(Instant)


class AuditRow(Row):
    """Append-only, hash-chained per school: `hash` covers the row and the hash before it (CTL-7)."""

    __tablename__ = "audit"
    __table_args__ = (
        UniqueConstraint("school_id", "seq"),
        Index("ix_audit_kind_subject_id", "kind", "subject_id"),
        Index("ix_audit_student_id", "student_id"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    seq: Mapped[int] = mapped_column(Big)
    at: Mapped[datetime] = mapped_column(Instant)
    kind: Mapped[str] = mapped_column(String(32))
    account_id: Mapped[int | None] = mapped_column(Big)
    person_id: Mapped[int | None] = mapped_column(Big)
    role: Mapped[str] = mapped_column(String(32))
    update_id: Mapped[int | None] = mapped_column(Big)
    subject_id: Mapped[int] = mapped_column(Big)
    lesson_id: Mapped[int | None] = mapped_column(Big)
    student_id: Mapped[int | None] = mapped_column(Big)
    before: Mapped[str | None] = mapped_column(String(1200))
    after: Mapped[str | None] = mapped_column(String(1200))
    reason: Mapped[str | None] = mapped_column(String(300))
    extra: Mapped[str] = mapped_column(Text, default="{}")
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
