"""Anchors of the audit chain: its head at the end of each day, told to head and deputies (BEY-4, CTL-7)."""

from collections import defaultdict
from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select

from core.model.ids import SchoolId
from core.model.scrutiny import Anchor
from core.storage.rows import ChainAnchorRow


def put(db: Connection, anchor: Anchor, at: datetime) -> None:
    """Keep the anchor of a day; there is one for each."""
    values = {"school_id": anchor.school, "day": anchor.day, "seq": anchor.seq, "hash": anchor.hash, "at": at}
    db.execute(insert(ChainAnchorRow).values(**values))


def newest(db: Connection) -> dict[SchoolId, Anchor]:
    """Give the newest anchor of each school that has one."""
    latest = select(ChainAnchorRow.school_id, func.max(ChainAnchorRow.day).label("day")).group_by(
        ChainAnchorRow.school_id
    )
    last = latest.subquery()
    query = select(ChainAnchorRow.school_id, ChainAnchorRow.day, ChainAnchorRow.seq, ChainAnchorRow.hash).join(
        last, (last.c.school_id == ChainAnchorRow.school_id) & (last.c.day == ChainAnchorRow.day)
    )
    return {
        SchoolId(school): Anchor(SchoolId(school), day, seq, digest) for school, day, seq, digest in db.execute(query)
    }


def before(db: Connection, school: SchoolId, day: date) -> int:
    """Give the number of an entry that is surely older than a day: that of the last anchor before, 0 without one."""
    query = select(func.max(ChainAnchorRow.seq)).where(ChainAnchorRow.school_id == school, ChainAnchorRow.day < day)
    return db.execute(query).scalar_one() or 0


def all_of(db: Connection) -> dict[SchoolId, dict[int, bytes]]:
    """Give the hashes of all anchors by school and number of the entry."""
    found: dict[SchoolId, dict[int, bytes]] = defaultdict(dict)
    for school, seq, digest in db.execute(select(ChainAnchorRow.school_id, ChainAnchorRow.seq, ChainAnchorRow.hash)):
        found[SchoolId(school)][seq] = digest
    return found
