"""Pager, month to pick a day from, fitting into one message."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import day_of, number_of
from bot.callbacks.family import DayPress, HomeworkSubjectsPress, PickDayPress
from bot.widgets.date_picker import DatePicker
from bot.widgets.fitting import MESSAGE_LIMIT, clip, fitted, units
from bot.widgets.pager import in_rows, page_of, pager_row
from locales import Translators

tr = Translators.load(strict=True)["ru"]


def turn(page: int) -> HomeworkSubjectsPress:
    return HomeworkSubjectsPress(child=1, page=page)


def test_a_single_page_needs_no_pager() -> None:
    assert pager_row(tr, page_of([1, 2], 0, 5), turn) == ()
    assert pager_row(tr, page_of([], 0, 5), turn) == ()


def test_pages_hold_everything_once() -> None:
    items = list(range(17))
    pages = [page_of(items, number, 5) for number in range(4)]
    assert [item for page in pages for item in page.items] == items
    assert {page.pages for page in pages} == {4}


def test_a_page_behind_the_end_is_the_last_one() -> None:
    assert page_of([1, 2, 3], 9999, 2).items == (3,)


@pytest.mark.parametrize(("number", "labels"), [(0, ["1 / 3", "▶"]), (1, ["◀", "2 / 3", "▶"]), (2, ["◀", "3 / 3"])])
def test_the_pager_leads_both_ways(number: int, labels: list[str]) -> None:
    assert [button.label for button in pager_row(tr, page_of(range(6), number, 2), turn)] == labels


def test_rows_are_as_wide_as_asked() -> None:
    assert [len(row) for row in in_rows(pager_row(tr, page_of(range(6), 1, 2), turn), 2)] == [2, 1]


def picker(first: date = date(2026, 9, 1), last: date = date(2027, 5, 31)) -> DatePicker:
    return DatePicker(
        lambda day: DayPress(child=1, day=number_of(day)),
        lambda month: PickDayPress(child=1, month=number_of(month)),
        first,
        last,
    )


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_month_has_each_of_its_days_once_under_its_weekday(shown: date) -> None:
    rows = picker(date(2000, 1, 1), date(2099, 12, 31)).keyboard(tr, shown, shown)[2:]
    picked = [
        (day_of(button.press.day), column)
        for row in rows
        for column, button in enumerate(row)
        if isinstance(button.press, DayPress)
    ]
    assert [day.day for day, _ in picked] == list(range(1, len(picked) + 1))
    assert all(day.weekday() == column and day.month == shown.month for day, column in picked)
    assert len(picked) >= 28


def test_it_turns_no_further_than_it_may() -> None:
    september = picker().keyboard(tr, date(2026, 9, 15), date(2026, 9, 15))
    assert [button.label for button in september[0]] == ["сентябрь 2026", "▶"]
    may = picker().keyboard(tr, date(2027, 5, 15), date(2026, 9, 15))
    assert [button.label for button in may[0]] == ["◀", "май 2027"]


@given(st.lists(st.text(max_size=3000), max_size=12))
def test_whatever_is_said_is_one_message(texts: list[str]) -> None:
    said, _ = fitted(lambda limit: [clip(text, limit) for text in texts], "…")
    assert units(said) <= MESSAGE_LIMIT


def test_nothing_is_shortened_without_need() -> None:
    assert fitted(lambda _: ["a", "b"], "…") == ("a\n\nb", False)


def test_emoji_count_twice() -> None:
    assert units("🎒") == 2
