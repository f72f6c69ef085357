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


@dataclass(frozen=True, slots=True)
class Tally:
    """Running sums of marks: what they weigh together, and points times weight."""

    weights: int = 0
    weighted: int = 0

    @property
    def exact(self) -> Fraction | None:
        """Give the weighted mean as rules reckon with it, None where nothing was weighed."""
        return Fraction(self.weighted, self.weights) if self.weights else None

    def plus(self, points: int, weight: int, count: int = 1) -> "Tally":
        """Give the sums with `count` marks more of so many points (1..5) and such a weight."""
        return Tally(self.weights + count * weight, self.weighted + count * weight * points)


def tally(points_and_weights: Iterable[tuple[int | None, int]]) -> Tally:
    """Give the sums of (points, weight) pairs, without what is no number."""
    numbers = [(points, weight) for points, weight in points_and_weights if points is not None]
    return Tally(sum(weight for _, weight in numbers), sum(points * weight for points, weight in numbers))


def mean(points_and_weights: Iterable[tuple[int | None, int]]) -> Means:
    """Give the means of (points 1..5, weight) pairs; None for points is a mark without a number and is left out."""
    numbers = [(points, weight) for points, weight in points_and_weights if points is not None]
    if not numbers:
        return Means()
    exact = tally(numbers).exact
    plain = Fraction(sum(points for points, _ in numbers), len(numbers))
    return Means(two_decimals(plain), two_decimals(exact) if exact else None, exact, len(numbers))


def two_decimals(value: Fraction) -> Decimal:
    """Give a fraction with two decimals, half up: 4.665 is 4.67, 4.5 is 4.50. The value is not negative."""
    hundredths = (200 * value.numerator + value.denominator) // (2 * value.denominator)
    return Decimal(hundredths).scaleb(-2)
