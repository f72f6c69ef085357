"""What somebody takes into the calendar of a phone: lessons, events, days off (DIA-8)."""

from dataclasses import dataclass
from datetime import date

from core.model.diary import Child, DiaryLesson, Holiday
from core.model.journal import LessonFacts
from core.model.school_event import PlannedEvent


@dataclass(frozen=True, slots=True)
class ChildCalendar:
    """A child's lessons from `first` to `last`, with the events and days off of the time."""

    child: Child
    first: date
    last: date
    lessons: tuple[DiaryLesson, ...]
    events: tuple[PlannedEvent, ...]
    holidays: tuple[Holiday, ...]


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """A teacher's own lessons from `first` to `last`, substitutions included, with the events that concern them."""

    first: date
    last: date
    lessons: tuple[LessonFacts, ...]
    events: tuple[PlannedEvent, ...]
