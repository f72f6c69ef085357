"""Marks by text, as they were understood: proposals that a person confirms, never a deed (JRN-4)."""

from dataclasses import dataclass
from enum import StrEnum

from core.model.attendance import Presence
from core.model.ids import PersonId
from core.model.mark import MarkValue


class LineState(StrEnum):
    """What became of a dictated line: ready, to be asked, or not understood and why."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNKNOWN_NAME = "unknown_name"
    NO_VALUE = "no_value"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Line:
    """One student as dictated: `written` is the name as it was typed, `candidates` whom it may mean.

    `minutes` is how late, 0 where it was not said; `unread` are words that mean nothing here.
    """

    written: str
    candidates: tuple[PersonId, ...]
    marks: tuple[MarkValue, ...] = ()
    presence: Presence | None = None
    minutes: int = 0
    unread: tuple[str, ...] = ()

    @property
    def state(self) -> LineState:
        """Tell whether the line can be stored, asked about, or only shown."""
        if self.unread:
            return LineState.UNREAD
        if not self.candidates:
            return LineState.UNKNOWN_NAME
        if not self.marks and self.presence is None:
            return LineState.NO_VALUE
        return LineState.RESOLVED if len(self.candidates) == 1 else LineState.AMBIGUOUS


@dataclass(frozen=True, slots=True)
class Dictation:
    """All lines of a text in the order in which they were typed; one student may have several."""

    lines: tuple[Line, ...]

    @property
    def resolved(self) -> tuple[Line, ...]:
        """Give the lines that mean exactly one student."""
        return self._of(LineState.RESOLVED)

    @property
    def ambiguous(self) -> tuple[Line, ...]:
        """Give the lines that may mean several students: to be asked with buttons."""
        return self._of(LineState.AMBIGUOUS)

    @property
    def unknown(self) -> tuple[Line, ...]:
        """Give the lines that were not understood."""
        return tuple(line for line in self.lines if line not in (*self.resolved, *self.ambiguous))

    def _of(self, state: LineState) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.state is state)
