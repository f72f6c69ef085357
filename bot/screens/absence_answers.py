"""The class teacher's side of an absence: a note to answer, a student who is missing (CLS-1, CLS-2)."""

from collections.abc import Iterator
from datetime import date

from bot.callbacks import number_of
from bot.callbacks.absence import AcceptNotePress, AskFamilyPress, NotePress, RefuseNotePress, SetReasonPress
from bot.callbacks.signals import KlassTodayPress
from bot.screen import Button, Screen
from bot.screens.absence import NAME, note_button, note_line, note_lines, note_state, papers_button, to_note
from bot.screens.home import back
from bot.widgets.fitting import clip
from core.model.absence_note import AbsenceReason, Accepted, MissingChild, NoteCase, NoteSide, NoteState, NoteView
from core.model.diary import Child
from core.model.people import Role
from locales import Markup, Translator
from locales.dates import day_range

Row = tuple[Button, ...]
_NAME = 20


def note_to_answer(tr: Translator, view: NoteView, *, toast: str = "") -> Screen:
    """Show a note to the class teacher with the answers, to others of the school as it stands."""
    case = view.case
    head = tr("absence-letter-head", klass=case.klass, student=clip(case.child.name.short, NAME))
    rows = (*_answer_rows(tr, view), *_to_klass(tr, case.child, case.note.last))
    return Screen("\n".join((head, *note_lines(tr, case), "", _state(tr, view))), rows, toast)


def _state(tr: Translator, view: NoteView) -> Markup:
    note = view.case.note
    if note.state is not NoteState.WAITING:
        return note_state(tr, note)
    if view.side is not NoteSide.CLASS_TEACHER:
        return tr("absence-waits")
    return tr("absence-letter-urgent" if note.urgent else "absence-letter-how")


def _answer_rows(tr: Translator, view: NoteView) -> Iterator[Row]:
    case, key = view.case, view.case.note.id
    if case.files:
        yield (papers_button(tr, case),)
    if view.side is not NoteSide.CLASS_TEACHER or case.note.state is not NoteState.WAITING:
        return
    if case.note.urgent:
        found = [
            Button(tr.plain(f"absence-found-{each}"), AcceptNotePress(note=key, found=each)) for each in AbsenceReason
        ]
        yield from (tuple(found[:2]), tuple(found[2:]))
        return
    yield (
        Button(tr.plain("absence-button-accept"), AcceptNotePress(note=key)),
        Button(tr.plain("absence-button-refuse"), RefuseNotePress(note=key)),
    )


def _to_klass(tr: Translator, child: Child, day: date) -> tuple[Row, ...]:
    klass = child.klass_on(day)
    today = ((Button(tr.plain("absence-to-klass"), KlassTodayPress(klass=klass.klass)),),) if klass else ()
    return (*today, back(tr, Role.CLASS_TEACHER))


def ask_refusal(tr: Translator, view: NoteView) -> Screen:
    """Ask why a note can't be accepted."""
    case = view.case
    head = tr("absence-letter-head", klass=case.klass, student=clip(case.child.name.short, NAME))
    text = f"{head}\n{note_line(tr, case.note)}\n\n{tr('absence-refuse-how')}"
    return Screen(text, (to_note(tr, case.note),))


def accepted_toast(tr: Translator, accepted: Accepted) -> str:
    """Say how many lessons got the reason."""
    if accepted.closed:
        return tr.plain("absence-accepted-closed", lessons=accepted.lessons, closed=accepted.closed)
    return tr.plain("absence-accepted", lessons=accepted.lessons)


def missing_child(tr: Translator, value: MissingChild, *, toast: str = "") -> Screen:
    """Show a student who is missing: what is known, the family asked by one tap, the reason set by one tap."""
    child, today = value.child, value.today
    lines = [
        tr("absence-letter-head", klass=child.klass_name(today), student=clip(child.name.short, NAME)),
        *(note_line(tr, each.note) for each in value.notes if each.note.state.stands),
        _what_is_missing(tr, value),
    ]
    if value.asked:
        lines.append(tr("absence-asked-today"))
    return Screen("\n".join(lines), (*_missing_rows(tr, value), *_to_klass(tr, child, today)), toast)


def _what_is_missing(tr: Translator, value: MissingChild) -> Markup:
    if value.since is None:
        return tr("absence-nothing-missing")
    return tr("absence-missing", days=day_range(tr, value.since, value.today))


def _missing_rows(tr: Translator, value: MissingChild) -> Iterator[Row]:
    student, first = value.child.id, value.since or value.today
    yield from ((note_button(tr, each.note),) for each in value.notes if each.note.state is NoteState.WAITING)
    if value.since is None:
        return
    days = {"first": number_of(first), "last": number_of(value.today)}
    reasons = [
        Button(tr.plain(f"absence-found-{reason}"), SetReasonPress(student=student, reason=reason, **days))
        for reason in AbsenceReason
    ]
    yield from (tuple(reasons[:2]), tuple(reasons[2:]))
    if not value.asked:
        yield (Button(tr.plain("absence-button-ask"), AskFamilyPress(student=student)),)


def waiting_button(tr: Translator, case: NoteCase) -> Button:
    """Give the way to a note that waits for an answer, for the class's day."""
    sign = "absence-button-urgent" if case.note.urgent else "absence-button-answer"
    name, reason = clip(case.child.name.short, _NAME), case.note.reason.value
    label = tr.plain("absence-label-named", name=name, reason=reason)
    return Button(tr.plain(sign, note=label), NotePress(note=case.note.id))
