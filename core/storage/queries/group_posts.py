"""What groups of classes are to be told of: whose it is, what is due, what was told last (NTF-0)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, func, select

from core.model.ids import GroupChatId, KlassId, SchoolId
from core.storage.rows import (
    EnrolmentRow,
    GroupChatRow,
    GroupPostRow,
    HomeworkRow,
    KlassRow,
    LessonRow,
    PersonRow,
)


@dataclass(frozen=True, slots=True)
class BoundKlass:
    """A class with its grade and the groups that are bound to it."""

    klass: KlassId
    grade: int
    groups: tuple[GroupChatId, ...]


@dataclass(frozen=True, slots=True)
class DuePost:
    """A row that is due: its id, what of, when it happened."""

    id: int
    kind: str
    subject: int
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class DueGroup:
    """A group with everything that it is due to be told; `told` is what it was told last, by kind and subject."""

    id: GroupChatId
    chat: int
    school: SchoolId
    klass: KlassId
    name: str
    posts: tuple[DuePost, ...]
    told: dict[tuple[str, int], str] = field(default_factory=dict)


def bound(db: Connection, school: SchoolId) -> list[BoundKlass]:
    """Give the classes of a school that have a group."""
    query = (
        select(KlassRow.id, KlassRow.grade, GroupChatRow.id)
        .join(GroupChatRow, GroupChatRow.klass_id == KlassRow.id)
        .where(KlassRow.school_id == school, GroupChatRow.bound_at.is_not(None), GroupChatRow.ended_at.is_(None))
    )
    found: dict[tuple[int, int], list[GroupChatId]] = defaultdict(list)
    for klass, grade, group in db.execute(query):
        found[klass, grade].append(GroupChatId(group))
    return [BoundKlass(KlassId(klass), grade, tuple(groups)) for (klass, grade), groups in found.items()]


def klasses_of_lessons(db: Connection, lessons: Collection[int]) -> dict[int, KlassId]:
    """Give the classes of lessons."""
    query = select(LessonRow.id, LessonRow.klass_id).where(LessonRow.id.in_(lessons))
    return {key: KlassId(klass) for key, klass in db.execute(query)}


def klasses_of_homework(db: Connection, homework: Collection[int]) -> dict[int, KlassId]:
    """Give the classes of homework that is everybody's; what is for one student alone is left out."""
    query = (
        select(HomeworkRow.id, LessonRow.klass_id)
        .join(LessonRow, LessonRow.id == HomeworkRow.lesson_id)
        .where(HomeworkRow.id.in_(homework), HomeworkRow.student_id.is_(None))
    )
    return {key: KlassId(klass) for key, klass in db.execute(query)}


def due(db: Connection, now: datetime, rested: datetime) -> list[DueGroup]:
    """Give the groups that are due something and were told nothing since `rested`."""
    latest = (
        select(func.max(GroupPostRow.settled_at))
        .where(GroupPostRow.group_chat_id == GroupChatRow.id, GroupPostRow.told.is_not(None))
        .correlate(GroupChatRow)
        .scalar_subquery()
    )
    query = (
        select(
            GroupChatRow.id,
            GroupChatRow.chat_id,
            KlassRow.school_id,
            KlassRow.id,
            KlassRow.name,
            GroupPostRow.id,
            GroupPostRow.kind,
            GroupPostRow.subject_id,
            GroupPostRow.happened_at,
        )
        .join(GroupChatRow, GroupChatRow.id == GroupPostRow.group_chat_id)
        .join(KlassRow, KlassRow.id == GroupChatRow.klass_id)
        .where(GroupPostRow.settled_at.is_(None), GroupPostRow.due_at <= now)
        .where(GroupChatRow.ended_at.is_(None), GroupChatRow.bound_at.is_not(None))
        .where(func.coalesce(latest, datetime(1970, 1, 1, tzinfo=now.tzinfo)) <= rested)
        .order_by(GroupPostRow.id)
    )
    heads: dict[int, tuple[int, int, int, str]] = {}
    posts: dict[int, list[DuePost]] = defaultdict(list)
    for group, chat, school, klass, name, key, kind, subject, at in db.execute(query):
        heads[group] = (chat, school, klass, name)
        posts[group].append(DuePost(key, kind, subject, at))
    told = _told(db, heads) if heads else {}
    return [
        DueGroup(
            GroupChatId(group), chat, SchoolId(school), KlassId(klass), name, tuple(posts[group]), told.get(group, {})
        )
        for group, (chat, school, klass, name) in heads.items()
    ]


def _told(db: Connection, groups: Collection[int]) -> dict[int, dict[tuple[str, int], str]]:
    query = (
        select(GroupPostRow.group_chat_id, GroupPostRow.kind, GroupPostRow.subject_id, GroupPostRow.told)
        .where(GroupPostRow.group_chat_id.in_(groups), GroupPostRow.told.is_not(None))
        .order_by(GroupPostRow.id)
    )
    found: dict[int, dict[tuple[str, int], str]] = defaultdict(dict)
    for group, kind, subject, told in db.execute(query):
        found[group][kind, subject] = told or ""
    return found


def names(db: Connection, klasses: Collection[KlassId]) -> dict[KlassId, frozenset[str]]:
    """Give every name of everybody who is or was in these classes: none of them may stand in a group."""
    query = (
        select(EnrolmentRow.klass_id, PersonRow.family, PersonRow.given)
        .join(PersonRow, PersonRow.id == EnrolmentRow.student_id)
        .where(EnrolmentRow.klass_id.in_(klasses))
    )
    found: dict[KlassId, set[str]] = defaultdict(set)
    for klass, family, given in db.execute(query):
        found[KlassId(klass)] |= {family, given}
    return {klass: frozenset(known) for klass, known in found.items()}
