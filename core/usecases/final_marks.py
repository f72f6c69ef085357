"""Setting final marks: one by one, all clear proposals at once, corrections inside the window (JRN-11, BEY-13)."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.access import Action, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal, Stale
from core.model.final_mark import FinalMark, TermKey
from core.model.final_sheet import FinalCard, FinalLine, FinalSheet
from core.model.ids import FinalMarkId, GroupId, PersonId
from core.model.journal import REASON_LIMIT
from core.model.mark import MarkValue
from core.rules.access import require
from core.rules.calendar import local_day
from core.rules.final_marks import basis_text
from core.rules.final_windows import may_change, may_set
from core.rules.texts import clean_text
from core.storage.gateways import final_marks as gateway
from core.storage.gateways.final_marks import FinalRecord
from core.storage.queries import final_marks as query
from core.storage.work import Work
from core.usecases.final_sheets import FinalVisit, OpenFinals, action_for, card_of, enter_finals, latest_batch, sheet_of
from core.usecases.late_opening import final_opened_by_deputy
from core.usecases.reaching import NOWHERE


@dataclass(frozen=True, slots=True)
class SetFinal:
    """A mark for a student's term; `reason` is asked for where it is not the one proposed."""

    group: GroupId
    student: PersonId
    term: TermKey
    value: MarkValue
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectFinal:
    """Another value for the mark that stands; None takes it back, as before a retake."""

    mark: FinalMarkId
    value: MarkValue | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpenFinalMark:
    """The student's card of a mark that stands."""

    mark: FinalMarkId


@dataclass(frozen=True, slots=True)
class FinalSet:
    """What became of it: the sheet as it is now, the records that were written; of a single student the card, and what
    stood `before`.
    """

    sheet: FinalSheet
    marks: tuple[FinalMark, ...] = ()
    card: FinalCard | None = None
    before: MarkValue | None = None


async def set_final(work: Work, command: SetFinal) -> FinalSet:
    """Set a final mark; the same value twice changes nothing (JRN-11) [004 §3: an outcome has its grounds].

    Raises Stale when another mark stands there, Refusal "final-reason" (`student`, `proposed`) where it is not the one
    proposed and nobody said why, those of `may_set` and `enter_finals`, Forbidden for a student not of the group.
    """
    visit = await enter_finals(work, command.group, command.term, action_for(command.term.kind))
    sheet, marks = await sheet_of(work, visit)
    line = card_of(sheet, command.student, marks).line
    if line.value is command.value:
        return FinalSet(sheet, (), card_of(sheet, command.student, marks))
    if line.value is not None:
        raise Stale
    await _may_set(work, visit, command.student)
    proposed = line.proposal.value
    if proposed not in (None, command.value) and not command.reason:
        raise Refusal("final-reason", student=line.name.short, proposed=proposed)
    written = await _store(work, visit, sheet, [_record(visit, line, command.value, command.reason)])
    return await _shown(work, visit, written, command.student)


async def accept_finals(work: Work, command: OpenFinals) -> FinalSet:
    """Set every proposal to which nothing speaks against, in one go (BEY-13). Raises as `set_final` does."""
    visit = await enter_finals(work, command.group, command.term, action_for(command.term.kind))
    sheet, _ = await sheet_of(work, visit)
    if not sheet.waiting:
        return FinalSet(sheet)
    for line in sheet.waiting:
        await _may_set(work, visit, line.student)
    written = await _store(work, visit, sheet, [_record(visit, line, line.proposal.value) for line in sheet.waiting])
    return await _shown(work, visit, written)


async def undo_finals(work: Work, command: OpenFinals) -> FinalSet:
    """Take back the marks one set last, together, while no family was told of them (NTF-2, BEY-13).

    Raises Refusal "undo-late" when there are none.
    """
    visit = await enter_finals(work, command.group, command.term, action_for(command.term.kind))
    sheet, _ = await sheet_of(work, visit)
    batch = latest_batch(visit, sheet.lines, work.sent_at)
    if not batch:
        raise Refusal("undo-late")
    before = await work.run(query.replaced, [mark.id for mark in batch])
    records = [_instead(mark, before.get(mark.id), "") for mark in batch]
    return await _shown(work, visit, await _store(work, visit, sheet, records))


async def correct_final(work: Work, command: CorrectFinal) -> FinalSet:
    """Change a final mark or take it back, inside the window and with a reason; audited [000 §13; 003 §4.13].

    Taking it back re-opens the student's marks of the period, as before a retake. What one set oneself and no family
    was told of yet may be mended without either. Raises Stale when it does not stand any more, Refusal "final-reason"
    (`student`), those of `may_change` and `enter_finals`.
    """
    visit, mark = await _standing(work, command.mark)
    sheet, marks = await sheet_of(work, visit)
    line = card_of(sheet, mark.student, marks).line
    if mark.value is command.value:
        return FinalSet(sheet, (), card_of(sheet, mark.student, marks))
    if not visit.fresh(mark, work.sent_at):
        await _may_change(work, visit, mark, command)
        if not command.reason:
            raise Refusal("final-reason", student=line.name.short, proposed=line.proposal.value)
    written = await _store(work, visit, sheet, [_record(visit, line, command.value, command.reason)])
    return await _shown(work, visit, written, mark.student, mark.value)


async def card_of_mark(work: Work, command: OpenFinalMark) -> FinalCard:
    """Give the card of a mark to those who may set it. Raises Stale when it does not stand any more."""
    visit, mark = await _standing(work, command.mark)
    sheet, marks = await sheet_of(work, visit)
    return card_of(sheet, mark.student, marks)


async def _standing(work: Work, key: FinalMarkId) -> tuple[FinalVisit, FinalMark]:
    """Let the actor in to a mark; that it has changed is said only to those who may set it."""
    place = await work.run(query.place_of, key)
    if place is None:
        require(work.actor, Action.PERIOD_MARK_SET, Subject(school=NOWHERE))
        raise Forbidden(Action.PERIOD_MARK_SET)
    group, term = place
    visit = await enter_finals(work, group, term, action_for(term.kind))
    mark = await work.run(query.current, key)
    if mark is None or mark.value is None:
        raise Stale
    return visit, mark


async def _may_set(work: Work, visit: FinalVisit, student: PersonId) -> None:
    try:
        may_set(visit.regulation, visit.term.kind, visit.term.ends_on, visit.facts.rules.zone, work.sent_at)
    except Refusal as refusal:
        await final_opened_by_deputy(work, visit.facts.group, visit.key, student, visit.today(work), refusal)


async def _may_change(work: Work, visit: FinalVisit, mark: FinalMark, command: CorrectFinal) -> None:
    if command.value is None:
        require(work.actor, Action.PERIOD_MARK_REOPEN, visit.facts.scope)
    rules = visit.facts.rules
    first = await work.run(query.first_set, [mark.root])
    counted = max(visit.term.ends_on, local_day(first[mark.root], rules.zone))
    try:
        may_change(visit.regulation, rules.edit_window, counted, rules.year_end, rules.zone, work.sent_at)
    except Refusal as refusal:
        await final_opened_by_deputy(work, visit.facts.group, visit.key, mark.student, visit.today(work), refusal)


def _record(visit: FinalVisit, line: FinalLine, value: MarkValue | None, reason: str = "") -> FinalRecord:
    reason = clean_text(reason, REASON_LIMIT, one_line=True) if reason else ""
    held_on = visit.term.ends_on if visit.term.starts_on == visit.term.ends_on else None
    basis = basis_text(line.proposal.exact)
    return FinalRecord(line.student, value, line.proposal.value, basis, line.record, reason, held_on)


def _instead(mark: FinalMark, before: MarkValue | None, reason: str) -> FinalRecord:
    return FinalRecord(mark.student, before, mark.proposed, mark.basis, mark, reason, mark.held_on)


async def _store(
    work: Work, visit: FinalVisit, sheet: FinalSheet, records: Sequence[FinalRecord]
) -> tuple[FinalMark, ...]:
    written = await work.run(gateway.record, visit.place(work), records)
    await work.audit(visit.permit, *(_audit(each, mark) for each, mark in zip(records, written, strict=True)))
    await work.tell(*(visit.event(work, mark) for mark in written))
    known = {line.student for line in sheet.lines if line.record} | {mark.student for mark in written}
    if all(line.student in known for line in sheet.lines):
        await work.run(gateway.close_period, visit.place(work))
    return written


def _audit(entry: FinalRecord, mark: FinalMark) -> AuditEntry:
    before = entry.replaces.value if entry.replaces else None
    kind = AuditKind.FINAL_SET if before is None else AuditKind.FINAL_CORRECTED
    return AuditEntry(
        AuditKind.FINAL_WITHDRAWN if mark.value is None else kind,
        mark.root,
        before=before,
        after=mark.value,
        reason=entry.reason or None,
        student=mark.student,
        extra={
            "record": mark.id,
            "group": mark.group,
            "term": mark.kind.value,
            "period": mark.period,
            "mean": mark.basis or None,
            "proposed": mark.proposed,
        },
    )


async def _shown(
    work: Work,
    visit: FinalVisit,
    written: tuple[FinalMark, ...],
    student: PersonId | None = None,
    before: MarkValue | None = None,
) -> FinalSet:
    sheet, marks = await sheet_of(work, visit)
    return FinalSet(sheet, written, card_of(sheet, student, marks) if student else None, before)
