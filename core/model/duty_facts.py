"""What duties besides a lesson's own are reckoned from, as a school's tables give it (REG-2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from core.model.calendar import CalendarKind, Period
from core.model.control import AnalysisSpan
from core.model.duty import LessonRecord, Pardon
from core.model.ids import GroupId, KlassId, LessonId, PeriodId, PersonId, SubjectId
from core.model.people import PersonKind, Role
from core.model.school import ALL_GRADES, Grades


@dataclass(frozen=True, slots=True)
class KlassFact:
    """A class with its class teacher."""

    id: KlassId
    grade: int
    teacher: PersonId | None
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class GroupFact:
    """A teaching group with who teaches it; an empty `name` is the whole class."""

    id: GroupId
    klass: KlassId
    grade: int
    subject: SubjectId
    name: str = ""
    unassessed: bool = False
    teachers: tuple[PersonId, ...] = ()
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StaffFact:
    """A role of a member of staff; `grades` are the parallels of a deputy."""

    person: PersonId
    role: Role
    grades: Grades = ALL_GRADES


@dataclass(frozen=True, slots=True)
class Belonging:
    """A student in a class, or in a subgroup where `group` is set, from a day until a day (both included)."""

    student: PersonId
    klass: KlassId
    since: date
    until: date | None = None
    group: GroupId | None = None

    def on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person with what duties about people ask of them.

    `klasses` are those of a student or of a guardian's children; `since` the day of employment, or of the document that
    enrolled the student;
    `electronic` is false where the family declined the service. `issued_at` is when access was first handed out,
    `bound_at` when it was first used, `consented_at` when consent was given: in the bot, or on paper, then at the
    beginning of that day.
    """

    id: PersonId
    kind: PersonKind
    klasses: tuple[KlassId, ...] = ()
    since: date | None = None
    until: date | None = None
    electronic: bool = True
    entered_at: datetime | None = None
    issued_at: datetime | None = None
    bound_at: datetime | None = None
    consented_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Declined:
    """A student whose guardian declined the electronic service: the class gets a summary on paper (DIA-14)."""

    klass: KlassId
    applied_on: date | None = None
    until: date | None = None

    def within(self, first: date, last: date) -> bool:
        """Tell whether it holds on a day of a stretch of days."""
        begun = self.applied_on is None or self.applied_on <= last
        return begun and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True)
class EventFact:
    """An event of the school's plan; `kind` as the plan names it."""

    id: int
    kind: str
    day: date
    klass: KlassId | None = None
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CalendarFact:
    """Vacations, a holiday or a moved day as it was entered."""

    id: int
    kind: CalendarKind
    starts_on: date
    ends_on: date
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TimetableFact:
    """Timetable of a class: between which days, and when the first of it was entered."""

    klass: KlassId
    since: date
    until: date
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A topic of a thematic plan: of a group, a class or a grade; `lessons` is how many it takes."""

    subject: SubjectId
    grade: int | None
    klass: KlassId | None
    group: GroupId | None
    number: int
    lessons: int
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FinalFact:
    """A student's first year or examination mark in a group."""

    group: GroupId
    klass: KlassId
    student: PersonId
    exam: bool
    year: int
    recorded_at: datetime
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class ResultFact:
    """An external work of a lesson whose results came to the school at `received_at` (JRN-14)."""

    work: int
    lesson: LessonId
    klass: KlassId
    group: GroupId
    subject: SubjectId
    day: date
    keeper: PersonId
    received_at: datetime
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RemarkFact:
    """A control remark to a teacher (CTL-3); resolved when the teacher said so."""

    id: int
    teacher: PersonId
    due_on: date
    written_at: datetime
    resolved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LostFact:
    """A report of access in other hands: since when that was known, if it was said, and when it was told [003 §5.3]."""

    id: int
    person: PersonId
    reported_at: datetime
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class AppealFact:
    """A student's or guardian's word that a mark is wrong [003 Е-1]."""

    id: int
    student: PersonId
    klass: KlassId
    lesson: LessonId
    filed_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentFact:
    """A document on an absence that came at `received_at`; settled by the class teacher's answer [002 VIII]."""

    note: int
    student: PersonId
    klass: KlassId
    received_at: datetime
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoticeFact:
    """A notice to the parents of a whole class; `week` is the Monday of the week that it sums up."""

    sent_at: datetime
    week: date | None = None


@dataclass(frozen=True, slots=True)
class DutyFacts:
    """All that a school's duties are reckoned from at one instant; what no asked row needs is left empty.

    `given` are how many lessons of a group came before the asked days, by which its plan is found; `taught` the days
    on which a group has lessons, first and last of each period; `notices` went to all of a class's parents.
    """

    klasses: Mapping[KlassId, KlassFact] = field(default_factory=dict)
    groups: Mapping[GroupId, GroupFact] = field(default_factory=dict)
    staff: tuple[StaffFact, ...] = ()
    belongings: tuple[Belonging, ...] = ()
    people: tuple[PersonFact, ...] = ()
    declined: tuple[Declined, ...] = ()
    periods: tuple[tuple[Period, datetime | None], ...] = ()
    lessons: tuple[LessonRecord, ...] = ()
    given: Mapping[GroupId, int] = field(default_factory=dict)
    taught: frozenset[tuple[GroupId, PeriodId]] = frozenset()
    substituted: Mapping[LessonId, datetime] = field(default_factory=dict)
    timetables: tuple[TimetableFact, ...] = ()
    plans: tuple[PlanFact, ...] = ()
    bells_at: tuple[datetime | None, ...] = ()
    events: tuple[EventFact, ...] = ()
    entries: tuple[CalendarFact, ...] = ()
    closings: Mapping[tuple[GroupId, PeriodId], datetime] = field(default_factory=dict)
    finals: tuple[FinalFact, ...] = ()
    results: tuple[ResultFact, ...] = ()
    remarks: tuple[RemarkFact, ...] = ()
    lost: tuple[LostFact, ...] = ()
    appeals: tuple[AppealFact, ...] = ()
    documents: tuple[DocumentFact, ...] = ()
    analyses: Mapping[tuple[AnalysisSpan, date], datetime] = field(default_factory=dict)
    notices: Mapping[KlassId, tuple[NoticeFact, ...]] = field(default_factory=dict)
    confirmations: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    pardons: tuple[Pardon, ...] = ()
