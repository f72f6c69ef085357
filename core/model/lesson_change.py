"""Changes of concrete lessons: substitution, cancellation, move, room (ADM-4) [000 §6; 003 А-28, В-6]."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.access import Subject
from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId
from core.model.journal import LessonFacts, LessonPart
from core.model.lesson import LessonState
from core.model.people import PersonName

ROOM_LIMIT = 50


class ChangeKind(StrEnum):
    """What was done to a lesson."""

    SUBSTITUTED = "substituted"
    CANCELLED = "cancelled"
    RETURNED = "returned"
    MOVED = "moved"
    ROOM = "room"


class ChangeReason(StrEnum):
    """Why, where it is known without typing."""

    ILLNESS = "illness"


@dataclass(frozen=True, slots=True)
class Placement:
    """Everything about a lesson that can be changed: whether, when, where and by whom it is given in whose place."""

    state: LessonState
    day: date
    number: int
    room: str = ""
    substitute: PersonId | None = None


@dataclass(frozen=True, slots=True)
class BusyLesson:
    """A lesson of a day as far as it can stand in the way of another one. `keeper` gives it; cancelled ones do not."""

    id: LessonId
    klass: KlassId
    klass_name: str
    grade: int
    group: GroupId
    subgroup: str
    subject: str
    number: int
    starts_at: datetime
    ends_at: datetime
    teacher: PersonId
    keeper: PersonId
    keeper_name: PersonName
    room: str
    state: LessonState


class Clash(StrEnum):
    """What would be in two places at a time. Students can't; with teachers and rooms a school may mean it."""

    STUDENTS = "students"
    TEACHER = "teacher"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A lesson that stands in the way, and by what."""

    clash: Clash
    other: BusyLesson


@dataclass(frozen=True, slots=True)
class Teacher:
    """A member of the teaching staff, with the subjects and classes they teach."""

    id: PersonId
    name: PersonName
    subjects: frozenset[int] = frozenset()
    klasses: frozenset[KlassId] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could give a lesson; `busy` is the lesson they have at that time.

    `away`: all lessons of their own on that day are given by others.
    """

    teacher: Teacher
    busy: BusyLesson | None = None
    away: bool = False
    same_subject: bool = False
    knows_klass: bool = False

    @property
    def free(self) -> bool:
        """Tell whether nothing speaks against them."""
        return self.busy is None and not self.away


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A change that was made: who, when, what, why."""

    kind: ChangeKind
    before: Placement
    after: Placement
    reason: str
    at: datetime
    by: PersonName


@dataclass(frozen=True, slots=True)
class ChangedLesson:
    """A lesson with where it was planned first, None where it never moved, and its changes, newest first.

    `held` are the parts of its record that exist already. `changeable`: the reader may change it.
    """

    facts: LessonFacts
    planned: tuple[date, int] | None = None
    history: tuple[ChangeRecord, ...] = ()
    held: tuple[LessonPart, ...] = ()
    changeable: bool = False
    names: dict[PersonId, PersonName] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wish: the lesson as it is now; or what stands in its way, and nothing was changed."""

    lesson: ChangedLesson
    conflicts: tuple[Conflict, ...] = ()

    @property
    def done(self) -> bool:
        """Tell whether it was done."""
        return not self.conflicts


@dataclass(frozen=True, slots=True)
class KlassName:
    """A class in a list."""

    id: KlassId
    name: str
    grade: int


@dataclass(frozen=True, slots=True)
class ChangesDay:
    """The changed lessons of a school's day by time. `changeable`: the reader may make changes."""

    school: SchoolId
    day: date
    today: date
    lessons: tuple[tuple[LessonFacts, tuple[date, int] | None], ...]
    previous: date | None = None
    next: date | None = None
    changeable: bool = False


@dataclass(frozen=True, slots=True)
class LessonsDay:
    """The lessons of one class or one teacher on a day, with the days around it; `title` is the class's name."""

    school: SchoolId
    day: date
    today: date
    lessons: tuple[LessonFacts, ...]
    klass: KlassName | None = None
    teacher: Teacher | None = None
    previous: date | None = None
    next: date | None = None


@dataclass(frozen=True, slots=True)
class IllDay:
    """A teacher's lessons of a day, each with the best substitutes for it."""

    day: LessonsDay
    suggested: dict[LessonId, tuple[Candidate, ...]]


@dataclass(frozen=True, slots=True)
class SubstituteList:
    """Who could give a lesson, the best first."""

    lesson: ChangedLesson
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class MoveDay:
    """A day to which a lesson may move: which numbers ring there, and what stands in the way of each."""

    lesson: ChangedLesson
    day: date
    numbers: tuple[tuple[int, Sequence[Conflict]], ...]


@dataclass(frozen=True, slots=True)
class MoveSheet:
    """A lesson that is to move, with the school days ahead."""

    lesson: ChangedLesson
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class RoomSheet:
    """The rooms of the school, with what takes each of them at the lesson's time."""

    lesson: ChangedLesson
    rooms: tuple[tuple[int, str, BusyLesson | None], ...]


def of_school(school: SchoolId, klass: KlassName) -> Subject:
    """Give what the access matrix needs to know of a class."""
    return Subject(school=school, klass=klass.id, grade=klass.grade)


def zone_of(facts: LessonFacts) -> ZoneInfo:
    """Give the time zone in which a lesson's day is counted."""
    return facts.rules.zone
