"""Which texts the code asks for: by their ids as literals, or by f-strings that make ids."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.house.sources import ROOMS, ROOT, Source, sources

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
PIECE = "[a-z0-9-]+"
# Functions and methods whose first argument is a text's id.
SPEAKERS = {"tr", "plain", "say"}


def may_be_used(name: str) -> bool:
    """Whether code, a data file or a page mentions the text, or makes ids of its kind."""
    return name in _mentioned() or any(pattern.fullmatch(name) for pattern in _made())


@cache
def _mentioned() -> frozenset[str]:
    data = (file for room in ROOMS for end in ("toml", "js", "html") for file in (ROOT / room).rglob(f"*.{end}"))
    in_data = (found for file in data for found in ID.findall(file.read_text("utf-8")))
    in_code = (
        found
        for file in sources()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for found in ID.findall(node.value)
    )
    return frozenset(in_data) | frozenset(in_code)


@cache
def _made() -> tuple[re.Pattern[str], ...]:
    strings = (node for file in sources() for node in ast.walk(file.tree) if isinstance(node, ast.JoinedStr))
    patterns = {pattern for node in strings if (pattern := _pattern(node)) is not None}
    return tuple(re.compile(pattern) for pattern in sorted(patterns))


def _pattern(string: ast.JoinedStr) -> str | None:
    """What ids an f-string can make; None when it makes something else (no family name at its beginning)."""
    first = string.values[0]
    if not (isinstance(first, ast.Constant) and re.fullmatch(r"[a-z][a-z0-9]+-[a-z0-9-]*", str(first.value))):
        return None
    pieces = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else PIECE for part in string.values)
    return "".join(pieces)


def asked() -> Iterator[tuple[str, str]]:
    """Place and pattern of each id that is handed straight to a translator, or raised as an error's code."""
    for file in sources():
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Call) and node.args and _name(node.func) in SPEAKERS:
                yield from _ids(file, node.args[0])


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _ids(file: Source, argument: ast.expr) -> Iterator[tuple[str, str]]:
    place = f"{file.path}:{argument.lineno} {ast.unparse(argument)}"
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield place, re.escape(argument.value)
    elif isinstance(argument, ast.JoinedStr) and (pattern := _pattern(argument)) is not None:
        yield place, pattern
    elif isinstance(argument, ast.IfExp):
        yield from _ids(file, argument.body)
        yield from _ids(file, argument.orelse)
