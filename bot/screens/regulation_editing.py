"""The administrator changes the regulation: other terms, switches, settings; looked at before it holds (ADM-7)."""

from collections.abc import Mapping, Sequence

from bot.callbacks import Press
from bot.callbacks.regulation import (
    RegulationPress,
    RowPress,
    SchoolSettingsPress,
    SettingPress,
    TermKindsPress,
    TermNumbersPress,
    TermPress,
    ValuePress,
)
from bot.screen import Button, Screen
from bot.screens.home import Row
from bot.screens.regulation import Shown, changed_line
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows
from bot.widgets.setting_values import PUBLICATIONS, number_of_value
from bot.widgets.setting_words import setting_value
from bot.widgets.terms import holders_in_words, term_in_words
from core.model.ids import SchoolId
from core.model.lived import Lived, Proposal, Switch, settings_of
from core.model.overlay import Change, Field, Setting
from core.model.people import Role
from core.model.school import Preset
from core.model.term import TermKind
from core.regulation.difference import difference
from core.regulation.families import kinds_for
from core.regulation.overlay import NONE, targets
from core.regulation.overlay import row_number as number_of
from core.regulation.term_text import parameters, read_term
from locales import Markup, Translator

_DAYS = (1, 2, 3, 5, 7, 10, 14, 30)
_HOURS = (1, 2, 3, 4, 12, 24, 48)
_TIMES = (1600, 1700, 1800, 1900, 2000, 2100)
_THRESHOLDS = ("0.5", "0.55", "0.6", "0.65", "0.7")
_ESCALATIONS = ("0", "1", "2", "3", "5", "10")
_CLIPS = (200, 100, 50)
CHANGES_SHOWN = 15


def term_kinds(known: Lived, row: Shown, tr: Translator) -> Screen:
    """Offer the kinds of term that make sense for a row."""
    school, number = known.school.id, number_of(row.text.id)
    rows = [(Button(tr.plain(f"overlay-kind-{kind}"), _choose(school, number, kind)),) for kind in kinds_for(row.text)]
    text = tr("overlay-kinds", title=tr(f"rule-{row.rule.title}"), term=term_in_words(tr, row.rule.due))
    return Screen(text, (*rows, (Button(tr.plain("overlay-row-back"), RowPress(school=school, row=number)),)))


def _choose(school: SchoolId, number: int, kind: TermKind) -> Press:
    if parameters(kind) - {"event"}:
        return TermNumbersPress(school=school, row=number, kind=kind)
    return TermPress(school=school, row=number, kind=kind)


def term_numbers(known: Lived, row: Shown, kind: TermKind, tr: Translator, mistake: str = "") -> Screen:
    """Offer numbers for a kind of term, or let one be typed; `mistake` is what was typed and could not be read."""
    school, number, names = known.school.id, number_of(row.text.id), parameters(kind)
    asked = "date" if "month" in names else "time" if "at" in names else "hours" if "hours" in names else "days"
    offered = {"date": (), "time": _TIMES, "hours": _HOURS, "days": _DAYS}[asked]
    buttons = [
        Button(
            f"{n // 100:02}:{n % 100:02}" if asked == "time" else str(n),
            TermPress(school=school, row=number, kind=kind, n=n),
        )
        for n in offered
    ]
    parts = [tr("overlay-numbers", title=tr(f"rule-{row.rule.title}"), kind=tr(f"overlay-kind-{kind}"), asked=asked)]
    if mistake:
        parts.insert(0, tr("overlay-not-read", text=clip(mistake, 60)))
    back = Button(tr.plain("overlay-kinds-back"), TermKindsPress(school=school, row=number))
    return Screen("\n\n".join(parts), (*in_rows(buttons, 4), (back,)))


def number_typed(kind: TermKind, text: str) -> int | None:
    """Read a typed 3, 18:30 or 15.09 as the number that a button of the kind of term carries; None if it is none."""
    names = parameters(kind)
    parts = text.strip().replace(":", ".").split(".")
    if not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
        return None
    if names & {"at", "month"}:
        pair = tuple(map(int, parts))
        if len(pair) != 2 or max(pair) > 99:
            return None
        return pair[0] * 100 + pair[1] if "at" in names else pair[1] * 100 + pair[0]
    return int(parts[0]) if len(parts) == 1 else None


def proposal(found: Proposal, sure: Press, tr: Translator) -> Screen:
    """Show what a change would do, before and after; `sure` does it."""
    known = found.known
    back = (Button(tr.plain("overlay-not"), RowPress(school=known.school.id, row=number_of(found.target))),)
    title = tr("overlay-proposal", title=title_of(known, found.target, tr))
    if not found.after:
        return Screen("\n\n".join((title, tr("overlay-nothing-changes"))), (back,))
    lines = [
        tr(
            "overlay-proposal-line",
            what=tr(f"overlay-field-{field.value}"),
            before=in_words(field, found.before[field], tr),
            after=in_words(field, found.after[field], tr),
        )
        for field in found.after
    ]
    do = (Button(tr.plain("overlay-sure"), sure),)
    return Screen("\n\n".join((title, *lines, tr("overlay-proposal-hint"))), (do, back))


def title_of(known: Lived, target: str, tr: Translator) -> Markup:
    """Name a target: a row, a permission, a term of the regulation's own."""
    rule = next((rule for rule in known.text.rows if rule.id == target), None)
    if rule is not None:
        return tr(f"rule-{rule.title}")
    permission = next((each for each in known.text.permissions if each.id == target), None)
    if permission is not None:
        return tr(f"permission-{permission.title}")
    return tr(f"overlay-{target.partition('.')[2]}-title")


def in_words(field: Field, value: str, tr: Translator) -> Markup:
    """Say a canonical value as people do."""
    match field:
        case Field.DUE | Field.AIM:
            return tr("overlay-no-aim") if value == NONE else term_in_words(tr, read_term(value))
        case Field.HOLDERS:
            return holders_in_words(tr, map(Role, value.split(",")))
        case Field.DAYS | Field.WORKING_DAYS:
            return Markup(value)
        case _:
            return tr(f"overlay-{field.value}-{value}")


def settings(known: Lived, tr: Translator) -> Screen:
    """Show the school's settings, each a button that leads to its values."""
    now = settings_of(known.school)
    school = known.school.id
    lines = [
        tr("overlay-setting-line", name=tr(f"overlay-setting-{name}"), value=setting_value(name, now[name], tr))
        for name in Setting
    ]
    rows = [
        (Button(tr.plain(f"overlay-setting-{name}"), SettingPress(school=school, setting=name)),) for name in Setting
    ]
    back = (Button(tr.plain("overlay-back"), RegulationPress(school=school)),)
    return Screen("\n\n".join((tr("overlay-settings-title"), *lines)), (*rows, back))


def setting_values(known: Lived, setting: Setting, tr: Translator) -> Screen:
    """Offer a setting's values; of edit windows those that the regulation's text has (REG-5)."""
    school, now = known.school.id, settings_of(known.school)[setting]
    buttons: list[Button] = []
    for value in _values(known, setting):
        label = setting_value(setting, value, tr).plain
        if value == now:
            label = tr.plain("overlay-chosen", value=label)
        press = ValuePress(school=school, setting=setting, value=number_of_value(setting, value))
        buttons.append(Button(clip(label, 60), press))
    title = tr("overlay-setting-title", name=tr(f"overlay-setting-{setting}"))
    return Screen(
        "\n\n".join((title, tr(f"overlay-ask-{setting}"))),
        (*_rows(setting, buttons), (Button(tr.plain("overlay-settings-back"), SchoolSettingsPress(school=school)),)),
    )


def _rows(setting: Setting, buttons: Sequence[Button]) -> tuple[Row, ...]:
    """One below the other; hours are short, and many: three beside each other below «at any hour»."""
    if setting is Setting.PUBLICATION:
        return (tuple(buttons[:1]), *in_rows(buttons[1:], 3))
    return in_rows(buttons, 1)


def _values(known: Lived, setting: Setting) -> Sequence[str]:
    return {
        Setting.PRESET: tuple(which.value for which in Preset),
        Setting.EDIT_WINDOW: tuple(choice.window.value for choice in known.text.edit_choices),
        Setting.ROUNDING: _THRESHOLDS,
        Setting.ESCALATION: _ESCALATIONS,
        Setting.PUBLICATION: PUBLICATIONS,
    }[setting]


def switching(found: Switch, sure: Press, tr: Translator) -> Screen:
    """Show what a setting would change: its value, what comes with it, rows that come, go or get other terms."""
    known = found.known
    back = (Button(tr.plain("overlay-not"), SchoolSettingsPress(school=known.school.id)),)
    changed = [name for name in Setting if found.before[name] != found.after[name]]
    title = tr("overlay-proposal", title=tr(f"overlay-setting-{found.setting}"))
    if not changed:
        return Screen("\n\n".join((title, tr("overlay-nothing-changes"))), (back,))
    lines = [
        tr(
            "overlay-proposal-line",
            what=tr(f"overlay-setting-{name}"),
            before=setting_value(name, found.before[name], tr),
            after=setting_value(name, found.after[name], tr),
        )
        for name in changed
    ]
    if found.setting is Setting.PRESET:
        lines += _rows_that_change(found, tr)
    do = (Button(tr.plain("overlay-sure"), sure),)
    hint = tr("overlay-publication-hint" if found.setting is Setting.PUBLICATION else "overlay-proposal-hint")
    text, _ = fitted(lambda limit: [title, *lines, hint], tr("overlay-more"), _CLIPS)
    return Screen(text, (do, back))


def _rows_that_change(found: Switch, tr: Translator) -> list[Markup]:
    between = difference(found.known.lived, found.lived)
    return [
        tr(
            "overlay-switch-rows",
            gone=len(between.only_first),
            fresh=len(between.only_second),
            changed=len(between.changes),
        )
    ]


def history(known: Lived, changes: Sequence[Change], tr: Translator) -> Screen:
    """Show who changed what, the newest first."""
    back = (Button(tr.plain("overlay-back"), RegulationPress(school=known.school.id)),)
    title = tr("overlay-changes-title")
    if not changes:
        return Screen("\n\n".join((title, tr("overlay-changes-none"))), (back,))
    text, _ = fitted(
        lambda limit: [title, *(_change(each, known, tr, limit) for each in changes[:CHANGES_SHOWN])],
        tr("overlay-more"),
        _CLIPS,
    )
    return Screen(text, (back,))


_SETTINGS: Mapping[str, Setting] = {name.value: name for name in Setting}


def _change(each: Change, known: Lived, tr: Translator, limit: int) -> Markup:
    who = changed_line(each, known, tr)
    if each.target in _SETTINGS:
        setting = _SETTINGS[each.target]
        value = tr("overlay-back-to-text") if each.value is None else setting_value(setting, each.value, tr)
        return tr("overlay-change-setting", name=tr(f"overlay-setting-{setting}"), value=value, who=who)
    field = Field(each.field)
    known_here = each.target in targets(known.school.preset).values()
    title = title_of(known, each.target, tr) if known_here else Markup(each.target)
    return tr(
        "overlay-change-row",
        title=clip(title.plain, limit),
        what=tr(f"overlay-field-{field.value}"),
        value=tr("overlay-back-to-text") if each.value is None else in_words(field, each.value, tr),
        who=who,
    )
