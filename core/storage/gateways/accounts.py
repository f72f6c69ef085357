"""Accounts and what they are bound to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from core.model.ids import AccountId, BindingId, PersonId, SchoolId
from core.storage.rows import AccountRow, BindingRow, LetterRow, PersonRow

WITHDRAWN = "withdrawn"
CHAT_GONE = "chat_gone"


def ensure(db: Connection, telegram: int, language: str, now: datetime) -> AccountId:
    """Give the account of a Telegram id, made now where there was none."""
    known = db.execute(select(AccountRow.id).where(AccountRow.telegram_id == telegram)).scalar()
    if known is None:
        values = {"telegram_id": telegram, "language": language, "created_at": now, "seen_at": now}
        known = db.execute(insert(AccountRow).values(**values).returning(AccountRow.id)).scalar_one()
    return AccountId(known)


def note_seen(db: Connection, telegram: int, now: datetime) -> None:
    """Note that the account spoke to us: it is here, so it has not blocked us (NTF-4)."""
    db.execute(update(AccountRow).where(AccountRow.telegram_id == telegram).values(seen_at=now, blocked_at=None))


@dataclass(frozen=True, slots=True)
class Away:
    """An account out of reach: since when, and somebody of a school who it is."""

    account: AccountId
    since: datetime
    person: PersonId
    school: SchoolId


def away(db: Connection, telegram: int) -> Away | None:
    """Give an account that has the bot blocked and is somebody; None for any other."""
    query = (
        select(AccountRow.id, AccountRow.blocked_at, PersonRow.id, PersonRow.school_id)
        .join(BindingRow, BindingRow.account_id == AccountRow.id)
        .join(PersonRow, PersonRow.id == BindingRow.person_id)
        .where(AccountRow.telegram_id == telegram, AccountRow.blocked_at.is_not(None))
        .where(BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None))
        .order_by(BindingRow.id)
    )
    for account, since, person, school in db.execute(query.limit(1)):
        return Away(AccountId(account), since, PersonId(person), SchoolId(school)) if since else None
    return None


def set_blocked(db: Connection, telegram: int, blocked_at: datetime | None) -> None:
    """Note since when an account has the bot blocked, and let go what waits for it; None: it has not any more."""
    mine = AccountRow.telegram_id == telegram
    db.execute(update(AccountRow).where(mine).values(blocked_at=blocked_at))
    if blocked_at is not None:
        account = select(AccountRow.id).where(mine).scalar_subquery()
        waits = (LetterRow.account_id == account, LetterRow.settled_at.is_(None))
        db.execute(update(LetterRow).where(*waits).values(settled_at=blocked_at, outcome=CHAT_GONE, lease_until=None))


def set_language(db: Connection, account: AccountId, language: str) -> None:
    """Choose the language of an account."""
    db.execute(update(AccountRow).where(AccountRow.id == account).values(language=language))


def set_focus(db: Connection, account: AccountId, person: PersonId) -> None:
    """Choose the person whose screens come first."""
    db.execute(update(AccountRow).where(AccountRow.id == account).values(focus_person_id=person))


def bind(db: Connection, account: AccountId, person: PersonId, now: datetime, *, confirmed: bool) -> BindingId:
    """Bind an account to a person; a binding that is open already is given back as it is."""
    pair = (BindingRow.account_id == account, BindingRow.person_id == person, BindingRow.ended_at.is_(None))
    known = db.execute(select(BindingRow.id).where(*pair)).scalar()
    if known is None:
        values = {"account_id": account, "person_id": person, "since": now, "confirmed_at": now if confirmed else None}
        known = db.execute(insert(BindingRow).values(**values).returning(BindingRow.id)).scalar_one()
    return BindingId(known)


def confirm(db: Connection, binding: BindingId, now: datetime) -> bool:
    """Confirm a waiting binding; False when it does not wait any more."""
    waits = (BindingRow.id == binding, BindingRow.confirmed_at.is_(None), BindingRow.ended_at.is_(None))
    return bool(db.execute(update(BindingRow).where(*waits).values(confirmed_at=now)).rowcount)


def end(db: Connection, bindings: Collection[BindingId], now: datetime) -> None:
    """End bindings and withdraw what was about to be sent through them, in one go (ACC-7)."""
    still_open = (BindingRow.id.in_(bindings), BindingRow.ended_at.is_(None))
    ended = db.execute(
        update(BindingRow)
        .where(*still_open)
        .values(ended_at=now)
        .returning(BindingRow.account_id, BindingRow.person_id)
    ).all()
    for account, person in ended:
        _withdraw_letters(db, account, person, now)


def _withdraw_letters(db: Connection, account: int, person: int, now: datetime) -> None:
    mine = (LetterRow.account_id == account, LetterRow.settled_at.is_(None))
    # A letter without a person goes to the account as such, which stays.
    db.execute(update(LetterRow).where(*mine, LetterRow.person_id == person).values(settled_at=now, outcome=WITHDRAWN))


def silence(db: Connection, account: AccountId, now: datetime) -> None:
    """Withdraw everything that waits to be sent to an account."""
    waits = (LetterRow.account_id == account, LetterRow.settled_at.is_(None))
    db.execute(update(LetterRow).where(*waits).values(settled_at=now, outcome=WITHDRAWN))
