"""The deputy's and the head's look at the grounds of period marks, class by class (CTL-6) [004 §3, §4]."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action, Subject
from core.model.calendar import Period
from core.model.errors import Forbidden
from core.model.ids import GroupId, KlassId, PeriodId, SchoolId
from core.model.objectivity import Judged, KlassObjectivity, ObjectivityFrame
from core.rules.access import require
from core.rules.objectivity import concerns
from core.storage.queries import final_marks, trail
from core.storage.queries import objectivity as query
from core.storage.queries.final_marks import SchoolTerms
from core.storage.work import Work
from core.usecases.reaching import NOWHERE, reach_school

# So long before its end a period is what one looks at.
_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ReadObjectivity:
    """A school's period; None: the last one that is over, or is about to be."""

    school: SchoolId
    period: PeriodId | None = None


async def read_objectivity(work: Work, command: ReadObjectivity) -> ObjectivityFrame:
    """Give the period with the classes that have it, of a deputy's own parallels only. Raises Forbidden."""
    permit = reach_school(work, command.school, Action.OBJECTIVITY_READ)
    terms = await work.run(final_marks.school_terms, command.school)
    today = work.now.astimezone(terms.rules.zone).date()
    periods = sorted(terms.periods, key=lambda period: (period.ends_on, period.starts_on, period.id))
    at = _chosen(periods, command.period, today)
    known = await work.run(query.klasses, command.school, permit.capacity.grades)
    period = periods[at] if at is not None else None
    return ObjectivityFrame(
        school=await work.run(query.school_name, command.school),
        today=today,
        period=period,
        previous=periods[at - 1] if at else None,
        next=periods[at + 1] if at is not None and at + 1 < len(periods) else None,
        klasses=tuple((key, name) for key, name, grade in known if period and grade in period.grades),
    )


def _chosen(periods: Sequence[Period], wanted: PeriodId | None, today: date) -> int | None:
    named = [at for at, period in enumerate(periods) if period.id == wanted]
    ended = [at for at, period in enumerate(periods) if period.ends_on <= today + _AHEAD]
    return next(iter(named or ended[-1:]), 0 if periods else None)


@dataclass(frozen=True, slots=True)
class JudgeKlass:
    """A class's marks of a period."""

    klass: KlassId
    period: PeriodId


@dataclass(frozen=True, slots=True)
class JudgeGroup:
    """A group's marks of a period."""

    group: GroupId
    period: PeriodId


async def judge_klass(work: Work, command: JudgeKlass) -> KlassObjectivity:
    """Give what may be asked about the groups of a class, those with the most first. Raises Forbidden."""
    return await _judge(work, command, None)


async def judge_group(work: Work, command: JudgeGroup) -> KlassObjectivity:
    """Give what may be asked about one group. Raises Forbidden."""
    klass = await work.run(query.klass_of, command.group)
    return await _judge(work, JudgeKlass(klass or KlassId(0), command.period), command.group)


async def _judge(work: Work, command: JudgeKlass, group: GroupId | None) -> KlassObjectivity:
    found = await work.run(query.klass, command.klass)
    if found is None:
        require(work.actor, Action.OBJECTIVITY_READ, Subject(school=NOWHERE))
        raise Forbidden(Action.OBJECTIVITY_READ)
    school, name, grade = found
    require(work.actor, Action.OBJECTIVITY_READ, Subject(school=school, klass=command.klass, grade=grade))
    terms = await work.run(final_marks.school_terms, school)
    period = _period(terms, command.period)
    books = await work.run(query.books, command.klass, period)
    rules = terms.rules
    judged = [
        Judged(book, concerns(book, rules.round_up_from, period.ends_on, rules.zone))
        for book in books
        if group in (None, book.group)
    ]
    students = {each.student for one in judged for each in one.concerns if each.student}
    names = await work.run(trail.names, students)
    ranked = sorted(judged, key=lambda one: -len(one.concerns))
    today = work.now.astimezone(rules.zone).date()
    return KlassObjectivity(school, command.klass, name, today, period, tuple(ranked), names)


def _period(terms: SchoolTerms, wanted: PeriodId) -> Period:
    for period in terms.periods:
        if period.id == wanted:
            return period
    raise Forbidden(Action.OBJECTIVITY_READ)
