"""Marks of a period, of the year, of an examination, overall: set beside the journal's current marks (JRN-11)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from core.model.ids import (
    FinalMarkId,
    GroupId,
    KlassId,
    LatePermissionId,
    LessonId,
    PeriodId,
    PersonId,
    SchoolId,
    SubjectId,
)
from core.model.mark import MarkValue
from core.model.radar import Count, Evidence


class FinalKind(StrEnum):
    """What a final mark sums up."""

    PERIOD = "period"
    YEAR = "year"
    EXAM = "exam"
    OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class TermKey:
    """Which final mark is meant: of a period, or by its kind of the year."""

    kind: FinalKind
    period: PeriodId | None = None


class FinalReason(StrEnum):
    """Reasons that need no typing, why a final mark is not the one proposed, or is changed; others are typed."""

    CONTROL_WORKS = "control-works"
    PROGRESS = "progress"
    RETAKE = "retake"
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class FinalMark:
    """A final mark as it stands. `value` is None when it was withdrawn; `root` is the first record of its chain.

    `year` is the calendar year in which the school year began, `period` is set for marks of a period alone, `held_on`
    is the day of an examination. `basis` is the exact mean it was set over, as «14/3», empty where there was none.
    """

    id: FinalMarkId
    kind: FinalKind
    student: PersonId
    klass: KlassId
    subject: SubjectId
    group: GroupId
    year: int
    period: PeriodId | None
    value: MarkValue | None
    proposed: MarkValue | None
    basis: str
    root: FinalMarkId
    recorded_at: datetime
    recorded_by: PersonId
    held_on: date | None = None
    reason: str = ""


class Doubt(StrEnum):
    """Why a proposal wants a look before it is accepted (BEY-13)."""

    CONTROL_WORKS = "control-works"
    """The control works tell something else: «the mean is 4.66, both control works are 3»."""
    NOT_ASSESSED = "not-assessed"
    """Most entries of the period, or one of the marks that are summed up, are no assessment."""
    INCOMPLETE = "incomplete"
    """One of the marks that are summed up is still to be set."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What marks come to: `value` is None where they propose nothing, `exact` the mean (weighted, of a period).

    `marks` of them were counted; `evidence` says what the subject asks for and what there is of it,
    `controls` are the marks of control works.
    """

    value: MarkValue | None
    exact: Fraction | None = None
    marks: int = 0
    evidence: Evidence = field(default_factory=Evidence)
    doubts: tuple[Doubt, ...] = ()
    controls: tuple[MarkValue, ...] = ()

    @property
    def lacks(self) -> tuple[Count, ...]:
        """Give what the subject asks for and there is not enough of."""
        return tuple(count for count in self.evidence.counts if count.missing)

    @property
    def clear(self) -> bool:
        """Tell whether it may be accepted unseen: nothing is missing, nothing speaks against it (BEY-13)."""
        return self.value is not None and not self.lacks and not self.doubts


class PermissionKind(StrEnum):
    """What a deputy's recorded permission opens (JRN-10, JRN-11)."""

    LESSON = "lesson"
    """Marks of one lesson, entered or changed after their window."""
    PERIOD = "period"
    """A group's marks of a closed period: current ones, late first entries included."""
    FINAL = "final"
    """The final marks of a group for a period, set or changed after their window."""


@dataclass(frozen=True, slots=True)
class LatePermission:
    """A request of a teacher, and what the deputy answered: `granted` is None until then.

    A granted one opens its place until the end of `until`, once: `used_at` ends it, and so does `ended_at`.
    `student` None: everybody of the lesson or group.
    """

    id: LatePermissionId
    school: SchoolId
    kind: PermissionKind
    group: GroupId
    asked_by: PersonId
    asked_at: datetime
    lesson: LessonId | None = None
    period: PeriodId | None = None
    student: PersonId | None = None
    granted: bool | None = None
    reason: str = ""
    until: date | None = None
    answered_by: PersonId | None = None
    answered_at: datetime | None = None
    used_at: datetime | None = None
    ended_at: datetime | None = None
