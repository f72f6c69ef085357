"""The control board of sixty classes for a month: its statements, its price, and what years of data add to it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import event

from benchmarks import school
from benchmarks.measure import Figure, Variant, by_turns, shown
from benchmarks.school import NOW
from core.model.board import BoardBy, BoardSpan
from core.model.ids import SchoolId
from core.storage.engine import Engines, open_engines
from core.storage.work import Works
from core.usecases.board import ShowBoard, show_board
from tests.world import MovingClock

TIMES = 3
YEARS = 10
# The month of the school that is built has only begun: its period is six weeks long.
MONTH = ShowBoard(SchoolId(1), BoardSpan.PERIOD, BoardBy.TEACHER)
COLUMNS = (
    "school_id, group_id, klass_id, subject_id, grade, number, starts_at, ends_at, teacher_id, room, state, topic,"
    " attendance_at, topic_at, homework_at, marks_at"
)


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Statements, milliseconds of CPU, and the ratio of ten years' data to one's."""
    built = {f"{years} y": await school.build(folder / f"board{years}", school.ONE) for years in (1, YEARS)}
    await asyncio.to_thread(_age, folder / f"board{YEARS}" / "school.db")
    opened = {name: open_engines(places.url) for name, places in built.items()}
    yield Figure("control board of a period, 60 classes: statements", "", "", await _statements(opened["1 y"]), 10, "")
    grown = await by_turns({name: _variant(engines) for name, engines in opened.items()})
    young, old = (grown.seconds[name] for name in opened)
    yield Figure("control board of a period, 60 classes: CPU", shown(young), "", young * 1e3, 300, " ms")
    yield Figure("growth of the control board, ten years", shown(old), f"1 y {shown(young)}", grown.ratios["10 y"], 1.3)
    await asyncio.gather(*(engines.dispose() for engines in opened.values()))


def _variant(engines: Engines) -> Variant:
    works = Works(engines, MovingClock(NOW))

    async def act() -> None:
        await works.read(show_board, MONTH)

    return Variant(act, TIMES)


async def _statements(engines: Engines) -> int:
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(engines.reader.sync_engine, "before_cursor_execute", note)
    await Works(engines, MovingClock(NOW)).read(show_board, MONTH)
    event.remove(engines.reader.sync_engine, "before_cursor_execute", note)
    return len(seen)


def _age(file: Path) -> None:
    """Give the school the lessons of nine years before."""
    with closing(sqlite3.connect(file)) as db:
        for year in range(1, YEARS):
            older = f"SELECT {COLUMNS}, date(day, '-{year} years') FROM lesson WHERE day >= '2026-01-01'"
            db.execute(f"INSERT INTO lesson ({COLUMNS}, day) {older}")
        db.execute("ANALYZE")
        db.commit()
