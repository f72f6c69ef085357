"""The read models alone: the week beside raw sqlite3, and how the price grows with the school."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks import school
from benchmarks.measure import Figure, Measured, Variant, by_turns, shown
from benchmarks.school import FAMILY, NOW, TEACHER, Places
from core.model.ids import LessonId, PersonId, SchoolId
from core.storage.engine import open_engines
from core.storage.queries import duties
from core.storage.queries.duties import OpenLessons
from core.storage.work import Work, Works
from core.usecases.diary import ShowWeek, show_week
from core.usecases.marks import OpenMarks, mark_sheet
from core.usecases.progress import ShowProgress, show_progress
from tests.world import TODAY, MovingClock

TIMES = 40
MONDAY = TODAY - timedelta(days=TODAY.weekday())
LESSONS = """SELECT lesson.id, lesson.day, lesson.number, lesson.starts_at, lesson.ends_at, lesson.topic, lesson.room,
    subject.name, person.family, person.given, person.patronymic, homework.text
    FROM enrolment JOIN lesson ON lesson.klass_id = enrolment.klass_id JOIN subject ON subject.id = lesson.subject_id
    JOIN person ON person.id = lesson.teacher_id
    LEFT JOIN homework ON homework.group_id = lesson.group_id AND homework.due_on = lesson.day
    WHERE enrolment.student_id = ? AND lesson.day BETWEEN ? AND ? ORDER BY lesson.day, lesson.number"""
MARKS = """SELECT mark.lesson_id, mark.value, mark.comment, work.kind, work.weight, work.title FROM mark
    JOIN work ON work.id = mark.work_id WHERE mark.student_id = ? AND mark.lesson_id IN ({places})
    AND NOT EXISTS (SELECT 1 FROM mark AS newer WHERE newer.replaces = mark.id)"""
ATTENDANCE = """SELECT lesson_id, presence, minutes FROM attendance WHERE student_id = ? AND lesson_id IN ({places})
    AND NOT EXISTS (SELECT 1 FROM attendance AS newer WHERE newer.replaces = attendance.id)"""

Read = Callable[[Work, Places], Awaitable[Any]]


async def _week(work: Work, places: Places) -> object:
    return await show_week(work, ShowWeek(PersonId(places.children[0])))


async def _sheet(work: Work, places: Places) -> object:
    return await mark_sheet(work, OpenMarks(LessonId(places.lesson)))


async def _overdue(work: Work, _places: Places) -> object:
    return await work.run(duties.open_lessons, OpenLessons(SchoolId(1), date(2026, 9, 1), NOW))


async def _means(work: Work, places: Places) -> object:
    return await show_progress(work, ShowProgress(PersonId(places.children[0])))


READS: dict[str, tuple[Read, int | None]] = {
    "diary week": (_week, FAMILY),
    "list of a work": (_sheet, TEACHER),
    "open lessons of a school": (_overdue, None),
    "means of a child": (_means, FAMILY),
}


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Ratios to raw sqlite3, and of ten schools to a tenth of one."""
    sizes = {"0.1x": school.TENTH, "1x": school.ONE, "10x": school.TEN}
    built = {name: await school.build(folder / name, size) for name, size in sizes.items()}
    opened = {name: open_engines(places.url) for name, places in built.items()}
    works = {name: Works(engines, MovingClock(NOW)) for name, engines in opened.items()}
    with closing(sqlite3.connect(built["1x"].url.partition("///")[2])) as raw:
        week = await by_turns(
            {"raw sqlite3": _raw(raw, built["1x"]), "ours": _reading(works["1x"], built["1x"], _week)}
        )
    yield week.figure("diary week: who asks, whose child, the week", "ours", 4)
    for name, (read, who) in READS.items():
        grown = await by_turns({key: _reading(works[key], built[key], read, who) for key in sizes})
        yield _growth(f"growth of {name}, 100-fold", grown)
    await asyncio.gather(*(engines.dispose() for engines in opened.values()))


def _growth(name: str, grown: Measured) -> Figure:
    small, middle, large = (shown(grown.seconds[key]) for key in ("0.1x", "1x", "10x"))
    return Figure(name, large, f"{small}, {middle}", grown.ratios["10x"], 1.3)


def _reading(works: Works, places: Places, read: Read, who: int | None = FAMILY) -> Variant:
    async def act() -> None:
        async with works.reading(who) as work:
            await read(work, places)

    return Variant(act, TIMES)


def _raw(db: sqlite3.Connection, places: Places) -> Variant:
    span = (MONDAY.isoformat(), (MONDAY + timedelta(days=6)).isoformat())
    child = places.children[0]

    async def act() -> None:
        lessons = db.execute(LESSONS, (child, *span)).fetchall()
        ids = [row[0] for row in lessons]
        asked = ", ".join("?" * len(ids))
        for query in (MARKS, ATTENDANCE):
            db.execute(query.format(places=asked), (child, *ids)).fetchall()

    return Variant(act, TIMES)
