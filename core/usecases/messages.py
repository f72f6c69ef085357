"""Talk between a family and the staff: threads, what is written in them, quiet and ended ones (DIA-12) [004]."""

from dataclasses import dataclass
from datetime import datetime

from core.model.access import Action, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.homework import SentFile
from core.model.ids import MessageId, PersonId, ThreadId
from core.model.thread import (
    MESSAGE_LIMIT,
    Addressee,
    TalkPage,
    Thread,
    ThreadSide,
)
from core.rules.access import allowed, require
from core.rules.consent import text_hash
from core.rules.texts import clean_text
from core.rules.threads import AN_HOUR, answer_at, check_flood, fitting, others
from core.storage.gateways import threads as gateway
from core.storage.gateways.threads import NewThread
from core.storage.queries import contacts as people
from core.storage.queries import threads as query
from core.storage.queries.threads import SentLetter
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.talk_access import Entered, Party, enter_child, enter_talk


@dataclass(frozen=True, slots=True)
class Address:
    """To whom one wants to write about a child: a member of the staff for a family, of the family for the staff."""

    child: PersonId
    person: PersonId
    side: ThreadSide


async def find_addressee(work: Work, command: Address) -> Addressee:
    """Give whom a first message would go to. Raises Forbidden, Refusal "message-not-entered" for who can't read it."""
    return (await _addressed(work, command))[1]


async def _addressed(work: Work, command: Address) -> tuple[Entered, Addressee]:
    where = await enter_child(work, command.child, command.side)
    contact, relative = None, None
    if command.side is ThreadSide.FAMILY:
        contact = where.contact(command.person)
        family, staff = where.me, command.person
    else:
        found = await work.run(people.relatives, command.child, where.today)
        relative = next((each for each in found if each.person == command.person), None)
        family, staff = command.person, where.me
    one = contact or relative
    if one is None:
        raise Forbidden(Action.MESSAGE_WRITE)
    if not one.entered:
        raise Refusal("message-not-entered", name=one.name.full)
    thread = await work.run(query.between, command.child, family, staff)
    return where, Addressee(where.child, where.today, contact, relative, thread)


@dataclass(frozen=True, slots=True)
class WriteFirst:
    """A message to somebody whom there may be no thread with yet."""

    to: Address
    text: str
    file: SentFile | None = None


async def write_first(work: Work, command: WriteFirst) -> TalkPage:
    """Begin a thread, or go on in the one that is there. Raises as `find_addressee` and `write_message` do."""
    where, found = await _addressed(work, command.to)
    key = found.thread
    if key is None:
        key = await work.run(gateway.begin, _new(where, found, command.to), work.now)
    return await write_message(work, WriteMessage(key, command.text, command.file))


def _new(where: Entered, found: Addressee, to: Address) -> NewThread:
    staff = found.contact or where.contact(where.me)
    if staff is None:
        raise Forbidden(Action.MESSAGE_WRITE)
    family = where.me if to.side is ThreadSide.FAMILY else to.person
    return NewThread(where.child.school, where.child.id, family, staff.person, staff.role)


@dataclass(frozen=True, slots=True)
class WriteMessage:
    """A text, a file, or a file with a caption, into a thread; `seen` is the message that it answers, 0 for none."""

    thread: ThreadId
    text: str
    file: SentFile | None = None
    seen: int = 0


async def write_message(work: Work, command: WriteMessage) -> TalkPage:
    """Keep a message and tell the other side, unless it wants no letters of this thread.

    Raises Forbidden, Refusal "thread-closed" where one side is not to do with the child any more (ACC-7),
    "thread-ended" where the staff's side ended it, "messages-many", "text-…".
    """
    party = await enter_talk(work, command.thread)
    _check_open(party)
    text = clean_text(command.text, MESSAGE_LIMIT) if command.text.strip() or command.file is None else ""
    since = work.now - AN_HOUR
    check_flood(await work.run(query.written_since, party.thread.id, party.where.me, since))
    key = await work.run(gateway.write, party.thread, party.side, (text, command.file), work.now)
    if command.seen > party.thread.read_by(party.side):
        await work.run(gateway.read, party.thread, party.side, MessageId(command.seen))
    await work.audit(party.where.permit, _entry(party, key, text, command.file))
    await _tell(work, party)
    return await _page(work, await enter_talk(work, command.thread), 0)


def _check_open(party: Party) -> None:
    if party.talk.closed:
        raise Refusal("thread-closed")
    if party.thread.ended and party.side is ThreadSide.FAMILY:
        raise Refusal("thread-ended")


def _entry(party: Party, key: MessageId, text: str, file: SentFile | None) -> AuditEntry:
    """The trail proves that something was written, not what."""
    thread = party.thread
    return AuditEntry(
        AuditKind.MESSAGE_SENT,
        key,
        after=text_hash(text) if text else None,
        student=thread.student,
        extra={"thread": thread.id, "length": len(text), "file": file.kind.value if file else None},
    )


async def _tell(work: Work, party: Party) -> None:
    thread, me = party.thread, party.where.me
    if party.side is ThreadSide.STAFF:
        kind, reader = EventKind.MESSAGE, thread.family
    elif thread.muted:
        return
    else:
        kind, reader = EventKind.MESSAGE_STAFF, thread.staff
    await work.tell(Event(kind, thread.school, thread.id, work.now, thread.student, person=reader, actor=me))


@dataclass(frozen=True, slots=True)
class OpenTalk:
    """A thread, or the part of it before a message."""

    thread: ThreadId
    before: int = 0


async def open_talk(work: Work, command: OpenTalk) -> TalkPage:
    """Give a part of a thread to one of its two sides, and note that it has read it. Raises Forbidden."""
    party = await enter_talk(work, command.thread)
    page = await _page(work, party, command.before)
    newest = page.messages[-1].id if page.messages else MessageId(0)
    if newest > party.thread.read_by(party.side):
        await work.run(gateway.read, party.thread, party.side, newest)
    return page


async def look_into(work: Work, command: OpenTalk) -> TalkPage:
    """Give a part of a thread without noting anything, as for its files or a question about it. Raises Forbidden."""
    return await _page(work, await enter_talk(work, command.thread), command.before)


async def _page(work: Work, party: Party, before: int) -> TalkPage:
    found = await work.run(query.page, party.thread.id, before)
    shown = fitting(found)
    closed = party.talk.closed or party.thread.ended
    return TalkPage(
        talk=party.talk,
        child=party.where.child,
        side=party.side,
        today=party.where.today,
        messages=shown,
        earlier=len(found) > len(shown),
        later=bool(before),
        answer_at=await _answer_at(work, party),
        complaint=await work.run(query.complaint_of, party.thread.id),
        others=others(party.where.contacts, party.thread.staff) if closed else (),
        may_mute=_may_mute(work, party.thread),
    )


async def _answer_at(work: Work, party: Party) -> datetime | None:
    if party.side is ThreadSide.STAFF:
        return None
    year = (await school_years(work, [party.thread.school]))[party.thread.school]
    return answer_at(work.now, year.calendar, year.school.zone)


def _may_mute(work: Work, thread: Thread) -> bool:
    return allowed(work.actor, Action.THREAD_MUTE, Subject(school=thread.school, person=thread.staff)) is not None


@dataclass(frozen=True, slots=True)
class FindTalk:
    """The message of the bot's that somebody replies to in Telegram."""

    message: int


async def find_talk(work: Work, command: FindTalk) -> tuple[ThreadId, int] | None:
    """Give the thread that the replied letter told of to this account, and the last message that it told.

    None where it told of none, or of several. Raises Forbidden for a thread that the account is no side of any more.
    """
    if work.actor.account is None:
        return None
    kinds = (EventKind.MESSAGE.value, EventKind.MESSAGE_STAFF.value)
    found = await work.run(query.told_by, SentLetter(work.actor.account, command.message), kinds)
    if found is not None:
        await enter_talk(work, found[0])
    return found


@dataclass(frozen=True, slots=True)
class MuteTalk:
    """No letters of a thread any more, or again."""

    thread: ThreadId
    muted: bool


async def mute_talk(work: Work, command: MuteTalk) -> TalkPage:
    """Stop a thread's letters to the staff's side, or let them come again; the family is not told. Raises Forbidden."""
    party = await _staff_side(work, command.thread)
    if party.thread.muted != command.muted:
        await work.run(gateway.mute, party.thread, work.now if command.muted else None)
        await _note(work, party, AuditKind.THREAD_MUTED, "muted" if command.muted else "heard")
    return await _page(work, await enter_talk(work, command.thread), 0)


@dataclass(frozen=True, slots=True)
class EndTalk:
    """Enough was said in a thread."""

    thread: ThreadId


async def end_talk(work: Work, command: EndTalk) -> TalkPage:
    """Close a thread to the family until the staff's side writes in it again. Raises Forbidden."""
    party = await _staff_side(work, command.thread)
    if not party.thread.ended:
        await work.run(gateway.end, party.thread, work.now)
        await _note(work, party, AuditKind.THREAD_ENDED, "ended")
    return await _page(work, await enter_talk(work, command.thread), 0)


async def _staff_side(work: Work, key: ThreadId) -> Party:
    party = await enter_talk(work, key)
    require(work.actor, Action.THREAD_MUTE, Subject(school=party.thread.school, person=party.thread.staff))
    if party.side is ThreadSide.FAMILY:
        raise Forbidden(Action.THREAD_MUTE)
    return party


async def _note(work: Work, party: Party, kind: AuditKind, after: str) -> None:
    entry = AuditEntry(kind, party.thread.id, after=after, student=party.thread.student)
    await work.audit(party.where.permit, entry)
