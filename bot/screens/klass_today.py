"""The class today: lessons taken and not, who is missing where and why (CLS-1)."""

from collections.abc import Iterator
from datetime import datetime

from bot.callbacks.absence import MissingPress
from bot.callbacks.board import BoardKlassPress
from bot.callbacks.fill import KlassFillPress
from bot.callbacks.signals import KlassTodayPress
from bot.screen import Button, Screen
from bot.screens.absence import note_line
from bot.screens.absence_answers import waiting_button
from bot.screens.home import back
from bot.widgets.fitting import clip, fitted
from core.model.absence_note import AbsenceReason, NoteState
from core.model.attendance import Presence
from core.model.klass_today import Absence, Absentee, KlassLesson, KlassToday
from core.model.people import Role
from locales import Markup, Translator, dates

# Reasons and names are shortened, step by step, until a class fits into a message.
CLIPS = (300, 80, 30, 12)
WAYS = 5


def klass_today(value: KlassToday, now: datetime, tr: Translator) -> Screen:
    """Show a class today."""
    text, _ = fitted(lambda limit: _lines(value, now, tr, limit), tr("teacher-fitting-more"), CLIPS, gap="\n")
    rows = (
        *_ways(value, tr),
        (
            Button(tr.plain("klass-today-refresh"), KlassTodayPress(klass=value.klass)),
            Button(tr.plain("klass-today-board"), BoardKlassPress(klass=value.klass)),
        ),
        (Button(tr.plain("fill-button"), KlassFillPress(klass=value.klass)),),
        back(tr, Role.CLASS_TEACHER),
    )
    return Screen(text, rows)


def _ways(value: KlassToday, tr: Translator) -> Iterator[tuple[Button, ...]]:
    """What asks for the class teacher, the most urgent first: children nobody knows of, notes, families silent yet."""
    waiting = [case for case in value.notes if case.note.state is NoteState.WAITING]
    buttons = [waiting_button(tr, case) for case in sorted(waiting, key=lambda case: not case.note.urgent)]
    silent = {one.student: one.name.short for one in value.unanswered}
    silent |= {one.student: one.name.short for one in value.unexplained}
    buttons += [
        Button(tr.plain("absence-button-missing", name=name), MissingPress(student=student))
        for student, name in silent.items()
    ]
    yield from ((button,) for button in buttons[:WAYS])


def _said(value: KlassToday, tr: Translator) -> Iterator[Markup]:
    others = [case for case in value.notes if not case.note.urgent]
    if others:
        yield tr("absence-klass-notes")
    for case in others:
        note, state = note_line(tr, case.note), case.note.state.value
        yield tr("absence-klass-note", name=case.child.name.short, note=note, state=state)
    silent = list(_open(value, tr))
    yield from (Markup(""), *silent) if others and silent else silent


def _open(value: KlassToday, tr: Translator) -> Iterator[Markup]:
    """Who was missing without a reason: today, and on the days of the week before."""
    if value.unanswered or value.unexplained:
        yield tr("absence-klass-open")
    if value.unanswered:
        yield tr("absence-klass-unanswered", names=", ".join(one.name.short for one in value.unanswered))
    for one in value.unexplained:
        days = ", ".join(dates.day_short(tr, day) for day in one.days)
        yield tr("absence-klass-unexplained", name=one.name.short, days=days)


def _lines(value: KlassToday, now: datetime, tr: Translator, limit: int) -> list[str]:
    urgent = (case.child.name.short for case in value.notes if case.note.urgent)
    lines: list[str] = [tr("klass-title", klass=value.name, day=dates.day_title(tr, value.day))]
    lines += [*(tr("absence-klass-urgent", name=name) for name in urgent), ""]
    lines += [_lesson(one, value, now, tr) for one in value.lessons] or [tr("klass-today-no-lessons")]
    if value.lessons:
        lines += ["", *_absentees(value, now, tr, limit)]
    said = list(_said(value, tr))
    return [*lines, "", *said] if said else lines


def _lesson(one: KlassLesson, value: KlassToday, now: datetime, tr: Translator) -> Markup:
    subject = f"{one.subject} ({one.subgroup})" if one.subgroup else one.subject
    state = "cancelled" if one.cancelled else "taken" if one.taken else "untaken" if one.starts_at <= now else "ahead"
    time = dates.clock_time(tr, one.starts_at.astimezone(value.zone))
    keeper = one.keeper.initials
    return tr(f"klass-today-lesson-{state}", number=one.number, subject=subject, time=time, keeper=keeper)


def _absentees(value: KlassToday, now: datetime, tr: Translator, limit: int) -> list[Markup]:
    if value.absentees:
        return [tr("klass-today-absent"), *(_absentee(one, tr, limit) for one in value.absentees)]
    taken = any(one.taken for one in value.lessons)
    return [tr("klass-today-everybody" if taken and not value.untaken(now) else "klass-nobody-absent")]


def _absentee(one: Absentee, tr: Translator, limit: int) -> Markup:
    lessons = "; ".join(_absence(each, tr, limit) for each in one.absences)
    return tr("klass-today-absentee", name=clip(one.name.short, limit), lessons=Markup(lessons))


def _absence(one: Absence, tr: Translator, limit: int) -> Markup:
    if one.presence is Presence.LATE:
        what = tr("presence-late-full", minutes=one.minutes)
    else:
        what = tr(f"presence-{one.presence.value}-full")
    if not one.reason:
        return tr("klass-today-absence", number=one.number, what=what)
    reason: str = clip(one.reason, limit)
    if one.reason in set(AbsenceReason):
        reason = tr("absence-reason-short", reason=one.reason)
    return tr("klass-today-absence-why", number=one.number, what=what, reason=reason)
