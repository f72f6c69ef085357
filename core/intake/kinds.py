"""What a column holds: each kind of column reads a cell into a value, raises `Wrong`, or says what it guessed."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from zoneinfo import ZoneInfo

from core.intake.cells import (
    Doubtful,
    Scalar,
    Wrong,
    as_date,
    as_decimal,
    as_integer,
    as_text,
    as_time,
    shown,
    word_code,
)
from core.intake.letters import klass_name, person_name
from core.intake.shapes import load_shapes
from core.model.calendar import CalendarKind, PeriodKind, WeekParity
from core.model.lesson import WorkKind
from core.model.people import Role, Sex
from core.model.school import ALL_GRADES, GRADES, EditWindow, Preset
from core.model.workbook import Audience, SchoolEventKind, TimeSpan, YearSpan
from core.model.workbook_shape import ColumnShape

_DASHES = re.compile(r"\s*[-–—−]\s*")
_SEPARATORS = re.compile(r"[;,\n]+")
_RANGE = re.compile(r"^(\d{1,2})-(\d{1,2})$")
_BETWEEN = re.compile(r"[-–—−]|\s[^\W\d]{2}\s")
_LONGEST_LIST = 2000

_ENUMS = {
    "sex": Sex,
    "preset": Preset,
    "edit-window": EditWindow,
    "period-kind": PeriodKind,
    "calendar-kind": CalendarKind,
    "role": Role,
    "week": WeekParity,
    "event-kind": SchoolEventKind,
    "audience": Audience,
    "work-kind": WorkKind,
}


def read_cell(cell: Scalar, column: ColumnShape) -> object:
    """Read a cell that is not empty as its column says; give the value or a `Doubtful` one; raise `Wrong`."""
    return _READERS[column.kind](cell, column)


def _text(cell: Scalar, column: ColumnShape) -> object:
    text = as_text(cell)
    if len(text) > column.limit:
        raise Wrong("too-long", limit=column.limit, length=len(text))
    if isinstance(cell, date):
        return Doubtful(text, "date-in-text", {"value": text})
    return text


def _name(cell: Scalar, column: ColumnShape) -> object:
    name = _text(cell, column)
    return person_name(name) if isinstance(name, str) else name


def _code(cell: Scalar, column: ColumnShape) -> str:
    text = as_text(cell)
    if len(text) > 64:
        raise Wrong("too-long", limit=64, length=len(text))
    return text


def _codes(cell: Scalar, column: ColumnShape) -> tuple[str, ...]:
    raw = cell if isinstance(cell, str) else as_text(cell)
    codes = tuple(dict.fromkeys(part for part in (as_text(part) for part in _SEPARATORS.split(raw)) if part))
    if not codes or len(codes) > _LONGEST_LIST:
        raise Wrong("not-codes", value=shown(cell))
    return codes


def _klass(cell: Scalar, column: ColumnShape) -> str:
    name = klass_name(as_text(cell))
    if len(name) > 20:
        raise Wrong("too-long", limit=20, length=len(name))
    return name


def _klasses(cell: Scalar, column: ColumnShape) -> tuple[str, ...]:
    raw = cell if isinstance(cell, str) else as_text(cell)
    if word_code("everybody", raw):
        return ()
    return tuple(dict.fromkeys(klass_name(part) for part in _SEPARATORS.split(raw) if part.strip()))


def _integer(cell: Scalar, column: ColumnShape) -> int:
    return as_integer(cell, column.least, column.most)


def _grade(cell: Scalar, column: ColumnShape) -> int:
    return as_integer(cell, GRADES.start, GRADES.stop - 1)


def _hours(cell: Scalar, column: ColumnShape) -> Decimal:
    number = as_decimal(cell)
    if not 0 < number <= 100 or number != round(number, 2):
        raise Wrong("not-hours", value=shown(cell))
    return number


def _flag(cell: Scalar, column: ColumnShape) -> bool:
    code = word_code("flag", as_text(cell))
    if code is None:
        raise Wrong("not-a-flag", value=shown(cell))
    return code == "yes"


def _word(cell: Scalar, column: ColumnShape) -> object:
    return _coded(as_text(cell), column.words)


def _words(cell: Scalar, column: ColumnShape) -> frozenset[object]:
    raw = cell if isinstance(cell, str) else as_text(cell)
    if word_code("everybody", raw):
        return frozenset()
    return frozenset(_coded(part, column.words) for part in _SEPARATORS.split(raw) if part.strip())


def _coded(text: str, table: str) -> object:
    code = word_code(table, text)
    if code is None:
        known = ", ".join(ways[0] for ways in load_shapes().words[table].values())
        raise Wrong("not-a-word", value=shown(text), words=known)
    return _ENUMS[table](code)


def _date(cell: Scalar, column: ColumnShape) -> date:
    return as_date(cell)


def _time(cell: Scalar, column: ColumnShape) -> object:
    return as_time(cell)


def _grades(cell: Scalar, column: ColumnShape) -> object:
    """Read `1-9`, `10, 11` or the word for everybody; spreadsheets make a date of `5-9` and a number of `10,11`."""
    if isinstance(cell, datetime | date):
        return _guessed_grades(range(cell.day, cell.month + 1), cell)
    if isinstance(cell, float) and not cell.is_integer() and 1 <= cell < 12:
        return _guessed_grades([int(part) for part in repr(cell).split(".")], cell)
    text = _DASHES.sub("-", as_text(cell))
    if word_code("everybody", text):
        return ALL_GRADES
    grades = frozenset(grade for part in re.split(r"[^\d-]+", text) if part for grade in _span(part, cell))
    if not grades or not grades <= ALL_GRADES:
        raise Wrong("not-grades", value=shown(cell))
    return grades


def _guessed_grades(numbers: range | list[int], cell: Scalar) -> Doubtful:
    grades = frozenset(numbers)
    if not grades or not grades <= ALL_GRADES:
        raise Wrong("not-grades", value=shown(cell))
    return Doubtful(grades, "grades-guessed", {"value": ", ".join(str(grade) for grade in sorted(grades))})


def _span(part: str, cell: Scalar) -> range:
    match = _RANGE.match(part) or _RANGE.match(f"{part}-{part}")
    if match is None:
        raise Wrong("not-grades", value=shown(cell))
    return range(int(match[1]), int(match[2]) + 1)


def _weekday(cell: Scalar, column: ColumnShape) -> int:
    code = word_code("weekday", as_text(cell))
    if code is None:
        raise Wrong("not-a-weekday", value=shown(cell))
    return int(code)


def _weekdays(cell: Scalar, column: ColumnShape) -> frozenset[int]:
    text = _DASHES.sub("-", as_text(cell))
    if word_code("everybody", text):
        return frozenset(range(7))
    days: set[int] = set()
    for part in re.split(r"[;,\s]+", text):
        first, _, last = part.partition("-")
        days.update(range(_weekday(first, column), _weekday(last or first, column) + 1))
    if not days:
        raise Wrong("not-a-weekday", value=shown(cell))
    return frozenset(days)


def _taught_as(cell: Scalar, column: ColumnShape) -> date | int:
    code = word_code("weekday", as_text(cell)) if isinstance(cell, str | int) else None
    return int(code) if code is not None else as_date(cell)


def _year(cell: Scalar, column: ColumnShape) -> YearSpan:
    text = as_text(cell)
    for between in islice(_BETWEEN.finditer(text), 8):
        with suppress(Wrong):
            span = YearSpan(as_date(text[: between.start()].strip()), as_date(text[between.end() :].strip()))
            if 30 <= (span.ends_on - span.starts_on).days <= 366:
                return span
    raise Wrong("not-a-year", value=shown(cell))


def _zone(cell: Scalar, column: ColumnShape) -> str:
    name = as_text(cell).replace(" ", "_")
    try:
        return ZoneInfo(name).key
    except (OSError, ValueError, LookupError):
        raise Wrong("not-a-zone", value=shown(cell)) from None


def _rounding(cell: Scalar, column: ColumnShape) -> Decimal:
    if isinstance(cell, str) and word_code("rounding", cell):
        return Decimal("0.5")
    number = as_decimal(cell)
    if not Decimal("0.01") <= number <= Decimal("0.99") or number != round(number, 2):
        raise Wrong("not-rounding", value=shown(cell))
    return number


def _publication(cell: Scalar, column: ColumnShape) -> TimeSpan | None:
    text = as_text(cell)
    if word_code("publication", text):
        return None
    opens, _, closes = _DASHES.sub("-", text).partition("-")
    span = TimeSpan(as_time(opens), as_time(closes))
    if span.opens >= span.closes:
        raise Wrong("not-a-window", value=shown(cell))
    return span


_READERS: dict[str, Callable[[Scalar, ColumnShape], object]] = {
    "text": _text,
    "name": _name,
    "code": _code,
    "codes": _codes,
    "klass": _klass,
    "klasses": _klasses,
    "integer": _integer,
    "grade": _grade,
    "grades": _grades,
    "hours": _hours,
    "flag": _flag,
    "word": _word,
    "words": _words,
    "date": _date,
    "time": _time,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "taught-as": _taught_as,
    "year": _year,
    "zone": _zone,
    "rounding": _rounding,
    "publication": _publication,
}
