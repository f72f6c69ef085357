"""Works declared ahead: a class's calendar of control works, and what speaks against a place in it (BEY-8)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model.homework_load import DayLoad
from core.model.ids import GroupId, KlassId, LessonId, SchoolId, SubjectId, WorkId
from core.model.journal import LessonFacts
from core.model.lesson import WorkKind


@dataclass(frozen=True, slots=True)
class Place:
    """A lesson that a work may be written in; `first` and `last`: of the class's day."""

    lesson: LessonId
    group: GroupId
    day: date
    number: int
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A work that everybody of a group writes; `subgroup` is empty for the whole class."""

    id: WorkId
    lesson: LessonId
    day: date
    number: int
    group: GroupId
    subgroup: str
    subject: SubjectId
    subject_name: str
    kind: WorkKind
    title: str = ""


class Caution(StrEnum):
    """What speaks against a work in a lesson."""

    SECOND_ON_DAY = "second"
    TOO_OFTEN = "often"
    FIRST_LESSON = "first"
    LAST_LESSON = "last"


@dataclass(frozen=True, slots=True)
class Cautioned:
    """A caution, and the other work it is about."""

    caution: Caution
    other: PlannedWork | None = None


@dataclass(frozen=True, slots=True)
class AheadSheet:
    """A lesson to come: works declared for it, what speaks against one more, and free places of the group near it."""

    facts: LessonFacts
    works: tuple[PlannedWork, ...]
    cautions: tuple[Cautioned, ...]
    free: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class KlassWeek:
    """A class's week for who watches over it: works by day, homework's load of each school day."""

    klass: KlassId
    name: str
    grade: int
    school: SchoolId
    monday: date
    today: date
    works: tuple[PlannedWork, ...]
    loads: tuple[DayLoad, ...]


@dataclass(frozen=True, slots=True)
class KlassWorks:
    """A class of a parallel with its works of some weeks."""

    klass: KlassId
    name: str
    works: tuple[PlannedWork, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """The classes of a grade over some weeks from a Monday; `grades`: which grades the school has."""

    school: SchoolId
    grade: int
    grades: tuple[int, ...]
    monday: date
    weeks: int
    klasses: tuple[KlassWorks, ...]
