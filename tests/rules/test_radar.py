"""What a period mark asks for, who lacks it, whom to ask (BEY-2)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.model.diary import SubjectName
from core.model.forecast import Outlook, Prospect, SubjectForecast
from core.model.ids import PersonId, SubjectId
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.people import PersonName
from core.model.radar import AskReason, Count, Evidence, Least, Need, RadarLine, Risk
from core.rules.averages import tally
from core.rules.evidence import Pile, evidence, heaped, last_day, risk
from core.rules.radar import lifts, nearest_first, to_ask, to_reach, worried

TODAY = date(2026, 10, 5)
MARKS_SHORT = Evidence((Count(Need.MARKS, 1, 3),))


def line(student: int, **more: object) -> RadarLine:
    values: dict[str, object] = {"evidence": Evidence(), "risk": Risk.NONE, "last_mark_on": TODAY - timedelta(days=2)}
    return RadarLine(PersonId(student), PersonName("Орлов", "Илья"), **(values | more))  # type: ignore[arg-type]


PILES = (
    Pile(WorkKind.ANSWER, 1, 2, 9, 0, 2, TODAY),
    Pile(WorkKind.CONTROL, 3, 2, 7, 0, 1, TODAY - timedelta(days=9)),
    Pile(WorkKind.LAB, 1, 1, 5, 0, 1, TODAY - timedelta(days=1)),
    Pile(WorkKind.PRACTICAL, 1, 0, 0, 1, 1, TODAY - timedelta(days=2)),
    Pile(WorkKind.TEST, 2, 0, 0, 0, 0, TODAY + timedelta(days=2)),  # н/а and осв alone
)
DONE = [pile.done for pile in PILES]


def test_what_there_is_of_what_is_asked() -> None:
    found = evidence(DONE, Least(7, 2, 1, 1))
    assert [(count.need, count.have, count.missing) for count in found.counts] == [
        (Need.MARKS, 6, 1),
        (Need.WRITTEN, 1, 1),
        (Need.LABS, 1, 0),
        (Need.PRACTICALS, 1, 0),
    ]
    assert found.missing == 1  # the written work that is missing brings the mark that is missing
    assert evidence(DONE, Least()) == Evidence()


def test_piles_weigh_what_their_marks_do() -> None:
    assert heaped(PILES) == tally([(4, 1), (5, 1), (4, 3), (3, 3), (5, 1)])
    assert last_day(PILES) == TODAY
    assert last_day(()) is None


@pytest.mark.parametrize(
    ("left", "expected"), [(0, Risk.LOST), (1, Risk.LOST), (2, Risk.URGENT), (3, Risk.URGENT), (4, Risk.SHORT)]
)
def test_the_risk_grows_as_lessons_pass(left: int, expected: Risk) -> None:
    assert risk(MARKS_SHORT, left) is expected
    assert risk(Evidence(), left) is Risk.NONE


SUBJECT = SubjectForecast(SubjectName(SubjectId(1), "Алгебра", "Алг"), lessons_left=5)
LOW = replace(SUBJECT, expected=MarkValue.TWO, outlooks=(Outlook(MarkValue.THREE, Prospect.OPEN),))


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        (SUBJECT, False),
        (LOW, True),
        (replace(LOW, outlooks=(Outlook(MarkValue.THREE, Prospect.LATE),)), False),
        (replace(LOW, final=MarkValue.TWO), False),
        (replace(LOW, lessons_left=0), False),
        (replace(SUBJECT, risk=Risk.URGENT), True),
        (replace(SUBJECT, risk=Risk.SHORT), False),
        (replace(SUBJECT, risk=Risk.LOST), False),
        (replace(SUBJECT, expected=MarkValue.FOUR), False),
    ],
)
def test_a_family_hears_only_while_it_can_be_mended(subject: SubjectForecast, told: bool) -> None:
    assert worried(subject) is told


@pytest.mark.parametrize(
    ("coming", "goal", "wanted"),
    [
        (MarkValue.TWO, None, MarkValue.THREE),
        (MarkValue.TWO, MarkValue.FOUR, MarkValue.FOUR),
        (MarkValue.TWO, MarkValue.FIVE, MarkValue.THREE),  # a five is out of reach by now
        (MarkValue.THREE, None, None),
        (MarkValue.THREE, MarkValue.FOUR, MarkValue.FOUR),
        (MarkValue.FOUR, MarkValue.FOUR, None),
        (None, MarkValue.FOUR, None),
    ],
)
def test_a_goal_that_can_be_reached_is_told_of(
    coming: MarkValue | None, goal: MarkValue | None, wanted: MarkValue | None
) -> None:
    prospects = {MarkValue.THREE: Prospect.OPEN, MarkValue.FOUR: Prospect.OPEN, MarkValue.FIVE: Prospect.LATE}
    outlooks = tuple(
        Outlook(mark, Prospect.HELD if coming and coming >= mark else prospect) for mark, prospect in prospects.items()
    )
    found = replace(SUBJECT, expected=coming, outlooks=outlooks)
    outlook = to_reach(found, goal)
    assert (outlook.wanted if outlook else None) is wanted
    assert worried(found, goal) is (wanted is not None)


def test_the_nearest_risk_comes_first() -> None:
    lines = [
        line(1, weighted=Decimal("4.50")),
        line(2, weighted=Decimal("2.10"), expected=MarkValue.TWO),
        line(3, risk=Risk.SHORT),
        line(4, risk=Risk.LOST),
        line(5, risk=Risk.URGENT),
        line(6, weighted=Decimal("3.00")),
    ]
    assert [each.student for each in nearest_first(lines)] == [4, 5, 3, 2, 6, 1]


def test_whom_to_ask_and_why() -> None:
    lines = [
        line(1),
        line(2, one_mark_lifts=True),
        line(3, last_mark_on=TODAY - timedelta(days=30), one_mark_lifts=True),
        line(4, expected=MarkValue.TWO),
        line(5, evidence=MARKS_SHORT, risk=Risk.SHORT),
        line(6, evidence=MARKS_SHORT, risk=Risk.SHORT, last_mark_on=None),
    ]
    found = to_ask(lines, TODAY)
    assert [ask.line.student for ask in found] == [6, 5, 4, 3, 2]
    assert found[3].reasons == (AskReason.LONG_AGO, AskReason.ONE_MARK_LIFTS)
    assert found[0].reasons == (AskReason.NO_MARKS,)


def test_at_most_five_are_asked() -> None:
    assert len(to_ask([line(student, last_mark_on=None) for student in range(1, 30)], TODAY)) == 5


def test_one_five_may_lift_the_mark() -> None:
    half = Decimal("0.5")
    assert lifts(tally([(4, 1), (4, 1), (5, 1)]), half)
    assert not lifts(tally([(4, 1)] * 6), half)
    assert not lifts(tally([]), half)
    assert not lifts(tally([(5, 1)]), half)
