"""What an import compares a workbook with: the school's records, page by page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from core.model.ids import SchoolId
from core.model.lesson import LessonState
from core.model.people import PersonKind
from core.storage.rows import (
    AssignmentRow,
    BellRow,
    CalendarRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    GuardianshipRow,
    KlassRow,
    LessonRow,
    PeriodRow,
    PersonRow,
    PlanTopicRow,
    RoomRow,
    Row,
    SchoolEventRow,
    SchoolRow,
    StaffRoleRow,
    SubjectRow,
    TimetableRow,
)

TABLES: dict[str, Any] = {
    "periods": PeriodRow,
    "calendar": CalendarRow,
    "bells": BellRow,
    "rooms": RoomRow,
    "subjects": SubjectRow,
    "staff": PersonRow,
    "roles": StaffRoleRow,
    "klasses": KlassRow,
    "students": PersonRow,
    "enrolments": EnrolmentRow,
    "guardians": PersonRow,
    "guardianships": GuardianshipRow,
    "groups": GroupRow,
    "members": GroupMemberRow,
    "loads": AssignmentRow,
    "events": SchoolEventRow,
    "timetable": TimetableRow,
    "plans": PlanTopicRow,
    "lessons": LessonRow,
}
_PERSON_KINDS = {"staff": PersonKind.STAFF, "students": PersonKind.STUDENT, "guardians": PersonKind.GUARDIAN}
_THROUGH: dict[str, tuple[str, Any]] = {
    "roles": ("person_id", PersonRow),
    "enrolments": ("student_id", PersonRow),
    "guardianships": ("guardian_id", PersonRow),
    "members": ("group_id", GroupRow),
    "loads": ("group_id", GroupRow),
}
_OPEN_ONLY = frozenset({"enrolments", "members"})
# What somebody entered in the chat is no workbook's to end.
_WRITTEN_HERE = frozenset({"events"})

Found = tuple[int, dict[str, Any]]


def find_school(db: Connection, name: str) -> SchoolId | None:
    """Give the school of that name, None when there is none."""
    found = db.execute(select(SchoolRow.id).where(SchoolRow.name == name).order_by(SchoolRow.id)).scalar()
    return None if found is None else SchoolId(found)


def school_settings(db: Connection, school: SchoolId) -> dict[str, Any]:
    """Give every setting of a school by column; empty when there is no such school."""
    row = db.execute(select(SchoolRow.__table__).where(SchoolRow.id == school)).mappings().first()
    return dict(row) if row else {}


def page(db: Connection, kind: str, school: SchoolId, after: int, limit: int) -> list[Found]:
    """Give up to `limit` records of a kind with ids above `after`, in order of ids; references are ids still."""
    table = TABLES[kind].__table__
    query = _of_school(kind, select(table), school).where(table.c.id > after).order_by(table.c.id).limit(limit)
    return [(row["id"], {**row}) for row in db.execute(query).mappings()]


def _of_school(kind: str, query: Select[Any], school: SchoolId) -> Select[Any]:
    table = TABLES[kind].__table__
    if kind in _THROUGH:
        column, owner = _THROUGH[kind]
        query = query.where(table.c[column].in_(select(owner.id).where(owner.school_id == school)))
    else:
        query = query.where(table.c.school_id == school)
    if kind in _PERSON_KINDS:
        query = query.where(table.c.kind == _PERSON_KINDS[kind])
    if kind in _OPEN_ONLY:
        query = query.where(table.c.until.is_(None))
    if kind in _WRITTEN_HERE:
        query = query.where(table.c.entered_by.is_(None))
    return query


def referenced(db: Connection, kind: str, ids: Sequence[int]) -> frozenset[int]:
    """Give those of the ids that any other table refers to: such rows are never deleted."""
    table = TABLES[kind].__table__
    found: set[int] = set()
    for other in Row.metadata.sorted_tables:
        for key in other.foreign_keys:
            if key.column.table is table:
                query = select(key.parent).where(key.parent.in_(ids)).distinct()
                found.update(db.execute(query).scalars())
    return frozenset(found)


def klasses_with_lessons(db: Connection, school: SchoolId, since: datetime) -> frozenset[int]:
    """Give the ids of classes that have lessons from an instant on."""
    query = select(LessonRow.klass_id).where(LessonRow.school_id == school, LessonRow.starts_at >= since).distinct()
    return frozenset(db.execute(query).scalars())


def klass_lessons(db: Connection, klass: int, after: datetime) -> list[dict[str, Any]]:
    """Give the lessons of a class that begin after an instant, with `touched`: recorded, substituted or cancelled."""
    touched = or_(
        LessonRow.topic.is_not(None),
        LessonRow.attendance_at.is_not(None),
        LessonRow.topic_at.is_not(None),
        LessonRow.homework_at.is_not(None),
        LessonRow.marks_at.is_not(None),
        LessonRow.substitute_id.is_not(None),
    )
    columns = (
        LessonRow.id,
        LessonRow.group_id,
        LessonRow.day,
        LessonRow.number,
        LessonRow.starts_at,
        LessonRow.ends_at,
        LessonRow.teacher_id,
        LessonRow.room,
        (touched | (LessonRow.state != LessonState.PLANNED)).label("touched"),
    )
    query = select(*columns).where(LessonRow.klass_id == klass, LessonRow.starts_at > after)
    return [{**row} for row in db.execute(query).mappings()]
