"""Buttons of talk between families and the staff, and of complaints about it."""

from typing import Annotated

from pydantic import Field

from bot.callbacks import Id, Press, Small
from core.model.ids import ID_LIMIT
from core.model.thread import ComplaintReason

# The message before which a thread is shown; 0: its end.
Before = Annotated[int, Field(ge=0, le=ID_LIMIT)]


class TalksPress(Press, prefix="ml"):
    """The threads about a child that its reader has."""

    child: Id
    page: Small = 0


class ContactsPress(Press, prefix="mr"):
    """Whom a family may write to about a child."""

    child: Id
    page: Small = 0


class WritePress(Press, prefix="mw"):
    """Write to somebody of the staff about a child."""

    child: Id
    person: Id


class StaffTalksPress(Press, prefix="mt"):
    """One's own threads at a school, as staff."""

    school: Id
    page: Small = 0


class KlassesPress(Press, prefix="mj"):
    """The classes of a school whose families one may write to."""

    school: Id


class PupilsPress(Press, prefix="mp"):
    """The students of a class, to choose whose family to write to."""

    klass: Id
    page: Small = 0


class FamilyPress(Press, prefix="mg"):
    """The family of a student, to choose whom to write to."""

    student: Id


class WriteFamilyPress(Press, prefix="mh"):
    """Write to somebody of a student's family."""

    student: Id
    person: Id


class TalkPress(Press, prefix="mo"):
    """A thread, or the part of it before a message."""

    thread: Id
    before: Before = 0


class AnswerPress(Press, prefix="ma"):
    """Type into a thread."""

    thread: Id


class TalkFilesPress(Press, prefix="mf"):
    """The files of a part of a thread."""

    thread: Id
    before: Before = 0


class MutePress(Press, prefix="mm"):
    """No letters of a thread any more, or again."""

    thread: Id
    muted: bool


class SendHeldPress(Press, prefix="my"):
    """Send what was typed long after a question, or leave it."""

    sure: bool


class EndPress(Press, prefix="me"):
    """Close a thread to the family, after a question."""

    thread: Id
    sure: bool = False


class ComplainPress(Press, prefix="mc"):
    """Complain about a thread: what about, or by this reason."""

    thread: Id
    reason: ComplaintReason | None = None


class ComplaintsPress(Press, prefix="mk"):
    """The complaints of a school."""

    school: Id
    page: Small = 0


class ComplaintPress(Press, prefix="mb"):
    """A complaint with what it opens, before a message."""

    complaint: Id
    before: Before = 0


class ComplaintFilesPress(Press, prefix="mx"):
    """The files of a part of a thread that a complaint opens."""

    complaint: Id
    before: Before = 0


class DecidePress(Press, prefix="md"):
    """Type what is decided."""

    complaint: Id
