"""What is worth a look in the journal: slips of the hand, and what looks like somebody else's hand (BEY-5)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.attendance import Presence
from core.model.ids import LessonId, PersonId
from core.model.people import PersonName
from core.model.scrutiny import LessonName


class SlipKind(StrEnum):
    """Kinds of what is worth a look, the most telling first."""

    AFTER_FINAL = "after-final"
    BURST = "burst"
    NIGHT = "night"
    ALL_FIVES = "all-fives"
    ABSENT_MARKED = "absent-marked"
    ON_AND_OFF = "on-and-off"


@dataclass(frozen=True, slots=True)
class MarkDeed:
    """A mark written: by whom, in which lesson, for whom, what stood before and after (None: nothing).

    `presence` is how the student's presence in that lesson stands, `settled_at` when the mark that sums this one up was
    set for the first time (None: not yet).
    """

    seq: int
    at: datetime
    person: PersonId
    lesson: LessonId
    student: PersonId
    before: str | None
    after: str | None
    presence: Presence = Presence.PRESENT
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """A student in a lesson whose attendance was taken: there or not, on which day, at which lesson of it."""

    student: PersonId
    lesson: LessonId
    day: date
    number: int
    teacher: PersonId
    presence: Presence


@dataclass(frozen=True, slots=True)
class Slip:
    """Something worth a look; `seqs` are the entries it was seen in, oldest first."""

    kind: SlipKind
    person: PersonId
    at: datetime | None
    count: int
    lessons: tuple[LessonId, ...]
    students: tuple[PersonId, ...]
    seqs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipList:
    """What is worth a look in a week, with the names of those it is about."""

    school: str
    monday: date
    today: date
    zone: ZoneInfo
    slips: tuple[Slip, ...]
    names: dict[PersonId, PersonName]
    lessons: dict[int, LessonName]
