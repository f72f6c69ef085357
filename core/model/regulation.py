"""A regulation text as values: duties, permissions and terms, each with its paragraph (REG-1)."""

from dataclasses import dataclass

from core.model.duty import DutyAbout, DutyRow
from core.model.school import EditWindow, Preset


@dataclass(frozen=True, slots=True)
class EditChoice:
    """An edit window that a school of this regulation may set (REG-5)."""

    window: EditWindow
    clause: str


@dataclass(frozen=True, slots=True)
class InvitationTerm:
    """How long an invitation lives: calendar days from issuing, but at least so many working days (ACC-1)."""

    days: int
    working_days: int
    clause: str


@dataclass(frozen=True, slots=True)
class Regulation:
    """What a preset says. `texts` are the numbers of the texts it was taken from.

    `backdating`: whether a mark may be entered for the first time after the day of the lesson (JRN-10).
    """

    preset: Preset
    texts: tuple[str, ...]
    duties: tuple[DutyRow, ...]
    edit_choices: tuple[EditChoice, ...]
    default_window: EditWindow
    backdating: bool
    backdating_clause: str
    invitation: InvitationTerm

    @property
    def edit_windows(self) -> frozenset[EditWindow]:
        """Give the windows a school may choose from."""
        return frozenset(choice.window for choice in self.edit_choices)

    def window_clause(self, window: EditWindow) -> str:
        """Give the paragraph that a window rests on, empty for one that the text doesn't know."""
        return next((choice.clause for choice in self.edit_choices if choice.window is window), "")

    def rows(self, about: DutyAbout) -> tuple[DutyRow, ...]:
        """Give the rows about one thing; where there are several, the earliest term binds (REG-7)."""
        return tuple(row for row in self.duties if row.about is about)
