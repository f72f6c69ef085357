"""The school workbook as values: its typed lines, and what is wrong with it (ADM-1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from core.model.calendar import CalendarKind, PeriodKind, WeekParity
from core.model.errors import Refusal
from core.model.lesson import WorkKind
from core.model.people import PersonName, Role, Sex
from core.model.school import ALL_GRADES, EditWindow, Grades, Preset

ALL_WEEKDAYS = frozenset(range(6))
DERIVED = "~"


class IntakeRefused(Refusal):
    """The file as a whole is not read: hostile, damaged, or of another kind."""

    code = "file-damaged"


class Severity(StrEnum):
    """Whether a problem stops the import or is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file something stands; rows are counted from 1 as a spreadsheet program shows them."""

    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong or doubtful; `code` names the sentence, `values` fill it."""

    code: str
    severity: Severity
    sheet: str = ""
    row: int = 0
    column: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)


class SchoolEventKind(StrEnum):
    """Kinds of events in the school's plan."""

    SCHOOL = "school"
    KLASS = "klass"
    EXAM = "exam"
    MEETING = "meeting"


class Audience(StrEnum):
    """Who sees an event."""

    GUARDIANS = "guardians"
    STUDENTS = "students"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class YearSpan:
    """First and last day of the school year."""

    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Local hours of a day."""

    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """Sheet «Школа»: the school and its settings; `mark_delay` in minutes, `publication` None for at once."""

    place: Place
    name: str
    zone: str
    year: YearSpan
    preset: Preset
    short_name: str = ""
    edit_window: EditWindow | None = None
    launched_on: date | None = None
    used_dnevnik: bool = False
    week_days: int = 5
    round_up_from: Decimal = Decimal("0.5")
    mark_delay: int = 5
    publication: TimeSpan | None = None
    address: str = ""
    phone: str = ""
    site: str = ""
    licence: str = ""
    accreditation: str = ""


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """Sheet «Периоды»; both ends included."""

    place: Place
    name: str
    kind: PeriodKind
    grades: Grades
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """Sheet «Календарь»; a moved day is taught as a date's or a weekday's (0 = Monday) timetable."""

    place: Place
    name: str
    kind: CalendarKind
    starts_on: date
    ends_on: date | None = None
    grades: Grades = ALL_GRADES
    taught_as: date | int | None = None

    @property
    def last_day(self) -> date:
        """Give the last day: an entry without an end lasts one day."""
        return self.ends_on or self.starts_on


@dataclass(frozen=True, slots=True)
class BellLine:
    """Sheet «Звонки»: one lesson of a bell set, local time."""

    place: Place
    bell_set: str
    number: int
    starts: time
    ends: time
    weekdays: frozenset[int] = ALL_WEEKDAYS
    grades: Grades = ALL_GRADES


@dataclass(frozen=True, slots=True)
class RoomLine:
    """Sheet «Кабинеты»."""

    place: Place
    room: str
    building: str = ""
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class SubjectLine:
    """Sheet «Предметы»; the least numbers are per period, 0 where nothing is asked."""

    place: Place
    name: str
    short: str = ""
    area: str = ""
    unassessed: bool = False
    least_written: int = 0
    least_marks: int = 0
    least_labs: int = 0
    least_practicals: int = 0


@dataclass(frozen=True, slots=True)
class StaffLine:
    """Sheet «Сотрудники»; `grades` are a deputy's parallels."""

    place: Place
    code: str
    family: str
    given: str
    roles: frozenset[Role]
    patronymic: str = ""
    sex: Sex = Sex.UNKNOWN
    born_on: date | None = None
    position: str = ""
    grades: Grades = ALL_GRADES
    hired_on: date | None = None
    document: str = ""
    category: str = ""
    speciality: str = ""
    email: str = ""
    consented_on: date | None = None
    dismissed_on: date | None = None

    @property
    def name(self) -> PersonName:
        """Give the name in its parts."""
        return PersonName(self.family, self.given, self.patronymic)


@dataclass(frozen=True, slots=True)
class KlassLine:
    """Sheet «Классы»."""

    place: Place
    name: str
    grade: int
    teacher: str = ""
    bell_set: str = ""
    building: str = ""


@dataclass(frozen=True, slots=True)
class StudentLine:
    """Sheet «Ученики»."""

    place: Place
    code: str
    family: str
    given: str
    klass: str
    patronymic: str = ""
    sex: Sex = Sex.UNKNOWN
    born_on: date | None = None
    enrolled_on: date | None = None
    order: str = ""
    consented_on: date | None = None

    @property
    def name(self) -> PersonName:
        """Give the name in its parts."""
        return PersonName(self.family, self.given, self.patronymic)


@dataclass(frozen=True, slots=True)
class GuardianLine:
    """Sheet «Родители»; without a code of the school's own, one is derived from full name and children."""

    place: Place
    family: str
    given: str
    children: tuple[str, ...]
    code: str = ""
    patronymic: str = ""
    sex: Sex = Sex.UNKNOWN
    born_on: date | None = None
    kinship: str = ""
    consented_on: date | None = None
    electronic: bool = True
    applied_on: date | None = None

    @property
    def name(self) -> PersonName:
        """Give the name in its parts."""
        return PersonName(self.family, self.given, self.patronymic)

    @property
    def codeless(self) -> bool:
        """Tell whether the school gave no code, so that the code is a derived one."""
        return self.code.startswith(DERIVED)


@dataclass(frozen=True, slots=True)
class EventLine:
    """Sheet «События»; no classes means the whole school, no audience everybody."""

    place: Place
    name: str
    kind: SchoolEventKind
    day: date
    starts: time | None = None
    klasses: tuple[str, ...] = ()
    where: str = ""
    audience: frozenset[Audience] = frozenset()


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Sheet «Группы»: students of one group, all in a row or one a row."""

    place: Place
    klass: str
    subject: str
    group: str
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadLine:
    """Sheet «Нагрузка»: who teaches what to whom; `group` is empty for the whole class, hours are a week's."""

    place: Place
    klass: str
    subject: str
    teacher: str
    hours: Decimal
    group: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class TimetableLine:
    """Sheet «Расписание»: one lesson of the week's template (weekday 0 = Monday)."""

    place: Place
    klass: str
    weekday: int
    number: int
    subject: str
    group: str = ""
    teacher: str = ""
    room: str = ""
    parity: WeekParity = WeekParity.EVERY
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Sheet «КТП»: one topic of a thematic plan, for a parallel or for a class (and its group).

    A plan sent for one group names no subject; `number` 0 is the next one.
    """

    place: Place
    topic: str
    subject: str = ""
    number: int = 0
    grade: int | None = None
    klass: str = ""
    group: str = ""
    hours: int = 1
    work: WorkKind | None = None
    task: str = ""


Line = (
    SchoolLine
    | PeriodLine
    | CalendarLine
    | BellLine
    | RoomLine
    | SubjectLine
    | StaffLine
    | KlassLine
    | StudentLine
    | GuardianLine
    | EventLine
    | GroupLine
    | LoadLine
    | TimetableLine
    | PlanLine
)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A whole workbook as read, with everything that is wrong with it."""

    school: SchoolLine | None = None
    periods: tuple[PeriodLine, ...] = ()
    calendar: tuple[CalendarLine, ...] = ()
    bells: tuple[BellLine, ...] = ()
    rooms: tuple[RoomLine, ...] = ()
    subjects: tuple[SubjectLine, ...] = ()
    staff: tuple[StaffLine, ...] = ()
    klasses: tuple[KlassLine, ...] = ()
    students: tuple[StudentLine, ...] = ()
    guardians: tuple[GuardianLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    groups: tuple[GroupLine, ...] = ()
    loads: tuple[LoadLine, ...] = ()
    timetable: tuple[TimetableLine, ...] = ()
    plans: tuple[PlanLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Give what stops the import."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Give what is told and does not stop it."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)
