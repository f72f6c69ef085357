"""Fill rates: how much of the journal is recorded, and who uses it (CTL-2) [004]."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import reduce

from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.people import PersonKind

_TENTH = Decimal("0.1")


class FillBy(StrEnum):
    """What the lines of fill rates stand for."""

    KLASS = "k"
    TEACHER = "t"


@dataclass(frozen=True, slots=True)
class Fill:
    """What is recorded of lessons that are over.

    `graded` are the lessons that ask for homework and marks: those of grade 1 do not. `marks` are counted as they
    stand; `seats` are the students of each group, once for each group; `planned` topics of the plan, `given` of them.
    """

    lessons: int = 0
    attendance: int = 0
    topics: int = 0
    graded: int = 0
    homework: int = 0
    marks: int = 0
    seats: int = 0
    planned: int = 0
    given: int = 0

    def plus(self, other: "Fill") -> "Fill":
        """Add up."""
        return Fill(
            self.lessons + other.lessons,
            self.attendance + other.attendance,
            self.topics + other.topics,
            self.graded + other.graded,
            self.homework + other.homework,
            self.marks + other.marks,
            self.seats + other.seats,
            self.planned + other.planned,
            self.given + other.given,
        )

    @property
    def marks_each(self) -> Decimal | None:
        """Give marks per student and subject, with one decimal; None where nobody is graded."""
        if not self.seats or not self.graded:
            return None
        return (Decimal(self.marks) / self.seats).quantize(_TENTH, ROUND_HALF_UP)


def percent(part: int, whole: int) -> int | None:
    """Give how many per cent, rounded down so that 100 means all; None of nothing."""
    return part * 100 // whole if whole else None


@dataclass(frozen=True, slots=True)
class FillRow:
    """A group as somebody teaches it in the asked month."""

    klass: KlassId
    klass_name: str
    group: GroupId
    subject: str
    subgroup: str
    teacher: PersonId
    teacher_name: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class Activity:
    """People of a kind: how many there are, have come in, and were here within a week."""

    kind: PersonKind
    people: int
    linked: int
    seen: int


@dataclass(frozen=True, slots=True)
class KlassActivity:
    """Students and guardians of a class: how many, come in, here within a week."""

    klass: KlassId
    kind: PersonKind
    people: int
    linked: int
    seen: int


@dataclass(frozen=True, slots=True)
class FillLine:
    """A class, a teacher, or a subject of a class."""

    key: int
    name: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class FillRates:
    """Fill rates of a month up to `last`; of a whole school, or of one class where `klass` names it."""

    school: SchoolId
    name: str
    first: date
    last: date
    earliest: date
    latest: date
    rows: tuple[FillRow, ...]
    activity: tuple[Activity, ...] = ()
    klasses: tuple[KlassActivity, ...] = ()
    klass: KlassId | None = None

    @property
    def total(self) -> Fill:
        """Add all up."""
        return _sum(row.fill for row in self.rows)

    def lines(self, by: FillBy) -> tuple[FillLine, ...]:
        """Give a line for each class or teacher, in the order of names."""
        found: dict[tuple[int, str], list[Fill]] = {}
        for row in self.rows:
            key = (row.klass, row.klass_name) if by is FillBy.KLASS else (row.teacher, row.teacher_name)
            found.setdefault(key, []).append(row.fill)
        lines = [FillLine(key, name, _sum(some)) for (key, name), some in found.items()]
        return tuple(sorted(lines, key=lambda line: _in_order(line.name)))

    def subjects(self) -> tuple[FillLine, ...]:
        """Give a line for each group as somebody teaches it."""
        rows = sorted(self.rows, key=lambda row: (row.subject, row.subgroup, row.teacher_name))
        return tuple(FillLine(row.group, _titled(row), row.fill) for row in rows)


def _titled(row: FillRow) -> str:
    subject = f"{row.subject} ({row.subgroup})" if row.subgroup else row.subject
    return f"{subject} · {row.teacher_name}"


def _sum(fills: Iterable[Fill]) -> Fill:
    return reduce(Fill.plus, fills, Fill())


def _in_order(name: str) -> tuple[int, str]:
    grade = "".join(sign for sign in name if sign.isdigit())
    return (int(grade) if name[:1].isdigit() else 0, name)
