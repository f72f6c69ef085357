"""The administrator's and the class teacher's screens: the school, the class, who has come in, codes to print."""

import asyncio

from bot.callbacks.admin import (
    IssueKlassPress,
    IssuePersonPress,
    IssueStaffPress,
    KlassEntriesPress,
    KlassesPress,
    KlassListPress,
    MissingEntriesPress,
    PersonEntryPress,
    RevokePress,
    StaffEntriesPress,
    WaitingPress,
)
from bot.desk import Answer, Desk
from bot.routers import importing
from bot.screen import Screen
from bot.screens import admin as screens
from bot.screens import invitations as boards
from bot.screens.invitation_slips import slips
from bot.turn import Turn
from core.documents.invitation_sheet import draw_slips
from core.model.access import Capacity
from core.model.ids import KlassId, PersonId, SchoolId
from core.usecases import administration, entry, invitations

desk = Desk()
desk.include(importing.desk)


async def home(turn: Turn, capacity: Capacity) -> Screen:
    """Show the administrator's school."""
    card = await turn.read(administration.read_school, administration.ReadSchool(capacity.school))
    return screens.administrator_home(card, turn.tr)


async def office_home(turn: Turn, capacity: Capacity) -> Screen:
    """Show the school to others of its office."""
    card = await turn.read(administration.read_school, administration.ReadSchool(capacity.school))
    return screens.school_card(card, turn.tr)


async def klass_home(turn: Turn, capacity: Capacity) -> Screen:
    """Show a class teacher the own class or classes today."""
    own = await turn.read(administration.read_klasses, administration.ReadKlasses(tuple(sorted(capacity.klasses))))
    return screens.klass_home(own, turn.tr)


@desk.press(KlassListPress)
async def klass_list(turn: Turn, press: KlassListPress) -> Answer:
    """Show the list of a class."""
    name, students = await turn.read(administration.list_klass, administration.ListKlass(KlassId(press.klass)))
    return screens.klass_list(press.klass, name, students, turn.tr)


@desk.press(WaitingPress)
async def waiting(turn: Turn, press: WaitingPress) -> Answer:
    """Show which staff entries wait."""
    waits = await turn.read(entry.waiting_staff, entry.WaitingStaff(SchoolId(press.school)))
    return screens.waiting_list(waits, turn.now, turn.tr)


@desk.press(KlassesPress)
async def klasses(turn: Turn, press: KlassesPress) -> Answer:
    """Show the classes with who has come in."""
    school = SchoolId(press.school)
    entries = await turn.read(invitations.school_board, invitations.SchoolBoard(school))
    return boards.klasses(school, entries, press.page, turn.tr)


@desk.press(KlassEntriesPress)
async def klass_entries(turn: Turn, press: KlassEntriesPress) -> Answer:
    """Show who of a class has come in."""
    board = await turn.read(invitations.klass_board, invitations.KlassBoard(KlassId(press.klass)))
    return boards.klass_entries(KlassId(press.klass), board, press.page, turn.tr)


@desk.press(MissingEntriesPress)
async def missing_entries(turn: Turn, press: MissingEntriesPress) -> Answer:
    """Show who of a class has not come in yet."""
    board = await turn.read(invitations.klass_board, invitations.KlassBoard(KlassId(press.klass)))
    return boards.klass_entries(KlassId(press.klass), board, press.page, turn.tr, missing=True)


@desk.press(StaffEntriesPress)
async def staff_entries(turn: Turn, press: StaffEntriesPress) -> Answer:
    """Show who of the staff has come in."""
    board = await turn.read(invitations.staff_board, invitations.StaffBoard(SchoolId(press.school)))
    return boards.staff_entries(board, press.page, turn.tr)


@desk.press(PersonEntryPress)
async def person_entry(turn: Turn, press: PersonEntryPress) -> Answer:
    """Show one person's way in."""
    found = await turn.read(invitations.read_entry, invitations.ReadEntry(PersonId(press.person)))
    return boards.person_card(found, turn.tr)


@desk.press(IssueKlassPress)
async def issue_klass(turn: Turn, press: IssueKlassPress) -> Answer:
    """Print the codes of a class."""
    return await _issue(turn, klass=KlassId(press.klass), again=press.again)


@desk.press(IssueStaffPress)
async def issue_staff(turn: Turn, press: IssueStaffPress) -> Answer:
    """Print the codes of the staff."""
    return await _issue(turn, staff_of=SchoolId(press.school), again=press.again)


@desk.press(IssuePersonPress)
async def issue_person(turn: Turn, press: IssuePersonPress) -> Answer:
    """Print one person's new code."""
    return await _issue(turn, person=PersonId(press.person))


async def _issue(
    turn: Turn,
    klass: KlassId | None = None,
    staff_of: SchoolId | None = None,
    person: PersonId | None = None,
    *,
    again: bool = False,
) -> Screen:
    command = invitations.IssueInvitations(turn.services.pepper, klass, staff_of, person, again)
    sheet = await turn.change(invitations.issue_invitations, command)
    # Drawing a class takes the better part of a second.
    pdf = await asyncio.to_thread(draw_slips, slips(sheet, turn.services.bot_name, turn.tr))
    return boards.issued(sheet, pdf, turn.tr)


@desk.press(RevokePress)
async def revoke(turn: Turn, press: RevokePress) -> Answer:
    """Revoke one person's unused code."""
    command = invitations.RevokeInvitation(PersonId(press.person))
    revoked = await turn.change(invitations.revoke_invitation, command)
    return boards.revoked(PersonId(press.person), revoked, turn.tr)
