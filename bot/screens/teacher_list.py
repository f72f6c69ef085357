"""Marks by text: the prompt, the preview, the question about an unclear name (JRN-4)."""

from bot.callbacks.marks import DropListPress, ResolvePress, StoreListPress, WorkPress
from bot.screen import Button, Screen
from bot.screens.teacher_marks import USUAL
from bot.screens.teacher_words import NAME_LIMIT, heading, mark_text, presence_text, work_name
from bot.widgets.fitting import clip, fitted
from core.model.attendance import LATE_MINUTES_DEFAULT, Presence
from core.model.dictation import Line, LineState
from core.model.ids import WorkId
from core.model.journal import ListProposal, MarkSheet, Pupil
from locales import Markup, Translator

CHOICES = 6


def how(sheet: MarkSheet, work: WorkId, tr: Translator) -> Screen:
    """Tell how to type a list."""
    known = sheet.work(work)
    head = [heading(sheet.facts, tr)]
    if known is not None:
        head.append(tr("grading-work-line", work=work_name(known, tr)))
    rows = ((Button(tr.plain("teacher-button-cancel"), WorkPress(work=work, value=USUAL[0])),),)
    return Screen("\n\n".join(("\n".join(head), tr("list-how"))), rows)


def preview(value: ListProposal, tr: Translator) -> Screen:
    """Show what was understood; the first unclear name is asked with buttons, storing comes after."""
    text, _ = fitted(lambda limit: _lines(value, tr, limit), tr("teacher-fitting-more"), gap="\n")
    drop = (Button(tr.plain("list-drop"), DropListPress(work=value.work)),)
    if value.question is not None:
        return Screen(text, (*_choices(value, tr), drop))
    if not value.clear:
        return Screen(text, (drop,))
    store = Button(tr.plain("list-store", what=_counts(value, tr)), StoreListPress(work=value.work))
    return Screen(text, ((store,), drop))


def _counts(value: ListProposal, tr: Translator) -> str:
    marks = sum(len(line.marks) for _, line in value.clear)
    noted = sum(line.presence is not None for _, line in value.clear)
    counts = (("list-count-marks", marks), ("list-count-noted", noted))
    return ", ".join(tr.plain(key, count=count) for key, count in counts if count)


def _lines(value: ListProposal, tr: Translator, limit: int) -> list[str]:
    lines: list[str] = [heading(value.sheet.facts, tr)]
    # What is asked stands first: it must not be what does not fit.
    if value.question is not None:
        _, asked = value.question
        lines += ["", tr("list-question", written=clip(asked.written, limit), said=_said(asked, tr))]
    elif not value.clear:
        lines += ["", tr("list-nothing")]
    if value.unknown:
        lines += ["", tr("list-unknown"), *(_unknown(line, tr, limit) for line in value.unknown)]
    if value.clear:
        lines += ["", tr("list-clear"), *(_clear(value, pupil, line, tr) for pupil, line in value.clear)]
    return lines


def _clear(value: ListProposal, pupil: Pupil, line: Line, tr: Translator) -> Markup:
    standing = value.sheet.standing(value.work, pupil.id)
    before = " ".join(mark_text(mark.value, tr) for mark in standing if mark.value)
    said = _said(line, tr)
    if before and line.marks and before != said:
        return tr("list-line-changes", name=clip(pupil.name.short, NAME_LIMIT), before=before, said=said)
    return tr("list-line", name=clip(pupil.name.short, NAME_LIMIT), said=said)


def _said(line: Line, tr: Translator) -> str:
    parts = [mark_text(mark, tr) for mark in line.marks]
    if line.presence is Presence.LATE:
        sign = presence_text(line.presence, tr)
        parts.append(tr.plain("list-late", sign=sign, minutes=line.minutes or LATE_MINUTES_DEFAULT))
    elif line.presence is not None:
        parts.append(presence_text(line.presence, tr))
    return " ".join(parts)


def _unknown(line: Line, tr: Translator, limit: int) -> Markup:
    if line.state is LineState.UNREAD:
        return tr("list-unread", written=clip(line.written, limit), words=clip(" ".join(line.unread), limit))
    key = "list-unknown-name" if line.state is LineState.UNKNOWN_NAME else "list-no-value"
    return tr(key, written=clip(line.written, limit))


def _choices(value: ListProposal, tr: Translator) -> tuple[tuple[Button, ...], ...]:
    if value.question is None:
        return ()
    place, line = value.question
    found = [pupil for pupil in value.sheet.pupils if pupil.id in line.candidates][:CHOICES]
    rows = [
        (Button(clip(pupil.name.full, 60), ResolvePress(work=value.work, place=place, student=pupil.id)),)
        for pupil in found
    ]
    return (*rows, (Button(tr.plain("list-nobody"), ResolvePress(work=value.work, place=place)),))


def absent(value: ListProposal, name: str, tr: Translator) -> Screen:
    """Ask before a list gives a mark to somebody who is not there."""
    text = "\n\n".join((heading(value.sheet.facts, tr), tr("list-absent-ask", name=name)))
    rows = (
        (Button(tr.plain("list-absent-yes"), StoreListPress(work=value.work, sure=True)),),
        (Button(tr.plain("list-drop"), DropListPress(work=value.work)),),
    )
    return Screen(text, rows)
