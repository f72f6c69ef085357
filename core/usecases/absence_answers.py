"""The class teacher's side of an absence: accepted, refused with a word, found out oneself, asked (CLS-1, CLS-2)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.model.absence_note import (
    WORDS_LIMIT,
    AbsenceNote,
    AbsenceReason,
    Accepted,
    MissingChild,
    NoteCase,
    NoteFile,
    NoteState,
)
from core.model.access import Action, Permit
from core.model.attendance import Presence
from core.model.audit import AuditEntry, AuditKind
from core.model.events import Event, EventKind
from core.model.ids import AbsenceNoteId, PersonId
from core.regulation.overlay import effective
from core.rules.absence_notes import earliest, may_announce, may_answer, standing_on, within
from core.rules.access import allowed, require
from core.rules.final_windows import lesson_closed
from core.rules.texts import clean_text
from core.storage.gateways import absence_notes as gateway
from core.storage.gateways import attendance
from core.storage.gateways.absence_notes import Ending
from core.storage.gateways.attendance import PresenceRecord
from core.storage.gateways.marks import Inscription
from core.storage.queries import absence_notes as query
from core.storage.queries.absence_notes import MissedLesson
from core.storage.work import Work
from core.usecases.absence_notes import OpenNote, entry, note_case
from core.usecases.children import Opened, open_diary


@dataclass(frozen=True, slots=True)
class AcceptNote:
    """Agree to a note; `found` is another reason than the family gave, or one where it had none."""

    note: AbsenceNoteId
    found: AbsenceReason | None = None


async def accept_note(work: Work, command: AcceptNote) -> Accepted:
    """Accept a note: missed lessons of its days get the reason, later ones are prefilled with it [002 VIII; 000 §7].

    Raises Forbidden, Stale, Refusal "note-withdrawn", "note-answered".
    """
    case = await note_case(work, command.note)
    permit = require(work.actor, Action.ABSENCE_NOTE_ACCEPT, case.subject)
    may_answer(case.note)
    found = command.found if command.found is not case.note.said else None
    ending = Ending(NoteState.ACCEPTED, work.now, permit.capacity.person, found=found)
    await work.run(gateway.end, case.note, ending)
    accepted = await note_case(work, command.note)
    await work.audit(permit, entry(AuditKind.ABSENCE_ACCEPTED, accepted.note, files=len(accepted.files)))
    joined = await _join(work, permit, accepted)
    written, closed = await _follow(work, permit, accepted.note)
    await work.tell(*_answers(work, (case, *joined), permit))
    return Accepted(accepted, written, closed)


async def _join(work: Work, permit: Permit, accepted: NoteCase) -> list[NoteCase]:
    """What waits for the same days is answered by this."""
    note = accepted.note
    known = await work.run(query.of_student, note.student, note.first, note.last)
    waiting = [
        each
        for each in known
        if each.note.id != note.id and each.note.state is NoteState.WAITING and within(each.note, note.first, note.last)
    ]
    if waiting:
        await work.run(gateway.join, [each.note.id for each in waiting], work.now, permit.capacity.person)
    return waiting


async def _follow(work: Work, permit: Permit, note: AbsenceNote) -> tuple[int, int]:
    """Give missed lessons the note's reason, by new records; how many, and how many lie in a closed period.

    The family is not told of lessons that it was told of by its own word (NTF-10).
    """
    missed = await work.run(query.missed_lessons, note.student, note.first, note.last)
    changing = [each for each in missed if _differs(each, note.reason)]
    closed = [each for each in changing if _is_closed(work, each)]
    for each in (each for each in changing if each not in closed):
        lesson = each.facts.lesson
        where = Inscription(lesson.school, lesson.id, work.now, permit.capacity.person)
        record = PresenceRecord(note.student, note.reason.presence, 0, each.record, note.reason.value)
        await work.run(attendance.record, where, [record])
        await work.audit(permit, _corrected(each, note))
    return len(changing) - len(closed), len(closed)


def _differs(each: MissedLesson, reason: AbsenceReason) -> bool:
    return each.presence is not reason.presence or (each.presence is Presence.EXCUSED and each.reason != reason.value)


def _is_closed(work: Work, each: MissedLesson) -> bool:
    rules = each.facts.rules
    regulation = effective(rules.preset, rules.overrides)
    return lesson_closed(regulation, each.facts.closed_after, each.facts.local_day(work.sent_at))


def _corrected(each: MissedLesson, note: AbsenceNote) -> AuditEntry:
    return AuditEntry(
        AuditKind.ATTENDANCE_CORRECTED,
        each.facts.lesson.id,
        before=each.presence.value,
        after=note.reason.presence.value,
        reason=note.reason.value,
        lesson=each.facts.lesson.id,
        student=note.student,
        extra={"note": note.id},
    )


def _answers(work: Work, cases: Iterable[NoteCase], permit: Permit) -> list[Event]:
    """Whoever wrote gets the answer."""
    me = permit.capacity.person
    return [
        Event(
            EventKind.ABSENCE_ANSWER,
            case.note.school,
            case.note.id,
            work.now,
            case.note.student,
            person=case.note.filed_by,
            actor=me,
        )
        for case in cases
    ]


@dataclass(frozen=True, slots=True)
class RefuseNote:
    """Why a note can't be accepted."""

    note: AbsenceNoteId
    words: str


async def refuse_note(work: Work, command: RefuseNote) -> NoteCase:
    """Refuse a note with a word to who wrote it. Raises Forbidden, Stale, Refusal "note-answered", "text-…"."""
    case = await note_case(work, command.note)
    permit = require(work.actor, Action.ABSENCE_NOTE_ACCEPT, case.subject)
    may_answer(case.note)
    words = clean_text(command.words, WORDS_LIMIT)
    ending = Ending(NoteState.REFUSED, work.now, permit.capacity.person, words)
    await work.run(gateway.end, case.note, ending)
    await work.audit(permit, replace(entry(AuditKind.ABSENCE_REFUSED, case.note), after=NoteState.REFUSED.value))
    await work.tell(*_answers(work, [case], permit))
    return await note_case(work, command.note)


@dataclass(frozen=True, slots=True)
class OpenMissing:
    """Whose absence."""

    student: PersonId


async def open_missing(work: Work, command: OpenMissing) -> MissingChild:
    """Give a student of the own class: which days lack a reason, what the family said. Raises Forbidden."""
    opened = await open_diary(work, command.student, Action.ABSENCE_REASON_CORRECT)
    return await _missing(work, opened)


async def _missing(work: Work, opened: Opened) -> MissingChild:
    today, student = opened.today, opened.child.id
    missed = await work.run(query.missed_lessons, student, earliest(today), today)
    notes = await work.run(query.of_student, student, earliest(today), today)
    unknown = [each.facts.lesson.day for each in missed if each.presence is Presence.ABSENT]
    open_days = [day for day in unknown if not _is_known(notes, day)]
    asked = await work.run(query.asked_on, [student], today)
    return MissingChild(opened.child, today, min(open_days, default=None), student in asked, tuple(notes))


def _is_known(notes: Iterable[NoteCase], day: date) -> bool:
    note = standing_on((case.note for case in notes), day)
    return note is not None and note.state is NoteState.ACCEPTED


@dataclass(frozen=True, slots=True)
class SetReason:
    """The class teacher knows why a student was not there."""

    student: PersonId
    first: date
    last: date
    reason: AbsenceReason


async def set_reason(work: Work, command: SetReason) -> Accepted:
    """Record the reason of days for a student of the own class; what the family said of them is answered by it.

    Raises Forbidden, Refusal as `announce` does [002 VIII; 004 §2].
    """
    opened = await open_diary(work, command.student, Action.ABSENCE_REASON_CORRECT)
    may_announce(opened.child, command.first, command.last, opened.today)
    key = await work.run(gateway.file, _own_note(work, command, opened.permit))
    case = await note_case(work, key)
    await work.audit(opened.permit, replace(entry(AuditKind.ABSENCE_ACCEPTED, case.note), before=None))
    joined = await _join(work, opened.permit, case)
    written, closed = await _follow(work, opened.permit, case.note)
    await work.tell(*_answers(work, joined, opened.permit))
    return Accepted(case, written, closed)


def _own_note(work: Work, command: SetReason, permit: Permit) -> AbsenceNote:
    me = permit.capacity.person
    return AbsenceNote(
        id=AbsenceNoteId(0),
        school=permit.capacity.school,
        student=command.student,
        filed_by=me,
        filed_at=work.now,
        first=command.first,
        last=command.last,
        said=command.reason,
        words="",
        state=NoteState.ACCEPTED,
        ended_at=work.now,
        ended_by=me,
    )


async def ask_family(work: Work, command: OpenMissing) -> MissingChild:
    """Ask a child's guardians why the child is not there, once a day. Raises Forbidden, Refusal "note-asked"."""
    opened = await open_diary(work, command.student, Action.ABSENCE_REASON_CORRECT)
    me, school = opened.permit.capacity.person, opened.child.school
    key = await work.run(gateway.ask, school, command.student, opened.today, me, work.now)
    await work.audit(opened.permit, AuditEntry(AuditKind.ABSENCE_ASKED, key, student=command.student))
    await work.tell(Event(EventKind.ABSENCE_ASKED, school, key, work.now, command.student, actor=me))
    return await _missing(work, opened)


async def open_papers(work: Work, command: OpenNote) -> tuple[NoteFile, ...]:
    """Give the documents of a note to who wrote it, the class teacher, or head and deputy; each look is recorded.

    Raises Forbidden, also for another guardian: a medical paper is for the school alone.
    """
    case = await note_case(work, command.note)
    family = allowed(work.actor, Action.ABSENCE_ANNOUNCE, case.subject)
    if family is not None and family.capacity.person == case.note.filed_by:
        return case.files
    permit = require(work.actor, Action.KLASS_OVERVIEW, case.subject)
    await work.audit(permit, AuditEntry(AuditKind.ABSENCE_OPENED, case.note.id, student=case.note.student))
    return case.files
