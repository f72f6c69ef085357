"""What is worth a look in a week of the journal (BEY-5). Nothing here accuses: each pattern has honest reasons.

The thresholds are such that a usual school week brings a handful, and that the known cases are found: hundreds of marks
by one code in an evening, a class of fives within a minute, changes in the night and after the period's marks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta, tzinfo
from itertools import groupby, pairwise

from core.model.attendance import Presence
from core.model.ids import PersonId
from core.model.mark import MarkValue
from core.model.slip import MarkDeed, Seat, Slip, SlipKind

BURST_CHANGES, BURST_SPAN = 15, timedelta(minutes=10)
"""So many corrections and withdrawals of one person within that time: more than a class is mended by hand."""

FIVES, FIVES_SPAN = 10, timedelta(minutes=1)
"""So many first marks of one person in a lesson within that time, all of them fives."""

NIGHT_FROM, NIGHT_UNTIL = 23, 6
"""Local hours between which marks are written by night."""

_FIVE = MarkValue.FIVE.value


def slips(deeds: Sequence[MarkDeed], seats: Sequence[Seat], zone: tzinfo) -> list[Slip]:
    """Give what is worth a look, the most telling kinds first, then the newest."""
    found = [
        *_after_final(deeds),
        *_bursts(deeds),
        *_by_night(deeds, zone),
        *_all_fives(deeds),
        *_absent_marked(deeds),
        *_on_and_off(seats),
    ]
    order = list(SlipKind)
    return sorted(found, key=lambda slip: (order.index(slip.kind), -(slip.at.timestamp() if slip.at else 0)))


def _slip(kind: SlipKind, deeds: Sequence[MarkDeed]) -> Slip:
    return Slip(
        kind=kind,
        person=deeds[0].person,
        at=deeds[0].at,
        count=len(deeds),
        lessons=tuple(dict.fromkeys(deed.lesson for deed in deeds)),
        students=tuple(dict.fromkeys(deed.student for deed in deeds)),
        seqs=tuple(deed.seq for deed in deeds),
    )


def _by_person(deeds: Iterable[MarkDeed]) -> Iterator[list[MarkDeed]]:
    people: dict[PersonId, list[MarkDeed]] = defaultdict(list)
    for deed in sorted(deeds, key=lambda deed: (deed.at, deed.seq)):
        people[deed.person].append(deed)
    yield from people.values()


def _runs(deeds: Sequence[MarkDeed], span: timedelta, least: int) -> Iterator[Sequence[MarkDeed]]:
    """Give stretches in which at least so many deeds lie within a span; stretches that overlap are one."""
    first, begin, end = 0, -1, -1
    for last, deed in enumerate(deeds):
        while deed.at - deeds[first].at > span:
            first += 1
        if last - first + 1 < least:
            continue
        if first > end and begin >= 0:
            yield deeds[begin : end + 1]
        if first > end:
            begin = first
        end = last
    if begin >= 0:
        yield deeds[begin : end + 1]


def _bursts(deeds: Sequence[MarkDeed]) -> Iterator[Slip]:
    for mine in _by_person(deed for deed in deeds if deed.before is not None):
        for run in _runs(mine, BURST_SPAN, BURST_CHANGES):
            yield _slip(SlipKind.BURST, run)


def _all_fives(deeds: Sequence[MarkDeed]) -> Iterator[Slip]:
    for mine in _by_person(deed for deed in deeds if deed.before is None):
        for _, of_lesson in groupby(sorted(mine, key=lambda deed: deed.lesson), key=lambda deed: deed.lesson):
            for fives in _unbroken(list(of_lesson)):
                for run in _runs(fives, FIVES_SPAN, FIVES):
                    yield _slip(SlipKind.ALL_FIVES, run)


def _unbroken(deeds: Sequence[MarkDeed]) -> Iterator[list[MarkDeed]]:
    """Give stretches of fives without another mark among them."""
    for five, some in groupby(deeds, key=lambda deed: deed.after == _FIVE):
        if five:
            yield list(some)


def _by_night(deeds: Sequence[MarkDeed], zone: tzinfo) -> Iterator[Slip]:
    for mine in _by_person(deed for deed in deeds if _is_night(deed, zone)):
        # A night that begins before midnight is one with what follows after it.
        nights = groupby(mine, key=lambda deed: (deed.at.astimezone(zone) - timedelta(hours=NIGHT_UNTIL)).date())
        for _, night in nights:
            yield _slip(SlipKind.NIGHT, list(night))


def _is_night(deed: MarkDeed, zone: tzinfo) -> bool:
    hour = deed.at.astimezone(zone).hour
    return hour >= NIGHT_FROM or hour < NIGHT_UNTIL


def _after_final(deeds: Sequence[MarkDeed]) -> Iterator[Slip]:
    late = (deed for deed in deeds if deed.settled_at is not None and deed.at > deed.settled_at)
    for mine in _by_person(late):
        yield _slip(SlipKind.AFTER_FINAL, mine)


def _absent_marked(deeds: Sequence[MarkDeed]) -> Iterator[Slip]:
    """The newest mark of a place counts: what was taken back is no slip any more."""
    newest = {(deed.lesson, deed.student): deed for deed in sorted(deeds, key=lambda deed: deed.seq)}
    judged = {value.value for value in MarkValue if value.points is not None}
    wrong = [deed for deed in newest.values() if deed.presence.missed and deed.after in judged]
    for mine in _by_person(wrong):
        for _, some in groupby(sorted(mine, key=lambda deed: deed.lesson), key=lambda deed: deed.lesson):
            yield _slip(SlipKind.ABSENT_MARKED, list(some))


def _on_and_off(seats: Sequence[Seat]) -> Iterator[Slip]:
    """There, not there without a reason, there again: a slip of the list, or somebody in the corridor."""
    days: dict[tuple[PersonId, object], list[Seat]] = defaultdict(list)
    for seat in seats:
        days[seat.student, seat.day].append(seat)
    for mine in days.values():
        ordered = sorted(mine, key=lambda seat: seat.number)
        for (before, gone), (_, back) in pairwise(pairwise(ordered)):
            if gone.presence is Presence.ABSENT and not before.presence.missed and not back.presence.missed:
                yield Slip(SlipKind.ON_AND_OFF, gone.teacher, None, 1, (gone.lesson,), (gone.student,))
