"""Control of how the journals are kept: home screens of the leadership, and what they lead to (CTL-1 … CTL-4)."""

from dataclasses import replace

from bot.callbacks.control import OfficePress
from bot.desk import Answer, Desk
from bot.routers import analysis, board, control_remarks, fill, signals
from bot.screen import Screen
from bot.screens import control_home as screens
from bot.screens.home import back
from bot.turn import Turn
from core.model.access import Capacity
from core.model.ids import SchoolId
from core.model.people import Role
from core.usecases.office import ReadOffice, read_office

desk = Desk()
desk.include(analysis.desk, board.desk, control_remarks.desk, fill.desk, signals.desk)


async def home(turn: Turn, capacity: Capacity) -> Screen:
    """Show the school today to a deputy, a head, the working group or an inspector."""
    value = await turn.read(read_office, ReadOffice(capacity.school))
    return screens.office(value, capacity.role, turn.tr)


@desk.press(OfficePress)
async def of_administrator(turn: Turn, press: OfficePress) -> Answer:
    """Show the school today to its administrator."""
    value = await turn.read(read_office, ReadOffice(SchoolId(press.school)))
    screen = screens.office(value, Role.ADMINISTRATOR, turn.tr)
    return replace(screen, keyboard=(*screen.keyboard, back(turn.tr, Role.ADMINISTRATOR)))
