"""Days that change places: the number under which it is told, and the bells of the new day (ADM-2)."""

from collections.abc import Sequence
from datetime import date, time

from core.model.calendar import Bell
from core.rules.timetable import BellSetUnclear, bell_for, bell_set_of

_DAYS = 10**7


def number_of(source: date, target: date) -> int:
    """Give the number of a move of days, by which it is told."""
    return source.toordinal() * _DAYS + target.toordinal()


def days_of(number: int) -> tuple[date, date]:
    """Give source and target of a move by its number."""
    source, target = divmod(number, _DAYS)
    return date.fromordinal(source), date.fromordinal(target)


def ringing(
    bells: Sequence[Bell], named: str, grade: int, days: tuple[date, date], number: int
) -> tuple[time, time] | None:
    """Give when a lesson rings on its new day (the second of `days`): by the bells of that weekday, where they have no
    such lesson by those of its own day; None where nobody knows.
    """
    try:
        of_klass = bell_set_of(bells, named, grade)
    except BellSetUnclear:
        return None
    source, target = days
    own = bell_for(bells, of_klass, grade, target.weekday(), number)
    bell = own or bell_for(bells, of_klass, grade, source.weekday(), number)
    return (bell.starts, bell.ends) if bell else None
