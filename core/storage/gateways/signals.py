"""Keeping what was told: signals of students, gaps of colleagues (JRN-15, CLS-8)."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from core.model.ids import KlassId, PersonId, SchoolId, SubjectId
from core.model.signal import SignalAudience, SignalKind
from core.storage.rows import GapReportRow, SignalRow


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells, when, on which day of the school's."""

    school: SchoolId
    by: PersonId
    on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class NewSignal:
    """What is told of whom to whom, with its figures."""

    student: PersonId
    subject: SubjectId
    kind: SignalKind
    audience: SignalAudience
    marks: str
    missed: int
    lessons: int


def keep(db: Connection, telling: Telling, signal: NewSignal) -> int:
    """Keep a signal that is told, give its id."""
    row = insert(SignalRow).values(
        school_id=telling.school,
        student_id=signal.student,
        subject_id=signal.subject,
        kind=signal.kind,
        audience=signal.audience,
        marks=signal.marks,
        missed=signal.missed,
        lessons=signal.lessons,
        told_on=telling.on,
        told_at=telling.at,
        told_by=telling.by,
    )
    key: int = db.execute(row.returning(SignalRow.id)).scalar_one()
    return key


def keep_gap(db: Connection, telling: Telling, klass: KlassId, teacher: PersonId, lessons: int) -> int | None:
    """Keep that somebody told of a colleague's gaps in a class; None when that was told on the same day before."""
    same = (GapReportRow.klass_id == klass, GapReportRow.teacher_id == teacher, GapReportRow.told_on == telling.on)
    if db.execute(select(GapReportRow.id).where(*same)).first() is not None:
        return None
    row = insert(GapReportRow).values(
        school_id=telling.school,
        klass_id=klass,
        teacher_id=teacher,
        lessons=lessons,
        told_on=telling.on,
        told_at=telling.at,
        told_by=telling.by,
    )
    key: int = db.execute(row.returning(GapReportRow.id)).scalar_one()
    return key
