"""One's own duties in the chat, «сделано», and the deputy's pardons (NTF-5, BEY-9)."""

import re
from datetime import date

from bot.callbacks import day_of
from bot.callbacks.duties import (
    DealPress,
    DonePress,
    DutyPress,
    EndGivenPress,
    EndPardonPress,
    MyDutiesPress,
    PardonPress,
    PardonsPress,
    PardonUntilPress,
)
from bot.desk import Answer, Desk
from bot.screen import Screen
from bot.screens import duties as screens
from bot.screens import pardons as list_screens
from bot.turn import Form, Turn, Typed
from bot.widgets.duty_buttons import duty_of
from core.model.ids import SchoolId
from core.model.own_duties import Deal, DutyCard
from core.usecases import own_duties, pardon_list, pardons

desk = Desk()
FORM = "pardon"
# «Командировка до 25.10»: what stands before the day is the reason.
_TYPED = re.compile(r"(?P<words>.*?)[\s,;]*\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.?\s*", re.DOTALL)


@desk.press(MyDutiesPress)
async def my_list(turn: Turn, press: MyDutiesPress) -> Answer:
    """Show what I owe."""
    owed = await turn.read(own_duties.my_list, own_duties.MyList())
    return screens.my_list(owed, press.page, turn.now, turn.tr)


@desk.press(DutyPress)
async def card(turn: Turn, press: DutyPress) -> Answer:
    """Show a duty."""
    if press.leave:
        await turn.forget()
    return screens.card(await turn.read(own_duties.duty_card, duty_of(press)), turn.now, turn.tr, press.board)


def _card(turn: Turn, value: DutyCard) -> Screen:
    return screens.card(value, turn.now, turn.tr)


@desk.press(DonePress)
async def done(turn: Turn, press: DonePress) -> Answer:
    """Note that it is done, or take that back."""
    if press.done:
        return _card(turn, await turn.change(own_duties.confirm_duty, duty_of(press)))
    return _card(turn, await turn.change(own_duties.reopen_duty, duty_of(press)))


@desk.press(PardonPress)
async def pardon(turn: Turn, press: PardonPress) -> Answer:
    """Ask why."""
    return screens.deals(await turn.read(pardons.pardon_form, duty_of(press)), turn.tr, press.board)


@desk.press(DealPress)
async def deal(turn: Turn, press: DealPress) -> Answer:
    """Ask until when; for one's own words, wait for them."""
    value = await turn.read(pardons.pardon_form, duty_of(press))
    if press.deal is Deal.OWN_WORDS:
        await turn.expect(FORM, press=press.pack())
        return screens.words_asked(press, value, turn.tr)
    return screens.until(press, value, turn.now.astimezone(value.owed.zone).date(), turn.tr)


@desk.press(PardonUntilPress)
async def pardon_until(turn: Turn, press: PardonUntilPress) -> Answer:
    """Pardon."""
    command = pardons.PardonDuty(duty_of(press), press.deal, day_of(press.day))
    return _card(turn, await turn.change(pardons.pardon_duty, command))


@desk.form(FORM)
async def typed_reason(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Pardon for a reason in one's own words, until the day behind them."""
    press = DealPress.read(str(form.data["press"]))
    value = await turn.read(pardons.pardon_form, duty_of(press))
    found = _TYPED.fullmatch(typed.text)
    day = _day(found, turn.now.astimezone(value.owed.zone).date()) if found else None
    words = _reason(turn, found["words"]) if found else ""
    if day is None or not words:
        return screens.words_asked(press, value, turn.tr, again=True)
    command = pardons.PardonDuty(duty_of(press), press.deal, day, words)
    changed = await turn.change(pardons.pardon_duty, command)
    await turn.forget()
    return _card(turn, changed)


def _reason(turn: Turn, words: str) -> str:
    """«Командировка до» is the reason «Командировка»."""
    return words.strip().removesuffix(turn.tr.plain("duties-until-word")).strip(" ,;:–-")


def _day(found: re.Match[str], today: date) -> date | None:
    """Give the next such day: in January a «25.12» would be of the year before, which nobody means."""
    for year in (today.year, today.year + 1):
        try:
            day = date(year, int(found["month"]), int(found["day"]))
        except ValueError:
            return None
        if day >= today:
            return day
    return None


@desk.press(PardonsPress)
async def given(turn: Turn, press: PardonsPress) -> Answer:
    """Show the pardons of a school that hold."""
    value = await turn.read(pardon_list.list_pardons, pardon_list.ListPardons(SchoolId(press.school)))
    return list_screens.pardons(value, press.page, turn.tr)


@desk.press(EndGivenPress)
async def end_given(turn: Turn, press: EndGivenPress) -> Answer:
    """Ask whether a pardon shall end; once more, and it does."""
    school = SchoolId(press.school)
    if press.sure:
        left = await turn.change(pardon_list.end_given, pardon_list.EndGiven(school, press.pardon))
        return list_screens.pardons(left, 0, turn.tr, toast=turn.tr.plain("pardons-ended"))
    value = await turn.read(pardon_list.list_pardons, pardon_list.ListPardons(school))
    return list_screens.ending(value, press.pardon, turn.tr) or list_screens.pardons(value, 0, turn.tr)


@desk.press(EndPardonPress)
async def end(turn: Turn, press: EndPardonPress) -> Answer:
    """End a pardon."""
    return _card(turn, await turn.change(pardons.end_pardon, duty_of(press)))
