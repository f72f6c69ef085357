"""The week's timetable: which bell a lesson rings at, what clashes, how many hours a week it makes (ADM-3)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import TypeVar

from core.model.calendar import Bell, WeekParity

_HALF_A_WEEK = Decimal("0.5")
_CLASHES_PER_RESOURCE = 50


@dataclass(frozen=True, slots=True)
class Slot:
    """When a weekly lesson is taught, local time; `since` and `until` (included) where it is not taught all year."""

    weekday: int
    starts: time
    ends: time
    parity: WeekParity = WeekParity.EVERY
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """A slot in which something that can be in one place only is used; `entry` names the timetable entry."""

    resource: Hashable
    slot: Slot
    entry: int


class BellSetUnclear(Exception):
    """A class names no bell set, and several could be meant."""


def bell_for(bells: Iterable[Bell], bell_set: str, grade: int, weekday: int, number: int) -> Bell | None:
    """Give the bell of a lesson number: among those of the set that fit, the one made for fewest days and grades."""
    fitting = [
        bell
        for bell in bells
        if bell.bell_set == bell_set and bell.number == number and weekday in bell.weekdays and grade in bell.grades
    ]
    return min(fitting, key=lambda bell: (len(bell.weekdays), len(bell.grades)), default=None)


def bell_set_of(bells: Iterable[Bell], named: str, grade: int) -> str:
    """Give the bell set of a class: the named one, or the only one for its grade. Raises BellSetUnclear."""
    if named:
        return named
    fitting = {bell.bell_set for bell in bells if grade in bell.grades}
    if len(fitting) != 1:
        raise BellSetUnclear
    return fitting.pop()


def overlap(one: Slot, other: Slot) -> bool:
    """Tell whether two slots ever fall on the same time of the same day."""
    return (
        one.weekday == other.weekday
        and one.starts < other.ends
        and other.starts < one.ends
        and (one.parity is other.parity or WeekParity.EVERY in (one.parity, other.parity))
        and (one.since or date.min) <= (other.until or date.max)
        and (other.since or date.min) <= (one.until or date.max)
    )


def clashes(
    bookings: Iterable[Booking], may_share: Callable[[int, int], bool] = lambda _one, _other: False
) -> Iterator[tuple[int, int]]:
    """Give pairs of entries that use one resource at one time, unless `may_share` allows the pair.

    Each pair comes once, the earlier entry first; of one resource no more than fifty.
    """
    by_resource: dict[tuple[Hashable, int], list[Booking]] = defaultdict(list)
    for booking in bookings:
        by_resource[booking.resource, booking.slot.weekday].append(booking)
    for booked in by_resource.values():
        found = 0
        for one, other in _neighbours(sorted(booked, key=lambda booking: booking.slot.starts)):
            if overlap(one.slot, other.slot) and not may_share(one.entry, other.entry):
                yield min(one.entry, other.entry), max(one.entry, other.entry)
                found += 1
                if found == _CLASHES_PER_RESOURCE:
                    break


def _neighbours(booked: Sequence[Booking]) -> Iterator[tuple[Booking, Booking]]:
    for at, one in enumerate(booked):
        for other in booked[at + 1 :]:
            if other.slot.starts >= one.slot.ends:
                break
            yield one, other


Owner = TypeVar("Owner", bound=Hashable)


def weekly_hours(entries: Iterable[tuple[Owner, Slot]], year_start: date, year_end: date) -> dict[Owner, Decimal]:
    """Sum the hours a week of each owner; a lesson of odd or even weeks is half an hour a week.

    Entries that are taught in a part of the year count by the greatest sum that any day of the year sees.
    """
    by_owner: dict[Owner, list[Slot]] = defaultdict(list)
    for owner, slot in entries:
        by_owner[owner].append(slot)
    return {owner: _busiest(slots, year_start, year_end) for owner, slots in by_owner.items()}


def _busiest(slots: Sequence[Slot], year_start: date, year_end: date) -> Decimal:
    turns = {year_start, *(slot.since for slot in slots if slot.since and slot.since <= year_end)}
    return max(
        sum((_weight(slot) for slot in slots if (slot.since or turn) <= turn <= (slot.until or turn)), Decimal(0))
        for turn in turns
    )


def _weight(slot: Slot) -> Decimal:
    return Decimal(1) if slot.parity is WeekParity.EVERY else _HALF_A_WEEK
