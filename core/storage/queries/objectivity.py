"""A class's period as the look at its grounds needs it (CTL-6): statements don't grow with groups or students."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, and_, func, select

from core.model.calendar import Period
from core.model.ids import GroupId, KlassId, PersonId, SchoolId, WorkId
from core.model.objectivity import GroupBook, JudgedMark, SetFinal
from core.model.people import PersonName
from core.model.radar import Least
from core.model.school import ALL_GRADES, Grades
from core.storage.queries.final_marks import enrolled
from core.storage.queries.journal import CURRENT_FINAL, CURRENT_MARK
from core.storage.rows import (
    AssignmentRow,
    EnrolmentRow,
    FinalMarkRow,
    GroupRow,
    KlassRow,
    LessonRow,
    MarkRow,
    PersonRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)


def school_name(db: Connection, school: SchoolId) -> str:
    """Give a school's short name."""
    return db.execute(select(SchoolRow.short_name).where(SchoolRow.id == school)).scalar_one()


def klasses(db: Connection, school: SchoolId, grades: Grades) -> list[tuple[KlassId, str, int]]:
    """Give the classes that have marks, with their grades, in order."""
    query = select(KlassRow.id, KlassRow.name, KlassRow.grade).where(KlassRow.school_id == school, KlassRow.grade > 1)
    if grades != ALL_GRADES:
        query = query.where(KlassRow.grade.in_(grades))
    return [
        (KlassId(key), name, grade) for key, name, grade in db.execute(query.order_by(KlassRow.grade, KlassRow.name))
    ]


def klass(db: Connection, key: KlassId) -> tuple[SchoolId, str, int] | None:
    """Give school, name and grade of a class, None where there is none."""
    row = db.execute(select(KlassRow.school_id, KlassRow.name, KlassRow.grade).where(KlassRow.id == key)).first()
    return (SchoolId(row[0]), row[1], row[2]) if row else None


def klass_of(db: Connection, group: GroupId) -> KlassId | None:
    """Give the class of a group, None where there is no such group."""
    found = db.execute(select(GroupRow.klass_id).where(GroupRow.id == group)).scalar_one_or_none()
    return KlassId(found) if found else None


def books(db: Connection, key: KlassId, period: Period) -> list[GroupBook]:
    """Give the groups of a class with students, marks and period marks; four statements."""
    marks, finals, students = _marks(db, key, period), _finals(db, key, period), _students(db, key, period)
    teacher = (
        select(func.min(AssignmentRow.id))
        .where(AssignmentRow.group_id == GroupRow.id, AssignmentRow.until.is_(None))
        .correlate(GroupRow)
        .scalar_subquery()
    )
    query = (
        select(
            GroupRow.id,
            GroupRow.name.label("subgroup"),
            KlassRow.name.label("klass"),
            SubjectRow.name.label("subject"),
            SubjectRow.marks_least,
            SubjectRow.written_least,
            SubjectRow.labs_least,
            SubjectRow.practicals_least,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
        )
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .join(SubjectRow, and_(SubjectRow.id == GroupRow.subject_id, SubjectRow.unassessed.is_(False)))
        .outerjoin(AssignmentRow, AssignmentRow.id == teacher)
        .outerjoin(PersonRow, PersonRow.id == AssignmentRow.teacher_id)
        .where(GroupRow.klass_id == key)
    )
    return [
        GroupBook(
            group=GroupId(row.id),
            klass=row.klass,
            subgroup=row.subgroup,
            subject=row.subject,
            teacher=PersonName(row.family, row.given, row.patronymic).initials if row.family else "",
            least=Least(row.marks_least, row.written_least, row.labs_least, row.practicals_least),
            students=tuple(students[row.id]),
            marks=tuple(marks[row.id]),
            finals=tuple(finals[row.id]),
        )
        for row in db.execute(query.order_by(SubjectRow.name, GroupRow.name))
    ]


def _students(db: Connection, key: KlassId, period: Period) -> dict[int, list[PersonId]]:
    query = (
        select(GroupRow.id, EnrolmentRow.student_id)
        .join(EnrolmentRow, enrolled(period.ends_on))
        .where(GroupRow.klass_id == key)
    )
    found: dict[int, list[PersonId]] = defaultdict(list)
    for group, student in db.execute(query.order_by(EnrolmentRow.student_id)):
        found[group].append(PersonId(student))
    return found


def _marks(db: Connection, key: KlassId, period: Period) -> dict[int, list[JudgedMark]]:
    query = (
        select(
            LessonRow.group_id,
            MarkRow.student_id,
            MarkRow.value,
            MarkRow.work_id,
            WorkRow.kind,
            WorkRow.weight,
            MarkRow.recorded_at,
        )
        .join(MarkRow, MarkRow.lesson_id == LessonRow.id)
        .join(WorkRow, WorkRow.id == MarkRow.work_id)
        .where(LessonRow.klass_id == key, LessonRow.day.between(period.starts_on, period.ends_on))
        .where(MarkRow.value.is_not(None), CURRENT_MARK)
    )
    found: dict[int, list[JudgedMark]] = defaultdict(list)
    row: Any
    for row in db.execute(query.order_by(MarkRow.id)):
        mark = JudgedMark(
            PersonId(row.student_id), row.value, WorkId(row.work_id), row.kind, row.weight, row.recorded_at
        )
        found[row.group_id].append(mark)
    return found


def _finals(db: Connection, key: KlassId, period: Period) -> dict[int, list[SetFinal]]:
    first = FinalMarkRow.__table__.alias("first")
    began = select(first.c.recorded_at).where(first.c.id == func.coalesce(FinalMarkRow.root, FinalMarkRow.id))
    query = select(
        FinalMarkRow.group_id, FinalMarkRow.student_id, FinalMarkRow.value, began.scalar_subquery().label("set_at")
    ).where(
        FinalMarkRow.klass_id == key,
        FinalMarkRow.period_id == period.id,
        FinalMarkRow.value.is_not(None),
        CURRENT_FINAL,
    )
    found: dict[int, list[SetFinal]] = defaultdict(list)
    row: Any
    for row in db.execute(query.order_by(FinalMarkRow.id)):
        found[row.group_id].append(SetFinal(PersonId(row.student_id), row.value, row.set_at))
    return found
