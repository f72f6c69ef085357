"""The family's side: the first screen, and the desks of all its screens."""

from bot.callbacks.family import ChildPress
from bot.desk import Desk
from bot.routers import family_day, family_homework, family_progress
from bot.screen import Screen
from bot.screens.family_home import home_screen
from bot.screens.home import with_tabs
from bot.turn import Turn
from core.model.access import Capacity
from core.model.ids import PersonId
from core.usecases.family_home import ChooseChild, ShowHome, choose_child, show_home

desk = Desk()
desk.include(family_day.desk, family_homework.desk, family_progress.desk)


async def home(turn: Turn, capacity: Capacity) -> Screen:
    """Give the first screen of a guardian or a student."""
    glance = await turn.read(show_home, ShowHome(capacity))
    return home_screen(turn.tr, glance)


@desk.press(ChildPress)
async def choose(turn: Turn, press: ChildPress) -> Screen:
    """Show another child of the same reader first, from now on."""
    capacity = await turn.change(choose_child, ChooseChild(PersonId(press.child)))
    screen = await home(turn, capacity)
    return with_tabs(screen, turn.actor, capacity, turn.tr) if turn.actor else screen
