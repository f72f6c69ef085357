"""A regulation text as values: duties, permissions and terms, each with its paragraph (REG-1)."""

from dataclasses import dataclass
from enum import StrEnum

from core.model.people import PersonKind, Role
from core.model.school import EditWindow, Preset
from core.model.term import Term


class Matter(StrEnum):
    """What a row of a regulation is about (REG-4); the first five are the parts of a lesson's record."""

    HOMEWORK = "lesson.homework"
    MARKS = "lesson.marks"
    ATTENDANCE = "lesson.attendance"
    TOPIC = "lesson.topic"
    LONG_CHECK = "work.marks"
    LESSON_PLAN = "lesson.plan"
    LESSON_RECORD = "lesson.record"
    PLAN = "plan"
    CURRICULUM = "curriculum"
    PERIOD_MARK = "period.mark"
    YEAR_MARK = "year.mark"
    EXAM_MARK = "exam.mark"
    DIAGNOSTIC = "diagnostic"
    RESULT = "result"
    OBJECTIVITY = "objectivity"
    MISTAKEN_MARK = "mark.mistake"
    ABSENCE_DAY = "absence.day"
    ABSENCE_WEEK = "absence.week"
    ABSENCE_REASON = "absence.reason"
    NOTICE = "notice"
    NOTICE_WEEK = "notice.week"
    NOTICE_PERIOD = "notice.period"
    FORECAST = "forecast"
    PAPER_SUMMARY = "paper.summary"
    PAPER_COPY = "paper.copy"
    TIMETABLE = "timetable"
    TIMETABLE_CHANGE = "timetable.change"
    SUBSTITUTION = "substitution"
    BELLS = "bells"
    CLASSES = "classes"
    PERIODS = "periods"
    DIRECTORIES = "directories"
    SETTINGS = "settings"
    SECTIONS = "sections"
    SCHOOL_EVENT = "event.school"
    CLASS_EVENT = "event.class"
    MOVED_DAY = "moved-day"
    HOLIDAYS = "holidays"
    PEOPLE = "people"
    MOVEMENT = "movement"
    CONSENT = "consent"
    ACCOUNT = "account"
    OWN_ACCOUNT = "account.own"
    ACCESS_REQUEST = "access.request"
    SECRECY = "secrecy"
    BREACH = "breach"
    DATA = "data"
    DATA_CHECK = "data.check"
    ARCHIVE = "archive"
    SUMMARY = "summary"
    REPORT = "report"
    CONTROL = "control"
    WEEK_ANALYSIS = "analysis.week"
    MONTH_ANALYSIS = "analysis.month"
    REMARK = "remark"
    HELP = "help"
    SUPPORT = "support"
    TRAINING = "training"
    SOFTWARE = "software"
    LAUNCH = "launch"
    REGULATION = "regulation"


class Proof(StrEnum):
    """What counts as done (REG-1)."""

    RECORD = "record"
    """The journal itself shows it."""
    CONFIRMATION = "confirmation"
    """Nothing here can show it: the holder says so."""


LESSON_PARTS = (Matter.HOMEWORK, Matter.MARKS, Matter.ATTENDANCE, Matter.TOPIC, Matter.LONG_CHECK)
"""The parts of a lesson's record."""

SHOWN_BY_RECORDS = frozenset(
    {
        Matter.HOMEWORK,
        Matter.MARKS,
        Matter.ATTENDANCE,
        Matter.TOPIC,
        Matter.LONG_CHECK,
        Matter.LESSON_PLAN,
        Matter.LESSON_RECORD,
        Matter.PLAN,
        Matter.PERIOD_MARK,
        Matter.YEAR_MARK,
        Matter.EXAM_MARK,
        Matter.DIAGNOSTIC,
        Matter.RESULT,
        Matter.ABSENCE_DAY,
        Matter.ABSENCE_REASON,
        Matter.TIMETABLE,
        Matter.TIMETABLE_CHANGE,
        Matter.SUBSTITUTION,
        Matter.BELLS,
        Matter.CLASSES,
        Matter.PERIODS,
        Matter.SCHOOL_EVENT,
        Matter.CLASS_EVENT,
        Matter.MOVED_DAY,
        Matter.HOLIDAYS,
        Matter.PEOPLE,
        Matter.CONSENT,
        Matter.ACCOUNT,
        Matter.OWN_ACCOUNT,
    }
)
"""Matters whose doing leaves a record in the journal."""


class Exemption(StrEnum):
    """What frees a school of a row."""

    DNEVNIK = "was-in-dnevnik"
    """The school kept its journal in «Дневник.ру» before [003 А–Е, notes * and **]."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row was taken from: number of the text and paragraph, as «003» and «А-23»."""

    text: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A duty as its text gives it (REG-1). Any of the `holders` closes it, the first is reminded first; where it is a
    duty of `each`, everybody closes only his own.

    `aim` is what the text wishes before the limit `due`: reminders go by it, "overdue" by the limit (REG-1). A rule
    that is not `binding` is recommended. `title` names its text among the `rule-…` of a language. `parts` are those of
    a lesson's record that a row about whole records speaks of, `people` those that a row about people speaks of.
    """

    id: str
    title: str
    about: Matter
    holders: tuple[Role, ...]
    due: Term
    clause: str
    aim: Term | None = None
    binding: bool = True
    each: bool = False
    exempt_if: Exemption | None = None
    parts: tuple[Matter, ...] = ()
    people: tuple[PersonKind, ...] = ()

    @property
    def proof(self) -> Proof:
        """Tell what counts as done."""
        return Proof.RECORD if self.about in SHOWN_BY_RECORDS else Proof.CONFIRMATION

    @property
    def places(self) -> tuple[Place, ...]:
        """Give every place that the clause cites, in order."""
        return places_of(self.clause)


@dataclass(frozen=True, slots=True)
class Permission:
    """What a text allows its `holders`, or forbids them where it is not `allowed`; `title` is among `permission-…`."""

    id: str
    title: str
    holders: tuple[Role, ...]
    clause: str
    allowed: bool


@dataclass(frozen=True, slots=True)
class Right:
    """What families and students are to be told or given; `title` is among the texts `right-…`."""

    id: str
    title: str
    holders: tuple[Role, ...]
    clause: str


def places_of(clause: str) -> tuple[Place, ...]:
    """Give the places that a clause as «003 §4.5, Д-6; 000 §8» cites."""
    parts = (part.partition(" ") for part in clause.split("; ") if part)
    return tuple(Place(text, paragraph) for text, _, places in parts for paragraph in places.split(", "))


@dataclass(frozen=True, slots=True)
class EditChoice:
    """An edit window that a school of this regulation may set (REG-5)."""

    window: EditWindow
    clause: str


@dataclass(frozen=True, slots=True)
class InvitationTerm:
    """How long an invitation lives: calendar days from issuing, but at least so many working days (ACC-1)."""

    days: int
    working_days: int
    clause: str


@dataclass(frozen=True, slots=True)
class Regulation:
    """What a preset says. `texts` are the numbers of the texts it was taken from.

    `backdating`: whether a mark may be entered for the first time after the day of the lesson (JRN-10).
    """

    preset: Preset
    texts: tuple[str, ...]
    rows: tuple[Rule, ...]
    permissions: tuple[Permission, ...]
    rights: tuple[Right, ...]
    edit_choices: tuple[EditChoice, ...]
    default_window: EditWindow
    backdating: bool
    backdating_clause: str
    invitation: InvitationTerm

    @property
    def duties(self) -> tuple[Rule, ...]:
        """Give those of the rows that ask for the parts of a lesson's record."""
        return tuple(rule for rule in self.rows if rule.about in LESSON_PARTS)

    @property
    def edit_windows(self) -> frozenset[EditWindow]:
        """Give the windows a school may choose from."""
        return frozenset(choice.window for choice in self.edit_choices)

    def window_clause(self, window: EditWindow) -> str:
        """Give the paragraph that a window rests on, empty for one that the text doesn't know."""
        return next((choice.clause for choice in self.edit_choices if choice.window is window), "")
