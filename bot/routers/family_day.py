"""Day, week, one lesson, timetable."""

from bot.callbacks import day_of
from bot.callbacks.family import DayPress, LessonPress, PickDayPress, TimetablePress, WeekPress, day_or_none
from bot.desk import Desk
from bot.screen import Screen
from bot.screens.family_day import day_screen, pick_day_screen
from bot.screens.family_lesson import lesson_screen
from bot.screens.family_timetable import timetable_screen
from bot.screens.family_week import week_screen
from bot.turn import Turn
from core.model.ids import LessonId, PersonId
from core.usecases.children import Opened
from core.usecases.diary import (
    PickDay,
    ShowDay,
    ShowLesson,
    ShowTimetable,
    ShowWeek,
    pick_day,
    show_day,
    show_lesson,
    show_timetable,
    show_week,
)

desk = Desk()


@desk.press(DayPress)
async def day(turn: Turn, press: DayPress) -> Screen:
    """Show a day of the diary (DIA-1)."""
    page = await turn.read(show_day, ShowDay(PersonId(press.child), day_or_none(press.day)))
    return day_screen(turn.tr, page)


@desk.press(WeekPress)
async def week(turn: Turn, press: WeekPress) -> Screen:
    """Show a week of the diary (DIA-2)."""
    page = await turn.read(show_week, ShowWeek(PersonId(press.child), day_or_none(press.day)))
    return week_screen(turn.tr, page)


@desk.press(PickDayPress)
async def pick(turn: Turn, press: PickDayPress) -> Screen:
    """Show a month to pick a day from."""
    opened: Opened = await turn.read(pick_day, PickDay(PersonId(press.child)))
    return pick_day_screen(turn.tr, opened.child, day_of(press.month), opened.today)


@desk.press(LessonPress)
async def lesson(turn: Turn, press: LessonPress) -> Screen:
    """Show one lesson in full."""
    page = await turn.read(show_lesson, ShowLesson(PersonId(press.child), LessonId(press.lesson)))
    return lesson_screen(turn.tr, page)


@desk.press(TimetablePress)
async def timetable(turn: Turn, press: TimetablePress) -> Screen:
    """Show the timetable (DIA-8)."""
    wanted = ShowTimetable(PersonId(press.child), day_or_none(press.day), week=press.week)
    found = await turn.read(show_timetable, wanted)
    return timetable_screen(turn.tr, found)
