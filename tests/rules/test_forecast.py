"""Forecasts and «what do I need», against trying all marks one by one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.diary import SubjectName
from core.model.forecast import Offer, Prospect
from core.model.ids import SubjectId, WorkId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.radar import Least
from core.rules.averages import Tally, mean, tally
from core.rules.evidence import Pile
from core.rules.final_marks import Given, propose
from core.rules.forecast import WISHES, Standing, expected, expected_of_year, foresee, offers, outlook
from core.rules.rounding import least_mean, round_mark

TODAY = date(2026, 10, 15)
HALF, STRICT = Decimal("0.5"), Decimal("0.6")
ANSWER, INDEPENDENT, CONTROL = (
    Offer(kind, kind.weight) for kind in (WorkKind.ANSWER, WorkKind.INDEPENDENT, WorkKind.CONTROL)
)
ALL = (ANSWER, INDEPENDENT, CONTROL)
TWO, THREE, FOUR, FIVE = MarkValue.TWO, MarkValue.THREE, MarkValue.FOUR, MarkValue.FIVE

marks = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 10)), max_size=25)
roundings = st.decimals(Decimal("0.05"), Decimal("0.95"), places=2)
wishes = st.sampled_from(WISHES)


@pytest.mark.parametrize(
    ("given_marks", "rounding", "mark"),
    [
        ([], HALF, None),
        ([(4, 1), (3, 1)], HALF, FOUR),
        ([(4, 1), (3, 1)], STRICT, THREE),
        ([(2, 1), (5, 3)], HALF, FOUR),
    ],
)
def test_the_coming_mark(given_marks: list[tuple[int, int]], rounding: Decimal, mark: MarkValue | None) -> None:
    assert expected(mean(given_marks).exact, rounding) is mark


@pytest.mark.parametrize(
    ("periods", "running", "mark"),
    [
        ([], None, None),
        ([FOUR], None, FOUR),
        ([FOUR, FIVE], None, FIVE),
        ([FOUR, FIVE], THREE, FOUR),
        ([MarkValue.NOT_ASSESSED], None, None),
        ([MarkValue.NOT_ASSESSED], THREE, THREE),
    ],
)
def test_the_year(periods: list[MarkValue], running: MarkValue | None, mark: MarkValue | None) -> None:
    assert expected_of_year(periods, running, HALF) is mark


def test_ways_to_a_five_from_four_and_a_half() -> None:
    """4, 4, 5 by 0.5: one five is not enough (4.50 is), as a control work counts three times."""
    found = outlook(tally([(4, 1), (4, 1), (4, 1)]), FIVE, HALF, ALL, 10)
    assert found.prospect is Prospect.OPEN
    assert [(way.count, way.points, way.offer.weight) for way in found.ways] == [(1, 5, 3), (2, 5, 2), (3, 5, 1)]


def test_fours_are_named_only_where_they_take_more_marks_than_they_spare() -> None:
    found = outlook(tally([(3, 1), (3, 1)]), FOUR, HALF, (ANSWER,), 10)
    assert [(way.count, way.points) for way in found.ways] == [(1, 5), (2, 4)]


def test_what_takes_more_lessons_than_are_left_is_out_of_reach() -> None:
    low = tally([(2, 1)] * 10)
    assert outlook(low, FIVE, HALF, ALL, 3).prospect is Prospect.LATE
    assert outlook(low, THREE, HALF, ALL, 3).prospect is Prospect.OPEN
    assert outlook(low, THREE, HALF, ALL, 0).prospect is Prospect.LATE


def test_a_held_mark_may_be_lost() -> None:
    found = outlook(tally([(5, 1)] * 4), FIVE, HALF, (ANSWER,), 10)
    assert found.prospect is Prospect.HELD
    assert [(way.count, way.points) for way in found.ways] == [(1, 2), (2, 3), (5, 4)]
    assert outlook(tally([(5, 1)] * 4), FIVE, HALF, (ANSWER,), 0).ways == ()


def test_a_first_mark_is_enough() -> None:
    found = outlook(Tally(), FOUR, HALF, ALL, 5)
    assert [(way.count, way.points, way.offer.weight) for way in found.ways] == [(1, 4, 1)]


def test_works_weigh_what_they_weighed_last() -> None:
    seen = [Offer(WorkKind.CONTROL, 3), Offer(WorkKind.CONTROL, 5), Offer(WorkKind.INDEPENDENT, 1)]
    assert offers(seen) == (ANSWER, Offer(WorkKind.CONTROL, 5))
    assert offers([]) == ALL


@given(marks, wishes, roundings, st.integers(0, 12))
def test_each_way_leads_there_and_none_shorter_does(
    stands: list[tuple[int, int]], wanted: MarkValue, rounding: Decimal, left: int
) -> None:
    """The closed form gives what adding marks one by one gives."""
    sums = tally(stands)
    found = outlook(sums, wanted, rounding, ALL, left)
    held = sums.exact is not None and int(round_mark(sums.exact, rounding)) >= int(wanted)
    assert (found.prospect is Prospect.HELD) is held
    tried = {
        (count, points, offer)
        for points in ((2, 3, 4) if held else (3, 4, 5))
        for offer in ALL
        if (count := _tried(stands, wanted, rounding, points, offer.weight, left, lose=held)) is not None
    }
    assert {(way.count, way.points, way.offer) for way in found.ways} <= tried
    assert bool(found.ways) is bool(tried)
    if tried:
        assert found.ways[0].count == min(count for count, *_ in tried)


def _tried(
    stands: list[tuple[int, int]],
    wanted: MarkValue,
    rounding: Decimal,
    points: int,
    weight: int,
    left: int,
    *,
    lose: bool,
) -> int | None:
    for count in range(1, left + 1):
        exact = mean([*stands, *[(points, weight)] * count]).exact
        assert exact is not None
        if (int(round_mark(exact, rounding)) >= int(wanted)) is not lose:
            return count
    return None


@given(st.fractions(1, 5), st.sampled_from(list(MarkValue)[:5]), roundings)
def test_the_least_mean_is_where_rounding_turns(exact: Fraction, mark: MarkValue, rounding: Decimal) -> None:
    assert (exact >= least_mean(mark, rounding)) is (int(round_mark(exact, rounding)) >= int(mark))


def test_no_number_has_no_least_mean() -> None:
    with pytest.raises(ValueError, match="passed"):
        least_mean(MarkValue.PASSED, HALF)


@given(marks, st.integers(1, 5), st.integers(1, 10), st.integers(1, 5))
def test_sums_grow_as_marks_do(stands: list[tuple[int, int]], points: int, weight: int, count: int) -> None:
    assert tally(stands).plus(points, weight, count) == tally([*stands, *[(points, weight)] * count])


given_marks = st.lists(
    st.builds(
        Given,
        st.sampled_from(list(MarkValue)),
        st.integers(1, 4).map(WorkId),
        st.sampled_from([WorkKind.ANSWER, WorkKind.CONTROL, WorkKind.LAB]),
        st.integers(1, 3),
    ),
    max_size=15,
)


def _piles(marks: list[Given]) -> tuple[Pile, ...]:
    """The same marks as storage sums them up: a work has one kind and one weight."""
    found: dict[tuple[WorkKind, int], list[Given]] = {}
    for mark in marks:
        found.setdefault((mark.kind, mark.weight), []).append(mark)
    return tuple(_pile(kind, weight, some) for (kind, weight), some in found.items())


def _pile(kind: WorkKind, weight: int, marks: list[Given]) -> Pile:
    numbers = [mark.value.points for mark in marks if mark.value.points is not None]
    words = [mark for mark in marks if mark.value in (MarkValue.PASSED, MarkValue.FAILED)]
    works = {mark.work for mark in marks if mark.value.points is not None or mark in words}
    return Pile(kind, weight, len(numbers), sum(numbers), len(words), len(works), TODAY)


@given(given_marks, roundings)
def test_the_forecast_is_what_will_be_proposed(marks: list[Given], rounding: Decimal) -> None:
    """Families are promised by the same reckoning by which the teacher is proposed the mark (JRN-11)."""
    own = [replace(mark, work=WorkId(mark.work + 100 * mark.weight + 1000 * len(mark.kind))) for mark in marks]
    least = Least(5, 2, 1, 0)
    proposal = propose(own, least, rounding)
    found = foresee(Standing(SubjectName(SubjectId(1), "", ""), _piles(own), least), rounding)
    if proposal.exact is not None:
        assert found.expected is proposal.value
    assert found.evidence == proposal.evidence
