"""Accounts, bindings, invitations, consents."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.storage.rows.base import Big, Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Instant


class AccountRow(Row):
    """A Telegram account: its numeric id only, never a user name or a phone."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("telegram_id"),)

    id: Mapped[Key]
    telegram_id: Mapped[int] = mapped_column(Big)
    language: Mapped[str] = mapped_column(String(8), default="ru")
    focus_person_id: Mapped[OptionalPersonRef]
    blocked_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime | None] = mapped_column(Instant)


class BindingRow(Row):
    """An account may act as a person. A binding of staff waits for the administrator while `confirmed_at` is empty."""

    __tablename__ = "binding"
    __table_args__ = (
        Index("ix_binding_person_id", "person_id"),
        Index(
            "uq_binding_open",
            "account_id",
            "person_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    person_id: Mapped[PersonRef]
    since: Mapped[datetime] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)


class InvitationRow(Row):
    """A one-time invitation; the code itself is never stored, only its keyed hash (ACC-1)."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("code_hash"), Index("ix_invitation_person_id", "person_id"))

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    person_id: Mapped[PersonRef]
    code_hash: Mapped[str] = mapped_column(String(64))
    issued_at: Mapped[datetime] = mapped_column(Instant)
    issued_by: Mapped[OptionalPersonRef]
    expires_at: Mapped[datetime] = mapped_column(Instant)
    used_at: Mapped[datetime | None] = mapped_column(Instant)
    used_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    revoked_at: Mapped[datetime | None] = mapped_column(Instant)


class CodeAttemptRow(Row):
    """A wrong code somebody typed; counted to slow guessing down."""

    __tablename__ = "code_attempt"
    __table_args__ = (Index("ix_code_attempt_at", "at"), Index("ix_code_attempt_telegram_id_at", "telegram_id", "at"))

    id: Mapped[Key]
    telegram_id: Mapped[int] = mapped_column(Big)
    at: Mapped[datetime] = mapped_column(Instant)


class ConsentRow(Row):
    """Acceptance of a consent text by an account: which version, which text, when (ACC-4)."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_account_id", "account_id"),)

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    version: Mapped[int] = mapped_column(Integer)
    text_hash: Mapped[str] = mapped_column(String(64))
    given_at: Mapped[datetime] = mapped_column(Instant)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
