"""The first screen of a family: whose diary, what comes next, what is new."""

from collections.abc import Iterator

from bot.callbacks.absence import NoteFormPress
from bot.callbacks.family import (
    AbsencesPress,
    ChildPress,
    DayPress,
    HomeworkPress,
    MarksPress,
    TimetablePress,
    WeekPress,
)
from bot.callbacks.messages import TalksPress
from bot.screen import Button, Keyboard, Screen
from bot.screens.family_day import holiday_line
from bot.screens.family_frame import day_line, heading, label
from bot.screens.message_lists import home_label
from bot.widgets.fitting import clip
from bot.widgets.pager import in_rows
from core.model.progress import Glance
from locales import Translator
from locales.dates import clock_time, relative_day

_NAME_LIMIT = 60


def home_screen(tr: Translator, glance: Glance | None) -> Screen:
    """Give the glance at a child's diary with the ways into it; other children of the reader are one tap away."""
    if glance is None:
        return Screen(tr("diary-home-nobody"))
    top = f"{heading(tr, glance.child, glance.today)}\n{day_line(tr, glance.today, glance.today)}"
    unmarked = glance.child.unmarked(glance.today)
    text = "\n\n".join((top, "\n".join(_lines(tr, glance)), *([tr("diary-unmarked")] if unmarked else [])))
    return Screen(text, (*_siblings(tr, glance), *_ways(tr, glance, unmarked=unmarked)))


def _lines(tr: Translator, glance: Glance) -> Iterator[str]:
    for holiday in glance.holidays:
        yield holiday_line(tr, holiday, _NAME_LIMIT)
    if not glance.holidays:
        yield tr("diary-home-lessons", count=glance.lessons)
    if glance.next_day is not None and glance.next_at is not None:
        at, subject = clock_time(tr, glance.next_at), clip(glance.next_subject, _NAME_LIMIT)
        if glance.next_day == glance.today:
            yield tr("diary-home-coming", time=at, subject=subject)
        else:
            day = relative_day(tr, glance.next_day, glance.today)
            yield tr("diary-home-coming-day", day=day, time=at, subject=subject)
    if glance.homework_day is not None and not glance.child.unmarked(glance.today):
        day = relative_day(tr, glance.homework_day, glance.today)
        yield tr("diary-home-homework", day=day, count=glance.homework)
    if glance.fresh:
        yield tr("diary-home-fresh", count=glance.fresh)


def _siblings(tr: Translator, glance: Glance) -> Keyboard:
    if len(glance.siblings) < 2:
        return ()
    buttons = [
        Button(
            tr.plain(
                "diary-button-child-chosen" if child.id == glance.child.id else "diary-button-child",
                name=label(child.name.given),
                klass=child.klass_name(glance.today),
            ),
            ChildPress(child=child.id),
        )
        for child in glance.siblings
    ]
    return in_rows(buttons, 2)


def _ways(tr: Translator, glance: Glance, *, unmarked: bool) -> Iterator[tuple[Button, ...]]:
    child = glance.child.id
    yield (
        Button(tr.plain("diary-button-diary"), DayPress(child=child)),
        Button(tr.plain("diary-button-week"), WeekPress(child=child)),
    )
    if not unmarked:
        yield Button(tr.plain("diary-button-homework"), HomeworkPress(child=child)), _marks(tr, glance)
    yield (
        Button(tr.plain("diary-button-absences"), AbsencesPress(child=child)),
        Button(tr.plain("diary-button-timetable"), TimetablePress(child=child)),
    )
    talk = Button(home_label(tr, glance.unread), TalksPress(child=child))
    yield (Button(tr.plain("absence-home-button"), NoteFormPress(child=child)), talk) if glance.guarded else (talk,)


def _marks(tr: Translator, glance: Glance) -> Button:
    press = MarksPress(child=glance.child.id)
    if glance.fresh:
        return Button(tr.plain("diary-button-marks-fresh", count=glance.fresh), press)
    return Button(tr.plain("diary-button-marks"), press)
