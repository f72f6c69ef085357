"""Finding the heading row of a sheet and what its columns are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.intake.cells import Scalar, Wrong, as_text, is_empty
from core.intake.letters import key
from core.intake.shapes import load_shapes
from core.intake.sheets import Row
from core.model.workbook import Problem, Severity
from core.model.workbook_shape import ColumnShape, SheetShape

_SEARCHED_ROWS = 10


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading row: which column of the sheet (from 0) holds what, and what is odd about it."""

    row: int
    columns: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[ColumnShape, ...] = ()
    twice: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    def problems(self, sheet: str, shape: SheetShape) -> Iterator[Problem]:
        """Tell of missing, repeated and unknown columns."""
        if not self.columns:
            yield Problem("heading-missing", Severity.ERROR, sheet, values={"columns": _required_titles(shape)})
            return
        for column in self.missing:
            yield Problem("column-missing", Severity.ERROR, sheet, self.row, column.title)
        for title in self.twice:
            yield Problem("column-twice", Severity.ERROR, sheet, self.row, title)
        for title in self.unknown:
            yield Problem("column-unknown", Severity.WARNING, sheet, self.row, title)


def find_heading(shape: SheetShape, rows: Sequence[tuple[int, Row]]) -> Heading:
    """Give the heading: among the first rows the one that holds most known titles; rows above it are a caption."""
    expected = _expected(shape)
    known = {key(way): column.key for column in expected for way in (column.title, *column.aliases)}
    required = tuple(column for column in expected if column.required)
    best = max(rows[:_SEARCHED_ROWS], key=lambda numbered: _matches(numbered[1], known), default=None)
    if best is None or not _matches(best[1], known):
        return Heading(0, missing=required)
    return _heading(best, known, required)


def _heading(numbered: tuple[int, Row], known: Mapping[str, str], required: tuple[ColumnShape, ...]) -> Heading:
    number, row = numbered
    columns: dict[str, int] = {}
    twice: list[str] = []
    unknown: list[str] = []
    for at, cell in enumerate(row):
        name = known.get(_title_key(cell))
        if name is None:
            if not is_empty(cell):
                unknown.append(_title(cell))
        elif name in columns:
            twice.append(_title(cell))
        else:
            columns[name] = at
    missing = tuple(column for column in required if column.key not in columns)
    return Heading(number, columns, missing, tuple(twice), tuple(unknown))


def _matches(row: Row, known: Mapping[str, str]) -> int:
    return sum(_title_key(cell) in known for cell in row if cell is not None)


def _title_key(cell: Scalar) -> str:
    return key(_title(cell).rstrip("* "))


def _title(cell: Scalar) -> str:
    try:
        return as_text(cell)[:60]
    except Wrong as wrong:
        return str(wrong.values.get("value", ""))


def _required_titles(shape: SheetShape) -> str:
    return ", ".join(column.title for column in _expected(shape) if column.required)


def _expected(shape: SheetShape) -> tuple[ColumnShape, ...]:
    return load_shapes().parameters if shape.vertical else shape.columns
