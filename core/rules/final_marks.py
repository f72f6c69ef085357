"""What a period, a year, a course comes to: proposals with their evidence, over exact fractions (JRN-11) [004 §3]."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.model.final_mark import Doubt, Proposal
from core.model.ids import WorkId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.radar import Evidence, Least
from core.rules.averages import mean
from core.rules.evidence import Done, evidence
from core.rules.rounding import round_mark

_CONTROL = frozenset({WorkKind.CONTROL, WorkKind.DIAGNOSTIC})
_PASS = {MarkValue.PASSED: 1, MarkValue.FAILED: -1}
_APART = 1
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Given:
    """A mark as proposals look at it: its value, the work it is for, the kind and weight of that work."""

    value: MarkValue
    work: WorkId
    kind: WorkKind
    weight: int


def propose(marks: Sequence[Given], least: Least, round_up_from: Decimal) -> Proposal:
    """Give what a student's marks of a period come to, with what is missing and what speaks against it (JRN-11).

    Numbers are weighed; where there are none, зачёт and незачёт are, and a tie proposes nothing; осв alone stays осв.
    `round_up_from` is the least fraction that rounds up. Words never enter a mean.
    """
    exact = mean((mark.value.points, mark.weight) for mark in marks).exact
    value = round_mark(exact, round_up_from) if exact is not None else _in_words(marks)
    found = evidence(_done(marks), least)
    controls = tuple(mark.value for mark in marks if mark.kind in _CONTROL)
    count = sum(_counts(mark) for mark in marks)
    return Proposal(value, exact, count, found, tuple(_doubts(marks, value)), controls)


def _in_words(marks: Sequence[Given]) -> MarkValue | None:
    balance = sum(_PASS.get(mark.value, 0) * mark.weight for mark in marks)
    if balance:
        return MarkValue.PASSED if balance > 0 else MarkValue.FAILED
    return MarkValue.EXEMPT if marks and all(mark.value is MarkValue.EXEMPT for mark in marks) else None


def _counts(mark: Given) -> bool:
    return mark.value.points is not None or mark.value in _PASS


def _done(marks: Iterable[Given]) -> Iterator[Done]:
    of_work = Counter((mark.work, mark.kind) for mark in marks if _counts(mark))
    return (Done(kind, count, works=1) for (_, kind), count in of_work.items())


def _doubts(marks: Sequence[Given], value: MarkValue | None) -> Iterable[Doubt]:
    control = mean((mark.value.points, 1) for mark in marks if mark.kind in _CONTROL).exact
    if control is not None and value is not None and value.points and abs(value.points - control) >= _APART:
        yield Doubt.CONTROL_WORKS
    if 2 * sum(mark.value is MarkValue.NOT_ASSESSED for mark in marks) > len(marks):
        yield Doubt.NOT_ASSESSED


def sum_up(values: Sequence[MarkValue | None], round_up_from: Decimal) -> Proposal:
    """Give what marks of periods come to as a mark of the year, or year and examination as an overall mark.

    Each counts alike; the mean is rounded as the school rounds. None is a mark that is still to be set. A period of
    «н/а» or «осв» is left out of the mean and asks for a look; words alone are answered as in a period.
    """
    standing = [value for value in values if value is not None]
    exact = mean((value.points, 1) for value in standing).exact
    given = [Given(value, WorkId(0), WorkKind.ANSWER, 1) for value in standing]
    value = round_mark(exact, round_up_from) if exact is not None else _in_words(given)
    doubts = [Doubt.INCOMPLETE] if len(standing) < len(values) else []
    if exact is not None and any(each.points is None for each in standing):
        doubts.append(Doubt.NOT_ASSESSED)
    return Proposal(value, exact, len(standing), Evidence(), tuple(doubts))


def names_subject(event: str, subject: str) -> bool:
    """Tell whether an examination in the calendar is one of a subject: «Экзамен по русскому языку», «Русский язык».

    The subject's first word is looked for without its ending, whatever the case.
    """
    word = subject.casefold().split()[0]
    return word[: len(word) - (2 if len(word) > _SHORT else 1)] in event.casefold()


def basis_text(exact: Fraction | None) -> str:
    """Give an exact mean as it is kept with the mark: «14/3», empty where there is none."""
    return str(exact) if exact is not None else ""


def basis_of(text: str) -> Fraction | None:
    """Give the mean that `basis_text` wrote."""
    return Fraction(text) if text else None
