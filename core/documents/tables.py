"""Plain tables as a workbook: a sheet for each, numbers as numbers; a leading «=» stays a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

Cell = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table in words: the sheet's name, a title, headings with the widths of their columns in signs, rows."""

    name: str
    title: str
    headings: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


def write_tables(tables: Sequence[Table]) -> bytes:
    """Give an XLSX workbook, headings in sight and with a filter. Some milliseconds a hundred rows."""
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    title = book.add_format({"bold": True, "font_size": 14})
    heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E7E6E6", "text_wrap": True, "valign": "top"})
    for table in tables:
        _write(book.add_worksheet(table.name), table, title, heading)
    book.close()
    return file.getvalue()


def _write(sheet: Any, table: Table, title: Any, heading: Any) -> None:
    sheet.write_string(0, 0, table.title, title)
    for at, (text, width) in enumerate(table.headings):
        sheet.write_string(2, at, text, heading)
        sheet.set_column(at, at, width)
    for number, row in enumerate(table.rows, 3):
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, at, cell)
            elif cell is not None:
                sheet.write_number(number, at, cell)
    sheet.autofilter(2, 0, 2 + len(table.rows), len(table.headings) - 1)
    sheet.freeze_panes(3, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
