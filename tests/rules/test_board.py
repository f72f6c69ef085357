"""The board of duties counts exactly what `lesson_duties` gives (CTL-1): on journals made up at random."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.board import Cell, Seen, Tally, rule_number, tally_of
from core.model.duty import DutyState, LessonRecord, Pardon
from core.model.ids import LessonId, PersonId, SchoolId, WorkId
from core.model.lesson import Lesson, LessonState, Work, WorkKind
from core.model.school import Preset
from core.regulation.loader import preset
from core.rules.board import BoardRules, counted, duties_of, tallied, worst_first
from core.rules.calendar import SchoolCalendar
from core.rules.duties import LessonRows, lesson_duties
from core.rules.duty_frame import pardoned
from tests.world import MOSCOW, TODAY, local

ROWS = preset(Preset.MOSCOW_REGION).duties
CALENDAR = SchoolCalendar([], 5, date(2026, 9, 1), date(2027, 5, 31))
BELLS = ((8, 30), (10, 20), (13, 30), (17, 30), (18, 40))
DAYS = st.integers(0, 12).map(lambda back: TODAY - timedelta(days=back))
DONE = st.none() | st.integers(-3000, 30_000)


@st.composite
def lessons(draw: Any) -> tuple[Seen, tuple[Work, ...]]:
    key, day = draw(st.integers(1, 10**6)), draw(DAYS)
    hour, minute = draw(st.sampled_from(BELLS))
    starts = local(day, hour, minute)
    ends = starts + timedelta(minutes=45)
    done = [None if after is None else ends + timedelta(minutes=after) for after in draw(st.tuples(*[DONE] * 4))]
    works = draw(st.lists(st.tuples(st.integers(0, 10), DONE), max_size=2))
    seen = Seen(
        id=LessonId(key),
        group=1,  # type: ignore[arg-type]
        klass=draw(st.integers(1, 3)),
        subject=1,  # type: ignore[arg-type]
        grade=draw(st.sampled_from((1, 7))),
        day=day,
        number=1,
        starts_at=starts,
        ends_at=ends,
        keeper=draw(st.integers(1, 3)),
        taught=draw(st.integers(0, 9)) > 0,
        classes_end=local(day, 14, 15),
        attendance_at=done[0],
        topic_at=done[1],
        homework_at=done[2],
        marks_at=done[3],
    )
    checks = tuple(
        Work(
            WorkId(at),
            seen.id,
            WorkKind.CONTROL,
            1,
            check_until=day + timedelta(days=days),
            done_at=None if after is None else ends + timedelta(minutes=after),
        )
        for at, (days, after) in enumerate(works, 1)
    )
    return seen, checks


def _record(seen: Seen, works: tuple[Work, ...]) -> LessonRecord:
    lesson = Lesson(
        seen.id,
        SchoolId(1),
        seen.group,
        seen.klass,
        seen.grade,
        seen.subject,
        seen.day,
        seen.number,
        seen.starts_at,
        seen.ends_at,
        seen.keeper,
        None,
        LessonState.PLANNED,
        attendance_at=seen.attendance_at,
        topic_at=seen.topic_at,
        homework_at=seen.homework_at,
        marks_at=seen.marks_at,
    )
    return LessonRecord(lesson, 25 if seen.taught else 0, works, seen.classes_end)


def _rules(which: Preset, now: datetime) -> BoardRules:
    return BoardRules(LessonRows(preset(which).duties, CALENDAR, MOSCOW), now)


@pytest.mark.parametrize("which", list(Preset))
@given(
    st.lists(lessons(), max_size=30, unique_by=lambda each: each[0].id),
    st.integers(0, 48 * 60).map(lambda minutes: local(TODAY, 8) + timedelta(minutes=minutes)),
)
def test_the_board_counts_what_reminders_go_by(
    which: Preset, journal: list[tuple[Seen, tuple[Work, ...]]], now: datetime
) -> None:
    rules = _rules(which, now)
    works = {seen.id: checks for seen, checks in journal if checks}
    expected: Counter[Cell] = Counter()
    for seen, checks in journal:
        for duty in lesson_duties(preset(which).duties, _record(seen, checks), CALENDAR, MOSCOW, now):
            expected[Cell(duty.holder, duty.subject.klass, duty.rule.id, duty.state)] += 1
    assert tallied(rules, [seen for seen, _ in journal], works) == expected
    assert counted(duty for seen, checks in journal for duty in duties_of(rules, seen, checks)) == expected


PARDONS = st.builds(
    Pardon,
    id=st.integers(1, 9),
    since=st.integers(-9, 3).map(lambda days: local(TODAY, 12) + timedelta(days=days)),
    until=st.none() | st.integers(-8, 5).map(lambda days: local(TODAY, 12) + timedelta(days=days)),
    reason=st.just(""),
    by=st.just(9),
    at=st.integers(-9, 1).map(lambda days: local(TODAY, 11) + timedelta(days=days)),
    rule=st.none() | st.just("moscow-region.homework"),
    person=st.none() | st.integers(1, 3),
    klass=st.none() | st.integers(1, 3),
)


@given(st.lists(lessons(), max_size=20, unique_by=lambda each: each[0].id), st.lists(PARDONS, max_size=3))
def test_what_pardons_make_of_duties_is_counted(
    journal: list[tuple[Seen, tuple[Work, ...]]], pardons: list[Pardon]
) -> None:
    plain = _rules(Preset.MOSCOW_REGION, local(TODAY, 12))
    rules = replace(plain, pardons=pardons)
    works = {seen.id: checks for seen, checks in journal if checks}
    reminded = [
        pardoned(duty, pardons, plain.now)
        for seen, checks in journal
        for duty in lesson_duties(ROWS, _record(seen, checks), CALENDAR, MOSCOW, plain.now)
    ]
    assert tallied(rules, [seen for seen, _ in journal], works) == counted(reminded)


def test_the_worst_comes_first() -> None:
    rules = _rules(Preset.MOSCOW_REGION, local(TODAY, 12))
    done = local(TODAY - timedelta(days=6), 9)
    seen = Seen(
        *(LessonId(1), 1, 1, 1, 7, TODAY - timedelta(days=6), 1),  # type: ignore[arg-type]
        *(done - timedelta(minutes=45), done, PersonId(1), True, None, done, None, None, local(TODAY, 11)),
    )
    states = [duty.state for duty in worst_first(duties_of(rules, seen, ()))]
    assert states == sorted(states, key=[DutyState.OVERDUE, DutyState.DONE_LATE, DutyState.DONE].index)


def test_tallies_add_up() -> None:
    tally = tally_of([(DutyState.DONE, 3), (DutyState.DONE_LATE, 1), (DutyState.OVERDUE, 2), (DutyState.OPEN, 4)])
    assert tally == Tally(done=3, late=1, overdue=2, open=4)
    assert (tally.total, tally.in_time) == (10, 50)
    assert Tally(open=5).in_time is None


@pytest.mark.parametrize("which", list(Preset))
def test_rules_have_numbers_of_their_own(which: Preset) -> None:
    ids = [rule.id for rule in preset(which).rows]
    assert len({rule_number(rule) for rule in ids}) == len(ids)
