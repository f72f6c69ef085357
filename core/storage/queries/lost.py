"""Reading reports of lost access, their operations, and what stands there now (ACC-5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, func, or_, select

from core.model.attendance import Presence
from core.model.ids import AttendanceId, LessonId, LostReportId, MarkId, PersonId, SchoolId, WorkId
from core.model.mark import Mark
from core.model.people import PersonName
from core.model.scrutiny import LostReport, ReviewState
from core.storage.queries.journal import CURRENT_ATTENDANCE, CURRENT_MARK
from core.storage.rows import (
    AttendanceRow,
    BindingRow,
    HomeworkRow,
    LostReportRow,
    MarkRow,
    OperationReviewRow,
    PersonRow,
    RemarkRow,
    SchoolRow,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """An operation on a report's list, by the number of its entry."""

    id: int
    seq: int
    invalid: bool
    state: ReviewState


def report(db: Connection, key: LostReportId) -> LostReport | None:
    """Give a report, None where there is none."""
    return next(iter(_reports(db, LostReportRow.id == key)), None)


def reports(db: Connection, keys: Collection[int]) -> dict[LostReportId, LostReport]:
    """Give reports by their ids."""
    return {each.id: each for each in _reports(db, LostReportRow.id.in_(keys))}


def open_reports(db: Connection, school: SchoolId) -> list[LostReport]:
    """Give the reports of a school that are not closed, the newest first."""
    return _reports(db, LostReportRow.school_id == school, LostReportRow.closed_at.is_(None))


def _reports(db: Connection, *which: ColumnElement[bool]) -> list[LostReport]:
    query = (
        select(
            LostReportRow.__table__,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
            PersonRow.kind,
            SchoolRow.zone,
        )
        .join(PersonRow, PersonRow.id == LostReportRow.person_id)
        .join(SchoolRow, SchoolRow.id == LostReportRow.school_id)
        .where(*which)
    )
    return [
        LostReport(
            id=LostReportId(row.id),
            school=SchoolId(row.school_id),
            person=PersonId(row.person_id),
            name=PersonName(row.family, row.given, row.patronymic),
            kind=row.kind,
            reported_at=row.reported_at,
            since=row.since,
            closed_at=row.closed_at,
            zone=ZoneInfo(row.zone),
        )
        for row in db.execute(query.order_by(LostReportRow.id.desc()))
    ]


def listed(db: Connection, key: LostReportId) -> list[Listed]:
    """Give the operations on a report's list, oldest first."""
    query = select(
        OperationReviewRow.id, OperationReviewRow.seq, OperationReviewRow.invalid, OperationReviewRow.state
    ).where(OperationReviewRow.report_id == key)
    return [Listed(*row) for row in db.execute(query.order_by(OperationReviewRow.seq))]


def returned_at(db: Connection, person: PersonId, after: datetime) -> datetime | None:
    """Give when a person came in again after an instant: what is done from then on is theirs."""
    query = select(func.min(BindingRow.since)).where(BindingRow.person_id == person, BindingRow.since > after)
    return db.execute(query).scalar_one()


def newest_record(db: Connection, root: int) -> tuple[Mark, str] | None:
    """Give the newest record of a mark's chain, withdrawn or not, with the reason it was written for."""
    query = select(MarkRow.__table__).where(or_(MarkRow.id == root, MarkRow.root == root), CURRENT_MARK)
    row: Any = db.execute(query).first()
    if row is None:
        return None
    mark = Mark(
        id=MarkId(row.id),
        lesson=LessonId(row.lesson_id),
        work=WorkId(row.work_id),
        student=PersonId(row.student_id),
        value=row.value,
        root=MarkId(root),
        comment=row.comment,
        recorded_at=row.recorded_at,
        recorded_by=PersonId(row.recorded_by),
    )
    return mark, row.reason


def presence(db: Connection, lesson: int, student: int) -> tuple[AttendanceId, Presence, int] | None:
    """Give the presence of a student in a lesson as it stands, with minutes; None where nothing was recorded."""
    query = select(AttendanceRow.id, AttendanceRow.presence, AttendanceRow.minutes).where(
        AttendanceRow.lesson_id == lesson, AttendanceRow.student_id == student, CURRENT_ATTENDANCE
    )
    row: Any = db.execute(query).first()
    return (AttendanceId(row.id), row.presence, row.minutes) if row else None


def homework_withdrawn(db: Connection, key: int) -> bool:
    """Tell whether a homework was taken back."""
    return db.execute(select(HomeworkRow.withdrawn_at).where(HomeworkRow.id == key)).scalar_one_or_none() is not None


def remark_withdrawn(db: Connection, key: int) -> bool:
    """Tell whether a comment was taken back."""
    return db.execute(select(RemarkRow.withdrawn_at).where(RemarkRow.id == key)).scalar_one_or_none() is not None
