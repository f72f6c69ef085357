"""The audit chain read back: recomputed from the first entry to the last (CTL-7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from sqlalchemy import Connection, Row, select
from sqlalchemy.exc import DBAPIError

from core.model.ids import SchoolId
from core.rules.chain import GENESIS, link
from core.storage.rows import AuditRow, SchoolRow

_PAGE = 500
_COLUMNS = [column for column in AuditRow.__table__.columns if column.name != "id"]
_APART = {"hash", "at"}


@dataclass(frozen=True, slots=True)
class Chain:
    """A school's chain: how many entries are good from the first one on, and the hash of the last good one (32 bytes).

    `broken` is the first number whose entry is missing, changed, or not the one that was noted elsewhere.
    """

    length: int
    head: bytes
    broken: int | None = None


def verify(db: Connection, school: SchoolId, anchors: Mapping[int, bytes] | None = None) -> Chain:
    """Recompute a school's chain (CTL-7).

    `anchors` are hashes that were noted outside, by number: without them a chain that lost its end, or was written anew
    from some entry on, looks whole.
    """
    noted = dict(anchors or {})
    length, head, page = 0, GENESIS, _PAGE
    while True:
        try:
            rows = _read(db, school, length, page)
        except (DBAPIError, TypeError, ValueError):
            # Somebody left in a row what its column can't hold; row by row it shows which.
            if page == 1:
                return Chain(length, head, length + 1)
            page = 1
            continue
        for row in rows:
            expected = _hash(head, row)
            if (
                expected is None
                or (row.seq, row.hash) != (length + 1, expected)
                or noted.pop(row.seq, expected) != expected
            ):
                return Chain(length, head, length + 1)
            length, head = length + 1, expected
        if not rows:
            # A number that was noted but never came tells of entries that are gone.
            return Chain(length, head, length + 1 if noted else None)


def _read(db: Connection, school: SchoolId, after: int, limit: int) -> Sequence[Row[Any]]:
    mine = select(*_COLUMNS).where(AuditRow.school_id == school, AuditRow.seq > after)
    return db.execute(mine.order_by(AuditRow.seq).limit(limit)).all()


def _hash(previous: bytes, row: Row[Any]) -> bytes | None:
    record = {key: value for key, value in row._asdict().items() if key not in _APART}
    try:
        return link(previous, {**record, "at": row.at.astimezone(UTC).isoformat()})
    except (AttributeError, TypeError):
        return None


def entry_is_whole(db: Connection, school: SchoolId, seq: int) -> bool:
    """Tell whether an entry has the hash that its content and the entry before it give (BEY-4)."""
    rows = _read(db, school, max(seq - 2, 0), 2 if seq > 1 else 1)
    if not rows or rows[-1].seq != seq or (seq > 1 and len(rows) < 2):
        return False
    before = GENESIS if seq == 1 else rows[0].hash
    return bool(_hash(before, rows[-1]) == rows[-1].hash)


def schools(db: Connection) -> list[tuple[SchoolId, str]]:
    """Give every school that has a chain with its short name; one that is not among the schools has no name."""
    chains = select(AuditRow.school_id).distinct().subquery()
    named = select(chains.c.school_id, SchoolRow.short_name).outerjoin(SchoolRow, SchoolRow.id == chains.c.school_id)
    return [(SchoolId(key), name or "") for key, name in db.execute(named.order_by(chains.c.school_id))]
