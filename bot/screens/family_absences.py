"""What a child missed in a period: totals, by subject, by day (DIA-7)."""

from collections.abc import Iterator
from itertools import groupby

from bot.callbacks.absence import NoteFormPress
from bot.callbacks.family import AbsencesPress, MarksPress
from bot.callbacks.forecast import AttendanceChartPress
from bot.screen import Button, Screen
from bot.screens.absence import note_button, note_line
from bot.screens.family_frame import heading, menu_row, periods_row
from bot.screens.family_lesson import presence_text
from bot.screens.family_marks import day_within
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import Page, page_of, pager_row
from core.model.attendance import Presence
from core.model.progress import Absences, Missed, MissedTotals, Neighbours
from locales import Markup, Translator
from locales.dates import day_range, day_short

_DAYS = 10
_NAME_LIMIT = 60
_NOTES, _NOTE_LINES = 2, 10

Day = tuple[str, tuple[Missed, ...]]


def absences_screen(tr: Translator, absences: Absences, number: int) -> Screen:
    """Give missed lessons with reasons and lateness: totals, by subject, by day."""
    span = absences.span
    if span is None:
        text = f"{heading(tr, absences.child, absences.today)}\n\n{tr('progress-no-periods')}"
        return Screen(text, (menu_row(tr),))
    days: list[Day] = [
        (day_short(tr, day), tuple(records)) for day, records in groupby(absences.records, key=lambda each: each.day)
    ]
    page = page_of(days, number, _DAYS)
    text, _ = fitted(lambda limit: tuple(_blocks(tr, absences, span, page, limit)), tr("diary-cut"))
    child, period = absences.child.id, span.period.id
    turning = pager_row(tr, page, lambda at: AbsencesPress(child=child, period=period, page=at))
    periods = periods_row(tr, span, lambda other: AbsencesPress(child=child, period=other))
    press = AttendanceChartPress(child=child, period=period)
    chart = (Button(tr.plain("charts-button-overview"), press),) if absences.records else ()
    ways = (*_marks_button(tr, absences, period), *menu_row(tr))
    return Screen(text, (turning, chart, *_note_rows(tr, absences), periods, ways))


def _note_rows(tr: Translator, absences: Absences) -> tuple[tuple[Button, ...], ...]:
    """Give a guardian the ways to the latest notes, and to another one."""
    if not absences.guarded:
        return ()
    notes = tuple((note_button(tr, note),) for note in absences.notes[:_NOTES])
    return (*notes, (Button(tr.plain("absence-home-button"), NoteFormPress(child=absences.child.id)),))


def _marks_button(tr: Translator, absences: Absences, period: int) -> tuple[Button, ...]:
    if absences.child.unmarked(absences.today):
        return ()
    return (Button(tr.plain("diary-button-marks"), MarksPress(child=absences.child.id, period=period)),)


def _blocks(tr: Translator, absences: Absences, span: Neighbours, page: Page[Day], limit: int) -> Iterator[str]:
    days = day_range(tr, span.period.starts_on, span.period.ends_on)
    title = tr("absences-title", period=clip(span.period.name, _NAME_LIMIT), span=days)
    yield f"{heading(tr, absences.child, day_within(span, absences.today))}\n{title}"
    if absences.notes and page.number == 0:
        said = (
            tr("absence-list-line", note=note_line(tr, note), state=note.state.value)
            for note in absences.notes[:_NOTE_LINES]
        )
        yield "\n".join((tr("absence-list-title"), *said))
    if not absences.records:
        yield tr("absences-none")
        return
    if page.number == 0:
        yield "\n".join(_totals(tr, absences))
        yield "\n".join((tr("absences-by-subject"), *(_subject(tr, *each, limit) for each in absences.subjects)))
    yield tr("absences-by-day")
    for day, records in page.items:
        yield "\n".join((tr("absences-day", day=day), *(_record(tr, record, limit) for record in records)))


def _totals(tr: Translator, absences: Absences) -> Iterator[str]:
    totals = absences.totals
    if totals.lessons:
        yield f"{tr('absences-lessons', count=totals.lessons)} {_reasons(tr, totals)}"
    if absences.days:
        yield tr("absences-days", count=absences.days)
    if totals.late:
        yield tr("absences-late", count=totals.late, minutes=totals.minutes)


def _reasons(tr: Translator, totals: MissedTotals) -> Markup:
    counts = ((Presence.ILL, totals.ill), (Presence.EXCUSED, totals.excused), (Presence.ABSENT, totals.absent))
    said = (tr(f"absences-reason-{presence}", count=count) for presence, count in counts if count)
    return tr("absences-reasons", reasons=Markup(", ".join(said)))


def _subject(tr: Translator, subject: str, totals: MissedTotals, limit: int) -> Markup:
    name = clip(subject, limit)
    if not totals.late:
        return tr("absences-subject-missed", subject=name, missed=totals.lessons)
    if not totals.lessons:
        return tr("absences-subject-late", subject=name, late=totals.late)
    return tr("absences-subject-both", subject=name, missed=totals.lessons, late=totals.late)


def _record(tr: Translator, record: Missed, limit: int) -> Markup:
    presence = presence_text(tr, record.presence, record.minutes)
    return tr("absences-record", number=record.number, subject=clip(record.subject, limit), presence=presence)
