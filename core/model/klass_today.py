"""A class on a day, as its class teacher looks after it (CLS-1) [003 Г-10; 000 §7]."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.model.absence_note import NoteCase
from core.model.attendance import Presence
from core.model.ids import KlassId, PersonId
from core.model.people import PersonName


@dataclass(frozen=True, slots=True)
class KlassLesson:
    """A lesson of the day: whether it took place, who keeps its record, whether attendance was taken."""

    number: int
    subject: str
    subgroup: str
    keeper: PersonName
    starts_at: datetime
    cancelled: bool
    taken: bool


@dataclass(frozen=True, slots=True)
class Absence:
    """A lesson somebody missed or came late to, and why, where it is known."""

    number: int
    presence: Presence
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Absentee:
    """A student of the class with the lessons that were missed or begun late, in order."""

    student: PersonId
    name: PersonName
    absences: tuple[Absence, ...]


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A student who missed lessons on earlier days for which nobody gave a reason (CLS-2)."""

    student: PersonId
    name: PersonName
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class KlassToday:
    """A class on a day: its lessons in order, who was missing where and why, what families said.

    `notes` are those that hold on the day or wait for an answer, `asked` whose family was asked on the day,
    `unexplained` those with days of the week before that lack a reason.
    """

    klass: KlassId
    name: str
    day: date
    zone: ZoneInfo
    lessons: tuple[KlassLesson, ...]
    absentees: tuple[Absentee, ...]
    notes: tuple[NoteCase, ...] = ()
    asked: frozenset[PersonId] = frozenset()
    unexplained: tuple[Unexplained, ...] = ()

    @property
    def unanswered(self) -> tuple[Absentee, ...]:
        """Give who is missing without a reason, and of whom the family has said nothing yet."""
        said = {case.note.student for case in self.notes if case.note.covers(self.day)}
        absent = (one for one in self.absentees if any(each.presence is Presence.ABSENT for each in one.absences))
        return tuple(one for one in absent if one.student not in said)

    def untaken(self, now: datetime) -> tuple[KlassLesson, ...]:
        """Give the lessons that have begun and whose attendance nobody took yet."""
        return tuple(one for one in self.lessons if not one.cancelled and not one.taken and one.starts_at <= now)
