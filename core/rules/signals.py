"""Who is failing a subject or often misses it (JRN-15) [004]. What it says is for help, and wears off in four weeks."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from core.model.mark import MarkValue
from core.model.signal import Lately, Signal, SignalKind, Told
from core.rules.averages import mean
from core.rules.rounding import least_mean

WINDOW = timedelta(days=28)
"""How far back is looked."""

QUIET = timedelta(days=14)
"""How long what was told isn't told again to the same people."""

_LEAST_MARKS = 3
_TWOS_IN_ROW = 3
_BAD = 2
_LEAST_MISSED = 3
_MISSED_SHARE = Fraction(1, 3)
_MISSED_IN_ROW = 3


def signal_kinds(lately: Lately, round_up_from: Decimal) -> tuple[SignalKind, ...]:
    """Give what is the matter with a student in a subject, nothing mostly.

    Failing: at least three marks whose weighted mean the school would round to a two, or the last three marks are twos
    or worse. Often absent: three lessons missed and at least a third of all, or the last three lessons one by one.
    """
    kinds = []
    if _failing(lately, round_up_from):
        kinds.append(SignalKind.FAILING)
    if _absent(lately):
        kinds.append(SignalKind.ABSENT)
    return tuple(kinds)


def _failing(lately: Lately, round_up_from: Decimal) -> bool:
    if len(lately.marks) < _LEAST_MARKS:
        return False
    last = lately.marks[-_TWOS_IN_ROW:]
    exact = mean((mark.points, mark.weight) for mark in lately.marks).exact
    low = exact is not None and exact < least_mean(MarkValue.THREE, round_up_from)
    return low or all(mark.points <= _BAD for mark in last)


def _absent(lately: Lately) -> bool:
    if lately.missed_in_row >= _MISSED_IN_ROW:
        return True
    return lately.missed >= _LEAST_MISSED and Fraction(lately.missed, lately.lessons) >= _MISSED_SHARE


def signals(everybody: Iterable[Lately], told: Sequence[Told], round_up_from: Decimal) -> tuple[Signal, ...]:
    """Give the students about whom something is the matter: those with most of it first, then by name."""
    found = []
    for lately in everybody:
        kinds = signal_kinds(lately, round_up_from)
        if kinds:
            means = mean((mark.points, mark.weight) for mark in lately.marks)
            mine = tuple(each for each in told if each.student == lately.student)
            found.append(Signal(lately, kinds, means.weighted, mine))
    return tuple(sorted(found, key=lambda one: (-len(one.kinds), one.lately.name.family, one.lately.name.given)))


def missed_in_row(presence: Iterable[bool]) -> int:
    """Count the last lessons that were missed one after the other; `presence` tells of each, the oldest first."""
    count = 0
    for present in presence:
        count = 0 if present else count + 1
    return count
