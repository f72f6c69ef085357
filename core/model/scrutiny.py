"""Access that was lost, what was done under it, and the days' seals (ACC-5, BEY-4)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.ids import LostReportId, PersonId, SchoolId
from core.model.people import PersonKind, PersonName


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


@dataclass(frozen=True, slots=True)
class LostReport:
    """Somebody's access that may have been in other hands `since` an instant (None: nobody has said yet)."""

    id: LostReportId
    school: SchoolId
    person: PersonId
    name: PersonName
    kind: PersonKind
    reported_at: datetime
    since: datetime | None
    closed_at: datetime | None
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Operation:
    """What was done under a lost access; `invalid` where it was after the report, `reversible`: a tap takes it back.

    `part` says which part of a lesson's record, `later` how many undecided ones on the same thing would go with it.
    """

    id: int
    seq: int
    kind: str
    at: datetime
    invalid: bool
    state: ReviewState
    reversible: bool
    lesson: LessonName | None = None
    student: PersonName | None = None
    before: str | None = None
    after: str | None = None
    part: str = ""
    later: int = 0


@dataclass(frozen=True, slots=True)
class LostCase:
    """A report with everything that is to be looked at, oldest first."""

    report: LostReport
    today: date
    operations: tuple[Operation, ...] = ()

    @property
    def pending(self) -> tuple[Operation, ...]:
        """Give what nobody has decided of yet."""
        return tuple(each for each in self.operations if each.state is ReviewState.PENDING)
