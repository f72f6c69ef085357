"""The report of changed marks as a workbook and as a paper (CTL-5); texts come ready, a leading «=» stays a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from core.documents.fonts import BOLD, SANS, register_fonts

# Millimetres, A4 across.
_PAGE = (297.0, 210.0)
_MARGIN = 10.0
_SIZE = 2.6
_LEADING = 3.4
_LINES = 10
_PAD = 1.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and its share of the width."""

    heading: str
    share: int


@dataclass(frozen=True, slots=True)
class ChangesTable:
    """The report in words; `foot` stands on each page with its number put in place of `{page}`."""

    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str = ""


def write_changes(table: ChangesTable) -> bytes:
    """Give an XLSX workbook of one sheet: title, headings that stay in sight, a filter, a row for each change."""
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet()
    heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E7E6E6", "text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, table.title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, table.about)
    for at, column in enumerate(table.columns):
        sheet.write_string(3, at, column.heading, heading)
        sheet.set_column(at, at, column.share)
    cells = book.add_format({"text_wrap": True, "valign": "top"})
    for number, row in enumerate(table.rows, 4):
        for at, text in enumerate(row):
            sheet.write_string(number, at, text, cells)
    sheet.autofilter(3, 0, 3 + len(table.rows), len(table.columns) - 1)
    sheet.freeze_panes(4, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(3)
    book.close()
    return file.getvalue()


def draw_changes(table: ChangesTable) -> bytes:
    """Give a PDF, A4 across, headings on every page. Takes some milliseconds a row: call it off the event loop."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    register_fonts()
    written = BytesIO()
    page = Canvas(written, pagesize=(_PAGE[0] * mm, _PAGE[1] * mm), invariant=1, pageCompression=1)
    _Paper(page, table, mm).draw()
    page.save()
    return written.getvalue()


class _Paper:
    """The report while it is drawn, line by line from the top."""

    def __init__(self, page: Any, table: ChangesTable, mm: float) -> None:
        self.page, self.table, self.mm = page, table, mm
        whole = sum(column.share for column in table.columns)
        inner = _PAGE[0] - 2 * _MARGIN
        self.widths = [inner * column.share / whole for column in table.columns]
        self.number = 0
        self.y = 0.0

    def draw(self) -> None:
        self._begin()
        self._text(self.table.title, BOLD, 4.5, 6)
        self._text(self.table.about, SANS, 3.0, 6)
        self._row([column.heading for column in self.table.columns], BOLD)
        for row in self.table.rows:
            self._row(row, SANS)
        self._foot()

    def _begin(self) -> None:
        self.page.scale(self.mm, self.mm)
        self.number += 1
        self.y = _PAGE[1] - _MARGIN

    def _text(self, text: str, font: str, size: float, down: float) -> None:
        self.page.setFont(font, size)
        self.page.drawString(_MARGIN, self.y - size, text)
        self.y -= down

    def _row(self, texts: Sequence[str], font: str) -> None:
        cells = [_lines(text, font, width - 2 * _PAD) for text, width in zip(texts, self.widths, strict=True)]
        height = max(map(len, cells)) * _LEADING + _PAD
        if self.y - height < _MARGIN + _LEADING:
            self._foot()
            self.page.showPage()
            self._begin()
            self._row([column.heading for column in self.table.columns], BOLD)
        self.page.setFont(font, _SIZE)
        x = _MARGIN
        for lines, width in zip(cells, self.widths, strict=True):
            for at, line in enumerate(lines, 1):
                self.page.drawString(x + _PAD, self.y - at * _LEADING + 0.6, line)
            x += width
        self.y -= height
        self.page.setLineWidth(0.1)
        self.page.line(_MARGIN, self.y, _PAGE[0] - _MARGIN, self.y)

    def _foot(self) -> None:
        self.page.setFont(SANS, 2.4)
        self.page.drawRightString(_PAGE[0] - _MARGIN, _MARGIN - 3, self.table.foot.replace("{page}", str(self.number)))


def _lines(text: str, font: str, width: float) -> list[str]:
    from reportlab.lib.utils import simpleSplit

    lines: list[str] = simpleSplit(text, font, _SIZE, width) or [""]
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"{lines[_LINES - 1][:-1]}…"]
