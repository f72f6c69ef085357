"""Buttons of the report of changed marks."""

from typing import Literal

from bot.callbacks import Id, Press, Small
from bot.callbacks.family import NOW, DayOrNow
from core.model.mark_changes import ChangesBy

Sheet = Literal["xlsx", "pdf"]


class MarkChangesPress(Press, prefix="am"):
    """A page of the changes of a month («now»: of the whole year), narrowed or not."""

    school: Id
    month: DayOrNow = NOW
    by: ChangesBy | None = None
    key: Id | None = None
    page: Small = 0


class ChooseChangesPress(Press, prefix="af"):
    """By what to narrow the changes of a month."""

    school: Id
    by: ChangesBy
    month: DayOrNow = NOW
    page: Small = 0


class ChangesMonthsPress(Press, prefix="ad"):
    """The months, to choose one."""

    school: Id
    by: ChangesBy | None = None
    key: Id | None = None


class ChangesFilePress(Press, prefix="ax"):
    """The changes as a file."""

    school: Id
    sheet: Sheet
    month: DayOrNow = NOW
    by: ChangesBy | None = None
    key: Id | None = None
