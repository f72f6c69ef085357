"""Leases: what only one process may do at a time, such as sending (PLT-2)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select, update

from core.storage.rows import LeaseRow


@dataclass(frozen=True, slots=True)
class Lease:
    """Who holds it, and until when."""

    owner: str
    until: datetime


def holder(db: Connection, name: str) -> Lease | None:
    """Give the lease of that name, None when nobody ever held it or it was given back."""
    row = db.execute(select(LeaseRow.owner, LeaseRow.until).where(LeaseRow.name == name)).first()
    return Lease(row.owner, row.until) if row else None


def take(db: Connection, name: str, lease: Lease, now: datetime, *, instead_of: str | None = None) -> bool:
    """Take or prolong a lease; False while somebody else holds it. `instead_of` is an owner known to be dead."""
    free = or_(LeaseRow.owner.in_([lease.owner, instead_of or lease.owner]), LeaseRow.until <= now)
    values = {"owner": lease.owner, "until": lease.until}
    if db.execute(update(LeaseRow).where(LeaseRow.name == name, free).values(**values)).rowcount:
        return True
    if holder(db, name) is not None:
        return False
    db.execute(insert(LeaseRow).values(name=name, **values))
    return True


def give_back(db: Connection, name: str, owner: str) -> None:
    """Give a lease back, so that another process need not wait for its end."""
    db.execute(delete(LeaseRow).where(LeaseRow.name == name, LeaseRow.owner == owner))
