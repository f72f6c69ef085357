"""Buttons of letters that nobody got (NTF-1)."""

from bot.callbacks import Id, Press, Small


class DeadLettersPress(Press, prefix="rf"):
    """The letters of a school that were given up."""

    school: Id
    page: Small = 0


class RevivePress(Press, prefix="rg"):
    """Send a letter once more."""

    letter: Id


class CloseDeadPress(Press, prefix="rh"):
    """Take a letter off the list."""

    letter: Id
