"""What there is of what a period mark asks for (JRN-11) [004 §3]: least numbers of marks, written works and others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from core.model.lesson import WorkKind
from core.model.radar import Count, Evidence, Least, Need, Risk
from core.rules.averages import Tally

_SPARE = 1
"""So few lessons more than marks are missing: the next one must not be wasted."""


class Done(NamedTuple):
    """So many marks that prove knowledge, for so many works of one kind: «4/3» is two marks for one work."""

    kind: WorkKind
    marks: int
    works: int


@dataclass(frozen=True, slots=True)
class Pile:
    """A student's marks in a subject for works of one kind and weight.

    `numbers` of them are 1..5 and make `points` together; `others` are зачёт and незачёт. They are for so many
    `works`, since «4/3» is two marks for one. The latest is of `last_on`.
    """

    kind: WorkKind
    weight: int
    numbers: int
    points: int
    others: int
    works: int
    last_on: date

    @property
    def count(self) -> int:
        """Count the marks that prove knowledge: н/а and осв do not."""
        return self.numbers + self.others

    @property
    def done(self) -> Done:
        """Give what counts for the least numbers."""
        return Done(self.kind, self.count, self.works)


def heaped(piles: Iterable[Pile]) -> Tally:
    """Give the sums by which means and forecasts are reckoned."""
    sums = Tally()
    for pile in piles:
        sums = Tally(sums.weights + pile.numbers * pile.weight, sums.weighted + pile.points * pile.weight)
    return sums


def evidence(done: Iterable[Done], least: Least) -> Evidence:
    """Give what there is of each thing a subject asks a least number of; nothing where it asks for nothing.

    The one rule for forecasts, the radar and final marks: every mark is one, two marks of one work are one work.
    """
    heap = list(done)

    def works(kinds: Iterable[WorkKind]) -> int:
        wanted = frozenset(kinds)
        return sum(each.works for each in heap if each.kind in wanted)

    asked = (
        (Need.MARKS, least.marks, sum(each.marks for each in heap)),
        (Need.WRITTEN, least.written, works(kind for kind in WorkKind if kind.written)),
        (Need.LABS, least.labs, works([WorkKind.LAB])),
        (Need.PRACTICALS, least.practicals, works([WorkKind.PRACTICAL])),
    )
    return Evidence(tuple(Count(need, have, number) for need, number, have in asked if number))


def risk(found: Evidence, lessons_left: int) -> Risk:
    """Tell whether what is missing can still come, one mark a lesson."""
    if not found.missing:
        return Risk.NONE
    spare = lessons_left - found.missing
    if spare < 0:
        return Risk.LOST
    return Risk.URGENT if spare <= _SPARE else Risk.SHORT


def last_day(piles: Iterable[Pile]) -> date | None:
    """Give the day of the latest mark, None where there is none."""
    return max((pile.last_on for pile in piles if pile.count), default=None)
