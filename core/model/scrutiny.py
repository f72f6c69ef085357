"""Access that was lost, what was done under it, and the days' seals (ACC-5, BEY-4)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model.ids import SchoolId


class ReviewState(StrEnum):
    """What was decided of an operation made under a lost access."""

    PENDING = "pending"
    KEPT = "kept"
    REVERSED = "reversed"
    SUPERSEDED = "superseded"
    """Somebody else has written there since: nothing is left to take back."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The chain's head at a day's end: the number of its entry and the entry's hash (32 bytes)."""

    school: SchoolId
    day: date
    seq: int
    hash: bytes
