"""The mark that is coming, and what leads to a wanted one (DIA-6) [002 прил.3 §3; 004 §7]. Exact fractions only.

One mark a lesson at the most is reckoned with: what takes more marks than lessons are left is out of reach.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from core.model.diary import SubjectName
from core.model.forecast import Offer, Outlook, Prospect, SubjectForecast, Way, YearForecast
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.radar import Least, Risk
from core.rules.averages import Tally, two_decimals
from core.rules.evidence import Pile, evidence, heaped, risk
from core.rules.final_marks import sum_up
from core.rules.rounding import least_mean, round_mark

WISHES = (MarkValue.THREE, MarkValue.FOUR, MarkValue.FIVE)
"""Marks that people wish for."""
_GOOD, _BAD = (3, 4, 5), (2, 3, 4)
_ORDINARY = (WorkKind.ANSWER, WorkKind.INDEPENDENT, WorkKind.CONTROL)


def expected(exact: Fraction | None, round_up_from: Decimal) -> MarkValue | None:
    """Give the mark that a weighted mean makes by the school's rounding; None where there is no mean."""
    return None if exact is None else round_mark(exact, round_up_from)


def expected_of_year(
    set_marks: Iterable[MarkValue], running: MarkValue | None, round_up_from: Decimal
) -> MarkValue | None:
    """Give what the marks set for periods and the forecast of the running one make of the year; None where nothing."""
    return sum_up([*set_marks, *([running] if running else [])], round_up_from).value


def offers(given: Iterable[Offer]) -> tuple[Offer, ...]:
    """Give the works that marks may still come from, the lightest first: an answer, an independent and a control work.

    Each weighs what it weighed last among the works `given` (in order), else what is usual; of two that weigh the
    same the simpler one stays.
    """
    weights = {kind: kind.weight for kind in _ORDINARY} | {each.kind: each.weight for each in given}
    found: dict[int, Offer] = {}
    for kind in _ORDINARY:
        found.setdefault(weights[kind], Offer(kind, weights[kind]))
    return tuple(found[weight] for weight in sorted(found) if weight > 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything a forecast of one subject is reckoned from.

    `final` and `year_final` are the marks set for this period and for the year, `earlier` those of the year's other
    periods by the period's name.
    """

    subject: SubjectName
    piles: tuple[Pile, ...] = ()
    least: Least = field(default_factory=Least)
    lessons_left: int = 0
    final: MarkValue | None = None
    year_final: MarkValue | None = None
    earlier: tuple[tuple[str, MarkValue], ...] = ()


def foresee(standing: Standing, round_up_from: Decimal) -> SubjectForecast:
    """Give the forecast of a subject by the school's rounding. A mark that was set is not foretold any more."""
    sums, left, final = heaped(standing.piles), standing.lessons_left, standing.final
    exact = sums.exact
    coming = final or expected(exact, round_up_from)
    found = evidence((pile.done for pile in standing.piles), standing.least)
    works = offers(Offer(pile.kind, pile.weight) for pile in sorted(standing.piles, key=lambda pile: pile.last_on))
    outlooks = () if final else tuple(outlook(sums, each, round_up_from, works, left) for each in WISHES)
    year = expected_of_year([mark for _, mark in standing.earlier], coming, round_up_from)
    return SubjectForecast(
        subject=standing.subject,
        weighted=two_decimals(exact) if exact is not None else None,
        expected=coming,
        final=final,
        lessons_left=left,
        evidence=found,
        risk=Risk.NONE if final else risk(found, left),
        outlooks=outlooks,
        year=YearForecast(standing.earlier, year, standing.year_final),
    )


def outlook(tally: Tally, wanted: MarkValue, round_up_from: Decimal, from_works: Sequence[Offer], left: int) -> Outlook:
    """Give what leads to a wanted mark within the `left` lessons, or what would lose it where it is held.

    Raises ValueError when the wanted mark is no number.
    """
    least = least_mean(wanted, round_up_from)
    if tally.exact is not None and tally.exact >= least:
        return Outlook(wanted, Prospect.HELD, _ways(tally, least, _BAD, from_works, left))
    ways = _ways(tally, least, _GOOD, from_works, left)
    return Outlook(wanted, Prospect.OPEN if ways else Prospect.LATE, ways)


def _ways(
    tally: Tally, least: Fraction, points: Sequence[int], from_works: Sequence[Offer], left: int
) -> tuple[Way, ...]:
    held = tally.exact is not None and tally.exact >= least
    fewest = _fewest_down if held else _fewest_up
    found = [
        Way(count, each, offer)
        for each in points
        for offer in from_works
        if (count := fewest(tally, least, each, offer.weight)) is not None and count <= left
    ]
    plain = [way for way in found if not any(_simpler(other, way, held=held) for other in found)]
    return tuple(sorted(plain, key=lambda way: (way.count, way.offer.weight, way.points)))


def _fewest_up(tally: Tally, least: Fraction, points: int, weight: int) -> int | None:
    """Count the marks after which the mean is `least` or more; None where no number of them suffices."""
    gain = weight * (points - least)
    lack = least * tally.weights - tally.weighted
    if gain > 0:
        return max(1, -(-lack // gain))
    # A mark that is exactly the least mean lifts nothing, but begins well.
    return 1 if gain == 0 and lack <= 0 else None


def _fewest_down(tally: Tally, least: Fraction, points: int, weight: int) -> int | None:
    """Count the marks after which the mean is below `least`; None where no number of them suffices."""
    loss = weight * (least - points)
    if loss <= 0:
        return None
    return int((tally.weighted - least * tally.weights) // loss) + 1


def _simpler(one: Way, other: Way, *, held: bool) -> bool:
    """Tell whether a way says all that another one says, with less: no better marks, no heavier works, no more."""
    if one == other:
        return False
    # A mark is lost sooner the lower it is: there the higher one tells more.
    points = one.points >= other.points if held else one.points <= other.points
    return points and one.offer.weight <= other.offer.weight and one.count <= other.count
