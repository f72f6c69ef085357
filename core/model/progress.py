"""What a family reads of a whole period: marks with their means, missed lessons (DIA-4, DIA-7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from core.model.absence_note import AbsenceNote
from core.model.attendance import Presence
from core.model.calendar import Period
from core.model.diary import Child, GivenMark, Holiday, SubjectName
from core.model.ids import LessonId
from core.model.mark import MarkValue


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A reporting period between the one before and the one after it."""

    period: Period
    previous: Period | None = None
    next: Period | None = None


@dataclass(frozen=True, slots=True)
class SubjectProgress:
    """Marks of a subject in a period, the oldest first; means with two decimals, None without a number among them.

    `final` is the mark of the period, once it is set (DIA-9).
    """

    subject: SubjectName
    marks: tuple[GivenMark, ...] = ()
    mean: Decimal | None = None
    weighted: Decimal | None = None
    final: MarkValue | None = None

    @property
    def fresh(self) -> int:
        """Count the marks recorded since the reader's last visit."""
        return sum(mark.fresh for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Progress:
    """All subjects of a period; `span` is None in a school without periods."""

    child: Child
    today: date
    span: Neighbours | None
    subjects: tuple[SubjectProgress, ...] = ()
    visit_due: bool = False

    @property
    def fresh(self) -> int:
        """Count the marks recorded since the reader's last visit."""
        return sum(subject.fresh for subject in self.subjects)


@dataclass(frozen=True, slots=True)
class Missed:
    """A lesson that was missed or begun late; `minutes` is how late."""

    lesson: LessonId
    day: date
    number: int
    subject: str
    presence: Presence
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class MissedTotals:
    """Totals: missed lessons by reason, late arrivals and their minutes."""

    absent: int = 0
    ill: int = 0
    excused: int = 0
    late: int = 0
    minutes: int = 0

    @property
    def lessons(self) -> int:
        """Count missed lessons, whatever the reason."""
        return self.absent + self.ill + self.excused


@dataclass(frozen=True, slots=True)
class Absences:
    """Missed lessons of a period, the latest first, with totals in all and per subject; `days`: missed as a whole.

    `notes` are what the family said of its days; `guarded`: it is a guardian who looks.
    """

    child: Child
    today: date
    span: Neighbours | None
    records: tuple[Missed, ...] = ()
    totals: MissedTotals = MissedTotals()
    subjects: tuple[tuple[str, MissedTotals], ...] = ()
    days: int = 0
    notes: tuple[AbsenceNote, ...] = ()
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Glance:
    """The first screen of a family: what is next, what is new; `siblings` are all children of the reader by name.

    `holidays` are those of a today without lessons; `guarded`: it is a guardian who looks.
    """

    child: Child
    today: date
    siblings: tuple[Child, ...] = ()
    lessons: int = 0
    next_at: time | None = None
    next_subject: str = ""
    next_day: date | None = None
    homework_day: date | None = None
    homework: int = 0
    fresh: int = 0
    unread: int = 0
    guarded: bool = False
    holidays: tuple[Holiday, ...] = ()


def neighbours(periods: Sequence[Period], wanted: int | None, today: date) -> Neighbours | None:
    """Give the wanted period, else the shortest one of today, else the last that began, else the first of all.

    A year comes after its parts. None only where there are no periods.
    """
    ranked = sorted(periods, key=lambda period: (period.ends_on, -period.starts_on.toordinal()))
    here = next((period for period in ranked if period.id == wanted), None) or _present(ranked, today)
    if here is None:
        return None
    at = ranked.index(here)
    return Neighbours(here, ranked[at - 1] if at else None, ranked[at + 1] if at + 1 < len(ranked) else None)


def _present(ranked: Sequence[Period], today: date) -> Period | None:
    running = [period for period in ranked if period.starts_on <= today <= period.ends_on]
    if running:
        return min(running, key=lambda period: period.ends_on - period.starts_on)
    begun = [period for period in ranked if period.starts_on <= today]
    return next(iter(begun[-1:] or ranked[:1]), None)
