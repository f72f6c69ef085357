"""Buttons of notices: composing, sending, what became of them, reading (CLS-3)."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.callbacks import DayNumber, Id, Press, Small
from core.model.ids import ID_LIMIT
from core.model.notice import NoticeAim, NoticeKind, NoticeReaders

IdOrNone = Annotated[int, Field(ge=0, le=ID_LIMIT)]
DayOrNone = Annotated[int, Field(ge=0, le=date(2100, 1, 1).toordinal())]
Hour = Annotated[int, Field(ge=0, le=23)]


class DraftChange(StrEnum):
    """What else of a draft a tap changes."""

    URGENT = "u"
    CALM = "c"
    EARLIER = "e"
    THIS_WEEK = "t"
    NO_FILES = "f"


class KlassNoticesPress(Press, prefix="na"):
    """Notices of a class."""

    klass: Id
    page: Small = 0


class SchoolNoticesPress(Press, prefix="nb"):
    """Notices of the school's office."""

    school: Id
    page: Small = 0


class NewNoticePress(Press, prefix="nc"):
    """A new notice of a class; `week` is any day of the week that it sums up, 0 for the present one."""

    klass: Id
    kind: NoticeKind = NoticeKind.PLAIN
    week: DayOrNone = 0


class NewSchoolNoticePress(Press, prefix="nd"):
    """A new notice of the school's office."""

    school: Id


class NoticePress(Press, prefix="ne"):
    """A notice as its author sees it; `place` is the child whose view is shown; `leave`: nothing is typed any more."""

    notice: Id
    place: Small = 0
    leave: bool = False


class WriteNoticePress(Press, prefix="nf"):
    """Type or send it anew."""

    notice: Id


class AimPress(Press, prefix="ng"):
    """To whom."""

    notice: Id


class SetAimPress(Press, prefix="nh"):
    """Whose families."""

    notice: Id
    aim: NoticeAim
    group: IdOrNone = 0


class SetReadersPress(Press, prefix="ni"):
    """Who of the families."""

    notice: Id
    readers: NoticeReaders


class TargetsPress(Press, prefix="nj"):
    """Families, grades or classes to choose from."""

    notice: Id
    aim: NoticeAim
    page: Small = 0


class ToggleTargetPress(Press, prefix="nk"):
    """Choose one, or leave it out."""

    notice: Id
    aim: NoticeAim
    number: Id
    page: Small = 0


class ChangeDraftPress(Press, prefix="nl"):
    """Change something else of a draft."""

    notice: Id
    what: DraftChange


class WordPress(Press, prefix="nm"):
    """A word about one child; `drop` takes it away."""

    notice: Id
    student: Id
    drop: bool = False


class SendNoticePress(Press, prefix="nn"):
    """Send it now; the school's office is asked once more."""

    notice: Id
    sure: bool = False


class WhenPress(Press, prefix="no"):
    """On which day: a month to pick from."""

    notice: Id
    month: DayNumber


class HoursPress(Press, prefix="np"):
    """At which hour of a day."""

    notice: Id
    day: DayNumber


class SchedulePress(Press, prefix="nq"):
    """Send it then; day 0 is the next evening."""

    notice: Id
    day: DayOrNone = 0
    hour: Hour = 18


class UnschedulePress(Press, prefix="nr"):
    """Change what waits for its hour."""

    notice: Id


class DropNoticePress(Press, prefix="ns"):
    """Throw it away."""

    notice: Id
    sure: bool = False


class StopNoticePress(Press, prefix="nt"):
    """Hold back what has not left."""

    notice: Id


class EditNoticePress(Press, prefix="nu"):
    """Other words for what was sent."""

    notice: Id


class RecallNoticePress(Press, prefix="nv"):
    """Take it back."""

    notice: Id
    sure: bool = False


class RemindNoticePress(Press, prefix="nw"):
    """Remind those who have not read."""

    notice: Id


class UnreadPress(Press, prefix="nx"):
    """Who has not read, and who has no chat."""

    notice: Id
    page: Small = 0


class ReadNoticePress(Press, prefix="ny"):
    """I have read it."""

    notice: Id


class ReceivedNoticePress(Press, prefix="nz"):
    """A notice as its reader has it."""

    notice: Id
