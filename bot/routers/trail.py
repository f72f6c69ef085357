"""The audit trail in the chat: records are checked by their codes (BEY-4)."""

from bot.desk import Answer, Desk
from bot.screens import trail as screens
from bot.turn import Turn
from core.usecases.checking import CheckRecord, check_record

desk = Desk()


@desk.command("check")
async def check(turn: Turn, argument: str) -> Answer:
    """Tell whether the record of a code is unchanged."""
    found = await turn.read(check_record, CheckRecord(argument))
    if not argument.strip():
        return screens.check_how(turn.tr)
    return screens.checked(turn.tr, found, turn.now)
