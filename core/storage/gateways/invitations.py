"""Invitations: issued, used up once, revoked; wrong codes counted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from core.model.entry import Used
from core.model.ids import AccountId, InvitationId, PersonId, SchoolId
from core.storage.rows import CodeAttemptRow, InvitationRow

_GOT = (
    InvitationRow.id,
    InvitationRow.person_id,
    InvitationRow.school_id,
    InvitationRow.issued_by,
    InvitationRow.revoked_at,
)


@dataclass(frozen=True, slots=True)
class Fresh:
    """An invitation to be stored: the code's keyed hash, never the code."""

    person: PersonId
    code_hash: str
    expires_at: datetime


def add(db: Connection, school: SchoolId, fresh: Sequence[Fresh], issued_by: PersonId | None, now: datetime) -> None:
    """Store invitations of one school; `issued_by` is empty for the command line."""
    rows = [
        {
            "school_id": school,
            "person_id": one.person,
            "code_hash": one.code_hash,
            "issued_at": now,
            "issued_by": issued_by,
            "expires_at": one.expires_at,
        }
        for one in fresh
    ]
    if rows:
        db.execute(insert(InvitationRow), rows)


def use(db: Connection, code_hash: str, account: AccountId, at: datetime) -> Used | None:
    """Use a code up, atomically: one of any number of rivals gets it. None for any code that is not good at `at`."""
    good = (
        InvitationRow.code_hash == code_hash,
        InvitationRow.used_at.is_(None),
        InvitationRow.revoked_at.is_(None),
        InvitationRow.expires_at > at,
    )
    used = update(InvitationRow).where(*good).values(used_at=at, used_by=account).returning(*_GOT)
    row = db.execute(used).first()
    return _used(*row) if row else None


def used_by(db: Connection, account: AccountId, *, code_hash: str = "", invitation: int = 0) -> Used | None:
    """Give an invitation that this very account has used, by its code or its id; nobody else learns of it."""
    which = InvitationRow.code_hash == code_hash if code_hash else InvitationRow.id == invitation
    row = db.execute(select(*_GOT).where(which, InvitationRow.used_by == account)).first()
    return _used(*row) if row else None


def _used(key: int, person: int, school: int, issued_by: int | None, closed_at: datetime | None) -> Used:
    return Used(InvitationId(key), PersonId(person), SchoolId(school), issued_by is None, closed_at is not None)


def close_claim(db: Connection, invitation: InvitationId, account: AccountId, now: datetime) -> bool:
    """Close a used staff invitation once its holder has answered; False when it was answered before."""
    mine = (InvitationRow.id == invitation, InvitationRow.used_by == account, InvitationRow.revoked_at.is_(None))
    return bool(db.execute(update(InvitationRow).where(*mine).values(revoked_at=now)).rowcount)


def revoke(db: Connection, people: Collection[PersonId], now: datetime) -> int:
    """Revoke the unused codes of people; gives how many there were."""
    unused = (
        InvitationRow.person_id.in_(people),
        InvitationRow.used_at.is_(None),
        InvitationRow.revoked_at.is_(None),
    )
    return db.execute(update(InvitationRow).where(*unused).values(revoked_at=now)).rowcount


def note_wrong(db: Connection, telegram: int, at: datetime, forget_before: datetime) -> None:
    """Count a wrong code against an account, and forget those that count no more."""
    db.execute(insert(CodeAttemptRow).values(telegram_id=telegram, at=at))
    db.execute(delete(CodeAttemptRow).where(CodeAttemptRow.at <= forget_before))


def wrong_since(db: Connection, telegram: int, since: datetime) -> tuple[list[datetime], int]:
    """Give when this account typed wrong codes since an instant, oldest first, and how many came from everybody."""
    recent = CodeAttemptRow.at > since
    mine = select(CodeAttemptRow.at).where(recent, CodeAttemptRow.telegram_id == telegram)
    own = list(db.execute(mine.order_by(CodeAttemptRow.at)).scalars())
    return own, db.execute(select(func.count()).select_from(CodeAttemptRow).where(recent)).scalar_one()
