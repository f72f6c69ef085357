"""Signals: a student is failing a subject or often misses it; the teacher sees it first (JRN-15) [004]."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.model.ids import GroupId, PersonId
from core.model.people import PersonName


class SignalKind(StrEnum):
    """What is the matter."""

    FAILING = "failing"
    ABSENT = "absent"


class SignalAudience(StrEnum):
    """Whom the teacher tells."""

    CLASS_TEACHER = "teacher"
    PARENTS = "parents"


@dataclass(frozen=True, slots=True)
class LatelyMark:
    """A mark of the last weeks: points 1 to 5 and the work's weight."""

    points: int
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Lately:
    """What a student did in a subject in the last weeks: marks, the oldest first; of how many lessons how many missed.

    `missed_in_row`: of the last lessons whose attendance was taken, how many one after the other.
    """

    student: PersonId
    name: PersonName
    marks: tuple[LatelyMark, ...] = ()
    lessons: int = 0
    missed: int = 0
    missed_in_row: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """A signal that was told: of what, to whom, when."""

    student: PersonId
    kind: SignalKind
    audience: SignalAudience
    on: date


@dataclass(frozen=True, slots=True)
class Signal:
    """A student about whom something is the matter in a subject; `told` are the signals of the last days."""

    lately: Lately
    kinds: tuple[SignalKind, ...]
    mean: Decimal | None = None
    told: tuple[Told, ...] = ()

    @property
    def student(self) -> PersonId:
        """Give whom it is about."""
        return self.lately.student

    def untold(self, audience: SignalAudience) -> tuple[SignalKind, ...]:
        """Give what this audience was not told of lately."""
        known = {told.kind for told in self.told if told.audience is audience}
        return tuple(kind for kind in self.kinds if kind not in known)

    def told_on(self, audience: SignalAudience) -> date | None:
        """Give the day on which this audience was told last."""
        return max((told.on for told in self.told if told.audience is audience), default=None)


@dataclass(frozen=True, slots=True)
class SignalGroup:
    """A group of a teacher with its signals, the most urgent first; `class_teacher` may be the teacher, or nobody."""

    group: GroupId
    klass: str
    subject: str
    subgroup: str
    teacher: PersonName
    class_teacher: PersonId | None
    own_klass: bool
    signals: tuple[Signal, ...]

    def signal(self, student: PersonId) -> Signal | None:
        """Give a student's signal."""
        return next((each for each in self.signals if each.student == student), None)
