"""Buttons of the family's screens. Each names the child: which one is chosen at the moment does not matter."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.callbacks import DayNumber, Id, Press, Small, day_of
from core.model.ids import ID_LIMIT

NOW = 0
_FIRST, _LAST = date(2000, 1, 1).toordinal(), date(2100, 1, 1).toordinal()


def _day_or_now(number: int) -> int:
    if number != NOW and number < _FIRST:
        raise ValueError("no day of ours")
    return number


# A menu's «today» is the day on which it is pressed, not the one on which it was drawn.
DayOrNow = Annotated[int, Field(ge=NOW, le=_LAST), AfterValidator(_day_or_now)]
PeriodOrNow = Annotated[int, Field(ge=NOW, le=ID_LIMIT)]


def day_or_none(number: int) -> date | None:
    """Give the day of a number, None for «now»."""
    return None if number == NOW else day_of(number)


class ChildPress(Press, prefix="fc"):
    """Another child of the same reader."""

    child: Id


class DayPress(Press, prefix="fd"):
    """A day of the diary."""

    child: Id
    day: DayOrNow = NOW


class WeekPress(Press, prefix="fw"):
    """The week of a day."""

    child: Id
    day: DayOrNow = NOW


class PickDayPress(Press, prefix="fk"):
    """The month of a day, to pick another day from."""

    child: Id
    month: DayNumber


class LessonPress(Press, prefix="fl"):
    """One lesson of the diary in full."""

    child: Id
    lesson: Id


class TimetablePress(Press, prefix="fr"):
    """The timetable of a day, or of its week."""

    child: Id
    day: DayOrNow = NOW
    week: bool = False


class HomeworkPress(Press, prefix="fh"):
    """Homework for a day («now»: the next day with lessons), or for a week."""

    child: Id
    day: DayOrNow = NOW
    week: bool = False


class HomeworkSubjectsPress(Press, prefix="fs"):
    """The subjects, to choose one whose homework is wanted."""

    child: Id
    page: Small = 0


class SubjectHomeworkPress(Press, prefix="fj"):
    """The homework of one subject."""

    child: Id
    subject: Id
    page: Small = 0


class TickPress(Press, prefix="ft"):
    """Homework is done, or not after all; `day` is the day of the list it was ticked in."""

    child: Id
    homework: Id
    done: bool
    day: DayNumber


class FilesPress(Press, prefix="fa"):
    """The files of a homework."""

    child: Id
    homework: Id


class MarksPress(Press, prefix="fm"):
    """Marks of all subjects in a period."""

    child: Id
    period: PeriodOrNow = NOW
    page: Small = 0


class SubjectMarksPress(Press, prefix="fu"):
    """Marks of one subject in a period."""

    child: Id
    subject: Id
    period: PeriodOrNow = NOW


class AbsencesPress(Press, prefix="fb"):
    """What was missed in a period."""

    child: Id
    period: PeriodOrNow = NOW
    page: Small = 0
