"""Reads the presets: `presets/<preset>.toml`, one row for each duty and permission of the texts (REG-1)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from core.model.duty import DueKind, DueTerm, DutyAbout, DutyRow
from core.model.people import Role
from core.model.regulation import EditChoice, InvitationTerm, Regulation
from core.model.school import EditWindow, Preset


@cache
def preset(which: Preset) -> Regulation:
    """Give the regulation of a preset; read once, checked as it is read (a slip in the data raises at once)."""
    text = files("core.regulation").joinpath("presets", f"{which.value.replace('-', '_')}.toml").read_text("utf-8")
    table = tomllib.loads(text)
    edit = table["edit-window"]
    return Regulation(
        preset=which,
        texts=tuple(table["texts"]),
        duties=tuple(_duty(which, row) for row in table["duty"]),
        edit_choices=tuple(EditChoice(EditWindow(row["window"]), row["clause"]) for row in edit["choices"]),
        default_window=EditWindow(edit["default"]),
        backdating=table["backdating"]["allowed"],
        backdating_clause=table["backdating"]["clause"],
        invitation=InvitationTerm(**table["invitation"]),
    )


def _duty(which: Preset, row: Mapping[str, Any]) -> DutyRow:
    due = row["due"]
    term = DueTerm(DueKind(due["kind"]), due.get("at"), due.get("days", 0), due.get("hours", 0))
    return DutyRow(
        id=f"{which.value}.{row['id']}",
        about=DutyAbout(row["about"]),
        holders=tuple(Role(holder) for holder in row["holders"]),
        due=term,
        clause=row["clause"],
        binding=row.get("binding", True),
    )
