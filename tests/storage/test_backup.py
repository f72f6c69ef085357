"""Backups: what was stored before is in the copy, what is broken is refused, the old log is not played in."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from core.storage.backup import BackupDamaged, DatabaseInUse, back_up, restore
from core.storage.rows import PersonRow, SchoolRow
from tests.world import World, open_world


async def test_a_backup_of_the_running_database_holds_what_was_stored(
    world: World, database_url: str, tmp_path: Path
) -> None:
    live = Path(database_url.partition("///")[2])
    copy = tmp_path / "copy.db"
    await world.staff("Зимина Анна Петровна")

    back_up(live, copy)

    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("SELECT family FROM person").fetchall() == [("Зимина",)]
    assert copy.stat().st_mode & 0o777 == 0o600


async def test_restoring_forgets_the_old_log(world: World, database_url: str, tmp_path: Path) -> None:
    live = Path(database_url.partition("///")[2])
    back_up(live, tmp_path / "copy.db")
    await world.staff("Зимина Анна Петровна")
    await world.engines.dispose()
    live.with_name(live.name + "-wal").write_bytes(b"leftovers of the old one")

    restore(tmp_path / "copy.db", live)

    again = open_world(database_url)
    assert len(await again.rows(select(SchoolRow.id))) == 1
    await again.engines.dispose()
    with closing(sqlite3.connect(live)) as opened:
        assert opened.execute("SELECT count(*) FROM person").fetchone() == (0,)


async def test_a_restore_keeps_what_it_replaces(world: World, database_url: str, tmp_path: Path) -> None:
    live = Path(database_url.partition("///")[2])
    back_up(live, tmp_path / "copy.db")
    await world.staff("Зимина Анна Петровна")
    await world.engines.dispose()

    kept = restore(tmp_path / "copy.db", live)
    again = restore(tmp_path / "copy.db", live)

    assert kept is not None
    assert kept != again
    with closing(sqlite3.connect(kept)) as opened:
        assert opened.execute("SELECT family FROM person").fetchall() == [("Зимина",)]
    assert kept.stat().st_mode & 0o777 == 0o600


async def test_nothing_is_restored_under_a_running_bot(world: World, database_url: str, tmp_path: Path) -> None:
    live = Path(database_url.partition("///")[2])
    back_up(live, tmp_path / "copy.db")
    await world.staff("Зимина Анна Петровна")

    with pytest.raises(DatabaseInUse):
        restore(tmp_path / "copy.db", live)

    await world.staff("Белова Ирина Николаевна")
    assert len(await world.rows(select(PersonRow.id))) == 2


def test_a_broken_database_is_replaced(tmp_path: Path) -> None:
    copy, database = tmp_path / "copy.db", tmp_path / "live.db"
    with closing(sqlite3.connect(copy)) as made:
        made.execute("CREATE TABLE x (y)")
    database.write_bytes(b"not a database at all" * 100)
    kept = restore(copy, database)
    assert kept is not None
    assert kept.read_bytes().startswith(b"not a database")
    with closing(sqlite3.connect(database)) as opened:
        assert opened.execute("SELECT count(*) FROM x").fetchone() == (0,)


def test_a_damaged_copy_is_refused_and_the_database_stays(tmp_path: Path) -> None:
    damaged, database = tmp_path / "copy.db", tmp_path / "live.db"
    damaged.write_bytes(b"not a database at all" * 100)
    database.write_bytes(b"the old one")
    with pytest.raises(BackupDamaged):
        restore(damaged, database)
    assert database.read_bytes() == b"the old one"


def test_a_missing_database_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        back_up(tmp_path / "nothing.db", tmp_path / "copy.db")
