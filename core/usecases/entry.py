"""Coming in: a code is used up, staff say who they are and are let in by the administrator (ACC-1, ACC-2)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.model.access import Action, Actor, Capacity, Permit, Relation
from core.model.audit import AuditEntry, AuditKind
from core.model.entry import Bound, Claim, Entrance, EntranceKind, Standing, Used, WaitingList
from core.model.errors import ConsentNeeded, Forbidden, NotFound, Stale, Stranger
from core.model.events import Event, EventKind
from core.model.ids import AccountId, BindingId, InvitationId, PersonId, SchoolId
from core.model.people import PersonKind, Role
from core.rules.invitations import ATTEMPTS_WITHIN, retry_at
from core.storage.gateways import accounts
from core.storage.gateways import invitations as gateway
from core.storage.queries import entry
from core.storage.queries import invitations as people
from core.storage.work import Work
from core.usecases.reaching import NOWHERE, reach_school, school_today, school_zone, sign

NO_MATTER = timedelta(hours=1)
"""Who has the bot stopped for no longer is not told of it."""


@dataclass(frozen=True, slots=True)
class Blocked:
    """An account has blocked the bot, or has not any more."""

    telegram: int
    blocked: bool


async def note_blocked(work: Work, command: Blocked) -> None:
    """Keep since when an account cannot be reached, so that nothing is sent in vain (NTF-4).

    Who is back after more than an hour hears so, and nothing of what came meanwhile (NTF-7).
    """
    away = await work.run(accounts.away, command.telegram)
    if command.blocked and away is not None:
        return
    await work.run(accounts.set_blocked, command.telegram, work.now if command.blocked else None)
    if away is not None and work.now - away.since > NO_MATTER:
        await work.tell(Event(EventKind.RETURNED, away.school, away.account, work.now, person=away.person))


@dataclass(frozen=True, slots=True)
class Arrive:
    """Somebody opened the chat, or came back to it; `returning` also notes that they can be reached again."""

    returning: bool = False


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Who is here: the actor, and the staff invitation still to be answered."""

    actor: Actor
    claim: Claim | None = None


async def arrive(work: Work, command: Arrive) -> Whereabouts:
    """Tell where somebody stands. Shows no name before the consent (ACC-4)."""
    actor = work.actor
    if command.returning and actor.telegram is not None:
        await work.run(accounts.note_seen, actor.telegram, work.now)
    if actor.account is None or not actor.consented or actor.capacities:
        return Whereabouts(actor)
    return Whereabouts(actor, await work.run(entry.claim, actor.account))


@dataclass(frozen=True, slots=True)
class Redeem:
    """A code, as its keyed hash: the letters themselves go no further than the chat."""

    code_hash: str


async def redeem(work: Work, command: Redeem) -> Entrance:
    """Use a code up and let its person in; staff are first asked whether the name is theirs.

    A code that is wrong, used, expired or revoked gives WRONG after the same statements, and is counted; too many of
    them give SLOW_DOWN. The result is a value, because a refusal would roll the count back.
    Raises ConsentNeeded, Stranger.
    """
    account = _consented(work)
    paused_until = await _paused_until(work)
    if paused_until is not None:
        return Entrance(EntranceKind.SLOW_DOWN, retry_at=paused_until)
    used = await work.run(gateway.use, command.code_hash, account, work.sent_at)
    known = await work.run(gateway.used_by, account, code_hash=command.code_hash)
    if used is None:
        return await _not_used(work, account, known)
    who = await _standing(work, used.person)
    if who.kind is PersonKind.STAFF:
        return await _to_claim(work, account)
    return await _let_in(work, account, who)


def _consented(work: Work) -> AccountId:
    if not work.actor.consented:
        raise ConsentNeeded
    if work.actor.account is None:
        raise Stranger
    return work.actor.account


async def _paused_until(work: Work) -> datetime | None:
    telegram = work.actor.telegram or 0
    own, in_all = await work.run(gateway.wrong_since, telegram, work.now - ATTEMPTS_WITHIN)
    return retry_at(own, in_all, work.now)


async def _not_used(work: Work, account: AccountId, known: Used | None) -> Entrance:
    """Answer a code that does not open: to who used it before, where they stand; to anybody else, WRONG."""
    if known is not None:
        bound = await work.run(entry.bindings_of, account=account)
        if any(one.person == known.person for one in bound):
            return Entrance(EntranceKind.ALREADY)
        if not known.closed and (await _standing(work, known.person)).kind is PersonKind.STAFF:
            return await _to_claim(work, account)
    await work.run(gateway.note_wrong, work.actor.telegram or 0, work.now, work.now - ATTEMPTS_WITHIN)
    return Entrance(EntranceKind.WRONG)


async def _standing(work: Work, person: PersonId) -> Standing:
    who = await work.run(people.standing, person)
    if who is None:
        raise NotFound
    return who


async def _to_claim(work: Work, account: AccountId) -> Entrance:
    return Entrance(EntranceKind.TO_CLAIM, claim=await work.run(entry.claim, account))


async def _let_in(work: Work, account: AccountId, who: Standing) -> Entrance:
    binding = await work.run(accounts.bind, account, who.person, work.now, confirmed=True)
    await work.run(accounts.set_focus, account, who.person)
    await work.audit(_as_oneself(who), AuditEntry(AuditKind.ENTERED, binding))
    # With several children the event names none: it is told once, to those around all of them.
    student = who.placements[0].student if len(who.placements) == 1 else None
    for kind in (EventKind.ENTRY, EventKind.KLASS_ENTRY):
        await work.tell(Event(kind, who.school, binding, work.now, student, person=who.person, actor=who.person))
    name = await work.run(people.school_name, who.school)
    return Entrance(EntranceKind.ENTERED, who.name, who.kind, who.children, name)


def _as_oneself(who: Standing) -> Permit:
    """Sign an entry: nobody permitted it but the code."""
    capacity = Capacity(person=who.person, school=who.school, role=who.role, name=who.name.full)
    return Permit(Action.ACCOUNT_MANAGE_OWN, capacity, Relation.SELF)


@dataclass(frozen=True, slots=True)
class ClaimStaff:
    """«Yes, that is me», or «no», to the name behind a used staff invitation."""

    invitation: InvitationId
    mine: bool


async def claim_staff(work: Work, command: ClaimStaff) -> Entrance:
    """Let a member of staff wait for the administrator; without one, the first administrator is in at once.

    The way without an administrator is open to codes of the command line only. A disowned invitation is closed, and
    a new one has to be asked for. Raises Forbidden for somebody else's invitation, Stale for an answered one.
    """
    account = _consented(work)
    used = await work.run(gateway.used_by, account, invitation=command.invitation)
    if used is None:
        raise Forbidden(Action.ACCOUNT_MANAGE_OWN)
    if not await work.run(gateway.close_claim, command.invitation, account, work.now):
        raise Stale
    who = await _standing(work, used.person)
    if not command.mine:
        await work.audit(_as_oneself(who), AuditEntry(AuditKind.INVITATION_REVOKED, who.person, reason="disowned"))
        return Entrance(EntranceKind.DISOWNED)
    return await _claimed(work, account, who, used)


async def _claimed(work: Work, account: AccountId, who: Standing, used: Used) -> Entrance:
    at_once = await _is_first_administrator(work, who, used)
    binding = await work.run(accounts.bind, account, who.person, work.now, confirmed=at_once)
    await work.run(accounts.set_focus, account, who.person)
    await work.audit(_as_oneself(who), AuditEntry(AuditKind.ENTERED, binding))
    if at_once:
        await work.audit(_as_oneself(who), AuditEntry(AuditKind.ENTRY_CONFIRMED, binding, reason="first administrator"))
    else:
        await work.tell(Event(EventKind.ENTRY_TO_CONFIRM, who.school, binding, work.now, person=who.person))
    name = await work.run(people.school_name, who.school)
    kind = EntranceKind.ENTERED if at_once else EntranceKind.WAITING
    return Entrance(kind, who.name, who.kind, school_name=name)


async def _is_first_administrator(work: Work, who: Standing, used: Used) -> bool:
    if Role.ADMINISTRATOR not in who.roles or not used.by_the_program:
        return False
    return not await work.run(entry.has_administrator, who.school, await school_today(work, who.school))


@dataclass(frozen=True, slots=True)
class WaitingStaff:
    """The staff entries of a school that wait."""

    school: SchoolId


async def waiting_staff(work: Work, command: WaitingStaff) -> WaitingList:
    """Give who waits for the administrator, oldest first. Raises Forbidden."""
    reach_school(work, command.school, Action.ENTRY_CONFIRM_STAFF)
    zone = await school_zone(work, command.school)
    return WaitingList(zone, await work.run(entry.waiting, command.school))


@dataclass(frozen=True, slots=True)
class ConfirmStaff:
    """Let a waiting member of staff in."""

    binding: BindingId


async def confirm_staff(work: Work, command: ConfirmStaff) -> Standing:
    """Confirm a staff entry and tell them; gives whom. Raises Forbidden; Stale when it does not wait any more."""
    bound, permit = await _waiting_binding(work, command.binding)
    await work.run(accounts.confirm, bound.id, work.now)
    await sign(work, permit, AuditEntry(AuditKind.ENTRY_CONFIRMED, bound.id))
    actor = permit.capacity.person or None
    await work.tell(
        Event(EventKind.ENTRY_CONFIRMED, bound.school, bound.id, work.now, person=bound.person, actor=actor)
    )
    return await _standing(work, bound.person)


@dataclass(frozen=True, slots=True)
class RefuseStaff:
    """Turn a waiting staff entry away."""

    binding: BindingId


async def refuse_staff(work: Work, command: RefuseStaff) -> Standing:
    """End a staff entry that waits; gives whose name it was made under. Raises Forbidden, Stale as above."""
    bound, permit = await _waiting_binding(work, command.binding)
    await work.run(accounts.end, [bound.id], work.now)
    await sign(work, permit, AuditEntry(AuditKind.ACCESS_CUT, bound.id, reason="refused"))
    event = Event(EventKind.ACCESS_CUT, bound.school, bound.id, work.now, person=bound.person)
    await work.tell(replace(event, actor=permit.capacity.person or None))
    return await _standing(work, bound.person)


async def _waiting_binding(work: Work, key: BindingId) -> tuple[Bound, Permit]:
    bound = await work.run(entry.binding, key)
    permit = reach_school(work, bound.school if bound else NOWHERE, Action.ENTRY_CONFIRM_STAFF)
    if bound is None:
        raise Forbidden(Action.ENTRY_CONFIRM_STAFF)
    if bound.ended_at is not None or bound.confirmed_at is not None:
        raise Stale("entry-answered")
    return bound, permit
