"""A school day that is held on another day (ADM-2) [002 VII]."""

from dataclasses import dataclass
from datetime import date, tzinfo

from core.model.ids import SchoolId
from core.model.school_event import EventTerm


@dataclass(frozen=True, slots=True)
class DayMove:
    """The lessons of `source` are held on `target`; `back`: they go back to where the timetable has them.

    `lessons` of `klasses` classes move; `late`: it is entered after its term.
    """

    school: SchoolId
    school_name: str
    zone: tzinfo
    today: date
    source: date
    target: date
    lessons: int
    klasses: int
    back: bool = False
    term: EventTerm | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class DayChoice:
    """Where days are chosen: the school with its first and last day to choose."""

    school: SchoolId
    school_name: str
    today: date
    last: date
