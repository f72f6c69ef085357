"""The kinds of records an import settles: what identifies one, what it refers to, what happens to one not wanted."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from core.model.workbook import Workbook
from core.rules.difference import Record

_PERSON = ("family", "given", "patronymic")


class Gone(Enum):
    """What becomes of a stored record that the workbook does not have any more."""

    KEEP = "keep"
    LIST = "list"
    DELETE = "delete"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. `key` are the columns that identify a record, `refs` lead a column to the kind it refers to.

    `sheet` is the part of the workbook it comes from: an absent or empty one leaves the stored records as they are.
    A missing record counts as gone only if what the `within` columns refer to stands in the workbook, and if the
    workbook has another record with the same `owner` columns: half a workbook ends nothing it does not speak of.
    `registered` kinds are referred to by others, by the value of their key; `dated` ones belong to a school year.
    """

    name: str
    sheet: str
    key: tuple[str, ...]
    refs: Mapping[str, str] = field(default_factory=dict)
    gone: Gone = Gone.DELETE
    within: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    registered: bool = False
    dated: str = ""

    def key_of(self, record: Record) -> Hashable:
        """Give the natural key of a record: a bare value where one column identifies it."""
        values = tuple(record[name] for name in self.key)
        return values[0] if len(values) == 1 else values

    def label_of(self, record: Record) -> str:
        """Give what a person would recognise the record by."""
        between = " " if self.label == _PERSON else " · "
        return between.join(text for name in self.label or self.key if (text := _readable(record.get(name))))

    def is_in(self, book: Workbook) -> bool:
        """Tell whether the workbook says anything of this kind."""
        return bool(getattr(book, self.sheet))


def _readable(value: Any) -> str:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, tuple):
        return " · ".join(str(part) for part in value if part)
    return "" if value is None or isinstance(value, frozenset) else str(value)


KINDS: tuple[Kind, ...] = (
    Kind("periods", "periods", ("name", "kind", "grades"), label=("name",), dated="starts_on"),
    Kind("calendar", "calendar", ("name", "starts_on"), dated="starts_on"),
    Kind("bells", "bells", ("bell_set", "number", "weekdays", "grades"), label=("bell_set", "number")),
    Kind("rooms", "rooms", ("building", "name")),
    Kind("subjects", "subjects", ("name",), gone=Gone.LIST, registered=True),
    Kind("staff", "staff", ("code",), gone=Gone.LIST, label=_PERSON, registered=True),
    Kind("roles", "staff", ("person_id", "role"), {"person_id": "staff"}, within=("person_id",), label=("person_id",)),
    Kind("klasses", "klasses", ("name",), {"class_teacher_id": "staff"}, gone=Gone.LIST, registered=True),
    Kind("students", "students", ("code",), gone=Gone.LIST, label=_PERSON, registered=True),
    Kind("enrolments", "students", ("student_id",), {"student_id": "students", "klass_id": "klasses"}, gone=Gone.KEEP),
    Kind("guardians", "guardians", ("code",), gone=Gone.LIST, label=_PERSON, registered=True),
    Kind(
        "guardianships",
        "guardians",
        ("guardian_id", "student_id"),
        {"guardian_id": "guardians", "student_id": "students"},
        gone=Gone.CLOSE,
        within=("guardian_id", "student_id"),
    ),
    Kind(
        "groups",
        "loads",
        ("klass_id", "subject_id", "name"),
        {"klass_id": "klasses", "subject_id": "subjects"},
        gone=Gone.KEEP,
        registered=True,
    ),
    Kind(
        "members",
        "groups",
        ("group_id", "student_id"),
        {"group_id": "groups", "student_id": "students"},
        gone=Gone.CLOSE,
        within=("group_id",),
    ),
    Kind(
        "loads",
        "loads",
        ("group_id", "teacher_id"),
        {"group_id": "groups", "teacher_id": "staff"},
        gone=Gone.CLOSE,
        within=("group_id",),
    ),
    Kind("events", "events", ("name", "day", "klass_id"), {"klass_id": "klasses"}, dated="day"),
    Kind(
        "timetable",
        "timetable",
        ("group_id", "weekday", "number", "parity", "since"),
        {"group_id": "groups", "teacher_id": "staff"},
        within=("group_id",),
        label=("group_id",),
        dated="since",
    ),
    Kind(
        "plans",
        "plans",
        ("subject_id", "grade", "klass_id", "group_id", "number"),
        {"subject_id": "subjects", "klass_id": "klasses", "group_id": "groups"},
        owner=("subject_id", "grade", "klass_id", "group_id"),
        label=("subject_id", "grade", "klass_id", "number"),
    ),
)
