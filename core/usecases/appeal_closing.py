"""A corrected mark ends the appeal against it, whoever asked for it (DIA-11)."""

from collections.abc import Sequence

from core.model.access import Permit
from core.model.appeal import AppealState
from core.model.audit import AuditEntry, AuditKind
from core.model.events import Event, EventKind
from core.model.mark import Mark
from core.storage.gateways import appeals as gateway
from core.storage.queries import appeals as query
from core.storage.work import Work


async def answer_by_correction(work: Work, permit: Permit, marks: Sequence[Mark]) -> None:
    """End the open appeals against marks that were just corrected or withdrawn; the families are told."""
    found = await work.run(query.open_against, [mark.root for mark in marks]) if marks else []
    if not found:
        return
    by = permit.capacity.person
    await work.run(gateway.correct, [appeal.id for appeal in found], work.now, by)
    values = {mark.root: mark.value for mark in marks}
    entries = (
        AuditEntry(
            AuditKind.APPEAL_CORRECTED,
            appeal.id,
            before=appeal.state,
            after=AppealState.CORRECTED,
            lesson=appeal.lesson,
            student=appeal.student,
            extra={"mark": appeal.mark, "value": values[appeal.mark]},
        )
        for appeal in found
    )
    await work.audit(permit, *entries)
    await work.tell(
        *(
            Event(EventKind.APPEAL, appeal.school, appeal.id, work.now, appeal.student, appeal.filed_by, actor=by)
            for appeal in found
        )
    )
