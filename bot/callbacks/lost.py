"""Buttons of an access that was in other hands, and of what was done under it."""

from bot.callbacks import DayNumber, Id, Press, Small
from bot.callbacks.family import NOW, DayOrNow

__all__ = [
    "NOW",
    "DecideOperationPress",
    "LostListPress",
    "LostReportPress",
    "LostSincePress",
    "PickSincePress",
    "ReportLostPress",
]


class ReportLostPress(Press, prefix="vx"):
    """Report somebody's access as lost; the second tap is `sure`."""

    person: Id
    sure: bool = False


class LostListPress(Press, prefix="vz"):
    """The open reports of a school."""

    school: Id


class LostReportPress(Press, prefix="vr"):
    """A report with the operations on its list."""

    report: Id
    page: Small = 0


class LostSincePress(Press, prefix="vq"):
    """The access may have been lost since this day; «now»: only since the report."""

    report: Id
    day: DayOrNow = NOW


class PickSincePress(Press, prefix="vk"):
    """A month, to pick the day from."""

    report: Id
    month: DayNumber


class DecideOperationPress(Press, prefix="vc"):
    """Keep an operation or take it back; all of them where none is named, by the second tap."""

    report: Id
    back: bool
    operation: Id | None = None
    page: Small = 0
    sure: bool = False
