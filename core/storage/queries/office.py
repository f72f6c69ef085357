"""The school today in one statement (CTL-1)."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, ScalarSelect, exists, func, select
from sqlalchemy.sql.elements import ColumnElement

from core.model.attendance import Presence
from core.model.ids import SchoolId
from core.model.lesson import LessonState
from core.model.office import Situation
from core.model.school import ALL_GRADES, Grades
from core.storage.rows import AttendanceRow, ControlRemarkRow, KlassRow, LessonRow, PeriodRow, SchoolRow

_MISSED = [presence for presence in Presence if presence.missed]


def situation(db: Connection, school: SchoolId, today: date, grades: Grades = ALL_GRADES) -> Situation:
    """Give what is told of a school today, of some grades where they are named."""
    running = select(PeriodRow).where(
        PeriodRow.school_id == school, PeriodRow.starts_on <= today, PeriodRow.ends_on >= today
    )
    shortest = running.order_by(PeriodRow.ends_on, PeriodRow.starts_on.desc(), PeriodRow.id).limit(1)
    planned = LessonRow.state == LessonState.PLANNED
    query = select(
        SchoolRow.short_name,
        _lessons(school, today, grades, planned),
        _lessons(school, today, grades, LessonRow.state == LessonState.CANCELLED),
        _lessons(school, today, grades, planned, LessonRow.substitute_id.is_not(None)),
        _absent(school, today, grades, _MISSED),
        _absent(school, today, grades, [Presence.ILL]),
        _remarks(school, ControlRemarkRow.resolved_at.is_(None)),
        _remarks(school, ControlRemarkRow.resolved_at.is_not(None)),
        shortest.with_only_columns(PeriodRow.name).scalar_subquery(),
        shortest.with_only_columns(PeriodRow.ends_on).scalar_subquery(),
    ).where(SchoolRow.id == school)
    row: Any = db.execute(query).one()
    name, lessons, cancelled, substituted, absent, ill, remarks, resolved, period, ends = row
    return Situation(
        school=school,
        name=name,
        today=today,
        lessons=lessons,
        cancelled=cancelled,
        substituted=substituted,
        absent=absent,
        ill=ill,
        remarks=remarks,
        resolved=resolved,
        period=period or "",
        period_ends=ends,
    )


def _of_day(school: SchoolId, today: date, grades: Grades) -> list[ColumnElement[bool]]:
    # By class and day: there is no index by day alone.
    klasses = select(KlassRow.id).where(KlassRow.school_id == school)
    if grades != ALL_GRADES:
        klasses = klasses.where(KlassRow.grade.in_(grades))
    return [LessonRow.klass_id.in_(klasses), LessonRow.day == today]


def _lessons(school: SchoolId, today: date, grades: Grades, *which: ColumnElement[bool]) -> ScalarSelect[int]:
    counted = select(func.count()).select_from(LessonRow)
    return counted.where(*_of_day(school, today, grades), *which).scalar_subquery()


def _absent(school: SchoolId, today: date, grades: Grades, presences: list[Presence]) -> ScalarSelect[int]:
    newer = AttendanceRow.__table__.alias("newer")
    return (
        select(func.count(func.distinct(AttendanceRow.student_id)))
        .join(LessonRow, LessonRow.id == AttendanceRow.lesson_id)
        .where(*_of_day(school, today, grades), AttendanceRow.presence.in_(presences))
        .where(~exists().where(newer.c.replaces == AttendanceRow.id))
        .scalar_subquery()
    )


def _remarks(school: SchoolId, which: ColumnElement[bool]) -> ScalarSelect[int]:
    open_ones = (ControlRemarkRow.school_id == school, ControlRemarkRow.confirmed_at.is_(None))
    return select(func.count()).select_from(ControlRemarkRow).where(*open_ones, which).scalar_subquery()
