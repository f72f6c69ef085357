"""What chats show beside what they should."""

from collections.abc import Mapping, Sequence

from tests.notifications.month.expected import Expected
from tests.notifications.month.reading import Arrived


def differences(wanted: Mapping[str, Sequence[Expected]], shown: Mapping[str, Sequence[Arrived]]) -> list[str]:
    """Say what chats lack and what they should not have."""
    found = []
    for name in wanted:
        due = sorted((one.at, one.pupil, sorted(one.lines)) for one in wanted[name])
        told = sorted((one.at, one.pupil, sorted(one.lines)) for one in shown.get(name, ()))
        found += [f"{name}: missing {one}" for one in due if one not in told or due.count(one) > told.count(one)]
        found += [f"{name}: too much {one}" for one in told if one not in due or told.count(one) > due.count(one)]
    return found


def once(told: Sequence[Arrived]) -> list[Arrived]:
    """Leave out what came again straight after itself; the first is what its corrections may answer, or the second."""
    return [one for place, one in enumerate(told) if place + 1 == len(told) or not _same(one, told[place + 1])]


def _same(one: Arrived, other: Arrived) -> bool:
    return (one.at, one.pupil, one.lines) == (other.at, other.pupil, other.lines)


def answers(wanted: Mapping[str, Sequence[Expected]], shown: Mapping[str, Sequence[Arrived]]) -> list[str]:
    """Say which corrections of marks don't answer the message that told the mark first (NTF-2)."""
    found = []
    for name, due in wanted.items():
        told = sorted(shown.get(name, ()), key=lambda one: (one.at, one.pupil, sorted(one.lines)))
        order = sorted(range(len(due)), key=lambda place: (due[place].at, due[place].pupil, sorted(due[place].lines)))
        numbers = {place: one.number for place, one in zip(order, told, strict=True)}
        for place, one in zip(order, told, strict=True):
            right = {numbers[first] for first in due[place].answers}
            if right and one.answers not in right:
                found.append(f"{name}: {due[place]} answers {one.answers}, not {right}")
    return found
