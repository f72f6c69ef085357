"""Moves between subgroups: from a day on, and never into the past (CLS-4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.ids import GroupId, PersonId
from core.model.subgroup import Membership
from core.rules.subgroups import next_group, next_monday, transfer

FIRST, SECOND = GroupId(1), GroupId(2)
DAY = date(2026, 10, 19)
YEAR = date(2026, 9, 1)
STUDENT = PersonId(7)


def _applied(memberships: list[Membership], target: GroupId, day: date) -> list[Membership]:
    change = transfer(memberships, target, day)
    after = [
        Membership(
            each.id,
            each.group,
            each.student,
            each.since,
            None if each.id == change.reopened else change.ended.get(each.id, each.until),
        )
        for each in memberships
    ]
    return after if change.reopened is not None else [*after, Membership(99, target, STUDENT, day)]


def _groups(memberships: list[Membership], day: date) -> set[GroupId]:
    return {each.group for each in memberships if each.on(day)}


_MEMBERSHIP = st.builds(
    lambda at, group, since, stays: Membership(
        at,
        GroupId(group),
        STUDENT,
        YEAR + timedelta(days=since),
        None if stays is None else YEAR + timedelta(since + stays),
    ),
    st.integers(1, 50),
    st.integers(1, 3),
    st.integers(0, 100),
    st.none() | st.integers(-1, 60),
)


@given(st.lists(_MEMBERSHIP, max_size=5, unique_by=lambda one: one.id), st.integers(1, 3), st.integers(0, 120))
def test_from_the_day_on_there_is_one_group_and_before_it_nothing_changes(
    memberships: list[Membership], target: int, at: int
) -> None:
    day = YEAR + timedelta(days=at)
    after = _applied(memberships, GroupId(target), day)
    for offset in range(200):
        other = YEAR + timedelta(days=offset)
        expected = {GroupId(target)} if other >= day else _groups(memberships, other)
        assert _groups(after, other) == expected


def test_a_move_back_before_it_began_leaves_one_membership() -> None:
    moved = _applied([Membership(1, FIRST, STUDENT, YEAR)], SECOND, DAY)
    back = _applied(moved, FIRST, DAY)
    assert [each for each in back if each.until is None] == [Membership(99, FIRST, STUDENT, DAY)]
    called_off = next(each for each in back if each.group == SECOND)
    assert called_off.until is not None
    assert called_off.until < called_off.since


@pytest.mark.parametrize(
    ("places", "expected"), [((), FIRST), ((FIRST,), SECOND), ((SECOND,), FIRST), ((FIRST, SECOND), FIRST)]
)
def test_a_tap_moves_on(places: tuple[GroupId, ...], expected: GroupId) -> None:
    assert next_group((FIRST, SECOND), places) == expected


@pytest.mark.parametrize(("day", "monday"), [(date(2026, 10, 15), DAY), (DAY, date(2026, 10, 26))])
def test_the_next_monday_is_never_today(day: date, monday: date) -> None:
    assert next_monday(day) == monday
