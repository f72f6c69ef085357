"""The concrete lessons of the year follow the timetable: what was made by hand or has a record stays (ADM-3)."""

import asyncio
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from core.model.calendar import Bell, CalendarEntry
from core.model.importing import Fate, KindChange
from core.model.lesson import LessonState
from core.rules.calendar import SchoolCalendar, at_local
from core.rules.difference import Record
from core.rules.school_targets import weekdays_from_mask, year_of
from core.rules.year_lessons import LessonKey, PlannedLesson, WeeklyLesson, YearPlanner
from core.storage.gateways import school_import
from core.storage.queries import importing
from core.usecases.import_run import PAGE, Run, batches

GroupName = tuple[str, str, str]
Planned = dict[LessonKey[GroupName], PlannedLesson[str]]

_DAY = timedelta(days=1)
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


class Timetabled:
    """A year's timetable as one side of the comparison has it: the stored one, or the workbook's."""

    def __init__(self, settings: Record, records: Mapping[str, Iterable[Record]]) -> None:
        """Take the school's settings and the records of calendar, bells, classes and timetable."""
        entries = [_entry(record) for record in records["calendar"]]
        bells = [_bell(record) for record in records["bells"]]
        zone = settings["zone"]
        self.frame = (
            settings["year_start"],
            settings["year_end"],
            settings["week_days"],
            zone,
            frozenset(bells),
            frozenset(entries),
        )
        calendar = SchoolCalendar(entries, settings["week_days"], settings["year_start"], settings["year_end"])
        self._planner = YearPlanner(calendar, bells, ZoneInfo(zone))
        self._klasses = {record["name"]: record for record in records["klasses"]}
        self._weekly: dict[str, list[WeeklyLesson[GroupName, str]]] = defaultdict(list)
        for record in records["timetable"]:
            self._weekly[record["group_id"][0]].append(_weekly(record))

    def terms(self, klass: str) -> tuple[Hashable, ...]:
        """Give everything the lessons of a class depend on, besides the frame."""
        record = self._klasses.get(klass)
        return (record["grade"], record["bell_set"], frozenset(self._weekly[klass])) if record else ()

    def lessons(self, klass: str) -> Planned:
        """Give the lessons of a class."""
        record = self._klasses.get(klass)
        if record is None:
            return {}
        return self._planner.lessons(record["grade"], record["bell_set"], self._weekly[klass])


class LessonRun:
    """Brings the lessons of class after class in line.

    A class without lessons gets those of the whole year. Another one is changed from now on only, and only where the
    new timetable differs from the stored one: so substitutions, moves and recorded lessons are left alone.
    """

    def __init__(self, run: Run, before: Record) -> None:
        """Take the import after all kinds are settled, and the settings that the school had before it."""
        self._run = run
        self._new = _timetabled(run, run.wanted)
        stored = {kind: [each.record for each in found.values()] for kind, found in run.stored.items()}
        self._old = Timetabled(before, stored) if before else None
        self._counts: dict[Fate, int] = defaultdict(int)

    async def settle(self) -> KindChange:
        """Compare, and write when writing; give the counts."""
        run = self._run
        filled: frozenset[int] = frozenset()
        if run.school is not None:
            year = year_of(run.book)
            start = at_local(year.starts_on, time(), ZoneInfo(_zone(run)))
            filled = await run.work.run(importing.klasses_with_lessons, run.school, start)
        for klass in run.wanted["klasses"]:
            key = run.ids["klasses"].get(klass)
            await self._klass(str(klass), key, key in filled)
            await asyncio.sleep(0)
        return KindChange("lessons", dict(self._counts))

    async def _klass(self, klass: str, key: int | None, filled: bool) -> None:
        old = self._old if filled else None
        if old and old.frame == self._new.frame and old.terms(klass) == self._new.terms(klass):
            return
        wanted = await asyncio.to_thread(self._new.lessons, klass)
        known = await asyncio.to_thread(old.lessons, klass) if old else {}
        after = self._run.work.now if filled else _NEVER
        # Lessons of the same day that have begun keep their places, too.
        stored = await self._stored(key, after - _DAY if filled else after)
        await self._create(
            klass, {at: new for at, new in wanted.items() if at not in known and at not in stored}, after
        )
        coming = {at: row for at, row in stored.items() if row["starts_at"] > after}
        await self._remove([coming[at] for at in known.keys() - wanted.keys() if at in coming])
        both = known.keys() & coming.keys()
        differ = ((at, new) for at, new in wanted.items() if at in both and known[at] != new)
        await self._change([(coming[at], known[at], new) for at, new in differ])

    async def _stored(self, key: int | None, after: datetime) -> dict[LessonKey[GroupName], dict[str, Any]]:
        if key is None or self._run.school is None:
            return {}
        names: Mapping[int, Any] = {id_: name for name, id_ in self._run.ids["groups"].items()}
        rows = await self._run.work.run(importing.klass_lessons, key, after)
        return {(names[row["group_id"]], row["day"], row["number"]): row for row in rows}

    async def _create(self, klass: str, lessons: Planned, after: datetime) -> None:
        coming = [(at, lesson) for at, lesson in lessons.items() if lesson.starts_at > after]
        self._counts[Fate.CREATED] += len(coming)
        if not self._run.writing:
            return
        for batch in batches(coming, PAGE):
            rows = [self._row(klass, at, lesson) for at, lesson in batch]
            await self._run.work.run(school_import.append, "lessons", rows)

    def _row(self, klass: str, at: LessonKey[GroupName], lesson: PlannedLesson[str]) -> dict[str, Any]:
        ids, (group, day, number) = self._run.ids, at
        return {
            "school_id": self._run.school,
            "group_id": ids["groups"][group],
            "klass_id": ids["klasses"][klass],
            "subject_id": ids["subjects"][group[1]],
            "grade": self._run.wanted["klasses"][klass]["grade"],
            "day": day,
            "number": number,
            "starts_at": lesson.starts_at,
            "ends_at": lesson.ends_at,
            "teacher_id": ids["staff"][lesson.teacher],
            "room": lesson.room,
            "state": LessonState.PLANNED,
        }

    async def _remove(self, rows: list[dict[str, Any]]) -> None:
        free = [row["id"] for row in rows if not row["touched"]]
        held: set[int] = set()
        for batch in batches(free, PAGE):
            used = await self._run.work.run(importing.referenced, "lessons", batch)
            held |= used
            if self._run.writing:
                await self._run.work.run(school_import.remove, "lessons", [key for key in batch if key not in used])
        self._counts[Fate.ENDED] += len(free) - len(held)
        self._counts[Fate.MISSING] += len(rows) - len(free) + len(held)

    async def _change(self, lessons: list[tuple[dict[str, Any], PlannedLesson[str], PlannedLesson[str]]]) -> None:
        """Change what still is as the old timetable had it; what somebody set by hand stays."""
        ids = self._run.ids["staff"]
        rows = []
        for row, old, new in lessons:
            before, after = _columns(old, ids), _columns(new, ids)
            follows = {name: after[name] if row[name] == before[name] else row[name] for name in after}
            if any(row[name] != value for name, value in follows.items()):
                rows.append({"id": row["id"]} | follows)
        self._counts[Fate.CHANGED] += len(rows)
        for batch in batches(rows, PAGE) if self._run.writing else ():
            await self._run.work.run(school_import.change, "lessons", batch)


def _columns(lesson: PlannedLesson[str], ids: Mapping[Hashable, int]) -> dict[str, Any]:
    teacher = ids.get(lesson.teacher, 0)
    return {"starts_at": lesson.starts_at, "ends_at": lesson.ends_at, "teacher_id": teacher, "room": lesson.room}


def _timetabled(run: Run, wanted: Mapping[str, Mapping[Hashable, Record]]) -> Timetabled:
    """Give the workbook's side; a sheet that it does not have stays as it is stored."""
    records: dict[str, Iterable[Record]] = {}
    for kind in ("calendar", "bells", "klasses", "timetable"):
        stored = [each.record for each in run.stored[kind].values()]
        records[kind] = wanted[kind].values() if kind in wanted else stored
    year = year_of(run.book)
    line = run.book.school
    week_days = line.week_days if line else 5
    settings = {"zone": _zone(run), "week_days": week_days, "year_start": year.starts_on, "year_end": year.ends_on}
    return Timetabled(settings, records)


def _zone(run: Run) -> str:
    return run.book.school.zone if run.book.school else "UTC"


def _entry(record: Record) -> CalendarEntry:
    columns = ("name", "kind", "starts_on", "ends_on", "grades", "taught_as_day", "taught_as_weekday")
    return CalendarEntry(*(record[name] for name in columns))


def _bell(record: Record) -> Bell:
    weekdays = weekdays_from_mask(record["weekdays"])
    return Bell(record["bell_set"], record["number"], record["starts"], record["ends"], weekdays, record["grades"])


def _weekly(record: Record) -> WeeklyLesson[GroupName, str]:
    columns = ("group_id", "weekday", "number", "parity", "since", "until", "teacher_id", "room")
    return WeeklyLesson(*(record[name] for name in columns))
