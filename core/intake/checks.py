"""What can be wrong with a workbook whose cells all read well: periods, calendar, bells, people, classes."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, islice
from typing import Any

from core.intake.groups import check_groups, settle_groups
from core.intake.letters import key
from core.intake.problems import readable, sheet_problem
from core.intake.schedule import check_schedule
from core.model.calendar import CalendarKind, PeriodKind
from core.model.people import Role
from core.model.workbook import BellLine, GuardianLine, PlanLine, Problem, Severity, Workbook

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_PAIRS = 20_000


def check(book: Workbook) -> Workbook:
    """Give the workbook with group names settled and the problems of every check added, in reading order."""
    book = settle_groups(book)
    found = [problem for one in _CHECKS for problem in one(book)]
    return replace(book, problems=readable((*book.problems, *found)))


def _periods(book: Workbook) -> Iterator[Problem]:
    for line in book.periods:
        if line.ends_on < line.starts_on:
            yield sheet_problem("end-before-start", _ERROR, "periods", line, "ends_on")
        elif book.school and not _within_year(book, line):
            yield sheet_problem("outside-year", _ERROR, "periods", line, "starts_on", value=line.name)
    for one, other in islice(combinations(book.periods, 2), _PAIRS):
        same = one.kind is other.kind and one.grades & other.grades
        if same and one.starts_on <= other.ends_on and other.starts_on <= one.ends_on:
            values: dict[str, str | int] = {"value": other.name, "other": one.name, "other_row": one.place.row}
            yield sheet_problem("periods-overlap", _ERROR, "periods", other, "starts_on", **values)


def _uncovered_grades(book: Workbook) -> Iterator[Problem]:
    covered = {grade for line in book.periods if line.kind is not PeriodKind.YEAR for grade in line.grades}
    missing = sorted({line.grade for line in book.klasses} - covered)
    if book.periods and missing:
        listed = ", ".join(str(grade) for grade in missing)
        yield Problem("grades-without-periods", _WARNING, book.periods[0].place.sheet, values={"value": listed})


def _calendar(book: Workbook) -> Iterator[Problem]:
    for line in book.calendar:
        if line.last_day < line.starts_on:
            yield sheet_problem("end-before-start", _ERROR, "calendar", line, "ends_on")
        elif book.school and not _within_year(book, line):
            yield sheet_problem("outside-year", _WARNING, "calendar", line, "starts_on", value=line.name)
        if line.kind is CalendarKind.MOVED and line.taught_as is None:
            yield sheet_problem("moved-without-day", _ERROR, "calendar", line, "taught_as", value=line.name)


def _within_year(book: Workbook, line: Any) -> bool:
    year = book.school.year if book.school else None
    last = getattr(line, "last_day", None) or line.ends_on
    return year is None or bool(year.starts_on <= line.starts_on and last <= year.ends_on)


def _bells(book: Workbook) -> Iterator[Problem]:
    for line in book.bells:
        if line.ends <= line.starts:
            yield sheet_problem("end-before-start", _ERROR, "bells", line, "ends")
    by_set: dict[str, list[BellLine]] = defaultdict(list)
    for line in book.bells:
        by_set[line.bell_set].append(line)
    for lines in by_set.values():
        for one, other in islice(combinations(lines, 2), _PAIRS):
            if one.weekdays == other.weekdays and one.grades == other.grades and _bells_clash(one, other):
                values: dict[str, str | int] = {"value": other.number, "other_row": one.place.row}
                yield sheet_problem("bells-overlap", _ERROR, "bells", other, "number", **values)


def _bells_clash(one: BellLine, other: BellLine) -> bool:
    return one.number == other.number or (one.starts < other.ends and other.starts < one.ends)


def _staff(book: Workbook) -> Iterator[Problem]:
    if book.staff and not any(Role.ADMINISTRATOR in line.roles for line in book.staff):
        yield Problem("no-administrator", _WARNING, book.staff[0].place.sheet)
    for line in book.staff:
        if line.hired_on and line.dismissed_on and line.dismissed_on < line.hired_on:
            yield sheet_problem("end-before-start", _ERROR, "staff", line, "dismissed_on")


def _klasses(book: Workbook) -> Iterator[Problem]:
    filled = {line.klass for line in book.students}
    for line in book.klasses:
        digits = line.name[: len(line.name) - len(line.name.lstrip("0123456789"))]
        if digits and int(digits) != line.grade:
            yield sheet_problem("grade-differs", _WARNING, "klasses", line, "grade", klass=line.name, value=line.grade)
        if not line.teacher:
            yield sheet_problem("klass-without-teacher", _WARNING, "klasses", line, "teacher", klass=line.name)
        if book.students and line.name not in filled:
            yield sheet_problem("klass-empty", _WARNING, "klasses", line, "name", klass=line.name)


def _namesakes(book: Workbook) -> Iterator[Problem]:
    """Two people of one name are two; that is told, so that one who stands twice is noticed."""
    seen: dict[tuple[str, str], Any] = {}
    for line in book.students:
        first = seen.setdefault((line.klass, key(line.name.full)), line)
        if first is not line:
            values: dict[str, str | int] = {"value": line.name.full, "klass": line.klass, "other_row": first.place.row}
            yield sheet_problem("namesakes", _WARNING, "students", line, "family", **values)


def _guardians(book: Workbook) -> Iterator[Problem]:
    by_code: dict[str, GuardianLine] = {}
    by_name: dict[tuple[str, str], GuardianLine] = {}
    for line in book.guardians:
        first = by_code.setdefault(line.code, line)
        if first is not line and not line.codeless:
            same: dict[str, str | int] = {"value": line.code, "other_row": first.place.row}
            yield sheet_problem("key-twice", _ERROR, "guardians", line, "code", **same)
        if not line.electronic and line.applied_on is None:
            yield sheet_problem("paper-without-application", _WARNING, "guardians", line, "applied_on")
        for child in line.children if line.codeless else ():
            first = by_name.setdefault((key(line.name.full), child), line)
            if first is not line:
                values: dict[str, str | int] = {"value": line.name.full, "other_row": first.place.row}
                yield sheet_problem("guardian-twice", _ERROR, "guardians", line, "family", **values)
                break


def _orphans(book: Workbook) -> Iterator[Problem]:
    known = {child for line in book.guardians for child in line.children}
    count = sum(line.code not in known for line in book.students)
    if book.guardians and count:
        yield Problem("students-without-guardians", _WARNING, book.students[0].place.sheet, values={"count": count})


def _plans(book: Workbook) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str, int], PlanLine] = {}
    for line in book.plans:
        if not line.klass and line.grade is None:
            yield sheet_problem("plan-without-klass", _ERROR, "plans", line, "klass")
            continue
        owner = (line.subject, line.klass or str(line.grade), line.group, line.number)
        first = seen.setdefault(owner, line)
        if first is not line:
            values: dict[str, str | int] = {"value": line.number, "other_row": first.place.row}
            yield sheet_problem("topic-twice", _ERROR, "plans", line, "number", **values)


_CHECKS: tuple[Callable[[Workbook], Iterator[Problem]], ...] = (
    _periods,
    _uncovered_grades,
    _calendar,
    _bells,
    _staff,
    _klasses,
    _namesakes,
    check_groups,
    _guardians,
    _orphans,
    check_schedule,
    _plans,
)
