"""Menu tabs, settings, help, and the screens of those who are not in yet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.callbacks.entry import ConsentPress, LostPress
from bot.callbacks.home import HelpPress, HomePress, LanguagePress, SettingsPress
from bot.callbacks.preferences import NotificationsPress
from bot.callbacks.regulation import RegulationPress
from bot.screen import Button, Screen
from core.model.access import Actor, Capacity
from core.model.people import Role
from locales import Translator

Row = tuple[Button, ...]

# Whose screens come first for somebody who is several: daily work before supervision, children last.
_FIRST = (
    Role.TEACHER,
    Role.PSYCHOLOGIST,
    Role.CLASS_TEACHER,
    Role.DEPUTY,
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.SECRETARY,
    Role.WORKING_GROUP,
    Role.INSPECTOR,
    Role.GUARDIAN,
    Role.STUDENT,
)
_HELPS = {
    Role.GUARDIAN: "help-guardian",
    Role.STUDENT: "help-student",
    Role.TEACHER: "help-teacher",
    Role.PSYCHOLOGIST: "help-teacher",
    Role.CLASS_TEACHER: "help-class-teacher",
    Role.ADMINISTRATOR: "help-administrator",
}
_FIRST_HELPS = {Role.GUARDIAN: "help-guardian-first", Role.STUDENT: "help-student-first"}
QUOTED = 1000


def back(tr: Translator, role: Role | None = None) -> Row:
    """Give the row that leads to the menu: of a role, for whoever has it, else to the usual one."""
    return (Button(tr.plain("home-back"), HomePress(role=role)),)


def in_order(capacities: Sequence[Capacity]) -> list[Capacity]:
    """Give capacities in the order of their tabs."""
    return sorted(capacities, key=lambda capacity: (_FIRST.index(capacity.role), capacity.person))


def with_tabs(screen: Screen, actor: Actor, current: Capacity, tr: Translator) -> Screen:
    """Add to a role's home the tabs of the other roles, if there are any, and the way to the settings."""
    rows: tuple[Row, ...] = ((Button(tr.plain("home-settings"), SettingsPress()),),)
    if len(actor.capacities) > 1:
        tabs = _tabs(in_order(actor.capacities), current, tr)
        rows = (*(tuple(tabs[at : at + 2]) for at in range(0, len(tabs), 2)), *rows)
    return replace(screen, keyboard=screen.keyboard + rows)


def _tabs(capacities: Sequence[Capacity], current: Capacity, tr: Translator) -> list[Button]:
    seen: dict[Role, int] = {}
    tabs = []
    for capacity in capacities:
        seen[capacity.role] = seen.get(capacity.role, 0) + 1
        label = role_tab(capacity.role, tr)
        if seen[capacity.role] > 1:
            label = tr.plain("home-tab-numbered", tab=label, number=seen[capacity.role])
        if (capacity.role, capacity.person) == (current.role, current.person):
            label = tr.plain("home-tab-chosen", tab=label)
        tabs.append(Button(label, HomePress(role=capacity.role, person=capacity.person)))
    return tabs


def role_tab(role: Role, tr: Translator) -> str:
    """Give what a role's tab is called."""
    return tr.plain(f"home-tab-{role.value.replace('_', '-')}")


def welcome(tr: Translator) -> Screen:
    """Greet somebody whom no school knows yet."""
    return Screen(tr("entry-welcome"), ((Button(tr.plain("entry-help-button"), HelpPress()),),))


def pending(tr: Translator) -> Screen:
    """Tell somebody that the administrator has yet to confirm."""
    return Screen(tr("entry-pending"))


def settings(actor: Actor, languages: Mapping[str, str], tr: Translator) -> Screen:
    """Show what an account may choose; `languages` are their own names by code. No name before the consent (ACC-4)."""
    known = actor.capacities if actor.consented else ()
    names = list(dict.fromkeys(capacity.name for capacity in known if capacity.name))
    lines = [tr("account-title")]
    if names:
        lines.append(tr("account-names", names=", ".join(names)))
    choices = tuple(
        Button(
            tr.plain("account-language-chosen", language=name) if code == tr.language else name,
            LanguagePress(language=code),
        )
        for code, name in languages.items()
    )
    notifications = ((Button(tr.plain("preferences-button"), NotificationsPress()),),) if known else ()
    rows = (
        choices,
        *notifications,
        *_regulations(known, tr),
        (Button(tr.plain("account-consent"), ConsentPress()),),
        (Button(tr.plain("account-lost"), LostPress()),),
        back(tr),
    )
    return Screen("\n\n".join(lines), rows)


def _regulations(capacities: Sequence[Capacity], tr: Translator) -> tuple[Row, ...]:
    """Whoever works at a school may read what it lives by (REG-7)."""
    staffed = [one.school for one in capacities if one.role not in (Role.GUARDIAN, Role.STUDENT)]
    return tuple(
        (Button(tr.plain("overlay-button"), RegulationPress(school=school)),) for school in dict.fromkeys(staffed)
    )


def help_page(actor: Actor, tr: Translator, *, first_grade: bool = False) -> Screen:
    """Tell what the bot can do for the roles this account has; a family of first-graders has no marks (DIA-13)."""
    if not actor.capacities:
        return Screen(tr("help-stranger"), (back(tr),))
    helps = {**_HELPS, **_FIRST_HELPS} if first_grade else _HELPS
    texts = dict.fromkeys(helps.get(capacity.role, "help-office") for capacity in in_order(actor.capacities))
    parts = [tr("help-title"), *(tr(text) for text in texts), tr("help-commands")]
    return Screen("\n\n".join(parts), (back(tr),))


def not_understood(text: str, *, teaches: bool, tr: Translator) -> str:
    """Say that a typed text has no place; a teacher's words are given back, to be copied by a tap."""
    if not text:
        return tr("typed-file") if teaches else tr("typed-lost")
    return tr("typed-lost-teacher", text=text[:QUOTED]) if teaches else tr("typed-lost")
