"""What a student needs on the eve of a school day: homework, what to bring, changes, the first lesson (NTF-8)."""

from dataclasses import dataclass
from datetime import date, time

from core.model.diary import Child, HomeworkItem
from core.model.ids import GroupId
from core.model.lesson import WorkKind


@dataclass(frozen=True, slots=True)
class EveningLesson:
    """A lesson of the coming day, local time; `substitute` is empty where nobody substitutes.

    A moved lesson is seen at both places: at the new one with `moved_from`, at its own with `moved_to` (ADM-4).
    """

    group: GroupId
    number: int
    starts: time
    subject: str
    group_name: str = ""
    room: str = ""
    substitute: str = ""
    cancelled: bool = False
    moved_from: tuple[date, int] | None = None
    moved_to: tuple[date, int] | None = None

    @property
    def held(self) -> bool:
        """Tell whether it takes place, here and then."""
        return not self.cancelled and self.moved_to is None

    @property
    def changed(self) -> bool:
        """Tell whether it is not as the timetable has it."""
        return not self.held or self.moved_from is not None or bool(self.substitute)


@dataclass(frozen=True, slots=True)
class EveningWork:
    """A work that was declared ahead: a control work, a dictation, a test (BEY-8)."""

    group: GroupId
    number: int
    subject: str
    kind: WorkKind
    title: str = ""


@dataclass(frozen=True, slots=True)
class EveningEvent:
    """An event of the day; `bring`: what to take along."""

    name: str
    at: time | None = None
    place: str = ""
    bring: str = ""


@dataclass(frozen=True, slots=True)
class Evening:
    """A student's coming day: lessons in order, cancelled ones too."""

    day: date
    lessons: tuple[EveningLesson, ...] = ()
    homework: tuple[HomeworkItem, ...] = ()
    works: tuple[EveningWork, ...] = ()
    events: tuple[EveningEvent, ...] = ()

    @property
    def first(self) -> EveningLesson | None:
        """Give the first lesson that takes place."""
        return next((lesson for lesson in self.lessons if lesson.held), None)

    @property
    def changes(self) -> tuple[EveningLesson, ...]:
        """Give the lessons that are not as the timetable has them."""
        return tuple(lesson for lesson in self.lessons if lesson.changed)

    @property
    def has_news(self) -> bool:
        """Tell whether there is more to say than what the timetable says anyway."""
        return bool(self.homework or self.works or self.events or self.changes)


@dataclass(frozen=True, slots=True)
class ChildsEvening:
    """An evening with whose it is; `ticking`: the reader may tick homework as done."""

    child: Child
    today: date
    evening: Evening
    ticking: bool
