"""Marks. A mark is never overwritten: a correction is a new record that replaces the old one (JRN-9)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.ids import LessonId, MarkId, PersonId, WorkId


class MarkValue(StrEnum):
    """Everything that may stand in a cell of the journal as a mark (JRN-3)."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    PASSED = "passed"
    FAILED = "failed"
    NOT_ASSESSED = "na"
    EXEMPT = "exempt"

    @property
    def points(self) -> int | None:
        """Give 1..5, or None for what never enters a mean."""
        return int(self.value) if self.value.isdigit() else None


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as it stands. `value` is None when it was withdrawn; `root` is the first record of its chain."""

    id: MarkId
    lesson: LessonId
    work: WorkId
    student: PersonId
    value: MarkValue | None
    root: MarkId
    comment: str
    recorded_at: datetime
    recorded_by: PersonId
