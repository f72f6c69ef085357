"""Buttons of absences: the family's note, the class teacher's answer (DIA-10, BEY-6, CLS-1)."""

from bot.callbacks import DayNumber, Id, Press
from bot.callbacks.family import NOW, DayOrNow
from core.model.absence_note import AbsenceReason


class AnswerAbsencePress(Press, prefix="ba"):
    """A guardian's one tap: why the child is missing on a day."""

    child: Id
    day: DayNumber
    reason: AbsenceReason


class NoteFormPress(Press, prefix="bn"):
    """The form of a note, on days from `first` to `last`; the proposed ones where none are named."""

    child: Id
    first: DayOrNow = NOW
    last: DayOrNow = NOW


class NoteDaysPress(Press, prefix="bd"):
    """A month to pick a note's first day from, or its last one once the first is known."""

    child: Id
    month: DayNumber
    first: DayOrNow = NOW


class NoteReasonPress(Press, prefix="br"):
    """The reason of a note: what was understood is shown before it is sent."""

    child: Id
    first: DayNumber
    last: DayNumber
    reason: AbsenceReason


class SendNotePress(Press, prefix="bs"):
    """Send a note with what was typed and added to it."""

    child: Id
    first: DayNumber
    last: DayNumber
    reason: AbsenceReason


class NotePress(Press, prefix="bo"):
    """A note."""

    note: Id


class NotePapersPress(Press, prefix="bp"):
    """Documents of a note: look at them, or add some."""

    note: Id
    add: bool = False


class NoteLastPress(Press, prefix="bl"):
    """Another last day of a note; a month to pick one from where no day is named."""

    note: Id
    month: DayOrNow = NOW
    day: DayOrNow = NOW


class WithdrawNotePress(Press, prefix="bw"):
    """Take a note back: first asked, then, with `sure`, done."""

    note: Id
    sure: bool = False


class AcceptNotePress(Press, prefix="by"):
    """Accept a note; `found`: with another reason, as a class teacher found out."""

    note: Id
    found: AbsenceReason | None = None


class RefuseNotePress(Press, prefix="bx"):
    """Refuse a note with a word."""

    note: Id


class MissingPress(Press, prefix="bm"):
    """A student of the own class who is missing."""

    student: Id


class AskFamilyPress(Press, prefix="bq"):
    """Ask the family why the child is missing."""

    student: Id


class SetReasonPress(Press, prefix="bz"):
    """Record the reason of days oneself."""

    student: Id
    first: DayNumber
    last: DayNumber
    reason: AbsenceReason
