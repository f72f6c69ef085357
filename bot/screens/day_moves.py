"""Moving a school day: which, where to, what changes (ADM-2)."""

from datetime import date, timedelta

from bot.callbacks import number_of
from bot.callbacks.day_moves import MovePreviewPress, MoveSourcePress, MoveTargetPress
from bot.callbacks.events import EventsPress
from bot.screen import Button, Screen
from bot.screens.home import back
from bot.widgets.date_picker import DatePicker
from core.model.day_move import DayChoice, DayMove
from locales import Translator
from locales.clauses import cited
from locales.dates import day_title, moment

_DAY = timedelta(days=1)


def pick_source(value: DayChoice, month: date | None, tr: Translator) -> Screen:
    """Ask which day is moved."""
    school = value.school
    picker = DatePicker(
        pick=lambda day: MoveTargetPress(school=school, source=number_of(day)),
        turn=lambda shown: MoveSourcePress(school=school, month=number_of(shown)),
        first=value.today + _DAY,
        last=value.last,
    )
    text = tr("day-move-source", school=value.school_name)
    return Screen(text, (*picker.keyboard(tr, month or value.today, value.today), (_leave(school, tr),)))


def pick_target(value: DayChoice, source: date, month: date | None, tr: Translator) -> Screen:
    """Ask on which day its lessons are held."""
    school, moved = value.school, number_of(source)
    picker = DatePicker(
        pick=lambda day: MovePreviewPress(school=school, source=moved, target=number_of(day)),
        turn=lambda shown: MoveTargetPress(school=school, source=moved, month=number_of(shown)),
        first=value.today + _DAY,
        last=value.last,
    )
    text = tr("day-move-target", school=value.school_name, source=day_title(tr, source))
    return Screen(text, (*picker.keyboard(tr, month or source, value.today), (_leave(school, tr),)))


def preview(value: DayMove, tr: Translator) -> Screen:
    """Show what changes before it does."""
    source, target = day_title(tr, value.source), day_title(tr, value.target)
    name = "day-move-preview-back" if value.back else "day-move-preview"
    counts = {"lessons": value.lessons, "klasses": value.klasses}
    parts = [tr(name, school=value.school_name, source=source, target=target, **counts)]
    if value.term is not None:
        until = moment(tr, value.term.due_at, value.zone, value.today)
        term = "day-move-late" if value.late else "day-move-term"
        parts.append(tr(term, moment=until, clause=cited(tr, (value.term.clause,))))
    press = MovePreviewPress(
        school=value.school, source=number_of(value.source), target=number_of(value.target), sure=True
    )
    return Screen("\n\n".join(parts), ((Button(tr.plain("day-move-sure"), press),), (_leave(value.school, tr),)))


def done(value: DayMove, tr: Translator) -> Screen:
    """Say that it is done."""
    text = tr("day-move-done", source=day_title(tr, value.source), target=day_title(tr, value.target))
    return Screen(text, ((_leave(value.school, tr),), back(tr)))


def _leave(school: int, tr: Translator) -> Button:
    return Button(tr.plain("events-back-button"), EventsPress(school=school))
