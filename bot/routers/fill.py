"""Fill rates of the school and its classes, and the workbook of them (CTL-2)."""

import asyncio
from datetime import date

from bot.callbacks import day_of
from bot.callbacks.fill import FillPress, FillSheetPress, KlassFillPress
from bot.desk import Answer, Desk
from bot.screens import fill as screens
from bot.turn import Turn
from core.documents.tables import write_tables
from core.model.fill import FillBy, FillRates
from core.model.ids import KlassId, SchoolId
from core.usecases.fill_rates import ShowFill, ShowKlassFill, show_fill, show_klass_fill

desk = Desk()


@desk.press(FillPress)
async def school_fill(turn: Turn, press: FillPress) -> Answer:
    """Show the fill rates of a school."""
    return screens.school_fill(await _of_school(turn, press.school, press.month), press.by, press.page, turn.tr)


async def _of_school(turn: Turn, school: int, month: int | None) -> FillRates:
    return await turn.read(show_fill, ShowFill(SchoolId(school), _month(month)))


def _month(number: int | None) -> date | None:
    return day_of(number) if number else None


@desk.press(KlassFillPress)
async def klass_fill(turn: Turn, press: KlassFillPress) -> Answer:
    """Show the fill rates of a class."""
    value = await turn.read(show_klass_fill, ShowKlassFill(KlassId(press.klass), _month(press.month)))
    return screens.klass_fill(value, press.page, turn.tr)


@desk.press(FillSheetPress)
async def fill_sheet(turn: Turn, press: FillSheetPress) -> Answer:
    """Give the fill rates as a workbook."""
    value = await _of_school(turn, press.school, press.month)
    data = await asyncio.to_thread(write_tables, screens.fill_tables(value, turn.tr))
    return screens.with_sheet(screens.school_fill(value, FillBy.KLASS, 0, turn.tr), value, data, turn.tr)
