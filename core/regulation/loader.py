"""Reads the presets: `presets/<preset>.toml` and its parts, a row for each duty, permission and right (REG-1)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from core.model.people import PersonKind, Role
from core.model.regulation import (
    EditChoice,
    Exemption,
    InvitationTerm,
    Matter,
    Permission,
    Regulation,
    Right,
    Rule,
)
from core.model.school import EditWindow, Preset
from core.model.term import Happening, Term, TermKind


@cache
def preset(which: Preset) -> Regulation:
    """Give the regulation of a preset; read once, checked as it is read (a slip in the data raises at once)."""
    table = _table(which.value.replace("-", "_"))
    parts = [table, *(_table(part) for part in table["parts"])]
    duties = [row for part in parts for row in part.get("duty", ())]
    edit = table["edit-window"]
    return Regulation(
        preset=which,
        texts=tuple(table["texts"]),
        rows=tuple(_rule(which, row) for row in duties),
        permissions=tuple(_permission(which, row) for part in parts for row in part.get("permission", ())),
        rights=tuple(_right(which, row) for part in parts for row in part.get("right", ())),
        edit_choices=tuple(EditChoice(EditWindow(row["window"]), row["clause"]) for row in edit["choices"]),
        default_window=EditWindow(edit["default"]),
        backdating=table["backdating"]["allowed"],
        backdating_clause=table["backdating"]["clause"],
        invitation=InvitationTerm(**table["invitation"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("core.regulation").joinpath("presets", f"{name}.toml").read_text("utf-8"))


def _rule(which: Preset, row: Mapping[str, Any]) -> Rule:
    return Rule(
        id=_id(which, row),
        title=_title(row),
        about=Matter(row["about"]),
        holders=_holders(row),
        due=_term(row["due"]),
        clause=row["clause"],
        aim=_term(row["aim"]) if "aim" in row else None,
        binding=row.get("binding", True),
        each=row.get("each", False),
        exempt_if=Exemption(row["exempt-if"]) if "exempt-if" in row else None,
        parts=tuple(Matter(part) for part in row.get("parts", ())),
        people=tuple(PersonKind(kind) for kind in row.get("people", ())),
    )


def _permission(which: Preset, row: Mapping[str, Any]) -> Permission:
    return Permission(_id(which, row), _title(row), _holders(row), row["clause"], row.get("allowed", True))


def _right(which: Preset, row: Mapping[str, Any]) -> Right:
    return Right(_id(which, row), _title(row), _holders(row), row["clause"])


def _term(written: Mapping[str, Any]) -> Term:
    known = dict(written)
    kind = TermKind(known.pop("kind"))
    event = Happening(known.pop("event")) if "event" in known else None
    return Term(kind, event=event, **known)


def _id(which: Preset, row: Mapping[str, Any]) -> str:
    return f"{which.value}.{row['id']}"


def _title(row: Mapping[str, Any]) -> str:
    """A row's text has the row's own name, unless it shares another's."""
    title: str = row.get("title", row["id"])
    return title


def _holders(row: Mapping[str, Any]) -> tuple[Role, ...]:
    return tuple(Role(holder) for holder in row["holders"])
