"""Typed lines as JSON texts and back, to cross from the reading process to ours without executing anything."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from core.intake.line_types import LINES
from core.model.workbook import IntakeRefused, Line, Place, Problem, Severity, TimeSpan, Workbook, YearSpan

BATCH = 100
# Asks the reading process for the plan of one group, not for a school.
PLAN = "plan"
_PROBLEMS = "problems"
_REFUSED = "refused"
_END = "end"


def pack(book: Workbook) -> Iterator[str]:
    """Give the workbook as lines of JSON, each a batch of at most a hundred lines of one sheet."""
    for sheet in LINES:
        value = getattr(book, sheet)
        lines: tuple[Any, ...] = (value,) if sheet == "school" and value else value or ()
        for batch in _batches([_plain_fields(line) for line in lines]):
            yield _dump(sheet, batch)
    for batch in _batches([_plain_problem(problem) for problem in book.problems]):
        yield _dump(_PROBLEMS, batch)
    yield _dump(_END, [])


def pack_refusal(refusal: IntakeRefused) -> str:
    """Give a refusal as a line of JSON."""
    return _dump(_REFUSED, [refusal.code, refusal.values])


class Unpacker:
    """Takes lines of JSON one by one, so that the caller may do something else between them."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.complete = False
        self._parts: dict[str, list[Any]] = {}

    def take(self, text: str | bytes) -> None:
        """Take one line. Raises IntakeRefused when it tells of a refusal."""
        sheet, batch = json.loads(text)
        if sheet == _REFUSED:
            raise IntakeRefused(batch[0], **batch[1])
        if sheet == _END:
            self.complete = True
        elif sheet == _PROBLEMS:
            self._parts.setdefault(sheet, []).extend(_problem(raw) for raw in batch)
        else:
            self._parts.setdefault(sheet, []).extend(_line(LINES[sheet], raw) for raw in batch)

    def workbook(self) -> Workbook:
        """Give what was taken."""
        parts: dict[str, Any] = {sheet: tuple(lines) for sheet, lines in self._parts.items()}
        parts["school"] = parts["school"][0] if "school" in parts else None
        return Workbook(**parts)


def _batches(items: list[Any]) -> Iterator[list[Any]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


def _dump(sheet: str, batch: Iterable[Any]) -> str:
    return json.dumps([sheet, list(batch)], ensure_ascii=False, separators=(",", ":"))


def _plain_fields(value: Any) -> list[Any]:
    kind: Any = type(value)
    return [_plain(getattr(value, name)) for name in _names(kind)]


def _plain(value: Any) -> Any:
    if isinstance(value, Place | YearSpan | TimeSpan):
        return _plain_fields(value)
    if isinstance(value, frozenset | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _plain_problem(problem: Problem) -> list[Any]:
    return [problem.code, problem.severity, problem.sheet, problem.row, problem.column, dict(problem.values)]


def _problem(raw: list[Any]) -> Problem:
    code, severity, sheet, row, column, values = raw
    return Problem(code, Severity(severity), sheet, row, column, values)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _line(kind: Any, raw: list[Any]) -> Line:
    line: Line = kind(*[make(value) for make, value in zip(_makers(kind), raw, strict=True)])
    return line


@cache
def _makers(kind: Any) -> tuple[Callable[[Any], Any], ...]:
    hints = get_type_hints(kind)
    return tuple(_maker(hints[name]) for name in _names(kind))


def _maker(hint: Any) -> Callable[[Any], Any]:
    """Give what turns a JSON value into a value of that type."""
    arguments = get_args(hint)
    if get_origin(hint) is UnionType:
        return _optional([_maker(argument) for argument in arguments if argument is not NoneType])
    if get_origin(hint) in {tuple, frozenset}:
        whole, make = get_origin(hint), _maker(arguments[0])
        return lambda raw: whole(map(make, raw))
    if hint in {Place, YearSpan, TimeSpan}:
        return lambda raw: hint(*[make(value) for make, value in zip(_makers(hint), raw, strict=True)])
    if hint in {date, time}:
        parse: Callable[[Any], Any] = hint.fromisoformat
        return parse
    if hint is Decimal or (isinstance(hint, type) and issubclass(hint, StrEnum)):
        make_value: Callable[[Any], Any] = hint
        return make_value
    return _as_is


def _optional(makers: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    make = makers[0]
    if len(makers) == 1:
        return lambda raw: None if raw is None else make(raw)
    # The one union of values: a moved day is taught as a date (a text) or a weekday (a number).
    return lambda raw: make(raw) if isinstance(raw, str) else raw


def _as_is(raw: Any) -> Any:
    return raw
