"""What the sheets of the school workbook are made of (ADM-1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """A column that the workbook may have: how it is headed, read, and explained in the template.

    `limit` is the greatest length of a text, `least` and `most` bound a number, `width` is in characters.
    """

    key: str
    title: str
    kind: str
    required: bool = False
    aliases: tuple[str, ...] = ()
    words: str = ""
    limit: int = 200
    least: int = 0
    most: int = 100_000
    width: int = 14
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetShape:
    """A sheet that the workbook may have. A `vertical` one lists parameters in rows; `identity` is its key column."""

    key: str
    title: str
    columns: tuple[ColumnShape, ...]
    required: bool = False
    vertical: bool = False
    identity: str = ""
    aliases: tuple[str, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shapes:
    """Every sheet, and the tables of words (kind of word → code → ways to write it, the first one preferred).

    `parameters` are the two columns of a vertical sheet, `letters` the tables of look-alikes and sound-alikes.
    """

    sheets: tuple[SheetShape, ...]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    parameters: tuple[ColumnShape, ...]
    letters: Mapping[str, str]

    def sheet(self, name: str) -> SheetShape:
        """Give the sheet with that key."""
        return next(sheet for sheet in self.sheets if sheet.key == name)
