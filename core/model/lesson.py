"""Concrete lessons and the works done in them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId, SubjectId, WorkId


class LessonState(StrEnum):
    """Whether a lesson takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class WorkKind(StrEnum):
    """What a mark is given for (JRN-3). The weights are defaults that a teacher may change for each work."""

    ANSWER = "answer"
    HOMEWORK = "homework"
    INDEPENDENT = "independent"
    CONTROL = "control"
    TEST = "test"
    DICTATION = "dictation"
    ESSAY = "essay"
    LAB = "lab"
    PRACTICAL = "practical"
    PROJECT = "project"
    DIAGNOSTIC = "diagnostic"

    @property
    def weight(self) -> int:
        """Give the default weight, a whole number."""
        return _WEIGHTS.get(self, 1)

    @property
    def declared(self) -> bool:
        """Tell whether every student of the group owes a mark, an absence or an exemption for it (JRN-17)."""
        return self in DECLARED_KINDS

    @property
    def written(self) -> bool:
        """Tell whether it counts among the written works that a period mark asks for (JRN-11) [004 §3]."""
        return self in _WRITTEN

    @property
    def long_check(self) -> bool:
        """Tell whether checking may take longer than a current mark may [000 §8]."""
        return self in _LONG_CHECK


_WEIGHTS = {
    WorkKind.CONTROL: 3,
    WorkKind.DIAGNOSTIC: 3,
    WorkKind.TEST: 2,
    WorkKind.DICTATION: 2,
    WorkKind.ESSAY: 2,
    WorkKind.INDEPENDENT: 2,
    WorkKind.PROJECT: 2,
}
DECLARED_KINDS = (WorkKind.CONTROL, WorkKind.DIAGNOSTIC, WorkKind.DICTATION, WorkKind.ESSAY, WorkKind.TEST)
_WRITTEN = frozenset({*DECLARED_KINDS, WorkKind.INDEPENDENT})
_LONG_CHECK = frozenset({WorkKind.CONTROL, WorkKind.DIAGNOSTIC, WorkKind.DICTATION, WorkKind.ESSAY, WorkKind.PROJECT})

WEIGHT_LIMIT = 10


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of one group on one day, with the instants at which its record became complete (None = still open).

    `planned` is the day and number it was moved from, None for a lesson in its own place (ADM-4).
    """

    id: LessonId
    school: SchoolId
    group: GroupId
    klass: KlassId
    grade: int
    subject: SubjectId
    day: date
    number: int
    starts_at: datetime
    ends_at: datetime
    teacher: PersonId
    substitute: PersonId | None
    state: LessonState
    room: str = ""
    topic: str | None = None
    attendance_at: datetime | None = None
    topic_at: datetime | None = None
    homework_at: datetime | None = None
    marks_at: datetime | None = None
    planned: tuple[date, int] | None = None

    @property
    def keeper(self) -> PersonId:
        """Whoever keeps the record of this lesson: the substitute where there is one (JRN-13) [003 §4.11]."""
        return self.substitute or self.teacher


@dataclass(frozen=True, slots=True)
class Work:
    """Something marks are given for in a lesson. `check_until` is set for long-check works (JRN-8).

    `received_at`: when the results of an external diagnostic work came to the school (JRN-14).
    """

    id: WorkId
    lesson: LessonId
    kind: WorkKind
    weight: int
    title: str = ""
    check_until: date | None = None
    done_at: datetime | None = None
    received_at: datetime | None = None

    @property
    def awaited(self) -> bool:
        """Whether an external work's results have yet to come: until then nobody can mark it [004 §2]."""
        return self.kind is WorkKind.DIAGNOSTIC and self.received_at is None and self.done_at is None
