"""The database itself refuses to change what was recorded, whatever the statement, whoever sends it (CTL-7, JRN-9)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from core.model.attendance import Presence
from core.model.final_mark import FinalKind, TermKey
from core.model.ids import GroupId, PeriodId
from core.model.mark import MarkValue
from core.storage.rows import PeriodRow
from core.usecases.attendance import TakeAttendance, take_attendance
from core.usecases.final_marks import CorrectFinal, SetFinal, correct_final, set_final
from core.usecases.marks import SetMark, set_mark
from tests.classroom import Classroom, classroom
from tests.world import World

TABLES = ("mark", "final_mark", "attendance", "audit")
# A second unique key beside the id, through which REPLACE could push a row out.
KEYS = {"mark": "replaces", "final_mark": "replaces", "attendance": "replaces", "audit": "seq"}
BYPASSES = (
    "UPDATE {table} SET student_id = 1",
    "UPDATE OR REPLACE {table} SET id = (SELECT max(id) FROM {table}) WHERE id = (SELECT min(id) FROM {table})",
    "UPDATE OR IGNORE {table} SET student_id = 1",
    "UPDATE {table} SET student_id = other.id FROM person AS other WHERE other.id = 1",
    "UPDATE {table} SET rowid = rowid + 1000",
    "DELETE FROM {table}",
    "DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table}) RETURNING id",
    "WITH gone AS (SELECT id FROM {table}) DELETE FROM {table} WHERE id IN gone",
    "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
    "INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT DO UPDATE SET student_id = 1",
    "INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE {key} IS NOT NULL",
)
# First records are pushed out through the unique index of their places.
FIRST_RECORDS = "INSERT OR REPLACE INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE replaces IS NULL"
PLACED = ("final_mark", "attendance")
FIRST_MARK = "school_id, lesson_id, work_id, student_id, value, comment, reason, recorded_at, recorded_by"
ONE_MORE = f"INSERT INTO mark ({FIRST_MARK}) SELECT {FIRST_MARK} FROM mark LIMIT 1"


@pytest.fixture
async def file(world: World) -> Path:
    """A database with marks, attendance and audit, corrections among them."""
    room = await classroom(world)
    work, (first, second, *_) = await room.work(), room.students
    for value in (MarkValue.FOUR, MarkValue.FIVE):
        await room.do(set_mark, SetMark(work, first, value))
    await room.do(take_attendance, TakeAttendance(room.lesson, ((second, Presence.ABSENT, 0),)))
    await room.do(take_attendance, TakeAttendance(room.lesson, ((second, Presence.ILL, 0),)))
    world.clock.to(date(2026, 10, 22), 12)
    await _final_marks(world, room)
    return _database(world)


async def _final_marks(world: World, room: Classroom) -> None:
    """A period's mark, corrected, and the year's."""
    period = (await world.rows(select(PeriodRow.id).order_by(PeriodRow.starts_on)))[0][0]
    place = (GroupId(room.group), room.students[0])
    term = TermKey(FinalKind.PERIOD, PeriodId(period))
    done = await room.do(set_final, SetFinal(*place, term, MarkValue.FIVE, "progress"))
    await room.do(correct_final, CorrectFinal(done.marks[0].id, MarkValue.FOUR))
    world.clock.to(date(2027, 5, 28), 12)
    await room.do(set_final, SetFinal(*place, TermKey(FinalKind.YEAR), MarkValue.FOUR))


def _database(world: World) -> Path:
    return Path(world.engines.writer.sync_engine.url.database or "")


def _bypasses() -> Iterator[tuple[str, str]]:
    yield from ((table, statement) for table in TABLES for statement in BYPASSES)
    yield from ((table, FIRST_RECORDS) for table in PLACED)


@pytest.mark.parametrize("ours", [True, False], ids=["our connection", "a foreign one"])
async def test_recorded_rows_stay(file: Path, ours: bool) -> None:
    with closing(sqlite3.connect(file)) as db:
        # What SQLite's own tool would do leaves triggers of REPLACE asleep.
        db.execute(f"PRAGMA recursive_triggers = {int(ours)}")
        before = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
        assert all(len(rows) > 1 for rows in before.values())
        passed = [statement for table, statement in _bypasses() if not _refused(db, table, statement)]
        after = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    assert passed == []
    assert after == before


def _refused(db: sqlite3.Connection, table: str, statement: str) -> bool:
    columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})") if row[1] != "id")
    try:
        db.execute(statement.format(table=table, columns=columns, key=KEYS[table])).fetchall()
    except sqlite3.IntegrityError as error:
        return "append-only" in str(error)
    return False


async def test_guards_cost_the_same_whatever_the_journal_holds(world: World) -> None:
    """They look their row up; a guard that reads the table makes a school slower from week to week.

    Nothing is corrected here: the statistics of a column without values are what leads the planner astray.
    """
    room = await classroom(world)
    await room.do(set_mark, SetMark(await room.work(), room.students[0], MarkValue.FOUR))
    with closing(sqlite3.connect(_database(world))) as db:
        steps = []
        for many in (20, 2000):
            for _ in range(many):
                db.execute(ONE_MORE)
            db.execute("ANALYZE")
            steps.append(_steps(db, ONE_MORE))
    assert steps[1] < steps[0] * 1.5


def _steps(db: sqlite3.Connection, statement: str) -> int:
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    db.set_progress_handler(step, 1)
    db.execute(statement)
    db.set_progress_handler(None, 0)
    return taken
