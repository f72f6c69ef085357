"""Changes of concrete lessons: substitution, cancellation, move, room (ADM-4) [000 §6; 003 А-28, В-6]."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.attendance import Presence
from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId, SubjectId
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
    """Why, where it is known without typing: the teacher is not there."""

    ABSENCE = "absence"


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
    subject_id: SubjectId
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
    """A lesson with its changes, newest first.

    `held` are the parts of its record that exist already; `over`: it has ended.
    """

    facts: LessonFacts
    history: tuple[ChangeRecord, ...] = ()
    held: tuple[LessonPart, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class Assigned:
    """Homework of a group by its days; `student` is set where it is one student's own."""

    given_on: date
    due_on: date
    student: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wish: it was done; or what stands in its way, and nothing was changed.

    `freed` is who was to give the lesson before, `homework_on` the day for which its homework is now, where that moved.
    """

    facts: LessonFacts
    freed: PersonId
    conflicts: tuple[Conflict, ...] = ()
    homework_on: date | None = None

    @property
    def may_insist(self) -> bool:
        """Tell whether it can be done all the same: teachers and rooms may be meant to serve two lessons at once."""
        return not any(conflict.clash is Clash.STUDENTS for conflict in self.conflicts)


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
    lessons: tuple[LessonFacts, ...]
    changeable: bool = False


@dataclass(frozen=True, slots=True)
class KlassDay:
    """The lessons of a class on a day by time. `plans`: the reader keeps the thematic plans of the class, too."""

    school: SchoolId
    klass: KlassName
    day: date
    lessons: tuple[LessonFacts, ...]
    plans: bool = False


@dataclass(frozen=True, slots=True)
class TeacherLesson:
    """A lesson of a teacher, with those who could best give it instead."""

    lesson: BusyLesson
    suggested: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class AwayDay:
    """The lessons of a teacher on a day, given or handed over, each with substitutes (JRN-13)."""

    school: SchoolId
    teacher: Teacher
    day: date
    lessons: tuple[TeacherLesson, ...]


@dataclass(frozen=True, slots=True)
class SubstituteList:
    """Who could give a lesson, the best first."""

    facts: LessonFacts
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class MoveDays:
    """A lesson that is to move, with the school days around its own."""

    facts: LessonFacts
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class MoveNumbers:
    """The lesson numbers that ring on a day for the lesson's class, each with what stands in the way there."""

    facts: LessonFacts
    day: date
    numbers: tuple[tuple[int, tuple[Conflict, ...]], ...]


@dataclass(frozen=True, slots=True)
class RoomList:
    """The rooms of the school by id and name, with the lesson that takes each at that time."""

    facts: LessonFacts
    rooms: tuple[tuple[int, str, BusyLesson | None], ...]


@dataclass(frozen=True, slots=True)
class DueTask:
    """Homework to be collected in a lesson; `student` is named where it is one student's own."""

    text: str
    student: PersonName | None = None


@dataclass(frozen=True, slots=True)
class SubstitutionCard:
    """What a substitute needs to know before a lesson (BEY-10).

    `missing` are those absent in an earlier lesson of the day, or recorded absent in this one; `topic` and `task` are
    the plan's, `given` when the topic is written already.
    """

    facts: LessonFacts
    pupils: tuple[PersonName, ...]
    missing: tuple[tuple[PersonName, Presence], ...] = ()
    due: tuple[DueTask, ...] = ()
    topic: str = ""
    task: str = ""
    given: bool = False
