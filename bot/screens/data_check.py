"""The monthly check of a class's data, a student a screen; the administrator's errors to put right (CLS-7)."""

from bot.callbacks import number_of
from bot.callbacks.admin import KlassListPress
from bot.callbacks.data_check import (
    DataCheckPress,
    DataDonePress,
    DataFaultPress,
    DataFaultsPress,
    DataRightPress,
    SettleFaultPress,
)
from bot.screen import Button, Screen
from bot.screens.home import back
from bot.screens.teacher_words import name_text, some_names
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import page_of, pager_row
from core.model.data_check import FAULT_LIMIT, DataCard, DataCheck, DataFault, DataFaults, KnownGuardian
from core.model.ids import PersonId
from core.model.people import Role
from locales import Markup, Translator, dates

FAULTS_A_PAGE = 5


def check(value: DataCheck, tr: Translator, *, toast: str = "") -> Screen:
    """Show whom to look at next, or that everybody was."""
    leave = (Button(tr.plain("data-back-list"), KlassListPress(klass=value.klass)),)
    day, card = number_of(value.month), value.next
    if card is None:
        return _all_looked(value, tr, toast)
    right = Button(tr.plain("data-right"), DataRightPress(klass=value.klass, day=day, student=card.student))
    fault = Button(tr.plain("data-fault"), DataFaultPress(klass=value.klass, day=day, student=card.student))
    text = "\n\n".join((_title(value, tr), _card(card, tr), tr("data-how")))
    return Screen(text, ((right, fault), leave), toast=toast)


def _title(value: DataCheck, tr: Translator) -> Markup:
    looked = sum(card.student in value.looked for card in value.cards)
    place = min(looked + 1, len(value.cards))
    return tr(
        "data-title",
        klass=value.klass_name,
        month=dates.month_title(tr, value.month),
        place=place,
        all=len(value.cards),
    )


def _card(card: DataCard, tr: Translator) -> Markup:
    born = dates.day_month_year(tr, card.born_on) if card.born_on else "none"
    lines = [
        tr("data-name", name=card.name.full),
        tr("data-born", day=born),
        tr("data-enrolled", day=dates.day_month_year(tr, card.enrolled_on)),
        *(_guardian(each, tr) for each in card.guardians),
    ]
    return Markup("\n".join(lines if card.guardians else [*lines, tr("data-no-guardians")]))


def _guardian(one: KnownGuardian, tr: Translator) -> Markup:
    way = "electronic" if one.electronic else "paper"
    return tr("data-guardian", name=one.name.full, relation=one.relation or "none", way=way)


def _all_looked(value: DataCheck, tr: Translator, toast: str) -> Screen:
    title = tr("data-title-done", klass=value.klass_name, month=dates.month_title(tr, value.month))
    names = some_names([card.name for card in value.cards if card.student in value.faulty])
    state = tr("data-closed" if value.done else "data-all-looked", count=len(value.cards))
    blocks = [title, state, *([tr("data-faulty", names=names)] if names else [])]
    done = (Button(tr.plain("data-done"), DataDonePress(klass=value.klass, day=number_of(value.month))),)
    leave = (Button(tr.plain("data-back-list"), KlassListPress(klass=value.klass)),)
    return Screen("\n\n".join(blocks), (() if value.done else done, leave), toast=toast)


def ask_fault(value: DataCheck, student: PersonId, tr: Translator) -> Screen:
    """Ask what is wrong with what is kept of a student."""
    card = next(each for each in value.cards if each.student == student)
    cancel = Button(tr.plain("home-cancel"), DataCheckPress(klass=value.klass, day=number_of(value.month)))
    return Screen("\n\n".join((_title(value, tr), _card(card, tr), tr("data-ask", limit=FAULT_LIMIT))), ((cancel,),))


def faults(value: DataFaults, page: int, tr: Translator, *, toast: str = "") -> Screen:
    """Show the administrator what waits to be put right."""
    shown = page_of(value.faults, page, FAULTS_A_PAGE)
    title, how = tr("data-faults-title", count=len(value.faults)), tr("data-faults-how")

    def build(limit: int) -> list[str]:
        if not shown.items:
            return [title, tr("data-faults-none")]
        return [title, *(_fault(each, value, limit, tr) for each in shown.items), how]

    text, _ = fitted(build, how)
    rows = [
        (Button(tr.plain("data-settle", name=name_text(each.student)), SettleFaultPress(fault=each.id)),)
        for each in shown.items
    ]
    turning = pager_row(tr, shown, lambda to: DataFaultsPress(school=value.school, page=to))
    return Screen(text, (*rows, turning, back(tr, Role.ADMINISTRATOR)), toast=toast)


def _fault(one: DataFault, value: DataFaults, limit: int, tr: Translator) -> Markup:
    day = dates.day_and_month(tr, one.told_at.astimezone(value.zone).date())
    return tr(
        "data-fault-line",
        klass=one.klass_name,
        name=clip(one.student.short, limit),
        words=clip(one.words, limit),
        teller=clip(one.told_by.initials, limit),
        day=day,
    )
