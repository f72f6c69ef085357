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


def least_mean(mark: MarkValue, round_up_from: Decimal) -> Fraction:
    """Give the least mean that proposes a mark or a better one: 3.6 for a four where 0.6 rounds up.

    Raises ValueError for what is no number. For a one it is 1: there is no lower mean.
    """
    if mark.points is None:
        raise ValueError(f"{mark} is no number")
    return max(Fraction(_LEAST), mark.points - 1 + Fraction(round_up_from))
