"""Duties: what the regulation asks of whom, about what, until when (REG-1, REG-2)."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from core.model.ids import GroupId, KlassId, LessonId, PersonId, SubjectId
from core.model.lesson import Lesson, Work
from core.model.people import Role


class DutyAbout(StrEnum):
    """What a duty is about."""

    HOMEWORK = "lesson.homework"
    MARKS = "lesson.marks"
    ATTENDANCE = "lesson.attendance"
    TOPIC = "lesson.topic"
    LONG_CHECK = "work.marks"


class DueKind(StrEnum):
    """How a due time is reckoned (REG-3)."""

    LESSON_DAY_AT = "lesson-day-at"
    LESSON_DAY_END = "lesson-day-end"
    DAYS_AFTER_LESSON = "days-after-lesson"
    HOURS_AFTER_CLASSES = "hours-after-classes"
    CHECK_DAY_END = "check-day-end"


class DutyState(StrEnum):
    """Where a duty stands at an instant."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"


@dataclass(frozen=True, slots=True)
class DueTerm:
    """A due time as the text gives it: `at` is local time, `days` are calendar days after the lesson's day (REG-7),
    `hours` are counted from the end of the class's last lesson of the day.
    """

    kind: DueKind
    at: time | None = None
    days: int = 0
    hours: int = 0


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One row of a regulation; `clause` cites the text as «003 Д-9»; a row that is not `binding` is recommended."""

    id: str
    about: DutyAbout
    holders: tuple[Role, ...]
    due: DueTerm
    clause: str
    binding: bool = True


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
class DutySubject:
    """What a duty of this chapter is about: a lesson, and for long checks a work of it."""

    lesson: LessonId
    klass: KlassId
    group: GroupId
    subject: SubjectId
    work: int | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty at an instant: opened, due and, where it was done, done at (all UTC)."""

    row: DutyRow
    holder: PersonId
    subject: DutySubject
    opened_at: datetime
    due_at: datetime
    done_at: datetime | None
    state: DutyState


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
