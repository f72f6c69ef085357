"""Homework by the day it is due, where a lesson that was to collect it leaves that day (JRN-6, ADM-4)."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, select

from core.model.audit import AuditKind
from core.model.homework import HomeworkKind
from core.model.ids import GroupId, HomeworkId, LessonId, PersonId
from core.model.lesson import Lesson, LessonState
from core.model.lesson_change import Assigned
from core.storage.rows import AuditRow, HomeworkRow, LessonRow

FOLLOWS = "follows"
"""Under this name the trail keeps which lesson a homework followed."""


@dataclass(frozen=True, slots=True)
class DueHomework:
    """A homework with its days; the lesson it was given in."""

    id: HomeworkId
    lesson: LessonId
    given_on: date
    due_on: date
    kind: HomeworkKind
    text: str
    student: PersonId | None


def due_from(db: Connection, lesson: Lesson, first: date) -> tuple[DueHomework, ...]:
    """Give homework of a lesson's group that is due on a day or later and was given in other lessons before it."""
    query = (
        select(
            HomeworkRow.id,
            HomeworkRow.lesson_id,
            LessonRow.day,
            HomeworkRow.due_on,
            HomeworkRow.kind,
            HomeworkRow.text,
            HomeworkRow.student_id,
        )
        .join(LessonRow, LessonRow.id == HomeworkRow.lesson_id)
        .where(
            HomeworkRow.group_id == lesson.group,
            HomeworkRow.due_on >= first,
            HomeworkRow.withdrawn_at.is_(None),
            HomeworkRow.lesson_id != lesson.id,
        )
        .order_by(HomeworkRow.id)
    )
    rows: list[Any] = list(db.execute(query))
    return tuple(DueHomework(*row) for row in rows)


def other_days(db: Connection, lesson: Lesson, first: date) -> tuple[date, ...]:
    """Give the days from one on that have other lessons of the group."""
    query = select(LessonRow.day).distinct().where(_taking_place([lesson.group], first), LessonRow.id != lesson.id)
    return tuple(db.execute(query.order_by(LessonRow.day)).scalars())


def _taking_place(groups: Collection[int], first: date) -> Any:
    return and_(LessonRow.group_id.in_(groups), LessonRow.day >= first, LessonRow.state == LessonState.PLANNED)


def put_off(db: Connection, lesson: Lesson, found: Collection[DueHomework]) -> dict[HomeworkId, str]:
    """Give of these what followed the lesson and was not changed since, each as it was before (canonical)."""
    query = (
        select(AuditRow.subject_id, AuditRow.before, AuditRow.extra)
        .where(AuditRow.kind == AuditKind.HOMEWORK_CHANGED, AuditRow.subject_id.in_([each.id for each in found]))
        .order_by(AuditRow.seq)
    )
    newest = {HomeworkId(key): (before, json.loads(extra)) for key, before, extra in db.execute(query)}
    return {key: before for key, (before, extra) in newest.items() if extra.get(FOLLOWS) == lesson.id and before}


@dataclass(frozen=True, slots=True)
class GroupDues:
    """The homework of a group from a day on, and the days of its lessons."""

    due: tuple[Assigned, ...] = ()
    days: tuple[date, ...] = ()


def dues_of(db: Connection, groups: Collection[GroupId], first: date) -> dict[GroupId, GroupDues]:
    """Give what letters say of homework for lessons that were changed; two statements."""
    homework = (
        select(HomeworkRow.group_id, LessonRow.day, HomeworkRow.due_on, HomeworkRow.student_id)
        .join(LessonRow, LessonRow.id == HomeworkRow.lesson_id)
        .where(HomeworkRow.group_id.in_(groups), HomeworkRow.due_on >= first, HomeworkRow.withdrawn_at.is_(None))
    )
    due: dict[int, list[Assigned]] = {}
    rows: list[Any] = list(db.execute(homework))
    for group, *days in rows:
        due.setdefault(group, []).append(Assigned(*days))
    lessons = select(LessonRow.group_id, LessonRow.day).distinct().where(_taking_place(groups, first))
    held: dict[int, list[date]] = {}
    for group, day in db.execute(lessons):
        held.setdefault(group, []).append(day)
    return {group: GroupDues(tuple(due.get(group, ())), tuple(held.get(group, ()))) for group in groups}
