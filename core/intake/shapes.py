"""The sheets and columns of the workbook, from the data file `columns.toml`."""

import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from core.model.workbook_shape import ColumnShape, Shapes, SheetShape

_LANGUAGES = ("ru", "en")


@cache
def load_shapes() -> Shapes:
    """Read `columns.toml` once: every sheet with its columns, and the tables of words."""
    data = tomllib.loads(resources.files("core.intake").joinpath("columns.toml").read_text(encoding="utf-8"))
    words = {name: {code: tuple(ways) for code, ways in table.items()} for name, table in data["words"].items()}
    return Shapes(
        sheets=tuple(_sheet(sheet) for sheet in data["sheets"]),
        words=words,
        parameters=tuple(_column(column) for column in data["parameters"]["columns"]),
        letters=data["letters"],
    )


@cache
def plan_shape() -> SheetShape:
    """Give the sheet of a plan for one group: as in the workbook, but only the topics must be named (JRN-12)."""
    sheet = load_shapes().sheet("plans")
    columns = tuple(replace(column, required=column.key == "topic") for column in sheet.columns)
    return replace(sheet, columns=columns, required=True)


def plan_template_shapes() -> Shapes:
    """Give the shapes of a template for one group's plan: without the columns that say whose it is."""
    sheet = plan_shape()
    own = ("number", "topic", "hours", "work", "task")
    columns = tuple(column for column in sheet.columns if column.key in own)
    return replace(load_shapes(), sheets=(replace(sheet, columns=columns),))


def _sheet(raw: dict[str, Any]) -> SheetShape:
    return SheetShape(
        key=raw["key"],
        title=raw["title"],
        columns=tuple(_column(column) for column in raw["columns"]),
        required=raw.get("required", False),
        vertical=raw.get("vertical", False),
        identity=raw.get("identity", ""),
        aliases=tuple(raw.get("aliases", ())),
        notes=raw.get("note", {}),
    )


def _column(raw: dict[str, Any]) -> ColumnShape:
    notes = {language: raw[language] for language in _LANGUAGES if language in raw}
    plain = {name: value for name, value in raw.items() if name not in _LANGUAGES}
    plain["aliases"] = tuple(plain.get("aliases", ()))
    return ColumnShape(**plain, notes=notes)
