"""What a class has to do already, shown to the teacher who gives more; how long it takes, in three buttons (BEY-7)."""

from collections.abc import Iterator
from datetime import date

from bot.callbacks.load import MinutesPress, TypeMinutesPress
from bot.callbacks.teacher import TaskPress
from bot.screen import Button, Keyboard, Screen
from bot.screens.load_words import minutes_text
from bot.screens.teacher_words import heading
from core.model.homework import Homework
from core.model.homework_load import MINUTES_LIMIT, DayLoad
from core.model.journal import HomeworkSheet
from locales import Markup, Translator
from locales.dates import day_short

CHOICES = (15, 30, 45)


def given_before(sheet: HomeworkSheet, tr: Translator) -> tuple[Markup, ...]:
    """Give what the class has for the lesson that homework is for by default, nothing where there is none yet."""
    load = sheet.load_of(sheet.due_days[0]) if sheet.due_days else None
    return (_line(tr, load, sheet.facts.klass, "before"),) if load and load.minutes else ()


def given_with(value: Homework, sheet: HomeworkSheet, tr: Translator) -> Iterator[Markup]:
    """Give what the class has with this homework; nothing for homework of one student."""
    load = sheet.load_of(value.due_on)
    if load is None or value.student is not None:
        return
    yield _line(tr, load, sheet.facts.klass, "with")
    own = next((each for each in load.tasks if each.task.id == value.id), None)
    if own is not None and own.estimated:
        yield tr("giving-minutes-ask", minutes=own.minutes)


def _line(tr: Translator, load: DayLoad, klass: str, when: str) -> Markup:
    name = f"giving-load-over-{when}" if load.over else f"giving-load-{when}"
    minutes, norm = minutes_text(tr, load.minutes), minutes_text(tr, load.norm)
    return tr(name, day=day_short(tr, load.day), klass=klass, minutes=minutes, norm=norm)


def minute_rows(value: Homework, tr: Translator) -> Keyboard:
    """Give the buttons of how long a homework takes; for one student's nobody asks."""
    if value.student is not None:
        return ()
    row = [
        Button(
            tr.plain("giving-minutes-chosen" if minutes == value.minutes else "giving-minutes-button", minutes=minutes),
            MinutesPress(task=value.id, minutes=minutes),
        )
        for minutes in CHOICES
    ]
    other = tr.plain("giving-minutes-other")
    if value.minutes is not None and value.minutes not in CHOICES:
        other = tr.plain("giving-minutes-typed", minutes=value.minutes)
    return ((*row, Button(other, TypeMinutesPress(task=value.id))),)


def day_label(sheet: HomeworkSheet, day: date, tr: Translator) -> str:
    """Give a day to choose, with what the class has to do for it."""
    load, short = sheet.load_of(day), day_short(tr, day)
    if load is None or not load.minutes:
        return short
    return tr.plain("giving-day-load", day=short, minutes=minutes_text(tr, load.minutes))


def ask_minutes(value: Homework, sheet: HomeworkSheet, tr: Translator) -> Screen:
    """Ask for the minutes."""
    back = (Button(tr.plain("teacher-button-cancel"), TaskPress(task=value.id, leave=True)),)
    return Screen("\n\n".join((heading(sheet.facts, tr), tr("giving-minutes-how", limit=MINUTES_LIMIT))), (back,))
