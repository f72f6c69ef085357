"""What a period mark asks for and who is short of it: the attestation radar (BEY-2) [004 §3]."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.model.calendar import Period
from core.model.ids import GroupId, PersonId
from core.model.mark import MarkValue
from core.model.people import PersonName


class Need(StrEnum):
    """What a subject may ask a least number of, for a period mark."""

    MARKS = "marks"
    WRITTEN = "written"
    LABS = "labs"
    PRACTICALS = "practicals"


@dataclass(frozen=True, slots=True)
class Least:
    """The least numbers a subject asks for in a period; 0 where it asks for none."""

    marks: int = 0
    written: int = 0
    labs: int = 0
    practicals: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of what a subject asks for, and how many it asks for."""

    need: Need
    have: int
    least: int

    @property
    def missing(self) -> int:
        """Count what is still to come."""
        return max(0, self.least - self.have)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a subject asks for, with what a student has of it."""

    counts: tuple[Count, ...] = ()

    @property
    def missing(self) -> int:
        """Count the marks that would make it complete: one for a written work is one of the marks, too."""
        marks = sum(count.missing for count in self.counts if count.need is Need.MARKS)
        return max(marks, sum(count.missing for count in self.counts if count.need is not Need.MARKS))

    def of(self, need: Need) -> Count:
        """Give the count of one need; nothing is asked of what is not there."""
        return next((count for count in self.counts if count.need is need), Count(need, 0, 0))


class Risk(StrEnum):
    """Whether a period mark may fail for want of marks: complete, short, nearly too late, too late."""

    NONE = "none"
    SHORT = "short"
    URGENT = "urgent"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class RadarLine:
    """A student of a group: what there is of what is asked, the mark that is coming or was set, the last mark's day."""

    student: PersonId
    name: PersonName
    evidence: Evidence
    risk: Risk
    weighted: Decimal | None = None
    expected: MarkValue | None = None
    last_mark_on: date | None = None
    one_mark_lifts: bool = False
    final: MarkValue | None = None

    @property
    def failing(self) -> bool:
        """Tell whether a mark below three is coming; one that was set comes no more."""
        return self.final is None and self.expected in (MarkValue.ONE, MarkValue.TWO)


@dataclass(frozen=True, slots=True)
class TaughtGroup:
    """A group as people name it: class, subject, and the subgroup's name (empty for the whole class)."""

    id: GroupId
    klass: str
    subject: str
    subgroup: str = ""


@dataclass(frozen=True, slots=True)
class Radar:
    """A group's students before the period's end; `period` is None between periods. The nearest risk comes first.

    `lessons_left` are those not given yet that still belong to the period.
    """

    group: TaughtGroup
    today: date
    period: Period | None
    least: Least
    lessons_left: int = 0
    lines: tuple[RadarLine, ...] = ()
    assessed: bool = True

    @property
    def short(self) -> int:
        """Count those who lack something, or fail."""
        return sum(line.risk is not Risk.NONE or line.failing for line in self.lines)


class AskReason(StrEnum):
    """Why somebody is to be asked next lesson, the weightiest first."""

    NO_MARKS = "no-marks"
    FEW_MARKS = "few-marks"
    FAILING = "failing"
    LONG_AGO = "long-ago"
    ONE_MARK_LIFTS = "one-mark-lifts"


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody to ask, and why."""

    line: RadarLine
    reasons: tuple[AskReason, ...]
