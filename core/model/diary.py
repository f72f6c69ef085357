"""What a family reads day by day: the child, lessons, homework, marks, events (DIA-1, DIA-2, DIA-3, DIA-8)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from core.model.access import Subject
from core.model.attendance import Presence
from core.model.calendar import CalendarKind
from core.model.homework import Attachment, HomeworkKind
from core.model.ids import GroupId, HomeworkId, KlassId, LessonId, MarkId, PersonId, SchoolId, SubjectId
from core.model.lesson import LessonState, WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName

# In the first grade neither marks nor homework exist (DIA-13) [004 §1].
UNMARKED_GRADE = 1


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A class the child is or was in, from a day until a day (both included; None = still)."""

    klass: KlassId
    name: str
    grade: int
    since: date
    until: date | None

    def covers(self, day: date) -> bool:
        """Tell whether the child was in the class on that day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Child:
    """Whose diary it is, with what is needed to tell days from instants; enrolments are ordered by their first day."""

    id: PersonId
    school: SchoolId
    name: PersonName
    zone: ZoneInfo
    enrolments: tuple[Enrolment, ...]

    def today(self, now: datetime) -> date:
        """Give the school's local day of an instant."""
        return now.astimezone(self.zone).date()

    def klass_on(self, day: date) -> Enrolment | None:
        """Give the class of that day; before the first one the first, in gaps and afterwards the last one before."""
        known = [enrolment for enrolment in self.enrolments if enrolment.since <= day]
        covering = [enrolment for enrolment in known if enrolment.covers(day)]
        return next(iter(covering[-1:] or known[-1:] or self.enrolments[:1]), None)

    def klass_name(self, day: date) -> str:
        """Give the name of the class of that day, empty for somebody who was never enrolled."""
        klass = self.klass_on(day)
        return klass.name if klass else ""

    def unmarked(self, day: date) -> bool:
        """Tell whether the child was in the first grade on that day, where marks and homework do not exist (DIA-13)."""
        klass = self.klass_on(day)
        return klass is not None and klass.grade == UNMARKED_GRADE

    def subject(self, day: date) -> Subject:
        """Give what the access matrix has to know about this child."""
        klass = self.klass_on(day)
        return Subject(
            self.school,
            student=self.id,
            klass=klass.klass if klass else None,
            grade=klass.grade if klass else None,
        )


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A mark as it stands now; `id` is the root of its chain, `fresh`: recorded since the reader's last visit."""

    id: MarkId
    lesson: LessonId
    day: date
    value: MarkValue
    kind: WorkKind
    weight: int
    title: str = ""
    comment: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class HomeworkItem:
    """Homework for a day (None: no day was named); `individual`: for this child alone; `files`: how many came."""

    id: HomeworkId
    group: GroupId
    subject: str
    due_on: date | None
    kind: HomeworkKind
    text: str
    individual: bool = False
    files: int = 0
    done: bool = False
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class DiaryLesson:
    """A lesson of the timetable as a family sees it, local times; `substitute` is empty where nobody substitutes.

    A moved lesson is seen at both places: at the new one with `moved_from`, at its own with `moved_to` (ADM-4).
    """

    id: LessonId
    group: GroupId
    day: date
    number: int
    starts: time
    ends: time
    subject: str
    subject_short: str
    teacher: str
    group_name: str = ""
    room: str = ""
    substitute: str = ""
    state: LessonState = LessonState.PLANNED
    topic: str = ""
    moved_from: tuple[date, int] | None = None
    moved_to: tuple[date, int] | None = None

    @property
    def cancelled(self) -> bool:
        """Tell whether the lesson does not take place, not here and now at least."""
        return self.state is LessonState.CANCELLED or self.moved_to is not None


@dataclass(frozen=True, slots=True)
class DeclaredWork:
    """A work that everybody writes in a lesson, declared ahead or at its beginning (BEY-8)."""

    kind: WorkKind
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A lesson with everything that stands in the child's diary for it (DIA-1)."""

    lesson: DiaryLesson
    homework: tuple[HomeworkItem, ...] = ()
    marks: tuple[GivenMark, ...] = ()
    remarks: tuple[str, ...] = ()
    presence: Presence = Presence.PRESENT
    minutes: int = 0
    works: tuple[DeclaredWork, ...] = ()

    @property
    def unmarked(self) -> tuple[DeclaredWork, ...]:
        """Give the works that this child has no mark for."""
        marked = {(mark.kind, mark.title) for mark in self.marks}
        return tuple(work for work in self.works if (work.kind, work.title) not in marked)


@dataclass(frozen=True, slots=True)
class SchoolEvent:
    """A school or class event; `until` is the last day of one that takes several."""

    name: str
    day: date
    at: time | None = None
    place: str = ""
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether it takes place on a day."""
        return self.day <= day <= (self.until or self.day)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named span without school, or a moved day; both ends included."""

    name: str
    kind: CalendarKind
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the diary. `loose` is homework due on a day on which its group has no lesson.

    `previous` and `next` are the neighbouring days with lessons, None where there are none.
    """

    day: date
    entries: tuple[Entry, ...] = ()
    loose: tuple[HomeworkItem, ...] = ()
    events: tuple[SchoolEvent, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    previous: date | None = None
    next: date | None = None


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """The diary's page of one day; `today` is the school's local day."""

    child: Child
    today: date
    page: Day


@dataclass(frozen=True, slots=True)
class DiaryWeek:
    """The diary's week from its Monday; days without lessons and without anything to tell are left out."""

    child: Child
    today: date
    monday: date
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class DiaryEntry:
    """One lesson of the diary in full."""

    child: Child
    today: date
    entry: Entry


@dataclass(frozen=True, slots=True)
class Timetable:
    """Lessons with their times from day to day, and the holidays and events ahead (DIA-8)."""

    child: Child
    today: date
    first: date
    last: date
    lessons: tuple[DiaryLesson, ...]
    holidays: tuple[Holiday, ...] = ()
    events: tuple[SchoolEvent, ...] = ()
    previous: date | None = None
    next: date | None = None


@dataclass(frozen=True, slots=True)
class HomeworkList:
    """Homework due from `first` to `last`; `ticking`: the reader may tick it as done (DIA-3)."""

    child: Child
    today: date
    first: date
    last: date
    items: tuple[HomeworkItem, ...]
    ticking: bool = False
    previous: date | None = None
    next: date | None = None


@dataclass(frozen=True, slots=True)
class SubjectName:
    """A subject in lists and buttons."""

    id: SubjectId
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class HomeworkSubjects:
    """The subjects of a child, to choose one whose homework is wanted."""

    child: Child
    today: date
    subjects: tuple[SubjectName, ...]


@dataclass(frozen=True, slots=True)
class SubjectHomework:
    """Homework of one subject, the latest due day first."""

    child: Child
    today: date
    subject: SubjectName
    items: tuple[HomeworkItem, ...]
    ticking: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """A homework with the files that came with it."""

    child: Child
    today: date
    item: HomeworkItem
    attachments: tuple[Attachment, ...]
