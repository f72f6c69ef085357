"""Consent to the processing of personal data: given before anything else, withdrawn at any time (ACC-4)."""

from dataclasses import dataclass, replace

from core.model.access import Action, Permit, Relation
from core.model.audit import AuditEntry, AuditKind
from core.model.entry import ConsentRecord
from core.model.errors import Stale, Stranger
from core.model.ids import AccountId
from core.rules.consent import CONSENT_VERSION
from core.storage.gateways import accounts, consents
from core.storage.queries import entry
from core.storage.work import Work
from core.usecases.reaching import school_zone


@dataclass(frozen=True, slots=True)
class AcceptConsent:
    """«I agree» to the text of a version; `text_hash` is the fingerprint of the words that were shown."""

    version: int
    text_hash: str
    language: str = "ru"


async def accept_consent(work: Work, command: AcceptConsent) -> AccountId:
    """Record the acceptance, with the account where it is new [152-FZ art. 9; 003 А-1].

    Raises Stale when the text has changed since it was shown.
    """
    if command.version != CONSENT_VERSION:
        raise Stale("consent-changed")
    account = await work.run(accounts.ensure, _telegram(work), command.language, work.now)
    await work.run(consents.give, account, command.version, command.text_hash, work.now)
    return account


def _telegram(work: Work) -> int:
    if work.actor.telegram is None:
        raise Stranger
    return work.actor.telegram


@dataclass(frozen=True, slots=True)
class ReadConsent:
    """The acceptance in force of one's own account."""


async def read_consent(work: Work, _command: ReadConsent) -> ConsentRecord | None:
    """Give the acceptance in force, None where there is none."""
    if work.actor.account is None:
        return None
    record = await work.run(consents.current, work.actor.account, CONSENT_VERSION)
    if record is None or not work.actor.capacities:
        return record
    return replace(record, zone=await school_zone(work, work.actor.capacities[0].school))


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """«I withdraw my consent»."""


async def withdraw_consent(work: Work, _command: WithdrawConsent) -> int:
    """End every binding of the account, silence it, withdraw the consent, all at once; gives how many bindings ended.

    Asks for nothing but the account itself: withdrawing is a right, whatever else is the matter (ACC-4).
    """
    account = work.actor.account
    if account is None:
        raise Stranger
    bound = await work.run(entry.bindings_of, account=account)
    await work.run(accounts.end, [one.id for one in bound], work.now)
    await work.run(accounts.silence, account, work.now)
    await work.run(consents.withdraw, account, work.now)
    for school in sorted({capacity.school for capacity in work.actor.capacities}):
        capacity = next(capacity for capacity in work.actor.capacities if capacity.school == school)
        permit = Permit(Action.ACCOUNT_MANAGE_OWN, capacity, Relation.SELF)
        await work.audit(permit, AuditEntry(AuditKind.CONSENT_WITHDRAWN, account))
    return len(bound)
