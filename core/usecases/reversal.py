"""Taking back what was done under a lost access: by appending what stood before, never by erasing (ACC-5) [003 §5.4].

No edit window stands in the way: the operations are invalid, what stood before them never ceased to be right.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from core.model.access import Permit
from core.model.attendance import Presence
from core.model.audit import AuditEntry, AuditKind
from core.model.events import Event, EventKind
from core.model.ids import BindingId, HomeworkId, LessonId, PersonId
from core.model.journal import LessonFacts, LessonPart
from core.model.mark import MarkValue
from core.storage.gateways import accounts, attendance, homework, invitations, lessons, lost, marks, remarks
from core.storage.gateways import final_marks as finals
from core.storage.gateways.attendance import PresenceRecord
from core.storage.gateways.marks import Inscription, MarkRecord
from core.storage.queries import final_marks as final_query
from core.storage.queries import journal, lesson_plan
from core.storage.queries import lost as query
from core.storage.queries.trail import TrailEntry
from core.storage.work import Work
from core.usecases.appeal_closing import answer_by_correction
from core.usecases.homework import task_of
from core.usecases.journal import presence_text
from core.usecases.settling import is_filled, settle_after_attendance, settle_marks

REASON = "breach"
"""By this reason a record is known as a reversal, so that what lay below it may be reversed in its turn."""


@dataclass(slots=True)
class Reversal:
    """A run of reversals, newest first; lessons whose completeness has to be looked at once everything is done."""

    work: Work
    permit: Permit
    touched: set[LessonId] = field(default_factory=set)
    attended: set[LessonId] = field(default_factory=set)

    def inscription(self, entry: TrailEntry) -> Inscription:
        """Give where, when and by whom what stood before is written again."""
        return Inscription(entry.school, LessonId(entry.lesson or 0), self.work.now, self.permit.capacity.person)

    async def tell(self, kind: EventKind, entry: TrailEntry, subject: int) -> None:
        """Tell the families, as of any correction."""
        by = self.permit.capacity.person or None
        await self.work.tell(Event(kind, entry.school, subject, self.work.now, student=entry.student, actor=by))

    async def settle(self) -> None:
        """Look which lessons lack something again."""
        for lesson in sorted(self.touched | self.attended):
            facts = await self.work.run(journal.facts, lesson)
            if facts is not None:
                sheet = await self.work.run(journal.mark_sheet, facts)
                await (settle_marks if lesson in self.touched else settle_after_attendance)(self.work, sheet)


def is_reversible(entry: TrailEntry) -> bool:
    """Tell whether one tap can take an operation back."""
    return entry.kind in _UNDOERS and (entry.kind != AuditKind.LESSON_RECORD or record_part(entry) in _RECORDS)


def record_part(entry: TrailEntry) -> str:
    """Tell which part of a lesson's record an entry is about: topic, attendance, no-homework, no-marks."""
    if entry.kind != AuditKind.LESSON_RECORD:
        return ""
    return str(entry.extra.get("part") or entry.after or "")


async def reverse(run: Reversal, entry: TrailEntry) -> bool:
    """Bring back what stood before an operation; False when somebody else has written there since."""
    if not await _UNDOERS[entry.kind](run, entry):
        return False
    reversed_ = AuditEntry(
        AuditKind.OPERATION_REVERSED,
        entry.seq,
        before=entry.after,
        after=entry.before,
        reason=REASON,
        lesson=entry.lesson,
        student=entry.student,
        extra={"kind": entry.kind, "subject": entry.subject},
    )
    await run.work.audit(run.permit, reversed_)
    return True


async def _mark(run: Reversal, entry: TrailEntry) -> bool:
    found = await run.work.run(query.newest_record, entry.subject)
    if found is None:
        return False
    head, reason = found
    own = head.id == entry.extra.get("record") or (reason == REASON and head.value == entry.after)
    if not own:
        return False
    before = MarkValue(entry.before) if entry.before else None
    record = MarkRecord(head.work, head.student, before, head, REASON)
    written = await run.work.run(marks.record, run.inscription(entry), [record])
    kind = AuditKind.MARK_WITHDRAWN if before is None else AuditKind.MARK_CORRECTED
    entries = AuditEntry(
        kind,
        entry.subject,
        before=head.value,
        after=before,
        reason=REASON,
        lesson=entry.lesson,
        student=entry.student,
        extra={"record": written[0].id, "work": head.work},
    )
    await run.work.audit(run.permit, entries)
    await answer_by_correction(run.work, run.permit, written)
    await run.tell(EventKind.MARK, entry, entry.subject)
    run.touched.add(head.lesson)
    return True


async def _final(run: Reversal, entry: TrailEntry) -> bool:
    head = await run.work.run(final_query.newest, entry.subject)
    if head is None:
        return False
    own = head.id == entry.extra.get("record") or (head.reason == REASON and head.value == entry.after)
    if not own:
        return False
    before = MarkValue(entry.before) if entry.before else None
    signed = finals.Signed(REASON, run.work.now, run.permit.capacity.person)
    written = await run.work.run(finals.bring_back, entry.school, head, before, signed)
    reversed_ = AuditEntry(
        AuditKind.FINAL_WITHDRAWN if before is None else AuditKind.FINAL_CORRECTED,
        entry.subject,
        before=head.value,
        after=before,
        reason=REASON,
        student=head.student,
        extra={"record": written, "group": head.group, "term": head.kind.value, "period": head.period},
    )
    await run.work.audit(run.permit, reversed_)
    await run.tell(EventKind.PERIOD_MARK, entry, entry.subject)
    return True


async def _attendance(run: Reversal, entry: TrailEntry) -> bool:
    if entry.lesson is None or entry.student is None:
        return False
    found = await run.work.run(query.presence, entry.lesson, entry.student)
    if found is None or presence_text(found[1], found[2]) != entry.after:
        return False
    presence, minutes = _presence(entry.before)
    record = PresenceRecord(entry.student, presence, minutes, found[0], REASON)
    await run.work.run(attendance.record, run.inscription(entry), [record])
    await run.tell(EventKind.ATTENDANCE, entry, entry.lesson)
    run.attended.add(LessonId(entry.lesson))
    return True


def _presence(canonical: str | None) -> tuple[Presence, int]:
    """Read what `presence_text` wrote; nothing recorded means present."""
    if canonical is None:
        return Presence.PRESENT, 0
    name, _, minutes = canonical.partition(":")
    return Presence(name), int(minutes or 0)


async def _homework(run: Reversal, entry: TrailEntry) -> bool:
    key = HomeworkId(entry.subject)
    gone = await run.work.run(query.homework_withdrawn, entry.subject)
    if gone != (entry.after is None):
        return False
    lesson = LessonId(entry.lesson or 0)
    if entry.before is None:
        await run.work.run(homework.withdraw, key, run.work.now)
        if not await run.work.run(lesson_plan.homework, lesson):
            await run.work.run(lessons.reopen, lesson, LessonPart.HOMEWORK)
    else:
        await run.work.run(homework.change, key, task_of(entry.before))
        await run.work.run(lost.restore_homework, entry.subject)
        await run.work.run(lessons.complete, lesson, LessonPart.HOMEWORK, run.work.now)
    await run.tell(EventKind.HOMEWORK, entry, entry.subject)
    return True


async def _remark(run: Reversal, entry: TrailEntry) -> bool:
    gone = await run.work.run(query.remark_withdrawn, entry.subject)
    if gone != (entry.after is None):
        return False
    if entry.after is None:
        await run.work.run(lost.restore_remark, entry.subject)
    else:
        await run.work.run(remarks.withdraw, entry.subject, run.work.now)
    await run.tell(EventKind.REMARK, entry, entry.subject)
    return True


async def _record(run: Reversal, entry: TrailEntry) -> bool:
    facts = await run.work.run(journal.facts, LessonId(entry.subject))
    return facts is not None and await _RECORDS[record_part(entry)](run, facts, entry)


async def _topic(run: Reversal, facts: LessonFacts, entry: TrailEntry) -> bool:
    lesson = facts.lesson
    if lesson.topic != entry.after:
        return False
    if entry.before is None:
        await run.work.run(lessons.clear_topic, lesson.id)
        await run.work.run(lessons.reopen, lesson.id, LessonPart.TOPIC)
    else:
        await run.work.run(lessons.set_topic, lesson.id, entry.before, None)
        await run.work.run(lessons.complete, lesson.id, LessonPart.TOPIC, run.work.now)
    return True


async def _taken(run: Reversal, facts: LessonFacts, _entry: TrailEntry) -> bool:
    return await _reopened(run, facts, LessonPart.ATTENDANCE)


async def _no_homework(run: Reversal, facts: LessonFacts, _entry: TrailEntry) -> bool:
    given = await run.work.run(lesson_plan.homework, facts.lesson.id)
    return not given and await _reopened(run, facts, LessonPart.HOMEWORK)


async def _no_marks(run: Reversal, facts: LessonFacts, _entry: TrailEntry) -> bool:
    sheet = await run.work.run(journal.mark_sheet, facts)
    return not is_filled(sheet) and await _reopened(run, facts, LessonPart.MARKS)


async def _reopened(run: Reversal, facts: LessonFacts, part: LessonPart) -> bool:
    """Whoever gave the lesson owes this part of its record again."""
    if part in facts.missing:
        return False
    await run.work.run(lessons.reopen, facts.lesson.id, part)
    return True


async def _invitation(run: Reversal, entry: TrailEntry) -> bool:
    return bool(await run.work.run(invitations.revoke, [PersonId(entry.subject)], run.work.now))


async def _confirmed(run: Reversal, entry: TrailEntry) -> bool:
    await run.work.run(accounts.end, [BindingId(entry.subject)], run.work.now)
    return True


_UNDOERS: Mapping[str, Callable[[Reversal, TrailEntry], Awaitable[bool]]] = {
    AuditKind.MARK_SET: _mark,
    AuditKind.MARK_CORRECTED: _mark,
    AuditKind.MARK_WITHDRAWN: _mark,
    AuditKind.FINAL_SET: _final,
    AuditKind.FINAL_CORRECTED: _final,
    AuditKind.FINAL_WITHDRAWN: _final,
    AuditKind.ATTENDANCE_SET: _attendance,
    AuditKind.ATTENDANCE_CORRECTED: _attendance,
    AuditKind.LESSON_RECORD: _record,
    AuditKind.HOMEWORK_SET: _homework,
    AuditKind.HOMEWORK_CHANGED: _homework,
    AuditKind.REMARK_WRITTEN: _remark,
    AuditKind.INVITATION_ISSUED: _invitation,
    AuditKind.ENTRY_CONFIRMED: _confirmed,
}


_RECORDS: Mapping[str, Callable[[Reversal, LessonFacts, TrailEntry], Awaitable[bool]]] = {
    LessonPart.TOPIC: _topic,
    LessonPart.ATTENDANCE: _taken,
    "no-homework": _no_homework,
    "no-marks": _no_marks,
}


def with_later(entry: TrailEntry, others: Sequence[TrailEntry]) -> list[TrailEntry]:
    """Give an operation with the later ones on the same thing, newest first: they lie on top of it."""
    same = [each for each in others if each.seq > entry.seq and _thing(each) == _thing(entry)]
    return sorted([entry, *same], key=lambda each: -each.seq)


def _thing(entry: TrailEntry) -> tuple[str, int, int | None]:
    return f"{entry.kind.partition('.')[0]} {record_part(entry)}", entry.subject, entry.student
