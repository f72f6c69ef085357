"""Words for people live in `locales/`; code holds codes and symbols."""

import ast
import re

import pytest

from tests.house.sources import Source, docstrings, sources

CYRILLIC = re.compile("[А-Яа-яЁё]")

ALLOWED: dict[str, str] = {}


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


@pytest.mark.parametrize("path", ALLOWED)
def test_an_exception_is_still_needed(path: str) -> None:
    assert any(_literals(file) for file in sources() if file.path == path), "no Russian letters there any more"
