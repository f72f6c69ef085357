"""Buttons of control: the school today, the deputy's remarks to teachers (CTL-1, CTL-3)."""

from bot.callbacks import DayNumber, Id, Press, Small


class OfficePress(Press, prefix="kz"):
    """The school today, for the administrator, whose home is another."""

    school: Id


class RemarksPress(Press, prefix="kr"):
    """Open remarks of a school, page by page."""

    school: Id
    page: Small = 0


class RemarkPress(Press, prefix="ko"):
    """One remark; `leave` where something may be typed meanwhile."""

    remark: Id
    leave: bool = False


class WriteRemarkPress(Press, prefix="kw"):
    """Write a remark to a teacher."""

    teacher: Id


class RemarkDuePress(Press, prefix="kd"):
    """Send the remark that was just typed, to be put right by the end of a day."""

    teacher: Id
    day: DayNumber


class ResolveRemarkPress(Press, prefix="kx"):
    """It is put right."""

    remark: Id


class AnswerRemarkPress(Press, prefix="ka"):
    """Answer a remark in words."""

    remark: Id


class ConfirmRemarkPress(Press, prefix="kc"):
    """The deputy is content."""

    remark: Id


class ReturnRemarkPress(Press, prefix="ku"):
    """It is not put right yet: until when shall it be? With a day: until then."""

    remark: Id
    day: DayNumber | None = None
