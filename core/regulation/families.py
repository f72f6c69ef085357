"""Which other terms make sense for a row: reckoned from the same thing, so that whatever reckons it can (REG-3)."""

from collections.abc import Mapping

from core.model.regulation import LESSON_PARTS, Matter, Rule
from core.model.term import Happening, TermKind

_OF_A_RECORD = (
    TermKind.LESSON_DAY_AT,
    TermKind.LESSON_DAY_END,
    TermKind.HOURS_AFTER_CLASSES,
    TermKind.DAYS_AFTER_LESSON,
)
_CYCLES = (TermKind.DAILY, TermKind.WEEKLY, TermKind.WEEKLY_AHEAD, TermKind.MONTHLY)
_OPEN = (TermKind.BY_ORDER, TermKind.AS_NEEDED, TermKind.STANDING)
_FAMILIES = (
    (*_OF_A_RECORD, TermKind.WORKING_DAYS_AFTER_LESSON, TermKind.DAYS_BEFORE_LESSON),
    (TermKind.CHECK_DAY_END,),
    (
        TermKind.DAYS_AFTER_PERIOD_END,
        TermKind.DAYS_BEFORE_PERIOD_END,
        TermKind.ON_PERIOD_END,
        TermKind.ONCE_PER_PERIOD,
        TermKind.DAYS_BEFORE_PERIOD_START,
    ),
    (
        TermKind.FIXED_DATE,
        TermKind.DAYS_BEFORE_YEAR_START,
        TermKind.DAYS_AFTER_YEAR_START,
        TermKind.DAYS_BEFORE_YEAR_END,
        TermKind.DAYS_AFTER_YEAR_END,
        TermKind.ON_YEAR_END,
        TermKind.YEARLY,
    ),
    _CYCLES,
    (
        TermKind.HOURS_AFTER_EVENT,
        TermKind.DAYS_AFTER_EVENT,
        TermKind.WORKING_DAYS_AFTER_EVENT,
        TermKind.ON_EVENT_DAY,
        TermKind.BEFORE_EVENT,
        TermKind.DAYS_BEFORE_EVENT,
        TermKind.WORKING_DAYS_BEFORE_EVENT,
    ),
    (TermKind.DAYS_AFTER_LAUNCH, TermKind.WORKING_DAYS_AFTER_LAUNCH, TermKind.FIXED_DATE),
)
_OF_A_LESSON = frozenset(LESSON_PARTS) - {Matter.LONG_CHECK}
_SHOWN_ONCE = (TermKind.FIXED_DATE,)
_AFTER_EVENT = (
    TermKind.ON_EVENT_DAY,
    TermKind.HOURS_AFTER_EVENT,
    TermKind.DAYS_AFTER_EVENT,
    TermKind.WORKING_DAYS_AFTER_EVENT,
)
_INSTEAD_OF_OPEN: Mapping[Matter, tuple[TermKind, ...]] = {
    Matter.PERIOD_MARK: (TermKind.DAYS_AFTER_PERIOD_END, TermKind.DAYS_BEFORE_PERIOD_END, TermKind.ON_PERIOD_END),
    Matter.YEAR_MARK: (
        TermKind.FIXED_DATE,
        TermKind.DAYS_BEFORE_YEAR_END,
        TermKind.DAYS_AFTER_YEAR_END,
        TermKind.ON_YEAR_END,
    ),
    Matter.EXAM_MARK: (TermKind.FIXED_DATE, *_AFTER_EVENT),
    Matter.ACCOUNT: _AFTER_EVENT,
    Matter.LESSON_RECORD: (TermKind.DAILY, TermKind.WEEKLY, TermKind.MONTHLY),
    Matter.SUBSTITUTION: _OF_A_RECORD,
    Matter.PLAN: _SHOWN_ONCE,
    Matter.PEOPLE: _SHOWN_ONCE,
    Matter.CLASSES: _SHOWN_ONCE,
    Matter.CONSENT: _SHOWN_ONCE,
    Matter.TIMETABLE_CHANGE: (),
    Matter.REMARK: (),
}
"""What the journal itself shows as done, is reckoned from what it knows; all else may be asked by date or cycle."""
_EVENTS = {Matter.EXAM_MARK: Happening.EXAM, Matter.ACCOUNT: Happening.DATA_ENTERED}


def kinds_for(rule: Rule) -> tuple[TermKind, ...]:
    """Give the kinds of term that a school may choose for a row, its own kind among them.

    A row that its text leaves to the school's order, to need or to constancy may get a term, too: a date or a cycle, or
    what the thing that it is about has [004 §2: «не позднее сроков, оговоренных приказом по школе»].
    """
    kind = rule.due.kind
    if rule.about in _OF_A_LESSON and kind in _OF_A_RECORD:
        return _OF_A_RECORD
    if kind in _OPEN:
        return (kind, *_INSTEAD_OF_OPEN.get(rule.about, (TermKind.FIXED_DATE, *_CYCLES)))
    return next(family for family in _FAMILIES if kind in family)


def event_for(rule: Rule) -> Happening | None:
    """Give what a row's term "after an event" is reckoned from, its own or one that a school gives it."""
    if rule.due.event is None and rule.due.kind in _OPEN:
        return _EVENTS.get(rule.about)
    return rule.due.event
