"""A workbook file read as a whole, in this process: package, sheets, lines, references, checks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from core.intake.checks import check
from core.intake.letters import key
from core.intake.lines import SheetReader
from core.intake.package import open_package
from core.intake.references import resolve
from core.intake.shapes import load_shapes
from core.intake.sheets import RawSheet, read_sheets
from core.model.workbook import IntakeRefused, Problem, Severity, Workbook
from core.model.workbook_shape import SheetShape


def read_here(path: Path) -> Workbook:
    """Read and check a workbook without the protection of a child process; `read_workbook` is what others call.

    Raises `IntakeRefused` when the file as a whole can't be read.
    """
    with open_package(path) as package:
        readers, strangers = _read_known(package)
    present = {reader.shape.key for reader in readers}
    missing = [shape for shape in load_shapes().sheets if shape.required and shape.key not in present]
    problems = [*strangers, *(Problem("sheet-missing", Severity.ERROR, shape.title) for shape in missing)]
    parts: dict[str, Any] = {shape.key: () for shape in load_shapes().sheets}
    broken: dict[str, frozenset[str]] = {shape.key: frozenset() for shape in missing}
    for reader in readers:
        parts[reader.shape.key] = tuple(reader.lines)
        broken[reader.shape.key] = frozenset(reader.broken)
        problems += reader.problems
    parts["school"] = parts["school"][0] if parts["school"] else None
    whole = frozenset({shape.key for shape in missing} | {reader.shape.key for reader in readers if not reader.usable})
    return check(resolve(Workbook(**parts, problems=tuple(problems)), broken, whole))


def _read_known(package: ZipFile) -> tuple[list[SheetReader], list[Problem]]:
    known = {key(way): shape for shape in load_shapes().sheets for way in (shape.title, *shape.aliases)}
    readers: dict[str, SheetReader] = {}
    strangers: list[Problem] = []
    for raw in sheets_of(package):
        shape: SheetShape | None = known.get(key(raw.title))
        if shape is None:
            strangers.append(Problem("sheet-unknown", Severity.WARNING, raw.title))
        elif shape.key in readers:
            strangers.append(Problem("sheet-twice", Severity.ERROR, raw.title))
        else:
            reader = readers[shape.key] = SheetReader(shape, raw)
            reader.read()
    return list(readers.values()), strangers


def sheets_of(package: ZipFile) -> Iterator[RawSheet]:
    """Give the sheets; openpyxl raises anything at all for a broken file, and all of it means the same."""
    try:
        yield from read_sheets(package)
    except (IntakeRefused, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - there is no base class for what a broken file makes it raise
        forbidden = any(type(each).__module__.startswith("defusedxml") for each in _causes(error))
        raise IntakeRefused("file-entities" if forbidden else "file-damaged") from None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
