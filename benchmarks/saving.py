"""A lesson saved: 25 marks with audit and events in one durable transaction, beside the same rows by raw sqlite3."""

import itertools
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

from benchmarks import school
from benchmarks.measure import Figure, Variant, by_turns
from benchmarks.running import Running, running
from benchmarks.school import NOW, TEACHER, Places
from core.model.ids import PersonId, WorkId
from core.model.mark import MarkValue
from core.storage.engine import WRITER_PRAGMAS
from core.usecases.marks import SetMarks, set_marks

TIMES = 4
AT = NOW.strftime("%Y-%m-%d %H:%M:%S.%f")
MARK = """INSERT INTO mark (school_id, lesson_id, work_id, student_id, value, comment, reason, recorded_at, recorded_by)
    VALUES (1, ?, ?, ?, ?, '', '', ?, ?)"""
AUDIT = """INSERT INTO audit (school_id, seq, at, kind, account_id, person_id, role, subject_id, lesson_id, student_id,
    before, after, extra, hash) VALUES (1, ?, ?, 'mark.set', 1, ?, 'teacher', 1, ?, ?, '4', '5', '{}', ?)"""
EVENT = "INSERT INTO event (school_id, kind, subject_id, student_id, actor_id, at) VALUES (1, 'mark', 1, ?, ?, ?)"


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Both write to a school of their own."""
    apart = await school.build(folder / "raw", school.TENTH)
    async with running(await school.build(folder / "saving", school.TENTH)) as run:
        with closing(sqlite3.connect(apart.url.partition("///")[2], isolation_level=None)) as db:
            for pragma in WRITER_PRAGMAS:
                db.execute(pragma)
            found = await by_turns({"raw sqlite3": _raw(db, apart), "ours": _ours(run)})
    yield found.figure("a lesson saved: 25 marks, audit, events", "ours", 5)


def _ours(run: Running) -> Variant:
    # A lesson of its own each time, back through the fortnight in which they may be written into.
    works = itertools.count(run.places.work, -1)
    entries = tuple((PersonId(child), (MarkValue.FIVE,)) for child in run.places.children)

    async def act() -> None:
        command = SetMarks(WorkId(next(works)), entries, despite_absence=True, reason="typo")
        await run.works.change(set_marks, command, TEACHER)

    return Variant(act, TIMES)


def _raw(db: sqlite3.Connection, places: Places) -> Variant:
    numbers = itertools.count(1)
    lesson, work, teacher = places.lesson, places.work, places.teacher

    async def act() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.executemany(MARK, [(lesson, work, child, "5", AT, teacher) for child in places.children])
        audit = [(next(numbers), AT, teacher, lesson, child, bytes(32)) for child in places.children]
        db.executemany(AUDIT, audit)
        db.executemany(EVENT, [(child, teacher, AT) for child in places.children])
        db.execute("COMMIT")

    return Variant(act, TIMES)
