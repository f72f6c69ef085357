"""School and class events as somebody plans them in the chat (CLS-6, DIA-8)."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from enum import StrEnum

from core.model.diary import Child, Holiday
from core.model.ids import KlassId, SchoolEventId, SchoolId
from core.model.lesson_change import KlassName
from core.model.school import Grades


class EventField(StrEnum):
    """What of an event is typed."""

    NAME = "name"
    TIME = "time"
    PLACE = "place"
    WORDS = "words"
    BRING = "bring"


LIMITS = {
    EventField.NAME: 120,
    EventField.TIME: 20,
    EventField.PLACE: 100,
    EventField.WORDS: 700,
    EventField.BRING: 300,
}
"""How many characters each may have."""


@dataclass(frozen=True, slots=True)
class EventPlan:
    """What is planned: from `day` to `until`, both included; `at` by the school's clock.

    For a class, for some grades, or, without either, for the whole school.
    """

    name: str
    day: date
    until: date | None = None
    at: time | None = None
    place: str = ""
    words: str = ""
    bring: str = ""
    klass: KlassId | None = None
    grades: Grades | None = None

    @property
    def last(self) -> date:
        """Give the last day."""
        return self.until or self.day


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event as it is kept; `audience` is who of those concerned sees it, `entered_at` when the school entered it."""

    id: SchoolEventId
    school: SchoolId
    plan: EventPlan
    klass_name: str = ""
    audience: str = "all"
    entered_at: datetime | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class EventTerm:
    """Until when the school's regulation wants an event entered, and where it says so."""

    due_at: datetime
    clause: str


@dataclass(frozen=True, slots=True)
class EventList:
    """What lies ahead of a school, or of a class of it; `may_add` for whoever plans for it, `may_bind` for whoever
    binds the class's group chat, `may_move` for whoever moves school days.
    """

    school: SchoolId
    klass: KlassId | None
    name: str
    today: date
    events: tuple[PlannedEvent, ...]
    may_add: bool
    may_bind: bool = False
    may_move: bool = False


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event, as the staff reads it; `late`: it was entered after its term."""

    event: PlannedEvent
    school_name: str
    zone: tzinfo
    today: date
    may_edit: bool
    term: EventTerm | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event that is being written: a new one, or a change of `event`; `number` tells it from other drafts.

    `home` is the class from whose list it was begun; `klasses` are those that the person may plan for, all grades and
    the whole school too where `school_wide`.
    """

    number: int
    school: SchoolId
    school_name: str
    zone: tzinfo
    today: date
    plan: EventPlan
    event: SchoolEventId | None = None
    home: KlassId | None = None
    term: EventTerm | None = None
    late: bool = False
    school_wide: bool = False
    klasses: tuple[KlassName, ...] = ()

    @property
    def klass_name(self) -> str:
        """Give the name of the class that the event is for."""
        return next((klass.name for klass in self.klasses if klass.id == self.plan.klass), "")


@dataclass(frozen=True, slots=True)
class ChildEvents:
    """What lies ahead of a child: events, days off and moved days."""

    child: Child
    today: date
    events: tuple[PlannedEvent, ...]
    holidays: tuple[Holiday, ...]
