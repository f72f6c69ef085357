"""Buttons of what is worth a look, and of the grounds of period marks."""

from bot.callbacks import Id, Press, Small
from bot.callbacks.family import NOW, DayOrNow, PeriodOrNow


class SlipsPress(Press, prefix="as"):
    """What is worth a look in the week of a day («now»: this one)."""

    school: Id
    day: DayOrNow = NOW
    page: Small = 0


class SlipPress(Press, prefix="ag"):
    """One of them, by its place on the list."""

    school: Id
    day: DayOrNow
    number: Small


class ObjectivityPress(Press, prefix="ao"):
    """The classes of a period («now»: the last one that is over)."""

    school: Id
    period: PeriodOrNow = NOW
    page: Small = 0


class KlassObjectivityPress(Press, prefix="ak"):
    """The groups of a class in a period."""

    klass: Id
    period: Id


class GroupObjectivityPress(Press, prefix="aj"):
    """The students of a group in a period."""

    group: Id
    period: Id
    page: Small = 0
