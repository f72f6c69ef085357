"""The empty school workbook: headings, notes, drop-downs, widths (ADM-1)."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from core.model.workbook_shape import ColumnShape, Shapes, SheetShape

_ROWS = 2000
_LISTED = frozenset({"word", "flag", "weekday"})
_LISTED_ON = {
    "klass": ("klasses", "name"),
    "subject": ("subjects", "name"),
    "bell_set": ("bells", "bell_set"),
    "teacher": ("staff", "code"),
}
_TEXTS = frozenset({"code", "codes", "grades", "klass", "klasses", "name", "text"})
# Excel refuses a longer list of choices written into the cell's rule.
_CHOICES_LIMIT = 255
_COMMENT = {"x_scale": 2.2, "y_scale": 1.1}


def write_template(shapes: Shapes, language: str) -> bytes:
    """Give an XLSX workbook with every sheet of `shapes`, its notes in that language («ru» where one is missing).

    Columns that spreadsheets like to spoil (codes, classes, parallels) are text cells; dates and times are as shown.
    """
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, options)
    formats = _formats(book)
    for shape in shapes.sheets:
        sheet = book.add_worksheet(shape.title)
        _Page(sheet, shape, shapes, formats, language).write()
    book.close()
    return file.getvalue()


def _formats(book: Any) -> Mapping[str, Any]:
    heading = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
    return {
        "required": book.add_format(heading | {"bg_color": "#FFE699"}),
        "optional": book.add_format(heading | {"bg_color": "#E7E6E6"}),
        "text": book.add_format({"num_format": "@"}),
        "date": book.add_format({"num_format": "dd.mm.yyyy"}),
        "time": book.add_format({"num_format": "hh:mm"}),
    }


class _Page:
    """One sheet while it is written."""

    def __init__(
        self, sheet: Any, shape: SheetShape, shapes: Shapes, formats: Mapping[str, Any], language: str
    ) -> None:
        self.sheet = sheet
        self.shape = shape
        self.shapes = shapes
        self.formats = formats
        self.language = language

    def write(self) -> None:
        """Write headings, or the parameters of a vertical sheet."""
        self.sheet.freeze_panes(1, 0)
        columns = self.shapes.parameters if self.shape.vertical else self.shape.columns
        for at, column in enumerate(columns):
            self._head(at, column)
        if self.shape.vertical:
            self._parameters()
        else:
            for at, column in enumerate(columns):
                self._choose(column, 1, at, _ROWS)

    def _head(self, at: int, column: ColumnShape) -> None:
        style = self.formats["required" if column.required else "optional"]
        title = f"{column.title}*" if column.required else column.title
        self.sheet.write_string(0, at, title, style)
        self.sheet.set_column(at, at, column.width, self._cells(column))
        self._note(0, at, column.notes or ({} if at else self.shape.notes))

    def _cells(self, column: ColumnShape) -> Any:
        kind = "text" if column.kind in _TEXTS else column.kind
        return self.formats.get(kind) if not self.shape.vertical else None

    def _parameters(self) -> None:
        for row, column in enumerate(self.shape.columns, start=1):
            title = f"{column.title}*" if column.required else column.title
            self.sheet.write_string(row, 0, title, self.formats["required" if column.required else "optional"])
            self._note(row, 0, column.notes)
            self._choose(column, row, 1, row)

    def _note(self, row: int, at: int, notes: Mapping[str, str]) -> None:
        text = notes.get(self.language) or notes.get("ru")
        if text:
            self.sheet.write_comment(row, at, text, _COMMENT)

    def _choose(self, column: ColumnShape, row: int, at: int, last: int) -> None:
        """Offer a drop-down; other values pass without a word, since the reader is more tolerant than a list."""
        source = self._source(column)
        if source:
            rule = {"validate": "list", "source": source, "show_error": False}
            self.sheet.data_validation(row, at, last, at, rule)

    def _source(self, column: ColumnShape) -> list[str] | str:
        if column.kind in _LISTED:
            choices = list(self._words(column))
            return choices if len(",".join(choices)) <= _CHOICES_LIMIT else ""
        found = _LISTED_ON.get(column.key)
        if found is None or found[0] == self.shape.key:
            return ""
        return self._reference(*found)

    def _words(self, column: ColumnShape) -> Iterator[str]:
        table = column.words or column.kind
        ways = self.shapes.words[table].values()
        return (spellings[0] for spellings in ways)

    def _reference(self, sheet: str, key: str) -> str:
        shape = self.shapes.sheet(sheet)
        at = next(number for number, column in enumerate(shape.columns) if column.key == key)
        letter = chr(ord("A") + at)
        return f"='{shape.title}'!${letter}$2:${letter}${_ROWS}"
