"""When final marks are set and changed, by each text; what they close (JRN-11)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.access import Relation
from core.model.calendar import Period, PeriodKind
from core.model.errors import Refusal
from core.model.final_mark import FinalKind
from core.model.ids import PeriodId
from core.model.school import ALL_GRADES, EditWindow, Preset
from core.regulation.loader import preset
from core.rules.final_windows import (
    closes_journal,
    last_day,
    lesson_closed,
    marked_periods,
    marks_settled,
    may_change,
    may_set,
    opens_on,
    sets,
)

MOSCOW = ZoneInfo("Europe/Moscow")
END, YEAR_END = date(2026, 10, 24), date(2027, 5, 31)
K, P = FinalKind, Preset


def local(day: date, hour: int = 12) -> datetime:
    return datetime.combine(day, time(hour), MOSCOW).astimezone(UTC)


@pytest.mark.parametrize(
    ("which", "kind", "due"),
    [
        (P.MOSCOW_REGION, K.PERIOD, date(2026, 10, 31)),  # «в течение 7 дней после завершения» [003 §4.13]
        (P.SCHOOL_14, K.PERIOD, date(2026, 10, 31)),  # [001 3.2]
        (P.ANTSIR, K.PERIOD, END),  # «в день окончания соответствующего периода» [002 VIII]
        (P.SGO, K.PERIOD, date(2026, 10, 22)),  # «не позднее 2-х дней до окончания» [004 §3]
        (P.ANTSIR, K.EXAM, END),  # «в день окончания … экзамена» [002 VIII]
        (P.SGO, K.YEAR, END),  # by the school's order: no day but the end itself [004 §2]
    ],
)
def test_the_last_day_in_time(which: Preset, kind: FinalKind, due: date) -> None:
    assert last_day(preset(which), kind, END) == due


@pytest.mark.parametrize(
    ("which", "opens"),
    [(P.MOSCOW_REGION, date(2026, 10, 17)), (P.ANTSIR, date(2026, 10, 17)), (P.SGO, date(2026, 10, 15))],
)
def test_a_week_before_it_is_due_the_sheet_opens(which: Preset, opens: date) -> None:
    regulation = preset(which)
    assert opens_on(regulation, K.PERIOD, END) == opens
    may_set(regulation, K.PERIOD, END, MOSCOW, local(opens, 0))
    with pytest.raises(Refusal, match="final-early"):
        may_set(regulation, K.PERIOD, END, MOSCOW, local(opens, 0) - timedelta(seconds=1))


@pytest.mark.parametrize("which", Preset)
def test_late_is_late_and_only_back_dating_is_refused(which: Preset) -> None:
    late = local(END, 0) + timedelta(days=60)
    if which is P.ANTSIR:
        with pytest.raises(Refusal, match="final-late") as caught:
            may_set(preset(which), K.PERIOD, END, MOSCOW, late)
        assert (caught.value.values["until"], caught.value.values["clause"]) == (END, "002 §4а-2")
    else:
        may_set(preset(which), K.PERIOD, END, MOSCOW, late)


windows = st.sampled_from([EditWindow.WEEK, EditWindow.TWO_WEEKS, EditWindow.THREE_WEEKS])


@given(windows, st.dates(date(2026, 9, 1), date(2027, 5, 20)), st.integers(0, 40))
def test_a_change_is_let_exactly_within_the_window(window: EditWindow, counted: date, after: int) -> None:
    weeks = {EditWindow.WEEK: 1, EditWindow.TWO_WEEKS: 2, EditWindow.THREE_WEEKS: 3}[window]
    at = local(counted + timedelta(days=after), 23)
    args = (preset(P.MOSCOW_REGION), window, counted, YEAR_END, MOSCOW, at)
    if after <= 7 * weeks:
        may_change(*args)
    else:
        with pytest.raises(Refusal, match="final-closed"):
            may_change(*args)


def test_without_end_is_till_the_school_year_is_over_and_forbidden_is_never() -> None:
    year = (date(2027, 6, 3), YEAR_END, MOSCOW)
    may_change(preset(P.MOSCOW_REGION), EditWindow.UNLIMITED, *year, local(date(2027, 8, 31), 23))
    with pytest.raises(Refusal, match="final-closed"):
        may_change(preset(P.MOSCOW_REGION), EditWindow.UNLIMITED, *year, local(date(2027, 9, 1), 0))
    with pytest.raises(Refusal, match="final-forbidden"):
        may_change(preset(P.ANTSIR), EditWindow.FORBIDDEN, *year, local(date(2027, 6, 3)))


def test_only_003_closes_the_journal_of_a_period() -> None:
    assert {which: closes_journal(preset(which)) for which in Preset} == {
        P.MOSCOW_REGION: "003 Д.2-1",
        P.SCHOOL_14: None,
        P.ANTSIR: None,
        P.SGO: None,
    }
    regulation = preset(P.MOSCOW_REGION)
    assert not lesson_closed(regulation, END, END)
    assert lesson_closed(regulation, END, END + timedelta(days=1))
    assert not lesson_closed(regulation, None, END + timedelta(days=1))


def test_marks_of_lessons_before_a_period_mark_are_settled() -> None:
    settled = local(date(2026, 10, 22))
    assert marks_settled(settled, settled - timedelta(minutes=1), closed=False)
    assert not marks_settled(settled, settled, closed=False)
    assert marks_settled(settled, settled + timedelta(days=1), closed=True)
    assert not marks_settled(None, settled, closed=True)


@pytest.mark.parametrize("which", Preset)
def test_the_class_teacher_s_right_is_the_text_s(which: Preset) -> None:
    """[003 Г-8; 001 3.2; 002 VIII]; examinations are named in 002 alone; 004 knows the subject teacher only."""
    regulation = preset(which)
    given = {kind for kind in FinalKind if sets(regulation, kind, Relation.OWN_KLASS)}
    expected = {
        P.MOSCOW_REGION: {K.PERIOD, K.YEAR, K.OVERALL},
        P.SCHOOL_14: {K.PERIOD, K.YEAR, K.OVERALL},
        P.ANTSIR: set(FinalKind),
        P.SGO: set(),
    }
    assert given == expected[which]
    assert all(sets(regulation, kind, Relation.OWN_GROUP) for kind in FinalKind)


def period(key: int, kind: PeriodKind, first: date, last: date) -> Period:
    return Period(PeriodId(key), str(key), kind, ALL_GRADES, first, last)


def test_the_shortest_periods_get_marks_and_the_year_is_none() -> None:
    quarters = [
        period(1, PeriodKind.QUARTER, date(2026, 9, 1), END),
        period(2, PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27)),
    ]
    half = period(3, PeriodKind.HALF_YEAR, date(2026, 9, 1), date(2026, 12, 27))
    year = period(4, PeriodKind.YEAR, date(2026, 9, 1), YEAR_END)
    assert marked_periods([year, half, *reversed(quarters)], 7) == tuple(quarters)
    assert marked_periods([year, half], 10) == (half,)
    assert marked_periods([year], 10) == ()
