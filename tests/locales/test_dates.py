"""Days and times in words."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from locales import Translator, Translators, dates

THURSDAY = date(2026, 10, 15)
TRANSLATORS = Translators.load(strict=True)


@pytest.fixture
def ru() -> Translator:
    return TRANSLATORS["ru"]


@pytest.mark.parametrize(
    ("show", "russian", "english"),
    [
        (dates.weekday_name, "четверг", "Thursday"),
        (dates.on_weekday, "в четверг", "on Thursday"),
        (dates.day_title, "четверг, 15 октября", "Thursday, 15 October"),
        (dates.day_title_year, "четверг, 15 октября 2026 г.", "Thursday, 15 October 2026"),
        (dates.on_day, "в четверг, 15 октября", "on Thursday, 15 October"),
        (dates.day_and_month, "15 октября", "15 October"),
        (dates.day_month_year, "15 октября 2026", "15 October 2026"),
        (dates.day_short, "чт 15.10", "Thu 15/10"),
        (dates.day_numbers_year, "15.10.2026", "15/10/2026"),
        (dates.month_title, "октябрь 2026", "October 2026"),
    ],
)
def test_a_day(show: Callable[[Translator, date], str], russian: str, english: str) -> None:
    assert show(TRANSLATORS["ru"], THURSDAY) == russian
    assert show(TRANSLATORS["en"], THURSDAY) == english


def test_every_day_of_the_week_and_month_has_its_words(ru: Translator) -> None:
    week = [THURSDAY + timedelta(days=n) for n in range(7)]
    assert len({dates.on_weekday(ru, day) for day in week}) == 7
    assert dates.on_weekday(ru, date(2026, 10, 13)) == "во вторник"
    assert len({dates.month_title(ru, date(2026, month, 1)) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (THURSDAY, THURSDAY, "15 октября"),
        (date(2026, 10, 12), date(2026, 10, 16), "12–16 октября"),
        (date(2026, 9, 28), date(2026, 10, 2), "28 сентября – 2 октября"),
        (date(2026, 12, 28), date(2027, 1, 8), "28 декабря 2026 – 8 января 2027"),
    ],
)
def test_a_range(ru: Translator, first: date, last: date, words: str) -> None:
    assert dates.day_range(ru, first, last) == words


@pytest.mark.parametrize(
    ("days", "when", "on"),
    [
        (0, "сегодня", "сегодня"),
        (1, "завтра", "завтра"),
        (-1, "вчера", "вчера"),
        (2, "суббота, 17 октября", "в субботу, 17 октября"),
    ],
)
def test_a_day_seen_from_today(ru: Translator, days: int, when: str, on: str) -> None:
    day = THURSDAY + timedelta(days=days)
    assert dates.relative_day(ru, day, THURSDAY) == when
    assert dates.on_relative_day(ru, day, THURSDAY) == on


def test_time_of_day(ru: Translator) -> None:
    assert dates.clock_time(ru, time(9, 5)) == "09:05"
    assert dates.clock_range(ru, time(9, 25), time(10, 10)) == "09:25–10:10"


def test_an_instant_is_told_by_the_schools_clock(ru: Translator) -> None:
    late = datetime(2026, 10, 15, 21, 30, tzinfo=UTC)
    assert dates.moment(ru, late, ZoneInfo("Europe/Moscow"), THURSDAY) == "завтра в 00:30"
    assert dates.moment(ru, late, ZoneInfo("Europe/Kaliningrad"), THURSDAY) == "сегодня в 23:30"
    assert dates.moment(ru, late, UTC, date(2026, 11, 1)) == "15 октября в 21:30"


def test_a_naive_instant_is_refused(ru: Translator) -> None:
    with pytest.raises(ValueError, match="zone"):
        dates.moment(ru, datetime(2026, 10, 15), UTC, THURSDAY)  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(minutes=-5), "0 мин"),
        (timedelta(seconds=59), "0 мин"),
        (timedelta(minutes=50), "50 мин"),
        (timedelta(hours=2), "2 ч"),
        (timedelta(hours=2, minutes=10), "2 ч 10 мин"),
        (timedelta(hours=47, minutes=59), "47 ч 59 мин"),
        (timedelta(days=3), "3 дня"),
        (timedelta(days=21, hours=5), "21 день"),
    ],
)
def test_a_span(ru: Translator, span: timedelta, words: str) -> None:
    assert dates.duration(ru, span) == words
