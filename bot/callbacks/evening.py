"""Buttons of the evening's message (NTF-8)."""

from bot.callbacks import DayNumber, Id, Press


class EveningTickPress(Press, prefix="wt"):
    """Homework of the coming day is done, or not after all; the message is drawn anew in its place."""

    child: Id
    homework: Id
    done: bool
    day: DayNumber
