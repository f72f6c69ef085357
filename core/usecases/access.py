"""Access cut off: somebody else's that should not be, or one's own that is no longer safe (ACC-1, ACC-5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.model.access import Action, Permit, Relation, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.entry import Bound, Standing
from core.model.errors import Forbidden, Refusal, Stranger
from core.model.events import Event, EventKind
from core.model.ids import BindingId, PersonId
from core.model.people import Role
from core.rules.access import allowed
from core.storage.gateways import accounts, invitations
from core.storage.queries import entry
from core.storage.work import Work
from core.usecases.lost_telling import keep_report
from core.usecases.reaching import reach_person, sign


@dataclass(frozen=True, slots=True)
class CutAccess:
    """This access should not be: end it."""

    binding: BindingId


async def cut_access(work: Work, command: CutAccess) -> Standing:
    """End a binding at once, with what was about to be sent through it; gives whose it was.

    A guardian may cut off only who entered after them, so that a newcomer cannot lock the family out.
    An access that has ended already is no fault. Raises Forbidden, Refusal("entered-before-you").
    """
    bound = await work.run(entry.binding, command.binding)
    who, permit = await reach_person(work, bound.person if bound else PersonId(0), Action.ACCESS_CUT)
    if bound is None:
        raise Forbidden(Action.ACCESS_CUT)
    await _was_here_before(work, permit, bound)
    if bound.ended_at is None:
        await cut_bindings(work, permit, [bound], reason="cut")
    return who


async def _was_here_before(work: Work, permit: Permit, bound: Bound) -> None:
    if permit.capacity.role is not Role.GUARDIAN or permit.relation is Relation.SELF or work.actor.account is None:
        return
    mine = await work.run(entry.entered_at, work.actor.account, permit.capacity.person)
    if mine is None or mine > bound.since:
        raise Refusal("entered-before-you")


async def cut_bindings(work: Work, permit: Permit, bound: Sequence[Bound], reason: str) -> None:
    """End bindings with unused codes of their persons, and tell those concerned; `reason` goes into the trail."""
    await work.run(accounts.end, [one.id for one in bound], work.now)
    await work.run(invitations.revoke, sorted({one.person for one in bound}), work.now)
    await sign(work, permit, *(AuditEntry(AuditKind.ACCESS_CUT, one.id, reason=reason) for one in bound))
    actor = permit.capacity.person or None
    await work.tell(
        *(Event(EventKind.ACCESS_CUT, one.school, one.id, work.now, person=one.person, actor=actor) for one in bound)
    )


@dataclass(frozen=True, slots=True)
class ReportOwnLost:
    """«My access may be in somebody else's hands.»"""


async def report_own_lost(work: Work, _command: ReportOwnLost) -> int:
    """Cut every access of all persons of this account, on whatever account; the administrator is told [003 §5.3].

    Works without the present consent: safety does not wait for a signature. Gives how many accesses ended.
    Raises Stranger when there is nothing to cut.
    """
    permits = list(_own(work))
    if not permits:
        raise Stranger("pending") if work.actor.pending else Stranger()
    ended = 0
    for permit in permits:
        bound = await work.run(entry.bindings_of, people=(permit.capacity.person,))
        await cut_bindings(work, permit, bound, reason="reported lost")
        await keep_report(work, permit, permit.capacity.school, permit.capacity.person)
        ended += len(bound)
    return ended


def _own(work: Work) -> Iterable[Permit]:
    seen: set[PersonId] = set()
    for capacity in work.actor.capacities:
        if capacity.person in seen:
            continue
        seen.add(capacity.person)
        oneself = Subject(school=capacity.school, person=capacity.person)
        permit = allowed(work.actor, Action.ACCESS_REPORT_OWN_LOST, oneself)
        if permit is not None:
            yield permit
