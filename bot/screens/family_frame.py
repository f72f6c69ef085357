"""What every screen of a family has around it: who it is about, which day, and the ways on and back."""

from collections.abc import Callable
from datetime import date

from bot.callbacks import Press
from bot.callbacks.home import HomePress
from bot.screen import Button
from bot.widgets.fitting import clip
from core.model.diary import Child
from core.model.progress import Neighbours
from locales import Markup, Translator
from locales.dates import day_short, day_title, relative_day

_NAME_LIMIT = 60
_LABEL_LIMIT = 24


def heading(tr: Translator, child: Child, day: date) -> Markup:
    """Give the first line of every screen of a family: the child, and the class of that day (NTF-11)."""
    name = clip(child.name.spoken, _NAME_LIMIT)
    klass = child.klass_name(day)
    return tr("diary-heading", child=name, klass=klass) if klass else tr("diary-heading-plain", child=name)


def day_line(tr: Translator, day: date, today: date) -> Markup:
    """Give the day's title: «четверг, 15 октября (сегодня)»."""
    title, near = day_title(tr, day), relative_day(tr, day, today)
    return tr("diary-day", day=title) if near == title else tr("diary-day-near", day=title, near=near)


def safe(tr: Translator, text: str) -> Markup:
    """Give somebody's text as HTML that says just that."""
    return tr("diary-text", text=text)


def label(text: str) -> str:
    """Give a school's own text short enough for a button."""
    return clip(text, _LABEL_LIMIT)


def menu_row(tr: Translator) -> tuple[Button, ...]:
    """Give the way back to the menu."""
    return (Button(tr.plain("home-back"), HomePress()),)


def days_row(
    tr: Translator,
    days: tuple[date | None, date | None],
    today: date,
    press: Callable[[date], Press],
    now: Press | None,
) -> tuple[Button, ...]:
    """Give ◀ and ▶ to the neighbouring days with lessons, and the way to today where `now` is given."""
    previous, following = days
    row = []
    if previous is not None:
        row.append(Button(tr.plain("diary-button-previous", day=_near(tr, previous, today)), press(previous)))
    if now is not None and today not in days:
        row.append(Button(tr.plain("diary-button-today"), now))
    if following is not None:
        row.append(Button(tr.plain("diary-button-next", day=_near(tr, following, today)), press(following)))
    return tuple(row)


def weeks_row(
    tr: Translator,
    days: tuple[date | None, date | None],
    press: Callable[[date], Press],
    now: Press | None,
) -> tuple[Button, ...]:
    """Give the ways to the weeks with lessons before and after, and to this week where `now` is given."""
    previous, following = days
    row = []
    if previous is not None:
        row.append(Button(tr.plain("diary-button-earlier"), press(previous)))
    if now is not None:
        row.append(Button(tr.plain("diary-button-this-week"), now))
    if following is not None:
        row.append(Button(tr.plain("diary-button-later"), press(following)))
    return tuple(row)


def _near(tr: Translator, day: date, today: date) -> str:
    return relative_day(tr, day, today) if abs((day - today).days) <= 1 else day_short(tr, day)


def periods_row(tr: Translator, span: Neighbours, press: Callable[[int], Press]) -> tuple[Button, ...]:
    """Give ◀ and ▶ to the neighbouring periods."""
    row = []
    if span.previous is not None:
        name = label(span.previous.name)
        row.append(Button(tr.plain("progress-button-previous", period=name), press(span.previous.id)))
    if span.next is not None:
        name = label(span.next.name)
        row.append(Button(tr.plain("progress-button-next", period=name), press(span.next.id)))
    return tuple(row)
