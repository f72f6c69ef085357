"""Raw sheets become typed lines; what can't be read becomes a problem with its place."""

from collections.abc import Iterable, Mapping
from typing import Any

from core.intake.cells import Doubtful, Scalar, Wrong, is_empty, shown
from core.intake.headings import Heading, find_heading
from core.intake.kinds import read_cell
from core.intake.letters import code_key, key, klass_key
from core.intake.line_types import LINES
from core.intake.shapes import load_shapes
from core.intake.sheets import ROW_LIMIT, RawSheet, Row
from core.model.workbook import Line, Place, Problem, Severity
from core.model.workbook_shape import ColumnShape, SheetShape

_FOLDS = {"code": code_key, "klass": klass_key}


class SheetReader:
    """Reads one sheet: `lines` are what could be read, `broken` the folded keys of rows that could not.

    `usable` is false when a column is missing without which no row can be read.
    """

    def __init__(self, shape: SheetShape, raw: RawSheet) -> None:
        """Take the shape of the sheet and what stands in the file."""
        self.shape = shape
        self.raw = raw
        self.lines: list[Line] = []
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.usable = True
        # In a sheet of parameters every value stands in one column.
        self._value_title = load_shapes().parameters[1].title if shape.vertical else ""

    def read(self) -> None:
        """Read everything that stands under the heading."""
        heading = find_heading(self.shape, self.raw.rows)
        self.problems += heading.problems(self.raw.title, self.shape)
        if self.raw.beyond:
            self._tell("rows-after-gap", Severity.WARNING, self.raw.beyond)
        if self.raw.full:
            self._tell("too-many-rows", Severity.ERROR, limit=ROW_LIMIT)
        body = [numbered for numbered in self.raw.rows if numbered[0] > heading.row]
        self.usable = not heading.missing
        if heading.missing:
            return
        if self.shape.vertical:
            self._read_parameters(body, heading)
        else:
            for number, row in body:
                self._read_row(number, _cells(row, heading))
        if self.shape.required and not body:
            self._tell("sheet-empty", Severity.ERROR)

    def _read_row(self, number: int, cells: Mapping[str, tuple[int, Scalar]]) -> None:
        values: dict[str, object] = {}
        sound = True
        for column in self.shape.columns:
            at, cell = cells.get(column.key, (0, None))
            sound &= self._read_value(number, at, cell, column, values)
        self._finish(number, values, sound)

    def _read_parameters(self, body: Iterable[tuple[int, Row]], heading: Heading) -> None:
        known = {key(way): column for column in self.shape.columns for way in (column.title, *column.aliases)}
        values: dict[str, object] = {}
        seen: dict[str, int] = {}
        sound = True
        for number, row in body:
            cells = _cells(row, heading)
            name = shown(cells.get("parameter", (0, None))[1])
            column = known.get(key(name))
            if column is None or column.key in seen:
                code = "parameter-unknown" if column is None else "parameter-twice"
                self._tell(code, Severity.WARNING if column is None else Severity.ERROR, number, parameter=name)
                continue
            seen[column.key] = number
            at, cell = cells.get("value", (0, None))
            sound &= self._read_value(number, at, cell, column, values)
        for column in self.shape.columns:
            if column.required and column.key not in seen:
                sound = False
                self._tell("parameter-missing", Severity.ERROR, parameter=column.title)
        self._finish(heading.row, values, sound)

    def _read_value(self, number: int, at: int, cell: Scalar, column: ColumnShape, values: dict[str, object]) -> bool:
        """Read one cell into `values`; tell whether the line can still be made."""
        title = self._value_title or column.title
        if (number, at) in self.raw.holes:
            self._tell("formula-without-value", Severity.ERROR, number, title)
            return False
        try:
            if is_empty(cell):
                return self._check_filled(number, column)
            value = read_cell(cell, column)
        except Wrong as wrong:
            self._tell(wrong.code, Severity.ERROR, number, title, **wrong.values)
            return False
        if isinstance(value, Doubtful):
            self._tell(value.code, Severity.WARNING, number, title, **value.values)
            value = value.value
        values[column.key] = value
        return True

    def _check_filled(self, number: int, column: ColumnShape) -> bool:
        if column.required:
            self._tell("value-missing", Severity.ERROR, number, self._value_title or column.title)
        return not column.required

    def _finish(self, number: int, values: dict[str, Any], sound: bool) -> None:
        if sound:
            line: Any = LINES[self.shape.key]
            self.lines.append(line(place=Place(self.raw.title, number), **values))
            return
        identity = values.get(self.shape.identity)
        if isinstance(identity, str):
            self.broken.add(fold_identity(self.shape, identity))

    def _tell(self, code: str, severity: Severity, row: int = 0, column: str = "", **values: str | int) -> None:
        self.problems.append(Problem(code, severity, self.raw.title, row, column, values))


def fold_identity(shape: SheetShape, identity: str) -> str:
    """Give what the key column of a sheet is compared by."""
    kind = next(column.kind for column in shape.columns if column.key == shape.identity)
    return _FOLDS.get(kind, key)(identity)


def _cells(row: Row, heading: Heading) -> dict[str, tuple[int, Scalar]]:
    return {name: (at + 1, row[at]) for name, at in heading.columns.items() if at < len(row)}
