"""The rules of the Friday letter: which day, true praise, what rose, what is below what is wanted (BEY-3)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.friday import Learnt, WeekMark
from core.model.ids import PersonId, SubjectId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.rules.averages import tally, two_decimals
from core.rules.calendar import SchoolCalendar
from core.rules.fridays import best, ends_week, rises, to_ask

FIRST, LAST = date(2026, 9, 1), date(2027, 5, 31)
HOLIDAYS = CalendarEntry("Каникулы", CalendarKind.VACATION, date(2026, 10, 22), date(2026, 11, 1))
MOVED = CalendarEntry("Перенос", CalendarKind.MOVED, date(2026, 11, 7), date(2026, 11, 7), taught_as_weekday=0)


def _mark(subject: int, value: MarkValue, weight: int = 1, day: int = 12) -> WeekMark:
    kind = WorkKind.CONTROL if weight > 1 else WorkKind.ANSWER
    return WeekMark(SubjectId(subject), f"Предмет {subject}", value, kind, weight, "", date(2026, 10, day))


@pytest.mark.parametrize(
    ("day", "week_days", "expected"),
    [
        (date(2026, 10, 16), 5, True),
        (date(2026, 10, 15), 5, False),
        (date(2026, 10, 16), 6, False),
        (date(2026, 10, 17), 6, True),
        (date(2026, 10, 17), 5, False),
        (date(2026, 10, 21), 5, True),  # the holidays begin on Thursday
        (date(2026, 10, 23), 5, False),  # within them
        (date(2026, 10, 30), 5, False),
        (date(2026, 11, 6), 5, False),  # a Saturday with lessons follows
        (date(2026, 11, 7), 5, True),
        (LAST, 5, True),  # the year's last day
    ],
)
def test_the_week_ends_on_its_last_day_with_school(day: date, week_days: int, expected: bool) -> None:
    calendar = SchoolCalendar([HOLIDAYS, MOVED], week_days, FIRST, LAST)
    assert ends_week(calendar, day, 7) is expected


def test_praise_is_for_fives_and_for_fours_that_weigh() -> None:
    marks = [
        _mark(1, MarkValue.FOUR),
        _mark(2, MarkValue.FOUR, 3),
        _mark(3, MarkValue.FIVE),
        _mark(4, MarkValue.FIVE, 3),
        _mark(3, MarkValue.FIVE, day=13),
        _mark(5, MarkValue.THREE, 3),
        _mark(6, MarkValue.PASSED),
    ]
    assert [(mark.subject, mark.value) for mark in best(marks)] == [
        (4, MarkValue.FIVE),
        (3, MarkValue.FIVE),
        (2, MarkValue.FOUR),
    ]


def test_a_mean_has_risen_only_where_there_was_one() -> None:
    week = [_mark(1, MarkValue.FIVE), _mark(2, MarkValue.FIVE)]
    now = {SubjectId(1): tally([(3, 1), (4, 1), (5, 1)]), SubjectId(2): tally([(5, 1)])}
    (rise,) = rises(week, now)
    assert (rise.subject, rise.before, rise.after) == ("Предмет 1", Decimal("3.50"), Decimal("4.00"))


VALUES = st.sampled_from(list(MarkValue))
MARKS = st.lists(st.builds(_mark, st.integers(1, 9), VALUES, st.integers(1, 5), st.integers(12, 17)), max_size=30)


@given(MARKS)
def test_praise_never_tells_of_a_bad_mark_and_is_short(marks: list[WeekMark]) -> None:
    found = best(marks)
    assert len(found) <= 3
    assert len({mark.subject for mark in found}) == len(found)
    assert all(mark.value in (MarkValue.FOUR, MarkValue.FIVE) for mark in found)


@given(MARKS, MARKS)
def test_what_rose_really_rose(week: list[WeekMark], earlier: list[WeekMark]) -> None:
    both = [*week, *earlier]
    sums = {
        subject: tally((mark.value.points, mark.weight) for mark in both if mark.subject == subject)
        for subject in {mark.subject for mark in both}
    }
    for rise in rises(week, sums):
        before = [mark for mark in earlier if mark.name == rise.subject]
        exact = tally((mark.value.points, mark.weight) for mark in before).exact
        assert exact is not None
        assert rise.after - rise.before >= Decimal("0.10")
        assert two_decimals(exact) == rise.before


@given(st.lists(st.builds(Learnt, st.text(min_size=1), st.text(min_size=1)), max_size=8), st.integers(1, 10**9))
def test_the_question_is_one_of_the_week_and_stays(learnt: list[Learnt], student: int) -> None:
    day = date(2026, 10, 16)
    asked = to_ask(learnt, PersonId(student), day)
    assert (asked is None) == (not learnt)
    assert asked is None or asked in learnt
    assert asked == to_ask(learnt, PersonId(student), day - timedelta(days=day.weekday()))
