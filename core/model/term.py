"""Due times as the regulation texts give them (REG-3), apart from any day they are reckoned for."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class TermKind(StrEnum):
    """How a due time is reckoned (REG-3)."""

    LESSON_DAY_AT = "lesson-day-at"
    LESSON_DAY_END = "lesson-day-end"
    HOURS_AFTER_CLASSES = "hours-after-classes"
    DAYS_AFTER_LESSON = "days-after-lesson"
    WORKING_DAYS_AFTER_LESSON = "working-days-after-lesson"
    DAYS_BEFORE_LESSON = "days-before-lesson"
    CHECK_DAY_END = "check-day-end"
    DAYS_AFTER_PERIOD_END = "days-after-period-end"
    DAYS_BEFORE_PERIOD_END = "days-before-period-end"
    ON_PERIOD_END = "on-period-end"
    DAYS_BEFORE_PERIOD_START = "days-before-period-start"
    ONCE_PER_PERIOD = "once-per-period"
    DAYS_BEFORE_YEAR_START = "days-before-year-start"
    DAYS_AFTER_YEAR_START = "days-after-year-start"
    DAYS_BEFORE_YEAR_END = "days-before-year-end"
    DAYS_AFTER_YEAR_END = "days-after-year-end"
    ON_YEAR_END = "on-year-end"
    FIXED_DATE = "fixed-date"
    DAILY = "daily"
    WEEKLY = "weekly"
    WEEKLY_AHEAD = "weekly-ahead"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    HOURS_AFTER_EVENT = "hours-after-event"
    DAYS_AFTER_EVENT = "days-after-event"
    WORKING_DAYS_AFTER_EVENT = "working-days-after-event"
    ON_EVENT_DAY = "on-event-day"
    BEFORE_EVENT = "before-event"
    DAYS_BEFORE_EVENT = "days-before-event"
    WORKING_DAYS_BEFORE_EVENT = "working-days-before-event"
    DAYS_AFTER_LAUNCH = "days-after-launch"
    WORKING_DAYS_AFTER_LAUNCH = "working-days-after-launch"
    BY_ORDER = "by-order"
    AS_NEEDED = "as-needed"
    STANDING = "standing"


class Happening(StrEnum):
    """What a term "after", "on the day of" or "before an event" is reckoned from."""

    ABSENCE_DOCUMENT = "absence-document"
    ACCESS_DATA = "access-data"
    BREACH = "breach"
    CLASS_EVENT = "class-event"
    DATA_ENTERED = "data-entered"
    DISCOVERY = "discovery"
    EMPLOYMENT = "employment"
    ENROLMENT = "enrolment"
    EXAM = "exam"
    HOLIDAYS = "holidays"
    MOVED_DAY = "moved-day"
    REQUEST = "request"
    RESULT = "result"
    SCHOOL_EVENT = "school-event"


@dataclass(frozen=True, slots=True)
class Term:
    """A due time with its parameters; only those of its kind are set.

    `at` is local time; `days` are calendar or working days by the kind; `month` and `day` are of a fixed date, which
    comes round each school year unless a `year` says that it was meant once.
    """

    kind: TermKind
    at: time | None = None
    days: int = 0
    hours: int = 0
    event: Happening | None = None
    month: int = 0
    day: int = 0
    year: int = 0
