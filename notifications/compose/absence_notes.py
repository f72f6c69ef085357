"""Letters about absences: the family's word to the class teacher, the answer to it, and the question why (DIA-10)."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

from core.model.absence_note import AbsenceReason, NoteCase, NoteState
from core.model.ids import AbsenceNoteId, PersonId
from core.storage.gateways.outbox import Draft
from core.storage.queries import absence_notes as query
from core.storage.work import Work
from locales import Markup, Translator
from locales.dates import day_range
from notifications.compose.context import Context, head_line
from notifications.letter import Act, Buttons, Letter, LetterButton, LetterFile, LetterKind

_Make = Callable[[Context, Draft], Letter | None]
Reader = Callable[[Work, Context, Sequence[Draft]], Awaitable[_Make]]
Cases = Mapping[AbsenceNoteId, NoteCase]

REASONS = tuple(AbsenceReason)
"""Reasons travel in buttons by their places, from 1 on; 0: as the family said."""


def answer_buttons(student: PersonId, day: int) -> Buttons:
    """Give the family's four answers about a day, by its ordinal, in two rows (BEY-6)."""
    answers = [
        LetterButton(f"absence-answer-{reason}", Act.ANSWER_ABSENCE, (student, day, number))
        for number, reason in enumerate(REASONS, 1)
    ]
    return tuple(answers[:2]), tuple(answers[2:])


async def _cases(work: Work, drafts: Sequence[Draft]) -> Cases:
    return await work.run(query.cases, {item.subject for draft in drafts for item in draft.items})


async def _read_notes(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    cases = await _cases(work, drafts)
    return lambda ctx, draft: _to_class_teacher(ctx, draft, cases)


def _to_class_teacher(ctx: Context, draft: Draft, cases: Cases) -> Letter | None:
    """Give the note as it stands; None where it is answered, or nothing of it is new to the reader."""
    item = next(iter(draft.items), None)
    case = cases.get(AbsenceNoteId(item.subject)) if item else None
    if item is None or case is None:
        return None
    before, now = ctx.before(draft, item), _print(case)
    changed = before is not None
    if (before and before.value == now) or not (case.note.state is NoteState.WAITING or changed):
        return None
    if case.note.state in (NoteState.REFUSED, NoteState.JOINED):
        return None
    tr = ctx.words(draft)
    return Letter(
        text=Markup("\n".join(_lines(tr, case, changed=changed))),
        buttons=_note_buttons(case),
        told=((item.id, now),),
        reply_to=before.message_id if before else None,
        files=tuple(LetterFile(file.kind, file.file_id) for file in case.files) if case.note.state.stands else (),
    )


def _print(case: NoteCase) -> str:
    note = case.note
    return f"{note.state}:{note.said}:{note.first}:{note.last}:{len(case.files)}"


def _lines(tr: Translator, case: NoteCase, *, changed: bool) -> Iterator[Markup]:
    note = case.note
    yield tr("absence-letter-head", klass=case.klass, student=case.child.name.short)
    if note.state is NoteState.WITHDRAWN:
        yield tr("absence-letter-withdrawn", note=note_words(tr, case))
        return
    yield tr("absence-letter-changed", note=note_words(tr, case)) if changed else note_words(tr, case)
    yield tr("absence-said-by", author=case.author.full)
    if note.words:
        yield tr("absence-words", words=note.words)
    if case.files:
        yield tr("absence-files", count=len(case.files))
    for other in case.others:
        yield tr("absence-other", author=other.author.full, note=note_words(tr, other))
    if note.state is NoteState.WAITING:
        yield tr("absence-letter-urgent" if note.urgent else "absence-letter-how")


def note_words(tr: Translator, case: NoteCase) -> Markup:
    """Give «🤒 Болеет: 15–17 октября»."""
    note = case.note
    return tr("absence-note", reason=note.reason.value, days=day_range(tr, note.first, note.last))


def _note_buttons(case: NoteCase) -> Buttons:
    key, state = case.note.id, case.note.state
    if state is not NoteState.WAITING:
        return ()
    if case.note.urgent:
        return found_buttons(key)
    accept = LetterButton("absence-button-accept", Act.ACCEPT_ABSENCE, (key, 0))
    return ((accept, LetterButton("absence-button-refuse", Act.REFUSE_ABSENCE, (key,))),)


def found_buttons(note: AbsenceNoteId) -> Buttons:
    """Give what a class teacher may have found out, in two rows."""
    found = [
        LetterButton(f"absence-found-{reason}", Act.ACCEPT_ABSENCE, (note, number))
        for number, reason in enumerate(REASONS, 1)
    ]
    return tuple(found[:2]), tuple(found[2:])


async def _read_answers(work: Work, _ctx: Context, drafts: Sequence[Draft]) -> _Make:
    cases = await _cases(work, drafts)
    return lambda ctx, draft: _to_family(ctx, draft, cases)


def _to_family(ctx: Context, draft: Draft, cases: Cases) -> Letter | None:
    item = next(iter(draft.items), None)
    case = cases.get(AbsenceNoteId(item.subject)) if item else None
    if item is None or case is None or case.note.state in (NoteState.WAITING, NoteState.WITHDRAWN):
        return None
    tr, note = ctx.words(draft), case.note
    said = tr(f"absence-answer-letter-{note.state}", note=note_words(tr, case), words=note.answer)
    open_note = LetterButton("absence-button-open", Act.OPEN_ABSENCE_NOTE, (note.id,))
    return Letter(
        text=Markup(f"{head_line(tr, ctx.heads.get(note.student))}\n{said}"),
        buttons=((open_note,),),
        told=((item.id, note.state.value),),
        silent=note.state is not NoteState.REFUSED,
    )


async def _read_questions(_work: Work, _ctx: Context, _drafts: Sequence[Draft]) -> _Make:
    return _question


def _question(ctx: Context, draft: Draft) -> Letter | None:
    """Ask a guardian why the child is not there; a question of yesterday is no question any more."""
    if draft.student is None:
        return None
    tr, today = ctx.words(draft), ctx.today(draft)
    text = Markup(f"{head_line(tr, ctx.heads.get(draft.student))}\n{tr('absence-asked')}")
    told = tuple((item.id, "1") for item in draft.items)
    return Letter(text, answer_buttons(draft.student, today.toordinal()), told=told)


READERS: Mapping[LetterKind, Reader] = {
    LetterKind.ABSENCE_NOTE: _read_notes,
    LetterKind.ABSENCE_UNKNOWN: _read_notes,
    LetterKind.ABSENCE_ANSWER: _read_answers,
    LetterKind.ABSENCE_ASKED: _read_questions,
}
