"""Duties with the names of what they are about and of who holds them, for lists and for machines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.model.duty import Duty
from core.model.people import PersonName, Role
from core.model.school import School


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody with the school's own code."""

    code: str
    name: PersonName
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class NamedKlass:
    """A class with its grade."""

    name: str
    grade: int


@dataclass(frozen=True, slots=True)
class DutyNames:
    """What the ids in duties stand for. `lessons` are the numbers of lessons in their day, `things` the names of events
    by their kind and id.
    """

    people: Mapping[int, NamedPerson] = field(default_factory=dict)
    klasses: Mapping[int, NamedKlass] = field(default_factory=dict)
    subjects: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, str] = field(default_factory=dict)
    periods: Mapping[int, str] = field(default_factory=dict)
    lessons: Mapping[int, int] = field(default_factory=dict)
    works: Mapping[int, str] = field(default_factory=dict)
    things: Mapping[tuple[str, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DutySheet:
    """The duties of a school at an instant, by when they fall due."""

    school: School
    at: datetime
    duties: tuple[Duty, ...]
    names: DutyNames
