"""Edit windows and back-dating: until when a mark may be changed or entered."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.errors import Refusal
from core.model.school import EditWindow, Preset
from core.regulation.loader import preset
from core.rules.windows import mark_window, may_correct, may_enter

MOSCOW = ZoneInfo("Europe/Moscow")
LESSON = date(2026, 10, 15)
YEAR_END = date(2027, 5, 31)


def midnight_after(day: date) -> datetime:
    """The instant at which a day is over."""
    return datetime.combine(day + timedelta(days=1), time(), MOSCOW).astimezone(UTC)


@pytest.mark.parametrize(
    ("window", "lesson", "last"),
    [
        (EditWindow.WEEK, LESSON, date(2026, 10, 22)),
        (EditWindow.TWO_WEEKS, LESSON, date(2026, 10, 29)),
        (EditWindow.THREE_WEEKS, LESSON, date(2026, 11, 5)),
        (EditWindow.MONTH, LESSON, date(2026, 11, 15)),
        (EditWindow.MONTH, date(2026, 12, 20), date(2027, 1, 20)),
        (EditWindow.MONTH, date(2027, 1, 31), date(2027, 2, 28)),
        (EditWindow.UNLIMITED, LESSON, YEAR_END),
    ],
)
def test_a_window_lasts_to_the_end_of_its_last_day(window: EditWindow, lesson: date, last: date) -> None:
    """[001 §13; 003 §4.13; 000 §13], REG-5, REG-7: counted from the lesson; a month ends on the same day number."""
    found = mark_window(window, lesson, YEAR_END, MOSCOW)
    assert (found.last_day, found.open_until) == (last, midnight_after(last))
    regulation = preset(Preset.MOSCOW_REGION)
    may_correct(regulation, found, midnight_after(last) - timedelta(microseconds=1))
    with pytest.raises(Refusal) as refused:
        may_correct(regulation, found, midnight_after(last))
    assert refused.value.code == "window-closed"
    clause = regulation.window_clause(window)
    assert refused.value.values == {"day": lesson, "window": window, "until": last, "clause": clause}
    assert "003 §4.13" in clause


def test_corrections_may_be_forbidden_at_once() -> None:
    """[002 §4а-2]: «Исправление отметок … запрещено», on the day of the lesson too."""
    found = mark_window(EditWindow.FORBIDDEN, LESSON, YEAR_END, MOSCOW)
    assert (found.last_day, found.open_until) == (None, None)
    with pytest.raises(Refusal) as refused:
        may_correct(preset(Preset.ANTSIR), found, midnight_after(LESSON) - timedelta(hours=6))
    assert refused.value.code == "correction-forbidden"
    assert refused.value.values == {"day": LESSON, "clause": "002 §4а-2"}


@pytest.mark.parametrize("which", [Preset.MOSCOW_REGION, Preset.SCHOOL_14, Preset.SGO])
def test_a_late_first_entry_is_no_correction(which: Preset) -> None:
    """Windows limit changing; a first mark may come months later and is late, not refused (ACC-3)."""
    may_enter(preset(which), LESSON, MOSCOW, midnight_after(date(2027, 3, 1)))


def test_backdating_is_refused_where_it_is_forbidden() -> None:
    """[002 §4а-2]: possible till midnight of the lesson's day, then refused with the clause."""
    regulation = preset(Preset.ANTSIR)
    may_enter(regulation, LESSON, MOSCOW, midnight_after(LESSON) - timedelta(microseconds=1))
    with pytest.raises(Refusal) as refused:
        may_enter(regulation, LESSON, MOSCOW, midnight_after(LESSON))
    assert refused.value.code == "backdating-forbidden"
    assert refused.value.values == {"day": LESSON, "until": LESSON, "clause": "002 §4а-2"}


def test_a_written_work_may_be_marked_within_its_norm() -> None:
    """[002 §4а-5]: «в сроки, предусмотренные нормами проверки письменных работ»."""
    until = LESSON + timedelta(days=5)
    may_enter(preset(Preset.ANTSIR), LESSON, MOSCOW, midnight_after(until) - timedelta(seconds=1), until)
    with pytest.raises(Refusal):
        may_enter(preset(Preset.ANTSIR), LESSON, MOSCOW, midnight_after(until), until)


@given(st.sampled_from(EditWindow), st.dates(date(2026, 9, 1), YEAR_END), st.integers(0, 400), st.integers(0, 400))
def test_a_window_never_opens_again(window: EditWindow, lesson: date, first: int, more: int) -> None:
    """Time only closes."""
    found = mark_window(window, lesson, YEAR_END, MOSCOW)
    then = midnight_after(lesson) + timedelta(hours=first * 24)
    assert found.is_open(then) or not found.is_open(then + timedelta(hours=more))
