"""The substitute's card (BEY-10)."""

from bot.callbacks.lesson_changes import SubstitutionPress
from bot.desk import Answer, Desk
from bot.screens import substitution as screens
from bot.turn import Turn
from core.model.ids import LessonId
from core.usecases.substitution import OpenSubstitution, substitution_card

desk = Desk()


@desk.press(SubstitutionPress)
async def show_card(turn: Turn, press: SubstitutionPress) -> Answer:
    """Show the card of a substituted lesson."""
    value = await turn.read(substitution_card, OpenSubstitution(LessonId(press.lesson)))
    return screens.card(value, turn.tr)
