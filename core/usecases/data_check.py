"""The monthly check of a class's data, child by child; errors become the administrator's (CLS-7) [004 §2; 003 А-23]."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.data_check import FAULT_LIMIT, DataCheck, DataFaultId, DataFaults
from core.model.duty import Cycle
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.regulation import Matter, Proof
from core.rules.access import require
from core.rules.texts import clean_text
from core.storage.gateways import data_check as gateway
from core.storage.gateways import duty_words, glances, keyvalue
from core.storage.gateways.data_check import NewFault
from core.storage.queries import audience, duty_places
from core.storage.queries import data_check as query
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.reaching import NOWHERE, reach_klass, reach_school, school_today, school_zone


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """A class's check of the month that a day lies in; this month's where no day is named."""

    klass: KlassId
    day: date | None = None


@dataclass(frozen=True, slots=True)
class CheckPupil:
    """What is kept of a student is right, or `fault` says what is not."""

    klass: KlassId
    day: date
    student: PersonId
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ListFaults:
    """The open errors of a school."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class SettleFault:
    """An error that is put right."""

    fault: DataFaultId


async def open_check(work: Work, command: OpenCheck) -> DataCheck:
    """Give a month's check as far as it has come. Raises Forbidden."""
    subject, name, _ = await reach_klass(work, command.klass, Action.DATA_CHECK)
    return await _read(work, subject, name, command)


async def _read(work: Work, subject: Subject, name: str, command: OpenCheck) -> DataCheck:
    month = (command.day or await school_today(work, subject.school)).replace(day=1)
    kept: dict[str, Any] | None = await work.run(keyvalue.get, _key(command.klass, month))
    kept = kept or {"looked": [], "faulty": [], "done": False}
    return DataCheck(
        klass=command.klass,
        klass_name=name,
        month=month,
        cards=await work.run(query.cards, command.klass),
        looked=frozenset(PersonId(student) for student in kept["looked"]),
        faulty=frozenset(PersonId(student) for student in kept["faulty"]),
        done=kept["done"],
    )


def _key(klass: KlassId, month: date) -> str:
    return f"data-check:{klass}:{month.isoformat()}"


async def _keep(work: Work, check: DataCheck) -> None:
    kept = {"looked": sorted(check.looked), "faulty": sorted(check.faulty), "done": check.done}
    await work.run(keyvalue.put, _key(check.klass, check.month), kept, work.now)


async def check_pupil(work: Work, command: CheckPupil) -> DataCheck:
    """Note that a student was looked at; an error is told to the administrators at once. Gives the check.

    Raises Forbidden for one of another class, Refusal "text-long".
    """
    subject, name, permit = await reach_klass(work, command.klass, Action.DATA_CHECK)
    check = await _read(work, subject, name, OpenCheck(command.klass, command.day))
    if command.student not in {card.student for card in check.cards}:
        raise Forbidden(Action.DATA_CHECK)
    faulty = check.faulty
    if command.fault:
        await _tell(work, subject, permit, command)
        faulty |= {command.student}
    after = replace(check, looked=check.looked | {command.student}, faulty=faulty)
    await _keep(work, after)
    return after


async def _tell(work: Work, subject: Subject, permit: Permit, command: CheckPupil) -> None:
    school, me = subject.school, permit.capacity.person
    words = clean_text(command.fault, FAULT_LIMIT)
    fault = NewFault(school, command.klass, command.student, words, me, work.now)
    key = await work.run(gateway.keep, fault)
    await work.audit(permit, AuditEntry(AuditKind.DATA_FAULT_TOLD, key, student=command.student))
    for person in await work.run(audience.administrators, school):
        await work.tell(Event(EventKind.DATA_FAULT, school, key, work.now, person=person, actor=me))


async def close_check(work: Work, command: OpenCheck) -> DataCheck:
    """End a month's check, and with it the duty of that month where the regulation has one.

    Raises Forbidden, Refusal "data-check-unfinished" while somebody was not looked at.
    """
    subject, name, permit = await reach_klass(work, command.klass, Action.DATA_CHECK)
    check = await _read(work, subject, name, command)
    if check.next is not None:
        raise Refusal("data-check-unfinished", count=sum(card.student not in check.looked for card in check.cards))
    if not check.done:
        check = replace(check, done=True)
        await _keep(work, check)
        after = f"{check.month.isoformat()} {len(check.cards)} {len(check.faulty)}"
        await work.audit(permit, AuditEntry(AuditKind.DATA_CHECKED, command.klass, after=after))
        await _close_duty(work, subject, permit, check)
    return check


async def _close_duty(work: Work, subject: Subject, permit: Permit, check: DataCheck) -> None:
    year = (await school_years(work, [subject.school]))[subject.school]
    key, me = f"klass:{check.klass}/{Cycle.MONTH.value}:{check.month.isoformat()}", permit.capacity.person
    for rule in year.regulation.rows:
        if rule.about is not Matter.DATA_CHECK or Role.CLASS_TEACHER not in rule.holders:
            continue
        if rule.proof is not Proof.CONFIRMATION or permit.capacity.role is not Role.CLASS_TEACHER:
            continue
        if await work.run(duty_places.confirmed_by, subject.school, rule.id, key) is None:
            await work.run(duty_words.confirm, subject.school, (rule.id, key), me, work.sent_at)
            await work.run(glances.closed, (me,), rule.title, key)


async def list_faults(work: Work, command: ListFaults) -> DataFaults:
    """Give the administrator the errors that wait. Raises Forbidden."""
    reach_school(work, command.school, Action.DATA_CHECK)
    zone = await school_zone(work, command.school)
    return DataFaults(command.school, zone, await work.run(query.open_faults, command.school))


async def settle_fault(work: Work, command: SettleFault) -> DataFaults:
    """Note that an error is put right; a second time changes nothing. Gives what still waits. Raises Forbidden."""
    fault = (await work.run(query.faults, {command.fault})).get(command.fault)
    permit = require(work.actor, Action.DATA_CHECK, Subject(school=fault.school if fault else NOWHERE))
    if fault is None:
        raise Forbidden(Action.DATA_CHECK)
    if await work.run(gateway.settle, command.fault, permit.capacity.person, work.now):
        await work.audit(permit, AuditEntry(AuditKind.DATA_FAULT_SETTLED, command.fault))
    return await list_faults(work, ListFaults(fault.school))
