"""Buttons of the monthly check of a class's data (CLS-7)."""

from bot.callbacks import DayNumber, Id, Press, Small


class DataNowPress(Press, prefix="yn"):
    """A class's check of this month."""

    klass: Id


class DataCheckPress(Press, prefix="yc"):
    """A class's check of the month that a day lies in."""

    klass: Id
    day: DayNumber


class DataRightPress(Press, prefix="yr"):
    """What is kept of a student is right."""

    klass: Id
    day: DayNumber
    student: Id


class DataFaultPress(Press, prefix="yf"):
    """Say what is wrong with what is kept of a student."""

    klass: Id
    day: DayNumber
    student: Id


class DataDonePress(Press, prefix="yd"):
    """End the check of a month."""

    klass: Id
    day: DayNumber


class DataFaultsPress(Press, prefix="yl"):
    """The errors of a school that wait."""

    school: Id
    page: Small = 0


class SettleFaultPress(Press, prefix="ys"):
    """An error is put right."""

    fault: Id
