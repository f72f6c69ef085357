"""A lesson's card as the answer after something was recorded in it."""

from bot.screen import Screen
from bot.screens.radar import with_radar
from bot.screens.signals import with_signals
from bot.screens.teacher_lesson import card
from bot.screens.work_calendar import with_ahead
from bot.turn import Turn
from core.model.ids import LessonId
from core.model.people import Role
from core.usecases.lesson_reading import OpenLesson, lesson_card

_TEACHING = frozenset({Role.TEACHER, Role.PSYCHOLOGIST})


async def card_screen(turn: Turn, lesson: LessonId, toast: str = "") -> Screen:
    """Read a lesson and show its card, with a word above the chat."""
    view = await turn.read(lesson_card, OpenLesson(lesson))
    teaches = turn.actor is not None and bool(turn.actor.roles() & _TEACHING)
    screen = card(view.card, turn.tr, fills=view.fills, toast=toast, teaches=teaches)
    if view.watches:
        screen = with_radar(screen, view.card.facts, turn.tr, asks=view.to_come)
    if view.fills and turn.now < view.card.facts.lesson.starts_at:
        screen = with_ahead(screen, view.card.facts, turn.tr)
    return with_signals(screen, view.card.facts.lesson, turn.tr) if view.tells else screen
