"""The pardons of a school that hold: who, what, why, until when, by whom; ending one (BEY-9)."""

from datetime import timedelta

from bot.callbacks.board import BoardPress
from bot.callbacks.duties import EndGivenPress, PardonsPress
from bot.callbacks.home import HomePress
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.widgets.duty_lines import reason_in_words
from bot.widgets.duty_words import subject_in_words
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import page_of, pager_row
from core.model.own_duties import GivenPardon, PardonList
from locales import Markup, Translator, dates

A_PAGE = 5
_CLIPS = (200, 100, 50, 25)
_LABEL = 60
_A_MOMENT = timedelta(microseconds=1)


def pardons(value: PardonList, at: int, tr: Translator, *, toast: str = "") -> Screen:
    """Show what waits, the pardon that ends first before the others, each with a button that ends it."""
    back = (
        Button(tr.plain("board-back"), BoardPress(school=value.school)),
        Button(tr.plain("home-back"), HomePress()),
    )
    head = tr("pardons-title", school=value.name, count=len(value.pardons))
    if not value.pardons:
        return Screen(f"{head}\n\n{tr('pardons-none')}", (back,), toast)
    page = page_of(value.pardons, at, A_PAGE)
    numbered = list(enumerate(page.items, 1 + page.number * A_PAGE))
    text, _ = fitted(
        lambda limit: [head, *(_line(number, each, value, tr, limit) for number, each in numbered)],
        tr("duties-more"),
        _CLIPS,
    )
    rows: list[Row] = [(_ending(number, each, value, tr),) for number, each in numbered if each.may_end]
    turning = pager_row(tr, page, lambda to: PardonsPress(school=value.school, page=to))
    return Screen(text, tuple(row for row in (*rows, turning, back) if row), toast)


def _what(each: GivenPardon, value: PardonList, tr: Translator) -> str:
    pardon, names = each.pardon, value.names
    if pardon.person is not None:
        person = names.people.get(pardon.person)
        return tr.plain("pardons-person", name=person.name.initials if person else "")
    if pardon.klass is not None:
        klass = names.klasses.get(pardon.klass)
        return tr.plain("pardons-klass", klass=klass.name if klass else "")
    title = tr.plain(f"rule-{each.rule.title}") if each.rule else tr.plain("pardons-other")
    if each.subject is None:
        return tr.plain("pardons-rule", title=title)
    return tr.plain("pardons-duty", title=title, about=subject_in_words(tr, each.subject, names))


def _line(number: int, each: GivenPardon, value: PardonList, tr: Translator, limit: int) -> Markup:
    pardon = each.pardon
    by = value.names.people.get(pardon.by)
    last = None if pardon.until is None else (pardon.until - _A_MOMENT).astimezone(value.zone).date()
    return tr(
        "pardons-line",
        number=number,
        what=clip(_what(each, value, tr), limit),
        reason=Markup(clip(reason_in_words(tr, pardon.reason), limit * 2)),
        until=tr("pardons-open") if last is None else tr("pardons-until", day=dates.day_and_month(tr, last)),
        by=by.name.initials if by else "",
        since=dates.day_numbers(tr, pardon.at.astimezone(value.zone).date()),
    )


def _ending(number: int, each: GivenPardon, value: PardonList, tr: Translator) -> Button:
    label = clip(tr.plain("pardons-end-button", number=number, what=_what(each, value, tr)), _LABEL)
    return Button(label, EndGivenPress(school=value.school, pardon=each.pardon.id))


def ending(value: PardonList, pardon: int, tr: Translator) -> Screen | None:
    """Ask whether a pardon shall end now; None where it has ended meanwhile."""
    each = next((each for each in value.pardons if each.pardon.id == pardon and each.may_end), None)
    if each is None:
        return None
    text = "\n\n".join((tr("pardons-end-title"), _line(1, each, value, tr, _CLIPS[0]), tr("pardons-end-ask")))
    rows = (
        (Button(tr.plain("pardons-end-sure"), EndGivenPress(school=value.school, pardon=pardon, sure=True)),),
        (Button(tr.plain("home-cancel"), PardonsPress(school=value.school)),),
    )
    return Screen(text, rows)
