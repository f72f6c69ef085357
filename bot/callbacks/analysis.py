"""Buttons of the weekly and monthly analysis and of the month's report (CTL-4)."""

from bot.callbacks import DayNumber, Id, Press
from core.model.control import AnalysisSpan


class AnalysisPress(Press, prefix="kn"):
    """The analysis of the week or month that a day is in; `leave` stops waiting for words."""

    school: Id
    span: AnalysisSpan = AnalysisSpan.WEEK
    day: DayNumber | None = None
    leave: bool = False


class AnalysisWordsPress(Press, prefix="km"):
    """Add words of one's own, or write all of it anew."""

    school: Id
    span: AnalysisSpan
    day: DayNumber


class PostAnalysisPress(Press, prefix="kp"):
    """Tell it to all staff; `sure` after a look at how it goes out."""

    school: Id
    span: AnalysisSpan
    day: DayNumber
    sure: bool = False


class MonthReportPress(Press, prefix="kmx"):
    """The report of a month as a workbook, or as a paper."""

    school: Id
    day: DayNumber
    paper: bool = False
