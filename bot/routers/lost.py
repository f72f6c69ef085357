"""Somebody else's access was lost: closed at once, then what was done under it is looked at (ACC-5)."""

from bot.callbacks import day_of
from bot.callbacks.family import day_or_none
from bot.callbacks.lost import (
    DecideOperationPress,
    LostListPress,
    LostReportPress,
    LostSincePress,
    PickSincePress,
    ReportLostPress,
)
from bot.desk import Answer, Desk
from bot.screens import lost as screens
from bot.turn import Turn
from core.model.ids import LostReportId, PersonId, SchoolId
from core.usecases import lost

desk = Desk()


@desk.press(ReportLostPress)
async def report_lost(turn: Turn, press: ReportLostPress) -> Answer:
    """Ask once, then close the access."""
    person = PersonId(press.person)
    if not press.sure:
        asked = await turn.read(lost.ask_report_lost, lost.AskReportLost(person))
        return screens.ask(turn.tr, asked)
    reported = await turn.change(lost.report_lost, lost.ReportLost(person))
    return screens.reported(turn.tr, reported)


@desk.press(LostListPress)
async def open_reports(turn: Turn, press: LostListPress) -> Answer:
    """Show what is not closed."""
    school = SchoolId(press.school)
    found = await turn.read(lost.list_lost, lost.ListLost(school))
    return screens.reports(turn.tr, school, found)


@desk.press(LostReportPress)
async def show_report(turn: Turn, press: LostReportPress) -> Answer:
    """Show a report."""
    case = await turn.read(lost.open_lost, lost.OpenLost(LostReportId(press.report)))
    return screens.report(turn.tr, case, press.page)


@desk.press(PickSincePress)
async def pick_since(turn: Turn, press: PickSincePress) -> Answer:
    """Show a month to pick the day from."""
    case = await turn.read(lost.open_lost, lost.OpenLost(LostReportId(press.report)))
    return screens.pick_since(turn.tr, case, day_of(press.month))


@desk.press(LostSincePress)
async def name_since(turn: Turn, press: LostSincePress) -> Answer:
    """List what was done since a day."""
    command = lost.NameSince(LostReportId(press.report), day_or_none(press.day))
    found = await turn.change(lost.name_since, command)
    return screens.report(turn.tr, found, 0)


@desk.press(DecideOperationPress)
async def decide(turn: Turn, press: DecideOperationPress) -> Answer:
    """Keep or take back; what is taken back, and all at once, only after another look."""
    key = LostReportId(press.report)
    if (press.operation is None or press.back) and not press.sure:
        case = await turn.read(lost.open_lost, lost.OpenLost(key))
        ask = screens.ask_all if press.operation is None else screens.ask_one
        return ask(turn.tr, case, press)
    case = await turn.change(lost.decide, lost.Decide(key, press.back, press.operation))
    return screens.report(turn.tr, case, press.page, toast=turn.tr.plain("lost-decided"))
