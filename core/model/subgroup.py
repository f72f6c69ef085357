"""A class divided for a subject: who is in which subgroup from which day on (CLS-4) [000 §3; 003 Г-6; 002 VI]."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.journal import Pupil
from core.model.people import PersonName


@dataclass(frozen=True, slots=True)
class Membership:
    """A student in a subgroup from a day until a day (both included); open while `until` is None.

    One that ends before it began never came about.
    """

    id: int
    group: GroupId
    student: PersonId
    since: date
    until: date | None = None

    def on(self, day: date) -> bool:
        """Tell whether the student is in the subgroup on a day."""
        return self.since <= day and (self.until is None or self.until >= day)


@dataclass(frozen=True, slots=True)
class Transfer:
    """What becomes of a student's memberships: ends by id, one that is open again, or a new one in the target."""

    ended: Mapping[int, date]
    reopened: int | None = None


@dataclass(frozen=True, slots=True)
class DividedSubject:
    """A subject for which a class is divided; `group` is one of its subgroups, by which it is opened."""

    group: GroupId
    subject: str
    groups: int
    nowhere: int
    several: int


@dataclass(frozen=True, slots=True)
class KlassDivisions:
    """A class with the subjects it is divided for; `whole_school`: whoever looks sees the other classes too."""

    school: SchoolId
    klass: KlassId
    name: str
    subjects: tuple[DividedSubject, ...]
    whole_school: bool


@dataclass(frozen=True, slots=True)
class Subgroup:
    """A subgroup with its teachers."""

    id: GroupId
    name: str
    teachers: tuple[PersonName, ...] = ()


@dataclass(frozen=True, slots=True)
class Division:
    """A class divided for a subject as it stands on a day; `changes_on` is the next day on which that changes."""

    klass: KlassId
    klass_name: str
    subject: str
    day: date
    groups: tuple[Subgroup, ...]
    pupils: tuple[Pupil, ...]
    places: Mapping[PersonId, tuple[GroupId, ...]]
    changes_on: date | None = None

    @property
    def key(self) -> GroupId:
        """Give the subgroup by which the division is known, whichever it was opened by."""
        return min(group.id for group in self.groups)


@dataclass(frozen=True, slots=True)
class DivisionDraft:
    """A division with the moves that are chosen and not saved; `opened` is the subgroup it was opened by."""

    opened: GroupId
    division: Division
    moves: Mapping[PersonId, GroupId]
    today: date
    last: date
    whole_klass: bool

    def places_of(self, student: PersonId) -> tuple[GroupId, ...]:
        """Give where a student will be: nowhere, in one subgroup, or, as a slip, in several."""
        chosen = self.moves.get(student)
        return (chosen,) if chosen is not None else self.division.places.get(student, ())


@dataclass(frozen=True, slots=True)
class MemberFact:
    """A membership as a letter tells of it."""

    group: GroupId
    group_name: str
    klass: str
    subject: str
    student: PersonName
    since: date
    until: date | None
