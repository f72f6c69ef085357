"""The school, its settings, subjects, classes and groups."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.ids import GroupId, KlassId, SchoolId, SubjectId
from core.model.overlay import Overrides

GRADES = range(1, 12)

Grades = frozenset[int]
ALL_GRADES: Grades = frozenset(GRADES)


def grades_to_mask(grades: Iterable[int]) -> int:
    """Pack grades 1..11 into bits, so that one column holds them."""
    return sum(1 << grade for grade in set(grades))


def grades_from_mask(mask: int) -> Grades:
    """Unpack what `grades_to_mask` packed."""
    return frozenset(grade for grade in GRADES if mask >> grade & 1)


class Preset(StrEnum):
    """Which regulation text a school follows (REG-1)."""

    MOSCOW_REGION = "moscow-region"
    SCHOOL_14 = "school-14"
    ANTSIR = "antsir"
    SGO = "sgo"


class EditWindow(StrEnum):
    """How long after the lesson a mark may be changed (REG-5) [001 §13; 003 §4.13]."""

    UNLIMITED = "unlimited"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    THREE_WEEKS = "three_weeks"
    MONTH = "month"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class PublicationWindow:
    """Local hours of school days in which marks are pushed (NTF-2)."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class School:
    """A school with the settings that rules ask for. `grace` is the time before a mark is pushed, `escalation_days` are
    working days after which the deputy hears of what is overdue (0: never).
    """

    id: SchoolId
    name: str
    short_name: str
    zone: ZoneInfo
    year_start: date
    year_end: date
    preset: Preset
    edit_window: EditWindow
    week_days: int
    round_up_from: Decimal
    grace: timedelta
    publication: PublicationWindow | None = None
    reserved: bool = False
    launched_on: date | None = None
    overrides: Overrides = ()
    escalation_days: int = 3

    @property
    def kept_from(self) -> date:
        """The first day whose lessons are kept here: nobody owes a record from before the launch (NTF-10)."""
        return max(self.year_start, self.launched_on or self.year_start)


@dataclass(frozen=True, slots=True)
class Subject:
    """A school subject."""

    id: SubjectId
    name: str
    short: str
    unassessed: bool = False


@dataclass(frozen=True, slots=True)
class Klass:
    """A class of the school, such as 7Б."""

    id: KlassId
    name: str
    grade: int


@dataclass(frozen=True, slots=True)
class Group:
    """Those of a class who are taught a subject together; `name` is empty for the whole class."""

    id: GroupId
    klass: Klass
    subject: Subject
    name: str = ""
