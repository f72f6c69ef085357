"""Events: what is typed as a time, whom an event concerns, what is kept of it."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.errors import Refusal
from core.model.ids import KlassId
from core.model.school_event import EventPlan
from core.rules.school_events import concerns, is_meant_for, pack, time_of, unpack_days

PLAN = EventPlan("Музей", date(2026, 10, 22), at=time(14, 30), place="двор", words="Сбор у входа", bring="воду")


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("14:30", time(14, 30)),
        (" 14.30 ", time(14, 30)),
        ("1430", time(14, 30)),
        ("9", time(9)),
        ("09-05", time(9, 5)),
        ("14 30", time(14, 30)),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, at: time) -> None:
    assert time_of(typed) == at


@pytest.mark.parametrize("typed", ["", "25", "14:60", "в два", "14:30:00", "14:3", "-1"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="event-time"):
        time_of(typed)


@pytest.mark.parametrize(
    ("whom", "klass", "grade", "found"),
    [
        ({}, 1, 5, True),
        ({"klass": KlassId(1)}, 1, 5, True),
        ({"klass": KlassId(2)}, 1, 5, False),
        ({"grades": frozenset({5, 6})}, 1, 5, True),
        ({"grades": frozenset({6})}, 1, 5, False),
    ],
)
def test_whom_an_event_concerns(whom: dict[str, KlassId], klass: int, grade: int, found: bool) -> None:
    assert concerns(replace(PLAN, **whom), KlassId(klass), grade) is found


@pytest.mark.parametrize(
    ("audience", "student", "guardian"),
    [("all", True, True), ("", True, True), ("students", True, False), ("guardians,staff", False, True)],
)
def test_who_sees_it(audience: str, student: bool, guardian: bool) -> None:
    assert (is_meant_for(audience, own=True), is_meant_for(audience, own=False)) == (student, guardian)


@given(st.text(max_size=120), st.text(max_size=120), st.dates(date(2000, 1, 1), date(2099, 1, 1)))
def test_what_is_kept_holds_no_word_and_fits(name: str, place: str, day: date) -> None:
    code = pack(replace(PLAN, name=name, place=place, day=day))
    assert len(code) <= 200
    assert unpack_days(code) == (day, day, time(14, 30))
    assert set(code) <= set("0123456789abcdef-: ")


def test_any_difference_is_seen() -> None:
    others = (
        replace(PLAN, name="Театр"),
        replace(PLAN, until=date(2026, 10, 23)),
        replace(PLAN, at=None),
        replace(PLAN, place=""),
        replace(PLAN, words=""),
        replace(PLAN, bring="еду"),
    )
    assert len({pack(PLAN), *(pack(each) for each in others)}) == 7
