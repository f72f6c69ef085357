"""Moving a student between the subgroups of a subject (CLS-4) [000 §3; 003 Г-6]."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from core.model.ids import GroupId
from core.model.subgroup import Membership, Transfer

_A_DAY = timedelta(days=1)


def transfer(memberships: Iterable[Membership], target: GroupId, day: date) -> Transfer:
    """Give what makes a student be in `target`, and there alone, from `day` on; earlier days stay as they were.

    `memberships` are all of the student's in subgroups of one subject. What would have begun later never comes about.
    """
    still = [each for each in memberships if each.until is None or each.until >= day]
    again = next((each for each in still if each.group == target and each.since <= day), None)
    ended = {each.id: _end(each, day) for each in still if each is not again}
    return Transfer(ended, again.id if again else None)


def _end(one: Membership, day: date) -> date:
    return max(one.since, day) - _A_DAY


def next_group(groups: Sequence[GroupId], places: Sequence[GroupId]) -> GroupId:
    """Give the subgroup that a tap moves a student to: the one after the present, the first from nowhere or several."""
    if len(places) != 1:
        return groups[0]
    return groups[(groups.index(places[0]) + 1) % len(groups)]


def next_monday(day: date) -> date:
    """Give the Monday of the week to come."""
    return day + timedelta(days=7 - day.weekday())
