"""A school that has been at work since the first shape: nothing is lost on its way up, and work goes on.

`first_school.sql` is what the program of that time left behind: marks and attendance, corrected ones among them,
homework, letters, audit.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, select

from core.model.ids import MarkId, SchoolId
from core.model.mark import MarkValue
from core.storage import schema
from core.storage.queries.chain import verify
from core.storage.rows import AuditRow, MarkRow, Row, SchoolRow
from core.usecases.marks import CorrectMark, correct_mark
from tests.world import open_world

FIRST = "0002"
# What the second issue of the first steps had made of them is what 0003 gives.
GROWN = "0003"
SCHOOL = Path(__file__).with_name("first_school.sql")
TEACHER = 5001
APPEND_ONLY = ("mark", "final_mark", "attendance", "audit", "lesson_change", "regulation_override", "chain_anchor")

Rows = dict[str, list[tuple[object, ...]]]


def to(file: Path, revision: str) -> None:
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        move = command.upgrade if (schema.current(connection) or "") < revision else command.downgrade
        move(schema._config(connection), revision)
    engine.dispose()


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """The database of a school in the first shape."""
    file = tmp_path / "first.db"
    to(file, FIRST)
    with closing(sqlite3.connect(file)) as db:
        db.executescript(SCHOOL.read_text("utf-8"))
    return file


def columns(file: Path) -> dict[str, str]:
    """The columns of every table that holds something, as they are listed in a query."""
    with closing(sqlite3.connect(file)) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        listed = {name: db.execute(f"PRAGMA table_info({name})").fetchall() for name in tables}
    return {
        name: ", ".join(f'"{row[1]}"' for row in rows) for name, rows in listed.items() if name != "alembic_version"
    }


def content(file: Path, wanted: dict[str, str]) -> Rows:
    with closing(sqlite3.connect(file)) as db:
        return {table: db.execute(f"SELECT {names} FROM {table}").fetchall() for table, names in wanted.items()}


def triggers(file: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as db:
        return set(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))


def test_rows_of_the_first_shape_are_kept(school: Path) -> None:
    wanted = columns(school)
    before = content(school, wanted)
    assert all(before[table] for table in ("mark", "attendance", "audit", "letter", "letter_item", "homework"))
    to(school, schema.head())
    assert content(school, wanted) == before
    with closing(sqlite3.connect(school)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_the_first_shape_did_not_know_has_the_meaning_of_a_school_founded_now(school: Path) -> None:
    to(school, schema.head())
    settings = ("deviations", "escalation_days")
    with closing(sqlite3.connect(school)) as db:
        had = db.execute(f"SELECT {', '.join(settings)} FROM school").fetchone()
        entered = db.execute("SELECT DISTINCT entered_at FROM person").fetchall()
    assert had == tuple(SchoolRow.__table__.c[name].default.arg for name in settings)
    assert entered == [(None,)]


async def test_work_goes_on_where_the_first_shape_left_it(school: Path) -> None:
    to(school, schema.head())
    world = open_world(f"sqlite+aiosqlite:///{school}")
    world.clock.shift(hours=1)
    try:
        await world.do(correct_mark, CorrectMark(MarkId(2), MarkValue.FOUR), TEACHER)
        chain = select(MarkRow.value).where(MarkRow.root == 2)
        assert [row.value for row in await world.rows(chain)] == [MarkValue.FOUR]
        async with world.works.reading() as work:
            found = await work.run(verify, SchoolId(1))
        written = await world.rows(select(AuditRow.seq))
    finally:
        await world.engines.dispose()
    assert (found.length, found.broken) == (len(written), None)
    assert len(written) > 9


def test_every_step_up_and_down_leaves_the_school_as_it_was(school: Path) -> None:
    wanted = columns(school)
    before, guards = content(school, wanted), triggers(school)
    to(school, schema.head())
    grown = triggers(school)
    to(school, FIRST)
    assert (content(school, columns(school)), triggers(school)) == (before, guards)
    to(school, schema.head())
    assert (content(school, wanted), triggers(school)) == (before, grown)


def test_a_school_that_has_it_all_and_calls_itself_0002_passes_without_harm(school: Path, tmp_path: Path) -> None:
    to(school, GROWN)
    with closing(sqlite3.connect(school)) as db, db:
        db.execute("UPDATE school SET deviations = 'x', escalation_days = 5")
        db.execute("INSERT INTO chain_anchor VALUES (1, 1, '2026-10-15', 9, x'00', '2026-10-15 21:00:00.000000')")
        db.execute("UPDATE alembic_version SET version_num = '0002'")
    wanted = columns(school)
    before = content(school, wanted)
    to(school, schema.head())
    assert content(school, wanted) == before
    new = tmp_path / "new.db"
    to(new, schema.head())
    assert triggers(school) == triggers(new)


BYPASSES: tuple[Callable[[str], str], ...] = (
    lambda table: f"UPDATE {table} SET id = id",
    lambda table: f"DELETE FROM {table}",
    lambda table: f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
)


def test_every_table_that_only_grows_refuses_the_rest(school: Path) -> None:
    to(school, schema.head())
    kept = {mapper.class_.__tablename__ for mapper in Row.registry.mappers if _only_grows(mapper.class_)} | {
        *APPEND_ONLY
    }
    with closing(sqlite3.connect(school)) as db:
        for table in sorted(kept):
            _plant(db, table)
            for bypass in BYPASSES:
                with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
                    db.execute(bypass(table))


def _only_grows(row: type[Row]) -> bool:
    return (row.__doc__ or "").startswith("Append-only")


def _plant(db: sqlite3.Connection, table: str) -> None:
    """Have a row there; what it refers to is of no matter."""
    if db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
        return
    needed = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[3] and row[4] is None]
    names = ", ".join(f'"{name}"' for name in needed)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('1' for _ in needed)})")
