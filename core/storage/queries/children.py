"""Whose diary is read, and which lessons and groups are that child's: enrolment and membership, day by day.

A child who changed class sees the old class's lessons on old days, and nothing of the new class before the first day.
"""

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Label,
    and_,
    bindparam,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from core.model.diary import Child, Enrolment
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonKind, PersonName
from core.storage.rows import EnrolmentRow, GroupMemberRow, GroupRow, KlassRow, LessonRow, PersonRow, SchoolRow

STUDENT = bindparam("student", type_=PersonRow.id.type)
FIRST = bindparam("first", type_=Date())
LAST = bindparam("last", type_=Date())

# A table of its own: the outer statement may be about groups itself.
_WHOLE = aliased(GroupRow)

_CHILD = (
    select(
        PersonRow.id,
        PersonRow.school_id,
        PersonRow.family,
        PersonRow.given,
        PersonRow.patronymic,
        SchoolRow.zone,
        EnrolmentRow.klass_id,
        EnrolmentRow.since,
        EnrolmentRow.until,
        KlassRow.name,
        KlassRow.grade,
    )
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .outerjoin(EnrolmentRow, EnrolmentRow.student_id == PersonRow.id)
    .outerjoin(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
    .where(PersonRow.id.in_(bindparam("students", expanding=True)), PersonRow.kind == PersonKind.STUDENT)
    .order_by(PersonRow.family, PersonRow.given, PersonRow.id, EnrolmentRow.since)
)


def children(db: Connection, students: frozenset[PersonId] | tuple[PersonId, ...]) -> tuple[Child, ...]:
    """Give the students of these ids by name; ids of anybody else are passed over."""
    found: dict[int, Child] = {}
    enrolled: dict[int, list[Enrolment]] = {}
    for row in db.execute(_CHILD, {"students": sorted(students)}):
        stays = enrolled.setdefault(row.id, [])
        if row.klass_id is not None:
            stays.append(Enrolment(KlassId(row.klass_id), row.name, row.grade, row.since, row.until))
        found[row.id] = Child(
            PersonId(row.id),
            SchoolId(row.school_id),
            PersonName(row.family, row.given, row.patronymic),
            ZoneInfo(row.zone),
            tuple(stays),
        )
    return tuple(found.values())


def child(db: Connection, student: PersonId) -> Child | None:
    """Give a student, None where there is no such student."""
    return next(iter(children(db, (student,))), None)


def enrolled_on(day: Any) -> ColumnElement[bool]:
    """Give the condition that an enrolment covers `day`."""
    return and_(EnrolmentRow.since <= day, or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= day))


def member_on(group: Any, day: Any) -> ColumnElement[bool]:
    """Give the condition that the student belongs to a group on `day`: everybody of the class, or those listed."""
    listed = exists().where(
        GroupMemberRow.group_id == group,
        GroupMemberRow.student_id == STUDENT,
        GroupMemberRow.since <= day,
        or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= day),
    )
    whole = exists().where(_WHOLE.id == group, _WHOLE.name == "")
    return or_(whole, listed)


def own_lessons() -> FromClause:
    """Give the lessons of the classes the student was in, each on its day; still to be narrowed by `member_on`."""
    lessons = LessonRow.__table__
    return EnrolmentRow.__table__.join(
        lessons, and_(LessonRow.klass_id == EnrolmentRow.klass_id, enrolled_on(LessonRow.day))
    )


OWN_LESSON = and_(EnrolmentRow.student_id == STUDENT, member_on(LessonRow.group_id, LessonRow.day))


def lesson_ids(first: Any, last: Any) -> Any:
    """Give the ids of lessons of the student's classes from `first` to `last`, as a subquery.

    Records of a student are then looked up lesson by lesson, so that those of other years cost nothing.
    """
    return (
        select(LessonRow.id)
        .select_from(own_lessons())
        .where(EnrolmentRow.student_id == STUDENT, LessonRow.day.between(first, last))
        .correlate(None)
    )


def _in_klass(condition: ColumnElement[bool], order: Any) -> Any:
    # One early-stopping look into the index per class, instead of sorting a year of lessons.
    nearest = (
        select(LessonRow.day)
        .where(
            LessonRow.klass_id == EnrolmentRow.klass_id,
            condition,
            enrolled_on(LessonRow.day),
            member_on(LessonRow.group_id, LessonRow.day),
        )
        .order_by(order)
        .limit(1)
        .correlate(EnrolmentRow)
    )
    return nearest.scalar_subquery()


def next_day() -> Label[Any]:
    """Give the first day after LAST on which the student has lessons, as a scalar."""
    nearest = func.min(_in_klass(LessonRow.day > LAST, LessonRow.day.asc()))
    return select(nearest).where(EnrolmentRow.student_id == STUDENT).scalar_subquery().label("next_day")


def previous_day() -> Label[Any]:
    """Give the last day before FIRST on which the student has lessons, as a scalar."""
    nearest = func.max(_in_klass(LessonRow.day < FIRST, LessonRow.day.desc()))
    return select(nearest).where(EnrolmentRow.student_id == STUDENT).scalar_subquery().label("previous_day")
