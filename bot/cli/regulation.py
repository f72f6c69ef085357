"""`diary regulation show [PRESET | --school N] [--json]`, `diff A B`: the rows of the regulations (REG-1, REG-7)."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.app import App
from bot.cli import school_regulation
from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.widgets.setting_words import setting_value
from bot.widgets.terms import due_in_words, holder_in_words, holders_in_words
from core.model.ids import SchoolId
from core.model.lived import Lived, settings_of
from core.model.overlay import Field, Setting
from core.model.people import Role
from core.model.regulation import Permission, Regulation, Right, Rule, places_of
from core.model.school import Preset
from core.model.term import Term
from core.regulation.difference import Change, difference
from core.regulation.loader import preset
from core.regulation.overlay import NO, YES, changed_rule
from core.usecases.regulation import ReadRegulation, read_regulation
from locales.clauses import cited

CONVENTIONS = ("days", "working", "ahead", "cycles", "earlier", "holidays", "done")


def register(subparsers: Subparsers) -> None:
    """Add the group of commands."""
    group = subparsers.add_parser("regulation", help=words().plain("regulation-about"))
    actions = group.add_subparsers(required=True, metavar=words().plain("cli-command"))
    known = [which.value for which in Preset]
    show = actions.add_parser("show", help=words().plain("regulation-show"))
    show.add_argument("preset", nargs="?", choices=known)
    show.add_argument("--school", type=int, default=None, help=words().plain("overlay-cli-school"))
    show.add_argument("--json", action="store_true", help=words().plain("regulation-json"))
    show.set_defaults(act=_show)
    diff = actions.add_parser("diff", help=words().plain("regulation-diff"))
    diff.add_argument("first", choices=known)
    diff.add_argument("second", choices=known)
    diff.set_defaults(act=_diff)
    school_regulation.add_commands(actions)


def _show(arguments: argparse.Namespace) -> int:
    if arguments.preset is not None:
        return _tell(preset(Preset(arguments.preset)), as_json=arguments.json)

    async def act(app: App, school: SchoolId) -> int:
        async with app.works.reading() as work:
            known = await read_regulation(work, ReadRegulation(school))
        if not arguments.json:
            _tell_school(known)
        return _tell(known.lived if arguments.json else _with_all_rows(known), known, as_json=arguments.json)

    return school_regulation.with_school(arguments.school, act)


def _with_all_rows(known: Lived) -> Regulation:
    """Rows that are switched off are shown, too."""
    rows = tuple(changed_rule(rule, known.deviations(rule.id)) for rule in known.text.rows)
    return replace(known.lived, rows=rows)


def _tell_school(known: Lived) -> None:
    tr = words()
    settings = settings_of(known.school)
    say(
        "overlay-cli-heading",
        school=known.school.short_name,
        window=setting_value(Setting.EDIT_WINDOW, settings[Setting.EDIT_WINDOW], tr),
        backdating=YES if known.lived.backdating else NO,
        rounding=setting_value(Setting.ROUNDING, settings[Setting.ROUNDING], tr),
    )


def _tell(regulation: Regulation, known: Lived | None = None, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(as_data(regulation), ensure_ascii=False, indent=2))
        return 0
    _tell_duties(regulation, known)
    _tell_permissions(regulation.permissions)
    _tell_lines(words().plain("regulation-rights"), (_line("right", right) for right in regulation.rights))
    print()
    say("regulation-conventions")
    for convention in CONVENTIONS:
        print(f"– {words().plain(f'regulation-convention-{convention}')}")
    return 0


def _tell_duties(regulation: Regulation, known: Lived | None) -> None:
    say(
        "regulation-heading",
        name=_name(regulation.preset),
        duties=len(regulation.rows),
        permissions=len(regulation.permissions),
        rights=len(regulation.rights),
    )
    held: dict[Role, list[Rule]] = defaultdict(list)
    for rule in regulation.rows:
        held[rule.holders[0]].append(rule)
    for role, rules in held.items():
        _tell_lines(holder_in_words(words(), role).plain, (_duty(rule, known) for rule in rules))


def _tell_permissions(permissions: Iterable[Permission]) -> None:
    allowed: dict[bool, list[Permission]] = defaultdict(list)
    for permission in permissions:
        allowed[permission.allowed].append(permission)
    _tell_lines(words().plain("regulation-allowed"), (_line("permission", each) for each in allowed[True]))
    _tell_lines(words().plain("regulation-forbidden"), (_line("permission", each) for each in allowed[False]))


def _tell_lines(heading: str, lines: Iterable[str]) -> None:
    found = list(lines)
    if found:
        print("", heading[:1].upper() + heading[1:], *found, sep="\n")


def _duty(rule: Rule, known: Lived | None = None) -> str:
    tr = words()
    title, term, clause = tr(f"rule-{rule.title}"), due_in_words(tr, rule), cited(tr, (rule.clause,))
    notes = [] if rule.binding else [tr.plain("regulation-recommended")]
    if rule.exempt_if is not None:
        notes.append(tr.plain("regulation-exempt"))
    if len(rule.holders) > 1:
        notes.append(_together(rule))
    if known is not None:
        notes += _deviating(known.deviations(rule.id))
    said = tr.plain("regulation-duty", title=title, term=term, clause=clause)
    return ". ".join((said, *notes))


def _deviating(changed: Mapping[Field, str]) -> Iterable[str]:
    if changed.get(Field.ACTIVE) == NO:
        yield words().plain("overlay-cli-off")
    others = [words().plain(f"overlay-field-{field.value}").lower() for field in changed if field is not Field.ACTIVE]
    if others:
        yield words().plain("overlay-cli-changed", changes=", ".join(others))


def _together(rule: Rule) -> str:
    if rule.each:
        return words().plain("regulation-each", holders=holders_in_words(words(), rule.holders))
    return words().plain("regulation-also", others=holders_in_words(words(), rule.holders[1:]))


def _line(family: str, row: Permission | Right) -> str:
    tr = words()
    title = tr(f"permission-{row.title}") if family == "permission" else tr(f"right-{row.title}")
    holders, clause = holders_in_words(tr, row.holders), cited(tr, (row.clause,))
    return tr.plain("regulation-line", title=title, holders=holders, clause=clause)


def _diff(arguments: argparse.Namespace) -> int:
    first, second = (preset(Preset(name)) for name in (arguments.first, arguments.second))
    found = difference(first, second)
    _tell_only(first, found.only_first)
    _tell_only(second, found.only_second)
    _tell_lines(words().plain("regulation-differs"), (_change(first, second, change) for change in found.changes))
    if not (found.only_first or found.only_second or found.changes):
        say("regulation-same")
    return 0


def _tell_only(regulation: Regulation, rules: Iterable[Rule]) -> None:
    _tell_lines(words().plain("regulation-only", name=_name(regulation.preset)), (_duty(rule) for rule in rules))


def _change(first: Regulation, second: Regulation, change: Change) -> str:
    title = words().plain(f"rule-{change.first.title}")
    return f"– {title}\n    {_side(first, change.first)}\n    {_side(second, change.second)}"


def _side(regulation: Regulation, rule: Rule) -> str:
    tr = words()
    return tr.plain(
        "regulation-side",
        name=_name(regulation.preset),
        term=due_in_words(tr, rule),
        holders=holders_in_words(tr, rule.holders),
        clause=cited(tr, (rule.clause,)),
    )


def _name(which: Preset) -> str:
    return words().plain(f"regulation-name-{which}")


def as_data(regulation: Regulation) -> dict[str, object]:
    """Give a regulation as plain values for JSON, with its texts in the operator's language."""
    return {
        "preset": regulation.preset,
        "texts": regulation.texts,
        "duties": [_rule_data(rule) for rule in regulation.rows],
        "permissions": [
            {**_row_data(row), "title": words().plain(f"permission-{row.title}"), "allowed": row.allowed}
            for row in regulation.permissions
        ],
        "rights": [{**_row_data(row), "title": words().plain(f"right-{row.title}")} for row in regulation.rights],
    }


def _rule_data(rule: Rule) -> dict[str, object]:
    return {
        **_row_data(rule),
        "title": words().plain(f"rule-{rule.title}"),
        "about": rule.about,
        "due": _term_data(rule.due),
        "aim": None if rule.aim is None else _term_data(rule.aim),
        "term": due_in_words(words(), rule).plain,
        "binding": rule.binding,
        "each": rule.each,
        "done_by": rule.proof,
        "exempt_if": rule.exempt_if,
    }


def _row_data(row: Rule | Permission | Right) -> dict[str, object]:
    places = [{"text": place.text, "paragraph": place.paragraph} for place in places_of(row.clause)]
    return {"id": row.id, "holders": row.holders, "clause": row.clause, "places": places}


def _term_data(term: Term) -> dict[str, object]:
    given = {"days": term.days, "hours": term.hours, "month": term.month, "day": term.day, "year": term.year}
    kept: dict[str, object] = {name: value for name, value in given.items() if value}
    if term.at is not None:
        kept["at"] = term.at.isoformat("minutes")
    if term.event is not None:
        kept["event"] = term.event
    return {"kind": term.kind, **kept}
