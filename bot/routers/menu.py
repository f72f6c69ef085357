"""Which home screen somebody sees: of the role and person asked for, or looked at last, with tabs for the others."""

from collections.abc import Awaitable, Callable, Mapping

from bot.routers import admin, control, family, teacher
from bot.screen import Screen
from bot.screens import entry as entry_screens
from bot.screens import home as screens
from bot.screens.duties import with_duties
from bot.screens.message_lists import with_button
from bot.turn import Turn
from core.model.access import Actor, Capacity
from core.model.ids import PersonId
from core.model.people import Role
from core.usecases import account, entry, own_duties
from core.usecases.message_lists import CountStaffUnread, count_staff_unread

HOMES: Mapping[Role, Callable[[Turn, Capacity], Awaitable[Screen]]] = {
    Role.GUARDIAN: family.home,
    Role.STUDENT: family.home,
    Role.TEACHER: teacher.home,
    Role.PSYCHOLOGIST: teacher.home,
    Role.CLASS_TEACHER: admin.klass_home,
    Role.ADMINISTRATOR: admin.home,
    Role.DEPUTY: control.home,
    Role.HEAD: control.home,
    Role.INSPECTOR: control.home,
    Role.SECRETARY: admin.office_home,
    Role.WORKING_GROUP: control.home,
}

# Who writes to families.
TALKS = frozenset({Role.TEACHER, Role.PSYCHOLOGIST, Role.CLASS_TEACHER, Role.DEPUTY, Role.ADMINISTRATOR})
# Who may owe something; an inspector only looks.
STAFF = frozenset(HOMES) - {Role.GUARDIAN, Role.STUDENT, Role.INSPECTOR}


async def show_menu(turn: Turn, role: Role | None = None, person: PersonId | None = None) -> Screen:
    """Give the menu of whoever this is; who is not in yet is told how to come in."""
    return await menu_of(turn, await turn.read(entry.arrive, entry.Arrive()), role, person)


async def menu_of(
    turn: Turn, here: entry.Whereabouts, role: Role | None = None, person: PersonId | None = None
) -> Screen:
    """Give the menu for somebody whose whereabouts are known. A tab that is gone leads to the usual one."""
    actor = here.actor
    if here.claim is not None:
        return entry_screens.claim_ask(here.claim, turn.tr)
    if not actor.capacities:
        return screens.pending(turn.tr) if actor.pending else screens.welcome(turn.tr)
    capacity = _chosen(actor, role, person)
    if person is not None and actor.consented and capacity.person != actor.focus:
        await turn.change(account.choose, account.Choose(focus=capacity.person))
    screen = await HOMES[capacity.role](turn, capacity)
    if actor.consented and capacity.role in TALKS:
        unread = await turn.read(count_staff_unread, CountStaffUnread(capacity.school))
        screen = with_button(screen, turn.tr, capacity.school, unread)
    if actor.consented and capacity.role in STAFF:
        lines = await turn.read(own_duties.my_glance, own_duties.MyGlance())
        screen = with_duties(screen, lines, turn.now, turn.tr)
    return screens.with_tabs(screen, actor, capacity, turn.tr)


def _chosen(actor: Actor, role: Role | None, person: PersonId | None) -> Capacity:
    ordered = screens.in_order(actor.capacities)
    asked = [one for one in ordered if role in (None, one.role) and person in (None, one.person)]
    focused = [one for one in asked or ordered if one.person == actor.focus]
    return (focused or asked or ordered)[0]
