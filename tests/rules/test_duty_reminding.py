"""When the staff is reminded of what is not of a lesson's record, and when the deputy hears (NTF-5, NTF-6, REG-6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.model.calendar import CalendarEntry, CalendarKind
from core.model.duty import Cycle, Duty, DutyState, DutySubject, SubjectKind
from core.model.duty_sheet import DutyNames
from core.model.ids import KlassId, PersonId
from core.model.own_duties import Line
from core.model.regulation import Matter, Rule
from core.model.school import ALL_GRADES, Preset
from core.regulation.loader import preset
from core.rules.calendar import SchoolCalendar, day_end
from core.rules.duty_numbers import DutyNumbers, key_of, numbers_of
from core.rules.duty_reminding import (
    concerns_deputy,
    is_escalated,
    is_listed,
    is_overdue,
    is_reminded,
)
from tests.world import MOSCOW, local

HOLIDAYS = CalendarEntry(
    "Осенние каникулы", CalendarKind.VACATION, date(2026, 10, 26), date(2026, 11, 1), ALL_GRADES, None, None
)
YEAR = SchoolCalendar((HOLIDAYS,), 5, date(2026, 9, 1), date(2027, 5, 31))
FRIDAY = date(2026, 10, 16)


def line(about: Matter, last: date, cycle: Cycle | None = None, **more: object) -> Line:
    subject = DutySubject(SubjectKind.KLASS, klass=KlassId(7), cycle=cycle, day=last if cycle else None)
    made = Line("period-marks", about, "003 Д-10", True, subject, DutyNames(), day_end(last, MOSCOW), MOSCOW)
    return replace(made, **more)  # type: ignore[arg-type]


def reminded(one: Line, days: Sequence[date]) -> list[date]:
    return [day for day in days if is_reminded(one, day, local(day, 8), YEAR)]


def days(first: date, count: int) -> list[date]:
    return [first + timedelta(days=number) for number in range(count)]


@pytest.mark.parametrize(
    ("about", "last", "cycle", "expected"),
    [
        # On the last day in the morning.
        (Matter.REPORT, FRIDAY, None, [FRIDAY]),
        # A week ends on Sunday, when nobody works.
        (Matter.NOTICE_WEEK, FRIDAY + timedelta(days=2), Cycle.WEEK, [FRIDAY]),
        # A month ends on a Saturday of the holidays, whose weekdays are working days.
        (Matter.REPORT, date(2026, 10, 31), Cycle.MONTH, [date(2026, 10, 30)]),
        # Marks that fall due within holidays: before them and in them.
        (Matter.PERIOD_MARK, date(2026, 10, 28), None, [date(2026, 10, 23), date(2026, 10, 28)]),
        # Every day isn't news.
        (Matter.CONTROL, FRIDAY, Cycle.DAY, []),
        # Records of lessons have forms and lists of their own.
        (Matter.MARKS, FRIDAY, None, []),
    ],
)
def test_days_of_reminding(about: Matter, last: date, cycle: Cycle | None, expected: list[date]) -> None:
    assert reminded(line(about, last, cycle), days(date(2026, 10, 12), 21)) == expected


def test_nobody_is_reminded_of_what_waits_or_is_over() -> None:
    one = line(Matter.REPORT, FRIDAY)
    assert reminded(replace(one, reason="=i"), days(FRIDAY, 3)) == []
    assert not is_overdue(one, local(FRIDAY, 23))
    assert is_overdue(one, local(FRIDAY + timedelta(days=1), 8))
    assert not is_overdue(replace(one, binding=False), local(FRIDAY + timedelta(days=1), 8))
    assert not is_overdue(replace(one, about=Matter.TOPIC), local(FRIDAY + timedelta(days=1), 8))


@pytest.mark.parametrize(
    ("due", "number", "expected"),
    [
        (date(2026, 10, 14), 3, date(2026, 10, 20)),
        (date(2026, 10, 16), 3, date(2026, 10, 22)),
        (date(2026, 10, 17), 3, date(2026, 10, 22)),
        (date(2026, 10, 14), 1, FRIDAY),
        # Working days of the holidays count, but nobody is written to in them.
        (date(2026, 10, 23), 3, date(2026, 11, 2)),
        (date(2026, 10, 14), 0, None),
    ],
)
def test_the_deputy_hears_once(due: date, number: int, expected: date | None) -> None:
    at = day_end(due, MOSCOW)
    heard = [day for day in days(date(2026, 10, 12), 40) if is_escalated(at, MOSCOW, day, number, YEAR)]
    on_school_days = [day for day in heard if YEAR.is_reminding_day(day)]
    assert on_school_days == ([] if expected is None else [expected])


def rule(name: str) -> Rule:
    return next(each for each in preset(Preset.MOSCOW_REGION).rows if each.id == f"moscow-region.{name}")


def duty(name: str, due: datetime, cycle: Cycle | None = None) -> Duty:
    subject = DutySubject(SubjectKind.KLASS, klass=KlassId(7), cycle=cycle, day=due.date() if cycle else None)
    return Duty(rule(name), (PersonId(1),), subject, due, due, None, DutyState.OVERDUE)


@pytest.mark.parametrize(
    ("name", "cycle", "days_ago", "listed"),
    [
        ("own-login", Cycle.DAY, 0, False),
        ("daily-record", Cycle.DAY, 0, False),
        ("journals-daily", Cycle.DAY, 0, True),
        ("journals-daily", Cycle.DAY, 1, False),
        ("weekly-notice", Cycle.WEEK, 6, True),
        ("weekly-notice", Cycle.WEEK, 8, False),
        ("absences", Cycle.DAY, 20, True),
        ("marks", None, 40, True),
    ],
)
def test_what_stands_in_ones_own_list(name: str, cycle: Cycle | None, days_ago: int, listed: bool) -> None:
    due = day_end(FRIDAY, MOSCOW)
    assert is_listed(duty(name, due, cycle), local(FRIDAY + timedelta(days=days_ago), 9), MOSCOW) is listed


@pytest.mark.parametrize(
    ("name", "cycle", "concerns"),
    [
        ("marks", None, True),
        ("weekly-notice", Cycle.WEEK, True),
        ("own-login", Cycle.DAY, False),
        ("daily-record", Cycle.DAY, False),
        ("journals-daily", Cycle.DAY, False),
        ("data-check", Cycle.WEEK, False),
    ],
)
def test_what_the_deputy_hears_of(name: str, cycle: Cycle | None, concerns: bool) -> None:
    assert concerns_deputy(duty(name, day_end(FRIDAY, MOSCOW), cycle)) is concerns


@pytest.mark.parametrize(
    "key",
    [
        "lesson:123",
        "school",
        "klass:7/week:2026-09-07",
        "group:5/period:12",
        "exam:5/day:2026-06-01",
        "person:9/day:2026-10-15",
        "happening:77",
    ],
)
def test_keys_of_subjects_travel_as_numbers(key: str) -> None:
    assert key_of(numbers_of(key)) == key


@pytest.mark.parametrize("numbers", [(99, 1, 0, 0), (0, 1, 9, 5), (0, 1, 1, 0), (0, 1, 1, 10**18)])
def test_forged_numbers_are_no_duty(numbers: tuple[int, int, int, int]) -> None:
    assert key_of(DutyNumbers(*numbers)) == "none"
