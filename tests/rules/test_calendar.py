"""School days, moved days, working days, weeks, periods, local time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.calendar import CalendarEntry, CalendarKind, Period, PeriodKind, WeekParity
from core.model.ids import PeriodId
from core.model.school import ALL_GRADES, GRADES, Grades
from core.rules.calendar import SchoolCalendar, Template, at_local, day_end, local_day, period_of

START, END = date(2026, 9, 1), date(2027, 5, 31)
MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")

ENTRIES = [
    CalendarEntry("Осенние каникулы", CalendarKind.VACATION, date(2026, 10, 24), date(2026, 11, 1)),
    CalendarEntry(
        "Дополнительные каникулы", CalendarKind.VACATION, date(2027, 2, 8), date(2027, 2, 14), frozenset({1})
    ),
    CalendarEntry("День народного единства", CalendarKind.PUBLIC_HOLIDAY, date(2026, 11, 4), date(2026, 11, 4)),
    CalendarEntry("Новый год", CalendarKind.PUBLIC_HOLIDAY, date(2026, 12, 31), date(2027, 1, 8)),
    CalendarEntry("День здоровья", CalendarKind.DAY_OFF, date(2026, 9, 18), date(2026, 9, 18)),
    CalendarEntry("Выпускники", CalendarKind.DAY_OFF, date(2027, 5, 24), date(2027, 5, 24), frozenset({9, 11})),
    CalendarEntry(
        "Рабочая суббота",
        CalendarKind.MOVED,
        date(2026, 11, 7),
        date(2026, 11, 7),
        taught_as_day=date(2026, 11, 4),
    ),
    CalendarEntry(
        "За пятницу",
        CalendarKind.MOVED,
        date(2027, 2, 20),
        date(2027, 2, 20),
        frozenset({10, 11}),
        taught_as_weekday=4,
    ),
]


def year(week_days: int = 5) -> SchoolCalendar:
    """The school year of these tests."""
    return SchoolCalendar(ENTRIES, week_days, START, END)


@pytest.mark.parametrize(
    ("day", "grade", "expected"),
    [
        (date(2026, 8, 31), 5, None),  # before the year
        (date(2026, 9, 1), 5, 1),
        (date(2026, 9, 5), 5, None),  # Saturday of a five-day school
        (date(2026, 9, 18), 5, None),  # day off
        (date(2026, 10, 23), 5, 4),
        (date(2026, 10, 26), 5, None),  # vacation, both ends included
        (date(2026, 11, 2), 5, 0),
        (date(2026, 11, 4), 5, None),  # public holiday
        (date(2026, 11, 7), 5, 2),  # moved Saturday taught by the Wednesday of 4 November
        (date(2027, 2, 9), 1, None),  # additional vacation of grade 1
        (date(2027, 2, 9), 2, 1),
        (date(2027, 2, 20), 10, 4),  # moved for some grades only
        (date(2027, 2, 20), 9, None),
        (date(2027, 5, 24), 9, None),
        (date(2027, 5, 24), 8, 0),
        (date(2027, 6, 1), 5, None),  # after the year
    ],
)
def test_which_weekday_is_taught(day: date, grade: int, expected: int | None) -> None:
    """ADM-2: weekday of the timetable for a day and grade, None on days off."""
    assert year().taught_as(day, grade) == expected
    assert year().is_school_day(day, grade) == (expected is not None)


def test_a_six_day_week_teaches_on_saturdays() -> None:
    """The school's setting decides."""
    assert year(6).taught_as(date(2026, 9, 5), 5) == 5
    assert year(6).taught_as(date(2026, 9, 6), 5) is None


def test_neighbouring_school_days() -> None:
    """Next and previous day with lessons, over weekend, vacation and holiday."""
    calendar = year()
    assert calendar.next_school_day(date(2026, 10, 23), 5) == date(2026, 11, 2)
    assert calendar.next_school_day(date(2026, 11, 6), 5) == date(2026, 11, 7)
    assert calendar.previous_school_day(date(2026, 11, 2), 5) == date(2026, 10, 23)
    assert calendar.next_school_day(date(2026, 1, 1), 5) == START
    assert calendar.next_school_day(END, 5) is None
    assert calendar.previous_school_day(START, 5) is None
    assert calendar.next_school_day(date(2027, 2, 7), 1) == date(2027, 2, 15)
    assert calendar.next_school_day(date(2027, 2, 7)) == date(2027, 2, 8)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 28), True),  # vacations are working days of the staff (REG-7)
        (date(2026, 11, 4), False),
        (date(2026, 11, 7), True),  # a moved Saturday counts
        (date(2026, 11, 8), False),
        (date(2026, 9, 18), False),
        (date(2027, 5, 24), True),  # off for two grades only
        (date(2027, 7, 1), True),
        (date(2026, 12, 31), False),
    ],
)
def test_working_days(day: date, works: bool) -> None:
    """REG-7: working days are the staff's."""
    assert year().is_working_day(day) is works


def test_adding_working_days() -> None:
    """The day itself is not counted; holidays are stepped over, the moved Saturday is not."""
    calendar = year()
    assert calendar.add_working_days(date(2026, 11, 3), 1) == date(2026, 11, 5)
    assert calendar.add_working_days(date(2026, 11, 5), 2) == date(2026, 11, 7)
    assert calendar.add_working_days(date(2026, 11, 5), 3) == date(2026, 11, 9)
    assert calendar.add_working_days(date(2026, 12, 30), 1) == date(2027, 1, 11)
    assert calendar.add_working_days(date(2026, 11, 5), -2) == date(2026, 11, 2)
    assert calendar.add_working_days(date(2026, 11, 8), 0) == date(2026, 11, 8)


def test_reminding_days() -> None:
    """NTF-6: in a six-day school Saturday has lessons and so reminders; on a day off the last day before serves."""
    assert year(6).is_reminding_day(date(2026, 9, 5))
    assert not year(5).is_reminding_day(date(2026, 9, 5))
    assert year().last_reminding_day(date(2026, 11, 8)) == date(2026, 11, 7)
    assert year().last_reminding_day(date(2027, 1, 8)) == date(2026, 12, 30)


def test_odd_and_even_weeks() -> None:
    """The first week is odd; a year that begins on a Sunday begins the week after; a moved day keeps its own."""
    calendar = year()
    assert calendar.week_parity(date(2026, 9, 1)) is WeekParity.ODD
    assert calendar.week_parity(date(2026, 9, 6)) is WeekParity.ODD
    assert calendar.week_parity(date(2026, 9, 7)) is WeekParity.EVEN
    sunday = SchoolCalendar([], 5, date(2024, 9, 1), date(2025, 5, 31))
    assert sunday.week_parity(date(2024, 9, 2)) is WeekParity.ODD
    moved = CalendarEntry(
        "За чётную среду",
        CalendarKind.MOVED,
        date(2026, 9, 5),
        date(2026, 9, 5),
        taught_as_day=date(2026, 9, 9),
    )
    assert SchoolCalendar([moved], 5, START, END).template(date(2026, 9, 5), 5) == Template(2, WeekParity.EVEN)


def test_a_moved_day_wins_over_holiday_and_vacation() -> None:
    """Somebody entered it on purpose, in whatever order the sheet has them."""
    moved = CalendarEntry("Перенос", CalendarKind.MOVED, date(2026, 10, 26), date(2026, 10, 26), taught_as_weekday=0)
    for entries in ([moved, *ENTRIES], [*ENTRIES, moved]):
        assert SchoolCalendar(entries, 5, START, END).taught_as(date(2026, 10, 26), 5) == 0


def test_the_shortest_period_is_found() -> None:
    """A day of the first quarter lies in the year too; between quarters only the year is left."""
    junior: Grades = frozenset(range(1, 10))
    quarter = Period(PeriodId(1), "1 четверть", PeriodKind.QUARTER, junior, START, date(2026, 10, 23))
    half = Period(PeriodId(2), "1 полугодие", PeriodKind.HALF_YEAR, frozenset({10, 11}), START, date(2026, 12, 29))
    whole = Period(PeriodId(3), "Год", PeriodKind.YEAR, ALL_GRADES, START, END)
    periods = [whole, half, quarter]
    assert period_of(periods, date(2026, 10, 23), 7) == quarter
    assert period_of(periods, date(2026, 10, 23), 10) == half
    assert period_of(periods, date(2026, 10, 24), 7) == whole
    assert period_of(periods, date(2027, 6, 1), 7) is None


def test_local_time_over_the_change_of_clocks() -> None:
    """REG-6: the same local time is another instant after the clocks were moved; a day may have 23 or 25 hours."""
    assert at_local(date(2026, 3, 28), time(18), BERLIN) == datetime(2026, 3, 28, 17, tzinfo=UTC)
    assert at_local(date(2026, 3, 29), time(18), BERLIN) == datetime(2026, 3, 29, 16, tzinfo=UTC)
    assert day_end(date(2026, 3, 29), BERLIN) - at_local(date(2026, 3, 29), time(), BERLIN) == timedelta(hours=23)
    assert day_end(date(2026, 10, 25), BERLIN) - at_local(date(2026, 10, 25), time(), BERLIN) == timedelta(hours=25)
    assert local_day(datetime(2026, 9, 1, 21, 30, tzinfo=UTC), MOSCOW) == date(2026, 9, 2)


def test_a_naive_instant_is_refused() -> None:
    """Instants are aware everywhere."""
    with pytest.raises(ValueError, match="aware"):
        local_day(datetime(2026, 9, 1), MOSCOW)  # noqa: DTZ001 - the fault under test


days = st.dates(START - timedelta(days=30), END + timedelta(days=30))
entries = st.lists(
    st.builds(
        lambda kind, first, length, grades, weekday: CalendarEntry(
            "x", kind, first, first + timedelta(days=length), grades, None, weekday
        ),
        st.sampled_from(CalendarKind),
        days,
        st.integers(0, 20),
        st.frozensets(st.sampled_from(GRADES), min_size=1),
        st.none() | st.integers(0, 5),
    ),
    max_size=6,
)
zones = st.sampled_from(["Europe/Moscow", "Asia/Kamchatka", "Europe/Berlin", "America/Havana", "America/Santiago"])


@given(entries, st.sampled_from([5, 6]), days, st.sampled_from(GRADES))
def test_neighbours_agree_with_the_days_themselves(some: list[CalendarEntry], week: int, day: date, grade: int) -> None:
    """The next school day is one, and none lies between."""
    calendar = SchoolCalendar(some, week, START, END)
    after = calendar.next_school_day(day, grade)
    limit = after or END + timedelta(days=1)
    between = day + timedelta(days=1)
    while between < limit:
        assert not calendar.is_school_day(between, grade)
        between += timedelta(days=1)
    assert after is None or calendar.is_school_day(after, grade)
    if after is not None and calendar.is_school_day(day, grade):
        assert calendar.previous_school_day(after, grade) == day


@given(entries, days, st.integers(1, 15))
def test_working_days_go_there_and_back(some: list[CalendarEntry], day: date, count: int) -> None:
    """From a working day, n forward and n back is where one started."""
    calendar = SchoolCalendar(some, 5, START, END)
    there = calendar.add_working_days(day, count)
    assert there > day
    assert calendar.is_working_day(there)
    if calendar.is_working_day(day):
        assert calendar.add_working_days(there, -count) == day


@given(st.dates(date(2010, 1, 1), date(2035, 12, 31)), zones)
def test_a_day_ends_where_the_next_begins(day: date, name: str) -> None:
    """Every instant belongs to one school day, also where midnight is skipped or comes twice."""
    zone = ZoneInfo(name)
    end = day_end(day, zone)
    assert local_day(end, zone) == day + timedelta(days=1)
    assert local_day(end - timedelta(seconds=1), zone) == day


def test_in_vacations_nobody_is_reminded_of_lessons() -> None:
    calendar = SchoolCalendar(
        [CalendarEntry("каникулы", CalendarKind.VACATION, date(2026, 10, 26), date(2026, 11, 1))],
        5,
        date(2026, 9, 1),
        date(2027, 5, 31),
    )
    assert calendar.is_working_day(date(2026, 10, 27))
    assert not calendar.is_reminding_day(date(2026, 10, 27))
    assert calendar.last_reminding_day(date(2026, 10, 29)) == date(2026, 10, 23)
