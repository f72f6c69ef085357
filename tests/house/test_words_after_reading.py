"""The language of an account is known once a use case ran: a screen is given its words after that, never before."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot

_ROUTERS = sorted(Path(bot.__file__).parent.joinpath("routers").glob("*.py"))


def _too_early(source: str) -> Iterator[int]:
    """Give the lines of calls that take `turn.tr` before an argument that is still waited for."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call):
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            words = [at for at, each in enumerate(given) if "turn.tr" in ast.unparse(each)]
            waited = [at for at, each in enumerate(given) if any(isinstance(n, ast.Await) for n in ast.walk(each))]
            if words and waited and words[0] < waited[-1]:
                yield call.lineno


@pytest.mark.parametrize("path", _ROUTERS, ids=lambda path: path.stem)
def test_no_screen_takes_its_words_before_the_reader_is_known(path: Path) -> None:
    assert list(_too_early(path.read_text(encoding="utf-8"))) == []


def test_the_fault_would_be_seen() -> None:
    assert list(_too_early("async def f(turn): return screen(turn.tr, await turn.read(x, y))")) == [1]
