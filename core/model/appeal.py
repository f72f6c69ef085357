"""A family's word that a mark is wrong, and what became of it (DIA-11) [003 Е-1]."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from core.model.diary import Child, GivenMark
from core.model.ids import AppealId, LessonId, MarkId, PersonId, SchoolId, WorkId
from core.model.journal import LessonFacts
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName, Role

WORDS_LIMIT = 300


class AppealReason(StrEnum):
    """What may be wrong, for those who would rather not type."""

    ANOTHER_VALUE = "another-value"
    NOT_MINE = "not-mine"
    WAS_ABSENT = "was-absent"
    HANDED_IN = "handed-in"
    OTHER = "other"


class AppealState(StrEnum):
    """Where an appeal stands: with the teacher, with the deputy, back with leave to correct, or ended in two ways."""

    OPEN = "open"
    FORWARDED = "forwarded"
    PERMITTED = "permitted"
    CORRECTED = "corrected"
    EXPLAINED = "explained"

    @property
    def ended(self) -> bool:
        """Tell whether the family has its answer."""
        return self in (AppealState.CORRECTED, AppealState.EXPLAINED)


NEXT_STATES: Mapping[AppealState, frozenset[AppealState]] = MappingProxyType(
    {
        AppealState.OPEN: frozenset(set(AppealState) - {AppealState.OPEN}),
        AppealState.FORWARDED: frozenset({AppealState.PERMITTED, AppealState.CORRECTED, AppealState.EXPLAINED}),
        AppealState.PERMITTED: frozenset({AppealState.CORRECTED, AppealState.EXPLAINED}),
        AppealState.CORRECTED: frozenset(),
        AppealState.EXPLAINED: frozenset(),
    }
)
"""A correction ends an appeal wherever it stands; nothing opens an ended one again."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal as it is kept. `mark` is the root of the mark's chain, `value` what stood when it was filed."""

    id: AppealId
    school: SchoolId
    mark: MarkId
    lesson: LessonId
    student: PersonId
    filed_by: PersonId
    filed_at: datetime
    due_at: datetime
    value: MarkValue
    reason: AppealReason
    words: str
    state: AppealState
    answer: str = ""
    answered_at: datetime | None = None
    answered_by: PersonId | None = None

    @property
    def side(self) -> str:
        """Tell who of the family speaks, as texts choose by it."""
        return "student" if self.filed_by == self.student else "guardian"


@dataclass(frozen=True, slots=True)
class AppealCase:
    """An appeal with what people know it by; `record` and `now_value` are the mark as it stands (None: withdrawn)."""

    appeal: Appeal
    facts: LessonFacts
    student: PersonName
    record: MarkId
    work: WorkId
    now_value: MarkValue | None
    kind: WorkKind
    title: str

    @property
    def due_on(self) -> date:
        """Give the last day for the answer, which counts to its end."""
        return self.facts.local_day(self.appeal.due_at - timedelta(seconds=1))


class AppealSide(StrEnum):
    """Who looks at an appeal, which decides what they may do with it."""

    FAMILY = "family"
    TEACHER = "teacher"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody of the office in service: by which role, for which grades, and whether they have come in to the bot."""

    person: PersonId
    role: Role
    grades: frozenset[int]
    entered: bool


@dataclass(frozen=True, slots=True)
class AppealView:
    """An appeal as one side sees it; `corrigible`: the mark may be changed now, by its window or by leave."""

    case: AppealCase
    side: AppealSide
    corrigible: bool
    today: date


@dataclass(frozen=True, slots=True)
class MarkCard:
    """A mark as a family may ask about it: what it is for, until when it may be called wrong, what was said of it.

    `refused` is the code why it may not be called wrong (any more); `may_file` is false for whoever only reads.
    `code` proves the record afterwards (`/check`), `written_at` is when the mark was recorded.
    """

    child: Child
    today: date
    mark: GivenMark
    lesson: LessonFacts
    written_at: datetime
    until: date
    clause: str
    may_file: bool
    refused: str = ""
    appeal: Appeal | None = None
    code: str = ""
