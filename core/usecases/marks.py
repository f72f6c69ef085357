"""Marks: every tap is stored at once, a correction is a new record with before, after and why (JRN-3, JRN-9)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Refusal, Stale
from core.model.events import EventKind
from core.model.ids import LessonId, MarkId, PersonId, WorkId
from core.model.journal import COMMENT_LIMIT, REASON_LIMIT, Correction, LessonPart, Marked, MarkSheet, trace
from core.model.mark import Mark, MarkValue
from core.rules.texts import clean_text
from core.storage.gateways import lessons, marks
from core.storage.gateways.marks import MarkRecord
from core.storage.queries import journal
from core.storage.work import Work
from core.usecases.appeal_closing import answer_by_correction
from core.usecases.journal import Visit, enter, enter_by_mark, enter_by_work, has_begun, has_marks, seated
from core.usecases.mark_windows import stay_within, within_grace
from core.usecases.settling import settle_marks


@dataclass(frozen=True, slots=True)
class OpenMarks:
    """Which lesson's works and marks."""

    lesson: LessonId


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Which work's sheet."""

    work: WorkId


@dataclass(frozen=True, slots=True)
class OpenMark:
    """Which mark's sheet."""

    mark: MarkId


@dataclass(frozen=True, slots=True)
class SetMark:
    """A mark for a student in a work; another value corrects the last one that stands there.

    `seen` is the trace of the mark the person saw in that place; None where nobody looked at a screen.
    `despite_absence` confirms a mark for somebody who was not there; `reason` is asked for after the lesson's day.
    """

    work: WorkId
    student: PersonId
    value: MarkValue
    seen: int | None = None
    despite_absence: bool = False
    reason: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class AddMark:
    """One more mark for a student in a work that has `standing` marks of theirs already."""

    work: WorkId
    student: PersonId
    value: MarkValue
    standing: int
    despite_absence: bool = False


@dataclass(frozen=True, slots=True)
class SetMarks:
    """Marks of a work in one intention: each student with the values to stand there, in order."""

    work: WorkId
    entries: tuple[tuple[PersonId, tuple[MarkValue, ...]], ...]
    despite_absence: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectMark:
    """Another value or comment for a mark as it stands; None leaves what is there."""

    mark: MarkId
    value: MarkValue | None = None
    comment: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawMark:
    """A mark to be taken back."""

    mark: MarkId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UndoMark:
    """The record to be undone: what stood before it stands again."""

    mark: MarkId


@dataclass(frozen=True, slots=True)
class NoMarks:
    """A lesson in which no marks are given (JRN-17)."""

    lesson: LessonId


async def mark_sheet(work: Work, command: OpenMarks) -> MarkSheet:
    """Give the works and marks of a lesson that one may fill. Raises Forbidden, Refusal for a lesson not given."""
    visit = await enter(work, command.lesson, Action.MARK_SET)
    return await _sheet(work, visit)


async def work_sheet(work: Work, command: OpenWork) -> MarkSheet:
    """Give the sheet of a work's lesson. Raises as `mark_sheet` does."""
    visit = await enter_by_work(work, command.work, Action.MARK_SET)
    return await _sheet(work, visit)


async def sheet_of_mark(work: Work, command: OpenMark) -> MarkSheet:
    """Give the sheet of a mark's lesson. Raises as `mark_sheet` does, Stale when the mark is no longer the newest."""
    visit = await enter_by_mark(work, command.mark, Action.MARK_CORRECT)
    sheet = await _sheet(work, visit)
    if all(mark.id != command.mark for mark in sheet.marks):
        raise Stale
    return sheet


async def _sheet(work: Work, visit: Visit) -> MarkSheet:
    has_marks(visit.facts)
    has_begun(visit.facts, work.sent_at)
    return await work.run(journal.mark_sheet, visit.facts)


async def set_mark(work: Work, command: SetMark) -> Marked:
    """Set a mark, or correct the one that stands in that place; the same value twice changes nothing.

    Raises Stale when another mark stands there than the person saw, Refusal "absent-student" until it is confirmed,
    Refusal of the edit window or "reason-needed" for a correction, Forbidden for a student who is not of the lesson.
    """
    visit = await enter_by_work(work, command.work, Action.MARK_SET)
    sheet = await _sheet(work, visit)
    standing = sheet.standing(command.work, command.student)
    last = standing[-1] if standing else None
    if last is not None and last.value is command.value and last.comment == command.comment:
        return Marked(sheet)
    if command.seen is not None and command.seen != trace(last):
        raise Stale
    replaces = last or _withdrawn(sheet, command.work, command.student)
    entry = MarkRecord(command.work, command.student, command.value, replaces, command.reason, command.comment)
    return await _write(work, visit, sheet, [entry], command.despite_absence)


async def add_mark(work: Work, command: AddMark) -> Marked:
    """Add one more mark to those a student has in a work. Raises Stale when there are not as many as was seen."""
    visit = await enter_by_work(work, command.work, Action.MARK_SET)
    sheet = await _sheet(work, visit)
    if len(sheet.standing(command.work, command.student)) != command.standing:
        raise Stale
    replaces = _withdrawn(sheet, command.work, command.student)
    entry = MarkRecord(command.work, command.student, command.value, replaces)
    return await _write(work, visit, sheet, [entry], command.despite_absence)


async def set_marks(work: Work, command: SetMarks) -> Marked:
    """Set marks of many students at once, one transaction for all; places that hold the same already are passed over.

    Raises as `set_mark` does; nothing is stored then.
    """
    visit = await enter_by_work(work, command.work, Action.MARK_SET)
    sheet = await _sheet(work, visit)
    entries = [
        entry
        for student, values in command.entries
        for entry in _place(sheet, command.work, student, values, command.reason)
    ]
    return await _write(work, visit, sheet, entries, command.despite_absence)


def _place(
    sheet: MarkSheet, key: WorkId, student: PersonId, values: Sequence[MarkValue], reason: str
) -> Iterable[MarkRecord]:
    standing = list(sheet.standing(key, student))
    free = [mark for mark in sheet.chains(key, student) if mark.value is None]
    for value in values:
        replaces = standing.pop(0) if standing else (free.pop() if free else None)
        if replaces is None or replaces.value is not value:
            yield MarkRecord(key, student, value, replaces, reason)


async def correct_mark(work: Work, command: CorrectMark) -> Marked:
    """Change a mark that stands. Raises Stale when it does not any more, Refusal of the window or of the reason."""
    visit, sheet, mark = await _standing(work, command.mark)
    comment = mark.comment if command.comment is None else command.comment
    value = command.value or mark.value
    if (value, comment) == (mark.value, mark.comment):
        return Marked(sheet)
    comment = clean_text(comment, COMMENT_LIMIT) if comment else ""
    entry = MarkRecord(mark.work, mark.student, value, mark, command.reason, comment)
    return await _write(work, visit, sheet, [entry], despite_absence=True)


async def withdraw_mark(work: Work, command: WithdrawMark) -> Marked:
    """Take a mark back: the record stays, an empty one follows (JRN-9). Raises as `correct_mark` does."""
    visit, sheet, mark = await _standing(work, command.mark)
    entry = MarkRecord(mark.work, mark.student, None, mark, command.reason)
    return await _write(work, visit, sheet, [entry], despite_absence=True)


async def undo_mark(work: Work, command: UndoMark) -> Marked:
    """Bring back what stood before a record of one's own, within the time before families are told (NTF-2).

    Raises Stale when something else stands there, Refusal "undo-late" when the time is over.
    """
    visit = await enter_by_mark(work, command.mark, Action.MARK_CORRECT)
    sheet = await _sheet(work, visit)
    mark = next((mark for mark in sheet.marks if mark.id == command.mark), None)
    if mark is None:
        raise Stale
    if not within_grace(visit, mark, work.sent_at):
        raise Refusal("undo-late")
    value, comment = await work.run(journal.replaced, mark.id)
    entry = MarkRecord(mark.work, mark.student, value, mark, "", comment)
    pupil = seated(sheet.pupils, mark.student, Action.MARK_CORRECT)
    await stay_within(work, visit, pupil, entry, undo=True)
    return await _store(work, visit, sheet, [entry])


async def _standing(work: Work, key: MarkId) -> tuple[Visit, MarkSheet, Mark]:
    visit = await enter_by_mark(work, key, Action.MARK_CORRECT)
    sheet = await _sheet(work, visit)
    mark = next((mark for mark in sheet.marks if mark.id == key and mark.value is not None), None)
    if mark is None:
        raise Stale
    return visit, sheet, mark


def _withdrawn(sheet: MarkSheet, key: WorkId, student: PersonId) -> Mark | None:
    """Give a withdrawn mark whose chain goes on, so that families are told of the place as it is and not twice."""
    empty = [mark for mark in sheet.chains(key, student) if mark.value is None]
    return empty[-1] if empty else None


async def _write(
    work: Work, visit: Visit, sheet: MarkSheet, entries: Sequence[MarkRecord], despite_absence: bool
) -> Marked:
    for entry in entries:
        await _check(work, visit, sheet, entry, despite_absence)
    return await _store(work, visit, sheet, entries) if entries else Marked(sheet)


async def _store(work: Work, visit: Visit, sheet: MarkSheet, entries: Sequence[MarkRecord]) -> Marked:
    fitting = [_trimmed(entry) for entry in entries]
    written = await work.run(marks.record, visit.inscription(work), fitting)
    await work.audit(visit.permit, *map(_audit, fitting, written))
    await work.tell(*(visit.event(work, EventKind.MARK, mark.root, mark.student) for mark in written))
    mended = [mark for entry, mark in zip(fitting, written, strict=True) if _value(entry.replaces) != mark.value]
    await answer_by_correction(work, visit.permit, [mark for mark in mended if mark.root != mark.id])
    sheet = sheet.changed(written)
    await settle_marks(work, sheet)
    changed = zip(fitting, written, strict=True)
    return Marked(sheet, tuple(Correction(mark.student, _value(entry.replaces), mark) for entry, mark in changed))


async def _check(work: Work, visit: Visit, sheet: MarkSheet, entry: MarkRecord, despite_absence: bool) -> None:
    pupil = seated(sheet.pupils, entry.student, Action.MARK_SET)
    judged = entry.value not in (None, MarkValue.EXEMPT, MarkValue.NOT_ASSESSED)
    first = _value(entry.replaces) is None
    if judged and first and pupil.presence.missed and not despite_absence:
        raise Refusal("absent-student", student=pupil.name.short)
    known = sheet.work(entry.work)
    await stay_within(work, visit, pupil, entry, known.check_until if known else None)


def _trimmed(entry: MarkRecord) -> MarkRecord:
    if not entry.reason:
        return entry
    reason = clean_text(entry.reason, REASON_LIMIT, one_line=True)
    return MarkRecord(entry.work, entry.student, entry.value, entry.replaces, reason, entry.comment)


def _value(mark: Mark | None) -> MarkValue | None:
    return mark.value if mark else None


def _audit(entry: MarkRecord, mark: Mark) -> AuditEntry:
    before = _value(entry.replaces)
    kind = AuditKind.MARK_SET if before is None else AuditKind.MARK_CORRECTED
    return AuditEntry(
        AuditKind.MARK_WITHDRAWN if mark.value is None else kind,
        mark.root,
        before=before,
        after=mark.value,
        reason=entry.reason or None,
        lesson=mark.lesson,
        student=mark.student,
        extra={"record": mark.id, "work": mark.work},
    )


async def no_marks(work: Work, command: NoMarks) -> MarkSheet:
    """Record that a lesson goes without marks (JRN-17); recorded twice it stays as it was.

    Raises Refusal "declared-work" when a work of the lesson asks a mark of everybody.
    """
    visit = await enter(work, command.lesson, Action.NOTHING_RECORD)
    sheet = await _sheet(work, visit)
    if any(known.kind.declared for known in sheet.works):
        raise Refusal("declared-work")
    if visit.facts.lesson.marks_at is None:
        await work.run(lessons.complete, command.lesson, LessonPart.MARKS, work.sent_at)
        entry = AuditEntry(AuditKind.LESSON_RECORD, command.lesson, after="no-marks", lesson=command.lesson)
        await work.audit(visit.permit, entry)
    return sheet
