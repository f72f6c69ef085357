"""The family's side of an absence: told by one tap or in a form, with documents, changed and taken back (DIA-10)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.model.absence_note import (
    WORDS_LIMIT,
    AbsenceNote,
    AbsenceReason,
    NoteCase,
    NoteForm,
    NoteSide,
    NoteState,
    NoteView,
)
from core.model.access import Action, Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.homework import FileKind, SentFile
from core.model.ids import AbsenceNoteId, PersonId
from core.rules.absence_notes import earliest, latest, may_add, may_announce, may_change, within
from core.rules.access import allowed, require
from core.rules.consent import text_hash
from core.rules.texts import clean_text
from core.storage.gateways import absence_notes as gateway
from core.storage.gateways.absence_notes import Ending
from core.storage.queries import absence_notes as query
from core.storage.work import Work
from core.usecases.children import open_diary
from core.usecases.duties import school_years
from core.usecases.reaching import NOWHERE, reach_school

_PAPERS = frozenset({FileKind.PHOTO, FileKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class OpenNoteForm:
    """Whose absence."""

    child: PersonId


async def note_form(work: Work, command: OpenNoteForm) -> NoteForm:
    """Give what a note is written from: today while lessons are ahead, else the next school day. Raises Forbidden."""
    opened = await open_diary(work, command.child, Action.ABSENCE_ANNOUNCE)
    klass = opened.child.klass_on(opened.today)
    over = await work.run(query.lessons_over_at, klass.klass, opened.today) if klass else None
    year = (await school_years(work, [opened.child.school]))[opened.child.school]
    following = year.calendar.next_school_day(opened.today, klass.grade if klass else None) or opened.today
    proposed = following if over is None or over <= work.now else opened.today
    return NoteForm(opened.child, opened.today, following, proposed, earliest(opened.today), latest(opened.today))


@dataclass(frozen=True, slots=True)
class Announce:
    """A guardian says why a child is not there, on days that may lie ahead or behind."""

    child: PersonId
    first: date
    last: date
    reason: AbsenceReason
    words: str = ""
    files: tuple[SentFile, ...] = ()


async def announce(work: Work, command: Announce) -> NoteCase:
    """Keep the note and tell the class teacher; an unknown reason is told as an alarm (BEY-6).

    The same said twice is one note; what the author said of these days before is replaced. Raises Forbidden, Refusal
    "note-order", "note-past", "note-ahead", "note-length", "note-nowhere", "note-files", "note-paper", "text-…".
    """
    opened = await open_diary(work, command.child, Action.ABSENCE_ANNOUNCE)
    may_announce(opened.child, command.first, command.last, opened.today)
    note = _new(work, command, opened.permit)
    known = await work.run(query.of_student, note.student, note.first, note.last)
    mine = [each.note for each in known if each.note.filed_by == note.filed_by and each.note.state.stands]
    same = next((each for each in mine if _says_the_same(each, note)), None)
    if same is not None and not command.files:
        return next(each for each in known if each.note.id == same.id)
    key = await work.run(gateway.file, note)
    await _replace(work, opened.permit, [each for each in mine if _is_replaced(each, note)], key)
    await work.run(gateway.add_files, key, _papers(command.files, ()), work.now)
    case = await note_case(work, key)
    await work.audit(opened.permit, entry(AuditKind.ABSENCE_ANNOUNCED, case.note, files=len(case.files)))
    await tell_class_teacher(work, case, opened.permit)
    return case


def _new(work: Work, command: Announce, permit: Permit) -> AbsenceNote:
    return AbsenceNote(
        id=AbsenceNoteId(0),
        school=permit.capacity.school,
        student=command.child,
        filed_by=permit.capacity.person,
        filed_at=work.now,
        first=command.first,
        last=command.last,
        said=command.reason,
        words=clean_text(command.words, WORDS_LIMIT) if command.words else "",
        state=NoteState.WAITING,
    )


def _says_the_same(known: AbsenceNote, note: AbsenceNote) -> bool:
    new_words = note.words not in ("", known.words)
    return (known.first, known.last, known.said) == (note.first, note.last, note.said) and not new_words


def _is_replaced(known: AbsenceNote, note: AbsenceNote) -> bool:
    return known.state is NoteState.WAITING and within(known, note.first, note.last)


async def _replace(work: Work, permit: Permit, notes: Sequence[AbsenceNote], key: AbsenceNoteId) -> None:
    for note in notes:
        ending = Ending(NoteState.WITHDRAWN, work.now, permit.capacity.person)
        await work.run(gateway.end, note, ending)
        await work.audit(permit, entry(AuditKind.ABSENCE_WITHDRAWN, note))
    await work.run(gateway.move_files, [note.id for note in notes], key)


def _papers(files: Sequence[SentFile], known: Sequence[object]) -> Sequence[SentFile]:
    if any(sent.kind not in _PAPERS for sent in files):
        raise Refusal("note-paper")
    may_add("", len(files) + len(known))
    return files


def entry(kind: AuditKind, note: AbsenceNote, *, files: int = 0) -> AuditEntry:
    """Give what the trail keeps of a note: days, reason, a fingerprint of the words."""
    return AuditEntry(
        kind,
        note.id,
        before=None if kind is AuditKind.ABSENCE_ANNOUNCED else f"{note.state} {note.first}/{note.last}",
        after=f"{note.reason} {note.first}/{note.last}",
        student=note.student,
        extra={"words": text_hash(note.words) if note.words else None, "files": files},
    )


async def note_case(work: Work, key: AbsenceNoteId) -> NoteCase:
    """Give a note; whoever may not know of it is refused by the use case. Raises Forbidden where there is none."""
    case = await work.run(query.case, key)
    if case is None:
        reach_school(work, NOWHERE, Action.ABSENCE_NOTE_ACCEPT)
        raise Forbidden(Action.ABSENCE_NOTE_ACCEPT)
    return case


async def tell_class_teacher(work: Work, case: NoteCase, permit: Permit) -> None:
    """Tell whoever leads the class; by an alarm where nobody knows where the child is."""
    klass = case.child.klass_on(case.note.last)
    teacher = await work.run(query.class_teacher, klass.klass) if klass else None
    if teacher is not None:
        kind = EventKind.ABSENCE_UNKNOWN if case.note.urgent else EventKind.ABSENCE_NOTE
        me = permit.capacity.person
        await work.tell(Event(kind, case.note.school, case.note.id, work.now, person=teacher, actor=me))


@dataclass(frozen=True, slots=True)
class OpenNote:
    """Which note."""

    note: AbsenceNoteId


async def open_note(work: Work, command: OpenNote) -> NoteView:
    """Give a note to the family, the class teacher, or those of the school who see the class. Raises Forbidden."""
    case = await note_case(work, command.note)
    today = case.child.today(work.now)
    if allowed(work.actor, Action.ABSENCE_NOTE_ACCEPT, case.subject) is not None:
        return NoteView(case, NoteSide.CLASS_TEACHER, today)
    family = allowed(work.actor, Action.ABSENCE_ANNOUNCE, case.subject)
    if family is not None:
        mine = family.capacity.person == case.note.filed_by
        return NoteView(case, NoteSide.AUTHOR if mine else NoteSide.FAMILY, today)
    require(work.actor, Action.KLASS_OVERVIEW, case.subject)
    return NoteView(case, NoteSide.SCHOOL, today)


async def _mine(work: Work, key: AbsenceNoteId) -> tuple[NoteCase, Permit]:
    """A note is changed by who wrote it; what another guardian says is a note of their own."""
    case = await note_case(work, key)
    permit = require(work.actor, Action.ABSENCE_ANNOUNCE, case.subject)
    if permit.capacity.person != case.note.filed_by:
        raise Forbidden(Action.ABSENCE_ANNOUNCE)
    may_change(case.note)
    return case, permit


@dataclass(frozen=True, slots=True)
class ChangeLast:
    """Another last day: the child is back earlier, or later."""

    note: AbsenceNoteId
    last: date


async def change_last(work: Work, command: ChangeLast) -> NoteCase:
    """Shorten or prolong a note; prolonged it waits for an answer anew. The class teacher hears of it.

    Raises Forbidden, Stale, Refusal "note-withdrawn", "note-answered", and as `announce` does.
    """
    case, permit = await _mine(work, command.note)
    if command.last == case.note.last:
        return case
    may_announce(case.child, case.note.first, command.last, case.child.today(work.now))
    await work.run(gateway.change_last, case.note, command.last, work.now, again=command.last > case.note.last)
    changed = await note_case(work, command.note)
    changes = replace(entry(AuditKind.ABSENCE_CHANGED, case.note), after=f"{changed.note.first}/{changed.note.last}")
    await work.audit(permit, changes)
    await tell_class_teacher(work, changed, permit)
    return changed


async def withdraw_note(work: Work, command: OpenNote) -> NoteCase:
    """Take a note back while nobody has answered it, or before its first day. The class teacher hears of it.

    Raises Forbidden, Stale, Refusal "note-withdrawn", "note-answered".
    """
    case, permit = await _mine(work, command.note)
    if case.note.state is NoteState.ACCEPTED and case.note.first <= case.child.today(work.now):
        raise Refusal("note-answered")
    ending = Ending(NoteState.WITHDRAWN, work.now, permit.capacity.person)
    await work.run(gateway.end, case.note, ending)
    await work.audit(permit, entry(AuditKind.ABSENCE_WITHDRAWN, case.note))
    await tell_class_teacher(work, replace(case, note=replace(case.note, state=NoteState.WITHDRAWN)), permit)
    return await note_case(work, command.note)


@dataclass(frozen=True, slots=True)
class AddPapers:
    """Documents that come later."""

    note: AbsenceNoteId
    files: tuple[SentFile, ...]


async def add_papers(work: Work, command: AddPapers) -> NoteCase:
    """Add documents to one's own note; the class teacher gets them [002 VIII].

    Raises Forbidden, Refusal "note-withdrawn", "note-answered", "note-files", "note-paper".
    """
    case, permit = await _mine(work, command.note)
    await work.run(gateway.add_files, command.note, _papers(command.files, case.files), work.now)
    changed = await note_case(work, command.note)
    await work.audit(permit, entry(AuditKind.ABSENCE_DOCUMENTED, changed.note, files=len(changed.files)))
    await tell_class_teacher(work, changed, permit)
    return changed
