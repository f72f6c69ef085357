"""Words for people live in `locales/`; code holds codes and symbols."""

import ast
import re

from tests.house.sources import Source, docstrings, sources

CYRILLIC = re.compile("[А-Яа-яЁё]")

ALLOWED: dict[str, str] = {}
"""Path -> why Russian letters must stand there."""


def _literals(file: Source) -> list[str]:
    reading = docstrings(file.tree)
    return [
        f"{file.path}:{node.lineno} {node.value!r}"
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in reading
        if CYRILLIC.search(node.value)
    ]


def test_no_russian_words_in_code() -> None:
    assert not [line for file in sources() if file.path not in ALLOWED for line in _literals(file)]


def test_every_exception_is_still_needed() -> None:
    needed = {file.path for file in sources() if _literals(file)}
    assert ALLOWED.keys() <= needed
