"""The class teacher answers notes, asks families, sets reasons (CLS-1, CLS-2)."""

from bot.callbacks import day_of
from bot.callbacks.absence import AcceptNotePress, AskFamilyPress, MissingPress, RefuseNotePress, SetReasonPress
from bot.desk import Answer, Desk
from bot.screens import absence_answers as screens
from bot.turn import Form, Turn, Typed
from core.model.ids import AbsenceNoteId, PersonId
from core.usecases import absence_answers as answers
from core.usecases import absence_notes as notes

desk = Desk()


@desk.press(AcceptNotePress)
async def accept(turn: Turn, press: AcceptNotePress) -> Answer:
    """Accept a note; the lessons follow."""
    accepted = await turn.change(answers.accept_note, answers.AcceptNote(AbsenceNoteId(press.note), press.found))
    view = await turn.read(notes.open_note, notes.OpenNote(accepted.case.note.id))
    return screens.note_to_answer(turn.tr, view, toast=screens.accepted_toast(turn.tr, accepted))


@desk.press(RefuseNotePress)
async def ask_refusal(turn: Turn, press: RefuseNotePress) -> Answer:
    """Ask why a note can't be accepted."""
    view = await turn.read(notes.open_note, notes.OpenNote(AbsenceNoteId(press.note)))
    await turn.expect("absence-refusal", note=press.note)
    return screens.ask_refusal(turn.tr, view)


@desk.form("absence-refusal")
async def typed_refusal(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Pass the word on to the family."""
    command = answers.RefuseNote(AbsenceNoteId(form.data["note"]), typed.text)
    case = await turn.change(answers.refuse_note, command)
    await turn.forget()
    view = await turn.read(notes.open_note, notes.OpenNote(case.note.id))
    return screens.note_to_answer(turn.tr, view)


@desk.press(MissingPress)
async def missing(turn: Turn, press: MissingPress) -> Answer:
    """Show a student who is missing."""
    value = await turn.read(answers.open_missing, answers.OpenMissing(PersonId(press.student)))
    return screens.missing_child(turn.tr, value)


@desk.press(AskFamilyPress)
async def ask(turn: Turn, press: AskFamilyPress) -> Answer:
    """Ask the family."""
    value = await turn.change(answers.ask_family, answers.OpenMissing(PersonId(press.student)))
    return screens.missing_child(turn.tr, value, toast=turn.tr.plain("absence-asking"))


@desk.press(SetReasonPress)
async def set_reason(turn: Turn, press: SetReasonPress) -> Answer:
    """Record the reason of days."""
    days = (day_of(press.first), day_of(press.last))
    accepted = await turn.change(answers.set_reason, answers.SetReason(PersonId(press.student), *days, press.reason))
    value = await turn.read(answers.open_missing, answers.OpenMissing(PersonId(press.student)))
    return screens.missing_child(turn.tr, value, toast=screens.accepted_toast(turn.tr, accepted))
