"""Groups as they come, are bound and end, and what they are to be told (NTF-0)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from core.model.group_chat import GroupChat
from core.model.ids import GroupChatId, KlassId, PersonId
from core.storage.rows import GroupChatRow, GroupPostRow, KlassRow

_CHATS = select(
    GroupChatRow.id,
    GroupChatRow.chat_id,
    GroupChatRow.title,
    GroupChatRow.klass_id,
    KlassRow.name,
    GroupChatRow.asked_by,
    GroupChatRow.bound_at,
).outerjoin(KlassRow, KlassRow.id == GroupChatRow.klass_id)
_HERE = GroupChatRow.ended_at.is_(None)


def arrive(db: Connection, chat: int, title: str, at: datetime) -> bool:
    """Note a group that the bot is in now; tell whether it was not before."""
    known = db.execute(select(GroupChatRow.id, GroupChatRow.ended_at).where(GroupChatRow.chat_id == chat)).first()
    if known is None:
        db.execute(insert(GroupChatRow).values(chat_id=chat, title=title, arrived_at=at))
        return True
    values = {"title": title}
    fresh = {"arrived_at": at, "klass_id": None, "asked_by": None, "bound_at": None, "ended_at": None}
    again = known.ended_at is not None
    db.execute(update(GroupChatRow).where(GroupChatRow.id == known.id).values(**values, **(fresh if again else {})))
    return again


def end(db: Connection, chat: int, at: datetime) -> None:
    """Note that the bot is in a group no more."""
    db.execute(update(GroupChatRow).where(GroupChatRow.chat_id == chat, _HERE).values(ended_at=at))


def move(db: Connection, old: int, new: int) -> None:
    """Note that a group became a supergroup, under another id; whatever is known under that one already wins."""
    known = db.execute(select(GroupChatRow.id).where(GroupChatRow.chat_id == new)).scalar()
    if known is None:
        db.execute(update(GroupChatRow).where(GroupChatRow.chat_id == old).values(chat_id=new))


def by_chat(db: Connection, chat: int) -> GroupChat | None:
    """Give the group that the bot is in, by Telegram's id."""
    return _one(db, GroupChatRow.chat_id == chat)


def by_id(db: Connection, group: GroupChatId) -> tuple[GroupChat, PersonId | None] | None:
    """Give a group that the bot is in, with who gave its code."""
    row = db.execute(_CHATS.where(GroupChatRow.id == group, _HERE)).first()
    return None if row is None else (_chat(row), None if row.asked_by is None else PersonId(row.asked_by))


def of_klass(db: Connection, klass: KlassId) -> tuple[GroupChat, ...]:
    """Give the groups of a class, the oldest first."""
    rows = db.execute(_CHATS.where(GroupChatRow.klass_id == klass, _HERE).order_by(GroupChatRow.id))
    return tuple(map(_chat, rows))


def ask(db: Connection, group: GroupChatId, klass: KlassId, person: PersonId) -> None:
    """Note that somebody gave a class's code in a group."""
    db.execute(update(GroupChatRow).where(GroupChatRow.id == group).values(klass_id=klass, asked_by=person))


def bind(db: Connection, group: GroupChatId, at: datetime) -> None:
    """Bind a group to the class whose code was given there."""
    db.execute(update(GroupChatRow).where(GroupChatRow.id == group).values(bound_at=at))


def unbound(db: Connection, before: datetime) -> list[int]:
    """Give Telegram's ids of groups in which the bot is since before an instant and which nobody bound."""
    waiting = (_HERE, GroupChatRow.bound_at.is_(None), GroupChatRow.arrived_at <= before)
    return list(db.execute(select(GroupChatRow.chat_id).where(*waiting)).scalars())


def _one(db: Connection, condition: ColumnElement[bool]) -> GroupChat | None:
    row = db.execute(_CHATS.where(condition, _HERE)).first()
    return None if row is None else _chat(row)


def _chat(row: Any) -> GroupChat:
    key, chat, title, klass, name, asked, bound = row
    return GroupChat(
        GroupChatId(key),
        chat,
        title,
        None if klass is None else KlassId(klass),
        name or "",
        asked=asked is not None and bound is None,
        bound=bound is not None,
    )


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a group is to be told of, from `due_at` on."""

    group: GroupChatId
    kind: str
    subject: int
    happened_at: datetime
    due_at: datetime


def note(db: Connection, notes: Iterable[Note]) -> None:
    """Keep what groups are to be told of; what waits there already is not kept twice."""
    for each in notes:
        waits = (
            GroupPostRow.group_chat_id == each.group,
            GroupPostRow.kind == each.kind,
            GroupPostRow.subject_id == each.subject,
            GroupPostRow.settled_at.is_(None),
        )
        changed = db.execute(update(GroupPostRow).where(*waits).values(due_at=each.due_at))
        if not changed.rowcount:
            db.execute(
                insert(GroupPostRow).values(
                    group_chat_id=each.group,
                    kind=each.kind,
                    subject_id=each.subject,
                    happened_at=each.happened_at,
                    due_at=each.due_at,
                )
            )


def settle(db: Connection, told: Iterable[tuple[int, str | None]], at: datetime) -> None:
    """Note what was told, row by row; None where there was nothing left to tell."""
    for key, value in told:
        db.execute(update(GroupPostRow).where(GroupPostRow.id == key).values(settled_at=at, told=value))


def drop_posts(db: Connection, groups: Collection[int], at: datetime) -> None:
    """Settle everything that waits for groups which the bot is in no more."""
    waits = (GroupPostRow.group_chat_id.in_(groups), GroupPostRow.settled_at.is_(None))
    db.execute(update(GroupPostRow).where(*waits).values(settled_at=at))
