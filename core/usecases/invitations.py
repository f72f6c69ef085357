"""Invitations: issued on paper, looked through, revoked (ACC-1, CLS-5) [002 §V, XII; 003 А-5, А-22, Г-1; 001 2.2]."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.entry import Board, EntryState, Invitee, Issued, KlassEntries, PersonEntry, SchoolKlasses, Sheet
from core.model.errors import Refusal
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonKind
from core.regulation.overlay import effective
from core.rules.access import allowed, is_system
from core.rules.invitations import CODE_BYTES, expires_at, hash_code, new_code
from core.storage.gateways import invitations as gateway
from core.storage.queries import entry
from core.storage.queries import invitations as people
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.reaching import reach_klass, reach_person, reach_school, school_today, school_zone, sign


@dataclass(frozen=True, slots=True)
class IssueInvitations:
    """Codes for a class, or for the staff of a school, or for one person. `pepper` keys the hashes.

    Those who entered are passed over. Those with a live code keep it, unless `again`: then the older one is revoked.
    One person named gets a code in any case.
    """

    pepper: bytes
    klass: KlassId | None = None
    staff_of: SchoolId | None = None
    person: PersonId | None = None
    again: bool = False


class _Request(NamedTuple):
    permit: Permit
    school: SchoolId
    klass_name: str
    invitees: Sequence[Invitee]


async def issue_invitations(work: Work, command: IssueInvitations) -> Sheet:
    """Make codes and give them in plain letters, this once.

    Raises Forbidden outside one's class or school, Refusal("nobody-to-invite") when nobody needs a code,
    Refusal("invitation-paper") for a guardian who declined the electronic service (DIA-14).
    """
    asked = await _request(work, command)
    if not asked.invitees:
        raise Refusal("nobody-to-invite")
    year = (await school_years(work, [asked.school]))[asked.school]
    term = effective(year.school.preset, year.school.overrides).invitation
    until = expires_at(term, work.now, year.school.zone, year.calendar.is_working_day)
    codes = [Issued(invitee, new_code(secrets.token_bytes(CODE_BYTES)), until) for invitee in asked.invitees]
    await _store(work, asked, codes, command.pepper)
    return Sheet(year.school.short_name, year.school.zone, asked.klass_name, tuple(codes))


async def _store(work: Work, asked: _Request, codes: Sequence[Issued], pepper: bytes) -> None:
    await work.run(gateway.revoke, [one.invitee.person for one in codes], work.now)
    fresh = [gateway.Fresh(one.invitee.person, hash_code(one.code, pepper), one.expires_at) for one in codes]
    issuer = None if is_system(work.actor) else asked.permit.capacity.person
    await work.run(gateway.add, asked.school, fresh, issuer, work.now)
    await sign(work, asked.permit, *(AuditEntry(AuditKind.INVITATION_ISSUED, one.invitee.person) for one in codes))


async def _request(work: Work, command: IssueInvitations) -> _Request:
    if command.klass is not None:
        subject, name, permit = await reach_klass(work, command.klass, Action.INVITATION_ISSUE)
        today = await school_today(work, subject.school)
        everybody = await work.run(people.of_klass, command.klass, work.now, today)
        return _Request(permit, subject.school, name, _needing(everybody, again=command.again))
    if command.staff_of is not None:
        permit = reach_school(work, command.staff_of, Action.INVITATION_ISSUE)
        today = await school_today(work, command.staff_of)
        everybody = await work.run(people.of_staff, command.staff_of, work.now, today)
        return _Request(permit, command.staff_of, "", _needing(everybody, again=command.again))
    return await _one(work, command.person or PersonId(0))


async def _one(work: Work, person: PersonId) -> _Request:
    who, permit = await reach_person(work, person, Action.INVITATION_ISSUE)
    if who.until is not None and who.until < await school_today(work, who.school):
        raise Refusal("person-left")
    if who.kind is PersonKind.GUARDIAN and not await work.run(people.is_electronic, person):
        raise Refusal("invitation-paper")
    invitee = await work.run(people.of_person, person, work.now, who.children)
    klass_name = who.placements[0].klass_name if who.placements else ""
    return _Request(permit, who.school, klass_name, [invitee] if invitee else [])


def _needing(everybody: Sequence[Invitee], *, again: bool) -> Sequence[Invitee]:
    done = {EntryState.ENTERED, EntryState.WAITING} | (set() if again else {EntryState.INVITED})
    return [invitee for invitee in everybody if invitee.state not in done]


@dataclass(frozen=True, slots=True)
class RevokeInvitation:
    """The unused code of one person is lost: nobody shall enter by it."""

    person: PersonId


async def revoke_invitation(work: Work, command: RevokeInvitation) -> int:
    """Revoke what unused codes a person has; gives how many. Raises Forbidden."""
    _, permit = await reach_person(work, command.person, Action.INVITATION_REVOKE)
    revoked = await work.run(gateway.revoke, [command.person], work.now)
    if revoked:
        await sign(work, permit, AuditEntry(AuditKind.INVITATION_REVOKED, command.person))
    return revoked


@dataclass(frozen=True, slots=True)
class KlassBoard:
    """Who of a class has entered, who has not."""

    klass: KlassId


async def klass_board(work: Work, command: KlassBoard) -> Board:
    """Give the students of a class with their guardians. Raises Forbidden."""
    subject, name, _ = await reach_klass(work, command.klass, Action.INVITATION_BOARD)
    today = await school_today(work, subject.school)
    everybody = await work.run(people.of_klass, command.klass, work.now, today)
    return _board(work, subject, name, everybody)


def _board(work: Work, subject: Subject, name: str, everybody: Sequence[Invitee]) -> Board:
    may_issue = allowed(work.actor, Action.INVITATION_ISSUE, subject) is not None
    whole = allowed(work.actor, Action.INVITATION_BOARD, Subject(school=subject.school)) is not None
    return Board(subject.school, name, tuple(everybody), may_issue, whole)


@dataclass(frozen=True, slots=True)
class StaffBoard:
    """Who of the staff has entered, who has not."""

    school: SchoolId


async def staff_board(work: Work, command: StaffBoard) -> Board:
    """Give the staff of a school. Raises Forbidden."""
    reach_school(work, command.school, Action.INVITATION_BOARD)
    today = await school_today(work, command.school)
    everybody = await work.run(people.of_staff, command.school, work.now, today)
    return _board(work, Subject(school=command.school), "", everybody)


@dataclass(frozen=True, slots=True)
class SchoolBoard:
    """How many of each class have entered."""

    school: SchoolId


async def school_board(work: Work, command: SchoolBoard) -> list[KlassEntries]:
    """Give the classes with their counts. Raises Forbidden."""
    reach_school(work, command.school, Action.INVITATION_BOARD)
    return await work.run(people.by_klass, command.school, await school_today(work, command.school))


@dataclass(frozen=True, slots=True)
class ListSchools:
    """Where one may print codes."""


async def list_schools(work: Work, _command: ListSchools) -> list[SchoolKlasses]:
    """Give the schools with their classes; those of others are left out."""
    known = await work.run(people.schools)
    return [one for one in known if allowed(work.actor, Action.INVITATION_ISSUE, Subject(school=one.school))]


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """One person's way in."""

    person: PersonId


async def read_entry(work: Work, command: ReadEntry) -> PersonEntry:
    """Give a person's state and the open accesses that may be cut. Raises Forbidden."""
    who, _ = await reach_person(work, command.person, Action.INVITATION_BOARD)
    invitee = await work.run(people.of_person, command.person, work.now, who.children)
    paper = who.kind is PersonKind.GUARDIAN and not await work.run(people.is_electronic, command.person)
    return PersonEntry(
        standing=who,
        state=invitee.state if invitee else EntryState.UNINVITED,
        expires_at=invitee.expires_at if invitee else None,
        issued_at=invitee.issued_at if invitee else None,
        bindings=await work.run(entry.bindings_of, people=(command.person,)),
        zone=await school_zone(work, who.school),
        position=invitee.position if invitee else "",
        electronic=not paper,
        may_act=any(allowed(work.actor, Action.INVITATION_ISSUE, subject) for subject in who.subjects()),
    )
