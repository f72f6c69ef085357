"""The durable inbox (NTF-0): an update is kept before Telegram is told that it arrived."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, or_, select, text, update

from core.storage.rows import AccountRow, InboxRow
from core.storage.types import Instant


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


# Built once: every update passes through these, and building a statement costs more than running it.
_KEEP = text(
    "INSERT INTO inbox (update_id, user_id, body, received_at, attempts, error)"
    " VALUES (:key, :user, :body, :at, 0, '') ON CONFLICT (update_id) DO NOTHING"
).bindparams(bindparam("at", type_=Instant()))
_DONE = select(InboxRow.done_at).where(InboxRow.update_id == bindparam("key"))
_FINISH = (
    update(InboxRow)
    .where(InboxRow.update_id == bindparam("key"), InboxRow.done_at.is_(None))
    .values(done_at=bindparam("at"), body="", error="")
)


def keep(db: Connection, arrivals: Sequence[Arrival], now: datetime) -> list[Arrival]:
    """Keep updates and give back those that are new; one that is known is passed over, by its exact id."""
    rows = ({"key": a.update_id, "user": a.user_id, "body": a.body, "at": now} for a in arrivals)
    return [arrival for arrival, row in zip(arrivals, rows, strict=True) if db.execute(_KEEP, row).rowcount]


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
    if update_ids:
        db.execute(_FINISH, [{"key": key, "at": now} for key in update_ids])


def is_done(db: Connection, update_id: int) -> bool:
    """Tell whether the effect of an update is already stored."""
    return db.execute(_DONE, {"key": update_id}).scalar() is not None


def postpone(db: Connection, update_id: int, retry_at: datetime, error: str) -> None:
    """Try an update again later; `error` names the kind of failure, no values."""
    row = InboxRow.update_id == update_id
    db.execute(update(InboxRow).where(row).values(attempts=InboxRow.attempts + 1, retry_at=retry_at, error=error))


def bury(db: Connection, update_id: int, now: datetime, error: str) -> None:
    """Give an update up; the administrator sees it."""
    row = InboxRow.update_id == update_id
    db.execute(update(InboxRow).where(row).values(dead_at=now, error=error))


def sweep(db: Connection, before: datetime) -> None:
    """Forget ids of updates done before an instant; Telegram repeats none older than 48 hours.

    That their senders were here is remembered with their accounts.
    """
    gone = (InboxRow.done_at < before, InboxRow.user_id.is_not(None))
    latest = select(func.max(InboxRow.received_at)).where(*gone, InboxRow.user_id == AccountRow.telegram_id)
    here = AccountRow.telegram_id.in_(select(InboxRow.user_id).where(*gone))
    older = or_(AccountRow.seen_at.is_(None), AccountRow.seen_at < latest.scalar_subquery())
    db.execute(update(AccountRow).where(here, older).values(seen_at=latest.scalar_subquery()))
    db.execute(delete(InboxRow).where(InboxRow.done_at < before))
