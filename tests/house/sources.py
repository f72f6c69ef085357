"""The project's own files, as the house tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "core", "locales", "migrations", "notifications")
TEXT_ENDS = (
    *(".css", ".ftl", ".html", ".js", ".json", ".mako", ".py", ".sql"),
    *(".cfg", ".ini", ".lock", ".service", ".sh", ".toml", ".yml"),
    *(".chat", ".csv", ".md", ".svg", ".txt"),
    "Makefile",
)
FOREIGN_FOLDERS = {"var", "dist", "build", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the five rooms."""
    return tuple(_read(file) for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))


@cache
def sources_of_tests() -> tuple[Source, ...]:
    """Every Python file of the tests."""
    return tuple(_read(file) for file in sorted((ROOT / "tests").rglob("*.py")))


def _read(file: Path) -> Source:
    text = file.read_text("utf-8")
    return Source(file.relative_to(ROOT).as_posix(), text, ast.parse(text))


def text_files() -> Iterator[tuple[str, str]]:
    """Path and text of every text file of the project, hidden folders of tools left out."""
    for file in _walk(ROOT):
        if file.name.endswith(TEXT_ENDS) or file.parent.name == ".ci":
            yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            hidden = entry.name.startswith(".") and entry.name != ".ci"
            if not hidden and entry.name not in FOREIGN_FOLDERS and not entry.name.endswith(".egg-info"):
                yield from _walk(entry)
        elif entry.is_file():
            yield entry


def docstrings(tree: ast.Module) -> set[int]:
    """Identities of the constants that are docstrings, of modules, classes, functions and of attributes."""
    bare = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    return {id(value) for value in bare if isinstance(value, ast.Constant) and isinstance(value.value, str)}
