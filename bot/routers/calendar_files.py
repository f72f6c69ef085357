"""The timetable as a file for the calendar of a phone (DIA-8)."""

import asyncio

from bot.callbacks.calendar_files import ChildCalendarPress, OwnCalendarPress
from bot.desk import Answer, Desk
from bot.screens import calendar_files as screens
from bot.turn import Turn
from core.documents.ics import write_ics
from core.model.ids import PersonId
from core.usecases.calendar_files import TakeCalendar, TakeOwnCalendar, child_calendar, own_calendar

desk = Desk()


@desk.press(ChildCalendarPress)
async def of_child(turn: Turn, press: ChildCalendarPress) -> Answer:
    """Give a child's calendar."""
    value = await turn.read(child_calendar, TakeCalendar(PersonId(press.child)))
    # Eight weeks take some tenths of a second.
    content = await asyncio.to_thread(write_ics, screens.of_child(value, turn.now, turn.tr))
    return screens.child_file(value, content, turn.tr)


@desk.press(OwnCalendarPress)
async def of_teacher(turn: Turn, _press: OwnCalendarPress) -> Answer:
    """Give the calendar of the own lessons."""
    value = await turn.read(own_calendar, TakeOwnCalendar())
    content = await asyncio.to_thread(write_ics, screens.of_teacher(value, turn.now, turn.tr))
    return screens.own_file(value, content, turn.tr)
