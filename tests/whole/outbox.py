"""What the program has still to tell, read from its database beside it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

_UNTOLD = """SELECT (SELECT count(*) FROM event WHERE published_at IS NULL)
    + (SELECT count(*) FROM letter WHERE settled_at IS NULL AND due_at <= :now)"""


def untold(database: Path, now: datetime) -> int:
    """Count what has happened and has no letters yet, and letters that are due but not settled."""
    instant = now.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        count: int = db.execute(_UNTOLD, {"now": instant}).fetchone()[0]
        return count
