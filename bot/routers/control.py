"""Control of how the journals are kept: home screens of the leadership, and what they lead to (CTL-1 … CTL-4)."""

from bot.desk import Desk
from bot.routers import board, control_remarks

desk = Desk()
desk.include(board.desk, control_remarks.desk)
