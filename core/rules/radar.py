"""Who is short of what a period mark asks for, and whom to ask next (BEY-2) [004 §3]."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from core.model.forecast import Outlook, Prospect, SubjectForecast
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.radar import Ask, AskReason, Need, RadarLine, Risk
from core.rules.averages import Tally
from core.rules.forecast import expected

ASKED_AT_MOST = 5
LONG_AGO = timedelta(days=21)
"""After so many days without a mark somebody is to be asked again."""


def worried(subject: SubjectForecast, goal: MarkValue | None = None) -> bool:
    """Tell whether a family is to hear of a subject: something is wrong, and it can still be mended.

    Wrong is a mark below three that is coming, or below the `goal`, or too little for any mark while the lessons for
    it run out. Set marks are not worried about any more.
    """
    if subject.final is not None or not subject.lessons_left:
        return False
    return to_reach(subject, goal) is not None or subject.risk is Risk.URGENT


def to_reach(subject: SubjectForecast, goal: MarkValue | None = None) -> Outlook | None:
    """Give what leads to the goal, or to a three where a worse mark is coming; None where neither can be reached, or
    the mark that is coming is good enough, or nothing is known of it yet.
    """
    if subject.expected is None:
        return None
    wanted = (subject.outlook(mark) for mark in (goal, MarkValue.THREE) if mark is not None)
    return next((each for each in wanted if each is not None and each.prospect is Prospect.OPEN), None)


_NEAREST = {rank: at for at, rank in enumerate((Risk.LOST, Risk.URGENT, Risk.SHORT, Risk.NONE))}


def nearest_first(lines: Iterable[RadarLine]) -> tuple[RadarLine, ...]:
    """Give the lines with the nearest risk first, then who fails, then the lowest mean; equals stay as they were."""
    return tuple(sorted(lines, key=lambda line: (_NEAREST[line.risk], not line.failing, line.weighted or Decimal(0))))


def lifts(tally: Tally, round_up_from: Decimal) -> bool:
    """Tell whether one five for an answer makes the coming mark a better one."""
    now = expected(tally.exact, round_up_from)
    then = expected(tally.plus(5, WorkKind.ANSWER.weight).exact, round_up_from)
    return now is not None and then is not None and int(then) > int(now)


def to_ask(lines: Iterable[RadarLine], today: date) -> tuple[Ask, ...]:
    """Give at most five students to ask next lesson, each with the reasons, the most pressing first."""
    asks = [Ask(line, reasons) for line in lines if (reasons := tuple(_reasons(line, today)))]
    asks.sort(key=lambda ask: (_PRESSING[ask.reasons[0]], _since(ask.line)))
    return tuple(asks[:ASKED_AT_MOST])


_PRESSING = {reason: at for at, reason in enumerate(AskReason)}


def _since(line: RadarLine) -> date:
    return line.last_mark_on or date.min


def _reasons(line: RadarLine, today: date) -> Iterable[AskReason]:
    marks = line.evidence.of(Need.MARKS)
    if line.last_mark_on is None:
        yield AskReason.NO_MARKS
    elif marks.missing:
        yield AskReason.FEW_MARKS
    if line.failing:
        yield AskReason.FAILING
    if line.last_mark_on is not None and today - line.last_mark_on >= LONG_AGO:
        yield AskReason.LONG_AGO
    if line.one_mark_lifts:
        yield AskReason.ONE_MARK_LIFTS
