"""The report of changed marks: by pages, narrowed, as a whole for a file (CTL-5) [000 §13; 001 §13; 003 §4.13]."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from core.model.access import Action, Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden
from core.model.ids import SchoolId
from core.model.mark_changes import ChangesBy, ChangesChoices, ChangesOf, ChangesPage
from core.rules.calendar import at_local
from core.storage.queries import mark_changes as query
from core.storage.queries.mark_changes import Scope
from core.storage.work import Work
from core.usecases.reaching import reach_school, sign

PAGE = 6
WHOLE = 20_000
"""More changes than a school makes in a year; a file takes that many."""


@dataclass(frozen=True, slots=True)
class ReadChanges:
    """A page of a school's changes in a month (any day of it; None: the whole school year), narrowed or not."""

    school: SchoolId
    month: date | None = None
    by: ChangesBy | None = None
    key: int | None = None
    page: int = 0


async def read_changes(work: Work, command: ReadChanges) -> ChangesPage:
    """Give the page, the newest change first; of a deputy's own parallels only [001 §5]. Raises Forbidden."""
    permit, page = await _asked(work, command)
    scope = _scope(page, permit)
    total = await work.run(query.count, scope)
    at = min(command.page, max(0, -(-total // PAGE) - 1))
    found = await work.run(query.changes, scope, PAGE, at * PAGE)
    return await _named(work, replace(page, total=total, changes=tuple(found)))


async def all_changes(work: Work, command: ReadChanges) -> ChangesPage:
    """Give all of them, for a file; who took it stands in the trail. Raises Forbidden."""
    permit, page = await _asked(work, command)
    found = await work.run(query.changes, _scope(page, permit), WHOLE)
    extra: dict[str, str | int | None] = {"report": "mark-changes", "rows": len(found)}
    await sign(work, permit, AuditEntry(AuditKind.REPORT_MADE, command.school, extra=extra))
    return await _named(work, replace(page, total=len(found), changes=tuple(found)))


@dataclass(frozen=True, slots=True)
class ChooseChanges:
    """By what to narrow a report."""

    school: SchoolId
    by: ChangesBy
    month: date | None = None


async def choose_changes(work: Work, command: ChooseChanges) -> ChangesChoices:
    """Give what the changes may be narrowed by, the most changes first. Raises Forbidden."""
    permit, page = await _asked(work, ReadChanges(command.school, command.month))
    found = await work.run(query.choices, _scope(page, permit), command.by)
    return ChangesChoices(page.asked, command.by, page.school, tuple(found))


async def _asked(work: Work, command: ReadChanges) -> tuple[Permit, ChangesPage]:
    permit = reach_school(work, command.school, Action.MARK_CHANGES_READ)
    school = await work.run(query.school, command.school)
    if school is None:
        raise Forbidden(Action.MARK_CHANGES_READ)
    zone, year = ZoneInfo(school.zone), (school.year_start, school.year_end)
    first, last = year if command.month is None else _month(command.month)
    asked = ChangesOf(command.school, first, last, command.by, command.key)
    today = work.now.astimezone(zone).date()
    return permit, ChangesPage(asked, school.short_name, zone, today, year, 0, ())


async def _named(work: Work, page: ChangesPage) -> ChangesPage:
    """What has no changes here is not named: it may be somebody else's."""
    if page.asked.by is None or not page.total:
        return page
    return replace(page, chosen=await work.run(query.name_of, page.asked))


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - timedelta(days=1)


def _scope(page: ChangesPage, permit: Permit) -> Scope:
    asked = page.asked
    since = at_local(asked.first, time.min, page.zone)
    until = at_local(asked.last + timedelta(days=1), time.min, page.zone)
    return Scope(asked, since, until, permit.capacity.grades)
