"""Buttons of signals, of the class today and of gaps told to the deputy (JRN-15, CLS-1, CLS-8)."""

from bot.callbacks import Id, LessonOrNone, Press, Small
from core.model.signal import SignalAudience


class SignalsPress(Press, prefix="ks"):
    """The signals of a group, page by page; opened from a lesson, 0: from none."""

    group: Id
    page: Small = 0
    lesson: LessonOrNone = 0


class SignalPress(Press, prefix="kg"):
    """A student's signal."""

    group: Id
    student: Id
    lesson: LessonOrNone = 0


class TellSignalPress(Press, prefix="ke"):
    """Tell somebody of a student's signal: first how it will be told, then, with `sure`, tell it."""

    group: Id
    student: Id
    audience: SignalAudience
    sure: bool = False


class KlassTodayPress(Press, prefix="kq"):
    """A class today."""

    klass: Id


class GapPress(Press, prefix="ky"):
    """Tell the deputies of a colleague's overdue records of a class."""

    klass: Id
    teacher: Id
