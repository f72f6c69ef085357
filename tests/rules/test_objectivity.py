"""Whether period marks have their grounds (CTL-6) [004 §3, §4]."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from core.model.ids import GroupId, PersonId, WorkId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.objectivity import Concern, ConcernKind, GroupBook, JudgedMark, SetFinal
from core.model.radar import Least
from core.rules.objectivity import RUSH_LEAST, concerns
from tests.world import MOSCOW, local

HALF = Decimal("0.5")
ENDS = date(2026, 10, 24)
EARLY, LATE = local(date(2026, 9, 20), 12), local(date(2026, 10, 23), 12)
ANNA, BORIS = PersonId(1), PersonId(2)


def marks(
    student: PersonId, values: Sequence[int], kind: WorkKind = WorkKind.ANSWER, at: object = EARLY
) -> list[JudgedMark]:
    return [
        JudgedMark(student, MarkValue(str(value)), WorkId(10 * student + place), kind, 1, at)  # type: ignore[arg-type]
        for place, value in enumerate(values)
    ]


def book(
    given: Sequence[JudgedMark],
    finals: dict[PersonId, str] | None = None,
    least: Least = Least(),  # noqa: B008 - frozen
    students: tuple[PersonId, ...] = (ANNA,),
) -> GroupBook:
    set_at = local(date(2026, 10, 24), 12)
    made = tuple(SetFinal(student, MarkValue(value), set_at) for student, value in (finals or {}).items())
    return GroupBook(GroupId(1), "7Б", "", "Алгебра", "Зимина А. П.", least, students, tuple(given), made)


def judged(looked_at: GroupBook, round_up_from: Decimal = HALF) -> list[Concern]:
    return list(concerns(looked_at, round_up_from, ENDS, MOSCOW))


def test_a_period_mark_that_mean_and_rounding_give_asks_nothing() -> None:
    assert judged(book(marks(ANNA, [4, 5, 5]), {ANNA: "5"})) == []


def test_a_period_mark_apart_from_the_mean_by_the_schools_rounding() -> None:
    high = book(marks(ANNA, [4, 4, 5, 5]), {ANNA: "5"})
    assert judged(high) == []
    (found,) = judged(high, Decimal("0.6"))
    assert (found.kind, found.proposed, found.given) == (ConcernKind.APART, MarkValue.FOUR, MarkValue.FIVE)


def test_too_few_marks_by_the_subject_or_three() -> None:
    (few,) = judged(book(marks(ANNA, [4, 4]), {ANNA: "4"}))
    assert (few.kind, few.have, few.least) == (ConcernKind.FEW, 2, 3)
    (more,) = judged(book(marks(ANNA, [4, 4, 4]), {ANNA: "4"}, Least(marks=5)))
    assert (more.have, more.least) == (3, 5)


def test_written_laboratory_and_practical_works() -> None:
    least = Least(written=1, labs=1, practicals=1)
    found = judged(book(marks(ANNA, [4, 4, 4]), {ANNA: "4"}, least))
    assert [each.kind for each in found] == [
        ConcernKind.NO_WRITTEN,
        ConcernKind.NO_LABS,
        ConcernKind.NO_PRACTICALS,
    ]
    control = marks(PersonId(1), [4], WorkKind.CONTROL)
    kinds = [each.kind for each in judged(book([*marks(ANNA, [4, 4, 4]), *control], {ANNA: "4"}, Least(written=1)))]
    assert kinds == []


def test_words_need_no_grounds_and_those_without_a_period_mark_wait() -> None:
    assert judged(book([], {ANNA: "na"})) == []
    both = book(marks(ANNA, [4, 4, 4]), {ANNA: "4"}, students=(ANNA, BORIS))
    assert judged(both) == []
    # Before the first period mark everybody is looked at.
    (found,) = judged(book(marks(ANNA, [4, 4, 4]), students=(ANNA, BORIS)))
    assert (found.kind, found.student) == (ConcernKind.FEW, BORIS)


def test_a_rush_on_the_last_days() -> None:
    rushed = marks(ANNA, [4] * 3) + marks(BORIS, [4] * RUSH_LEAST, at=LATE)
    (found,) = judged(book(rushed, {ANNA: "4"}, students=(ANNA,)))
    assert (found.kind, found.student, found.have, found.least) == (ConcernKind.RUSH, None, RUSH_LEAST, RUSH_LEAST + 3)
    usual = marks(ANNA, [4] * 40) + marks(BORIS, [4] * RUSH_LEAST, at=LATE)
    assert judged(book(usual, {ANNA: "4"})) == []
    few = marks(ANNA, [4] * 3, at=LATE)
    assert judged(book(few, {ANNA: "4"})) == []


def test_no_marks_at_all_divide_by_nothing() -> None:
    (found,) = judged(book([]))
    assert (found.kind, found.have) == (ConcernKind.FEW, 0)
