"""The deputy's remarks to teachers, read with everybody's names (CTL-3)."""

from collections.abc import Collection
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, select

from core.model.control import ControlRemark
from core.model.ids import PersonId, SchoolId
from core.model.people import PersonName
from core.storage.rows import ControlRemarkRow, PersonRow, SchoolRow

_TEACHER = PersonRow.__table__.alias("teacher")
_WRITER = PersonRow.__table__.alias("writer")


def _names(person: Any, prefix: str) -> tuple[Any, ...]:
    return tuple(person.c[each].label(f"{prefix}_{each}") for each in ("family", "given", "patronymic"))


_REMARK: Select[Any] = (
    select(
        *ControlRemarkRow.__table__.c,
        SchoolRow.zone,
        *_names(_TEACHER, "teacher"),
        *_names(_WRITER, "writer"),
    )
    .select_from(ControlRemarkRow)
    .join(SchoolRow, SchoolRow.id == ControlRemarkRow.school_id)
    .join(_TEACHER, _TEACHER.c.id == ControlRemarkRow.teacher_id)
    .join(_WRITER, _WRITER.c.id == ControlRemarkRow.written_by)
)


def _remark(row: Any) -> ControlRemark:
    return ControlRemark(
        id=row.id,
        school=SchoolId(row.school_id),
        zone=ZoneInfo(row.zone),
        teacher=PersonId(row.teacher_id),
        teacher_name=PersonName(row.teacher_family, row.teacher_given, row.teacher_patronymic),
        text=row.text,
        due_on=row.due_on,
        written_at=row.written_at,
        writer=PersonId(row.written_by),
        writer_name=PersonName(row.writer_family, row.writer_given, row.writer_patronymic),
        answer=row.answer,
        resolved_at=row.resolved_at,
        returned_at=row.returned_at,
        confirmed_at=row.confirmed_at,
    )


def remarks(db: Connection, ids: Collection[int]) -> dict[int, ControlRemark]:
    """Give remarks by their ids."""
    return {row.id: _remark(row) for row in db.execute(_REMARK.where(ControlRemarkRow.id.in_(ids)))}


def open_remarks(db: Connection, school: SchoolId, teacher: PersonId | None = None) -> tuple[ControlRemark, ...]:
    """Give what is not confirmed yet, the earliest due first; of one teacher, where one is named."""
    query = _REMARK.where(ControlRemarkRow.school_id == school, ControlRemarkRow.confirmed_at.is_(None))
    if teacher is not None:
        query = query.where(ControlRemarkRow.teacher_id == teacher)
    return tuple(_remark(row) for row in db.execute(query.order_by(ControlRemarkRow.due_on, ControlRemarkRow.id)))
