"""Letters that wait: what they leave to others, and until when they rest (NTF-2, NTF-3)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, delete, select, update

from core.model.ids import LetterId, SchoolId
from core.storage.rows import LetterItemRow, LetterRow, SchoolRow


def drop_items(db: Connection, items: Sequence[tuple[LetterId, str, int]]) -> None:
    """Take items (letter, kind, subject) out of letters that nobody is sending."""
    rows = [{"letter": letter, "what": kind, "of": subject} for letter, kind, subject in items]
    if rows:
        row = LetterItemRow
        mine = (row.letter_id == bindparam("letter"), row.kind == bindparam("what"), row.subject_id == bindparam("of"))
        db.execute(delete(row).where(*mine), rows)


def zones(db: Connection, schools: Collection[SchoolId]) -> dict[SchoolId, ZoneInfo]:
    """Give the zones of schools."""
    found = db.execute(select(SchoolRow.id, SchoolRow.zone).where(SchoolRow.id.in_(schools)))
    return {SchoolId(school): ZoneInfo(zone) for school, zone in found}


def put_off(db: Connection, letters: Collection[tuple[LetterId, datetime]]) -> None:
    """Put claimed letters back until an instant: (letter, due at). They live on for as long as they have to wait."""
    rows = [{"key": letter, "due": due} for letter, due in letters]
    if rows:
        row = LetterRow
        later = update(row).where(row.id == bindparam("key"), row.settled_at.is_(None))
        db.execute(later.values(due_at=bindparam("due"), lease_until=None), rows)
