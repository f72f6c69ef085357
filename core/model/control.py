"""Control of how the journals are kept: the deputy's remarks, the analyses (CTL-3, CTL-4)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.ids import PersonId, SchoolId
from core.model.people import PersonName

CONTROL_REMARK_LIMIT = 1000
ANALYSIS_LIMIT = 3500


class RemarkState(StrEnum):
    """Where a control remark stands: the teacher's turn, the deputy's turn, done with."""

    OPEN = "open"
    RESOLVED = "resolved"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class ControlRemark:
    """A deputy's remark to a teacher with all that became of it; `due_on` is the last day to put it right."""

    id: int
    school: SchoolId
    zone: ZoneInfo
    teacher: PersonId
    teacher_name: PersonName
    text: str
    due_on: date
    written_at: datetime
    writer: PersonId
    writer_name: PersonName
    answer: str = ""
    resolved_at: datetime | None = None
    returned_at: datetime | None = None
    confirmed_at: datetime | None = None

    @property
    def state(self) -> RemarkState:
        """Tell whose turn it is."""
        if self.confirmed_at is not None:
            return RemarkState.CONFIRMED
        return RemarkState.OPEN if self.resolved_at is None else RemarkState.RESOLVED

    def overdue(self, today: date) -> bool:
        """Tell whether the teacher's time is over without a word that it is put right."""
        return self.state is RemarkState.OPEN and self.due_on < today


@dataclass(frozen=True, slots=True)
class RemarkForm:
    """To whom, and the last days that may be offered to put it right."""

    teacher: PersonId
    name: PersonName
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class RemarkView:
    """A remark as somebody sees it: who may put it right, who may judge that, and the days to offer for the latter."""

    remark: ControlRemark
    today: date
    mine: bool = False
    judges: bool = False
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class RemarkList:
    """Open remarks, the earliest due first."""

    school: SchoolId
    today: date
    remarks: tuple[ControlRemark, ...]


class AnalysisSpan(StrEnum):
    """What an analysis looks at [002 §4б]."""

    WEEK = "week"
    MONTH = "month"
