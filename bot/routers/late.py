"""From a refusal to the deputy and back: ask with one tap, answer with one tap (JRN-10, JRN-11)."""

from bot.callbacks.finals import AnswerLatePress, AskFinalLatePress, AskLatePress, FinalSheetPress, term_of
from bot.callbacks.teacher import LessonPress
from bot.desk import Answer, Desk
from bot.screen import Button
from bot.screens import late as screens
from bot.turn import Turn
from core.model.ids import GroupId, LatePermissionId, LessonId, PersonId
from core.usecases.final_sheets import OpenFinals
from core.usecases.late_permissions import (
    AnswerLate,
    AskFinalLate,
    AskLate,
    LatePlace,
    answer_late,
    ask_final_late,
    ask_late,
    late_finals,
    late_lesson,
)

desk = Desk()


@desk.press(AskLatePress)
async def ask(turn: Turn, press: AskLatePress) -> Answer:
    """Offer the reasons; with one send the request."""
    lesson, student = LessonId(press.lesson), PersonId(press.student) if press.student else None
    if press.reason is None:
        place = await turn.read(late_lesson, LatePlace(lesson, student))
        return screens.ask_lesson(place.facts, student, place.student, turn.tr)
    done = await turn.change(ask_late, AskLate(lesson, student, press.reason.value))
    back = Button(turn.tr.plain("teacher-button-lesson"), LessonPress(lesson=press.lesson))
    return screens.asked(turn.tr, back, anew=done.anew)


@desk.press(AskFinalLatePress)
async def ask_final(turn: Turn, press: AskFinalLatePress) -> Answer:
    """Offer the reasons; with one send the request."""
    group, term = GroupId(press.group), term_of(press.term)
    if press.reason is None:
        visit = await turn.read(late_finals, OpenFinals(group, term))
        return screens.ask_final(visit.facts, visit.term, turn.tr)
    done = await turn.change(ask_final_late, AskFinalLate(group, term, press.reason.value))
    back = Button(turn.tr.plain("final-to-sheet"), FinalSheetPress(group=press.group, term=press.term))
    return screens.asked(turn.tr, back, anew=done.anew)


@desk.press(AnswerLatePress)
async def answer(turn: Turn, press: AnswerLatePress) -> Answer:
    """Record the deputy's answer."""
    request, until = await turn.change(answer_late, AnswerLate(LatePermissionId(press.permission), press.granted))
    return screens.answered(request, until, turn.tr)
