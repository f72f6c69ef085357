"""The board of duties: how many were done in time, late, are overdue, open or pardoned, by whom and by what (CTL-1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from zlib import crc32
from zoneinfo import ZoneInfo

from core.model.duty import Duty, DutyState
from core.model.duty_sheet import DutyNames
from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId, SubjectId
from core.model.people import PersonName
from core.model.regulation import Rule


class BoardSpan(StrEnum):
    """The days that a board looks at, up to today: today, this week, this month, this reporting period."""

    DAY = "d"
    WEEK = "w"
    MONTH = "m"
    PERIOD = "p"


class BoardBy(StrEnum):
    """What the lines of a board stand for."""

    TEACHER = "t"
    KLASS = "k"
    RULE = "r"


class BoardOf(StrEnum):
    """Which duties a board counts: those about lessons' records, all others, or both together."""

    LESSONS = "l"
    OTHERS = "o"
    ALL = "a"


class Seen(NamedTuple):
    """What the board reads of a lesson; a plain tuple, for a month of a school has ten thousand of them.

    `keeper` keeps the record; `taught`: somebody is in its group; `classes_end` only where a term is reckoned from it.
    """

    id: LessonId
    group: GroupId
    klass: KlassId
    subject: SubjectId
    grade: int
    day: date
    number: int
    starts_at: datetime
    ends_at: datetime
    keeper: PersonId
    taught: bool
    classes_end: datetime | None
    attendance_at: datetime | None
    topic_at: datetime | None
    homework_at: datetime | None
    marks_at: datetime | None


class Cell(NamedTuple):
    """Duties of one kind: whose, of which class (None: of none), by which rule, and how they stand."""

    holder: PersonId | None
    klass: KlassId | None
    rule: str
    state: DutyState


@dataclass(frozen=True, slots=True)
class Tally:
    """How duties stand, counted."""

    done: int = 0
    late: int = 0
    overdue: int = 0
    open: int = 0
    paused: int = 0

    @property
    def total(self) -> int:
        """Count all of them."""
        return self.done + self.late + self.overdue + self.open + self.paused

    @property
    def in_time(self) -> int | None:
        """Give how many per cent of what is due were done in time, rounded down; None where nothing is due yet."""
        due = self.done + self.late + self.overdue
        return self.done * 100 // due if due else None

    @property
    def badness(self) -> tuple[int, int, int]:
        """Give the key that sorts the worst last: overdue first of all, then late, then open."""
        return self.overdue, self.late, self.open


_FIELDS = {
    DutyState.DONE: "done",
    DutyState.DONE_LATE: "late",
    DutyState.OVERDUE: "overdue",
    DutyState.OPEN: "open",
    DutyState.PAUSED: "paused",
}


def tally_of(counts: Iterable[tuple[DutyState, int]]) -> Tally:
    """Add up (state, how many) pairs."""
    sums = dict.fromkeys(_FIELDS.values(), 0)
    for state, count in counts:
        sums[_FIELDS[state]] += count
    return Tally(**sums)


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line of a board: the id of a teacher or a class, or the id of a rule; `name` is empty for a rule."""

    key: int | str
    name: str
    tally: Tally
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """A board of a school from `first` to `last`, the worst line first."""

    school: SchoolId
    name: str
    span: BoardSpan
    by: BoardBy
    of: BoardOf
    first: date
    last: date
    lines: tuple[BoardLine, ...]
    total: Tally


@dataclass(frozen=True, slots=True)
class BoardPart:
    """What a board has of one teacher, class or rule: `lines` by rule, or by teacher where it is about a rule.

    `remarks` are open ones to the teacher; `may_remark`, `may_tell`, `may_pardon`: what the reader may do about it,
    `whole_school` whether the reader sees the board of the school.
    """

    school: SchoolId
    by: BoardBy
    key: int | str
    name: str
    span: BoardSpan
    first: date
    last: date
    lines: tuple[BoardLine, ...]
    total: Tally
    people: tuple[BoardLine, ...] = ()
    rule: Rule | None = None
    remarks: int = 0
    may_remark: bool = False
    may_tell: bool = False
    may_pardon: bool = False
    whole_school: bool = True
    of: BoardOf = BoardOf.ALL


@dataclass(frozen=True, slots=True)
class BoardLesson:
    """A lesson as lists of duties name it."""

    day: date
    number: int
    klass: str
    subject: str


@dataclass(frozen=True, slots=True)
class BoardDuties:
    """The duties behind a cell, the worst first; `lessons` names those that are about one, `names` what others are."""

    part: BoardPart
    rule: Rule
    zone: ZoneInfo
    duties: tuple[Duty, ...]
    lessons: Mapping[LessonId, BoardLesson]
    names: DutyNames | None = None


def rule_number(rule: str) -> int:
    """Give the number under which a rule's id travels in buttons: the same in every process and version."""
    return crc32(rule.encode()) or 1


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what the lines of a board are."""

    people: Mapping[PersonId, PersonName]
    klasses: Mapping[KlassId, str]
