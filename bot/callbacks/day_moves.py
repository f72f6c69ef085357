"""Buttons that move a school day."""

from bot.callbacks import DayNumber, Id, Press


class MoveSourcePress(Press, prefix="iy"):
    """Choose the day that is moved."""

    school: Id
    month: DayNumber | None = None


class MoveTargetPress(Press, prefix="iyt"):
    """Choose the day on which its lessons are held."""

    school: Id
    source: DayNumber
    month: DayNumber | None = None


class MovePreviewPress(Press, prefix="iyp"):
    """See what changes; `sure` changes it."""

    school: Id
    source: DayNumber
    target: DayNumber
    sure: bool = False
