"""Buttons of final marks: groups, a group's sheet, one student, and what is asked of the deputy."""

from itertools import product
from typing import Annotated

from pydantic import Field

from bot.callbacks import Id, Press, Small
from core.model.final_mark import FinalKind, FinalReason, TermKey
from core.model.ids import PeriodId
from core.model.late import LateReason
from core.model.mark import MarkValue

# A period by its id, the year's own marks by a letter: three ids and a mark must fit into 64 bytes.
Term = Annotated[str, Field(pattern=r"^([yeo]|[1-9][0-9]{0,18})$")]
Choice = Annotated[int, Field(ge=0, le=8)]
# A mark and a reason in one sign.
Grounds = Annotated[str, Field(pattern=r"^[0-9a-z]$")]

_LETTERS = {FinalKind.YEAR: "y", FinalKind.EXAM: "e", FinalKind.OVERALL: "o"}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_VALUES = tuple(MarkValue)
_GROUNDS = dict(zip("0123456789abcdefghijklmnopqrstuvwxyz", product(_VALUES, FinalReason), strict=True))
_SIGNS = {pair: sign for sign, pair in _GROUNDS.items()}


def term_of(code: str) -> TermKey:
    """Give which marks a button is about."""
    return TermKey(_KINDS[code]) if code in _KINDS else TermKey(FinalKind.PERIOD, PeriodId(int(code)))


def code_of(key: TermKey) -> str:
    """Give how a term travels in buttons."""
    return _LETTERS.get(key.kind) or str(key.period)


def choice_of(value: MarkValue) -> int:
    """Give the number under which a mark travels."""
    return _VALUES.index(value)


def value_of(choice: int) -> MarkValue:
    """Give the mark of a number."""
    return _VALUES[choice]


def grounds_for(value: MarkValue, reason: FinalReason) -> str:
    """Give the sign under which a mark with its reason travels."""
    return _SIGNS[value, reason]


def grounds_of(sign: str) -> tuple[MarkValue, FinalReason]:
    """Give the mark and the reason of a sign."""
    return _GROUNDS[sign]


class FinalsPress(Press, prefix="p"):
    """One's groups with the term that is to be closed; of a class, where one is named."""

    klass: Id | None = None
    page: Small = 0


class FinalSheetPress(Press, prefix="ps"):
    """A group's sheet."""

    group: Id
    term: Term


class AcceptPress(Press, prefix="pa"):
    """Accept all clear proposals."""

    group: Id
    term: Term


class UndoFinalsPress(Press, prefix="pu"):
    """Take back what was set last."""

    group: Id
    term: Term


class FinalCardPress(Press, prefix="pc"):
    """One student's evidence."""

    group: Id
    student: Id
    term: Term


class SetFinalPress(Press, prefix="pv"):
    """Set this mark."""

    group: Id
    student: Id
    term: Term
    choice: Choice


class FinalReasonPress(Press, prefix="pr"):
    """Set this mark for this reason."""

    group: Id
    student: Id
    term: Term
    grounds: Grounds


class TypeReasonPress(Press, prefix="pw"):
    """Type why this mark is set."""

    group: Id
    student: Id
    term: Term
    choice: Choice


class CorrectFinalPress(Press, prefix="px"):
    """Change the mark that stands; without a value take it back."""

    final: Id
    value: MarkValue | None = None
    reason: FinalReason | None = None


class OwnFinalReasonPress(Press, prefix="pt"):
    """Type the reason of a change."""

    final: Id
    value: MarkValue | None = None


class ResultsPress(Press, prefix="pf"):
    """A child's final marks of a school year; 0 is the present one."""

    child: Id
    year: Small = 0


class AskLatePress(Press, prefix="pl"):
    """Ask the deputy for a lesson's marks, of one student where one is named; the reason sends it."""

    lesson: Id
    student: Id | None = None
    reason: LateReason | None = None


class AskFinalLatePress(Press, prefix="pm"):
    """Ask the deputy for a group's final marks; the reason sends it."""

    group: Id
    term: Term
    reason: LateReason | None = None


class AnswerLatePress(Press, prefix="pp"):
    """The deputy's answer to a request."""

    permission: Id
    granted: bool
