"""A family's word that a mark is wrong, and what became of it (DIA-11) [003 Е-1]."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from core.model.ids import AppealId, LessonId, MarkId, PersonId, SchoolId
from core.model.journal import LessonFacts
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName

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


@dataclass(frozen=True, slots=True)
class AppealCase:
    """An appeal with what people know it by; `record` and `now_value` are the mark as it stands (None: withdrawn).

    `corrigible`: the mark may be changed now, by its window or by leave.
    """

    appeal: Appeal
    facts: LessonFacts
    student: PersonName
    klass: str
    record: MarkId
    now_value: MarkValue | None
    kind: WorkKind
    title: str
    corrigible: bool = False

    @property
    def zone(self) -> ZoneInfo:
        """Give the school's zone."""
        return self.facts.rules.zone

    @property
    def due_on(self) -> date:
        """Give the last day for the answer."""
        return self.facts.local_day(self.appeal.due_at)
