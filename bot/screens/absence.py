"""The family's side of an absence: a form of one screen, what was understood, the note and its state (DIA-10)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.callbacks import number_of
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
from bot.screen import Button, Media, Screen
from bot.screens.family_frame import heading, menu_row
from bot.widgets.date_picker import DatePicker
from bot.widgets.fitting import clip
from core.model.absence_note import (
    AbsenceNote,
    AbsenceReason,
    NoteCase,
    NoteFile,
    NoteForm,
    NoteSide,
    NoteState,
    NoteView,
)
from core.rules.absence_notes import friday_of
from locales import Markup, Translator
from locales.dates import day_and_month, day_range, day_short, relative_day

Row = tuple[Button, ...]
Days = tuple[date, date]

NAME = 60
KNOWN = tuple(reason for reason in AbsenceReason if reason is not AbsenceReason.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Added:
    """What was typed and sent to a note before it is filed."""

    words: str = ""
    files: int = 0


def note_form(tr: Translator, form: NoteForm, days: Days | None, added: Added) -> Screen:
    """Give days and reasons as buttons; a reason leads to what was understood."""
    first, last = days or (form.proposed, form.proposed)
    child = form.child.id
    lines = [
        heading(tr, form.child, first),
        tr("absence-form", days=_days(tr, first, last, form.today)),
        *_added(tr, added),
        "",
        tr("absence-form-why"),
    ]
    reasons = [
        Button(
            tr.plain(f"absence-answer-{reason}"),
            NoteReasonPress(child=child, first=number_of(first), last=number_of(last), reason=reason),
        )
        for reason in KNOWN
    ]
    rows = (*_day_rows(tr, form, (first, last)), tuple(reasons[:2]), tuple(reasons[2:]), menu_row(tr))
    return Screen("\n".join(lines), rows)


def _day_rows(tr: Translator, form: NoteForm, chosen: Days) -> tuple[Row, ...]:
    friday = friday_of(form.proposed)
    choices = [(form.today, form.today), (form.following, form.following)]
    if friday > form.following:
        choices.append((form.proposed, friday))
    buttons = [_day_button(tr, form, days, chosen=days == chosen) for days in dict.fromkeys(choices)]
    month = number_of(chosen[0].replace(day=1))
    buttons.append(Button(tr.plain("absence-button-other-days"), NoteDaysPress(child=form.child.id, month=month)))
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _day_button(tr: Translator, form: NoteForm, days: Days, *, chosen: bool) -> Button:
    first, last = days
    if last > first:
        label = tr.plain("absence-button-until", day=day_short(tr, last))
    else:
        near = abs((first - form.today).days) <= 1
        label = relative_day(tr, first, form.today) if near else day_short(tr, first)
    press = NoteFormPress(child=form.child.id, first=number_of(first), last=number_of(last))
    return Button(tr.plain("absence-button-chosen", label=label) if chosen else label, press)


def _days(tr: Translator, first: date, last: date, today: date) -> Markup:
    if first == last:
        return Markup(relative_day(tr, first, today))
    return Markup(day_range(tr, first, last))


def _added(tr: Translator, added: Added) -> Iterator[Markup]:
    if added.words:
        yield tr("absence-words", words=added.words)
    if added.files:
        yield tr("absence-files", count=added.files)


def pick_days(tr: Translator, form: NoteForm, month: date, first: date | None) -> Screen:
    """Give a month to pick the first day from, or the last one once the first is known."""
    child = form.child.id

    def pick(day: date) -> NoteDaysPress | NoteFormPress:
        if first is None:
            return NoteDaysPress(child=child, month=number_of(day), first=number_of(day))
        return NoteFormPress(child=child, first=number_of(first), last=number_of(day))

    def turn(day: date) -> NoteDaysPress:
        return NoteDaysPress(child=child, month=number_of(day), first=number_of(first) if first else 0)

    picker = DatePicker(pick, turn, first or form.earliest, form.latest)
    text = tr("absence-pick-last", first=day_and_month(tr, first)) if first else tr("absence-pick-first")
    leave = (Button(tr.plain("absence-back"), NoteFormPress(child=child)),)
    return Screen(f"{heading(tr, form.child, form.today)}\n{text}", (*picker.keyboard(tr, month, form.today), leave))


def preview(tr: Translator, form: NoteForm, days: Days, reason: AbsenceReason, added: Added) -> Screen:
    """Show what was understood, before it goes to the class teacher."""
    first, last = days
    child, numbers = form.child.id, {"first": number_of(first), "last": number_of(last)}
    note = tr("absence-note", reason=reason.value, days=day_range(tr, first, last))
    lines = [heading(tr, form.child, first), note, *_added(tr, added), "", tr("absence-preview-how")]
    send = Button(tr.plain("absence-button-send"), SendNotePress(child=child, reason=reason, **numbers))
    change = Button(tr.plain("absence-back"), NoteFormPress(child=child, **numbers))
    return Screen("\n".join(lines), ((send,), (change, *menu_row(tr))))


def note_card(tr: Translator, view: NoteView, *, toast: str = "") -> Screen:
    """Show a note to the family, with what whoever wrote it may still do."""
    case = view.case
    mine = view.side is NoteSide.AUTHOR
    state = tr("absence-state-urgent") if case.note.urgent else note_state(tr, case.note)
    said = note_lines(tr, case, signed=False) if mine else _seen_by_others(tr, case)
    lines = (heading(tr, case.child, case.note.first), *said, "", state)
    rows = (*(_own_rows(tr, view) if mine else ()), menu_row(tr))
    return Screen("\n".join(lines), rows, toast)


def _seen_by_others(tr: Translator, case: NoteCase) -> Iterator[Markup]:
    """Another guardian sees what was said, not in which words: they were for the class teacher."""
    yield note_line(tr, case.note)
    yield tr("absence-said-by", author=clip(case.author.full, NAME))


def note_state(tr: Translator, note: AbsenceNote) -> Markup:
    """Say where a note stands, as its family reads it."""
    return tr(f"absence-state-{note.state}", words=note.answer)


def note_lines(tr: Translator, case: NoteCase, *, signed: bool = True) -> Iterator[Markup]:
    """Give what a note says, who wrote it, and what others said of the same days."""
    note = case.note
    yield note_line(tr, note)
    if signed:
        yield tr("absence-said-by", author=clip(case.author.full, NAME))
    yield from _added(tr, Added(note.words, len(case.files)))
    for other in case.others:
        yield tr("absence-other", author=clip(other.author.full, NAME), note=note_line(tr, other.note))


def note_line(tr: Translator, note: AbsenceNote) -> Markup:
    """Give «🤒 Болеет: 15–17 октября»."""
    return tr("absence-note", reason=note.reason.value, days=day_range(tr, note.first, note.last))


def note_button(tr: Translator, note: AbsenceNote) -> Button:
    """Give the way to a note."""
    days = day_short(tr, note.last) if note.first == note.last else day_range(tr, note.first, note.last)
    label = tr.plain("absence-label", reason=note.reason.value, days=days)
    return Button(tr.plain("absence-button-answer", note=label), NotePress(note=note.id))


def _own_rows(tr: Translator, view: NoteView) -> Iterator[Row]:
    note = view.case.note
    if note.urgent:
        day, child = number_of(note.last), view.case.child.id
        known = [AnswerAbsencePress(child=child, day=day, reason=each) for each in KNOWN]
        answers = [Button(tr.plain(f"absence-answer-{press.reason}"), press) for press in known]
        yield from (tuple(answers[:2]), tuple(answers[2:]))
    elif note.state.stands:
        row = [Button(tr.plain("absence-button-add-paper"), NotePapersPress(note=note.id, add=True))]
        if view.case.files:
            row.append(papers_button(tr, view.case))
        yield tuple(row)
        yield tuple(_last_buttons(tr, note, view.today))
    if note.state is NoteState.REFUSED:
        child, first, last = view.case.child.id, number_of(note.first), number_of(note.last)
        yield (Button(tr.plain("absence-button-again"), NoteFormPress(child=child, first=first, last=last)),)
    if note.state is NoteState.WAITING or (note.state is NoteState.ACCEPTED and note.first > view.today):
        yield (Button(tr.plain("absence-button-withdraw"), WithdrawNotePress(note=note.id)),)


def _last_buttons(tr: Translator, note: AbsenceNote, today: date) -> Iterator[Button]:
    friday = friday_of(max(note.last, today))
    if note.last < friday and note.last >= today:
        label = tr.plain("absence-button-until", day=day_short(tr, friday))
        yield Button(label, NoteLastPress(note=note.id, day=number_of(friday)))
    yield Button(tr.plain("absence-button-last"), NoteLastPress(note=note.id, month=number_of(note.last)))


def papers_button(tr: Translator, case: NoteCase) -> Button:
    """Give the way to a note's documents."""
    label = tr.plain("absence-button-papers", count=len(case.files))
    return Button(label, NotePapersPress(note=case.note.id), below=True)


def pick_last(tr: Translator, view: NoteView, month: date, latest: date) -> Screen:
    """Give a month to pick another last day from: the child is back earlier, or later."""
    note = view.case.note
    picker = DatePicker(
        lambda day: NoteLastPress(note=note.id, day=number_of(day)),
        lambda day: NoteLastPress(note=note.id, month=number_of(day)),
        note.first,
        latest,
    )
    text = f"{heading(tr, view.case.child, note.first)}\n{note_line(tr, note)}\n\n{tr('absence-pick-other-last')}"
    return Screen(text, (*picker.keyboard(tr, month, view.today), to_note(tr, note)))


def ask_paper(tr: Translator, view: NoteView) -> Screen:
    """Ask for a document."""
    case = view.case
    text = f"{heading(tr, case.child, case.note.first)}\n{note_line(tr, case.note)}\n\n{tr('absence-paper-how')}"
    return Screen(text, (to_note(tr, case.note),))


def ask_withdraw(tr: Translator, view: NoteView) -> Screen:
    """Ask whether a note is to be taken back."""
    case = view.case
    text = f"{heading(tr, case.child, case.note.first)}\n{note_line(tr, case.note)}\n\n{tr('absence-withdraw-sure')}"
    sure = Button(tr.plain("absence-button-withdraw-sure"), WithdrawNotePress(note=case.note.id, sure=True))
    return Screen(text, ((sure,), to_note(tr, case.note)))


def to_note(tr: Translator, note: AbsenceNote) -> Row:
    """Give the row that leads back to a note."""
    return (Button(tr.plain("absence-back-to-note"), NotePress(note=note.id)),)


def papers(tr: Translator, view: NoteView, files: tuple[NoteFile, ...]) -> Screen:
    """Send the documents of a note; whose they are stands above them."""
    case = view.case
    text = tr(
        "absence-papers", klass=case.klass, student=clip(case.child.name.short, NAME), note=note_line(tr, case.note)
    )
    return Screen(
        text, (to_note(tr, case.note),), media=tuple(Media(file.kind, file.file_id) for file in files), anew=True
    )
