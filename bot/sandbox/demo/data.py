"""The demo school's data as written in `school.toml` and `plans.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def school() -> dict[str, Any]:
    """Give the school: settings, staff, classes, names."""
    return tomllib.loads((files(__package__) / "school.toml").read_text("utf-8"))


@cache
def plans() -> dict[str, Any]:
    """Give topics by subject; «default» serves the rest."""
    return tomllib.loads((files(__package__) / "plans.toml").read_text("utf-8"))


@cache
def words() -> dict[str, Any]:
    """Give what the demo writes into sheets and lessons: headings, homework, remarks."""
    return tomllib.loads((files(__package__) / "words.toml").read_text("utf-8"))
