"""Proposals of final marks, against exact fractions (JRN-11) [004 §3]."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.final_mark import Doubt
from core.model.ids import WorkId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.radar import Least, Need
from core.rules.final_marks import Given, basis_of, basis_text, names_subject, propose, sum_up

HALF = Decimal("0.5")
V, K = MarkValue, WorkKind


def marks(*pairs: tuple[str, WorkKind] | str) -> list[Given]:
    """Marks by value, each of a work of its own; answers where no kind is named."""
    told = [pair if isinstance(pair, tuple) else (pair, K.ANSWER) for pair in pairs]
    return [Given(V(value), WorkId(at), kind, kind.weight) for at, (value, kind) in enumerate(told, 1)]


@pytest.mark.parametrize(
    ("given_marks", "rule", "mark", "exact"),
    [
        (marks("5", "4"), "0.5", "5", "9/2"),
        (marks("5", "4"), "0.6", "4", "9/2"),
        (marks("3", "4", "4"), "0.65", "4", "11/3"),
        (marks("4", ("5", K.CONTROL)), "0.5", "5", "19/4"),
        (marks("2", "1"), "0.5", "2", "3/2"),
        (marks("1"), "0.5", "1", "1"),
        (marks("5", "na", "exempt", "passed"), "0.5", "5", "5"),
    ],
)
def test_numbers(given_marks: list[Given], rule: str, mark: str, exact: str) -> None:
    found = propose(given_marks, Least(), Decimal(rule))
    assert (found.value, found.exact) == (V(mark), Fraction(exact))


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ((), None),
        (("passed",), "passed"),
        (("passed", "failed"), None),
        (("failed", "failed", "passed"), "failed"),
        (("exempt", "exempt"), "exempt"),
        (("exempt", "na"), None),
        (("na",), None),
    ],
)
def test_words(words: tuple[str, ...], mark: str | None) -> None:
    found = propose(marks(*words), Least(), HALF)
    assert found.value == (V(mark) if mark else None)
    assert found.exact is None


def test_what_is_missing_is_said_in_numbers() -> None:
    """«Наличие количества оценок … с обязательным учетом … письменных, лабораторных и практических работ» [004 §3]."""
    found = propose(marks("5", ("5", K.TEST), ("na", K.LAB)), Least(marks=3, written=2, labs=1), HALF)
    assert [(count.need, count.have, count.least) for count in found.lacks] == [
        (Need.MARKS, 2, 3),
        (Need.WRITTEN, 1, 2),
        (Need.LABS, 0, 1),
    ]
    assert not found.clear


def test_two_marks_of_one_work_are_two_marks_and_one_work() -> None:
    pair = [Given(V.FOUR, WorkId(1), K.DICTATION, 2), Given(V.THREE, WorkId(1), K.DICTATION, 2)]
    found = propose(pair, Least(marks=2, written=2), HALF)
    assert [(count.need, count.have) for count in found.lacks] == [(Need.WRITTEN, 1)]
    assert found.exact == Fraction(7, 2)


def test_control_works_that_tell_something_else() -> None:
    """«Mean 4.66 but both control works 3» (BEY-13)."""
    found = propose(marks(*("5",) * 20, ("3", K.CONTROL), ("3", K.CONTROL)), Least(), HALF)
    assert (found.value, found.doubts, found.clear) == (V.FIVE, (Doubt.CONTROL_WORKS,), False)
    assert propose(marks("5", "5", ("5", K.CONTROL), ("4", K.CONTROL)), Least(), HALF).clear


def test_hardly_assessed() -> None:
    assert propose(marks("5", "na", "na"), Least(), HALF).doubts == (Doubt.NOT_ASSESSED,)
    assert propose(marks("5", "na"), Least(), HALF).doubts == ()


@pytest.mark.parametrize(
    ("values", "rule", "mark", "doubts"),
    [
        (("4", "5", "4", "5"), "0.5", "5", ()),
        (("4", "5", "4", "5"), "0.6", "4", ()),
        (("3", None, "3", "4"), "0.5", "3", (Doubt.INCOMPLETE,)),
        (("4", "na", "5", "5"), "0.5", "5", (Doubt.NOT_ASSESSED,)),
        (("passed", "passed"), "0.5", "passed", ()),
        ((None, None), "0.5", None, (Doubt.INCOMPLETE,)),
        (("5", "4"), "0.5", "5", ()),
    ],
)
def test_year_and_overall(values: Sequence[str | None], rule: str, mark: str | None, doubts: tuple[Doubt, ...]) -> None:
    found = sum_up([V(value) if value else None for value in values], Decimal(rule))
    assert (found.value, found.doubts) == (V(mark) if mark else None, doubts)


@pytest.mark.parametrize(
    ("event", "subject", "named"),
    [
        ("Экзамен по русскому языку", "Русский язык", True),
        ("ОГЭ: алгебра", "Алгебра", True),
        ("Экзамен по химии", "Химия", True),
        ("Зачёт по физической культуре", "Физика", False),
        ("Экзамен по физике", "Физика", True),
        ("Экзамен по истории", "Обществознание", False),
    ],
)
def test_which_examination_is_meant(event: str, subject: str, named: bool) -> None:
    assert names_subject(event, subject) is named


entries = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 10)), min_size=1, max_size=40)
rules = st.decimals("0.1", "0.9", places=2)


@given(entries, rules)
def test_exactly_as_fractions_say(pairs: list[tuple[int, int]], rule: Decimal) -> None:
    found = propose([Given(V(str(p)), WorkId(i), K.ANSWER, w) for i, (p, w) in enumerate(pairs)], Least(), rule)
    exact = Fraction(sum(p * w for p, w in pairs), sum(w for _, w in pairs))
    whole, rest = divmod(exact, 1)
    assert found.exact == exact
    assert found.value == V(str(int(whole) + (rest >= Fraction(rule))))
    assert basis_of(basis_text(found.exact)) == exact


@given(entries, rules, st.lists(st.sampled_from([V.NOT_ASSESSED, V.EXEMPT, V.PASSED, V.FAILED]), max_size=20))
def test_words_change_no_number(pairs: list[tuple[int, int]], rule: Decimal, words: list[MarkValue]) -> None:
    numbers = [Given(V(str(p)), WorkId(i), K.ANSWER, w) for i, (p, w) in enumerate(pairs)]
    spoken = [Given(word, WorkId(900 + at), K.ANSWER, 3) for at, word in enumerate(words)]
    found = propose(numbers + spoken, Least(), rule)
    assert (found.value, found.exact) == (propose(numbers, Least(), rule).value, propose(numbers, Least(), rule).exact)
