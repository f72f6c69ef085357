"""A regulation as a school lives by it: its preset with the school's own deviations (REG-1, ADM-7)."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any
from zlib import crc32

from core.model.errors import Refusal
from core.model.overlay import Field, Override, Overrides, Own
from core.model.people import Role
from core.model.regulation import InvitationTerm, Permission, Regulation, Rule
from core.model.school import Preset
from core.model.term import Term
from core.regulation.families import event_for, kinds_for
from core.regulation.loader import preset
from core.regulation.term_text import parameters, read_term, write_term

YES, NO, NONE = "yes", "no", "none"
INVITATION_LIMIT = 90
RULE_FIELDS = (Field.DUE, Field.AIM, Field.HOLDERS, Field.BINDING, Field.ACTIVE)
_HOLDERS = frozenset(Role) - {Role.SYSTEM, Role.INSPECTOR}
_Texts = Mapping[Field, str]


@lru_cache(maxsize=256)
def effective(which: Preset, overrides: Overrides = ()) -> Regulation:
    """Give a preset with deviations applied; rows that are switched off are gone.

    What is of another preset, or of a row that this version of the texts doesn't have, is passed over.
    """
    base = preset(which)
    changed: dict[str, dict[Field, str]] = {}
    for each in overrides:
        changed.setdefault(each.target, {})[each.field] = each.value
    if not changed:
        return base
    rows = tuple(
        changed_rule(rule, texts)
        for rule in base.rows
        if (texts := changed.get(rule.id, {})).get(Field.ACTIVE, YES) == YES
    )
    own = {own: changed.get(own_target(which, own), {}) for own in Own}
    return replace(
        base,
        rows=rows,
        permissions=tuple(_permission(each, changed.get(each.id, {})) for each in base.permissions),
        backdating=own[Own.BACKDATING].get(Field.ALLOWED, YES if base.backdating else NO) == YES,
        invitation=_invitation(base.invitation, own[Own.INVITATION]),
    )


def changed_rule(rule: Rule, texts: _Texts) -> Rule:
    """Give a row with deviations applied, whether it is switched off or not."""
    if not texts:
        return rule
    aim = texts.get(Field.AIM)
    return replace(
        rule,
        due=read_term(texts[Field.DUE]) if Field.DUE in texts else rule.due,
        aim=rule.aim if aim is None else None if aim == NONE else read_term(aim),
        holders=_roles(texts[Field.HOLDERS]) if Field.HOLDERS in texts else rule.holders,
        binding=texts.get(Field.BINDING, YES if rule.binding else NO) == YES,
    )


def _permission(row: Permission, texts: _Texts) -> Permission:
    return replace(row, allowed=texts[Field.ALLOWED] == YES) if Field.ALLOWED in texts else row


def _invitation(term: InvitationTerm, texts: _Texts) -> InvitationTerm:
    days = int(texts.get(Field.DAYS, term.days))
    return replace(term, days=days, working_days=int(texts.get(Field.WORKING_DAYS, term.working_days)))


def _roles(text: str) -> tuple[Role, ...]:
    return tuple(Role(name) for name in text.split(","))


@lru_cache(maxsize=1024)
def read_deviations(text: str) -> Overrides:
    """Give the deviations that the school's row keeps as `deviations_text` wrote them."""
    if not text:
        return ()
    found: list[list[Any]] = json.loads(text)
    return tuple(Override(target, Field(field), value) for target, field, value in found)


def deviations_text(overrides: Iterable[Override]) -> str:
    """Give deviations as the text that a school's row keeps, always in one order; empty where there are none."""
    lines = sorted([each.target, each.field.value, each.value] for each in overrides)
    return json.dumps(lines, separators=(",", ":")) if lines else ""


def own_target(which: Preset, own: Own) -> str:
    """Give the target under which a preset's own term is changed."""
    return f"{which.value}.{own.value}"


def row_number(target: str) -> int:
    """Give the number under which a target travels in buttons: the same in every version."""
    return (crc32(target.encode()) & 0xFFFFFF) or 1


@lru_cache
def targets(which: Preset) -> Mapping[int, str]:
    """Give everything of a preset that a school may change, by its number."""
    regulation = preset(which)
    named = (*(rule.id for rule in regulation.rows), *(row.id for row in regulation.permissions))
    return {row_number(target): target for target in (*named, *(own_target(which, own) for own in Own))}


def fields_of(which: Preset, target: str) -> tuple[Field, ...]:
    """Give what of a target a school may change. Raises Refusal "overlay-row" for one that the preset doesn't have."""
    regulation = preset(which)
    if any(rule.id == target for rule in regulation.rows):
        return RULE_FIELDS
    if target == own_target(which, Own.BACKDATING) or any(row.id == target for row in regulation.permissions):
        return (Field.ALLOWED,)
    if target == own_target(which, Own.INVITATION):
        return (Field.DAYS, Field.WORKING_DAYS)
    raise Refusal("overlay-row", row=target)


def given_by_text(which: Preset, target: str, field: Field) -> str:
    """Give the value that the preset's own text has, as canonical text. Raises Refusal as `checked` does."""
    if field not in fields_of(which, target):
        raise Refusal("overlay-field", row=target, field=field.value)
    regulation = preset(which)
    rule = next((rule for rule in regulation.rows if rule.id == target), None)
    if rule is not None:
        return _GIVEN[field](rule)
    if field is Field.DAYS:
        return str(regulation.invitation.days)
    if field is Field.WORKING_DAYS:
        return str(regulation.invitation.working_days)
    allowed = [row.allowed for row in regulation.permissions if row.id == target] or [regulation.backdating]
    return YES if allowed[0] else NO


_GIVEN: Mapping[Field, Callable[[Rule], str]] = {
    Field.DUE: lambda rule: write_term(rule.due),
    Field.AIM: lambda rule: NONE if rule.aim is None else write_term(rule.aim),
    Field.HOLDERS: lambda rule: ",".join(rule.holders),
    Field.BINDING: lambda rule: YES if rule.binding else NO,
    Field.ACTIVE: lambda rule: YES,
}


def checked(which: Preset, target: str, field: Field, text: str) -> str:
    """Give a value as canonical text.

    Raises Refusal "overlay-row" (`row`), "overlay-field" (`row`, `field`), "overlay-term" (`value`), "overlay-kind"
    (`value`: a term that is reckoned from something else than the row's), "overlay-holders" (`value`),
    "overlay-yes-no" (`value`), "overlay-number" (`value`, `limit`).
    """
    given_by_text(which, target, field)
    match field:
        case Field.DUE | Field.AIM:
            rule = next(rule for rule in preset(which).rows if rule.id == target)
            return NONE if field is Field.AIM and text == NONE else write_term(_term(rule, text))
        case Field.HOLDERS:
            return _holders(text)
        case Field.DAYS | Field.WORKING_DAYS:
            return _number(text, least=int(field is Field.DAYS))
        case _:
            if text not in (YES, NO):
                raise Refusal("overlay-yes-no", value=text)
            return text


def _term(rule: Rule, text: str) -> Term:
    try:
        term = read_term(text)
    except ValueError:
        raise Refusal("overlay-term", value=text) from None
    event = event_for(rule) if "event" in parameters(term.kind) else None
    if term.kind not in kinds_for(rule) or term.event is not event:
        raise Refusal("overlay-kind", value=text)
    return term


def _holders(text: str) -> str:
    names = [name.strip() for name in text.split(",")]
    if len(set(names)) != len(names) or not {*names} <= {role.value for role in _HOLDERS}:
        raise Refusal("overlay-holders", value=text)
    return ",".join(names)


def _number(text: str, least: int) -> str:
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and least <= int(text) <= INVITATION_LIMIT):
        raise Refusal("overlay-number", value=text, limit=INVITATION_LIMIT)
    return str(int(text))
