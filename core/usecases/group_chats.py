"""A class's group chat: bound by its class teacher with a code, told of nothing that is personal (NTF-0, ACC-3)."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal, Stale
from core.model.group_chat import CODE_MINUTES, GroupChat, GroupCode, KlassChats
from core.model.ids import GroupChatId, KlassId, SchoolId
from core.model.lesson_change import KlassName
from core.rules.access import require
from core.rules.invitations import CODE_BYTES, new_code, normalise
from core.storage.gateways import group_chats as gateway
from core.storage.gateways import keyvalue
from core.storage.queries import lesson_changes
from core.storage.work import Work

TITLE_LIMIT = 128


@dataclass(frozen=True, slots=True)
class Arrived:
    """The bot is in a group; `title` is what it is called."""

    chat: int
    title: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup, under another id."""

    old: int
    new: int


@dataclass(frozen=True, slots=True)
class OpenKlassChats:
    """The groups of a class."""

    klass: KlassId


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Somebody gave a code in a group."""

    chat: int
    code: str


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """One group."""

    group: GroupChatId


async def arrive_in_group(work: Work, command: Arrived) -> bool:
    """Note that the bot is in a group; tells whether it was not before. Nobody is shown anything."""
    title = " ".join(command.title.split())[:TITLE_LIMIT]
    return await work.run(gateway.arrive, command.chat, title, work.now)


async def depart_from_group(work: Work, chat: int) -> None:
    """Note that the bot is in a group no more."""
    await work.run(gateway.end, chat, work.now)


async def move_group(work: Work, command: Moved) -> None:
    """Follow a group that became a supergroup."""
    await work.run(gateway.move, command.old, command.new)


async def know_group(work: Work, chat: int) -> GroupChat | None:
    """Give the group that the bot is in, for the program itself."""
    return await work.run(gateway.by_chat, chat)


async def may_answer(work: Work, asked: tuple[int, timedelta]) -> bool:
    """Tell whether a group may be answered again: a command there is answered seldom, however often it is given."""
    chat, seldom = asked
    key = f"group-answered:{chat}"
    kept = await work.run(keyvalue.get, key)
    if kept is not None and work.now - datetime.fromisoformat(kept["at"]) < seldom:
        return False
    await work.run(keyvalue.put, key, {"at": work.now.isoformat()}, work.now)
    return True


async def open_klass_chats(work: Work, command: OpenKlassChats) -> KlassChats:
    """Give the groups of a class. Raises Forbidden for all but its class teacher."""
    _, klass, _ = await _reach(work, command.klass)
    return KlassChats(klass.id, klass.name, await work.run(gateway.of_klass, klass.id))


async def issue_group_code(work: Work, command: OpenKlassChats) -> GroupCode:
    """Give a code that binds a group to the class, once, for half an hour, given by this account. Raises Forbidden."""
    _, klass, _ = await _reach(work, command.klass)
    code = new_code(secrets.token_bytes(CODE_BYTES))
    until = work.now + timedelta(minutes=CODE_MINUTES)
    kept = {"klass": klass.id, "telegram": work.actor.telegram, "until": until.isoformat()}
    await work.run(keyvalue.put, _key(code), kept, work.now)
    return GroupCode(klass.id, klass.name, code)


async def offer_group(work: Work, command: OfferGroup) -> GroupChat:
    """Take a code that was given in a group; the class teacher confirms in private.

    Raises Refusal "group-code" for one that is wrong, over, or another account's, Stale for a group that is bound.
    """
    group = await work.run(gateway.by_chat, command.chat)
    kept = await work.run(keyvalue.get, _key(command.code))
    known = kept is not None and kept["telegram"] == work.actor.telegram and work.actor.telegram is not None
    if group is None or kept is None or not known or datetime.fromisoformat(kept["until"]) < work.now:
        raise Refusal("group-code")
    if group.bound:
        raise Stale
    _, klass, permit = await _reach(work, KlassId(kept["klass"]))
    await work.run(keyvalue.drop, _key(command.code))
    await work.run(gateway.ask, group.id, klass.id, permit.capacity.person)
    return replace(group, klass=klass.id, klass_name=klass.name, asked=True)


async def bind_group(work: Work, command: OpenGroup) -> GroupChat:
    """Bind a group to the class whose code was given there. Raises Forbidden for all but who gave it, Stale."""
    group, asked_by, permit = await _own_group(work, command.group)
    if permit.capacity.person != asked_by:
        raise Forbidden(Action.GROUP_CHAT_BIND)
    if group.bound:
        raise Stale
    await work.run(gateway.bind, group.id, work.now)
    await work.audit(permit, AuditEntry(AuditKind.GROUP_CHAT_BOUND, group.id, extra={"klass": group.klass}))
    return replace(group, bound=True, asked=False)


async def read_group(work: Work, command: OpenGroup) -> GroupChat:
    """Give a group of one's class. Raises Forbidden, Stale where the bot is there no more."""
    return (await _own_group(work, command.group))[0]


async def release_group(work: Work, command: OpenGroup) -> GroupChat:
    """End what binds a group to its class; the bot leaves it. Raises Forbidden, Stale."""
    group, _, permit = await _own_group(work, command.group)
    await work.run(gateway.end, group.chat, work.now)
    await work.run(gateway.drop_posts, [group.id], work.now)
    await work.audit(permit, AuditEntry(AuditKind.GROUP_CHAT_LEFT, group.id, extra={"klass": group.klass}))
    return group


async def _own_group(work: Work, key: GroupChatId) -> tuple[GroupChat, int | None, Permit]:
    found = await work.run(gateway.by_id, key)
    if found is None or found[0].klass is None:
        require(work.actor, Action.GROUP_CHAT_BIND, Subject(school=SchoolId(0)))
        raise Forbidden(Action.GROUP_CHAT_BIND)
    _, _, permit = await _reach(work, found[0].klass)
    return *found, permit


async def _reach(work: Work, key: KlassId) -> tuple[SchoolId, KlassName, Permit]:
    found = await work.run(lesson_changes.klass_name, key)
    if found is None:
        require(work.actor, Action.GROUP_CHAT_BIND, Subject(school=SchoolId(0)))
        raise Forbidden(Action.GROUP_CHAT_BIND)
    school, klass = found
    subject = Subject(school=school, klass=klass.id, grade=klass.grade)
    return school, klass, require(work.actor, Action.GROUP_CHAT_BIND, subject)


def _key(code: str) -> str:
    return f"group-code:{sha256(normalise(code).encode()).hexdigest()}"
