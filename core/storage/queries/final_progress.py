"""How far groups are with their final marks: what teachers, class teachers and the deputy look at (BEY-13)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select

from core.model.final_mark import FinalKind
from core.model.final_sheet import GroupProgress
from core.model.ids import GroupId, KlassId, PeriodId, PersonId, SchoolId
from core.storage.queries.final_marks import enrolled
from core.storage.queries.journal import CURRENT_FINAL
from core.storage.rows import AssignmentRow, EnrolmentRow, FinalMarkRow, GroupRow, KlassRow, SubjectRow

_DAY = bindparam("day", type_=EnrolmentRow.since.type)


def final_progress(
    db: Connection,
    school: SchoolId,
    day: date,
    year: int,
    groups: Collection[GroupId] | None = None,
    klasses: Collection[KlassId] | None = None,
) -> tuple[GroupProgress, ...]:
    """Give how far groups are with their final marks of a school year: those named, those of the classes named, or all
    of the school; subjects without attestation and the first grade are left out. Two statements, whatever the number.
    """
    narrow: list[ColumnElement[bool]] = [GroupRow.school_id == school]
    narrow += [GroupRow.id.in_(groups)] if groups is not None else []
    narrow += [GroupRow.klass_id.in_(klasses)] if klasses is not None else []
    done = _done(db, narrow, year)
    found: dict[int, GroupProgress] = {}
    for row in db.execute(_GROUPS.where(*narrow), {"day": day}):
        found.setdefault(row.id, _progress(row, done.get(row.id, {})))
    return tuple(found.values())


_GROUPS = (
    select(
        GroupRow.id,
        GroupRow.klass_id,
        GroupRow.name.label("subgroup"),
        KlassRow.name.label("klass"),
        KlassRow.grade,
        SubjectRow.name.label("subject"),
        AssignmentRow.teacher_id,
        select(func.count(func.distinct(EnrolmentRow.student_id)))
        .where(enrolled(_DAY))
        .correlate(GroupRow)
        .scalar_subquery()
        .label("students"),
    )
    .select_from(GroupRow)
    .join(KlassRow, KlassRow.id == GroupRow.klass_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(AssignmentRow, and_(AssignmentRow.group_id == GroupRow.id, AssignmentRow.until.is_(None)))
    .where(SubjectRow.unassessed.is_(False), KlassRow.grade > 1)
    .order_by(KlassRow.grade, KlassRow.name, SubjectRow.name, GroupRow.name, GroupRow.id, AssignmentRow.id)
)
Done = dict[int, dict[tuple[FinalKind, PeriodId | None], int]]


def _done(db: Connection, narrow: Collection[ColumnElement[bool]], year: int) -> Done:
    query = (
        select(FinalMarkRow.group_id, FinalMarkRow.kind, FinalMarkRow.period_id, func.count())
        .join(GroupRow, GroupRow.id == FinalMarkRow.group_id)
        .where(*narrow, FinalMarkRow.year == year, FinalMarkRow.value.is_not(None), CURRENT_FINAL)
        .group_by(FinalMarkRow.group_id, FinalMarkRow.kind, FinalMarkRow.period_id)
    )
    found: Done = defaultdict(dict)
    for group, kind, period, count in db.execute(query):
        found[group][kind, PeriodId(period) if period else None] = count
    return found


def _progress(row: Any, done: dict[tuple[FinalKind, PeriodId | None], int]) -> GroupProgress:
    return GroupProgress(
        group=GroupId(row.id),
        klass=KlassId(row.klass_id),
        grade=row.grade,
        klass_name=row.klass,
        subgroup=row.subgroup,
        subject=row.subject,
        teacher=PersonId(row.teacher_id) if row.teacher_id else None,
        students=row.students,
        done=done,
    )
