"""Moving a school day by the deputy or the administrator (ADM-2)."""

from bot.callbacks import day_of
from bot.callbacks.day_moves import MovePreviewPress, MoveSourcePress, MoveTargetPress
from bot.desk import Answer, Desk
from bot.screens import day_moves as screens
from bot.turn import Turn
from core.model.ids import SchoolId
from core.usecases.day_moves import ChooseDays, MoveDay, choose_days, move_day, preview_day_move
from locales.dates import day_and_month

desk = Desk()


@desk.press(MoveSourcePress)
async def source(turn: Turn, press: MoveSourcePress) -> Answer:
    """Ask which day is moved."""
    value = await turn.read(choose_days, ChooseDays(SchoolId(press.school)))
    return screens.pick_source(value, day_of(press.month) if press.month else None, turn.tr)


@desk.press(MoveTargetPress)
async def target(turn: Turn, press: MoveTargetPress) -> Answer:
    """Ask where to."""
    value = await turn.read(choose_days, ChooseDays(SchoolId(press.school)))
    month = day_of(press.month) if press.month else None
    return screens.pick_target(value, day_of(press.source), month, turn.tr)


@desk.press(MovePreviewPress)
async def move(turn: Turn, press: MovePreviewPress) -> Answer:
    """Show what changes, and change it."""
    days, tr = (day_of(press.source), day_of(press.target)), turn.tr
    if not press.sure:
        return screens.preview(await turn.read(preview_day_move, MoveDay(SchoolId(press.school), *days)), tr)
    names = (
        tr.plain("day-move-name-free", day=day_and_month(tr, days[1])),
        tr.plain("day-move-name-moved", day=day_and_month(tr, days[0])),
    )
    return screens.done(await turn.change(move_day, MoveDay(SchoolId(press.school), *days, names)), tr)
