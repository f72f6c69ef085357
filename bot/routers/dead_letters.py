"""Letters that nobody got, in the administrator's hands (NTF-1)."""

from bot.callbacks.dead_letters import CloseDeadPress, DeadLettersPress, RevivePress
from bot.desk import Answer, Desk
from bot.screens import dead_letters as screens
from bot.turn import Turn
from core.model.ids import LetterId, SchoolId
from core.usecases.dead_letters import ListDead, TendDead, close_dead, list_dead, revive_dead

desk = Desk()


@desk.press(DeadLettersPress)
async def listed(turn: Turn, press: DeadLettersPress) -> Answer:
    """Show what was given up."""
    found = await turn.read(list_dead, ListDead(SchoolId(press.school)))
    return screens.dead_letters(found, press.page, turn.now, turn.tr)


@desk.press(RevivePress)
async def revive(turn: Turn, press: RevivePress) -> Answer:
    """Send one once more."""
    left = await turn.change(revive_dead, TendDead(LetterId(press.letter)))
    return screens.dead_letters(left, 0, turn.now, turn.tr, toast="dead-revived")


@desk.press(CloseDeadPress)
async def close(turn: Turn, press: CloseDeadPress) -> Answer:
    """Take one off the list."""
    left = await turn.change(close_dead, TendDead(LetterId(press.letter)))
    return screens.dead_letters(left, 0, turn.now, turn.tr, toast="dead-closed")
