"""Buttons that give the timetable as a file for the calendar of a phone."""

from bot.callbacks import Id, Press


class ChildCalendarPress(Press, prefix="iz"):
    """A child's calendar."""

    child: Id


class OwnCalendarPress(Press, prefix="izo"):
    """The calendar of the own lessons."""
