"""When final marks are set and changed, and how they close the current ones (JRN-11) [000 §13; 003 §4.13, Д.2-1]."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo

from core.model.access import Relation
from core.model.calendar import Period, PeriodKind
from core.model.errors import Refusal
from core.model.final_mark import FinalKind
from core.model.people import Role
from core.model.regulation import Matter, Regulation, Rule
from core.model.school import EditWindow
from core.model.term import Term, TermKind
from core.rules.calendar import at_local, day_end
from core.rules.windows import mark_window

OPENS_BEFORE = timedelta(days=7)
"""A teacher sets marks from the last week before they are due."""
_CLOSES_JOURNAL = "edit-after-period"
_MATTERS = {
    FinalKind.PERIOD: Matter.PERIOD_MARK,
    FinalKind.YEAR: Matter.YEAR_MARK,
    FinalKind.EXAM: Matter.EXAM_MARK,
    FinalKind.OVERALL: Matter.YEAR_MARK,
}


def marked_periods(periods: Iterable[Period], grade: int) -> tuple[Period, ...]:
    """Give the periods that a grade gets marks for, in their order: the shortest ones, the year is no period."""
    own = [period for period in periods if grade in period.grades and period.kind is not PeriodKind.YEAR]
    return tuple(sorted((each for each in own if not _divided(each, own)), key=lambda each: each.starts_on))


def _divided(period: Period, others: Iterable[Period]) -> bool:
    return any(
        each.id != period.id
        and period.starts_on <= each.starts_on
        and each.ends_on <= period.ends_on
        and each.ends_on - each.starts_on < period.ends_on - period.starts_on
        for each in others
    )


def rule_of(regulation: Regulation, kind: FinalKind) -> Rule | None:
    """Give the row that says when marks of a kind are due, the first binding one with a date of its own.

    Where a text has no row for the year, it ends with its last period [000 §13; 001 §13; 003 §4.13].
    """
    rows = [row for row in regulation.rows if row.about is _MATTERS[kind]]
    if not rows and kind is not FinalKind.EXAM:
        rows = [row for row in regulation.rows if row.about is Matter.PERIOD_MARK]
    rows.sort(key=lambda row: (row.due.kind is TermKind.BY_ORDER, not row.binding))
    return rows[0] if rows else None


def due_day(term: Term, ends_on: date) -> date | None:
    """Give the last day in time for marks of what ends on a day; None where the school's own order says it."""
    match term.kind:
        case TermKind.DAYS_AFTER_PERIOD_END:
            return ends_on + timedelta(days=term.days)
        case TermKind.DAYS_BEFORE_PERIOD_END:
            return ends_on - timedelta(days=term.days)
        case TermKind.ON_PERIOD_END | TermKind.ON_YEAR_END | TermKind.ON_EVENT_DAY:
            return ends_on
        case _:
            return None


def last_day(regulation: Regulation, kind: FinalKind, ends_on: date) -> date:
    """Give the last day in time, the end itself where nothing else is said."""
    rule = rule_of(regulation, kind)
    return (due_day(rule.due, ends_on) if rule else None) or ends_on


def opens_on(regulation: Regulation, kind: FinalKind, ends_on: date) -> date:
    """Give the first day on which marks may be set; of an examination its own day."""
    if kind is FinalKind.EXAM:
        return ends_on
    return min(ends_on, last_day(regulation, kind, ends_on)) - OPENS_BEFORE


def may_set(regulation: Regulation, kind: FinalKind, ends_on: date, zone: tzinfo, sent_at: datetime) -> None:
    """Let a final mark be set for the first time: late is late, but only "задним числом" is refused (JRN-10).

    Raises Refusal "final-early" (`opens`), "final-late" (`until`, `clause`) where back-dating is forbidden.
    """
    opens = opens_on(regulation, kind, ends_on)
    if sent_at < at_local(opens, time(), zone):
        raise Refusal("final-early", opens=opens)
    until = max(ends_on, last_day(regulation, kind, ends_on))
    if not regulation.backdating and sent_at >= day_end(until, zone):
        raise Refusal("final-late", until=until, clause=regulation.backdating_clause)


def may_change(
    regulation: Regulation, window: EditWindow, counted_from: date, year_end: date, zone: tzinfo, sent_at: datetime
) -> None:
    """Let a final mark be changed or taken back, as after a retake [000 §13; 001 §13; 003 §4.13].

    The window is the one of current marks, counted from the end of what is summed up, or from the day on which the mark
    was first set where that is later; «без срока» ends with August, when the school year is over.
    Raises Refusal "final-forbidden" (`clause`), "final-closed" (`until`, `clause`).
    """
    clause = regulation.window_clause(window)
    found = mark_window(window, counted_from, date(year_end.year, 8, 31), zone)
    if found.last_day is None:
        raise Refusal("final-forbidden", clause=clause)
    if not found.is_open(sent_at):
        raise Refusal("final-closed", until=found.last_day, clause=clause)


def closes_journal(regulation: Regulation) -> str | None:
    """Give the clause that closes a period for the teacher once its marks are set [003 Д.2-1], None for other texts."""
    rows = (row for row in regulation.permissions if row.id.rpartition(".")[2] == _CLOSES_JOURNAL)
    found = (row.clause for row in rows if not row.allowed)
    return next(found, None)


def class_teacher_sets(regulation: Regulation, kind: FinalKind) -> bool:
    """Tell whether a class teacher sets such marks in every subject [003 Г-8; 001 3.2; 002 VIII]."""
    rule = rule_of(regulation, kind)
    return rule is not None and Role.CLASS_TEACHER in rule.holders


def sets(regulation: Regulation, kind: FinalKind, relation: Relation) -> bool:
    """Tell whether the text lets somebody set such marks, whom the matrix would let by this relation."""
    return relation is not Relation.OWN_KLASS or class_teacher_sets(regulation, kind)


def lesson_closed(regulation: Regulation, closed_after: date | None, today: date) -> bool:
    """Tell whether a lesson's record is closed with its period: the text says so, everybody's mark was set once, and
    the period is over [003 Д.2-1].
    """
    return closed_after is not None and today > closed_after and closes_journal(regulation) is not None


def marks_settled(settled_at: datetime | None, lesson_starts_at: datetime, *, closed: bool) -> bool:
    """Tell whether a student's marks of a lesson are closed by the period mark that stands since `settled_at` (JRN-11).

    A lesson that began afterwards is still recorded, until the period itself is `closed`.
    """
    return settled_at is not None and (closed or lesson_starts_at < settled_at)
