"""A complaint of a thread opens it to the school until somebody has decided; every reading is recorded (DIA-12)."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.ids import ComplaintId, PersonId, SchoolId, ThreadId
from core.model.thread import (
    COMPLAINT_LIMIT,
    Complaint,
    ComplaintCase,
    ComplaintList,
    ComplaintPage,
    ComplaintReason,
    Talk,
    TalkPage,
    Thread,
)
from core.rules.access import allowed, require
from core.rules.consent import text_hash
from core.rules.texts import clean_text
from core.rules.threads import fitting, hears_complaint
from core.storage.gateways import threads as gateway
from core.storage.queries import appeals, children
from core.storage.queries import threads as query
from core.storage.work import Work
from core.usecases.messages import OpenTalk, look_into
from core.usecases.reaching import NOWHERE, reach_school, school_zone
from core.usecases.talk_access import enter_talk


@dataclass(frozen=True, slots=True)
class Complain:
    """What is wrong in a thread, by a reason or in words."""

    thread: ThreadId
    reason: ComplaintReason
    words: str = ""


async def complain(work: Work, command: Complain) -> TalkPage:
    """Record a complaint of one side; from now on the deputy and the head may read the thread, and both sides know.

    Raises Forbidden, Refusal "complaint-open" while one waits, "text-…".
    """
    party = await enter_talk(work, command.thread, Action.MESSAGE_COMPLAIN)
    known = await work.run(query.complaint_of, command.thread)
    if known is not None and known.decided_at is None:
        raise Refusal("complaint-open")
    words = clean_text(command.words, COMPLAINT_LIMIT) if command.words else ""
    me, thread = party.where.me, party.thread
    key = await work.run(gateway.complain, thread, me, (command.reason, words), work.now)
    entry = AuditEntry(
        AuditKind.THREAD_COMPLAINED,
        key,
        after=command.reason.value,
        student=thread.student,
        extra={"thread": thread.id, "words": text_hash(words) if words else None},
    )
    await work.audit(party.where.permit, entry)
    klass = party.where.child.klass_on(party.where.today)
    officials = await work.run(appeals.officials, thread.school, party.where.today)
    hearing = hears_complaint(officials, klass.grade if klass else None, thread)
    await _tell(work, thread, key, me, [*hearing, thread.family, thread.staff])
    return await look_into(work, OpenTalk(command.thread))


async def _tell(work: Work, thread: Thread, key: ComplaintId, by: PersonId, people: list[PersonId]) -> None:
    """The letter says to each side what concerns it; whoever acted knows."""
    for person in people:
        student = thread.student if person == thread.family else None
        if person != by:
            event = Event(EventKind.COMPLAINT, thread.school, key, work.now, student, person=person, actor=by)
            await work.tell(event)


@dataclass(frozen=True, slots=True)
class ListComplaints:
    """The complaints of a school."""

    school: SchoolId


async def list_complaints(work: Work, command: ListComplaints) -> ComplaintList:
    """Give complaints that the actor may decide, those that wait first. Raises Forbidden."""
    reach_school(work, command.school, Action.THREAD_READ_COMPLAINED)
    zone = await school_zone(work, command.school)
    today = work.now.astimezone(zone).date()
    found = await work.run(query.complaints_of_school, command.school)
    talks = await work.run(query.talks, {each.thread for each in found}, today)
    cases = [ComplaintCase(each, talks[each.thread], zone) for each in found]
    mine = [case for case in cases if await _permit(work, case.talk) is not None]
    return ComplaintList(command.school, today, tuple(mine))


async def _permit(work: Work, talk: Talk) -> Permit | None:
    """A deputy of other grades does not read it, nor does one of the thread's two sides."""
    sides = (talk.thread.family, talk.thread.staff)
    if any(one.person in sides for one in work.actor.capacities):
        return None
    return allowed(work.actor, Action.THREAD_READ_COMPLAINED, await _subject(work, talk))


async def _subject(work: Work, talk: Talk) -> Subject:
    child = await work.run(children.child, talk.thread.student)
    return child.subject(child.today(work.now)) if child else Subject(school=NOWHERE)


@dataclass(frozen=True, slots=True)
class OpenComplaint:
    """A complaint, with the part of its thread before a message."""

    complaint: ComplaintId
    before: int = 0


async def open_complaint(work: Work, command: OpenComplaint) -> ComplaintPage:
    """Give a complaint with what it opens, and record that it was read; a decided one opens nothing any more.

    Raises Forbidden, also for the sides of the thread themselves.
    """
    case, permit = await _case(work, command.complaint)
    today = work.now.astimezone(case.zone).date()
    if case.complaint.decided_at is not None:
        return ComplaintPage(case, today, ())
    found = await work.run(query.page, case.complaint.thread, command.before)
    shown = fitting(found)
    await work.audit(permit, _read(case.complaint, case.talk.thread, shown[-1].id if shown else 0))
    return ComplaintPage(case, today, shown, earlier=len(found) > len(shown), later=bool(command.before))


def _read(complaint: Complaint, thread: Thread, newest: int) -> AuditEntry:
    extra: dict[str, str | int | None] = {"complaint": complaint.id, "until": newest}
    return AuditEntry(AuditKind.THREAD_READ, thread.id, student=thread.student, extra=extra)


async def _case(work: Work, key: ComplaintId) -> tuple[ComplaintCase, Permit]:
    found = (await work.run(query.complaints, [key])).get(key)
    if found is None:
        require(work.actor, Action.THREAD_READ_COMPLAINED, Subject(school=NOWHERE))
        raise Forbidden(Action.THREAD_READ_COMPLAINED)
    zone: ZoneInfo = await school_zone(work, found.school)
    today = work.now.astimezone(zone).date()
    talk = (await work.run(query.talks, [found.thread], today))[found.thread]
    require(work.actor, Action.THREAD_READ_COMPLAINED, await _subject(work, talk))
    permit = await _permit(work, talk)
    if permit is None:
        raise Forbidden(Action.THREAD_READ_COMPLAINED)
    return ComplaintCase(found, talk, zone), permit


async def look_at_complaint(work: Work, command: OpenComplaint) -> ComplaintCase:
    """Give a complaint without its thread, for the form of a decision. Raises Forbidden."""
    case, _ = await _case(work, command.complaint)
    return case


@dataclass(frozen=True, slots=True)
class DecideComplaint:
    """What is decided, as both sides will read it."""

    complaint: ComplaintId
    words: str


async def decide_complaint(work: Work, command: DecideComplaint) -> ComplaintPage:
    """Record the decision and tell both sides; the thread is theirs alone again. Raises Forbidden, Stale, "text-…"."""
    case, permit = await _case(work, command.complaint)
    words = clean_text(command.words, COMPLAINT_LIMIT)
    me, thread = permit.capacity.person, case.talk.thread
    await work.run(gateway.decide, case.complaint, words, me, work.now)
    entry = AuditEntry(
        AuditKind.COMPLAINT_DECIDED,
        case.complaint.id,
        after=text_hash(words),
        student=thread.student,
        extra={"thread": thread.id},
    )
    await work.audit(permit, entry)
    await _tell(work, thread, case.complaint.id, me, [thread.family, thread.staff])
    case, _ = await _case(work, command.complaint)
    return ComplaintPage(case, work.now.astimezone(case.zone).date(), ())
