"""Means and rounding, exactly."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.mark import MarkValue
from core.rules.averages import Means, mean, two_decimals
from core.rules.rounding import round_mark


@pytest.mark.parametrize(
    ("marks", "plain", "weighted"),
    [
        ([(5, 1), (4, 1)], "4.50", "4.50"),
        ([(5, 1), (2, 3)], "3.50", "2.75"),
        ([(4, 1), (4, 1), (5, 1)], "4.33", "4.33"),
        ([(5, 1), (5, 1), (4, 1)], "4.67", "4.67"),
        ([(5, 2), (None, 3), (3, 2)], "4.00", "4.00"),  # зач, осв, н/а never enter
        ([(3, 1)] * 199 + [(4, 1)], "3.01", "3.01"),  # 3.005 is half up
        ([(4, 3), (3, 1)], "3.50", "3.75"),  # "4/3" counts as two
    ],
)
def test_means(marks: list[tuple[int | None, int]], plain: str, weighted: str) -> None:
    """Two decimals, half up [000 §14]."""
    found = mean(marks)
    assert (str(found.mean), str(found.weighted)) == (plain, weighted)
    assert found.count == sum(points is not None for points, _ in marks)


@pytest.mark.parametrize("marks", [[], [(None, 1), (None, 3)]])
def test_no_number_no_mean(marks: list[tuple[int | None, int]]) -> None:
    """Nothing to show, never "undefined" and never a division by zero."""
    assert mean(marks) == Means(None, None, None, 0)


numbers = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 10)), min_size=1, max_size=60)


@given(numbers)
def test_means_are_exact_and_know_no_order(marks: list[tuple[int, int]]) -> None:
    """Between the least and the greatest mark; the same in any order; as Decimal says with room enough."""
    found = mean(marks)
    assert found == mean(reversed(marks))
    exact = Fraction(sum(m * w for m, w in marks), sum(w for _, w in marks))
    assert found.exact == exact
    assert min(marks)[0] <= exact <= max(marks)[0]


@given(st.integers(0, 10**6), st.integers(1, 10**4))
def test_two_decimals_are_half_up(numerator: int, denominator: int) -> None:
    """The same as Decimal's own ROUND_HALF_UP of the exact value."""
    exact = Fraction(numerator, denominator)
    shown = two_decimals(exact)
    assert shown.as_tuple().exponent == -2
    assert abs(Fraction(shown) - exact) <= Fraction(1, 200)
    thousandths = Decimal(int(exact * 1000)).scaleb(-3)
    if Fraction(thousandths) == exact:
        assert shown == thousandths.quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("mean_of", "least", "mark"),
    [
        (Fraction(7, 2), "0.5", MarkValue.FOUR),
        (Fraction(7, 2), "0.6", MarkValue.THREE),
        (Fraction(36, 10), "0.6", MarkValue.FOUR),
        (Fraction(3599999, 1000000), "0.6", MarkValue.THREE),
        (Fraction(4), "0.5", MarkValue.FOUR),
        (Fraction(5), "0.5", MarkValue.FIVE),
        (Fraction(1), "0.5", MarkValue.ONE),
    ],
)
def test_rounding_by_the_schools_rule(mean_of: Fraction, least: str, mark: MarkValue) -> None:
    """«Математическое», or the least fraction that rounds up, exactly at its edge."""
    assert round_mark(mean_of, Decimal(least)) is mark


@given(
    st.fractions(1, 5),
    st.fractions(1, 5),
    st.decimals(Decimal("0.01"), Decimal("0.99"), places=2),
)
def test_a_better_mean_never_gives_a_worse_mark(one: Fraction, other: Fraction, least: Decimal) -> None:
    """Rounding keeps the order and stays within a mark of the mean."""
    low, high = sorted((one, other))
    assert int(round_mark(low, least)) <= int(round_mark(high, least))
    assert abs(int(round_mark(one, least)) - one) < 1
