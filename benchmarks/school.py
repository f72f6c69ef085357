"""A lived quarter to measure on: so many schools of so many classes, each child's diary alike at every size."""

import asyncio
import itertools
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, insert

from core.model.calendar import PeriodKind
from core.model.people import PersonKind, Role, Sex
from core.model.school import ALL_GRADES, EditWindow, Preset
from core.rules.consent import CONSENT_VERSION
from core.storage.rows import (
    AccountRow,
    AssignmentRow,
    BindingRow,
    ConsentRow,
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    KlassRow,
    PeriodRow,
    PersonRow,
    Row,
    SchoolRow,
    StaffRoleRow,
    SubjectRow,
)
from tests.world import BELLS, TODAY, local, migrated_copy

FIRST_DAY = date(2026, 9, 1)
STUDENTS = 25
SUBJECTS = ("Алгебра", "Русский язык", "Литература", "История", "Биология", "Физкультура")
MARKED, MISSING = 6, 2
NOW = local(TODAY, 14)
# Telegram ids of those who press: the first class's teacher, and families of the first school in the order of classes.
TEACHER, FAMILY = 1001, 2001


@dataclass(frozen=True, slots=True)
class Size:
    """How much: schools, classes in each."""

    schools: int
    klasses: int


TENTH, ONE, TEN = Size(1, 6), Size(1, 60), Size(10, 60)


@dataclass(frozen=True, slots=True)
class Places:
    """Ids to act with: the first class's children, all of the first school, an open lesson with a work of today."""

    url: str
    children: tuple[int, ...]
    everybody: tuple[int, ...]
    teacher: int
    lesson: int
    work: int
    marks: int


class _Builder:
    def __init__(self, file: Path) -> None:
        self._engine = create_engine(f"sqlite:///{file}")
        self.small: dict[type[Row], list[dict[str, Any]]] = {}
        self.big: dict[str, list[tuple[Any, ...]]] = {}
        self._ids: dict[Any, Iterator[int]] = {}

    def add(self, table: type[Row], **values: Any) -> int:
        key = self._next(table)
        self.small.setdefault(table, []).append({"id": key, **values})
        return key

    def put(self, table: str, *values: Any) -> int:
        key = self._next(table)
        self.big.setdefault(table, []).append((key, *values))
        return key

    def _next(self, table: Any) -> int:
        return next(self._ids.setdefault(table, itertools.count(1)))

    def write(self) -> None:
        with self._engine.begin() as db:
            for table, rows in self.small.items():
                db.execute(insert(table), rows)
        connection: Any = self._engine.raw_connection()
        _write_big(connection.driver_connection, self.big)
        connection.close()
        self._engine.dispose()


COLUMNS = {
    "lesson": "id, school_id, group_id, klass_id, subject_id, grade, day, number, starts_at, ends_at, teacher_id, room,"
    " state, topic, attendance_at, topic_at, homework_at, marks_at",
    "work": "id, lesson_id, kind, weight, title",
    "mark": "id, school_id, lesson_id, work_id, student_id, value, comment, reason, recorded_at, recorded_by",
    "attendance": "id, school_id, lesson_id, student_id, presence, minutes, reason, recorded_at, recorded_by",
    "homework": "id, school_id, lesson_id, group_id, due_on, kind, text, set_at, set_by",
}


def _write_big(db: sqlite3.Connection, tables: dict[str, list[tuple[Any, ...]]]) -> None:
    # Guards cost more than rows here; they are measured where a lesson is saved.
    guards = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        db.execute(f"DROP TRIGGER {name}")
    for table, rows in tables.items():
        places = ", ".join("?" * len(rows[0]))
        db.executemany(f"INSERT INTO {table} ({COLUMNS[table]}) VALUES ({places})", rows)
    for _, statement in guards:
        db.execute(statement)
    db.execute("ANALYZE")
    db.commit()


async def build(folder: Path, size: Size) -> Places:
    """Make the database in a folder of its own."""
    return await asyncio.to_thread(_build, folder, size)


def _build(folder: Path, size: Size) -> Places:
    folder.mkdir()
    url = migrated_copy(folder, folder.parent / "template.db")
    made = _Builder(folder / "school.db")
    klasses: list[Places] = []
    for _ in range(size.schools):
        school, subjects = _school(made)
        for number in range(size.klasses):
            klasses.append(_klass(made, school, subjects, number, url, open_today=not klasses))
    made.write()
    everybody = tuple(child for klass in klasses[: size.klasses] for child in klass.children)
    return replace(klasses[0], everybody=everybody)


def _school(made: _Builder) -> tuple[int, list[int]]:
    school = made.add(
        SchoolRow,
        name="Школа у реки",
        short_name="Школа у реки",
        zone="Europe/Moscow",
        year_start=FIRST_DAY,
        year_end=date(2027, 5, 31),
        preset=Preset.MOSCOW_REGION,
        edit_window=EditWindow.TWO_WEEKS,
    )
    period = {"name": "1 четверть", "kind": PeriodKind.QUARTER, "grades": ALL_GRADES}
    made.add(PeriodRow, school_id=school, **period, starts_on=FIRST_DAY, ends_on=date(2026, 10, 24))
    return school, [made.add(SubjectRow, school_id=school, name=name, short=name) for name in SUBJECTS]


def _person(made: _Builder, school: int, kind: PersonKind, number: int) -> int:
    name = {"family": f"Фамилин{number}", "given": "Лев", "patronymic": "Львович", "sex": Sex.MALE}
    return made.add(PersonRow, school_id=school, kind=kind, code=f"{kind}{number}", **name)


def _klass(made: _Builder, school: int, subjects: list[int], number: int, url: str, *, open_today: bool) -> Places:
    teacher = _person(made, school, PersonKind.STAFF, number)
    made.add(StaffRoleRow, person_id=teacher, role=Role.TEACHER, grades=ALL_GRADES)
    grade = 5 + number % 7
    klass = made.add(KlassRow, school_id=school, name=f"{grade}-{number}", grade=grade, bell_set="")
    children = []
    for seat in range(STUDENTS):
        child = _person(made, school, PersonKind.STUDENT, number * STUDENTS + seat)
        made.add(EnrolmentRow, student_id=child, klass_id=klass, since=FIRST_DAY)
        guardian = _person(made, school, PersonKind.GUARDIAN, number * STUDENTS + seat)
        made.add(GuardianshipRow, guardian_id=guardian, student_id=child, relation="мать")
        children.append(child)
        if school == 1:
            _enter(made, FAMILY + number * STUDENTS + seat, guardian)
    if open_today:
        _enter(made, TEACHER, teacher)
    groups = [made.add(GroupRow, school_id=school, klass_id=klass, subject_id=subject, name="") for subject in subjects]
    for group in groups:
        made.add(AssignmentRow, group_id=group, teacher_id=teacher, hours=500, room="21")
    lessons = _Lessons(made, school, klass, grade, teacher, children)
    for day in _days():
        for order, (group, subject) in enumerate(zip(groups, subjects, strict=True)):
            lessons.live(day, order, group, subject, filled=day < TODAY or not open_today)
    return Places(url, tuple(children), (), teacher, lessons.last, lessons.last_work, lessons.marks)


def _enter(made: _Builder, telegram: int, person: int) -> None:
    account = made.add(AccountRow, telegram_id=telegram, language="ru", created_at=NOW, focus_person_id=person)
    made.add(BindingRow, account_id=account, person_id=person, since=NOW, confirmed_at=NOW)
    made.add(ConsentRow, account_id=account, version=CONSENT_VERSION, text_hash="0" * 64, given_at=NOW)


def _days() -> Iterable[date]:
    span = (FIRST_DAY + timedelta(days=offset) for offset in range((TODAY - FIRST_DAY).days + 2))
    return (day for day in span if day.weekday() < 5)


@dataclass(slots=True)
class _Lessons:
    made: _Builder
    school: int
    klass: int
    grade: int
    teacher: int
    children: list[int]
    last: int = 0
    last_work: int = 0
    marks: int = 0

    def live(self, day: date, order: int, group: int, subject: int, *, filled: bool) -> None:
        hour, minute = BELLS[order]
        starts = local(day, hour, minute)
        at, ends = _text(starts), _text(starts + timedelta(minutes=45))
        done = (at,) * 4 if filled else (None,) * 4
        names = (self.school, group, self.klass, subject, self.grade, day.isoformat(), order + 1, at, ends)
        lesson = self.made.put("lesson", *names, self.teacher, "21", "planned", "Тема урока", *done)
        work = self.made.put("work", lesson, "answer", 1, "")
        if day <= TODAY:
            self.last, self.last_work = lesson, work
            self._mark(lesson, work, at, day.toordinal() + order)
        if filled:
            self._miss(lesson, at, day.toordinal() + order)
        due = (day + timedelta(days=7)).isoformat()
        homework = (self.school, lesson, group, due, "written", "§ 14, № 3–5, выучить правило", at, self.teacher)
        self.made.put("homework", *homework)

    def _mark(self, lesson: int, work: int, at: str, turn: int) -> None:
        count = len(self.children)
        for step in range(MARKED):
            child = self.children[(turn * MARKED + step) % count]
            value = str(2 + (turn + step) % 4)
            self.marks += 1
            self.made.put("mark", self.school, lesson, work, child, value, "", "", at, self.teacher)

    def _miss(self, lesson: int, at: str, turn: int) -> None:
        count = len(self.children)
        for step in range(MISSING):
            child = self.children[(turn * MISSING + step) % count]
            self.made.put("attendance", self.school, lesson, child, "absent", 0, "", at, self.teacher)


def _text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%d %H:%M:%S.%f")
