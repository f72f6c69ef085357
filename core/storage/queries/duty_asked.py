"""What is asked for when duties are reckoned: which school, which days, which things."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from zoneinfo import ZoneInfo

from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import Role
from core.rules.calendar import at_local, day_end

MARGIN = timedelta(days=60)
"""How long before the asked days something may have begun that reaches into them."""


class Need(Enum):
    """What some rows need to be known; all need classes, groups, staff, confirmations and pardons."""

    LESSONS = auto()
    LESSONS_AHEAD = auto()
    CLASSES_END = auto()
    PLANS = auto()
    PERIODS = auto()
    TAUGHT = auto()
    CLOSINGS = auto()
    FINALS = auto()
    TIMETABLES = auto()
    BELLS = auto()
    PEOPLE = auto()
    EVERYBODY = auto()
    DECLINED = auto()
    CHANGES = auto()
    EVENTS = auto()
    ENTRIES = auto()
    RESULTS = auto()
    REMARKS = auto()
    LOST = auto()
    APPEALS = auto()
    DOCUMENTS = auto()
    ANALYSES = auto()
    NOTICES = auto()


@dataclass(frozen=True, slots=True)
class Standing:
    """As what somebody may hold duties: in which roles, of which classes; None where it may be any of the school's."""

    roles: frozenset[Role]
    klasses: frozenset[KlassId] | None


@dataclass(frozen=True, slots=True)
class AskedFacts:
    """What to load: of a school in a zone, for the days `first` to `last` of the school year from `year_start` to
    `year_end`, as known at `now`; lessons so many `days_back` before; of some classes or one person's groups, if told.
    """

    school: SchoolId
    zone: ZoneInfo
    first: date
    last: date
    year_start: date
    year_end: date
    now: datetime
    needs: frozenset[Need]
    days_back: int = 3
    person: PersonId | None = None
    klasses: frozenset[KlassId] | None = None

    @property
    def classes_end(self) -> bool:
        """Whether terms are reckoned from the end of a class's lessons."""
        return Need.CLASSES_END in self.needs

    @property
    def since(self) -> datetime:
        """The instant at which the first asked day begins."""
        return at_local(self.first, datetime.min.time(), self.zone)

    @property
    def until(self) -> datetime:
        """The instant at which the last asked day is over."""
        return day_end(self.last, self.zone)
