"""Buttons of forecasts, charts and the attestation radar."""

from typing import Annotated

from pydantic import Field

from bot.callbacks import Id, LessonOrNone, Press, Small
from bot.callbacks.family import NOW, PeriodOrNow

# The mark that is wished for; 0 takes the next better one.
Wish = Annotated[int, Field(ge=0, le=5)]


class ForecastPress(Press, prefix="cf"):
    """The forecast of all subjects."""

    child: Id
    page: Small = 0


class WishPress(Press, prefix="cs"):
    """What leads to a mark in one subject."""

    child: Id
    subject: Id
    wanted: Wish = 0


class GoalPress(Press, prefix="cg"):
    """Watch a subject for a mark; 0: not any more."""

    child: Id
    subject: Id
    wanted: Wish


class RadarPress(Press, prefix="cr"):
    """Who of a group is short of marks; opened from a lesson, 0: from none."""

    group: Id
    page: Small = 0
    lesson: LessonOrNone = 0


class AskPress(Press, prefix="ca"):
    """Whom to ask in a lesson to come."""

    lesson: Id


class TrendPress(Press, prefix="ct"):
    """The chart of a subject's marks."""

    child: Id
    subject: Id
    period: PeriodOrNow = NOW


class OverviewPress(Press, prefix="co"):
    """The chart of all subjects' means."""

    child: Id
    period: PeriodOrNow = NOW


class AttendanceChartPress(Press, prefix="cm"):
    """The chart of missed lessons."""

    child: Id
    period: PeriodOrNow = NOW
