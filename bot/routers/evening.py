"""The evening's message: ticks (NTF-8)."""

from bot.callbacks import day_of
from bot.callbacks.evening import EveningTickPress
from bot.desk import Desk
from bot.screen import Screen
from bot.screens.evening import evening_screen
from bot.turn import Turn
from core.model.ids import HomeworkId, PersonId
from core.usecases.evening import ShowEvening, show_evening
from core.usecases.homework_reading import Tick, tick

desk = Desk()


@desk.press(EveningTickPress)
async def tick_in_the_evening(turn: Turn, press: EveningTickPress) -> Screen:
    """Keep a student's tick and draw the message anew."""
    child = PersonId(press.child)
    await turn.change(tick, Tick(child, HomeworkId(press.homework), press.done))
    found = await turn.read(show_evening, ShowEvening(child, day_of(press.day)))
    return evening_screen(turn.tr, found)
