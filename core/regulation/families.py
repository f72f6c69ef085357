"""Which other terms make sense for a row: reckoned from the same thing, so that whatever reckons it can (REG-3)."""

from core.model.regulation import LESSON_PARTS, Matter, Rule
from core.model.term import TermKind

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


def kinds_for(rule: Rule) -> tuple[TermKind, ...]:
    """Give the kinds of term that a school may choose for a row, its own kind among them.

    A row that its text leaves to the school's order, to need or to constancy may get a date or a cycle.
    """
    kind = rule.due.kind
    if rule.about in _OF_A_LESSON and kind in _OF_A_RECORD:
        return _OF_A_RECORD
    if kind in _OPEN:
        return (kind, TermKind.FIXED_DATE, *_CYCLES)
    return next(family for family in _FAMILIES if kind in family)
