"""Which texts the code asks for: by their ids as literals, or by f-strings that make ids."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.house.sources import ROOMS, ROOT, Source, sources

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
PIECE = "[a-z0-9-]+"
# Functions and methods whose first argument is a text's id.
SPEAKERS = {"tr", "plain", "say"}
# The family of texts for refusals: the code follows.
REFUSAL = "error-"


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


@dataclass(frozen=True, slots=True)
class Asking:
    """One place where a text is asked for: a pattern of its id, and the names given to it (None: not written there)."""

    place: str
    pattern: str
    given: frozenset[str] | None


def asked() -> Iterator[Asking]:
    """Each id that is handed straight to a translator, and each code that a refusal is raised with."""
    refusals = _refusals()
    for file in sources():
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Call) and node.args:
                name = _name(node.func)
                if name in SPEAKERS or name in refusals:
                    yield from _askings(file, node, node.args[0], "" if name in SPEAKERS else REFUSAL)


def _askings(file: Source, call: ast.Call, text: ast.expr, family: str) -> Iterator[Asking]:
    place = f"{file.path}:{call.lineno} {ast.unparse(text)}"
    names = [keyword.arg for keyword in call.keywords]
    given = None if None in names else frozenset(name for name in names if name is not None)
    if isinstance(text, ast.Constant) and isinstance(text.value, str):
        yield Asking(place, re.escape(family + text.value), given)
    elif isinstance(text, ast.JoinedStr) and (pattern := _pattern(text)) is not None:
        yield Asking(place, family + pattern, None)
    elif isinstance(text, ast.IfExp):
        yield from _askings(file, call, text.body, family)
        yield from _askings(file, call, text.orelse, family)


def _refusals() -> set[str]:
    """Names of the errors that carry a code of a sentence."""
    (errors,) = (file for file in sources() if file.path == "core/model/errors.py")
    return {node.name for node in errors.tree.body if isinstance(node, ast.ClassDef)}


def codes() -> Iterator[str]:
    """The codes that refusals have of themselves."""
    (errors,) = (file for file in sources() if file.path == "core/model/errors.py")
    for node in ast.walk(errors.tree):
        if (
            isinstance(node, ast.Assign)
            and ast.unparse(node.targets[0]) == "code"
            and isinstance(node.value, ast.Constant)
        ):
            yield str(node.value.value)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
