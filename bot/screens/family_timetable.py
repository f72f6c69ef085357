"""The timetable with its times, and what lies ahead (DIA-8)."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from bot.callbacks import number_of
from bot.callbacks.calendar_files import ChildCalendarPress
from bot.callbacks.events import ChildEventsPress
from bot.callbacks.family import TimetablePress
from bot.screen import Button, Screen
from bot.screens.family_frame import days_row, heading, menu_row, safe, weeks_row
from bot.screens.family_lesson import away_text, place_text, subject_text
from bot.widgets.fitting import clip, fitted
from core.model.calendar import CalendarKind
from core.model.diary import DiaryLesson, Holiday, SchoolEvent, Timetable
from locales import Markup, Translator
from locales.dates import clock_range, clock_time, day_range, day_short, day_title

# Of what lies ahead the nearest is enough.
_AHEAD = 6


def timetable_screen(tr: Translator, timetable: Timetable) -> Screen:
    """Give the lessons of a day or a week with their times; substitutions and cancellations are marked."""
    text, _ = fitted(lambda limit: tuple(_blocks(tr, timetable, limit)), tr("diary-cut"))
    child, week = timetable.child.id, timetable.first != timetable.last
    here = timetable.first <= timetable.today <= timetable.last
    days = (timetable.previous, timetable.next)
    now = None if here else TimetablePress(child=child, week=week)

    def press(day: date) -> TimetablePress:
        return TimetablePress(child=child, day=number_of(day), week=week)

    turning = weeks_row(tr, days, press, now) if week else days_row(tr, days, timetable.today, press, now)
    day = timetable.today if here else timetable.first
    name = "diary-button-timetable-day" if week else "diary-button-timetable-week"
    other = Button(tr.plain(name), TimetablePress(child=child, day=number_of(day), week=not week))
    events = Button(tr.plain("events-button"), ChildEventsPress(child=child))
    file = Button(tr.plain("calendar-button"), ChildCalendarPress(child=child))
    return Screen(text, (turning, (other,), (events, file), menu_row(tr)))


def _blocks(tr: Translator, timetable: Timetable, limit: int) -> Iterator[str]:
    week = timetable.first != timetable.last
    day = day_range(tr, timetable.first, timetable.last) if week else day_title(tr, timetable.first)
    yield f"{heading(tr, timetable.child, timetable.first)}\n{tr('diary-timetable-title', day=day)}"
    if not timetable.lessons:
        yield tr("diary-no-lessons")
    for each, lessons in groupby(timetable.lessons, key=lambda lesson: lesson.day):
        lines = [_line(tr, lesson, limit, full=not week) for lesson in lessons]
        yield "\n".join([tr("diary-week-day", day=day_short(tr, each)), *lines] if week else lines)
    ahead = tuple(_ahead(tr, timetable, limit))
    if ahead:
        yield "\n".join((tr("diary-timetable-ahead"), *ahead))


def _line(tr: Translator, lesson: DiaryLesson, limit: int, *, full: bool) -> str:
    time = clock_range(tr, lesson.starts, lesson.ends) if full else clock_time(tr, lesson.starts)
    if lesson.moved_to is not None:
        return tr(
            "diary-lesson-away", number=lesson.number, subject=subject_text(tr, lesson, limit), to=away_text(tr, lesson)
        )
    name = "diary-timetable-line-cancelled" if lesson.cancelled else "diary-timetable-line"
    line = tr(name, number=lesson.number, time=time, subject=subject_text(tr, lesson, limit))
    if lesson.moved_from is not None and not lesson.cancelled:
        line = Markup(f"{line} {tr('diary-week-moved', place=away_text(tr, lesson))}")
    if lesson.cancelled or not (full or lesson.substitute):
        return line
    return f"{line} · {place_text(tr, lesson, limit)}"


def _ahead(tr: Translator, timetable: Timetable, limit: int) -> Iterator[Markup]:
    both: list[Holiday | SchoolEvent] = [*timetable.holidays, *timetable.events]
    both.sort(key=lambda one: one.starts_on if isinstance(one, Holiday) else one.day)
    for one in both[:_AHEAD]:
        yield _holiday(tr, one, limit) if isinstance(one, Holiday) else _event(tr, one, limit)


def _holiday(tr: Translator, holiday: Holiday, limit: int) -> Markup:
    span = day_range(tr, holiday.starts_on, holiday.ends_on)
    name = "diary-timetable-moved" if holiday.kind is CalendarKind.MOVED else "diary-timetable-holiday"
    return tr(name, span=span, name=clip(holiday.name, limit))


def _event(tr: Translator, event: SchoolEvent, limit: int) -> Markup:
    name, day = safe(tr, clip(event.name, limit)), day_short(tr, event.day)
    if event.place:
        name = tr("diary-event-place", event=name, place=clip(event.place, limit))
    if event.at is None:
        return tr("diary-timetable-event", day=day, name=name)
    return tr("diary-timetable-event-at", day=day, time=clock_time(tr, event.at), name=name)
