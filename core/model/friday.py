"""A student's week as the parents read it on its last school day (BEY-3): of this student alone, never of others."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.model.ids import PersonId, SchoolId, SubjectId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue


@dataclass(frozen=True, slots=True)
class WeekMark:
    """A mark of the week as it stands."""

    subject: SubjectId
    name: str
    value: MarkValue
    kind: WorkKind
    weight: int
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class WeekWork:
    """A declared work: one that is to come, or one that lacks a mark; `refused`: «н/а» stands for it."""

    day: date
    subject: str
    kind: WorkKind
    title: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Absences:
    """Lessons since the year's start: missed, missed without a known reason, come late to; of the week all together."""

    missed: int = 0
    unexplained: int = 0
    late: int = 0
    of_week: int = 0


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a lesson of the week was about."""

    subject: str
    topic: str


@dataclass(frozen=True, slots=True)
class Rise:
    """A subject in which the weighted mean rose within the week, with two decimals each."""

    subject: str
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class StudentsWeek:
    """All that was recorded; `attended` counts the lessons of the week whose attendance was taken."""

    student: PersonId
    school: SchoolId
    grade: int
    marks: tuple[WeekMark, ...] = ()
    absences: Absences = field(default_factory=Absences)
    attended: int = 0
    lacking: tuple[WeekWork, ...] = ()
    ahead: tuple[WeekWork, ...] = ()
    learnt: tuple[Learnt, ...] = ()
