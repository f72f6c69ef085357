"""Buttons of subgroups: a class divided for a subject (CLS-4)."""

from bot.callbacks import DayNumber, Id, Press, Small


class DividedKlassesPress(Press, prefix="sk"):
    """The divided classes of a school."""

    school: Id
    page: Small = 0


class DivisionsPress(Press, prefix="sl"):
    """The subjects a class is divided for."""

    klass: Id


class DivisionPress(Press, prefix="sd"):
    """A division, by one of its subgroups."""

    group: Id


class MovePupilPress(Press, prefix="sm"):
    """Move a student to the next subgroup."""

    group: Id
    student: Id


class MoveDaysPress(Press, prefix="sc"):
    """Choose the day from which the moves hold; the month of a day is shown."""

    group: Id
    month: DayNumber


class MoveFromPress(Press, prefix="sf"):
    """The moves hold from this day on."""

    group: Id
    day: DayNumber


class SaveMovesPress(Press, prefix="ss"):
    """Save the moves."""

    group: Id


class DropMovesPress(Press, prefix="sx"):
    """Forget the moves."""

    group: Id
