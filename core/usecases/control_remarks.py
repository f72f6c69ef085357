"""The deputy's remarks to teachers: written, answered, put right, confirmed or given back (CTL-3) [002 §4а-6]."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.control import CONTROL_REMARK_LIMIT, ControlRemark, RemarkForm, RemarkList, RemarkState, RemarkView
from core.model.errors import Forbidden, Refusal, Stale
from core.model.events import Event, EventKind
from core.model.ids import PersonId, SchoolId
from core.model.people import PersonKind
from core.rules.access import allowed, require
from core.rules.consent import text_hash
from core.rules.texts import clean_text
from core.storage.gateways import control as gateway
from core.storage.queries import control as query
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years
from core.usecases.reaching import reach_person

# Working days that a teacher is offered to put something right in.
_OFFERED = (1, 3, 5)
_LONGEST = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class StartRemark:
    """A remark to a teacher is about to be written."""

    teacher: PersonId


@dataclass(frozen=True, slots=True)
class WriteControlRemark:
    """What is to be put right by the end of which day."""

    teacher: PersonId
    text: str
    due_on: date


@dataclass(frozen=True, slots=True)
class OpenControlRemark:
    """Which remark."""

    remark: int


@dataclass(frozen=True, slots=True)
class AnswerControlRemark:
    """What the teacher says to a remark."""

    remark: int
    text: str


@dataclass(frozen=True, slots=True)
class ReturnControlRemark:
    """Not put right yet; by the end of which day it shall be."""

    remark: int
    due_on: date


@dataclass(frozen=True, slots=True)
class ListControlRemarks:
    """Open remarks of a school, or those to one teacher."""

    school: SchoolId
    teacher: PersonId | None = None


async def start_remark(work: Work, command: StartRemark) -> RemarkForm:
    """Give what the form for a remark shows. Raises Forbidden, also for somebody who is not of the staff."""
    who, _ = await reach_person(work, command.teacher, Action.CONTROL_REMARK_WRITE)
    if who.kind is not PersonKind.STAFF:
        raise Forbidden(Action.CONTROL_REMARK_WRITE)
    return RemarkForm(command.teacher, who.name, _days(await _year(work, who.school), work))


async def write_control_remark(work: Work, command: WriteControlRemark) -> RemarkView:
    """Keep a remark and tell the teacher. Raises Forbidden, Refusal "text-…" or "remark-due" for a day out of reach."""
    who, permit = await reach_person(work, command.teacher, Action.CONTROL_REMARK_WRITE)
    if who.kind is not PersonKind.STAFF:
        raise Forbidden(Action.CONTROL_REMARK_WRITE)
    year = await _year(work, who.school)
    _check_due(command.due_on, year.today(work.now))
    text = clean_text(command.text, CONTROL_REMARK_LIMIT)
    people = (command.teacher, permit.capacity.person)
    key = await work.run(gateway.write, who.school, people, text, command.due_on, work.now)
    after = f"{command.due_on.isoformat()} {text_hash(text)}"
    await work.audit(permit, AuditEntry(AuditKind.CONTROL_REMARK_WRITTEN, key, after=after))
    await _tell(work, permit, EventKind.CONTROL_REMARK, key, command.teacher)
    return await _view(work, key)


async def open_control_remark(work: Work, command: OpenControlRemark) -> RemarkView:
    """Give a remark to its teacher and to who reads the board of duties. Raises Forbidden."""
    return await _view(work, command.remark)


async def list_control_remarks(work: Work, command: ListControlRemarks) -> RemarkList:
    """Give open remarks, the earliest due first. Raises Forbidden."""
    require(work.actor, Action.DUTY_BOARD_READ, Subject(school=command.school, person=command.teacher))
    year = await _year(work, command.school)
    found = await work.run(query.open_remarks, command.school, command.teacher)
    return RemarkList(command.school, year.today(work.now), found)


async def answer_control_remark(work: Work, command: AnswerControlRemark) -> RemarkView:
    """Keep the teacher's answer and tell the deputy who wrote. Raises Forbidden, Stale for one that is confirmed."""
    remark, permit = await _mine(work, command.remark)
    text = clean_text(command.text, CONTROL_REMARK_LIMIT)
    await work.run(gateway.answer, remark.id, text, work.now)
    await work.audit(permit, AuditEntry(AuditKind.CONTROL_REMARK_ANSWERED, remark.id, after=text_hash(text)))
    await _tell(work, permit, EventKind.CONTROL_ANSWER, remark.id, remark.writer)
    return await _view(work, remark.id)


async def resolve_control_remark(work: Work, command: OpenControlRemark) -> RemarkView:
    """Note that the teacher has put it right and tell the deputy who wrote; a second time changes nothing.

    Raises Forbidden, Stale for one that is confirmed.
    """
    remark, permit = await _mine(work, command.remark)
    if remark.state is RemarkState.OPEN:
        await work.run(gateway.resolve, remark.id, work.sent_at)
        await work.audit(permit, AuditEntry(AuditKind.CONTROL_REMARK_RESOLVED, remark.id))
        await _tell(work, permit, EventKind.CONTROL_ANSWER, remark.id, remark.writer)
    return await _view(work, remark.id)


async def confirm_control_remark(work: Work, command: OpenControlRemark) -> RemarkView:
    """Note that the deputy is content and tell the teacher. Raises Forbidden, Stale for one that is confirmed."""
    remark, permit = await _judged(work, command.remark)
    await work.run(gateway.confirm, remark.id, permit.capacity.person, work.now)
    await work.audit(permit, AuditEntry(AuditKind.CONTROL_REMARK_CONFIRMED, remark.id))
    await _tell(work, permit, EventKind.CONTROL_REMARK, remark.id, remark.teacher)
    return await _view(work, remark.id)


async def return_control_remark(work: Work, command: ReturnControlRemark) -> RemarkView:
    """Give a remark back until another day and tell the teacher. Raises Forbidden, Stale, Refusal "remark-due"."""
    remark, permit = await _judged(work, command.remark)
    year = await _year(work, remark.school)
    _check_due(command.due_on, year.today(work.now))
    await work.run(gateway.give_back, remark.id, command.due_on, work.now)
    days = (remark.due_on.isoformat(), command.due_on.isoformat())
    await work.audit(permit, AuditEntry(AuditKind.CONTROL_REMARK_RETURNED, remark.id, *days))
    await _tell(work, permit, EventKind.CONTROL_REMARK, remark.id, remark.teacher)
    return await _view(work, remark.id)


async def _year(work: Work, school: SchoolId) -> SchoolYear:
    return (await school_years(work, [school]))[school]


def _days(year: SchoolYear, work: Work) -> tuple[date, ...]:
    today = year.today(work.now)
    return tuple(year.calendar.add_working_days(today, count) for count in _OFFERED)


def _check_due(due_on: date, today: date) -> None:
    if not today <= due_on <= today + _LONGEST:
        raise Refusal("remark-due")


async def _found(work: Work, key: int, action: Action) -> tuple[ControlRemark, Permit]:
    found = (await work.run(query.remarks, [key])).get(key)
    if found is None:
        raise Forbidden(action)
    return found, require(work.actor, action, _subject(found))


def _subject(remark: ControlRemark) -> Subject:
    return Subject(school=remark.school, person=remark.teacher)


async def _mine(work: Work, key: int) -> tuple[ControlRemark, Permit]:
    return _unconfirmed(await _found(work, key, Action.CONTROL_REMARK_RESOLVE))


async def _judged(work: Work, key: int) -> tuple[ControlRemark, Permit]:
    return _unconfirmed(await _found(work, key, Action.CONTROL_REMARK_WRITE))


def _unconfirmed(found: tuple[ControlRemark, Permit]) -> tuple[ControlRemark, Permit]:
    if found[0].state is RemarkState.CONFIRMED:
        raise Stale
    return found


async def _view(work: Work, key: int) -> RemarkView:
    remark, _ = await _found(work, key, Action.DUTY_BOARD_READ)
    year = await _year(work, remark.school)
    mine = allowed(work.actor, Action.CONTROL_REMARK_RESOLVE, _subject(remark)) is not None
    judges = allowed(work.actor, Action.CONTROL_REMARK_WRITE, _subject(remark)) is not None
    return RemarkView(remark, year.today(work.now), mine, judges, _days(year, work))


async def _tell(work: Work, permit: Permit, kind: EventKind, key: int, person: PersonId) -> None:
    me = permit.capacity
    await work.tell(Event(kind, me.school, key, work.now, person=person, actor=me.person))
