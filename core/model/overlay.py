"""What a school changes of its regulation (REG-1, ADM-7): deviations, kept as canonical short texts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.people import PersonName


class Field(StrEnum):
    """What of a row, or of the regulation's own terms, a school may change."""

    DUE = "due"
    AIM = "aim"
    HOLDERS = "holders"
    BINDING = "binding"
    ACTIVE = "active"
    ALLOWED = "allowed"
    DAYS = "days"
    WORKING_DAYS = "working-days"


class Own(StrEnum):
    """What a regulation says besides its rows, as a target of deviations: `<preset>.<name>`."""

    BACKDATING = "backdating"
    INVITATION = "invitation"


class Setting(StrEnum):
    """What a school chooses for itself, whatever its regulation; kept with the school, its history with deviations."""

    PRESET = "preset"
    EDIT_WINDOW = "edit-window"
    ROUNDING = "rounding"
    ESCALATION = "escalation"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Override:
    """One deviation that holds: of a row by its id, or of one of its preset's `Own` terms."""

    target: str
    field: Field
    value: str


Overrides = tuple[Override, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history; no `value`: back to the text; nobody in `by`: the command line.

    `target` is a row's id, a preset's own term, or a `Setting`; `field` is empty for a setting.
    """

    target: str
    field: str
    value: str | None
    at: datetime
    by: PersonName | None
