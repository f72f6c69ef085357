"""The evening's message drawn anew, after a tick (NTF-8)."""

from collections.abc import Iterator

from bot.callbacks import number_of
from bot.callbacks.evening import EveningTickPress
from bot.callbacks.family import DayPress, HomeworkPress
from bot.screen import Button, Screen
from bot.screens.family_frame import heading
from bot.widgets.pager import in_rows
from core.model.evening import ChildsEvening
from locales import Translator
from locales.evenings import evening_lines, tick_label

_TICKS = 10


def evening_screen(tr: Translator, found: ChildsEvening) -> Screen:
    """Give the coming day; the student ticks homework, and opens the diary below."""
    lines = evening_lines(tr, found.evening, found.today, ticking=found.ticking)
    text = "\n".join((heading(tr, found.child, found.evening.day), *lines))
    return Screen(text, (*in_rows(tuple(_ticks(tr, found)), 2), tuple(_ways(tr, found))))


def _ticks(tr: Translator, found: ChildsEvening) -> Iterator[Button]:
    day = number_of(found.evening.day)
    for number, task in enumerate(found.evening.homework[:_TICKS] if found.ticking else (), 1):
        name = "diary-button-ticked" if task.done else "diary-button-tick"
        press = EveningTickPress(child=found.child.id, homework=task.id, done=not task.done, day=day)
        yield Button(tr.plain(name, number=number, subject=tick_label(task.subject)), press)


def _ways(tr: Translator, found: ChildsEvening) -> Iterator[Button]:
    child, day = found.child.id, number_of(found.evening.day)
    if found.evening.homework:
        yield Button(tr.plain("diary-button-homework"), HomeworkPress(child=child, day=day), below=True)
    yield Button(tr.plain("diary-button-day"), DayPress(child=child, day=day), below=True)
