"""Buttons of a mark that the family takes for wrong, and of the answers to it."""

from bot.callbacks import DayNumber, Id, Press, Small
from bot.callbacks.family import NOW, PeriodOrNow
from core.model.appeal import AppealReason


class MarkCardPress(Press, prefix="vm"):
    """A mark of a child, to ask about it; `mark` is the root of its chain."""

    child: Id
    mark: Id


class ChooseMarkPress(Press, prefix="vs"):
    """The marks of a subject, to choose the one to ask about."""

    child: Id
    subject: Id
    period: PeriodOrNow = NOW


class DayMarksPress(Press, prefix="vy"):
    """The marks of a day, to choose the one to ask about."""

    child: Id
    day: DayNumber


class FilePress(Press, prefix="vf"):
    """This is what is wrong with the mark."""

    child: Id
    mark: Id
    reason: AppealReason


class FileWordsPress(Press, prefix="vw"):
    """Type what is wrong with the mark."""

    child: Id
    mark: Id


class AppealPress(Press, prefix="vo"):
    """An appeal as it stands."""

    appeal: Id


class ExplainPress(Press, prefix="ve"):
    """Type why the mark stands."""

    appeal: Id


class ForwardPress(Press, prefix="vd"):
    """Ask the deputy to decide."""

    appeal: Id


class PermitPress(Press, prefix="vp"):
    """Let the teacher correct the mark."""

    appeal: Id


class AppealsPress(Press, prefix="vl"):
    """The open appeals of a school."""

    school: Id
    page: Small = 0
