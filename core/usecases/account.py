"""What an account chooses for itself: the language, and whose screens come first (ACC-2)."""

from dataclasses import dataclass, replace

from core.model.access import Action, Actor, Subject
from core.model.errors import Stranger
from core.model.ids import PersonId
from core.rules.access import require
from core.storage.gateways import accounts
from core.storage.work import Work
from core.usecases.reaching import NOWHERE


@dataclass(frozen=True, slots=True)
class Choose:
    """A language or a person to come first; None leaves it as it is."""

    language: str | None = None
    focus: PersonId | None = None


async def choose(work: Work, command: Choose) -> Actor:
    """Keep the choice and give the actor as it is from now on. A language asks for an account only.

    Raises Stranger; Forbidden for a person of others.
    """
    account = work.actor.account
    if account is None:
        raise Stranger
    if command.language is not None:
        await work.run(accounts.set_language, account, command.language)
    if command.focus is not None:
        _require_own(work, command.focus)
        await work.run(accounts.set_focus, account, command.focus)
    actor = work.actor
    return replace(actor, language=command.language or actor.language, focus=command.focus or actor.focus)


def _require_own(work: Work, person: PersonId) -> None:
    school = next((own.school for own in work.actor.capacities if own.person == person), NOWHERE)
    require(work.actor, Action.ACCOUNT_MANAGE_OWN, Subject(school=school, person=person))
