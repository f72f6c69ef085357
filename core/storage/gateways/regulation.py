"""Writing what a school changes of its regulation, and how it is set (REG-1, ADM-7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from core.model.ids import PersonId, SchoolId
from core.model.overlay import Field, Override
from core.model.school import EditWindow, Preset, PublicationWindow
from core.regulation.overlay import deviations_text
from core.storage.rows import RegulationOverrideRow, SchoolRow

_Row = RegulationOverrideRow
_FIELDS = frozenset(field.value for field in Field)


@dataclass(frozen=True, slots=True)
class Line:
    """One change: a target's field (empty for a setting) gets a value, or goes back to the text."""

    target: str
    field: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose change it is: of which school, by whom (None: the command line), when."""

    school: SchoolId
    by: PersonId | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Chosen:
    """Settings to be written; what is None stays as it is. `publication` is one window, or one None for no window."""

    preset: Preset | None = None
    edit_window: EditWindow | None = None
    round_up_from: Decimal | None = None
    escalation_days: int | None = None
    publication: tuple[PublicationWindow | None, ...] = ()


def change(db: Connection, hand: Hand, lines: Sequence[Line]) -> None:
    """Keep changes in the history, and what holds now beside the school."""
    db.execute(
        insert(_Row),
        [
            {
                "school_id": hand.school,
                "target": line.target,
                "field": line.field,
                "value": line.value,
                "changed_at": hand.at,
                "changed_by": hand.by,
            }
            for line in lines
        ],
    )
    text = deviations_text(_holding(db, hand.school))
    db.execute(update(SchoolRow).where(SchoolRow.id == hand.school).values(deviations=text))


def _holding(db: Connection, school: SchoolId) -> list[Override]:
    newest = select(func.max(_Row.id)).where(_Row.school_id == school).group_by(_Row.target, _Row.field)
    query = select(_Row.target, _Row.field, _Row.value).where(_Row.id.in_(newest), _Row.value.is_not(None))
    return [Override(row.target, Field(row.field), row.value) for row in db.execute(query) if row.field in _FIELDS]


def choose(db: Connection, school: SchoolId, chosen: Chosen) -> None:
    """Write settings of a school."""
    named = {
        "preset": chosen.preset,
        "edit_window": chosen.edit_window,
        "round_up_from": None if chosen.round_up_from is None else int(chosen.round_up_from * 1000),
        "escalation_days": chosen.escalation_days,
    }
    values: dict[str, Any] = {name: value for name, value in named.items() if value is not None}
    for window in chosen.publication:
        values["publication_opens"] = window.opens if window else None
        values["publication_closes"] = window.closes if window else None
    db.execute(update(SchoolRow).where(SchoolRow.id == school).values(**values))
