"""Is a record the one that was written? Told by the short code that stands in receipts and on cards (BEY-4)."""

from dataclasses import dataclass

from core.model.access import Action, Subject
from core.model.audit import AuditKind
from core.model.ids import PersonId, SchoolId
from core.model.scrutiny import CheckState, RecordCheck
from core.rules.access import allowed, require
from core.rules.receipts import read_code, same_code
from core.storage.queries import chain, children, trail
from core.storage.queries.trail import TrailEntry
from core.storage.work import Work
from core.usecases.reaching import NOWHERE, school_zone

_OF_MARKS = (AuditKind.MARK_SET, AuditKind.MARK_CORRECTED, AuditKind.MARK_WITHDRAWN)


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """A code as it was typed; empty to learn only whether one may ask."""

    code: str


async def check_record(work: Work, command: CheckRecord) -> RecordCheck:
    """Tell whether the record of a code is unchanged, to whom it concerns: who wrote it, its family, the office.

    Raises Stranger, ConsentNeeded. Somebody else's record and none at all are one answer.
    """
    schools = sorted({own.school for own in work.actor.capacities})
    if not schools:
        require(work.actor, Action.AUDIT_VERIFY, Subject(school=NOWHERE))
    seq = read_code(command.code)
    found = [await work.run(trail.one, school, seq) for school in schools] if seq is not None else []
    mine = [entry for entry in found if entry is not None and await _concerns(work, entry)]
    if not mine:
        return RecordCheck(CheckState.UNKNOWN)
    entry = next((each for each in mine if same_code(command.code, each.seq, each.hash)), mine[0])
    return await _checked(work, entry, command.code)


async def _concerns(work: Work, entry: TrailEntry) -> bool:
    if entry.person in {own.person for own in work.actor.capacities}:
        return True
    if allowed(work.actor, Action.AUDIT_VERIFY, Subject(school=entry.school)) is not None:
        return True
    child = await work.run(children.child, PersonId(entry.student)) if entry.student else None
    return child is not None and bool(allowed(work.actor, Action.DIARY_READ, child.subject(child.today(work.now))))


async def _checked(work: Work, entry: TrailEntry, code: str) -> RecordCheck:
    whole = same_code(code, entry.seq, entry.hash) and await work.run(chain.entry_is_whole, entry.school, entry.seq)
    if not whole or not await _stands(work, entry):
        return RecordCheck(CheckState.CHANGED)
    later = await work.run(trail.later_of_mark, entry.subject, entry.seq) if entry.kind in _OF_MARKS else ()
    lessons = await work.run(trail.lessons, [entry.lesson]) if entry.lesson else {}
    names = await work.run(trail.names, [entry.student]) if entry.student else {}
    return RecordCheck(
        state=CheckState.SUPERSEDED if later else CheckState.SAME,
        kind=entry.kind,
        at=entry.at,
        zone=await school_zone(work, SchoolId(entry.school)),
        lesson=lessons.get(entry.lesson) if entry.lesson else None,
        student=names.get(entry.student) if entry.student else None,
        before=entry.before,
        after=entry.after,
    )


async def _stands(work: Work, entry: TrailEntry) -> bool:
    """The trail may be whole and the mark's own row changed beside it."""
    record = entry.extra.get("record")
    if entry.kind not in _OF_MARKS or record is None:
        return True
    return await work.run(trail.value_of_record, int(record)) == entry.after
