"""Buttons of marks: works, taps, corrections, lists that were typed."""

from bot.callbacks import Id, Press, Small
from core.model.journal import CorrectionReason
from core.model.lesson import WorkKind
from core.model.mark import MarkValue


class MarksPress(Press, prefix="tk"):
    """The works of a lesson."""

    lesson: Id


class WorkKindsPress(Press, prefix="tkk"):
    """Choose the kind of a new work."""

    lesson: Id


class NewWorkPress(Press, prefix="tkn"):
    """A new work of this kind."""

    lesson: Id
    kind: WorkKind


class NoMarksPress(Press, prefix="tkx"):
    """No marks this lesson."""

    lesson: Id


class NoMarksBackPress(Press, prefix="tkb"):
    """The lesson has marks after all."""

    lesson: Id


class WithdrawWorkPress(Press, prefix="twb"):
    """Take a work back that nobody has a mark for."""

    work: Id


class WorkPress(Press, prefix="tw"):
    """A work's list: with a value taps give it, without one they open the student; `more` shows the rarer values."""

    work: Id
    value: MarkValue | None = None
    more: bool = False


class GivePress(Press, prefix="tg"):
    """Give a student a mark. `seen` is the trace of what stood there; `sure` in spite of an absence.

    `alone`: pressed on the student's own screen, to which it goes back.
    """

    work: Id
    student: Id
    value: MarkValue
    seen: Small = 0
    sure: bool = False
    alone: bool = False


class AddPress(Press, prefix="tga"):
    """One more mark beside those that stand there."""

    work: Id
    student: Id
    value: MarkValue
    standing: Small
    sure: bool = False


class UndoPress(Press, prefix="tgu"):
    """What stood before; `value` is the one that taps give."""

    mark: Id
    value: MarkValue | None = None


class PupilPress(Press, prefix="tu"):
    """A student's marks in a work; `another` to add one."""

    work: Id
    student: Id
    another: bool = False


class CorrectPress(Press, prefix="tgc"):
    """Correct with a reason; without a value the mark is withdrawn."""

    mark: Id
    value: MarkValue | None = None
    reason: CorrectionReason | None = None


class OwnReasonPress(Press, prefix="tgr"):
    """Type the reason."""

    mark: Id
    value: MarkValue | None = None


class CommentPress(Press, prefix="tgm"):
    """Type a comment for a mark."""

    mark: Id


class WorkSettingsPress(Press, prefix="tws"):
    """Weight, title and check of a work."""

    work: Id


class WeightPress(Press, prefix="tww"):
    """This weight."""

    work: Id
    weight: Small


class CheckPress(Press, prefix="twc"):
    """So many days for the check; 0: no long check."""

    work: Id
    days: Small


class ResultsPress(Press, prefix="twx"):
    """The results of an external work have come."""

    work: Id


class WorkTitlePress(Press, prefix="twt"):
    """Type a title."""

    work: Id


class DictatePress(Press, prefix="tx"):
    """Type a list for a work."""

    work: Id


class ResolvePress(Press, prefix="txr"):
    """This student was meant at an unclear place of the list; nobody, where none is named."""

    work: Id
    place: Small
    student: Id | None = None


class StoreListPress(Press, prefix="txs"):
    """Store the list."""

    work: Id
    sure: bool = False


class DropListPress(Press, prefix="txd"):
    """Forget the list."""

    work: Id
