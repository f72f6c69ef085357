"""The teacher's day and a lesson's card; the desk of the whole journal (JRN-1)."""

from bot.callbacks import day_of
from bot.callbacks.teacher import LessonPress, OverduePress, TeacherDayPress
from bot.desk import Answer, Desk
from bot.routers import (
    radar,
    teacher_attendance,
    teacher_homework,
    teacher_list,
    teacher_marks,
    teacher_pupil,
    teacher_topic,
)
from bot.routers.teacher_card import card_screen
from bot.screen import Screen
from bot.screens import teacher_day as screens
from bot.turn import Turn
from core.model.access import Capacity
from core.model.ids import LessonId
from core.usecases.lesson_reading import MyDay, MyDebts, my_day, my_debts

desk = Desk()
desk.include(
    teacher_attendance.desk,
    teacher_marks.desk,
    teacher_pupil.desk,
    teacher_list.desk,
    teacher_homework.desk,
    teacher_topic.desk,
    radar.desk,
)


async def home(turn: Turn, capacity: Capacity) -> Screen:
    """Show today's lessons as the teacher's home."""
    value = await turn.read(my_day, MyDay())
    return screens.day(value, turn.now, turn.tr, home=True)


@desk.press(TeacherDayPress)
async def show_day(turn: Turn, press: TeacherDayPress) -> Answer:
    """Show the lessons of a day."""
    value = await turn.read(my_day, MyDay(day_of(press.day) if press.day else None))
    return screens.day(value, turn.now, turn.tr)


@desk.press(OverduePress)
async def show_overdue(turn: Turn, press: OverduePress) -> Answer:
    """Show what is still owed."""
    found = await turn.read(my_debts, MyDebts())
    return screens.owed([(each.facts, each.duties) for each in found], turn.tr)


@desk.press(LessonPress)
async def show_lesson(turn: Turn, press: LessonPress) -> Answer:
    """Show a lesson's card."""
    if press.leave:
        await turn.forget()
    return await card_screen(turn, LessonId(press.lesson))
