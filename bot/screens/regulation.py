"""The regulation a school lives by: at a glance, row by row, each with term and clause in words (REG-1, REG-7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.callbacks.home import SettingsPress
from bot.callbacks.regulation import (
    BindingPress,
    ChangesPress,
    ConventionsPress,
    PermissionsPress,
    RegulationPress,
    ResetPress,
    RowPress,
    RowsPress,
    SchoolSettingsPress,
    SwitchPress,
    TermKindsPress,
)
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from bot.widgets.setting_words import preset_name, setting_value
from bot.widgets.terms import due_in_words, holder_in_words, holders_in_words
from core.model.ids import SchoolId
from core.model.lived import Lived
from core.model.overlay import Change, Field, Own, Setting
from core.model.people import Role
from core.model.regulation import Permission, Proof, Rule
from core.regulation.overlay import NO, YES, changed_rule, own_target, row_number
from locales import Markup, Translator, dates
from locales.clauses import cited

ROWS_A_PAGE = 6
CONVENTIONS = ("days", "working", "ahead", "cycles", "earlier", "holidays", "done")
_CLIPS = (200, 120, 60)


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the text as the school lives by it: the `rule` with its deviations, whether it is `on`, is `changed`."""

    text: Rule
    rule: Rule
    on: bool
    changed: bool


def shown(known: Lived) -> list[Shown]:
    """Give every row of the preset's text as the school lives by it, those that are switched off among them."""
    found = []
    for rule in known.text.rows:
        deviations = known.deviations(rule.id)
        on = deviations.get(Field.ACTIVE, YES) == YES
        found.append(Shown(rule, changed_rule(rule, deviations), on, bool(deviations)))
    return found


def to_regulation(tr: Translator, school: SchoolId) -> Button:
    """Give the button that leads to the regulation."""
    return Button(tr.plain("overlay-button"), RegulationPress(school=school))


def _back(tr: Translator, school: SchoolId) -> Row:
    return (Button(tr.plain("overlay-back"), RegulationPress(school=school)),)


def glance(known: Lived, tr: Translator) -> Screen:
    """Show the regulation: whose it is, how much of it the school changed, rows by who is reminded of them."""
    school, rows = known.school, shown(known)
    held: dict[Role, int] = {}
    for row in rows:
        held[row.rule.holders[0]] = held.get(row.rule.holders[0], 0) + 1
    text = tr(
        "overlay-glance",
        name=preset_name(school.preset, tr),
        duties=len(rows),
        changed=sum(row.changed for row in rows),
        window=setting_value(Setting.EDIT_WINDOW, school.edit_window.value, tr),
        backdating=YES if known.lived.backdating else NO,
        clause=cited(tr, (known.text.window_clause(school.edit_window),)),
    )
    holders = [
        Button(
            tr.plain("overlay-holder", holder=holder_in_words(tr, role).plain.capitalize(), count=count),
            RowsPress(school=school.id, role=role),
        )
        for role, count in held.items()
    ]
    asking = (
        Button(tr.plain("overlay-permissions-button"), PermissionsPress(school=school.id)),
        Button(tr.plain("overlay-conventions-button"), ConventionsPress(school=school.id)),
    )
    keeping = [Button(tr.plain("overlay-changes-button"), ChangesPress(school=school.id))]
    if known.may_edit:
        keeping.append(Button(tr.plain("overlay-settings-button"), SchoolSettingsPress(school=school.id)))
    back = (Button(tr.plain("overlay-out"), SettingsPress()),)
    if not known.may_edit:
        text = Markup(f"{text}\n\n{tr('overlay-who-edits')}")
    return Screen(text, (*in_rows(holders, 2), asking, tuple(keeping), back))


def rows_of(known: Lived, role: Role, page: int, tr: Translator) -> Screen:
    """Show the rows that a role is reminded of first, six a page."""
    school = known.school.id
    found = [row for row in shown(known) if row.rule.holders[0] is role]
    some = page_of(found, page, ROWS_A_PAGE)
    title = tr("overlay-rows-title", holder=Markup(holder_in_words(tr, role).capitalize()), count=len(found))
    numbered = list(enumerate(some.items, 1))
    text, _ = fitted(
        lambda limit: [title, *(_line(number, row, tr, limit) for number, row in numbered)],
        tr("overlay-more"),
        _CLIPS,
    )
    buttons = tuple(
        Button(str(number), RowPress(school=school, row=row_number(row.text.id))) for number, row in numbered
    )
    turning = pager_row(tr, some, lambda to: RowsPress(school=school, role=role, page=to))
    return Screen(text, tuple(row for row in (buttons, turning, _back(tr, school)) if row))


def _line(number: int, row: Shown, tr: Translator, limit: int) -> Markup:
    return tr(
        "overlay-row-line",
        number=number,
        title=clip(tr(f"rule-{row.rule.title}").plain, limit),
        term=due_in_words(tr, row.rule),
        clause=cited(tr, (row.rule.clause,)),
        state=_state(row),
    )


def _state(row: Shown) -> str:
    return "off" if not row.on else "changed" if row.changed else "text"


def card(known: Lived, row: Shown, changes: Sequence[Change], tr: Translator) -> Screen:
    """Show a row with everything that it says, what of it the school changed, and who did; the editor's buttons."""
    rule, school = row.rule, known.school
    lines: list[str] = [
        tr("overlay-card-title", title=tr(f"rule-{rule.title}")),
        "\n".join(_says(rule, tr)),
    ]
    if not row.on:
        lines.append(tr("overlay-card-off"))
    if row.changed and row.rule != row.text:
        lines.append(_against_text(row, tr))
    if changes:
        lines.append(_last(changes[0], known, tr, own=row.changed))
    buttons = _editing(row, school.id, tr) if known.may_edit else []
    role = RowsPress(school=school.id, role=rule.holders[0])
    return Screen("\n\n".join(lines), (*buttons, (Button(tr.plain("overlay-rows-back"), role),)))


def _says(rule: Rule, tr: Translator) -> list[str]:
    proof = "record" if rule.proof is Proof.RECORD else "word"
    shared = len(rule.holders) > 1
    return [
        tr("overlay-card-holders", holders=holders_in_words(tr, rule.holders), each=_each(rule, shared=shared)),
        tr("overlay-card-term", term=due_in_words(tr, rule)),
        tr("overlay-card-binding", binding=YES if rule.binding else NO),
        tr("overlay-card-proof", proof=proof),
        tr("overlay-card-clause", clause=cited(tr, (rule.clause,))),
    ]


def _each(rule: Rule, *, shared: bool) -> str:
    return "each" if rule.each else "any" if shared else "alone"


def _against_text(row: Shown, tr: Translator) -> str:
    parts = [tr("overlay-card-changed")]
    if (row.text.due, row.text.aim) != (row.rule.due, row.rule.aim):
        parts.append(tr("overlay-text-term", term=due_in_words(tr, row.text)))
    if row.text.holders != row.rule.holders:
        parts.append(tr("overlay-text-holders", holders=holders_in_words(tr, row.text.holders)))
    if row.text.binding is not row.rule.binding:
        parts.append(tr("overlay-text-binding", binding=YES if row.text.binding else NO))
    return " ".join(parts)


def _editing(row: Shown, school: SchoolId, tr: Translator) -> list[Row]:
    number = row_number(row.text.id)
    switch = "overlay-switch-off" if row.on else "overlay-switch-on"
    binding = "overlay-make-recommended" if row.rule.binding else "overlay-make-binding"
    rows: list[Row] = [
        (Button(tr.plain("overlay-other-term"), TermKindsPress(school=school, row=number)),),
        (Button(tr.plain(binding), BindingPress(school=school, row=number, on=not row.rule.binding)),),
        (Button(tr.plain(switch), SwitchPress(school=school, row=number, on=not row.on)),),
    ]
    if row.changed:
        rows.append((Button(tr.plain("overlay-reset"), ResetPress(school=school, row=number)),))
    return rows


def changed_line(change: Change, known: Lived, tr: Translator) -> Markup:
    """Say who changed something last, and when."""
    local = change.at.astimezone(known.school.zone)
    return tr(
        "overlay-changed-by",
        day=dates.day_numbers_year(tr, local.date()),
        time=dates.clock_time(tr, local),
        name=tr("overlay-operator") if change.by is None else change.by.initials,
    )


def _last(change: Change, known: Lived, tr: Translator, *, own: bool) -> Markup:
    by = changed_line(change, known, tr)
    return by if own else tr("overlay-restored", by=by)


def permissions(known: Lived, page: int, tr: Translator) -> Screen:
    """Show what is allowed and forbidden, and by whom; what the school changed is marked."""
    school = known.school
    some = page_of(known.lived.permissions, page, ROWS_A_PAGE)
    lines = [_permission_line(number, each, known, tr) for number, each in enumerate(some.items, 1)]
    backdating = tr(
        "overlay-backdating",
        allowed=YES if known.lived.backdating else NO,
        clause=cited(tr, (known.lived.backdating_clause,)),
        state=_changed(known, own_target(school.preset, Own.BACKDATING)),
    )
    numbers = tuple(
        Button(str(number), RowPress(school=school.id, row=row_number(each.id)))
        for number, each in enumerate(some.items, 1)
    )
    own = row_number(own_target(school.preset, Own.BACKDATING))
    rows = (
        numbers if known.may_edit else (),
        pager_row(tr, some, lambda to: PermissionsPress(school=school.id, page=to)),
        (Button(tr.plain("overlay-backdating-button"), RowPress(school=school.id, row=own)),) if known.may_edit else (),
        _back(tr, school.id),
    )
    text = "\n\n".join((tr("overlay-permissions-title"), *lines, backdating))
    return Screen(text, tuple(row for row in rows if row))


def _permission_line(number: int, each: Permission, known: Lived, tr: Translator) -> Markup:
    return tr(
        "overlay-permission-line",
        number=number,
        allowed=YES if each.allowed else NO,
        title=tr(f"permission-{each.title}"),
        holders=holders_in_words(tr, each.holders),
        clause=cited(tr, (each.clause,)),
        state=_changed(known, each.id),
    )


def _changed(known: Lived, target: str) -> str:
    return "changed" if known.deviations(target) else "text"


def permission_card(known: Lived, target: str, changes: Sequence[Change], tr: Translator) -> Screen:
    """Show one permission, or whether marks may be back-dated, with the administrator's switch."""
    school, number = known.school, row_number(target)
    found = next((each for each in known.lived.permissions if each.id == target), None)
    allowed = known.lived.backdating if found is None else found.allowed
    clause = known.lived.backdating_clause if found is None else found.clause
    parts: list[str] = [
        tr(
            "overlay-permission-card",
            title=tr("overlay-backdating-title") if found is None else tr(f"permission-{found.title}"),
            holders=tr("overlay-permission-all")
            if found is None
            else tr("overlay-permission-holders", holders=holders_in_words(tr, found.holders)),
            allowed=YES if allowed else NO,
            clause=cited(tr, (clause,)),
        )
    ]
    if changes:
        parts.append(_last(changes[0], known, tr, own=bool(known.deviations(target))))
    rows: list[Row] = []
    if known.may_edit:
        label = "overlay-forbid" if allowed else "overlay-allow"
        rows.append((Button(tr.plain(label), SwitchPress(school=school.id, row=number, on=not allowed)),))
    if known.may_edit and known.deviations(target):
        rows.append((Button(tr.plain("overlay-reset"), ResetPress(school=school.id, row=number)),))
    rows.append((Button(tr.plain("overlay-permissions-back"), PermissionsPress(school=school.id)),))
    return Screen("\n\n".join(parts), tuple(rows))


def conventions(known: Lived, tr: Translator) -> Screen:
    """Say how terms are reckoned (REG-7)."""
    lines = (f"– {tr(f'regulation-convention-{each}')}" for each in CONVENTIONS)
    return Screen("\n\n".join((tr("overlay-conventions-title"), *lines)), (_back(tr, known.school.id),))
