"""What the board of duties reads: lessons of some days in one statement, whatever their number (CTL-1)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, null, or_, select, type_coerce

from core.model.board import BoardLesson, Names, Seen
from core.model.calendar import Period
from core.model.ids import KlassId, LessonId, PeriodId, PersonId, SchoolId, WorkId
from core.model.lesson import LessonState, Work, WorkKind
from core.model.people import PersonName
from core.model.school import ALL_GRADES, Grades
from core.storage.queries.duties import CLASSES_END
from core.storage.queries.journal import ENROLLED
from core.storage.rows import (
    EnrolmentRow,
    GroupRow,
    KlassRow,
    LessonRow,
    PeriodRow,
    PersonRow,
    SubjectRow,
    WorkRow,
)
from core.storage.rows.journal import OPEN_RECORD
from core.storage.types import Instant


@dataclass(frozen=True, slots=True)
class BoardScope:
    """Which lessons: of a school, of days (both included); of one keeper, class or some grades where they are named.

    `classes_end`: a term is reckoned from the end of the class's last lesson. `ended_by`: only those whose record lacks
    something, ended by that instant.
    """

    school: SchoolId
    first: date
    last: date
    keeper: PersonId | None = None
    klass: KlassId | None = None
    grades: Grades = ALL_GRADES
    classes_end: bool = False
    ended_by: datetime | None = None


_TAUGHT = exists().where(ENROLLED).correlate(LessonRow, GroupRow).select_from(EnrolmentRow)
_KEEPER = func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id)


def lessons(db: Connection, scope: BoardScope) -> list[Seen]:
    """Give the lessons that were not cancelled; one statement, by the indexes of class or teacher and day."""
    until = CLASSES_END if scope.classes_end else type_coerce(null(), Instant())
    columns = (
        LessonRow.id,
        LessonRow.group_id,
        LessonRow.klass_id,
        LessonRow.subject_id,
        LessonRow.grade,
        LessonRow.day,
        LessonRow.number,
        LessonRow.starts_at,
        LessonRow.ends_at,
        _KEEPER.label("keeper"),
        _TAUGHT.label("taught"),
        until.label("classes_end"),
        LessonRow.attendance_at,
        LessonRow.topic_at,
        LessonRow.homework_at,
        LessonRow.marks_at,
    )
    query = select(*columns).select_from(LessonRow).join(GroupRow, GroupRow.id == LessonRow.group_id)
    return [Seen._make(row) for row in db.execute(_within(query, scope))]


def _within(query: Select[Any], scope: BoardScope) -> Select[Any]:
    query = query.where(
        LessonRow.school_id == scope.school,
        LessonRow.state == LessonState.PLANNED,
        LessonRow.day.between(scope.first, scope.last),
    )
    if scope.grades != ALL_GRADES:
        query = query.where(LessonRow.grade.in_(scope.grades))
    if scope.keeper is not None:
        substituted = LessonRow.substitute_id == scope.keeper
        own = and_(LessonRow.teacher_id == scope.keeper, LessonRow.substitute_id.is_(None))
        query = query.where(or_(own, substituted))
    if scope.klass is not None:
        query = query.where(LessonRow.klass_id == scope.klass)
    if scope.ended_by is not None:
        # By the index of open records, whose instants are not exact days: those are asked above.
        return query.where(OPEN_RECORD, LessonRow.ends_at <= scope.ended_by)
    if scope.keeper is not None or scope.klass is not None:
        return query
    # By class and day: the days of other years are never looked at.
    return query.where(LessonRow.klass_id.in_(select(KlassRow.id).where(KlassRow.school_id == scope.school)))


def long_checks(db: Connection, scope: BoardScope) -> dict[LessonId, list[Work]]:
    """Give the works of those lessons that have a day to be checked by, and external ones."""
    query = select(*WorkRow.__table__.c).join(LessonRow, LessonRow.id == WorkRow.lesson_id)
    found: dict[LessonId, list[Work]] = defaultdict(list)
    query = query.where(or_(WorkRow.check_until.is_not(None), WorkRow.kind == WorkKind.DIAGNOSTIC))
    for row in db.execute(_within(query, scope).order_by(WorkRow.id)):
        lesson = LessonId(row.lesson_id)
        head = (row.kind, row.weight, row.title)
        found[lesson].append(Work(WorkId(row.id), lesson, *head, row.check_until, row.done_at, row.received_at))
    return found


def names(db: Connection, school: SchoolId, people: Collection[PersonId]) -> Names:
    """Give the names of people, and of all classes of a school; two statements."""
    name = (PersonRow.id, PersonRow.family, PersonRow.given, PersonRow.patronymic)
    found = db.execute(select(*name).where(PersonRow.id.in_(people)))
    klasses = db.execute(select(KlassRow.id, KlassRow.name).where(KlassRow.school_id == school))
    return Names(
        {PersonId(key): PersonName(*rest) for key, *rest in found},
        {KlassId(key): klass for key, klass in klasses},
    )


def named_lessons(db: Connection, ids: Collection[LessonId]) -> dict[LessonId, BoardLesson]:
    """Give lessons as lists name them."""
    query = (
        select(LessonRow.id, LessonRow.day, LessonRow.number, KlassRow.name, SubjectRow.short)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .where(LessonRow.id.in_(ids))
    )
    return {
        LessonId(key): BoardLesson(day, number, klass, subject)
        for key, day, number, klass, subject in db.execute(query)
    }


def periods(db: Connection, school: SchoolId, day: date) -> Sequence[Period]:
    """Give the reporting periods that a day is in."""
    query = select(*PeriodRow.__table__.c).where(
        PeriodRow.school_id == school, PeriodRow.starts_on <= day, PeriodRow.ends_on >= day
    )
    return [
        Period(PeriodId(row.id), row.name, row.kind, row.grades, row.starts_on, row.ends_on)
        for row in db.execute(query)
    ]
