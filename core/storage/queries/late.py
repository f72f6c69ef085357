"""Permissions to record late: what stands open, and requests with their names (JRN-10, JRN-11)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from core.model.access import Subject
from core.model.final_mark import FinalKind, LatePermission, PermissionKind, TermKey
from core.model.ids import (
    GroupId,
    KlassId,
    LatePermissionId,
    LessonId,
    PeriodId,
    PersonId,
    SchoolId,
)
from core.model.late import LateRequest
from core.model.lesson import Lesson
from core.model.people import PersonName
from core.storage.rows import (
    GroupRow,
    KlassRow,
    LatePermissionRow,
    LessonRow,
    PeriodRow,
    PersonRow,
    SubjectRow,
)

_T = LatePermissionRow
_ASKER = PersonRow.__table__.alias("asker")
_PUPIL = PersonRow.__table__.alias("pupil")


def _granted(today: date) -> ColumnElement[bool]:
    unspent = or_(_T.used_at.is_(None), _T.student_id.is_(None))
    return and_(_T.granted.is_(True), _T.ended_at.is_(None), _T.until >= today, unspent)


def _for(student: PersonId | None) -> ColumnElement[bool]:
    everybody = _T.student_id.is_(None)
    return everybody if student is None else or_(everybody, _T.student_id == student)


def opening_lesson(db: Connection, lesson: Lesson, student: PersonId | None, today: date) -> LatePermissionId | None:
    """Give the permission that opens a lesson for a student today, or for everybody where none is named.

    One for this student alone comes before one for all.
    """
    within = select(PeriodRow.id).where(PeriodRow.starts_on <= lesson.day, PeriodRow.ends_on >= lesson.day)
    whole_period = and_(
        _T.kind == PermissionKind.PERIOD, _T.group_id == lesson.group, _T.period_id.in_(within.correlate(None))
    )
    query = (
        select(_T.id)
        .where(_granted(today), _for(student))
        .where(or_(and_(_T.kind == PermissionKind.LESSON, _T.lesson_id == lesson.id), whole_period))
        .order_by(_T.student_id.is_(None), _T.id)
    )
    key = db.execute(query).scalar()
    return LatePermissionId(key) if key else None


def opening_final(
    db: Connection, group: GroupId, term: TermKey, student: PersonId, today: date
) -> LatePermissionId | None:
    """Give the permission that opens a group's final marks for a student today. The year's marks have no period."""
    query = (
        select(_T.id)
        .where(_granted(today), _for(student), _T.kind == PermissionKind.FINAL, _T.group_id == group)
        .where(_T.period_id == term.period if term.kind is FinalKind.PERIOD else _T.period_id.is_(None))
        .order_by(_T.student_id.is_(None), _T.id)
    )
    key = db.execute(query).scalar()
    return LatePermissionId(key) if key else None


def same(db: Connection, asked: LatePermission) -> LatePermissionId | None:
    """Give the request for the same place that waits for its answer."""
    query = select(_T.id).where(
        _T.kind == asked.kind,
        _T.group_id == asked.group,
        _T.lesson_id == asked.lesson if asked.lesson else _T.lesson_id.is_(None),
        _T.period_id == asked.period if asked.period else _T.period_id.is_(None),
        _T.student_id == asked.student if asked.student else _T.student_id.is_(None),
        _T.asked_by == asked.asked_by,
        _T.granted.is_(None),
        _T.ended_at.is_(None),
    )
    key = db.execute(query).scalar()
    return LatePermissionId(key) if key else None


def requests(db: Connection, keys: Collection[int]) -> dict[LatePermissionId, LateRequest]:
    """Give requests with the names people know their places by."""
    query = (
        select(
            *_T.__table__.c,
            KlassRow.id.label("klass_id"),
            KlassRow.name.label("klass"),
            KlassRow.grade,
            GroupRow.name.label("subgroup"),
            SubjectRow.name.label("subject"),
            LessonRow.day,
            LessonRow.number,
            PeriodRow.name.label("period"),
            *(_ASKER.c[part].label(f"asker_{part}") for part in ("family", "given", "patronymic")),
            *(_PUPIL.c[part].label(f"pupil_{part}") for part in ("family", "given", "patronymic")),
        )
        .select_from(_T)
        .join(GroupRow, GroupRow.id == _T.group_id)
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .join(_ASKER, _ASKER.c.id == _T.asked_by)
        .outerjoin(LessonRow, LessonRow.id == _T.lesson_id)
        .outerjoin(PeriodRow, PeriodRow.id == _T.period_id)
        .outerjoin(_PUPIL, _PUPIL.c.id == _T.student_id)
        .where(_T.id.in_(keys))
    )
    return {LatePermissionId(row.id): _request(row) for row in db.execute(query)}


def _request(row: Any) -> LateRequest:
    pupil = PersonName(row.pupil_family, row.pupil_given, row.pupil_patronymic) if row.pupil_family else None
    return LateRequest(
        permission=_permission(row),
        scope=Subject(
            SchoolId(row.school_id), klass=KlassId(row.klass_id), grade=row.grade, group=GroupId(row.group_id)
        ),
        klass=row.klass,
        subgroup=row.subgroup,
        subject=row.subject,
        marker=PersonName(row.asker_family, row.asker_given, row.asker_patronymic),
        day=row.day,
        number=row.number or 0,
        term=row.period or "",
        student=pupil.initials if pupil else "",
    )


def _permission(row: Any) -> LatePermission:
    return LatePermission(
        id=LatePermissionId(row.id),
        school=SchoolId(row.school_id),
        kind=row.kind,
        group=GroupId(row.group_id),
        asked_by=PersonId(row.asked_by),
        asked_at=row.asked_at,
        lesson=LessonId(row.lesson_id) if row.lesson_id else None,
        period=PeriodId(row.period_id) if row.period_id else None,
        student=PersonId(row.student_id) if row.student_id else None,
        granted=row.granted,
        reason=row.reason,
        until=row.until,
        answered_by=PersonId(row.answered_by) if row.answered_by else None,
        answered_at=row.answered_at,
        used_at=row.used_at,
        ended_at=row.ended_at,
    )
