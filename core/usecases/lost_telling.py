"""Keeping a report of lost access and telling the administrators, each with a form (ACC-5) [003 §5.3]."""

from core.model.access import Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.events import Event, EventKind
from core.model.ids import LostReportId, PersonId, SchoolId
from core.storage.gateways import lost as gateway
from core.storage.queries import audience
from core.storage.work import Work
from core.usecases.reaching import sign


async def keep_report(work: Work, permit: Permit, school: SchoolId, person: PersonId) -> LostReportId:
    """Keep the report; the accesses were cut before."""
    by = permit.capacity.person or None
    key = await work.run(gateway.report, school, person, by, work.now)
    await sign(work, permit, AuditEntry(AuditKind.ACCESS_LOST, key, extra={"person": person}))
    masters = await work.run(audience.administrators, school)
    await work.tell(
        *(Event(EventKind.ACCESS_LOST, school, key, work.now, person=master, actor=by) for master in masters)
    )
    return key
