"""Whether a group's period marks have their grounds (CTL-6) [004 §3: «должны быть обоснованы», §4]. Nothing accuses."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta, tzinfo
from decimal import Decimal

from core.model.ids import PersonId
from core.model.objectivity import Concern, ConcernKind, GroupBook, JudgedMark, SetFinal
from core.model.radar import Least, Need
from core.rules.calendar import local_day
from core.rules.final_marks import Given, propose

USUAL_LEAST = 3
"""So many marks a period mark asks for where the school has not said it for the subject."""

RUSH_DAYS, RUSH_LEAST, RUSH_SHARE = 2, 10, 40
"""Within so many last days, at least so many marks, and so many per cent of all marks of the period."""

_KINDS = {
    Need.MARKS: ConcernKind.FEW,
    Need.WRITTEN: ConcernKind.NO_WRITTEN,
    Need.LABS: ConcernKind.NO_LABS,
    Need.PRACTICALS: ConcernKind.NO_PRACTICALS,
}


def concerns(book: GroupBook, round_up_from: Decimal, last_day: date, zone: tzinfo) -> tuple[Concern, ...]:
    """Give what may be asked about a group's marks of a period that ends on `last_day`.

    Once period marks are set, only students who have one in numbers are looked at: «н/а» and «осв» need no grounds.
    `round_up_from` is the school's rounding rule.
    """
    finals = {final.student: final for final in book.finals}
    marks: dict[PersonId, list[Given]] = defaultdict(list)
    for mark in book.marks:
        marks[mark.student].append(Given(mark.value, mark.work, mark.kind, mark.weight))
    least = Least(book.least.marks or USUAL_LEAST, book.least.written, book.least.labs, book.least.practicals)
    looked_at = [each for each in book.students if not finals or _in_numbers(finals.get(each))]
    found = [
        concern
        for student in looked_at
        for concern in _of_student(student, marks[student], least, round_up_from, finals.get(student))
    ]
    order = list(ConcernKind)
    return tuple(sorted([*found, *_rush(book, last_day, zone)], key=lambda concern: order.index(concern.kind)))


def _in_numbers(final: SetFinal | None) -> bool:
    return final is not None and final.value.points is not None


def _of_student(
    student: PersonId, marks: Sequence[Given], least: Least, round_up_from: Decimal, final: SetFinal | None
) -> Iterator[Concern]:
    proposal = propose(marks, least, round_up_from)
    if final is not None and proposal.exact is not None and proposal.value is not final.value:
        yield Concern(ConcernKind.APART, student, mean=proposal.exact, proposed=proposal.value, given=final.value)
    for count in proposal.evidence.counts:
        if count.missing:
            yield Concern(_KINDS[count.need], student, count.have, count.least)


def _rush(book: GroupBook, last_day: date, zone: tzinfo) -> Iterator[Concern]:
    """Period marks may be set before the period's end: then their day is the last one."""
    ends = min([last_day, *(local_day(final.set_at, zone) for final in book.finals)])
    first = ends - timedelta(days=RUSH_DAYS - 1)
    late = sum(_within(mark, first, ends, zone) for mark in book.marks)
    if late >= RUSH_LEAST and 100 * late >= RUSH_SHARE * len(book.marks):
        yield Concern(ConcernKind.RUSH, None, late, len(book.marks))


def _within(mark: JudgedMark, first: date, last: date, zone: tzinfo) -> bool:
    return first <= local_day(mark.recorded_at, zone) <= last
