"""The durable inbox (NTF-0): an update is kept before Telegram is told that it arrived."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select, update

from core.storage.rows import InboxRow


@dataclass(frozen=True, slots=True)
class Arrival:
    """A raw update as it came."""

    update_id: int
    user_id: int | None
    body: str


@dataclass(frozen=True, slots=True)
class Pending:
    """An update still to be handled."""

    update_id: int
    user_id: int | None
    body: str
    received_at: datetime
    attempts: int


def keep(db: Connection, arrivals: Sequence[Arrival], now: datetime) -> list[Arrival]:
    """Keep updates and give back those that are new; one that is known is passed over, by its exact id."""
    ids = [arrival.update_id for arrival in arrivals]
    known = set(db.execute(select(InboxRow.update_id).where(InboxRow.update_id.in_(ids))).scalars())
    fresh = {arrival.update_id: arrival for arrival in arrivals if arrival.update_id not in known}
    rows = [
        {"update_id": a.update_id, "user_id": a.user_id, "body": a.body, "received_at": now} for a in fresh.values()
    ]
    if rows:
        db.execute(insert(InboxRow), rows)
    return list(fresh.values())


def pending(db: Connection, now: datetime, limit: int) -> list[Pending]:
    """Give updates to handle, oldest first; those waiting for a retry come when their time has come."""
    query = (
        select(InboxRow.update_id, InboxRow.user_id, InboxRow.body, InboxRow.received_at, InboxRow.attempts)
        .where(InboxRow.done_at.is_(None), InboxRow.dead_at.is_(None))
        .where(or_(InboxRow.retry_at.is_(None), InboxRow.retry_at <= now))
        .order_by(InboxRow.received_at, InboxRow.update_id)
        .limit(limit)
    )
    return [Pending(*row) for row in db.execute(query)]


def finish(db: Connection, update_ids: Sequence[int], now: datetime) -> None:
    """Mark updates done and erase their bodies, which hold personal data."""
    db.execute(
        update(InboxRow)
        .where(InboxRow.update_id.in_(update_ids), InboxRow.done_at.is_(None))
        .values(done_at=now, body="", error="")
    )


def is_done(db: Connection, update_id: int) -> bool:
    """Tell whether the effect of an update is already stored."""
    done = select(InboxRow.done_at).where(InboxRow.update_id == update_id)
    return db.execute(done).scalar() is not None


def postpone(db: Connection, update_id: int, retry_at: datetime, error: str) -> None:
    """Try an update again later; `error` names the kind of failure, no values."""
    row = InboxRow.update_id == update_id
    db.execute(update(InboxRow).where(row).values(attempts=InboxRow.attempts + 1, retry_at=retry_at, error=error))


def bury(db: Connection, update_id: int, now: datetime, error: str) -> None:
    """Give an update up; the administrator sees it."""
    row = InboxRow.update_id == update_id
    db.execute(update(InboxRow).where(row).values(dead_at=now, error=error))


def sweep(db: Connection, before: datetime) -> None:
    """Forget ids of updates done before an instant; Telegram repeats none older than 48 hours."""
    db.execute(delete(InboxRow).where(InboxRow.done_at < before))
