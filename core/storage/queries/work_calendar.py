"""A class's works, lessons and homework by day: the calendar of control works, homework's load (BEY-7, BEY-8)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from core.model.homework_load import DueTask
from core.model.ids import GroupId, HomeworkId, KlassId, LessonId, SchoolId, SubjectId, WorkId
from core.model.lesson import DECLARED_KINDS, LessonState
from core.model.work_calendar import Place, PlannedWork
from core.storage.rows import GroupRow, HomeworkRow, KlassRow, LessonRow, SubjectRow, WorkRow


def works(db: Connection, klasses: Collection[KlassId], first: date, last: date) -> dict[KlassId, list[PlannedWork]]:
    """Give the works that everybody writes of classes from `first` to `last`, by day; one statement."""
    query = (
        select(
            LessonRow.klass_id,
            WorkRow.id,
            LessonRow.id.label("lesson"),
            LessonRow.day,
            LessonRow.number,
            LessonRow.group_id,
            GroupRow.name.label("subgroup"),
            LessonRow.subject_id,
            SubjectRow.name.label("subject"),
            WorkRow.kind,
            WorkRow.title,
        )
        .join(WorkRow, WorkRow.lesson_id == LessonRow.id)
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(LessonRow.klass_id.in_(klasses), LessonRow.day.between(first, last))
        .where(LessonRow.state == LessonState.PLANNED, WorkRow.kind.in_(DECLARED_KINDS))
        .order_by(LessonRow.day, LessonRow.number, WorkRow.id)
    )
    found: dict[KlassId, list[PlannedWork]] = {klass: [] for klass in klasses}
    for row in db.execute(query):
        found[KlassId(row.klass_id)].append(_work(row))
    return found


def _work(row: Any) -> PlannedWork:
    return PlannedWork(
        WorkId(row.id),
        LessonId(row.lesson),
        row.day,
        row.number,
        GroupId(row.group_id),
        row.subgroup,
        SubjectId(row.subject_id),
        row.subject,
        row.kind,
        row.title,
    )


def places(db: Connection, klass: KlassId, first: date, last: date) -> tuple[Place, ...]:
    """Give the lessons of a class that take place from `first` to `last`, told the first and the last of each day."""
    edges = (
        select(LessonRow.day, func.min(LessonRow.number).label("least"), func.max(LessonRow.number).label("most"))
        .where(LessonRow.klass_id == klass, LessonRow.day.between(first, last), LessonRow.state == LessonState.PLANNED)
        .group_by(LessonRow.day)
        .subquery()
    )
    query = (
        select(LessonRow.id, LessonRow.group_id, LessonRow.day, LessonRow.number, edges.c.least, edges.c.most)
        .join(edges, edges.c.day == LessonRow.day)
        .where(LessonRow.klass_id == klass, LessonRow.state == LessonState.PLANNED)
        .order_by(LessonRow.day, LessonRow.number, LessonRow.id)
    )
    return tuple(
        Place(LessonId(key), GroupId(group), day, number, number == least, number == most)
        for key, group, day, number, least, most in db.execute(query)
    )


def tasks(db: Connection, klass: KlassId, first: date, last: date) -> tuple[DueTask, ...]:
    """Give homework of a class or its subgroups due from `first` to `last`; a single student's is not counted."""
    query = (
        select(
            HomeworkRow.id,
            HomeworkRow.due_on,
            GroupRow.subject_id,
            SubjectRow.name,
            GroupRow.name.label("subgroup"),
            HomeworkRow.kind,
            HomeworkRow.minutes,
        )
        .join(GroupRow, GroupRow.id == HomeworkRow.group_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(GroupRow.klass_id == klass, HomeworkRow.due_on.between(first, last))
        .where(HomeworkRow.withdrawn_at.is_(None), HomeworkRow.student_id.is_(None))
        .order_by(HomeworkRow.due_on, SubjectRow.name, HomeworkRow.id)
    )
    rows: list[Any] = list(db.execute(query))
    return tuple(
        DueTask(HomeworkId(key), due, SubjectId(subject), name, subgroup, kind, minutes)
        for key, due, subject, name, subgroup, kind, minutes in rows
    )


@dataclass(frozen=True, slots=True)
class KlassName:
    """A class as it stands in a list."""

    id: KlassId
    name: str
    grade: int


def klasses(db: Connection, school: SchoolId) -> tuple[KlassName, ...]:
    """Give the classes of a school by grade and name."""
    query = select(KlassRow.id, KlassRow.name, KlassRow.grade).where(KlassRow.school_id == school)
    rows = db.execute(query.order_by(KlassRow.grade, KlassRow.name))
    return tuple(KlassName(KlassId(key), name, grade) for key, name, grade in rows)
