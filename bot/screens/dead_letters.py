"""Letters that nobody got: what kind, when, why, for whom; each to be sent once more or closed (NTF-1)."""

from datetime import date, datetime

from bot.callbacks.dead_letters import CloseDeadPress, DeadLettersPress, RevivePress
from bot.screen import Button, Screen
from bot.screens.home import Row, back
from bot.widgets.pager import page_of, pager_row
from core.model.dead_letter import DeadLetter, DeadLetters
from core.model.people import Role
from locales import Markup, Translator, dates

ON_PAGE = 5


def dead_letters(value: DeadLetters, page: int, now: datetime, tr: Translator, toast: str = "") -> Screen:
    """Show a page of them, the newest first; `toast` is the id of what was just done."""
    shown = page_of(value.letters, page, ON_PAGE)
    today = now.astimezone(value.zone).date()
    lines = [tr("dead-title", count=len(value.letters))]
    lines += [_line(place, one, value, today, tr) for place, one in enumerate(shown.items, 1)]
    if shown.items:
        lines.append(tr("dead-hint"))
    rows: list[Row] = [_row(place, one, tr) for place, one in enumerate(shown.items, 1)]
    turn = pager_row(tr, shown, lambda number: DeadLettersPress(school=value.school, page=number))
    rows = [*rows, turn] if turn else rows
    return Screen("\n\n".join(lines), (*rows, back(tr, Role.ADMINISTRATOR)), toast=tr.plain(toast) if toast else "")


def _line(place: int, one: DeadLetter, value: DeadLetters, today: date, tr: Translator) -> Markup:
    return tr(
        "dead-line",
        number=place,
        kind=one.kind,
        moment=dates.moment(tr, one.at, value.zone, today),
        reason=one.reason or "unknown",
        reader=one.reader.full if one.reader else "none",
    )


def _row(place: int, one: DeadLetter, tr: Translator) -> Row:
    return (
        Button(tr.plain("dead-revive-button", number=place), RevivePress(letter=one.id)),
        Button(tr.plain("dead-close-button", number=place), CloseDeadPress(letter=one.id)),
    )
