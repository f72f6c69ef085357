"""Who can't be reached, why, and what is done about it (NTF-9) [000 §14]."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonName


class Hindrance(StrEnum):
    """Why a guardian gets no letter, or gives no sign of having read one."""

    NEVER = "never"
    """The code was never used, or the consent is lacking."""
    BLOCKED = "blocked"
    """The bot was stopped, or the account is gone."""
    DECLINED = "declined"
    """The electronic service was declined on paper."""
    SILENT = "silent"
    """Letters that must be read have stayed without any sign of life for three days."""


class Rung(StrEnum):
    """Where a family stands on the ladder: the first guardian, another one, the class teacher's list, paper."""

    REACHED = "reached"
    SECOND = "second"
    LISTED = "listed"
    PAPER = "paper"


class ReachStepKind(StrEnum):
    """What was done for a family that no letter reaches."""

    CALLED = "called"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known of one guardian's way to letters; instants are None where it did not happen.

    `entered_at`: since when an account is bound, confirmed and consented; `blocked_at`: since when all of the
    guardian's accounts are out of reach; `unanswered_at`: the oldest letter that must be read and came after the whole
    household's last sign of life; `since`: since when the child is in the class; `declined_on`: of the paper, if known.
    """

    guardian: PersonId
    name: PersonName
    relation: str
    electronic: bool
    since: date
    entered_at: datetime | None = None
    blocked_at: datetime | None = None
    unanswered_at: datetime | None = None
    declined_on: date | None = None


@dataclass(frozen=True, slots=True)
class Hindered:
    """A guardian who isn't reached: why, and since when."""

    contact: Contact
    why: Hindrance
    since: date


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done for a family; of paper, `day` is the Monday of its week."""

    kind: ReachStepKind
    day: date


@dataclass(frozen=True, slots=True)
class Family:
    """A student's household on the ladder, with what was done for it lately."""

    student: PersonId
    name: PersonName
    klass: KlassId
    rung: Rung
    hindered: tuple[Hindered, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class KlassReach:
    """The families of a class that aren't reached, or only in part; `week` is the Monday that paper is for."""

    school: SchoolId
    klass: KlassId
    name: str
    week: date
    today: date
    families: tuple[Family, ...]
    may_act: bool

    def on(self, *rungs: Rung) -> tuple[Family, ...]:
        """Give the families on these rungs."""
        return tuple(family for family in self.families if family.rung in rungs)


@dataclass(frozen=True, slots=True)
class KlassCount:
    """How many families of a class are on each rung."""

    klass: KlassId
    name: str
    counts: Mapping[Rung, int]


@dataclass(frozen=True, slots=True)
class PaperBatch:
    """Students of a class whose families get their week on paper; `handed` already got it."""

    klass: KlassId
    name: str
    week: date
    students: tuple[tuple[PersonId, PersonName], ...]
    handed: frozenset[PersonId]
