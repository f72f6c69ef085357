"""Changed marks as the audit trail has them; names are found when it is read, the trail holds ids (CTL-5, CTL-7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from core.model.audit import AuditKind
from core.model.mark_changes import ChangesBy, ChangesOf, Choice, MarkChange
from core.model.people import PersonName
from core.model.school import ALL_GRADES, Grades
from core.rules.receipts import proof_code
from core.storage.rows import AuditRow, FinalMarkRow, KlassRow, LessonRow, PeriodRow, PersonRow, SchoolRow, SubjectRow

_FINALS = (AuditKind.FINAL_CORRECTED, AuditKind.FINAL_WITHDRAWN)
_KINDS = (AuditKind.MARK_CORRECTED, AuditKind.MARK_WITHDRAWN, *_FINALS)
_WHO = PersonRow.__table__.alias("who")
_STUDENT = PersonRow.__table__.alias("student")
_KLASS = func.coalesce(LessonRow.klass_id, FinalMarkRow.klass_id)
_SUBJECT = func.coalesce(LessonRow.subject_id, FinalMarkRow.subject_id)
_NARROWED = {
    ChangesBy.KLASS: _KLASS,
    ChangesBy.TEACHER: AuditRow.person_id,
    ChangesBy.SUBJECT: _SUBJECT,
    ChangesBy.STUDENT: AuditRow.student_id,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which changes, made from an instant until another, in which grades."""

    asked: ChangesOf
    since: datetime
    until: datetime
    grades: Grades


def _joined(query: Select[Any]) -> Select[Any]:
    final = and_(AuditRow.kind.in_(_FINALS), FinalMarkRow.id == AuditRow.subject_id)
    return (
        query.select_from(AuditRow)
        .outerjoin(LessonRow, LessonRow.id == AuditRow.lesson_id)
        .outerjoin(FinalMarkRow, final)
        .join(KlassRow, KlassRow.id == _KLASS)
        .join(SubjectRow, SubjectRow.id == _SUBJECT)
        .outerjoin(PeriodRow, PeriodRow.id == FinalMarkRow.period_id)
        .outerjoin(_WHO, _WHO.c.id == AuditRow.person_id)
        .outerjoin(_STUDENT, _STUDENT.c.id == AuditRow.student_id)
    )


def _wanted(scope: Scope, *, narrowed: bool = True) -> Sequence[ColumnElement[bool]]:
    asked = scope.asked
    which = [AuditRow.school_id == asked.school, AuditRow.kind.in_(_KINDS)]
    which += [AuditRow.at >= scope.since, AuditRow.at < scope.until]
    if scope.grades != ALL_GRADES:
        which.append(KlassRow.grade.in_(scope.grades))
    if narrowed and asked.by is not None:
        which.append(_NARROWED[asked.by] == asked.key)
    return which


_COLUMNS = (
    AuditRow.seq,
    AuditRow.hash,
    AuditRow.at,
    AuditRow.before,
    AuditRow.after,
    AuditRow.reason,
    KlassRow.name.label("klass"),
    SubjectRow.name.label("subject"),
    LessonRow.day,
    LessonRow.number,
    PeriodRow.name.label("period"),
    FinalMarkRow.kind.label("final"),
    *(_WHO.c[part].label(f"who_{part}") for part in ("family", "given", "patronymic")),
    *(_STUDENT.c[part].label(f"student_{part}") for part in ("family", "given", "patronymic")),
)


def changes(db: Connection, scope: Scope, limit: int, offset: int = 0) -> list[MarkChange]:
    """Give changes, the newest first."""
    query = _joined(select(*_COLUMNS)).where(*_wanted(scope))
    return [_change(row) for row in db.execute(query.order_by(AuditRow.seq.desc()).limit(limit).offset(offset))]


def _change(row: Row[Any]) -> MarkChange:
    return MarkChange(
        seq=row.seq,
        code=proof_code(row.seq, row.hash),
        at=row.at,
        by=_name(row.who_family, row.who_given, row.who_patronymic),
        klass=row.klass,
        subject=row.subject,
        student=_name(row.student_family, row.student_given, row.student_patronymic),
        day=row.day,
        number=row.number,
        term=row.period or (row.final.value if row.final else ""),
        before=row.before,
        after=row.after,
        reason=row.reason or "",
    )


def _name(family: str | None, given: str | None, patronymic: str | None) -> PersonName | None:
    return PersonName(family, given or "", patronymic or "") if family is not None else None


def count(db: Connection, scope: Scope) -> int:
    """Count changes."""
    found: int = db.execute(_joined(select(func.count())).where(*_wanted(scope))).scalar_one()
    return found


def choices(db: Connection, scope: Scope, by: ChangesBy) -> list[Choice]:
    """Give what the report may be narrowed by, each with its number of changes, the most first."""
    key = _NARROWED[by]
    person = {ChangesBy.TEACHER: _WHO, ChangesBy.STUDENT: _STUDENT}.get(by)
    named: list[Any] = [KlassRow.name if by is ChangesBy.KLASS else SubjectRow.name]
    if person is not None:
        named = [person.c.family, person.c.given, person.c.patronymic]
    query = _joined(select(key, func.count(), *named)).where(*_wanted(scope, narrowed=False))
    rows = db.execute(query.where(key.is_not(None)).group_by(key, *named).order_by(func.count().desc(), key))
    return [Choice(row[0], PersonName(*row[2:]).initials if person is not None else row[2], row[1]) for row in rows]


def name_of(db: Connection, asked: ChangesOf) -> str:
    """Give the name that the report is narrowed by, empty for nothing of this school."""
    if asked.by in (ChangesBy.TEACHER, ChangesBy.STUDENT):
        columns = (PersonRow.family, PersonRow.given, PersonRow.patronymic)
        row = db.execute(select(*columns).where(PersonRow.id == asked.key, PersonRow.school_id == asked.school)).first()
        return PersonName(*row).short if row else ""
    table = KlassRow if asked.by is ChangesBy.KLASS else SubjectRow
    named = select(table.name).where(table.id == asked.key, table.school_id == asked.school)
    return db.execute(named).scalar_one_or_none() or ""


def school(db: Connection, key: int) -> Any:
    """Give short name, zone, first and last day of the school year; None where there is no such school."""
    columns = (SchoolRow.short_name, SchoolRow.zone, SchoolRow.year_start, SchoolRow.year_end)
    return db.execute(select(*columns).where(SchoolRow.id == key)).first()
