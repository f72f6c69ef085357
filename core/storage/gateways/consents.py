"""Consents: given, in force, withdrawn (ACC-4)."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from core.model.entry import ConsentRecord
from core.model.ids import AccountId
from core.storage.rows import ConsentRow


def give(db: Connection, account: AccountId, version: int, text_hash: str, now: datetime) -> None:
    """Record that a text was accepted; the same version in force already stays as it is."""
    if current(db, account, version) is None:
        values = {"account_id": account, "version": version, "text_hash": text_hash, "given_at": now}
        db.execute(insert(ConsentRow).values(**values))


def current(db: Connection, account: AccountId, version: int) -> ConsentRecord | None:
    """Give the acceptance of a version that is in force."""
    in_force = (ConsentRow.account_id == account, ConsentRow.version == version, ConsentRow.withdrawn_at.is_(None))
    given_at = db.execute(select(ConsentRow.given_at).where(*in_force)).scalar()
    return ConsentRecord(version, given_at) if given_at else None


def withdraw(db: Connection, account: AccountId, now: datetime) -> None:
    """Withdraw every acceptance of an account; the rows stay as a record."""
    in_force = (ConsentRow.account_id == account, ConsentRow.withdrawn_at.is_(None))
    db.execute(update(ConsentRow).where(*in_force).values(withdrawn_at=now))
