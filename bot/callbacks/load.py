"""Buttons of how long homework takes (BEY-7)."""

from bot.callbacks import Id, Press, Small


class MinutesPress(Press, prefix="wm"):
    """A homework takes so many minutes."""

    task: Id
    minutes: Small


class TypeMinutesPress(Press, prefix="wn"):
    """Type how many minutes a homework takes."""

    task: Id
