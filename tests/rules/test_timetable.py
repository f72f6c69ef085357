"""Bells, clashes and hours of the week's timetable; the lessons of a year."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from core.model.calendar import Bell, CalendarEntry, CalendarKind, WeekParity
from core.rules.calendar import SchoolCalendar
from core.rules.timetable import BellSetUnclear, Booking, Slot, bell_for, bell_set_of, clashes, overlap, weekly_hours
from core.rules.year_lessons import WeeklyLesson, YearPlanner

START, END = date(2026, 9, 1), date(2027, 5, 31)
MOSCOW = ZoneInfo("Europe/Moscow")


def bell(
    number: int, hour: int, *, days: range = range(6), bell_set: str = "день", grades: range = range(1, 12)
) -> Bell:
    return Bell(bell_set, number, time(hour), time(hour, 40), frozenset(days), frozenset(grades))


def slot(weekday: int = 0, hour: int = 9, parity: WeekParity = WeekParity.EVERY, **span: date) -> Slot:
    return Slot(weekday, time(hour), time(hour, 40), parity, **span)


def test_the_bell_made_for_fewest_days_rings() -> None:
    bells = [bell(1, 8), bell(1, 9, days=range(5, 6))]
    assert bell_for(bells, "день", 7, 5, 1) == bells[1]
    assert bell_for(bells, "день", 7, 4, 1) == bells[0]
    assert bell_for(bells, "день", 7, 4, 2) is None
    assert bell_for(bells, "другой", 7, 4, 1) is None


def test_a_class_without_a_bell_set_has_the_only_one_of_its_grade() -> None:
    bells = [bell(1, 8, bell_set="младшие", grades=range(1, 5)), bell(1, 9, bell_set="старшие", grades=range(5, 12))]
    assert bell_set_of(bells, "", 7) == "старшие"
    assert bell_set_of(bells, "младшие", 7) == "младшие"
    with pytest.raises(BellSetUnclear):
        bell_set_of([*bells, bell(1, 10)], "", 7)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (slot(), slot(), True),
        (slot(), slot(weekday=1), False),
        (slot(), slot(hour=10), False),
        (slot(), slot(parity=WeekParity.ODD), True),
        (slot(parity=WeekParity.EVEN), slot(parity=WeekParity.ODD), False),
        (slot(until=date(2026, 12, 31)), slot(since=date(2027, 1, 1)), False),
        (slot(until=date(2027, 1, 1)), slot(since=date(2027, 1, 1)), True),
    ],
)
def test_slots_meet(one: Slot, other: Slot, together: bool) -> None:
    assert overlap(one, other) is overlap(other, one) is together


def test_clashes_come_once_and_only_of_one_resource() -> None:
    booked = [
        Booking("101", slot(), 2),
        Booking("101", slot(), 0),
        Booking("102", slot(), 1),
        Booking("101", slot(2), 3),
    ]
    assert list(clashes(booked)) == [(0, 2)]
    assert not list(clashes(booked, lambda _one, _other: True))


def test_shifts_clash_by_the_clock_and_not_by_number() -> None:
    first_shift = Slot(0, time(12), time(12, 40))
    second_shift = Slot(0, time(12, 30), time(13, 10))
    assert list(clashes([Booking("учитель", first_shift, 0), Booking("учитель", second_shift, 1)])) == [(0, 1)]


def test_hours_of_odd_weeks_are_half() -> None:
    entries = [("а", slot()), ("а", slot(1, parity=WeekParity.ODD)), ("б", slot(until=date(2026, 12, 31)))]
    assert weekly_hours(entries, START, END) == {"а": Decimal("1.5"), "б": Decimal(1)}


def test_halves_of_the_year_are_not_summed() -> None:
    entries = [("а", slot(until=date(2026, 12, 31))), ("а", slot(2, since=date(2027, 1, 1)))]
    assert weekly_hours(entries, START, END) == {"а": Decimal(1)}


def planner(*entries: CalendarEntry, bells: tuple[Bell, ...] = (bell(1, 8),)) -> YearPlanner:
    return YearPlanner(SchoolCalendar(entries, 5, START, END), bells, MOSCOW)


def weekly(weekday: int, parity: WeekParity = WeekParity.EVERY, number: int = 1) -> WeeklyLesson[str, str]:
    return WeeklyLesson("7А", weekday, number, parity, START, END, "учитель", "101")


def test_lessons_skip_vacations_and_are_taught_on_moved_days() -> None:
    vacation = CalendarEntry("", CalendarKind.VACATION, date(2026, 10, 26), date(2026, 11, 1))
    moved = CalendarEntry("", CalendarKind.MOVED, date(2026, 10, 31), date(2026, 10, 31), taught_as_weekday=0)
    days = {day for _, day, _ in planner(vacation, moved).lessons(7, "", [weekly(0)])}
    assert date(2026, 10, 19) in days
    assert date(2026, 10, 26) not in days
    assert date(2026, 10, 31) in days


def test_odd_and_even_weeks_share_the_year() -> None:
    plan = planner()
    every = plan.lessons(7, "", [weekly(0)])
    odd = plan.lessons(7, "", [weekly(0, WeekParity.ODD)])
    even = plan.lessons(7, "", [weekly(0, WeekParity.EVEN)])
    assert every == odd | even
    assert not odd.keys() & even.keys()
    assert abs(len(odd) - len(even)) <= 1


def test_instants_are_of_the_schools_clock() -> None:
    lesson = planner().lessons(7, "", [weekly(1)])["7А", START, 1]
    assert lesson.starts_at == datetime(2026, 9, 1, 5, tzinfo=UTC)
    assert (lesson.ends_at - lesson.starts_at).seconds == 40 * 60


def test_a_lesson_without_a_bell_that_day_is_left_out() -> None:
    short_friday = (bell(1, 8), bell(2, 9, days=range(4)))
    plan = planner(bells=short_friday)
    assert plan.lessons(7, "", [weekly(3, number=2)])
    assert not plan.lessons(7, "", [weekly(4, number=2)])


def test_a_moved_saturday_rings_by_its_own_bells_where_it_has_them() -> None:
    moved = CalendarEntry("", CalendarKind.MOVED, date(2026, 10, 31), date(2026, 10, 31), taught_as_weekday=0)
    weekdays_only = planner(moved, bells=(bell(1, 8, days=range(5)),))
    own = planner(moved, bells=(bell(1, 8, days=range(5)), bell(1, 10, days=range(5, 6))))
    key = ("7А", date(2026, 10, 31), 1)
    assert weekdays_only.lessons(7, "", [weekly(0)])[key].starts_at.hour == 5
    assert own.lessons(7, "", [weekly(0)])[key].starts_at.hour == 7
