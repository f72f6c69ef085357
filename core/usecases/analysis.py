"""The school in figures, week by week posted to the staff, monthly reported to the leadership (CTL-4) [002 §5]."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from core.model.access import Action, Permit, Subject
from core.model.analysis import Analysis, MonthReport
from core.model.audit import AuditEntry, AuditKind
from core.model.board import BoardBy, BoardLine, BoardOf
from core.model.control import ANALYSIS_LIMIT, AnalysisSpan
from core.model.errors import Refusal
from core.model.events import Event, EventKind
from core.model.ids import SchoolId
from core.rules.access import allowed, require
from core.rules.calendar import at_local, day_end
from core.rules.consent import text_hash
from core.rules.texts import clean_text
from core.storage.gateways import control as gateway
from core.storage.queries import analysis as query
from core.storage.queries import board
from core.storage.queries import control as remarks
from core.storage.work import Work
from core.usecases.board_view import cells_of, lines_of, people_of, total_of, view_of_days
from core.usecases.duties import SchoolYear, school_years
from core.usecases.fill_rates import days_fill, fill_of

_WORST = 3
_MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class ShowAnalysis:
    """The week or month that a day is in; the present one where none is named."""

    school: SchoolId
    span: AnalysisSpan
    day: date | None = None


@dataclass(frozen=True, slots=True)
class PostAnalysis:
    """The words of an analysis, to be told to all staff."""

    school: SchoolId
    span: AnalysisSpan
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class ShowMonthReport:
    """The report of the month that a day is in."""

    school: SchoolId
    day: date | None = None


async def show_analysis(work: Work, command: ShowAnalysis) -> Analysis:
    """Give what is told of a school's week or month. Raises Forbidden."""
    permit = require(work.actor, Action.DUTY_BOARD_READ, Subject(school=command.school))
    year = (await school_years(work, [command.school]))[command.school]
    found, _ = await _analysed(work, year, permit, command)
    return found


async def post_analysis(work: Work, command: PostAnalysis) -> Analysis:
    """Keep an analysis and tell it to all staff: the duty is done.

    Raises Forbidden, Refusal "analysis-posted" or "text-…".
    """
    permit = require(work.actor, Action.ANALYSIS_POST, Subject(school=command.school))
    year = (await school_years(work, [command.school]))[command.school]
    first, _ = span_days(command.span, command.day, year, year.today(work.now))
    if await work.run(query.posted, command.school, command.span, first) is not None:
        raise Refusal("analysis-posted")
    text, me = clean_text(command.text, ANALYSIS_LIMIT), permit.capacity.person
    key = await work.run(gateway.post_analysis, command.school, (command.span, first), text, me, work.now)
    after = f"{command.span.value} {first.isoformat()} {text_hash(text)}"
    await work.audit(permit, AuditEntry(AuditKind.ANALYSIS_POSTED, key, after=after))
    staff = await work.run(query.staff, command.school, year.today(work.now))
    told = [Event(EventKind.ANALYSIS, command.school, key, work.now, person=one, actor=me) for one in staff]
    await work.tell(*told)
    found, _ = await _analysed(work, year, permit, ShowAnalysis(command.school, command.span, command.day))
    return found


async def month_report(work: Work, command: ShowMonthReport) -> MonthReport:
    """Give the report of a month, teachers by name: for the leadership alone. Raises Forbidden."""
    permit = require(work.actor, Action.SCHOOL_REPORT, Subject(school=command.school))
    year = (await school_years(work, [command.school]))[command.school]
    asked = ShowAnalysis(command.school, AnalysisSpan.MONTH, command.day)
    analysis, lines = await _analysed(work, year, permit, asked)
    return MonthReport(
        analysis=analysis,
        teachers=lines[BoardBy.TEACHER],
        klasses=lines[BoardBy.KLASS],
        rules=lines[BoardBy.RULE],
        fill=await fill_of(work, year, analysis.first, permit.capacity.grades),
        remarks=await work.run(remarks.open_remarks, command.school),
    )


def span_days(span: AnalysisSpan, day: date | None, year: SchoolYear, today: date) -> tuple[date, date]:
    """Give the first and the last day of the week or month that a day is in, not before the launch nor to come."""
    asked = min(max(day or today, year.school.kept_from), today)
    if span is AnalysisSpan.WEEK:
        first = asked - timedelta(days=asked.weekday())
        return first, first + timedelta(days=6)
    first = asked.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


Lines = dict[BoardBy, tuple[BoardLine, ...]]


async def _analysed(work: Work, year: SchoolYear, permit: Permit, command: ShowAnalysis) -> tuple[Analysis, Lines]:
    today, school, grades = year.today(work.now), year.school, permit.capacity.grades
    first, last = span_days(command.span, command.day, year, today)
    since, until = max(first, school.kept_from), min(last, today)
    view = await view_of_days(work, year, permit, since, until)
    cells = await cells_of(work, view, BoardOf.LESSONS)
    names = await work.run(board.names, school.id, people_of(cells))
    lines = {by: lines_of(cells, by, names, view) for by in BoardBy}
    within = (at_local(first, _MIDNIGHT, school.zone), day_end(last, school.zone))
    found = Analysis(
        school=school.id,
        name=school.short_name,
        zone=school.zone,
        today=today,
        span=command.span,
        first=first,
        last=last,
        earliest=school.kept_from,
        tally=total_of(cells),
        fill=await days_fill(work, year, since, until, grades),
        late=_worst(lines[BoardBy.RULE]),
        klasses=len(lines[BoardBy.KLASS]),
        complete=sum(not line.tally.overdue for line in lines[BoardBy.KLASS]),
        missed=await work.run(query.missed, school.id, since, until, grades),
        remarks=await work.run(query.remarks, school.id, *within),
        posted=await work.run(query.posted, school.id, command.span, first),
    )
    may = allowed(work.actor, Action.ANALYSIS_POST, Subject(school=school.id)) is not None
    return replace(found, may_post=may and found.posted is None), lines


def _worst(lines: tuple[BoardLine, ...]) -> tuple[BoardLine, ...]:
    return tuple(line for line in lines if line.tally.overdue or line.tally.late)[:_WORST]
