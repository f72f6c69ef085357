"""Load and timetable against each other and against the bells; clashes with both places (ADM-3)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.intake.problems import sheet_problem, taught
from core.model.calendar import Bell
from core.model.people import Role
from core.model.workbook import KlassLine, LoadLine, Problem, Severity, TimetableLine, Workbook
from core.rules.timetable import BellSetUnclear, Booking, Slot, bell_for, bell_set_of, clashes, weekly_hours

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
Owner = tuple[str, str, str]


@dataclass(slots=True)
class Week:
    """The timetable seen against the rest of the workbook: slots and teachers by the number of the line.

    While the load has errors of its own (`loads_sound` is false), lessons are not blamed for what it lacks.
    """

    book: Workbook
    klasses: Mapping[str, KlassLine]
    bells: tuple[Bell, ...]
    loads: Mapping[Owner, list[LoadLine]]
    members: Mapping[Owner, frozenset[str]]
    loads_sound: bool
    slots: dict[int, Slot] = field(default_factory=dict)
    teachers: dict[int, tuple[str, ...]] = field(default_factory=dict)


def check_schedule(book: Workbook) -> Iterator[Problem]:
    """Tell of doubtful load lines, lessons outside the bells or without a teacher, clashes and differing hours."""
    week = _week(book)
    yield from _check_loads(book)
    yield from _place_klasses(week)
    for at, line in enumerate(book.timetable):
        yield from _place(week, at, line)
        yield from _staff(week, at, line)
    yield from _teachers_twice(week)
    yield from _rooms_twice(week)
    yield from _klasses_twice(week)
    yield from _hours(week)


def _week(book: Workbook) -> Week:
    loads: dict[Owner, list[LoadLine]] = defaultdict(list)
    for line in book.loads:
        loads[_owner(line)].append(line)
    bells = tuple(
        Bell(line.bell_set, line.number, line.starts, line.ends, line.weekdays, line.grades) for line in book.bells
    )
    members = {_owner(line): frozenset(line.students) for line in book.groups}
    blamed = {problem.sheet for problem in book.problems if problem.severity is _ERROR}
    sound = bool(book.loads) and book.loads[0].place.sheet not in blamed
    return Week(book, {line.name: line for line in book.klasses}, bells, loads, members, sound)


def _owner(line: Any) -> Owner:
    return line.klass, line.subject, line.group


def _check_loads(book: Workbook) -> Iterator[Problem]:
    teaching = {line.code for line in book.staff if line.roles & {Role.TEACHER, Role.PSYCHOLOGIST}}
    known = {line.code for line in book.staff}
    seen: dict[tuple[Owner, str], LoadLine] = {}
    told: set[str] = set()
    for line in book.loads:
        first = seen.setdefault((_owner(line), line.teacher), line)
        if first is not line:
            values: dict[str, str | int] = {"what": taught(line), "other_row": first.place.row}
            yield sheet_problem("load-twice", _ERROR, "loads", line, "subject", **values)
        if line.teacher in known - teaching - told:
            told.add(line.teacher)
            yield sheet_problem("not-a-teacher", _WARNING, "loads", line, "teacher", value=line.teacher)


def _place_klasses(week: Week) -> Iterator[Problem]:
    for line in week.klasses.values() if week.bells else ():
        try:
            bell_set_of(week.bells, line.bell_set, line.grade)
        except BellSetUnclear:
            yield sheet_problem("bell-set-unclear", _ERROR, "klasses", line, "bell_set", klass=line.name)


def _place(week: Week, at: int, line: TimetableLine) -> Iterator[Problem]:
    """Find the slot of a line by the bells of its class."""
    school, klass = week.book.school, week.klasses.get(line.klass)
    if school and line.weekday >= school.week_days:
        yield sheet_problem("weekday-off", _WARNING, "timetable", line, "weekday", days=school.week_days)
    if line.since and line.until and line.until < line.since:
        yield sheet_problem("end-before-start", _ERROR, "timetable", line, "until")
    if klass is None or not week.bells:
        return
    try:
        bell_set = bell_set_of(week.bells, klass.bell_set, klass.grade)
    except BellSetUnclear:
        return
    bell = bell_for(week.bells, bell_set, klass.grade, line.weekday, line.number)
    if bell is None:
        values: dict[str, str | int] = {"value": line.number, "bell_set": bell_set, "other": klass.place.sheet}
        values["other_row"] = klass.place.row
        yield sheet_problem("outside-bells", _ERROR, "timetable", line, "number", **values)
    elif bell.starts < bell.ends:
        week.slots[at] = Slot(line.weekday, bell.starts, bell.ends, line.parity, line.since, line.until)


def _staff(week: Week, at: int, line: TimetableLine) -> Iterator[Problem]:
    """Find who teaches a line: its own teacher, else the one of the load."""
    loads = week.loads.get(_owner(line), [])
    teachers = tuple(dict.fromkeys(load.teacher for load in loads))
    week.teachers[at] = (line.teacher,) if line.teacher else teachers[:1]
    values: dict[str, str | int] = {"what": taught(line)}
    if not loads:
        yield from _unloaded(week, line)
    elif not line.teacher and len(teachers) > 1:
        rows = ", ".join(str(load.place.row) for load in loads)
        yield sheet_problem("teacher-unclear", _ERROR, "timetable", line, "teacher", **values, rows=rows)
    elif line.teacher and line.teacher not in teachers:
        values |= {"value": line.teacher, "other": teachers[0], "other_row": loads[0].place.row}
        yield sheet_problem("teacher-differs", _WARNING, "timetable", line, "teacher", **values)


def _unloaded(week: Week, line: TimetableLine) -> Iterator[Problem]:
    what = taught(line)
    if not week.loads_sound:
        return
    if not line.group and any(owner[:2] == (line.klass, line.subject) for owner in week.loads):
        yield sheet_problem("group-needed", _ERROR, "timetable", line, "group", what=what)
    elif not line.teacher:
        yield sheet_problem("lesson-without-teacher", _ERROR, "timetable", line, "teacher", what=what)
    else:
        yield sheet_problem("load-missing", _WARNING, "timetable", line, "subject", what=what)


def _teachers_twice(week: Week) -> Iterator[Problem]:
    booked = (Booking(code, slot, at) for at, slot in week.slots.items() for code in week.teachers[at])
    for one, other in clashes(booked):
        yield _clash(week, "teacher-twice", "teacher", one, other, value=week.teachers[other][0])


def _rooms_twice(week: Week) -> Iterator[Problem]:
    booked = []
    for at, slot in week.slots.items():
        room = _room(week, at)
        if room:
            building = week.klasses[week.book.timetable[at].klass].building
            booked.append(Booking((building, room), slot, at))
    for one, other in clashes(booked):
        yield _clash(week, "room-twice", "room", one, other, value=_room(week, other))


def _room(week: Week, at: int) -> str:
    line = week.book.timetable[at]
    loads = week.loads.get(_owner(line), [])
    return line.room or next((load.room for load in loads if load.teacher in week.teachers[at]), "")


def _klasses_twice(week: Week) -> Iterator[Problem]:
    lines = week.book.timetable
    booked = (Booking(lines[at].klass, slot, at) for at, slot in week.slots.items())

    def may_share(one: int, other: int) -> bool:
        return _apart(week, lines[one], lines[other])

    for one, other in clashes(booked, may_share):
        yield _clash(week, "klass-twice", "number", one, other, value=lines[other].klass)


def _apart(week: Week, one: TimetableLine, other: TimetableLine) -> bool:
    """Two groups may be taught at one time when no student is in both."""
    if not one.group or not other.group or _owner(one) == _owner(other):
        return False
    first, second = week.members.get(_owner(one)), week.members.get(_owner(other))
    return not (first and second and first & second)


def _clash(week: Week, code: str, attribute: str, one: int, other: int, **values: str | int) -> Problem:
    first, line = week.book.timetable[one], week.book.timetable[other]
    values |= {"what": taught(line), "other": taught(first), "other_row": first.place.row}
    return sheet_problem(code, _ERROR, "timetable", line, attribute, **values)


def _hours(week: Week) -> Iterator[Problem]:
    """Compare the hours of the load with the lessons of the week, where both sheets could be read."""
    school, lines = week.book.school, week.book.timetable
    if school is None or not lines or any(problem.severity is _ERROR for problem in week.book.problems):
        return
    entries = ((_owner(lines[at]), slot) for at, slot in week.slots.items())
    given = weekly_hours(entries, school.year.starts_on, school.year.ends_on)
    rows: dict[Owner, int] = {}
    for line in lines:
        rows.setdefault(_owner(line), line.place.row)
    for owner, loads in week.loads.items():
        planned = sum((load.hours for load in loads), Decimal(0))
        lessons = given.get(owner, Decimal(0))
        if planned != lessons:
            yield _differ(loads[0], planned, lessons, rows.get(owner, 0))


def _differ(load: LoadLine, planned: Decimal, given: Decimal, row: int) -> Problem:
    values: dict[str, str | int] = {"what": taught(load), "planned": _plain(planned)}
    if not given:
        return sheet_problem("hours-none", _WARNING, "loads", load, "hours", **values)
    values |= {"given": _plain(given), "other_row": row}
    return sheet_problem("hours-differ", _WARNING, "loads", load, "hours", **values)


def _plain(hours: Decimal) -> str:
    return f"{hours.normalize():f}".replace(".", ",")
