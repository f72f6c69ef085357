"""The files of the report of changed marks: a cell is a text whatever it begins with, every page has its headings."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from core.documents.mark_changes import ChangesTable, Column, draw_changes, write_changes

COLUMNS = (Column("Когда", 10), Column("Кто", 20), Column("Причина", 30))


def table(rows: int = 3, *, reason: str = "опечатка") -> ChangesTable:
    made = tuple((f"15.10.2026 10:{at % 60:02}", "Зимина Анна Петровна", reason) for at in range(rows))
    return ChangesTable("Изменённые отметки", "01.09.2026 – 31.05.2027", COLUMNS, made, "Школа · {page}")


def cells(content: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_row_for_each_change_below_its_headings() -> None:
    found = cells(write_changes(table()))
    assert found[0][0] == "Изменённые отметки"
    assert found[3] == ["Когда", "Кто", "Причина"]
    assert found[4][1:] == ["Зимина Анна Петровна", "опечатка"]
    assert len(found) == 7


@pytest.mark.parametrize(
    "reason", ["=1+1", '=HYPERLINK("http://example.org")', "+7", "-1", "@SUM(A1)", "http://example.org"]
)
def test_no_text_becomes_a_formula_or_a_link(reason: str) -> None:
    content = write_changes(table(1, reason=reason))
    sheet = openpyxl.load_workbook(BytesIO(content)).active
    assert sheet is not None
    cell = sheet.cell(5, 3)
    assert (cell.value, cell.data_type, cell.hyperlink) == (reason, "s", None)


def test_no_changes_make_a_file_too() -> None:
    assert len(cells(write_changes(table(0)))) == 4
    assert draw_changes(table(0)).startswith(b"%PDF")


def test_a_long_report_has_pages() -> None:
    content = draw_changes(table(200))
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") >= 4
    assert draw_changes(table(200)) == content


def test_a_reason_of_pages_stays_in_its_row() -> None:
    assert draw_changes(table(5, reason="очень " * 200)).startswith(b"%PDF")
