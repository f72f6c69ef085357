"""Whether period marks have their grounds: what a deputy looks at around a period's end (CTL-6) [004 §3, §4]."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction

from core.model.calendar import Period
from core.model.ids import GroupId, KlassId, PersonId, SchoolId, WorkId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.model.radar import Least


class ConcernKind(StrEnum):
    """What may be asked about, the most telling first."""

    APART = "apart"
    """The period mark is not the one that mean and rounding rule give."""
    FEW = "few"
    NO_WRITTEN = "no-written"
    NO_LABS = "no-labs"
    NO_PRACTICALS = "no-practicals"
    RUSH = "rush"
    """Most of the period's marks were set on its last days."""


@dataclass(frozen=True, slots=True)
class JudgedMark:
    """A mark of the period as it stands, with the instant at which it was recorded."""

    student: PersonId
    value: MarkValue
    work: WorkId
    kind: WorkKind
    weight: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class SetFinal:
    """A student's mark of the period, with the instant at which it was first set."""

    student: PersonId
    value: MarkValue
    set_at: datetime


@dataclass(frozen=True, slots=True)
class GroupBook:
    """A group's students, marks and period marks, and the least numbers of its subject."""

    group: GroupId
    klass: str
    subgroup: str
    subject: str
    teacher: str
    least: Least
    students: tuple[PersonId, ...]
    marks: tuple[JudgedMark, ...]
    finals: tuple[SetFinal, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """Something to ask about, of one student or (None) of the whole group.

    `have` and `least` are counts, for RUSH the marks of the last days and all of them; `mean` and `given` are set for
    APART alone.
    """

    kind: ConcernKind
    student: PersonId | None
    have: int = 0
    least: int = 0
    mean: Fraction | None = None
    proposed: MarkValue | None = None
    given: MarkValue | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A group with what may be asked about it."""

    book: GroupBook
    concerns: tuple[Concern, ...]


@dataclass(frozen=True, slots=True)
class ObjectivityFrame:
    """A school's period to look at, with its neighbours, and the classes that have it."""

    school: str
    today: date
    period: Period | None
    previous: Period | None
    next: Period | None
    klasses: tuple[tuple[KlassId, str], ...]


@dataclass(frozen=True, slots=True)
class KlassObjectivity:
    """A class's groups in a period, those with the most to ask about first; `names` of the students concerned."""

    school: SchoolId
    klass: KlassId
    name: str
    today: date
    period: Period
    judged: tuple[Judged, ...]
    names: dict[PersonId, PersonName]
