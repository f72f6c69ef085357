"""Duties: what the regulation asks of whom, about what, until when (REG-1, REG-2)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from core.model.ids import GroupId, KlassId, LessonId, PeriodId, PersonId, SubjectId
from core.model.lesson import Lesson, Work
from core.model.regulation import Rule


class DutyState(StrEnum):
    """Where a duty stands at an instant; a pardoned one that isn't done is paused (BEY-9)."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"
    PAUSED = "paused"


class SubjectKind(StrEnum):
    """What sort of thing a duty is about."""

    LESSON = "lesson"
    WORK = "work"
    GROUP = "group"
    KLASS = "klass"
    PERSON = "person"
    EVENT = "event"
    CALENDAR = "calendar"
    REMARK = "remark"
    EXAM = "exam"
    HAPPENING = "happening"
    SCHOOL = "school"


class Cycle(StrEnum):
    """A stretch of time that a duty comes back in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class DutySubject:
    """What a duty is about: a thing, for each of its days, weeks, months, periods or years where it comes back in them.

    Only the ids that the kind needs are set, and those of the class and group that it belongs to. `day` is the first
    day of the `cycle`, or the day of an event or examination; `number` is the id of a thing that has no field here.
    """

    kind: SubjectKind
    lesson: LessonId | None = None
    work: int | None = None
    klass: KlassId | None = None
    group: GroupId | None = None
    subject: SubjectId | None = None
    person: PersonId | None = None
    period: PeriodId | None = None
    number: int | None = None
    cycle: Cycle | None = None
    day: date | None = None

    @property
    def key(self) -> str:
        """Name the subject by one string that stays the same, as «klass:7/week:2026-09-07»."""
        thing = {
            SubjectKind.LESSON: self.lesson,
            SubjectKind.WORK: self.work,
            SubjectKind.GROUP: self.group,
            SubjectKind.EXAM: self.group,
            SubjectKind.KLASS: self.klass,
            SubjectKind.PERSON: self.person,
        }.get(self.kind, self.number)
        parts = [self.kind.value if thing is None else f"{self.kind.value}:{thing}"]
        if self.cycle is Cycle.PERIOD:
            parts.append(f"period:{self.period}")
        elif self.cycle is not None:
            parts.append(f"{self.cycle.value}:{self.day}")
        elif self.kind is SubjectKind.EXAM:
            parts.append(f"day:{self.day}")
        return "/".join(parts)


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """All that the duties of a lesson depend on: the lesson with what is recorded, its works, how many `students` its
    group has, and `classes_end`, the end of the class's last lesson of that day, where a term is reckoned from it.
    """

    lesson: Lesson
    students: int
    works: tuple[Work, ...] = ()
    classes_end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pardon:
    """Somebody's word that duties wait, with the reason (BEY-9). What is None stands for any; `until` None: till ended.

    `at` is when it was said, `since` and `until` bound what falls due within it, `until` itself not included.
    """

    id: int
    since: datetime
    until: datetime | None
    reason: str
    by: PersonId
    at: datetime
    rule: str | None = None
    person: PersonId | None = None
    lesson: LessonId | None = None
    klass: KlassId | None = None
    subject_key: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty at an instant: opened, due and, where it was done, done at (all UTC).

    `holders` are who may close it, the first is reminded first; none where the school has nobody in the role. `aim_at`
    is what the text wishes before the limit. `pardon` is set where one covers it: then `due_at` is not before its end.
    """

    rule: Rule
    holders: tuple[PersonId, ...]
    subject: DutySubject
    opened_at: datetime
    due_at: datetime
    done_at: datetime | None
    state: DutyState
    aim_at: datetime | None = None
    pardon: Pardon | None = None

    @property
    def holder(self) -> PersonId | None:
        """Give who is reminded first."""
        return self.holders[0] if self.holders else None


class NudgeStage(StrEnum):
    """When a duty is reminded of (NTF-5)."""

    LESSON_END = "lesson-end"
    BEFORE_DUE = "before-due"
    LAST_DAY = "last-day"


@dataclass(frozen=True, slots=True)
class NudgeTime:
    """A stage of reminding with its instant (UTC)."""

    stage: NudgeStage
    at: datetime
