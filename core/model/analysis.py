"""How the journals of a school were kept in a week or a month (CTL-4) [002 §4б, §5]."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.model.board import BoardLine, Tally
from core.model.control import AnalysisSpan, ControlRemark
from core.model.fill import Fill, FillRates
from core.model.ids import SchoolId


@dataclass(frozen=True, slots=True)
class Missed:
    """Absences of a span: lessons missed by all students together, how many students, lessons missed by illness."""

    lessons: int = 0
    students: int = 0
    ill: int = 0


@dataclass(frozen=True, slots=True)
class RemarkCounts:
    """Remarks to teachers: written within a span, confirmed within it, still open."""

    written: int = 0
    confirmed: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class Posted:
    """An analysis as it was posted to the staff."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is told of a span: records in time, fill, absences, remarks. Nobody is named in it.

    `late` are the rules with most overdue or late records, `complete` how many of `klasses` have nothing overdue.
    """

    school: SchoolId
    name: str
    zone: ZoneInfo
    today: date
    span: AnalysisSpan
    first: date
    last: date
    earliest: date
    tally: Tally
    fill: Fill
    late: tuple[BoardLine, ...] = ()
    klasses: int = 0
    complete: int = 0
    missed: Missed = Missed()
    remarks: RemarkCounts = RemarkCounts()
    posted: Posted | None = None
    may_post: bool = False


@dataclass(frozen=True, slots=True)
class MonthReport:
    """The report of a month for the leadership, with names: duties by teacher, class and rule, fill, open remarks."""

    analysis: Analysis
    teachers: tuple[BoardLine, ...]
    klasses: tuple[BoardLine, ...]
    rules: tuple[BoardLine, ...]
    fill: FillRates
    remarks: tuple[ControlRemark, ...] = ()
