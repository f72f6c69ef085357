"""The report of changed marks: who, when, which lesson, before, after, why (CTL-5) [000 §13; 001 §13; 003 §4.13]."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.ids import SchoolId
from core.model.people import PersonName


class ChangesBy(StrEnum):
    """By what the report may be narrowed."""

    KLASS = "k"
    TEACHER = "t"
    SUBJECT = "s"
    STUDENT = "p"


@dataclass(frozen=True, slots=True)
class ChangesOf:
    """Which changes: from a day to a day (both included), of one class, teacher, subject or student where named."""

    school: SchoolId
    first: date
    last: date
    by: ChangesBy | None = None
    key: int | None = None


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A mark that was changed. `day` and `number` are the lesson's; a final mark has none, but a `term`.

    `seq` is the number in the audit trail, `code` proves the entry (`/check`).
    """

    seq: int
    code: str
    at: datetime
    by: PersonName | None
    klass: str
    subject: str
    student: PersonName | None
    day: date | None
    number: int | None
    term: str
    before: str | None
    after: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A class, teacher, subject or student to narrow the report by, with how many changes it has."""

    key: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """A page of the report, the newest first; `total` changes in all, `chosen` is the name it was narrowed by."""

    asked: ChangesOf
    school: str
    zone: ZoneInfo
    today: date
    year: tuple[date, date]
    total: int
    changes: tuple[MarkChange, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class ChangesChoices:
    """What a report may be narrowed by, the most changes first."""

    asked: ChangesOf
    by: ChangesBy
    school: str
    choices: tuple[Choice, ...]
