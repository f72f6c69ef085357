"""One line of the answer of `diary check`."""

from dataclasses import dataclass, field
from enum import Enum

from locales.translator import Value


class Level(Enum):
    """How a finding looks."""

    GOOD = "check-good"
    NOTE = "check-note"
    BAD = "check-bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the answer: its weight, the text's id and values."""

    level: Level
    text: str
    values: dict[str, Value] = field(default_factory=dict)
