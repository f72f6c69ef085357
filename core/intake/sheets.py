"""Sheets of an XLSX package as rows of raw cells, with limits, and formulas that have no value found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from core.intake.cells import Scalar, is_empty

ROW_LIMIT = 120_000
COLUMN_LIMIT = 60
EMPTY_ROWS = 50
_LOOK_BEYOND = 20_000
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")

Row = tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it stands in the file: numbered rows that hold something.

    `beyond` is the number of the first row that was left out after a long gap, 0 when none was; `full` tells that
    there are more rows than are ever read;
    `holes` are the cells (row, column) with a formula whose value the file does not hold.
    """

    title: str
    rows: tuple[tuple[int, Row], ...]
    beyond: int = 0
    holes: frozenset[tuple[int, int]] = frozenset()
    full: bool = False


def read_sheets(package: ZipFile) -> Iterator[RawSheet]:
    """Give every worksheet of the package; whatever openpyxl raises for a broken one goes through."""
    # A broken workbook makes openpyxl leave the file it opened itself to the collector: it gets one of ours.
    with Path(package.filename or "").open("rb") as file:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            # Some programs write a wrong extent of the sheet, and openpyxl would stop there.
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=COLUMN_LIMIT, values_only=True)
            holes = _holes(package, sheet._worksheet_path)  # noqa: SLF001 - the part's name is nowhere public
            yield _bounded(sheet.title, rows, holes)


def _bounded(title: str, rows: Iterator[Row], holes: frozenset[tuple[int, int]]) -> RawSheet:
    kept: list[tuple[int, Row]] = []
    holed = {row for row, _ in holes}
    last = 0
    for number, row in enumerate(rows, start=1):
        if number in holed or not all(is_empty(cell) for cell in row):
            if number > ROW_LIMIT:
                return RawSheet(title, tuple(kept), 0, holes, full=True)
            kept.append((number, row))
            last = number
        elif number - last >= EMPTY_ROWS:
            return RawSheet(title, tuple(kept), _beyond(rows, number), holes)
    return RawSheet(title, tuple(kept), 0, holes)


def _beyond(rows: Iterator[Row], number: int) -> int:
    """Look on for a forgotten row, so that the person is told of it; give its number or 0."""
    for ahead, row in enumerate(islice(rows, _LOOK_BEYOND), start=number + 1):
        if not all(is_empty(cell) for cell in row):
            return ahead
    return 0


def _holes(package: ZipFile, path: str) -> frozenset[tuple[int, int]]:
    if not _FORMULA.search(package.read(path)):
        return frozenset()
    found: set[tuple[int, int]] = set()
    with package.open(path) as part:
        for _, cell in iterparse(part, events=("end",), forbid_dtd=True):
            if cell.tag == _SPACE + "c":
                if cell.find(_SPACE + "f") is not None and not cell.findtext(_SPACE + "v"):
                    found.add(coordinate_to_tuple(cell.get("r", "A1")))
                cell.clear()
    return frozenset(found)
