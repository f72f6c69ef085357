"""One lesson and what is changed about it: substitute, cancellation, move, room (ADM-4)."""

from bot.callbacks import Press, day_of
from bot.callbacks.lesson_changes import (
    CancelPress,
    ChangePress,
    MoveDaysPress,
    MoveNumbersPress,
    MovePress,
    ReturnPress,
    RoomPress,
    RoomsPress,
    SubstitutePress,
    SubstitutesPress,
)
from bot.desk import Answer, Desk
from bot.screen import Screen
from bot.screens import lesson_changing as screens
from bot.turn import Form, Turn, Typed
from core.model.ids import LessonId, PersonId
from core.model.lesson_change import Outcome
from core.usecases.lesson_changes import (
    OpenChange,
    OpenMoveDay,
    list_move_days,
    list_move_numbers,
    list_rooms,
    list_substitutes,
    open_change,
)
from core.usecases.lesson_changing import (
    CancelLesson,
    ChangeRoom,
    MoveLesson,
    ReturnLesson,
    Substitute,
    cancel_lesson,
    change_room,
    move_lesson,
    return_lesson,
    substitute,
)

desk = Desk()
FORM = "lesson-room"


async def _lesson(turn: Turn, lesson: LessonId, toast: str = "") -> Screen:
    return screens.lesson(await turn.read(open_change, OpenChange(lesson)), turn.now, turn.tr, toast)


async def _after(turn: Turn, outcome: Outcome, sure: Press) -> Screen:
    """Show the lesson as it is now, or what stands in the way."""
    if outcome.conflicts:
        insist = sure if outcome.may_insist else None
        return screens.conflicts(outcome.facts, outcome.conflicts, turn.tr, insist)
    return await _lesson(turn, outcome.facts.lesson.id, screens.done(outcome, turn.tr))


@desk.press(ChangePress)
async def show_lesson(turn: Turn, press: ChangePress) -> Answer:
    """Show a lesson with what can be changed about it."""
    if press.leave:
        await turn.forget()
    return await _lesson(turn, LessonId(press.lesson))


@desk.press(SubstitutesPress)
async def choose_substitute(turn: Turn, press: SubstitutesPress) -> Answer:
    """Ask who gives the lesson."""
    found = await turn.read(list_substitutes, OpenChange(LessonId(press.lesson)))
    return screens.substitutes(found, press.page, turn.tr)


@desk.press(SubstitutePress)
async def set_substitute(turn: Turn, press: SubstitutePress) -> Answer:
    """Give the lesson to somebody, or back to its teacher."""
    teacher = PersonId(press.teacher) if press.teacher else None
    outcome = await turn.change(substitute, Substitute(LessonId(press.lesson), teacher, press.sure))
    return await _after(turn, outcome, press.model_copy(update={"sure": True}))


@desk.press(CancelPress)
async def cancel(turn: Turn, press: CancelPress) -> Answer:
    """Cancel a lesson, after a question."""
    lesson = LessonId(press.lesson)
    if not press.sure:
        return screens.ask_cancel(await turn.read(open_change, OpenChange(lesson)), turn.tr)
    outcome = await turn.change(cancel_lesson, CancelLesson(lesson))
    return await _lesson(turn, lesson, screens.done(outcome, turn.tr))


@desk.press(ReturnPress)
async def give_back(turn: Turn, press: ReturnPress) -> Answer:
    """Let a cancelled lesson take place."""
    outcome = await turn.change(return_lesson, ReturnLesson(LessonId(press.lesson), press.sure))
    return await _after(turn, outcome, press.model_copy(update={"sure": True}))


@desk.press(MoveDaysPress)
async def choose_day(turn: Turn, press: MoveDaysPress) -> Answer:
    """Ask to which day."""
    return screens.move_days(await turn.read(list_move_days, OpenChange(LessonId(press.lesson))), turn.tr)


@desk.press(MoveNumbersPress)
async def choose_number(turn: Turn, press: MoveNumbersPress) -> Answer:
    """Ask for the lesson number."""
    command = OpenMoveDay(LessonId(press.lesson), day_of(press.day))
    return screens.move_numbers(await turn.read(list_move_numbers, command), turn.tr)


@desk.press(MovePress)
async def move(turn: Turn, press: MovePress) -> Answer:
    """Move a lesson."""
    command = MoveLesson(LessonId(press.lesson), day_of(press.day), press.number, press.sure)
    outcome = await turn.change(move_lesson, command)
    return await _after(turn, outcome, press.model_copy(update={"sure": True}))


@desk.press(RoomsPress)
async def choose_room(turn: Turn, press: RoomsPress) -> Answer:
    """Ask for a room; what is typed from now on is one."""
    found = await turn.read(list_rooms, OpenChange(LessonId(press.lesson)))
    await turn.expect(FORM, lesson=press.lesson)
    return screens.rooms(found, press.page, turn.tr)


@desk.press(RoomPress)
async def set_room(turn: Turn, press: RoomPress) -> Answer:
    """Take a room of the list."""
    command = ChangeRoom(LessonId(press.lesson), room=press.room, sure=press.sure)
    outcome = await turn.change(change_room, command)
    await turn.forget()
    return await _after(turn, outcome, press.model_copy(update={"sure": True}))


@desk.form(FORM)
async def typed_room(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take a typed room; the same one typed twice is meant so, whatever takes it."""
    lesson = LessonId(form.data["lesson"])
    sure = form.data.get("refused") == typed.text
    outcome = await turn.change(change_room, ChangeRoom(lesson, typed=typed.text, sure=sure))
    if outcome.conflicts:
        await turn.expect(FORM, lesson=lesson, refused=typed.text)
        return screens.conflicts(outcome.facts, outcome.conflicts, turn.tr, None, "changes-room-again")
    await turn.forget()
    return await _lesson(turn, lesson)
