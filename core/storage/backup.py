"""A copy of the embedded database while the bot runs: SQLite's own backup, checked before it counts (ADM-9)."""

import os
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path


class BackupDamaged(Exception):
    """The copy does not pass the database's own check; it was removed."""


class DatabaseInUse(Exception):
    """Somebody has the database open: the bot runs."""


def back_up(source: Path, target: Path) -> None:
    """Copy the database file `source` to `target`, readable by its owner alone; an older copy is replaced at the end.

    A plain copy of the file would miss what stands in its log. Raises FileNotFoundError, BackupDamaged, OSError.
    """
    if not source.is_file():
        raise FileNotFoundError(source)
    beside = target.with_name(f"{target.name}.new")
    beside.unlink(missing_ok=True)
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(beside)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        check(beside)
        _settle(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def check(file: Path) -> None:
    """Ask the database whether it is whole. Raises BackupDamaged when it is not."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
        try:
            verdict = opened.execute("PRAGMA integrity_check").fetchone()
            broken = opened.execute("PRAGMA foreign_key_check").fetchone()
        except sqlite3.DatabaseError as error:
            raise BackupDamaged from error
    if verdict != ("ok",) or broken is not None:
        raise BackupDamaged


def restore(copy: Path, database: Path) -> Path | None:
    """Put a checked copy in the place of the database; give where the replaced one is kept, None if there was none.

    What the old database had in its log would be played into the new one: the side files go.
    Raises FileNotFoundError, BackupDamaged, DatabaseInUse while the bot runs; the database is untouched then.
    """
    if not copy.is_file():
        raise FileNotFoundError(copy)
    check(copy)
    kept = _set_aside(database) if database.is_file() else None
    beside = database.with_name(f"{database.name}.new")
    beside.write_bytes(copy.read_bytes())
    beside.chmod(0o600)
    for side in ("-wal", "-shm"):
        database.with_name(database.name + side).unlink(missing_ok=True)
    _settle(beside, database)
    return kept


def _set_aside(database: Path) -> Path:
    """Keep the database under a name of its own, whole with its log: the wrong copy may have been chosen."""
    with closing(sqlite3.connect(database, timeout=1)) as opened:
        try:
            opened.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError as locked:
            raise DatabaseInUse from locked
        except sqlite3.DatabaseError:
            # A broken one is what people restore for: its bytes are kept as they are.
            pass
    names = (database.with_name(f"{database.name}.replaced-{number}") for number in count(1))
    kept = next(name for name in names if not name.exists())
    kept.touch(mode=0o600)
    kept.write_bytes(database.read_bytes())
    return kept


def _settle(beside: Path, target: Path) -> None:
    with beside.open("rb") as written:
        os.fsync(written.fileno())
    beside.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
