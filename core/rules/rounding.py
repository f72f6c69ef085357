"""From a mean to a mark, by the school's rule (JRN-11)."""

from decimal import Decimal
from fractions import Fraction

from core.model.mark import MarkValue

_LEAST, _MOST = 1, 5


def round_mark(mean: Fraction, round_up_from: Decimal) -> MarkValue:
    """Give the mark that a weighted mean (1 to 5, exact) proposes.

    `round_up_from` is the least fraction that rounds up, 0.5 mathematically: with 0.6 a mean of 3.5 stays a three.
    """
    whole = mean.numerator // mean.denominator
    rounded = whole + (mean - whole >= Fraction(round_up_from))
    return MarkValue(str(min(max(rounded, _LEAST), _MOST)))
