"""The days of a school as the board looks at them: what is read, reckoned by and counted (CTL-1)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.model.access import Permit
from core.model.board import BoardBy, BoardLine, BoardOf, BoardSpan, Cell, Names, Seen, Tally, rule_number, tally_of
from core.model.duty import Duty, DutyState
from core.model.errors import NotFound
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.regulation import LESSON_PARTS, Rule
from core.model.term import TermKind
from core.rules.board import BoardRules, Works, counted, duties_of, tallied
from core.rules.duties import LessonRows
from core.storage.queries import board as query
from core.storage.queries import duty_facts
from core.storage.queries.board import BoardScope
from core.storage.queries.duty_asked import AskedFacts
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years
from core.usecases.duty_list import DutiesAt, read_duties


@dataclass(frozen=True, slots=True)
class View:
    """A school's days as somebody looks at them."""

    year: SchoolYear
    span: BoardSpan
    first: date
    last: date
    rules: BoardRules
    scope: BoardScope

    @property
    def school(self) -> SchoolId:
        """Give the school's id."""
        return self.year.school.id


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked at: a school, the permit to, and one keeper or class where it is about one."""

    school: SchoolId
    permit: Permit
    span: BoardSpan
    keeper: PersonId | None = None
    klass: KlassId | None = None


async def view_of(work: Work, wanted: Wanted) -> View:
    """Give the days that are looked at with what their duties are reckoned by; three statements."""
    year = (await school_years(work, [wanted.school]))[wanted.school]
    first, last = await _days(work, year, wanted.span)
    scope = replace(_scope(year, wanted.permit, first, last), keeper=wanted.keeper, klass=wanted.klass)
    return View(year, wanted.span, first, last, await _rules(work, year, first), scope)


async def view_of_days(work: Work, year: SchoolYear, permit: Permit, first: date, last: date) -> View:
    """Give days of a school whose year is at hand; one statement."""
    rules = await _rules(work, year, first)
    return View(year, BoardSpan.MONTH, first, last, rules, _scope(year, permit, first, last))


def _scope(year: SchoolYear, permit: Permit, first: date, last: date) -> BoardScope:
    return BoardScope(
        school=year.school.id,
        first=first,
        last=last,
        # A deputy of some parallels [001 §5] sees those.
        grades=permit.capacity.grades,
        classes_end=_reckons_from_classes_end(year),
    )


def _reckons_from_classes_end(year: SchoolYear) -> bool:
    return any(rule.due.kind is TermKind.HOURS_AFTER_CLASSES for rule in year.rows)


async def _rules(work: Work, year: SchoolYear, first: date) -> BoardRules:
    school, today = year.school, year.today(work.now)
    days = (first, today, school.year_start, school.year_end)
    pardons = await work.run(duty_facts.pardons, AskedFacts(school.id, school.zone, *days, work.now, frozenset()))
    return BoardRules(LessonRows(year.rows, year.calendar, school.zone), work.now, pardons)


async def others_of(work: Work, view: View, rules: Collection[str] | None = None) -> tuple[Duty, ...]:
    """Give the duties that are not about a lesson's record, of some rows only where they are named."""
    wanted = {rule.id for rule in view.year.regulation.rows if rule.about not in LESSON_PARTS}
    asked = DutiesAt(
        school=view.school,
        person=view.scope.keeper,
        klass=view.scope.klass,
        rules=wanted if rules is None else wanted & set(rules),
        first=view.first,
        last=view.last,
        grades=view.scope.grades,
    )
    return await read_duties(work, view.year, asked)


async def open_tally(work: Work, year: SchoolYear, permit: Permit) -> Tally:
    """Count what of lessons' records is still open or overdue, since records are kept here; three statements."""
    whole = _scope(year, permit, year.school.kept_from, year.today(work.now))
    scope = replace(whole, ended_by=work.now)
    rules = await _rules(work, year, scope.first)
    cells = tallied(rules, await work.run(query.lessons, scope), await work.run(query.long_checks, scope))
    return replace(total_of(cells), done=0, late=0)


async def open_duties(work: Work, year: SchoolYear, klass: KlassId, keeper: PersonId) -> list[Duty]:
    """Give what somebody still owes of a class's lessons; three statements."""
    days = (year.school.kept_from, year.today(work.now))
    classes_end = _reckons_from_classes_end(year)
    scope = BoardScope(year.school.id, *days, keeper, klass, classes_end=classes_end, ended_by=work.now)
    works = await work.run(query.long_checks, scope)
    rules = await _rules(work, year, scope.first)
    found = [duties_of(rules, seen, works.get(seen.id, ())) for seen in await work.run(query.lessons, scope)]
    return [duty for duties in found for duty in duties if duty.done_at is None]


async def _days(work: Work, year: SchoolYear, span: BoardSpan) -> tuple[date, date]:
    today = year.today(work.now)
    begun = {
        BoardSpan.DAY: today,
        BoardSpan.WEEK: today - timedelta(days=today.weekday()),
        BoardSpan.MONTH: today.replace(day=1),
    }
    first = begun.get(span) or await _period_start(work, year, today)
    return min(max(first, year.school.kept_from), today), today


async def _period_start(work: Work, year: SchoolYear, today: date) -> date:
    """The day on which the shortest period of today began, in the holidays the month's first."""
    running = await work.run(query.periods, year.school.id, today)
    shortest = min(running, key=lambda period: period.ends_on - period.starts_on, default=None)
    return shortest.starts_on if shortest else today.replace(day=1)


async def read(work: Work, view: View) -> tuple[list[Seen], Works]:
    """Give the lessons, and the works among them that have a day to be checked by; two statements."""
    return await work.run(query.lessons, view.scope), await work.run(query.long_checks, view.scope)


async def cells_of(work: Work, view: View, of: BoardOf = BoardOf.ALL) -> Counter[Cell]:
    """Count the duties about lessons' records, or all others, or both."""
    found: Counter[Cell] = Counter()
    if of is not BoardOf.OTHERS:
        found += tallied(view.rules, *await read(work, view))
    if of is not BoardOf.LESSONS:
        found += counted(await others_of(work, view))
    return found


def _place(cell: Cell, by: BoardBy) -> int | str | None:
    match by:
        case BoardBy.TEACHER:
            return cell.holder
        case BoardBy.KLASS:
            return cell.klass
        case BoardBy.RULE:
            return cell.rule


def people_of(cells: Iterable[Cell]) -> set[PersonId]:
    """Give those whose duties were counted."""
    return {cell.holder for cell in cells if cell.holder is not None}


def lines_of(cells: Counter[Cell], by: BoardBy, names: Names, view: View) -> tuple[BoardLine, ...]:
    """Give a line for each teacher, class or rule, the worst first."""
    counts: dict[int | str, list[tuple[DutyState, int]]] = defaultdict(list)
    for cell, count in cells.items():
        place = _place(cell, by)
        if place is not None:
            counts[place].append((cell.state, count))
    rules = {rule.id: rule for rule in view.year.regulation.rows}
    lines = [_line(place, by, tally_of(some), names, rules) for place, some in counts.items()]
    return tuple(sorted(lines, key=lambda line: (*(-bad for bad in line.tally.badness), line.name)))


def _line(place: int | str, by: BoardBy, tally: Tally, names: Names, rules: dict[str, Rule]) -> BoardLine:
    if isinstance(place, str):
        return BoardLine(place, "", tally, rules[place])
    if by is BoardBy.KLASS:
        return BoardLine(place, names.klasses[KlassId(place)], tally)
    return BoardLine(place, names.people[PersonId(place)].initials, tally)


def total_of(cells: Counter[Cell]) -> Tally:
    """Add all up."""
    return tally_of((cell.state, count) for cell, count in cells.items())


def rule_of(year: SchoolYear, number: int) -> Rule:
    """Give the rule whose id has a number, as buttons carry it. Raises NotFound for a rule the school has not."""
    found = next((rule for rule in year.regulation.rows if rule_number(rule.id) == number), None)
    if found is None:
        raise NotFound
    return found
