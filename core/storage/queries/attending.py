"""Parts that several readings of many students begin with: which class, and which groups, on a day."""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, or_, select

from core.storage.queries.children import enrolled_on
from core.storage.queries.parts import part
from core.storage.rows import EnrolmentRow, GroupMemberRow, KlassRow

STUDENTS: Any = bindparam("students", expanding=True)


def of_klasses(column: Any, day: Any) -> ColumnElement[bool]:
    """Give the condition that a column names the class of one of the students on `day`."""
    mine = select(EnrolmentRow.klass_id).where(EnrolmentRow.student_id.in_(STUDENTS), enrolled_on(day))
    condition: ColumnElement[bool] = column.in_(mine)
    return condition


def klasses_on(day: Any) -> Select[Any]:
    """Give the part "klass": each student's class, grade and school on `day`."""
    return part(
        "klass",
        EnrolmentRow.__table__.join(KlassRow.__table__, KlassRow.id == EnrolmentRow.klass_id),
        key=EnrolmentRow.student_id,
        number=EnrolmentRow.klass_id,
        amount=KlassRow.grade,
        total=KlassRow.school_id,
    ).where(EnrolmentRow.student_id.in_(STUDENTS), enrolled_on(day))


def members_on(day: Any) -> Select[Any]:
    """Give the part "member": the named groups that each student belongs to on `day`."""
    return part(
        "member", GroupMemberRow.__table__, key=GroupMemberRow.student_id, number=GroupMemberRow.group_id
    ).where(
        GroupMemberRow.student_id.in_(STUDENTS),
        GroupMemberRow.since <= day,
        or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= day),
    )
