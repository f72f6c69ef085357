"""Who needs help: the rule's table (JRN-15) [004]."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.ids import PersonId
from core.model.people import PersonName
from core.model.signal import Lately, LatelyMark, SignalAudience, SignalKind, Told
from core.rules.signals import missed_in_row, signal_kinds, signals

HALF = Decimal("0.5")
F, A = SignalKind.FAILING, SignalKind.ABSENT


def _lately(marks: str = "", missed: tuple[int, int, int] = (0, 10, 0), name: str = "Панина Вера") -> Lately:
    family, given = name.split()
    some = tuple(LatelyMark(int(sign)) for sign in marks)
    absent, lessons, row = missed
    return Lately(PersonId(1), PersonName(family, given), some, lessons, absent, row)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("", ()),
        ("22", ()),
        ("222", (F,)),
        ("122", (F,)),
        ("5555222", (F,)),
        ("5522522", ()),
        ("232", (F,)),
        ("233", ()),
        ("23232323", ()),
        ("22322", (F,)),
        ("223", (F,)),
    ],
)
def test_marks(marks: str, expected: tuple[SignalKind, ...]) -> None:
    assert signal_kinds(_lately(marks), HALF) == expected


def test_the_school_s_rounding_decides_what_makes_a_two() -> None:
    marks = "23323"
    assert signal_kinds(_lately(marks), HALF) == ()
    assert signal_kinds(_lately(marks), Decimal("0.65")) == (F,)


def test_a_control_work_weighs_more() -> None:
    lately = _lately("333")
    heavy = Lately(lately.student, lately.name, (*lately.marks, LatelyMark(1, weight=3)), 10)
    assert signal_kinds(heavy, HALF) == (F,)


@pytest.mark.parametrize(
    ("missed", "expected"),
    [
        ((0, 0, 0), ()),
        ((2, 4, 2), ()),
        ((3, 9, 0), (A,)),
        ((3, 10, 0), ()),
        ((3, 20, 3), (A,)),
        ((4, 12, 1), (A,)),
    ],
)
def test_absences(missed: tuple[int, int, int], expected: tuple[SignalKind, ...]) -> None:
    assert signal_kinds(_lately(missed=missed), HALF) == expected


def test_both_come_first_then_names() -> None:
    people = [_lately("222", name="Яшин Лев"), _lately("222", (3, 3, 3), "Яшина Ия"), _lately("222", name="Ахов Лев")]
    found = signals([*people, _lately("555")], (), HALF)
    assert [(one.lately.name.family, one.kinds) for one in found] == [("Яшина", (F, A)), ("Ахов", (F,)), ("Яшин", (F,))]
    assert found[0].mean == Decimal("2.00")


def test_what_was_told_is_known_by_audience() -> None:
    told = [Told(PersonId(1), F, SignalAudience.PARENTS, date(2026, 10, day)) for day in (5, 12)]
    other = Told(PersonId(2), A, SignalAudience.PARENTS, date(2026, 10, 12))
    (one,) = signals([_lately("222", (3, 3, 3))], [*told, other], HALF)
    assert one.untold(SignalAudience.PARENTS) == (A,)
    assert one.untold(SignalAudience.CLASS_TEACHER) == (F, A)
    assert one.told_on(SignalAudience.PARENTS) == date(2026, 10, 12)
    assert one.told_on(SignalAudience.CLASS_TEACHER) is None


@given(st.lists(st.booleans()))
def test_the_last_missed_lessons_are_counted(presence: list[bool]) -> None:
    tail = 0
    for present in reversed(presence):
        if present:
            break
        tail += 1
    assert missed_in_row(presence) == tail
