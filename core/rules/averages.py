"""Means of marks, exactly: no binary floats, two decimals, what is no number never enters [000 §14]."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Means:
    """Means of a student in a subject over `count` marks; None where there are none.

    `mean` and `weighted` have two decimals, half up, as shown; `exact` is the weighted mean as rules reckon with it.
    """

    mean: Decimal | None = None
    weighted: Decimal | None = None
    exact: Fraction | None = None
    count: int = 0


def mean(points_and_weights: Iterable[tuple[int | None, int]]) -> Means:
    """Give the means of (points 1..5, weight) pairs; None for points is a mark without a number and is left out."""
    count = points = weights = weighted = 0
    for mark, weight in points_and_weights:
        if mark is not None:
            count += 1
            points += mark
            weights += weight
            weighted += mark * weight
    if not count:
        return Means()
    exact = Fraction(weighted, weights) if weights else None
    return Means(two_decimals(Fraction(points, count)), two_decimals(exact) if exact else None, exact, count)


def two_decimals(value: Fraction) -> Decimal:
    """Give a fraction with two decimals, half up: 4.665 is 4.67, 4.5 is 4.50. The value is not negative."""
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    return Decimal(hundredths).scaleb(-2)
