"""Days that change places: the number of a move, the bells of the new day."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from core.model.calendar import Bell
from core.rules.day_moves import days_of, number_of, ringing

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
FRIDAY, SATURDAY, SUNDAY = date(2026, 10, 16), date(2026, 10, 17), date(2026, 10, 18)


@given(DAYS, DAYS)
def test_a_number_is_two_days(source: date, target: date) -> None:
    number = number_of(source, target)
    assert days_of(number) == (source, target)
    assert 0 < number < 2**63


def test_the_new_days_bells_ring_where_there_are_any() -> None:
    weekdays = Bell("Основной", 1, time(8, 30), time(9, 15), frozenset(range(5)))
    short = Bell("Основной", 1, time(9), time(9, 40), frozenset({5}))
    assert ringing((weekdays, short), "", 7, (FRIDAY, SATURDAY), 1) == (time(9), time(9, 40))
    assert ringing((weekdays, short), "", 7, (FRIDAY, SUNDAY), 1) == (time(8, 30), time(9, 15))
    assert ringing((weekdays,), "", 7, (FRIDAY, SATURDAY), 2) is None
