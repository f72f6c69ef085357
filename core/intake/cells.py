"""Single cells as spreadsheet programs like to store them, read as texts, numbers, dates and times."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite

from core.intake.letters import clean, key
from core.intake.shapes import load_shapes

Scalar = str | int | float | bool | datetime | date | time | timedelta | None

_EPOCH = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_CENTURY_TURN = 40
_YEAR_WORD = r"(?:\s*[^\W\d]{1,4}\.?)?"
_CLOCK_AFTER = r"(?:[T\s]+\d{1,2}:\d{2}.*)?"
_NUMERIC_DATE = re.compile(rf"^(\d{{1,2}})[./\-\s](\d{{1,2}})[./\-\s](\d{{4}}|\d{{2}}){_YEAR_WORD}{_CLOCK_AFTER}$")
_ISO_DATE = re.compile(rf"^(\d{{4}})[-./](\d{{1,2}})[-./](\d{{1,2}}){_CLOCK_AFTER}$")
_WORDED_DATE = re.compile(rf"^(\d{{1,2}})\s+([^\W\d]+)\.?\s+(\d{{4}}){_YEAR_WORD}$")
_WORD_AFTER = re.compile(r"(?<=\d)[-–]?[^\W\d]+\.?$")
_TIME = re.compile(r"^(\d{1,2})(?:\s*[:.\-]\s*|\s*[^\W\d]\s*)(\d{2})(?:[:.]\d{2}(?:\.\d+)?)?$")
_MINUTES_OF_DAY = 24 * 60
_ERROR_VALUES = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


class Wrong(Exception):
    """A cell that can't be read; `code` names the sentence, `values` fill it."""

    def __init__(self, code: str, **values: str | int) -> None:
        """Keep the code and the values."""
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A value that was read by guessing; the guess is told with the code."""

    value: object
    code: str
    values: dict[str, str | int]


def shown(cell: Scalar) -> str:
    """Give a cell as a person would read it, at most 60 characters, for messages; never raises."""
    try:
        text = as_text(cell)
    except Wrong:
        text = clean(str(cell))
    return text if len(text) <= 60 else text[:59] + "…"


def is_empty(cell: Scalar) -> bool:
    """Tell whether there is nothing in it that can be seen."""
    return cell is None or (isinstance(cell, str) and not (cell and (cell[0].isalnum() or clean(cell))))


def as_text(cell: Scalar) -> str:
    """Give any cell as one clean line: whole numbers without a fraction, dates as 01.09.2026, times as 08:30."""
    if isinstance(cell, str):
        if cell in _ERROR_VALUES:
            raise Wrong("cell-error", value=cell)
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, int | float):
        return _number_text(cell)
    return _moment_text(cell)


def _number_text(cell: float) -> str:
    if not isfinite(cell):
        raise Wrong("not-a-number", value=str(cell))
    if cell == int(cell) and abs(cell) < 1e18:
        return str(int(cell))
    return f"{cell:.10g}".replace(".", ",")


def _moment_text(cell: datetime | date | time | timedelta) -> str:
    if isinstance(cell, timedelta):
        return f"{_clock(cell.total_seconds() / 60):%H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    return f"{cell:%d.%m.%Y}"


def as_decimal(cell: Scalar) -> Decimal:
    """Give a number, exactly as it was written; comma or point, a word may follow. Raises `Wrong` for anything else."""
    try:
        text = repr(cell) if isinstance(cell, float) else as_text(cell).replace(" ", "").replace(",", ".")
        number = Decimal(_WORD_AFTER.sub("", text))
    except InvalidOperation:
        raise Wrong("not-a-number", value=shown(cell)) from None
    if not number.is_finite():
        raise Wrong("not-a-number", value=shown(cell))
    return number


def as_integer(cell: Scalar, least: int, most: int) -> int:
    """Give a whole number between the bounds; `3.0` is 3. Raises `Wrong` for anything else."""
    number = as_decimal(cell)
    if number != number.to_integral_value():
        raise Wrong("not-whole", value=shown(cell))
    if not least <= number <= most:
        raise Wrong("out-of-range", value=shown(cell), least=least, most=most)
    return int(number)


def as_date(cell: Scalar) -> date:
    """Give a day from a date cell, a serial number, or a text such as 01.09.2026 or «1 сентября 2026 г.»."""
    if isinstance(cell, datetime):
        return _sane(cell.date(), cell)
    if isinstance(cell, date):
        return _sane(cell, cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial_date(cell)
    parts = _date_parts(as_text(cell))
    if parts is None:
        raise Wrong("not-a-date", value=shown(cell))
    try:
        return _sane(date(*parts), cell)
    except ValueError:
        raise Wrong("no-such-date", value=shown(cell)) from None


def _serial_date(cell: float) -> date:
    if not 1 <= cell <= 80_000:
        raise Wrong("not-a-date", value=shown(cell))
    return _sane(_EPOCH + timedelta(days=int(cell)), cell)


def _sane(day: date, cell: Scalar) -> date:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Wrong("no-such-date", value=shown(cell))
    return day


def _date_parts(text: str) -> tuple[int, int, int] | None:
    if match := _NUMERIC_DATE.match(text):
        day, month, year = match.groups()
        return _full_year(year), int(month), int(day)
    if match := _ISO_DATE.match(text):
        year, month, day = match.groups()
        return int(year), int(month), int(day)
    if match := _WORDED_DATE.match(text):
        day, month, year = match.groups()
        number = word_code("month", month)
        return (int(year), int(number), int(day)) if number else None
    return None


def _full_year(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) < _CENTURY_TURN else 1900)


def as_time(cell: Scalar) -> time:
    """Give a local time from a time cell, a fraction of a day, or a text such as 8:30 or 8.30."""
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0)
    if isinstance(cell, timedelta):
        return _clock(cell.total_seconds() / 60)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _number_time(cell)
    match = _TIME.match(as_text(cell))
    if match is None:
        raise Wrong("not-a-time", value=shown(cell))
    hours, minutes = (int(part) for part in match.groups())
    if hours >= 24 or minutes >= 60:
        raise Wrong("not-a-time", value=shown(cell))
    return time(hours, minutes)


def _number_time(cell: float) -> time:
    if 0 <= cell < 1:
        return _clock(cell * _MINUTES_OF_DAY)
    if not 1 <= cell < 24:
        raise Wrong("not-a-time", value=shown(cell))
    hours, minutes = divmod(round(cell * 100), 100)
    if minutes >= 60 or abs(cell * 100 - round(cell * 100)) > 1e-6:
        raise Wrong("not-a-time", value=shown(cell))
    return time(hours, minutes)


def _clock(minutes: float) -> time:
    whole = round(minutes)
    if not 0 <= whole < _MINUTES_OF_DAY:
        raise Wrong("not-a-time", value=str(whole))
    return time(whole // 60, whole % 60)


def word_code(table: str, text: str) -> str | None:
    """Give the code that a word stands for in a table of `columns.toml`, None when it is none of them."""
    return _folded(table).get(key(text))


def _folded(table: str) -> dict[str, str]:
    known = _FOLDED.get(table)
    if known is None:
        ways = load_shapes().words[table].items()
        known = _FOLDED[table] = {key(way): code for code, spellings in ways for way in spellings}
    return known


_FOLDED: dict[str, dict[str, str]] = {}
