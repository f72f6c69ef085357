"""Attendance in one screen: tap to turn, one button to save (JRN-2)."""

from collections import Counter

from bot.callbacks.teacher import LatePress, SaveAttendancePress, TapStudentPress
from bot.screen import Button, Screen
from bot.screens.teacher_lesson import to_lesson
from bot.screens.teacher_words import heading, labels, presence_text, some_names
from bot.widgets.toggle import class_grid
from core.model.attendance import Presence
from core.model.journal import AttendanceDraft, AttendanceSheet, Pupil
from locales import Markup, Translator

LATE_CHOICES = (5, 10, 15, 20, 30)


def attendance(draft: AttendanceDraft, tr: Translator, *, note: str = "") -> Screen:
    """Show a class with what was tapped; `note` tells why it was drawn anew."""
    sheet = draft.sheet
    short = labels(sheet.pupils)
    lesson = sheet.facts.lesson.id

    def label(pupil: Pupil) -> str:
        presence, minutes = draft.of(pupil)
        return _label(short[pupil.id], presence, minutes, tr)

    grid = class_grid(sheet.pupils, label, lambda student: TapStudentPress(lesson=lesson, student=student))
    rows = (*grid, *_late_row(draft, tr), _save_row(draft, tr), to_lesson(lesson, tr))
    return Screen("\n\n".join(_text(draft, tr, note)), rows)


def _text(draft: AttendanceDraft, tr: Translator, note: str) -> list[Markup]:
    sheet = draft.sheet
    blocks = [heading(sheet.facts, tr)]
    if note:
        blocks.append(tr(note))
    if not sheet.pupils:
        return [*blocks, tr("roll-nobody")]
    before = [pupil.name for pupil in sheet.pupils if pupil.missed_before]
    if before:
        blocks.append(tr("roll-missed-before", names=some_names(before)))
    said = [pupil for pupil in sheet.pupils if pupil.announced and not sheet.facts.lesson.attendance_at]
    if said:
        blocks.append(tr("absence-roll", names=Markup(", ".join(_announced(pupil, tr) for pupil in said))))
    blocks.append(tr("roll-recorded" if sheet.facts.lesson.attendance_at else "roll-how"))
    if draft.touched:
        blocks.append(tr("roll-unsaved"))
    return blocks


def _announced(pupil: Pupil, tr: Translator) -> Markup:
    said = pupil.announced
    reason, accepted = (said.reason.value, "yes" if said.accepted else "no") if said else ("", "no")
    return tr("absence-roll-name", name=pupil.name.short, reason=reason, accepted=accepted)


def _label(name: str, presence: Presence, minutes: int, tr: Translator) -> str:
    if presence is Presence.PRESENT:
        return name
    sign = presence_text(presence, tr)
    if presence is Presence.LATE:
        return tr.plain("roll-label-late", sign=sign, minutes=minutes, name=name)
    return tr.plain("roll-label", sign=sign, name=name)


def _late_row(draft: AttendanceDraft, tr: Translator) -> tuple[tuple[Button, ...], ...]:
    presence, chosen = draft.noted.get(draft.last, (Presence.PRESENT, 0)) if draft.last else (Presence.PRESENT, 0)
    if draft.last is None or presence is not Presence.LATE:
        return ()
    lesson, student = draft.sheet.facts.lesson.id, draft.last
    row = tuple(
        Button(
            tr.plain("roll-minutes-chosen" if minutes == chosen else "roll-minutes", minutes=minutes),
            LatePress(lesson=lesson, student=student, minutes=minutes),
        )
        for minutes in LATE_CHOICES
    )
    return (row,)


def _save_row(draft: AttendanceDraft, tr: Translator) -> tuple[Button, ...]:
    totals = summary(Counter(presence for presence, _ in draft.noted.values()), tr)
    label = tr.plain("roll-save", totals=totals) if totals else tr.plain("roll-all-present")
    return (Button(label, SaveAttendancePress(lesson=draft.sheet.facts.lesson.id)),)


def summary(counts: Counter[Presence], tr: Translator) -> str:
    """«2 н, 1 о»; empty when everybody is there; plain."""
    parts = [
        tr.plain("roll-count", count=counts[presence], sign=presence_text(presence, tr))
        for presence in Presence
        if presence is not Presence.PRESENT and counts[presence]
    ]
    return ", ".join(parts)


def saved(sheet: AttendanceSheet, tr: Translator) -> str:
    """«Сохранено: 1 н»: the word above the chat."""
    totals = summary(Counter(pupil.presence for pupil in sheet.pupils), tr)
    return tr.plain("roll-saved", totals=totals) if totals else tr.plain("roll-saved-all")
