"""The empty workbook: readable by our own reader, helpful to who fills it in, without a formula of its own."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from core.intake.reading import read_here
from core.intake.shapes import load_shapes
from core.model.workbook import Severity
from core.usecases.importing import make_template
from tests.intake.workbooks import small_book


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_sheet_and_heading_is_there(language: str) -> None:
    book = load_workbook(BytesIO(make_template(language)))
    for shape in load_shapes().sheets:
        sheet = book[shape.title]
        assert sheet.freeze_panes == "A2"
        written = sheet["A"][1:] if shape.vertical else sheet[1]
        assert [str(cell.value).rstrip("*") for cell in written] == [column.title for column in shape.columns]


def test_notes_are_of_the_language() -> None:
    russian, english = (load_workbook(BytesIO(make_template(language))) for language in ("ru", "en"))
    for book, word in ((russian, "учитель"), (english, "Separated")):
        note = book["Сотрудники"]["H1"].comment
        assert note is not None
        assert word in note.text


def test_choices_are_offered() -> None:
    book = load_workbook(BytesIO(make_template("ru")))
    rules = {str(rule.sqref): rule.formula1 for rule in book["Расписание"].data_validations.dataValidation}
    assert rules["A2:A2001"] == "'Классы'!$A$2:$A$2000"
    assert "пн" in rules["B2:B2001"]


def test_the_empty_template_is_told_kindly(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(make_template("ru"))
    book = read_here(path)
    assert {problem.code for problem in book.problems} == {"value-missing", "sheet-empty"}
    assert all(problem.severity is Severity.ERROR for problem in book.problems)


def test_a_filled_in_template_reads_well(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    book = load_workbook(BytesIO(make_template("ru")))
    for title, rows in small_book().items():
        sheet = book[title]
        titles = {str(cell.value).rstrip("*"): cell.column for cell in sheet[1]}
        settings = {str(cell.value).rstrip("*"): cell.row for cell in sheet["A"]}
        for number, row in enumerate(rows[1:], start=2):
            for heading, value in zip(rows[0], row, strict=False):
                place = settings[row[0]] if title == "Школа" else number
                sheet.cell(place, titles[heading]).value = row[0] if heading == "Параметр" else value
    book.save(path)
    read_book = read_here(path)
    assert not read_book.errors
    assert len(read_book.students) == 12
