"""What a stretch of days brought to children, each apart: marks, absences, remarks; four statements (CLS-3)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, select

from core.model.attendance import Presence
from core.model.ids import PersonId
from core.model.journal import FIRST_GRADE
from core.model.notice import ChildWeek, WeekMark, WeekMissed
from core.storage.queries.journal import CURRENT_ATTENDANCE, CURRENT_MARK
from core.storage.rows import (
    AttendanceRow,
    EnrolmentRow,
    KlassRow,
    LessonRow,
    MarkRow,
    RemarkRow,
    SubjectRow,
)

_MISSED = (Presence.ABSENT, Presence.ILL, Presence.EXCUSED, Presence.LATE)


def child_weeks(db: Connection, students: Collection[PersonId], first: date, last: date) -> dict[PersonId, ChildWeek]:
    """Give each student's days from `first` to `last` (included) as they stand now; in grade 1 without marks."""
    days = LessonRow.day.between(first, last)
    order = (LessonRow.day, LessonRow.number)
    marks: dict[int, list[WeekMark]] = defaultdict(list)
    query = (
        select(MarkRow.student_id, SubjectRow.name, MarkRow.value)
        .join(LessonRow, LessonRow.id == MarkRow.lesson_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(MarkRow.student_id.in_(students), days, CURRENT_MARK, MarkRow.value.is_not(None))
    )
    for student, subject, value in db.execute(query.order_by(*order, MarkRow.id)):
        if value is not None:
            marks[student].append(WeekMark(subject, value))
    missed: dict[int, list[WeekMissed]] = defaultdict(list)
    away = (
        select(AttendanceRow.student_id, LessonRow.day, AttendanceRow.presence, LessonRow.number)
        .join(LessonRow, LessonRow.id == AttendanceRow.lesson_id)
        .where(AttendanceRow.student_id.in_(students), days, CURRENT_ATTENDANCE, AttendanceRow.presence.in_(_MISSED))
    )
    for student, day, presence, number in db.execute(away.order_by(*order)):
        missed[student].append(WeekMissed(day, presence, number))
    remarks: dict[int, list[tuple[str, str]]] = defaultdict(list)
    said = (
        select(RemarkRow.student_id, SubjectRow.name, RemarkRow.text)
        .join(LessonRow, LessonRow.id == RemarkRow.lesson_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(RemarkRow.student_id.in_(students), days, RemarkRow.withdrawn_at.is_(None))
    )
    for student, subject, text in db.execute(said.order_by(*order, RemarkRow.id)):
        remarks[student].append((subject, text))
    unmarked = _first_graders(db, students)
    return {
        student: ChildWeek(
            marks=() if student in unmarked else tuple(marks[student]),
            missed=tuple(missed[student]),
            remarks=tuple(remarks[student]),
            unmarked=student in unmarked,
        )
        for student in students
    }


def _first_graders(db: Connection, students: Collection[PersonId]) -> frozenset[PersonId]:
    query = (
        select(EnrolmentRow.student_id)
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(EnrolmentRow.student_id.in_(students), EnrolmentRow.until.is_(None), KlassRow.grade == FIRST_GRADE)
    )
    return frozenset(PersonId(student) for student in db.execute(query).scalars())
