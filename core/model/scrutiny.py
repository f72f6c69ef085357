"""Access that was lost, what was done under it, and the days' seals (ACC-5, BEY-4)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.ids import SchoolId
from core.model.people import PersonName


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


class CheckState(StrEnum):
    """What a code tells of its record."""

    SAME = "same"
    SUPERSEDED = "superseded"
    """Unchanged itself, but the mark was corrected afterwards."""
    CHANGED = "changed"
    UNKNOWN = "unknown"
    """There is no such record, or not for this reader: one answer for both."""


@dataclass(frozen=True, slots=True)
class LessonName:
    """A lesson as it is called in lists."""

    klass: str
    subgroup: str
    subject: str
    day: date
    number: int


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """A record that was checked by its code; everything but the state is empty where nothing may be shown."""

    state: CheckState
    kind: str = ""
    at: datetime | None = None
    zone: ZoneInfo | None = None
    lesson: LessonName | None = None
    student: PersonName | None = None
    before: str | None = None
    after: str | None = None
