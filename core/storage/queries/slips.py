"""A week of the journal as the look for slips needs it (BEY-5)."""

from datetime import date, datetime

from sqlalchemy import Connection, and_, func, or_, select

from core.model.attendance import Presence
from core.model.audit import AuditKind
from core.model.ids import LessonId, PersonId, SchoolId
from core.model.school import ALL_GRADES, Grades
from core.model.slip import MarkDeed, Seat
from core.storage.queries.journal import CURRENT_ATTENDANCE
from core.storage.rows import (
    AttendanceRow,
    AuditRow,
    FinalMarkRow,
    GroupMemberRow,
    GroupRow,
    LessonRow,
    PeriodRow,
)

_MARKS = (AuditKind.MARK_SET, AuditKind.MARK_CORRECTED, AuditKind.MARK_WITHDRAWN)


_SETTLED = (
    select(func.min(FinalMarkRow.recorded_at))
    .join(PeriodRow, PeriodRow.id == FinalMarkRow.period_id)
    .where(
        FinalMarkRow.student_id == AuditRow.student_id,
        FinalMarkRow.subject_id == LessonRow.subject_id,
        FinalMarkRow.replaces.is_(None),
        PeriodRow.starts_on <= LessonRow.day,
        PeriodRow.ends_on >= LessonRow.day,
    )
    .correlate(AuditRow, LessonRow)
    .scalar_subquery()
)


def deeds(
    db: Connection, school: SchoolId, after: int, since: datetime, until: datetime, grades: Grades
) -> list[MarkDeed]:
    """Give the marks written between two instants; `after` is a number known to be before the first of them."""
    here = and_(
        AttendanceRow.lesson_id == AuditRow.lesson_id,
        AttendanceRow.student_id == AuditRow.student_id,
        CURRENT_ATTENDANCE,
    )
    query = (
        select(
            AuditRow.seq,
            AuditRow.at,
            AuditRow.person_id,
            AuditRow.lesson_id,
            AuditRow.student_id,
            AuditRow.before,
            AuditRow.after,
            AttendanceRow.presence,
            _SETTLED.label("settled_at"),
        )
        .join(LessonRow, LessonRow.id == AuditRow.lesson_id)
        .outerjoin(AttendanceRow, here)
        .where(AuditRow.school_id == school, AuditRow.seq > after, AuditRow.kind.in_(_MARKS))
        .where(AuditRow.at >= since, AuditRow.at < until, AuditRow.person_id.is_not(None))
    )
    if grades != ALL_GRADES:
        query = query.where(LessonRow.grade.in_(grades))
    return [
        MarkDeed(
            seq=row.seq,
            at=row.at,
            person=PersonId(row.person_id),
            lesson=LessonId(row.lesson_id),
            student=PersonId(row.student_id),
            before=row.before,
            after=row.after,
            presence=row.presence or Presence.PRESENT,
            settled_at=row.settled_at,
        )
        for row in db.execute(query.order_by(AuditRow.seq))
    ]


def seats(db: Connection, school: SchoolId, first: date, last: date, grades: Grades) -> list[Seat]:
    """Give every lesson with attendance on the days on which a student is missing from one without a reason."""
    gone = AttendanceRow.__table__.alias("gone")
    missed = LessonRow.__table__.alias("missed")
    newer = AttendanceRow.__table__.alias("newer_gone")
    absent = (
        select(gone.c.student_id, missed.c.klass_id, missed.c.day)
        .distinct()
        .join(missed, missed.c.id == gone.c.lesson_id)
        .where(missed.c.school_id == school, missed.c.day.between(first, last), gone.c.presence == Presence.ABSENT)
        .where(~select(newer.c.id).where(newer.c.replaces == gone.c.id).exists())
    )
    if grades != ALL_GRADES:
        absent = absent.where(missed.c.grade.in_(grades))
    days = absent.subquery()
    member = (
        select(GroupMemberRow.id)
        .where(GroupMemberRow.group_id == LessonRow.group_id, GroupMemberRow.student_id == days.c.student_id)
        .where(GroupMemberRow.since <= LessonRow.day)
        .where(or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= LessonRow.day))
    )
    here = and_(
        AttendanceRow.lesson_id == LessonRow.id, AttendanceRow.student_id == days.c.student_id, CURRENT_ATTENDANCE
    )
    query = (
        select(
            days.c.student_id,
            LessonRow.id,
            LessonRow.day,
            LessonRow.number,
            func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id),
            AttendanceRow.presence,
        )
        .join(LessonRow, and_(LessonRow.klass_id == days.c.klass_id, LessonRow.day == days.c.day))
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .outerjoin(AttendanceRow, here)
        .where(LessonRow.attendance_at.is_not(None), or_(GroupRow.name == "", member.exists()))
    )
    return [
        Seat(PersonId(student), LessonId(lesson), day, number, PersonId(teacher), presence or Presence.PRESENT)
        for student, lesson, day, number, teacher, presence in db.execute(query)
    ]
