"""From an id to a person or a class that the actor may act on: what cannot be reached does not exist (ACC-3)."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry
from core.model.entry import Standing
from core.model.errors import Forbidden
from core.model.ids import KlassId, PersonId, SchoolId
from core.rules.access import is_system, require
from core.rules.calendar import local_day
from core.storage.queries import entry, invitations
from core.storage.work import Work

# A school that does not exist: everybody is outside of it.
NOWHERE = SchoolId(0)


async def reach_person(work: Work, person: PersonId, action: Action) -> tuple[Standing, Permit]:
    """Give a person with the permit to do something to them, be it through one child only. Raises Forbidden."""
    who = await work.run(invitations.standing, person)
    if who is None:
        raise _unknown(work, action)
    return who, _through_any(work, action, who.subjects())


async def reach_klass(work: Work, klass: KlassId, action: Action) -> tuple[Subject, str, Permit]:
    """Give a class as a subject, its name, and the permit. Raises Forbidden."""
    found = await work.run(invitations.klass_subject, klass)
    if found is None:
        raise _unknown(work, action)
    subject, name = found
    return subject, name, require(work.actor, action, subject)


def reach_school(work: Work, school: SchoolId, action: Action) -> Permit:
    """Give the permit to do something to a school. Raises Forbidden."""
    return require(work.actor, action, Subject(school=school))


def _unknown(work: Work, action: Action) -> Forbidden:
    # Somebody without consent or without any access hears of that first, as with an id that exists.
    require(work.actor, action, Subject(school=NOWHERE))
    return Forbidden(action)


def _through_any(work: Work, action: Action, subjects: Sequence[Subject]) -> Permit:
    for subject in subjects[:-1]:
        try:
            return require(work.actor, action, subject)
        except Forbidden:
            continue
    return require(work.actor, action, subjects[-1])


async def school_zone(work: Work, school: SchoolId) -> ZoneInfo:
    """Give the zone in which the school's days are counted."""
    return ZoneInfo(await work.run(entry.zone_of, school))


async def school_today(work: Work, school: SchoolId) -> date:
    """Give the school's local day."""
    return local_day(work.now, await school_zone(work, school))


async def sign(work: Work, permit: Permit, *entries: AuditEntry) -> None:
    """Audit what somebody did, or what the command line did as nobody."""
    if is_system(work.actor):
        await work.audit_system(permit.capacity.school, *entries)
    else:
        await work.audit(permit, *entries)
