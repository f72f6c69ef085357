"""Buttons of fill rates and of the school's analyses (CTL-2, CTL-4)."""

from bot.callbacks import DayNumber, Id, Press, Small
from core.model.fill import FillBy


class FillPress(Press, prefix="kf"):
    """Fill rates of a school for the month of a day."""

    school: Id
    by: FillBy = FillBy.KLASS
    month: DayNumber | None = None
    page: Small = 0


class KlassFillPress(Press, prefix="kj"):
    """Fill rates of a class by subject."""

    klass: Id
    month: DayNumber | None = None
    page: Small = 0


class FillSheetPress(Press, prefix="kv"):
    """Fill rates of a school as a workbook."""

    school: Id
    month: DayNumber | None = None
