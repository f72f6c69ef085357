"""Letters that nobody got: the administrator sends them once more, or closes them (NTF-1)."""

from dataclasses import dataclass

from core.model.access import Action, Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.dead_letter import DeadLetters
from core.model.errors import Stale
from core.model.ids import LetterId, SchoolId
from core.storage.gateways import dead_letters as gateway
from core.storage.work import Work
from core.usecases.reaching import NOWHERE, reach_school, school_zone


@dataclass(frozen=True, slots=True)
class ListDead:
    """Of which school."""

    school: SchoolId


async def list_dead(work: Work, command: ListDead) -> DeadLetters:
    """Give the letters of a school that were given up. Raises Forbidden."""
    reach_school(work, command.school, Action.DEAD_LETTERS_TEND)
    zone = await school_zone(work, command.school)
    return DeadLetters(command.school, zone, await work.run(gateway.of_school, command.school))


@dataclass(frozen=True, slots=True)
class TendDead:
    """Which letter."""

    letter: LetterId


async def revive_dead(work: Work, command: TendDead) -> DeadLetters:
    """Let a letter be tried anew, composed of what is true now; give those that are left.

    Raises Forbidden, Stale when it is on the list no more.
    """
    school, permit = await _reach(work, command.letter)
    if not await work.run(gateway.revive, command.letter, work.now):
        raise Stale
    await work.audit(permit, AuditEntry(AuditKind.LETTER_REVIVED, command.letter))
    return await list_dead(work, ListDead(school))


async def close_dead(work: Work, command: TendDead) -> DeadLetters:
    """Take a letter off the list; give those that are left. Raises Forbidden, Stale when it is there no more."""
    school, permit = await _reach(work, command.letter)
    if not await work.run(gateway.close, command.letter):
        raise Stale
    await work.audit(permit, AuditEntry(AuditKind.LETTER_CLOSED, command.letter))
    return await list_dead(work, ListDead(school))


async def _reach(work: Work, letter: LetterId) -> tuple[SchoolId, Permit]:
    school = await work.run(gateway.school_of, letter) or NOWHERE
    return school, reach_school(work, school, Action.DEAD_LETTERS_TEND)
