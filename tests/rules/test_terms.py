"""When a term runs out: every kind of REG-3 by the conventions of REG-7."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.term import Happening, Term, TermKind
from core.rules.calendar import SchoolCalendar, day_end, local_day
from core.rules.terms import Anchors, due_of

MOSCOW = ZoneInfo("Europe/Moscow")
CALENDAR = SchoolCalendar(
    [
        CalendarEntry("", CalendarKind.VACATION, date(2026, 10, 26), date(2026, 11, 3)),
        CalendarEntry("", CalendarKind.PUBLIC_HOLIDAY, date(2026, 11, 4), date(2026, 11, 4)),
        CalendarEntry("", CalendarKind.MOVED, date(2026, 11, 7), date(2026, 11, 7)),
    ],
    week_days=5,
    year_start=date(2026, 9, 1),
    year_end=date(2027, 5, 26),
)


def local(month: int, day: int, hour: int = 0, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=MOSCOW).astimezone(UTC)


# A Thursday's lesson, a period that ends on a Friday, an event on a Monday evening.
KNOWN = Anchors(
    zone=MOSCOW,
    lesson_day=date(2026, 10, 15),
    classes_end=local(10, 15, 14, 5),
    check_day=date(2026, 10, 20),
    period_start=date(2026, 9, 1),
    period_end=date(2026, 10, 23),
    day=date(2026, 10, 15),
    event=local(11, 2, 17, 30),
    launch=date(2026, 9, 10),
    ordered=date(2026, 10, 24),
)


@pytest.mark.parametrize(
    ("kind", "parameters", "due"),
    [
        (TermKind.LESSON_DAY_AT, {"at": time(18)}, local(10, 15, 18)),
        (TermKind.LESSON_DAY_END, {}, local(10, 16)),
        (TermKind.HOURS_AFTER_CLASSES, {"hours": 1}, local(10, 15, 15, 5)),
        (TermKind.DAYS_AFTER_LESSON, {"days": 2}, local(10, 18)),  # Thursday + 2: Saturday to its end
        (TermKind.WORKING_DAYS_AFTER_LESSON, {"days": 2}, local(10, 20)),  # Friday, Monday
        (TermKind.DAYS_BEFORE_LESSON, {"days": 1}, local(10, 15)),
        (TermKind.CHECK_DAY_END, {}, local(10, 21)),
        (TermKind.DAYS_AFTER_PERIOD_END, {"days": 7}, local(10, 31)),  # in the vacation, not moved
        (TermKind.DAYS_BEFORE_PERIOD_END, {"days": 2}, local(10, 22)),
        (TermKind.ON_PERIOD_END, {}, local(10, 24)),
        (TermKind.ONCE_PER_PERIOD, {}, local(10, 24)),
        (TermKind.DAYS_BEFORE_PERIOD_START, {"days": 2}, local(8, 31)),
        (TermKind.DAYS_BEFORE_YEAR_START, {"days": 5}, local(8, 28)),
        (TermKind.DAYS_BEFORE_YEAR_START, {"days": 1}, local(9, 1)),  # «до начала учебного года»
        (TermKind.DAYS_AFTER_YEAR_START, {"days": 5}, local(9, 7)),
        (TermKind.DAYS_AFTER_YEAR_START, {}, local(9, 2)),
        (TermKind.DAYS_BEFORE_YEAR_END, {"days": 3}, local(5, 24, year=2027)),
        (TermKind.DAYS_AFTER_YEAR_END, {"days": 7}, local(6, 3, year=2027)),
        (TermKind.ON_YEAR_END, {}, local(5, 27, year=2027)),
        (TermKind.YEARLY, {}, local(5, 27, year=2027)),
        (TermKind.FIXED_DATE, {"month": 9, "day": 15}, local(9, 16)),  # «до 15 сентября» includes the 15th
        (TermKind.FIXED_DATE, {"month": 1, "day": 20}, local(1, 21, year=2027)),
        (TermKind.FIXED_DATE, {"month": 9, "day": 20, "year": 2026}, local(9, 21)),
        (TermKind.FIXED_DATE, {"month": 9, "day": 20, "year": 2015}, None),  # meant once, in another year
        (TermKind.DAILY, {}, local(10, 16)),
        (TermKind.WEEKLY, {}, local(10, 19)),  # to the end of Sunday
        (TermKind.WEEKLY_AHEAD, {}, local(10, 12)),  # before the week's Monday
        (TermKind.MONTHLY, {}, local(11, 1)),
        (TermKind.HOURS_AFTER_EVENT, {"hours": 24}, local(11, 3, 17, 30)),
        (TermKind.DAYS_AFTER_EVENT, {"days": 5}, local(11, 8)),
        (TermKind.WORKING_DAYS_AFTER_EVENT, {"days": 2}, local(11, 6)),  # the 4th is a public holiday
        (TermKind.WORKING_DAYS_AFTER_EVENT, {"days": 4}, local(11, 8)),  # the moved Saturday counts
        (TermKind.ON_EVENT_DAY, {}, local(11, 3)),
        (TermKind.BEFORE_EVENT, {}, local(11, 2, 17, 30)),
        (TermKind.DAYS_BEFORE_EVENT, {"days": 14}, local(10, 20)),
        (TermKind.WORKING_DAYS_BEFORE_EVENT, {"days": 3}, local(10, 29)),  # vacations are the staff's working days
        (TermKind.DAYS_AFTER_LAUNCH, {"days": 30}, local(10, 11)),
        (TermKind.WORKING_DAYS_AFTER_LAUNCH, {"days": 10}, local(9, 25)),
        (TermKind.BY_ORDER, {}, local(10, 25)),
        (TermKind.AS_NEEDED, {}, None),
        (TermKind.STANDING, {}, None),
    ],
)
def test_every_kind(kind: TermKind, parameters: dict[str, int], due: datetime | None) -> None:
    event = Happening.REQUEST if "event" in kind else None
    assert due_of(Term(kind, event=event, **parameters), KNOWN, CALENDAR) == due  # type: ignore[arg-type]


def test_no_kind_is_untried() -> None:
    (tried,) = (mark.args[1] for mark in test_every_kind.pytestmark)  # type: ignore[attr-defined]
    assert {case[0] for case in tried} == set(TermKind)


@pytest.mark.parametrize("kind", TermKind)
def test_unknown_anchors_give_nothing(kind: TermKind) -> None:
    """Terms of the school year need nothing but the calendar; all others say None rather than guess."""
    of_the_year = "year" in kind or kind is TermKind.FIXED_DATE
    term = Term(kind, days=1, hours=1, month=9, day=1)
    assert (due_of(term, Anchors(zone=MOSCOW), CALENDAR) is not None) == of_the_year


def test_a_months_last_day_is_its_own() -> None:
    """February, December and the thirty-first are months like others."""
    for day, last in (
        (date(2027, 2, 1), date(2027, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ):
        due = due_of(Term(TermKind.MONTHLY), Anchors(zone=MOSCOW, day=day), CALENDAR)
        assert due == day_end(last, MOSCOW)


def test_an_event_is_of_the_schools_day() -> None:
    """22:30 UTC is already tomorrow in Moscow."""
    late = Anchors(zone=MOSCOW, event=datetime(2026, 11, 2, 22, 30, tzinfo=UTC))
    due = due_of(Term(TermKind.ON_EVENT_DAY, event=Happening.EXAM), late, CALENDAR)
    assert due == local(11, 4)


days = st.dates(date(2026, 9, 1), date(2027, 5, 26))
zones = st.sampled_from([MOSCOW, ZoneInfo("Asia/Kamchatka"), ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")])
counts = st.integers(0, 60)


@given(day=days, zone=zones, count=counts)
def test_calendar_days_are_days_whatever_the_clock_does(day: date, zone: ZoneInfo, count: int) -> None:
    """The last instant in time is midnight after the N-th day; one moment before it is still that day."""
    due = due_of(Term(TermKind.DAYS_AFTER_LESSON, days=count), Anchors(zone=zone, lesson_day=day), CALENDAR)
    assert due is not None
    assert local_day(due - timedelta(microseconds=1), zone) == day + timedelta(days=count)
    assert due.astimezone(zone).time() == time()


@given(day=days, count=st.integers(1, 40))
def test_working_days_end_on_a_working_day_and_never_before_calendar_days(day: date, count: int) -> None:
    known = Anchors(zone=MOSCOW, lesson_day=day)
    worked = due_of(Term(TermKind.WORKING_DAYS_AFTER_LESSON, days=count), known, CALENDAR)
    counted = due_of(Term(TermKind.DAYS_AFTER_LESSON, days=count), known, CALENDAR)
    assert worked is not None
    assert counted is not None
    assert worked >= counted
    assert CALENDAR.is_working_day(local_day(worked - timedelta(microseconds=1), MOSCOW))


@given(day=days, zone=zones)
def test_a_week_and_a_month_hold_their_day(day: date, zone: ZoneInfo) -> None:
    known = Anchors(zone=zone, day=day)
    ahead, week, month = (
        due_of(Term(kind), known, CALENDAR) for kind in (TermKind.WEEKLY_AHEAD, TermKind.WEEKLY, TermKind.MONTHLY)
    )
    assert ahead is not None
    assert week is not None
    assert month is not None
    assert local_day(ahead, zone) <= day < local_day(week, zone)
    assert local_day(week, zone) - local_day(ahead, zone) == timedelta(days=7)
    assert (local_day(month, zone).day, local_day(month - timedelta(microseconds=1), zone).month) == (1, day.month)
