"""What the teacher's side reads of the journal: a lesson with its names, students, works and marks (JRN-1 … JRN-9)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.model.absence_note import Announced
from core.model.access import Subject
from core.model.attendance import Presence
from core.model.dictation import Line, LineState
from core.model.homework import Homework
from core.model.homework_load import DayLoad
from core.model.ids import AttendanceId, MarkId, PersonId, WorkId
from core.model.lesson import Lesson, Work
from core.model.mark import Mark, MarkValue
from core.model.overlay import Overrides
from core.model.people import PersonName
from core.model.school import EditWindow, Preset

FIRST_GRADE = 1
REASON_LIMIT = 300
COMMENT_LIMIT = 500
REMARK_LIMIT = 1000
TOPIC_LIMIT = 500
TITLE_LIMIT = 200


class LessonPart(StrEnum):
    """The four parts of a lesson's record, in the order in which a teacher fills them (JRN-1)."""

    ATTENDANCE = "attendance"
    TOPIC = "topic"
    HOMEWORK = "homework"
    MARKS = "marks"


class CorrectionReason(StrEnum):
    """Reasons that need no typing; anything else is kept as it was typed (JRN-9)."""

    TYPO = "typo"
    RETAKE = "retake"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True)
class SchoolRules:
    """Settings of the school that the journal's rules ask for; `grace` is the time before families are told."""

    zone: ZoneInfo
    preset: Preset
    edit_window: EditWindow
    year_end: date
    grace: timedelta
    overrides: Overrides = ()


@dataclass(frozen=True, slots=True)
class LessonFacts:
    """A lesson with the names people know it by.

    `subgroup` is empty for the whole class; `task` is the homework that the plan has for the lesson's topic;
    `closed_after` the last day of the period, once everybody's mark of it was set (JRN-11).
    """

    lesson: Lesson
    klass: str
    subgroup: str
    subject: str
    teacher: PersonName
    substitute: PersonName | None
    rules: SchoolRules
    task: str = ""
    closed_after: date | None = None

    @property
    def scope(self) -> Subject:
        """What the access matrix needs to know of this lesson (ACC-3)."""
        return Subject(
            school=self.lesson.school,
            klass=self.lesson.klass,
            grade=self.lesson.grade,
            group=self.lesson.group,
            teacher=self.lesson.teacher,
            substitute=self.lesson.substitute,
        )

    @property
    def missing(self) -> tuple[LessonPart, ...]:
        """What the record still lacks; grade 1 has neither homework nor marks (DIA-13)."""
        instants = {
            LessonPart.ATTENDANCE: self.lesson.attendance_at,
            LessonPart.TOPIC: self.lesson.topic_at,
            LessonPart.HOMEWORK: self.lesson.homework_at,
            LessonPart.MARKS: self.lesson.marks_at,
        }
        return tuple(part for part, at in instants.items() if at is None and part in self.parts)

    @property
    def parts(self) -> tuple[LessonPart, ...]:
        """Give the parts that a record of this lesson has."""
        if self.lesson.grade == FIRST_GRADE:
            return (LessonPart.ATTENDANCE, LessonPart.TOPIC)
        return tuple(LessonPart)

    def local_day(self, at: datetime) -> date:
        """Give the school's day of an instant."""
        return at.astimezone(self.rules.zone).date()


@dataclass(frozen=True, slots=True)
class Pupil:
    """A student of a lesson's group on the lesson's day, with the presence that is recorded (PRESENT where none is).

    `record` is the attendance row that says so; `missed_before`: not there in an earlier lesson of the same day;
    `settled_at`: since when the mark of the period that the lesson lies in stands; `announced`: what the family said.
    """

    id: PersonId
    name: PersonName
    presence: Presence = Presence.PRESENT
    minutes: int = 0
    record: AttendanceId | None = None
    missed_before: bool = False
    settled_at: datetime | None = None
    announced: Announced | None = None


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """Everything the attendance screen shows."""

    facts: LessonFacts
    pupils: tuple[Pupil, ...]

    @property
    def version(self) -> int:
        """Give a number that grows with each record of this lesson: a draft made over an older one is stale."""
        return max((pupil.record or 0 for pupil in self.pupils), default=0)

    @property
    def proposed(self) -> dict[PersonId, Presence]:
        """Give what families said of a lesson whose attendance nobody has taken yet; the teacher may say otherwise."""
        if self.facts.lesson.attendance_at is not None or self.version:
            return {}
        said = {pupil.id: pupil.announced.presence for pupil in self.pupils if pupil.announced is not None}
        return {student: presence for student, presence in said.items() if presence is not Presence.PRESENT}


@dataclass(frozen=True, slots=True)
class AttendanceDraft:
    """A sheet with what was tapped and not saved yet; `last` is whom the last tap was about."""

    sheet: AttendanceSheet
    noted: dict[PersonId, tuple[Presence, int]]
    touched: bool = False
    last: PersonId | None = None

    def of(self, pupil: Pupil) -> tuple[Presence, int]:
        """Give presence and minutes of a student as the draft has them."""
        return self.noted.get(pupil.id, (Presence.PRESENT, 0))


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """The works of a lesson with the newest record of every mark, withdrawn ones included (their value is None)."""

    facts: LessonFacts
    pupils: tuple[Pupil, ...]
    works: tuple[Work, ...] = ()
    marks: tuple[Mark, ...] = ()

    def pupil(self, student: PersonId) -> Pupil | None:
        """Give a student of the lesson, or None for somebody else."""
        return next((pupil for pupil in self.pupils if pupil.id == student), None)

    def work(self, work: WorkId) -> Work | None:
        """Give a work of the lesson."""
        return next((known for known in self.works if known.id == work), None)

    def chains(self, work: WorkId, student: PersonId) -> tuple[Mark, ...]:
        """Give the newest records of a student in a work, oldest chain first."""
        return tuple(mark for mark in self.marks if mark.work == work and mark.student == student)

    def standing(self, work: WorkId, student: PersonId) -> tuple[Mark, ...]:
        """Give the marks of a student in a work that count: those not withdrawn."""
        return tuple(mark for mark in self.chains(work, student) if mark.value is not None)

    def left(self, work: WorkId) -> tuple[Pupil, ...]:
        """Give those who have neither a mark nor an exemption for a work, nor missed the lesson (JRN-17)."""
        done = {mark.student for mark in self.marks if mark.work == work and mark.value is not None}
        return tuple(pupil for pupil in self.pupils if pupil.id not in done and not pupil.presence.missed)

    def changed(self, marks: Iterable[Mark]) -> "MarkSheet":
        """Give the sheet after new records, each instead of the one of its chain."""
        fresh = {mark.root: mark for mark in marks}
        kept = tuple(fresh.pop(mark.root, mark) for mark in self.marks)
        return replace(self, marks=kept + tuple(fresh.values()))


def trace(mark: Mark | None) -> int:
    """Give four digits by which a button remembers the record it was drawn over; 0 for an empty place."""
    return 1 + mark.id % 9999 if mark else 0


@dataclass(frozen=True, slots=True)
class Correction:
    """A mark as it was and as it is; `before` is None for a first one. Undoing needs the id of the new record."""

    student: PersonId
    before: MarkValue | None
    mark: Mark

    @property
    def id(self) -> MarkId:
        """Give the id of the new record."""
        return self.mark.id


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of an intention: what changed (nothing, when it stood so already) and the sheet as it is now."""

    sheet: MarkSheet
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class ListProposal:
    """A typed list as it was understood so far, on the sheet it is for (JRN-4)."""

    sheet: MarkSheet
    work: WorkId
    lines: tuple[Line, ...]

    @property
    def clear(self) -> tuple[tuple[Pupil, Line], ...]:
        """Give the lines that mean one student."""
        ready = [line for line in self.lines if line.state is LineState.RESOLVED]
        found = ((self.sheet.pupil(line.candidates[0]), line) for line in ready)
        return tuple((pupil, line) for pupil, line in found if pupil is not None)

    @property
    def question(self) -> tuple[int, Line] | None:
        """Give the first place that may mean several students, with its number."""
        asked = (pair for pair in enumerate(self.lines) if pair[1].state is LineState.AMBIGUOUS)
        return next(asked, None)

    @property
    def unknown(self) -> tuple[Line, ...]:
        """Give the lines that mean nobody, or have nothing to store."""
        known = (LineState.RESOLVED, LineState.AMBIGUOUS)
        return tuple(line for line in self.lines if line.state not in known)


@dataclass(frozen=True, slots=True)
class PlanTopic:
    """A topic of the thematic plan; `used` of its `hours` lessons have been given."""

    id: int
    number: int
    topic: str
    hours: int
    used: int
    task: str = ""
    work_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment for one student's lesson (JRN-7)."""

    id: int
    student: PersonId
    name: PersonName
    text: str


@dataclass(frozen=True, slots=True)
class WorkSummary:
    """A work with how many students have a mark in it."""

    work: Work
    marked: int


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson's record as the teacher sees it; `absentees` are those with a presence other than PRESENT, `named` those
    whom a homework is for alone.
    """

    facts: LessonFacts
    students: int
    absentees: tuple[Pupil, ...] = ()
    works: tuple[WorkSummary, ...] = ()
    homework: tuple[Homework, ...] = ()
    remarks: tuple[Remark, ...] = ()
    named: Mapping[PersonId, PersonName] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TeacherDay:
    """A teacher's lessons of one day by time, and open records of earlier days, oldest first.

    `handed_over` lessons are given by a substitute: shown, not filled (JRN-13).
    """

    day: date
    today: date
    zone: ZoneInfo
    lessons: tuple[LessonFacts, ...]
    overdue: tuple[LessonFacts, ...] = ()
    people: frozenset[PersonId] = frozenset()

    def handed_over(self, facts: LessonFacts) -> bool:
        """Tell whether somebody else gives this lesson."""
        return facts.lesson.keeper not in self.people


@dataclass(frozen=True, slots=True)
class HomeworkSheet:
    """Homework of a lesson, and the days it may be due on: those of the group's next lessons. `named` are those whom a
    homework is for alone; `loads` what the class has to do for these days.
    """

    facts: LessonFacts
    homework: tuple[Homework, ...]
    due_days: tuple[date, ...]
    named: Mapping[PersonId, PersonName] = field(default_factory=dict)
    loads: tuple[DayLoad, ...] = ()

    def load_of(self, day: date | None) -> DayLoad | None:
        """Give what the class has to do for a day already (BEY-7), None for a day that is no choice here."""
        return next((load for load in self.loads if load.day == day), None)


@dataclass(frozen=True, slots=True)
class TopicSheet:
    """Topics to choose from: the next unused one of the plan first, then its neighbours."""

    facts: LessonFacts
    topics: tuple[PlanTopic, ...]
