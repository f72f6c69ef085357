"""The demo school's data as written in `school.toml` and `plans.toml`."""

import tomllib
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Moscow")
TODAY = datetime(2026, 9, 24, 8, 52, tzinfo=ZONE).astimezone(UTC)
"""Thursday, in the middle of the first lesson: its record is still empty."""


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
