"""What screens of final marks show: a group's sheet, one student's evidence, how far groups are (JRN-11, BEY-13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from core.model.access import Subject
from core.model.diary import Child, GivenMark, SubjectName
from core.model.final_mark import FinalKind, FinalMark, Proposal
from core.model.ids import GroupId, KlassId, PeriodId, PersonId, SchoolId
from core.model.journal import FIRST_GRADE
from core.model.mark import MarkValue
from core.model.overlay import Overrides
from core.model.people import PersonName
from core.model.radar import Least
from core.model.school import EditWindow, Preset


@dataclass(frozen=True, slots=True)
class FinalTerm:
    """What a mark sums up: a period with its name, or the year, an examination, the course; both ends included."""

    kind: FinalKind
    starts_on: date
    ends_on: date
    period: PeriodId | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class FinalRules:
    """Settings of the school that final marks ask for; `grace` is the time before families are told."""

    zone: ZoneInfo
    preset: Preset
    edit_window: EditWindow
    year_start: date
    year_end: date
    round_up_from: Decimal
    grace: timedelta
    overrides: Overrides = ()


@dataclass(frozen=True, slots=True)
class FinalFacts:
    """A group with the names people know it by, and the terms its class gets marks for, in their order.

    `assessed` is false for a subject without attestation [000 §11; 003 §4.8]; the first grade has no marks (DIA-13).
    """

    school: SchoolId
    group: GroupId
    klass: KlassId
    grade: int
    klass_name: str
    subgroup: str
    subject: SubjectName
    least: Least
    rules: FinalRules
    unassessed: bool = False
    terms: tuple[FinalTerm, ...] = ()

    @property
    def assessed(self) -> bool:
        """Tell whether there are final marks at all."""
        return not self.unassessed and self.grade != FIRST_GRADE

    @property
    def scope(self) -> Subject:
        """What the access matrix needs to know of the group (ACC-3)."""
        return Subject(school=self.school, klass=self.klass, grade=self.grade, group=self.group)

    @property
    def year(self) -> int:
        """The calendar year in which the school year began."""
        return self.rules.year_start.year


@dataclass(frozen=True, slots=True)
class FinalLine:
    """A student of the sheet: what the marks come to, what stands, and the other final marks of the year.

    `record` is the newest of the chain: a withdrawn one has no value.
    """

    student: PersonId
    name: PersonName
    proposal: Proposal
    record: FinalMark | None = None
    others: tuple[FinalMark, ...] = ()

    @property
    def value(self) -> MarkValue | None:
        """The mark that stands."""
        return self.record.value if self.record else None

    @property
    def waits(self) -> bool:
        """Tell whether its proposal may be accepted unseen."""
        return self.value is None and self.proposal.clear


@dataclass(frozen=True, slots=True)
class FinalSheet:
    """A group's marks of one term; `due` is the last day in time by `clause`.

    `sets`: the reader may set marks; `own`: they teach the group;
    `undoable`: how many of the reader's marks are so fresh that no family was told of them yet.
    """

    facts: FinalFacts
    term: FinalTerm
    today: date
    lines: tuple[FinalLine, ...]
    due: date
    clause: str
    opens: date
    sets: bool = False
    own: bool = True
    undoable: int = 0

    @property
    def done(self) -> int:
        """Count those who have a mark."""
        return sum(line.value is not None for line in self.lines)

    @property
    def waiting(self) -> tuple[FinalLine, ...]:
        """Give those whose proposals may be accepted at once (BEY-13)."""
        return tuple(line for line in self.lines if line.waits)

    def line(self, student: PersonId) -> FinalLine | None:
        """Give a student's line."""
        return next((line for line in self.lines if line.student == student), None)


@dataclass(frozen=True, slots=True)
class FinalCard:
    """One student's evidence: every mark of the term, the oldest first, and what stands for each earlier term."""

    sheet: FinalSheet
    line: FinalLine
    marks: tuple[GivenMark, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """How far a group is: students there are, and how many have a mark of each term, by period or kind."""

    group: GroupId
    klass: KlassId
    grade: int
    klass_name: str
    subgroup: str
    subject: str
    teacher: PersonId | None
    students: int
    done: Mapping[tuple[FinalKind, PeriodId | None], int]


@dataclass(frozen=True, slots=True)
class TermProgress:
    """A group within one term: `due` is the last day in time, `school` what people call the school."""

    group: GroupProgress
    term: FinalTerm
    due: date
    school: str = ""

    @property
    def done(self) -> int:
        """Count those who have a mark."""
        return self.group.done.get((self.term.kind, self.term.period), 0)

    @property
    def complete(self) -> bool:
        """Tell whether everybody has one."""
        return self.done >= self.group.students


@dataclass(frozen=True, slots=True)
class FinalsOverview:
    """Groups with the term that is to be closed now, by class and subject, one school after the other.

    `klass` names the class it is about.
    """

    today: date
    groups: tuple[TermProgress, ...]
    klass: str = ""
    next_opens: date | None = None


@dataclass(frozen=True, slots=True)
class ResultTerm:
    """What a mark sums up, as a family reads it: `name` is the period's."""

    kind: FinalKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """A child's final marks of a school year: the terms there are, what stands in them by subject (DIA-4, DIA-9)."""

    child: Child
    today: date
    year: int
    terms: tuple[ResultTerm, ...]
    subjects: tuple[tuple[SubjectName, Mapping[ResultTerm, MarkValue]], ...]
    years: tuple[int, ...] = ()
