"""The attestation radar of a group, and whom to ask next lesson (BEY-2) [004 §3]."""

from dataclasses import dataclass

from core.model.access import Action
from core.model.errors import Forbidden
from core.model.ids import GroupId, LessonId, PeriodId, PersonId
from core.model.journal import FIRST_GRADE, LessonFacts
from core.model.people import PersonName
from core.model.progress import neighbours
from core.model.radar import Ask, Radar, RadarLine, Risk
from core.rules.access import require
from core.rules.averages import two_decimals
from core.rules.evidence import evidence, heaped, last_day, risk
from core.rules.forecast import expected
from core.rules.radar import lifts, nearest_first, to_ask
from core.storage.queries import forecast
from core.storage.queries.forecast import GroupFacts, Span, Standings
from core.storage.queries.journal import alphabetical
from core.storage.work import Work
from core.usecases.journal import enter


@dataclass(frozen=True, slots=True)
class ShowRadar:
    """Which group."""

    group: GroupId


async def show_radar(work: Work, wanted: ShowRadar) -> Radar:
    """Give a group's students with what they have and need for the period's mark, the nearest risk first.

    None of them in grade 1 and in subjects without assessment. Raises Forbidden.
    """
    known = await work.run(forecast.group, wanted.group)
    if known is None:
        raise Forbidden(Action.FORECAST_READ)
    require(work.actor, Action.FORECAST_READ, known.scope)
    return await _radar(work, known)


@dataclass(frozen=True, slots=True)
class WhomToAsk:
    """Which lesson is to come."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class Asking:
    """A lesson, its group's radar, and whom to ask there."""

    facts: LessonFacts
    radar: Radar
    asks: tuple[Ask, ...]


async def whom_to_ask(work: Work, wanted: WhomToAsk) -> Asking:
    """Give at most five students whom the teacher best asks in a lesson, with the reasons (BEY-2). Raises Forbidden."""
    visit = await enter(work, wanted.lesson, Action.FORECAST_READ)
    known = await work.run(forecast.group, visit.facts.lesson.group)
    if known is None:
        raise Forbidden(Action.FORECAST_READ)
    radar = await _radar(work, known)
    waiting = (line for line in radar.lines if line.final is None)
    return Asking(visit.facts, radar, to_ask(waiting, visit.facts.lesson.day))


async def _radar(work: Work, known: GroupFacts) -> Radar:
    today = work.now.astimezone(known.zone).date()
    span = neighbours(known.periods, None, today)
    assessed = known.assessed and known.grade != FIRST_GRADE
    if span is None or not assessed:
        return Radar(known.taught, today, span.period if span else None, known.least, assessed=assessed)
    found = await work.run(forecast.of_group, known, Span(known.scope.school, span.period, today, work.now))
    left = max(found.lessons_left.values(), default=0)
    named = sorted(found.pupils.items(), key=lambda pair: alphabetical(pair[1]))
    lines = nearest_first(_line(found, known, (student, name), span.period.id) for student, name in named)
    return Radar(known.taught, today, span.period, known.least, left, lines)


def _line(found: Standings, known: GroupFacts, pupil: tuple[PersonId, PersonName], period: PeriodId) -> RadarLine:
    student, name = pupil
    place = (student, known.subject)
    piles, final = found.piles.get(place, []), found.finals.get(place, {}).get(period)
    sums, has = heaped(piles), evidence((pile.done for pile in piles), known.least)
    exact = sums.exact
    return RadarLine(
        student=student,
        name=name,
        evidence=has,
        risk=Risk.NONE if final else risk(has, found.lessons_left.get(place, 0)),
        weighted=two_decimals(exact) if exact is not None else None,
        expected=final or expected(exact, known.round_up_from),
        last_mark_on=last_day(piles),
        one_mark_lifts=lifts(sums, known.round_up_from),
        final=final,
    )
