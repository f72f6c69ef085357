"""What an analysis tells beside duties and fill rates: absences, remarks, what was posted (CTL-4)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, case, distinct, func, or_, select

from core.model.analysis import Missed, Posted, RemarkCounts
from core.model.attendance import Presence
from core.model.control import AnalysisSpan
from core.model.ids import PersonId, SchoolId
from core.model.people import PersonKind
from core.model.school import ALL_GRADES, Grades
from core.storage.queries.journal import CURRENT_ATTENDANCE
from core.storage.rows import AnalysisRow, AttendanceRow, ControlRemarkRow, KlassRow, LessonRow, PersonRow, SchoolRow

_MISSED = [presence for presence in Presence if presence.missed]


def missed(db: Connection, school: SchoolId, first: date, last: date, grades: Grades = ALL_GRADES) -> Missed:
    """Count the absences of some days."""
    klasses = select(KlassRow.id).where(KlassRow.school_id == school)
    if grades != ALL_GRADES:
        klasses = klasses.where(KlassRow.grade.in_(grades))
    ill = func.sum(case((AttendanceRow.presence == Presence.ILL, 1), else_=0))
    query = (
        select(func.count(), func.count(distinct(AttendanceRow.student_id)), ill)
        .join(LessonRow, LessonRow.id == AttendanceRow.lesson_id)
        .where(LessonRow.klass_id.in_(klasses), LessonRow.day.between(first, last))
        .where(AttendanceRow.presence.in_(_MISSED), CURRENT_ATTENDANCE)
    )
    lessons, students, by_illness = db.execute(query).one()
    return Missed(lessons, students, by_illness or 0)


def remarks(db: Connection, school: SchoolId, since: datetime, until: datetime) -> RemarkCounts:
    """Count the remarks written and confirmed between two instants, and those still open."""
    counted = (
        _counted(ControlRemarkRow.written_at >= since, ControlRemarkRow.written_at < until),
        _counted(ControlRemarkRow.confirmed_at >= since, ControlRemarkRow.confirmed_at < until),
        _counted(ControlRemarkRow.confirmed_at.is_(None)),
    )
    written, confirmed, remaining = db.execute(select(*counted).where(ControlRemarkRow.school_id == school)).one()
    return RemarkCounts(written or 0, confirmed or 0, remaining or 0)


def _counted(*which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((and_(*which), 1), else_=0))


def posted(db: Connection, school: SchoolId, span: AnalysisSpan, first: date) -> Posted | None:
    """Give the analysis that was posted for a span, None before that."""
    mine = (AnalysisRow.school_id == school, AnalysisRow.span == span, AnalysisRow.first == first)
    row = db.execute(select(AnalysisRow.text, AnalysisRow.posted_at).where(*mine)).first()
    return Posted(*row) if row is not None else None


def staff(db: Connection, school: SchoolId, today: date) -> list[PersonId]:
    """Give everybody of the staff who has not left."""
    query = select(PersonRow.id).where(
        PersonRow.school_id == school,
        PersonRow.kind == PersonKind.STAFF,
        or_(PersonRow.until.is_(None), PersonRow.until >= today),
    )
    return [PersonId(person) for person in db.execute(query.order_by(PersonRow.id)).scalars()]


@dataclass(frozen=True, slots=True)
class PostedText:
    """An analysis as letters tell it: the school's name, the span with its first day, the words."""

    school: str
    span: AnalysisSpan
    first: date
    text: str


def texts(db: Connection, ids: Collection[int]) -> dict[int, PostedText]:
    """Give posted analyses by their ids."""
    query = (
        select(AnalysisRow.id, SchoolRow.short_name, AnalysisRow.span, AnalysisRow.first, AnalysisRow.text)
        .join(SchoolRow, SchoolRow.id == AnalysisRow.school_id)
        .where(AnalysisRow.id.in_(ids))
    )
    return {key: PostedText(school, span, first, text) for key, school, span, first, text in db.execute(query)}
