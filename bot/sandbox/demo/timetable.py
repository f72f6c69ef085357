"""A timetable without clashes for the demo school, found by trying; the same on every machine."""

import random
from dataclasses import dataclass
from typing import Any

from bot.sandbox.demo.data import school

DAYS = 5
TRIES = 2000


@dataclass(frozen=True, slots=True)
class Slot:
    """A subject of a class at a place in the week; `teachers` has two where the class is divided."""

    klass: str
    weekday: int
    number: int
    subject: str
    teachers: tuple[str, ...]


class NoTimetable(Exception):
    """The demo data ask for the impossible."""


def lay_out() -> list[Slot]:
    """Give the week of all classes: no gaps, no teacher in two rooms. Raises NoTimetable when there is no way."""
    for seed in range(TRIES):
        slots = _attempt(random.Random(seed))  # noqa: S311 - a puzzle, not a secret
        if slots is not None:
            return slots
    raise NoTimetable


def _attempt(chance: random.Random) -> list[Slot] | None:
    busy: set[tuple[str, int, int]] = set()
    slots: list[Slot] = []
    for klass in sorted(school()["klasses"], key=lambda one: -sum(load[1] for load in one["load"].values())):
        left = {subject: load[1] for subject, load in klass["load"].items()}
        lengths = _lengths(sum(left.values()))
        for weekday in range(DAYS):
            used: set[str] = set()
            for number in range(1, lengths[weekday] + 1):
                free = {name: hours for name, hours in left.items() if hours and name not in used}
                slot = _choose(klass, free, busy, (weekday, number), chance)
                if slot is None:
                    return None
                slots.append(slot)
                used.add(slot.subject)
                left[slot.subject] -= 1
                busy.update((teacher, weekday, number) for teacher in slot.teachers)
    return slots


def _lengths(hours: int) -> list[int]:
    base, more = divmod(hours, DAYS)
    return [base + (weekday < more) for weekday in range(DAYS)]


def _choose(
    klass: dict[str, Any],
    left: dict[str, int],
    busy: set[tuple[str, int, int]],
    place: tuple[int, int],
    chance: random.Random,
) -> Slot | None:
    fitting = []
    for subject, hours in left.items():
        teachers = tuple(one for one in klass["load"][subject] if isinstance(one, str))
        if not any((teacher, *place) in busy for teacher in teachers):
            # What has most hours left for the days that remain is most urgent.
            fitting.append((hours / (DAYS - place[0]) + chance.random() / 2, subject, teachers))
    if not fitting:
        return None
    _, subject, teachers = max(fitting)
    return Slot(str(klass["name"]), *place, subject, teachers)
