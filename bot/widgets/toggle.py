"""A class as buttons in columns: a label per student, a press per student."""

from collections.abc import Callable, Sequence

from bot.callbacks import Press
from bot.screen import Button, Keyboard
from bot.widgets.pager import in_rows
from core.model.ids import PersonId
from core.model.journal import Pupil

# One thumb reaches two columns; Telegram takes a hundred buttons.
COLUMNS = 2
LIMIT = 90


def class_grid(pupils: Sequence[Pupil], label: Callable[[Pupil], str], press: Callable[[PersonId], Press]) -> Keyboard:
    """Lay a class out in two columns, read from left to right."""
    buttons = [Button(label(pupil), press(pupil.id)) for pupil in pupils[:LIMIT]]
    return in_rows(buttons, COLUMNS)
