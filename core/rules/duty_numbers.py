"""A duty's subject as four numbers, for buttons: its key has words and days, which are too long for them."""

from datetime import date
from typing import NamedTuple

from core.model.duty import Cycle, DutySubject, SubjectKind
from core.model.ids import PeriodId

_KINDS = tuple(SubjectKind)
_CYCLES = tuple(Cycle)


class DutyNumbers(NamedTuple):
    """Place of the kind in `SubjectKind`; id of the thing, 0 for none; place of the cycle in `Cycle` counted from 1, 0
    for none; the cycle's day as an ordinal, or the id of its period.
    """

    kind: int
    number: int
    cycle: int
    at: int


def numbers_of(key: str) -> DutyNumbers:
    """Give the numbers of a subject's key, as «klass:7/week:2026-09-07»."""
    thing, _, stretch = key.partition("/")
    kind, _, number = thing.partition(":")
    place = _KINDS.index(SubjectKind(kind))
    if not stretch:
        return DutyNumbers(place, int(number or 0), 0, 0)
    cycle, _, at = stretch.partition(":")
    day = int(at) if cycle == Cycle.PERIOD.value else date.fromisoformat(at).toordinal()
    return DutyNumbers(place, int(number or 0), _CYCLES.index(Cycle(cycle)) + 1, day)


def subject_of(key: str) -> DutySubject:
    """Give what a subject's key alone tells of it: the thing's id and the cycle; not the class it belongs to."""
    kind, number, cycle, at = numbers_of(key)
    thing, turn = _KINDS[kind], _CYCLES[cycle - 1] if cycle else None
    ids = {_FIELDS.get(thing, "number"): number} if number else {}
    if turn is Cycle.PERIOD:
        return DutySubject(thing, **ids, cycle=turn, period=PeriodId(at))  # type: ignore[arg-type]
    return DutySubject(thing, **ids, cycle=turn, day=date.fromordinal(at) if turn else None)  # type: ignore[arg-type]


_FIELDS = {
    SubjectKind.LESSON: "lesson",
    SubjectKind.WORK: "work",
    SubjectKind.GROUP: "group",
    SubjectKind.EXAM: "group",
    SubjectKind.KLASS: "klass",
    SubjectKind.PERSON: "person",
}


def key_of(numbers: DutyNumbers) -> str:
    """Give the key of numbers; of numbers that are none's a key that no duty has."""
    if numbers.kind >= len(_KINDS) or numbers.cycle > len(_CYCLES):
        return "none"
    kind = _KINDS[numbers.kind].value
    thing = f"{kind}:{numbers.number}" if numbers.number else kind
    if not numbers.cycle:
        return thing
    cycle = _CYCLES[numbers.cycle - 1]
    if cycle is not Cycle.PERIOD and not 1 <= numbers.at <= date.max.toordinal():
        return "none"
    at = str(numbers.at) if cycle is Cycle.PERIOD else date.fromordinal(numbers.at).isoformat()
    return f"{thing}/{cycle.value}:{at}"
