"""Pardons: one tap of the deputy pauses duties and keeps the reason (BEY-9, JRN-10)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.model.access import Action, Permit
from core.model.audit import AuditEntry, AuditKind
from core.model.duty import Duty, DutyState, Pardon
from core.model.errors import NotFound, Refusal, Stale
from core.model.events import Event, EventKind
from core.model.ids import KlassId, PersonId
from core.model.own_duties import PARDON_CODE, Deal, DutyCard, DutyOf
from core.rules.access import require
from core.rules.calendar import day_end
from core.rules.texts import clean_text
from core.storage.gateways import duty_words, glances
from core.storage.work import Work
from core.usecases.own_duties import Found, card_of, duty_card, find, subject_of

REASON_LIMIT = 300
LONGEST = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class PardonDuty:
    """A duty, and with it whatever else the deal covers, waits to the end of a day; `reason` in words or as a code."""

    duty: DutyOf
    deal: Deal
    until: date
    reason: str = ""


async def pardon_duty(work: Work, command: PardonDuty) -> DutyCard:
    """Pause duties, with the reason; the holders of this one are told.

    An illness covers everything its holder owes, a power cut this duty, its class or its row for everybody, a long
    check and one's own words this duty alone. Raises Forbidden, Refusal "pardon-until" (`last`) for a day out of
    reach, "pardon-done" for what is done, "text-…" for a reason that is none.
    """
    found, permit = await _permitted(work, command.duty)
    if found.duty.done_at is not None:
        raise Refusal("pardon-done")
    today = found.year.today(work.now)
    if not today <= command.until <= today + LONGEST:
        raise Refusal("pardon-until", last=today + LONGEST)
    own = command.deal is Deal.OWN_WORDS
    reason = clean_text(command.reason, REASON_LIMIT) if own else f"{PARDON_CODE}{command.deal.value}"
    given = _pardon(work, found, command, permit, reason)
    key = await work.run(duty_words.pardon, found.year.school.id, given)
    await work.run(glances.forget, None if given.person is None else [given.person])
    after = f"{command.deal.name.lower()} {command.until.isoformat()}"
    extra: dict[str, str | int | None] = {"rule": found.duty.rule.id, "duty": found.duty.subject.key}
    await work.audit(permit, AuditEntry(AuditKind.DUTY_PARDONED, key, after=after, extra=extra))
    await _tell(work, found, permit, key, given)
    return await duty_card(work, command.duty)


def _pardon(work: Work, found: Found, command: PardonDuty, permit: Permit, reason: str) -> Pardon:
    duty, deal = found.duty, command.deal
    alone = deal in (Deal.LONG_CHECK, Deal.POWER_CUT, Deal.OWN_WORDS)
    return Pardon(
        id=0,
        since=min(work.now, _asked_since(duty)),
        until=day_end(command.until, found.year.school.zone),
        reason=reason,
        by=permit.capacity.person,
        at=work.now,
        rule=duty.rule.id if alone or deal is Deal.POWER_CUT_RULE else None,
        person=_holder(duty) if deal is Deal.ILLNESS else None,
        klass=_klass(duty) if deal is Deal.POWER_CUT_KLASS else None,
        subject_key=duty.subject.key if alone else None,
    )


def _asked_since(duty: Duty) -> datetime:
    """What is overdue is pardoned, too: from its term on. A term that an earlier pardon moved isn't the row's own."""
    return duty.due_at if duty.pardon is None else duty.opened_at


def _holder(duty: Duty) -> PersonId:
    if duty.holder is None:
        raise NotFound
    return duty.holder


def _klass(duty: Duty) -> KlassId:
    if duty.subject.klass is None:
        raise NotFound
    return duty.subject.klass


async def _tell(work: Work, found: Found, permit: Permit, key: int, given: Pardon) -> None:
    people = {given.person} if given.person is not None else set(found.duty.holders)
    by, school = permit.capacity.person, found.year.school.id
    told = sorted(person for person in people if person != by)
    await work.tell(*(Event(EventKind.PARDON, school, key, work.now, person=one, actor=by) for one in told))


async def end_pardon(work: Work, command: DutyOf) -> DutyCard:
    """End the pardon that covers a duty before its time; its holders are told. Raises Forbidden, Stale without one."""
    found, permit = await _permitted(work, command)
    pardon = found.duty.pardon
    if pardon is None or found.duty.state is not DutyState.PAUSED:
        raise Stale
    await work.run(duty_words.end_pardon, pardon.id, work.now)
    await work.run(glances.forget, None)
    await work.audit(permit, AuditEntry(AuditKind.PARDON_ENDED, pardon.id))
    await _tell(work, found, permit, pardon.id, pardon)
    return await duty_card(work, command)


async def pardon_form(work: Work, command: DutyOf) -> DutyCard:
    """Give a duty to who may pardon it. Raises Forbidden."""
    found, _ = await _permitted(work, command)
    return await card_of(work, found)


async def _permitted(work: Work, command: DutyOf) -> tuple[Found, Permit]:
    found = await find(work, command)
    return found, require(work.actor, Action.DUTY_PARDON, await subject_of(work, found))
