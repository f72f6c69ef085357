"""Fill rates of a month: what is recorded, by class and by teacher, and who uses the journal (CTL-2) [004 §2]."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from core.model.access import Action, Subject
from core.model.fill import Fill, FillRates
from core.model.ids import KlassId, SchoolId
from core.model.school import Grades
from core.rules.access import require
from core.storage.queries import fill as query
from core.storage.queries.fill import FillScope
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years
from core.usecases.reaching import reach_klass

SEEN = timedelta(days=7)
"""Who was here within this time counts as active."""


@dataclass(frozen=True, slots=True)
class ShowFill:
    """Fill rates of a school for the month that a day is in; the present one where none is named."""

    school: SchoolId
    month: date | None = None


@dataclass(frozen=True, slots=True)
class ShowKlassFill:
    """Fill rates of a class, by subject."""

    klass: KlassId
    month: date | None = None


async def show_fill(work: Work, command: ShowFill) -> FillRates:
    """Give the fill rates of a school. Raises Forbidden."""
    permit = require(work.actor, Action.FILL_RATES_READ, Subject(school=command.school))
    year = (await school_years(work, [command.school]))[command.school]
    return await fill_of(work, year, command.month, permit.capacity.grades)


async def show_klass_fill(work: Work, command: ShowKlassFill) -> FillRates:
    """Give the fill rates of a class. Raises Forbidden."""
    subject, name, permit = await reach_klass(work, command.klass, Action.FILL_RATES_READ)
    year = (await school_years(work, [subject.school]))[subject.school]
    scope = _scope(work, year, command.month, permit.capacity.grades, command.klass)
    return FillRates(
        school=subject.school,
        name=name,
        first=scope.first,
        last=scope.last,
        earliest=year.school.kept_from,
        latest=year.today(work.now),
        rows=await work.run(query.rows, scope),
        klasses=await work.run(query.klass_activity, scope, work.now - SEEN),
        klass=command.klass,
    )


async def fill_of(work: Work, year: SchoolYear, month: date | None, grades: Grades) -> FillRates:
    """Give the fill rates of a school to whoever has made sure that they may be read."""
    scope = _scope(work, year, month, grades)
    today, since = year.today(work.now), work.now - SEEN
    return FillRates(
        school=year.school.id,
        name=year.school.short_name,
        first=scope.first,
        last=scope.last,
        earliest=year.school.kept_from,
        latest=today,
        rows=await work.run(query.rows, scope),
        activity=await work.run(query.activity, year.school.id, today, since),
        klasses=await work.run(query.klass_activity, scope, since),
    )


async def days_fill(work: Work, year: SchoolYear, first: date, last: date, grades: Grades) -> Fill:
    """Give what is recorded of a school's days, all added up, to whoever has made sure that it may be read."""
    scope = FillScope(year.school.id, first, last, work.now, year.school.year_start, grades=grades)
    return reduce(Fill.plus, (row.fill for row in await work.run(query.rows, scope)), Fill())


def _scope(work: Work, year: SchoolYear, month: date | None, grades: Grades, klass: KlassId | None = None) -> FillScope:
    today, begun = year.today(work.now), year.school.kept_from
    asked = min(max(month or today, begun.replace(day=1)), today)
    first = asked.replace(day=1)
    last = min((first + timedelta(days=31)).replace(day=1) - timedelta(days=1), today)
    return FillScope(year.school.id, max(first, begun), last, work.now, year.school.year_start, klass, grades)
