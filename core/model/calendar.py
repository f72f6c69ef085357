"""Periods, days off, moved days and bells as a school enters them (ADM-2)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from core.model.ids import PeriodId
from core.model.school import ALL_GRADES, Grades


class PeriodKind(StrEnum):
    """Kinds of reporting periods."""

    QUARTER = "quarter"
    TRIMESTER = "trimester"
    HALF_YEAR = "half_year"
    YEAR = "year"


class CalendarKind(StrEnum):
    """What a calendar entry says of its days."""

    VACATION = "vacation"
    PUBLIC_HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Period:
    """A reporting period of some grades; both ends included."""

    id: PeriodId
    name: str
    kind: PeriodKind
    grades: Grades
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """Vacation, public holiday, day off or moved school day; both ends included.

    A moved day is taught by the timetable of `taught_as_day` (a date) or `taught_as_weekday` (0 = Monday).
    """

    name: str
    kind: CalendarKind
    starts_on: date
    ends_on: date
    grades: Grades = ALL_GRADES
    taught_as_day: date | None = None
    taught_as_weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Bell:
    """When a numbered lesson of a bell set begins and ends, local time, on which weekdays (0 = Monday) and for whom."""

    bell_set: str
    number: int
    starts: time
    ends: time
    weekdays: frozenset[int] = frozenset(range(6))
    grades: Grades = ALL_GRADES


class WeekParity(StrEnum):
    """In which weeks a timetable entry is taught; weeks are counted from the one of the year's first day (odd)."""

    EVERY = "every"
    ODD = "odd"
    EVEN = "even"
