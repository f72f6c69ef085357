"""The attestation radar, and whom to ask next (BEY-2)."""

from bot.callbacks.forecast import AskPress, RadarPress
from bot.desk import Desk
from bot.screen import Screen
from bot.screens.radar import ask_screen, radar_screen
from bot.turn import Turn
from core.model.ids import GroupId, LessonId
from core.usecases.radar import ShowRadar, WhomToAsk, show_radar, whom_to_ask

desk = Desk()


@desk.press(RadarPress)
async def radar(turn: Turn, press: RadarPress) -> Screen:
    """Show who of a group is short of marks."""
    found = await turn.read(show_radar, ShowRadar(GroupId(press.group)))
    return radar_screen(turn.tr, found, press.page, press.lesson)


@desk.press(AskPress)
async def ask(turn: Turn, press: AskPress) -> Screen:
    """Show whom to ask in a lesson to come."""
    found = await turn.read(whom_to_ask, WhomToAsk(LessonId(press.lesson)))
    return ask_screen(turn.tr, found.facts, found.radar, found.asks)
