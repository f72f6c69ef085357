"""Time is an argument: only the clock asks what time it is."""

import ast

from tests.house.sources import Source, sources

ALLOWED = {
    "core/model/clock.py": "this is the clock",
}
MODULES = {"datetime", "date", "datetime.datetime", "datetime.date"}
ASKING = {f"{module}.{name}" for module in MODULES for name in ("now", "utcnow", "today")} | {
    f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime")
}


def _questions(file: Source) -> list[str]:
    used = (node for node in ast.walk(file.tree) if isinstance(node, ast.Attribute))
    return [f"{file.path}:{node.lineno}" for node in used if ast.unparse(node) in ASKING]


def test_nobody_asks_the_time_but_the_clock() -> None:
    assert not [line for file in sources() if file.path not in ALLOWED for line in _questions(file)]


def test_sql_does_not_ask_the_time_either() -> None:
    asking = ("CURRENT_TIMESTAMP", "func.now(", "datetime('now'", "julianday('now'")
    found = [file.path for file in sources() for words in asking if words in file.text]
    assert not found
