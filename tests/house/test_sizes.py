"""Small files, small functions: the limits of the house."""

import ast
from collections.abc import Iterator
from statistics import median

from tests.house.sources import ROOT, Source, sources, sources_of_tests

FILE_LIMIT = 400
FILE_MEDIAN = 120
FUNCTION_LIMIT = 50
FUNCTION_MEDIAN = 10
HANDLER_LIMIT = 20

EXEMPT = {
    "migrations/versions/": "one step of the disk's shape, written once by alembic and read from top to bottom",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _measured(files: tuple[Source, ...]) -> list[Source]:
    return [file for file in files if not file.path.startswith(tuple(EXEMPT))]


def _functions(file: Source) -> Iterator[tuple[str, Function, int]]:
    for node in ast.walk(file.tree):
        if isinstance(node, Function):
            yield f"{file.path}:{node.lineno} {node.name}", node, _length(node)


def _length(function: Function) -> int:
    """Lines from `def` to the end without the docstring, which is for reading."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


def _lines(file: Source) -> int:
    return file.text.count("\n")


def test_files_are_short() -> None:
    long = {file.path: _lines(file) for file in _measured(sources() + sources_of_tests()) if _lines(file) > FILE_LIMIT}
    assert not long


def test_pages_and_texts_are_short() -> None:
    others = [path for pattern in ("bot/**/*.js", "bot/**/*.css", "locales/**/*.ftl") for path in ROOT.glob(pattern)]
    long = {str(file.relative_to(ROOT)) for file in others if file.read_text("utf-8").count("\n") > FILE_LIMIT}
    assert not long


def test_functions_are_short() -> None:
    every = [entry for file in _measured(sources()) for entry in _functions(file)]
    assert not {name: length for name, _, length in every if length > FUNCTION_LIMIT}


def test_handlers_are_short() -> None:
    routers = [file for file in sources() if file.path.startswith("bot/routers/")]
    every = [entry for file in routers for entry in _functions(file)]
    assert not {name: length for name, node, length in every if _is_handler(node) and length > HANDLER_LIMIT}


def _is_handler(function: Function) -> bool:
    named = (ast.unparse(argument.annotation) for argument in function.args.args if argument.annotation is not None)
    return "Turn" in named


def test_medians_are_low() -> None:
    measured = _measured(sources())
    assert median(_lines(file) for file in measured if file.text.strip()) <= FILE_MEDIAN
    assert median(length for file in measured for _, _, length in _functions(file)) <= FUNCTION_MEDIAN
