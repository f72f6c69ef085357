"""Absences told by the family: by one tap, in a form, with documents; changed and taken back (DIA-10, BEY-6)."""

from datetime import date

from bot.callbacks import day_of
from bot.callbacks.absence import (
    AnswerAbsencePress,
    NoteDaysPress,
    NoteFormPress,
    NoteLastPress,
    NotePapersPress,
    NotePress,
    NoteReasonPress,
    SendNotePress,
    WithdrawNotePress,
)
from bot.callbacks.family import day_or_none
from bot.desk import Answer, Desk
from bot.routers import absence_answers
from bot.screen import Alert, Screen
from bot.screens import absence as screens
from bot.screens.absence_answers import note_to_answer
from bot.turn import Form, Turn, Typed
from core.model.absence_note import AbsenceReason, NoteForm, NoteSide, NoteView
from core.model.errors import Forbidden, Refusal
from core.model.homework import FileKind, SentFile
from core.model.ids import AbsenceNoteId, PersonId
from core.rules.absence_notes import latest, may_add
from core.rules.absence_words import understand
from core.usecases import absence_answers as answers
from core.usecases import absence_notes as notes

desk = Desk()
desk.include(absence_answers.desk)
FORM = "absence-note"


@desk.press(AnswerAbsencePress)
async def answer(turn: Turn, press: AnswerAbsencePress) -> Answer:
    """Take a guardian's one tap below the news of an absence."""
    day = day_of(press.day)
    try:
        case = await turn.change(notes.announce, notes.Announce(PersonId(press.child), day, day, press.reason))
    except Forbidden:
        return Alert(turn.tr.plain("absence-guardians-only"), modal=True)
    return await _card(turn, case.note.id, turn.tr.plain("absence-sent"))


async def _card(turn: Turn, key: AbsenceNoteId, toast: str = "") -> Screen:
    view = await turn.read(notes.open_note, notes.OpenNote(key))
    if view.side in (NoteSide.AUTHOR, NoteSide.FAMILY):
        return screens.note_card(turn.tr, view, toast=toast)
    return note_to_answer(turn.tr, view, toast=toast)


@desk.press(NotePress)
async def show(turn: Turn, press: NotePress) -> Answer:
    """Show a note."""
    if await _waits_for(turn, "absence-paper", "absence-refusal"):
        await turn.forget()
    return await _card(turn, AbsenceNoteId(press.note))


async def _waits_for(turn: Turn, *forms: str) -> bool:
    form = await turn.expected()
    return form is not None and form.name in forms


@desk.press(NoteFormPress)
async def form_of(turn: Turn, press: NoteFormPress) -> Answer:
    """Show the form: days and reasons on one screen."""
    form = await _form(turn, press.child)
    first, last = day_or_none(press.first), day_or_none(press.last)
    days = (first, last) if first and last else None
    added = await _expect(turn, press.child, days, None)
    return screens.note_form(turn.tr, form, days, added)


async def _form(turn: Turn, child: int) -> NoteForm:
    return await turn.read(notes.note_form, notes.OpenNoteForm(PersonId(child)))


async def _expect(turn: Turn, child: int, days: screens.Days | None, reason: AbsenceReason | None) -> screens.Added:
    """Take what is typed or sent next for this note; what came before is kept."""
    words, files = await _kept(turn, child)
    span = [day.isoformat() for day in days] if days else None
    await turn.expect(FORM, child=child, days=span, reason=reason, words=words, files=files)
    return screens.Added(words, len(files))


async def _kept(turn: Turn, child: int) -> tuple[str, list[list[str]]]:
    form = await turn.expected()
    if form is None or form.name != FORM or form.data["child"] != child:
        return "", []
    return form.data["words"], form.data["files"]


@desk.press(NoteDaysPress)
async def pick(turn: Turn, press: NoteDaysPress) -> Answer:
    """Show a month to pick days from."""
    form = await _form(turn, press.child)
    return screens.pick_days(turn.tr, form, day_of(press.month), day_or_none(press.first))


@desk.press(NoteReasonPress)
async def reason(turn: Turn, press: NoteReasonPress) -> Answer:
    """Show what was understood."""
    form, days = await _form(turn, press.child), (day_of(press.first), day_of(press.last))
    added = await _expect(turn, press.child, days, press.reason)
    return screens.preview(turn.tr, form, days, press.reason, added)


@desk.press(SendNotePress)
async def send(turn: Turn, press: SendNotePress) -> Answer:
    """File the note with what was added to it."""
    words, added = await _kept(turn, press.child)
    files = tuple(SentFile(FileKind(kind), file_id) for kind, file_id in added)
    days = (day_of(press.first), day_of(press.last))
    command = notes.Announce(PersonId(press.child), *days, press.reason, words, files)
    case = await turn.change(notes.announce, command)
    await turn.forget()
    return await _card(turn, case.note.id, turn.tr.plain("absence-sent"))


@desk.form(FORM)
async def typed_note(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Add what was typed or sent to the note that is being written; reason and days that it names are understood."""
    data, sent = form.data, sent_file(typed)
    words = "\n".join(filter(None, (data["words"], typed.text.strip())))
    files = [*data["files"], *([[sent.kind, sent.file_id]] if sent else [])]
    may_add(words, len(files))
    shown = await _form(turn, data["child"])
    days, reason = _named(form, typed.text, shown)
    span = [day.isoformat() for day in days]
    await turn.expect(FORM, **(data | {"words": words, "files": files, "days": span, "reason": reason}))
    added = screens.Added(words, len(files))
    if reason is None:
        return screens.note_form(turn.tr, shown, days, added)
    return screens.preview(turn.tr, shown, days, reason, added)


def _named(form: Form, text: str, shown: NoteForm) -> tuple[screens.Days, AbsenceReason | None]:
    """Give days and reason: what was pressed before, else what the text says, else the proposed day."""
    days, pressed = form.data["days"], form.data["reason"]
    chosen = (date.fromisoformat(days[0]), date.fromisoformat(days[1])) if days else None
    if pressed is not None:
        return chosen or (shown.proposed, shown.proposed), AbsenceReason(pressed)
    said = understand(text, shown.today)
    if said.first is not None and said.last is not None:
        chosen = (said.first, said.last)
    return chosen or (shown.proposed, shown.proposed), said.reason


def sent_file(typed: Typed) -> SentFile | None:
    """Give the document of a message. Raises Refusal "note-paper" for what is none."""
    if typed.file is None:
        return None
    if typed.file.kind not in (FileKind.PHOTO, FileKind.DOCUMENT):
        raise Refusal("note-paper")
    return SentFile(typed.file.kind, typed.file.file_id)


@desk.press(NotePapersPress)
async def show_papers(turn: Turn, press: NotePapersPress) -> Answer:
    """Show the documents of a note, or ask for more."""
    view = await _view(turn, press.note)
    if press.add:
        await turn.expect("absence-paper", note=press.note)
        return screens.ask_paper(turn.tr, view)
    files = await turn.change(answers.open_papers, notes.OpenNote(AbsenceNoteId(press.note)))
    return screens.papers(turn.tr, view, files)


async def _view(turn: Turn, note: int) -> NoteView:
    return await turn.read(notes.open_note, notes.OpenNote(AbsenceNoteId(note)))


@desk.form("absence-paper")
async def typed_paper(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take a document; another one may follow, as photos of an album come one by one."""
    sent, key = sent_file(typed), AbsenceNoteId(form.data["note"])
    if sent is None:
        raise Refusal("note-paper")
    case = await turn.change(notes.add_papers, notes.AddPapers(key, (sent,)))
    return await _card(turn, case.note.id)


@desk.press(NoteLastPress)
async def last_day(turn: Turn, press: NoteLastPress) -> Answer:
    """Set another last day, or show a month to pick it from."""
    day, month = day_or_none(press.day), day_or_none(press.month)
    if day is not None:
        await turn.change(notes.change_last, notes.ChangeLast(AbsenceNoteId(press.note), day))
        return await _card(turn, AbsenceNoteId(press.note), turn.tr.plain("absence-changed"))
    view = await _view(turn, press.note)
    return screens.pick_last(turn.tr, view, month or view.today, latest(view.today))


@desk.press(WithdrawNotePress)
async def withdraw(turn: Turn, press: WithdrawNotePress) -> Answer:
    """Take a note back, after a question."""
    if not press.sure:
        view = await _view(turn, press.note)
        return screens.ask_withdraw(turn.tr, view)
    await turn.change(notes.withdraw_note, notes.OpenNote(AbsenceNoteId(press.note)))
    return await _card(turn, AbsenceNoteId(press.note), turn.tr.plain("absence-withdrawn"))
