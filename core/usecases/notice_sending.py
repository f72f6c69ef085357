"""Sending notices, now or at an hour; what became of them; stopping, changing and recalling what was sent (CLS-3)."""

from dataclasses import dataclass, replace
from datetime import date, time

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Refusal, Stale
from core.model.events import Event, EventKind
from core.model.ids import NoticeId, SchoolId
from core.model.notice import (
    TOLD,
    Household,
    Notice,
    NoticeAim,
    NoticeResult,
    NoticeState,
)
from core.model.school import ALL_GRADES
from core.rules.access import allowed
from core.rules.calendar import at_local, local_day
from core.rules.consent import text_hash
from core.rules.notices import event_kind, may_be_at, may_remind, next_evening
from core.storage.gateways import notices as gateway
from core.storage.gateways import recalls
from core.storage.queries import actors, invitations
from core.storage.queries import notices as query
from core.storage.queries.journal import alphabetical
from core.storage.work import Work
from core.usecases.notices import admit, notice_text, sheet_of
from core.usecases.reaching import school_zone

_OPEN = (NoticeState.DRAFT, NoticeState.SCHEDULED)


@dataclass(frozen=True, slots=True)
class OfNotice:
    """Which notice."""

    notice: NoticeId


@dataclass(frozen=True, slots=True)
class ScheduleNotice:
    """A notice to be sent on a local day at an hour; without a day, at the next 18:00."""

    notice: NoticeId
    day: date | None = None
    hour: int = 0


@dataclass(frozen=True, slots=True)
class EditNotice:
    """Other words for a notice that was sent."""

    notice: NoticeId
    text: str


async def send_notice(work: Work, command: OfNotice) -> NoticeResult:
    """Send a notice now; one that was sent already is shown as it came. Raises Forbidden, Refusal "notice-empty",
    "notice-nobody", "notice-own-grades".
    """
    notice, permit = await admit(work, command.notice)
    if notice.state in _OPEN:
        await _is_ready(work, notice, permit)
        await _deliver(work, notice)
        await work.audit(permit, _entry(AuditKind.NOTICE_SENT, notice))
    return await result_of(work, notice.id, permit)


async def _is_ready(work: Work, notice: Notice, permit: Permit) -> None:
    if notice.empty:
        raise Refusal("notice-empty")
    if notice.aim is NoticeAim.SCHOOL and permit.capacity.grades != ALL_GRADES:
        raise Refusal("notice-own-grades")
    if not (await sheet_of(work, notice, permit)).reach.households:
        raise Refusal("notice-nobody")


async def _deliver(work: Work, notice: Notice) -> bool:
    if not await work.run(gateway.move, notice.id, _OPEN, NoticeState.SENT, sent_at=work.now, send_at=None):
        return False
    today = local_day(work.now, await school_zone(work, notice.school))
    await work.run(gateway.enlist, notice, today)
    await work.tell(Event(event_kind(notice), notice.school, notice.id, work.now, actor=notice.author))
    return True


def _entry(kind: AuditKind, notice: Notice, **more: str | int | None) -> AuditEntry:
    after = f"{notice.kind.value}:{notice.aim.value}:{notice.readers.value}:{text_hash(notice.text)}"
    return AuditEntry(kind, notice.id, after=after, extra={"files": len(notice.files), **more})


async def schedule_notice(work: Work, command: ScheduleNotice) -> Notice:
    """Put a notice off until an hour, or to another one. Raises as `send_notice`, Stale, Refusal "notice-time"."""
    notice, permit = await admit(work, command.notice)
    if notice.state not in _OPEN:
        raise Stale
    await _is_ready(work, notice, permit)
    zone = await school_zone(work, notice.school)
    at = at_local(command.day, time(command.hour), zone) if command.day else next_evening(work.now, zone)
    if not may_be_at(at, work.now):
        raise Refusal("notice-time")
    await work.run(gateway.move, notice.id, _OPEN, NoticeState.SCHEDULED, send_at=at)
    await work.audit(permit, _entry(AuditKind.NOTICE_SCHEDULED, notice, at=at.isoformat()))
    return replace(notice, state=NoticeState.SCHEDULED, send_at=at)


async def unschedule_notice(work: Work, command: OfNotice) -> Notice:
    """Make a draft of a notice that waits for its hour: to be changed, or left. Raises Forbidden, Stale."""
    notice, permit = await admit(work, command.notice)
    me = permit.capacity.person
    moved = await work.run(
        gateway.move, notice.id, (NoticeState.SCHEDULED,), NoticeState.DRAFT, send_at=None, author_id=me
    )
    if not moved and notice.state is not NoticeState.DRAFT:
        raise Stale
    if moved:
        await work.audit(permit, _entry(AuditKind.NOTICE_CANCELLED, notice))
    return replace(notice, state=NoticeState.DRAFT, send_at=None)


async def drop_notice(work: Work, command: OfNotice) -> Notice:
    """Throw a draft away, or a notice that waits for its hour. Raises Forbidden, Stale for one that was sent."""
    notice, permit = await admit(work, command.notice)
    if not await work.run(gateway.move, notice.id, _OPEN, NoticeState.CANCELLED, ended_at=work.now):
        raise Stale
    if notice.state is NoticeState.SCHEDULED:
        await work.audit(permit, _entry(AuditKind.NOTICE_CANCELLED, notice))
    return notice


@dataclass(frozen=True, slots=True)
class SendDue:
    """All notices whose hour has come."""


async def send_due(work: Work, _command: SendDue) -> int:
    """Send what waits for this hour, as the program; gives how many. What its author may not send any more is dropped:
    they have left, lost the class or the role.
    """
    sent = 0
    for key in await work.run(query.scheduled, work.now):
        notice = await work.run(query.notice, key)
        if notice is None:
            continue
        if await _may_still_send(work, notice):
            sent += await _deliver(work, notice)
            await work.audit_system(notice.school, _entry(AuditKind.NOTICE_SENT, notice, author=notice.author))
        else:
            await work.run(gateway.move, key, _OPEN, NoticeState.CANCELLED, ended_at=work.now)
            await work.audit_system(notice.school, _entry(AuditKind.NOTICE_CANCELLED, notice, author=notice.author))
    return sent


async def is_anything_due(work: Work, _command: SendDue) -> bool:
    """Tell whether any notice's hour has come."""
    return bool(await work.run(query.scheduled, work.now))


async def _may_still_send(work: Work, notice: Notice) -> bool:
    action, subject = Action.NOTICE_SEND_SCHOOL, Subject(school=notice.school)
    if notice.klass is not None:
        found = await work.run(invitations.klass_subject, notice.klass)
        action, subject = Action.NOTICE_SEND_KLASS, found[0] if found else Subject(school=SchoolId(0))
    for telegram in await work.run(query.accounts, notice.author):
        actor = await work.run(actors.load, telegram, work.now)
        own = tuple(each for each in actor.capacities if each.person == notice.author)
        if actor.consented and allowed(replace(actor, capacities=own), action, subject):
            return True
    return False


async def show_result(work: Work, command: OfNotice) -> NoticeResult:
    """Give what became of a notice. Raises Forbidden."""
    notice, permit = await admit(work, command.notice)
    return await result_of(work, notice.id, permit)


async def result_of(work: Work, key: NoticeId, permit: Permit) -> NoticeResult:
    """Give how far a notice has come, and who has read it; a dozen statements, however many families."""
    notice = await work.run(query.notice, key)
    if notice is None:
        raise Stale
    sheet = await sheet_of(work, notice, permit)
    recalled = await work.run(recalls.progress, event_kind(notice).value, key)
    return NoticeResult(
        notice=notice,
        author=sheet.author,
        zone=sheet.zone,
        today=sheet.today,
        klass=sheet.klass,
        group=sheet.group,
        progress=await work.run(query.progress, event_kind(notice).value, key, work.now),
        households=await _households(work, notice),
        leaving=await work.run(query.is_leaving, event_kind(notice).value, key),
        recalls=recalled[""],
        may_remind=may_remind(notice, work.now, sheet.zone),
        targets=sheet.targets,
    )


async def _households(work: Work, notice: Notice) -> tuple[Household, ...]:
    """Give whom it was for by name; a child of whom the school knows no guardian is one more without a way."""
    found = await work.run(query.households, notice)
    if notice.aim is not NoticeAim.STAFF and notice.sent_at is not None:
        for student, name, klass in await work.run(query.children, notice):
            found.setdefault(student, Household(name, None, reached=False, klass=klass))
    return tuple(sorted(found.values(), key=lambda each: (each.klass, alphabetical(each.name))))


async def stop_notice(work: Work, command: OfNotice) -> NoticeResult:
    """Hold back what has not left yet; what arrived stays. Raises Forbidden."""
    notice, permit = await admit(work, command.notice)
    if await work.run(gateway.move, notice.id, (NoticeState.SENT,), NoticeState.STOPPED, ended_at=work.now):
        held = await work.run(gateway.stop, event_kind(notice).value, notice.id, work.now)
        await work.audit(permit, _entry(AuditKind.NOTICE_STOPPED, notice, held=held))
    return await result_of(work, notice.id, permit)


async def edit_notice(work: Work, command: EditNotice) -> NoticeResult:
    """Change the words: what has not left tells the new ones, what has arrived is edited in its chat.

    Raises Forbidden, Stale for one that was not sent or was recalled, Refusal "text-…".
    """
    notice, permit = await admit(work, command.notice)
    if notice.state not in TOLD:
        raise Stale
    text = notice_text(notice, command.text)
    if text != notice.text:
        await work.run(gateway.change, notice.id, text=text, edited_at=work.now)
        told = await work.run(recalls.edit_sent, event_kind(notice).value, notice.id, work.now)
        entry = _entry(AuditKind.NOTICE_EDITED, replace(notice, text=text), letters=told)
        await work.audit(permit, replace(entry, before=text_hash(notice.text)))
    return await result_of(work, notice.id, permit)


async def recall_notice(work: Work, command: OfNotice) -> NoticeResult:
    """Take a notice back: deleted where it is younger than 48 hours, else its words are replaced. Raises Forbidden."""
    notice, permit = await admit(work, command.notice)
    if await work.run(gateway.move, notice.id, TOLD, NoticeState.RECALLED, ended_at=work.now):
        told = await work.run(recalls.take_back, event_kind(notice).value, notice.id, work.now)
        await work.run(recalls.take_back, EventKind.NOTICE_REMINDER.value, notice.id, work.now)
        await work.audit(permit, _entry(AuditKind.NOTICE_RECALLED, notice, letters=told))
    return await result_of(work, notice.id, permit)


async def remind_notice(work: Work, command: OfNotice) -> NoticeResult:
    """Remind the families that have not read; once a day. Raises Forbidden, Refusal "notice-reminded"."""
    notice, permit = await admit(work, command.notice)
    if not may_remind(notice, work.now, await school_zone(work, notice.school)):
        raise Refusal("notice-reminded")
    await work.run(gateway.change, notice.id, reminded_at=work.now)
    await work.tell(Event(EventKind.NOTICE_REMINDER, notice.school, notice.id, work.now, actor=notice.author))
    await work.audit(permit, _entry(AuditKind.NOTICE_REMINDED, notice))
    return await result_of(work, notice.id, permit)
