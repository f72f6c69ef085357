"""One's own duties, and a duty's card with what may be done about it (NTF-5, BEY-9)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.duty import Duty, DutyState, DutySubject, Pardon
from core.model.duty_sheet import DutyNames
from core.model.ids import SchoolId
from core.model.people import PersonName
from core.model.regulation import Matter, Rule


@dataclass(frozen=True, slots=True)
class Line:
    """A duty in short, as lists say it: its row, what it is about with names, until when; `reason` while it waits."""

    title: str
    about: Matter
    clause: str
    binding: bool
    subject: DutySubject
    names: DutyNames
    due_at: datetime
    zone: ZoneInfo
    reason: str | None = None

    def state(self, now: datetime) -> DutyState:
        """Give how it stands as long as it isn't done."""
        if now > self.due_at:
            return DutyState.OVERDUE
        return DutyState.OPEN if self.reason is None else DutyState.PAUSED

    def place(self, now: datetime) -> tuple[int, bool, datetime]:
        """Where it stands in a list: overdue first, recommendations behind what binds, the earliest due first."""
        return _PLACES[self.state(now)], not self.binding, self.due_at


_PLACES = {DutyState.OVERDUE: 0, DutyState.OPEN: 1, DutyState.PAUSED: 2}


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty with the names of what it is about, and the zone in which its school counts days."""

    duty: Duty
    names: DutyNames
    zone: ZoneInfo

    @property
    def line(self) -> Line:
        """Give it in short."""
        duty = self.duty
        waits = duty.pardon if duty.state is DutyState.PAUSED else None
        return Line(
            title=duty.rule.title,
            about=duty.rule.about,
            clause=duty.rule.clause,
            binding=duty.rule.binding,
            subject=duty.subject,
            names=self.names,
            due_at=duty.due_at,
            zone=self.zone,
            reason=waits.reason if waits else None,
        )


@dataclass(frozen=True, slots=True)
class DutyCard:
    """A duty as one person sees it: whether it is `mine` to do, and what may be done about it just now."""

    school: SchoolId
    owed: Owed
    mine: bool
    may_confirm: bool = False
    may_reopen: bool = False
    may_pardon: bool = False


@dataclass(frozen=True, slots=True)
class DutyOf:
    """Which duty: the number of its row, and its subject's key."""

    row: int
    key: str


class Deal(StrEnum):
    """Why, and for what, duties are pardoned: of one person, of this duty alone, of a class, of a row."""

    ILLNESS = "i"
    LONG_CHECK = "l"
    POWER_CUT = "p"
    POWER_CUT_KLASS = "k"
    POWER_CUT_RULE = "r"
    OWN_WORDS = "w"


PARDON_CODE = "="
"""Before a pardon's reason that is nobody's own words but a `Deal`: it is said in each reader's language."""


@dataclass(frozen=True, slots=True)
class GivenPardon:
    """A pardon that holds: of a row and a subject where it names them; whether the reader may end it."""

    pardon: Pardon
    rule: Rule | None
    subject: DutySubject | None
    may_end: bool


@dataclass(frozen=True, slots=True)
class PardonList:
    """The pardons of a school that hold, the one that ends first before the others, with the names they need."""

    school: SchoolId
    name: str
    zone: ZoneInfo
    pardons: tuple[GivenPardon, ...]
    names: DutyNames


@dataclass(frozen=True, slots=True)
class ToldPardon:
    """A pardon with who gave it, and whether it was ended before its time."""

    pardon: Pardon
    by: PersonName
    ended: bool
