"""How much of the journal is recorded, counted by group and keeper; and who uses it. No statement per row (CTL-2)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, distinct, exists, func, literal, or_, select, union_all

from core.model.fill import Activity, Fill, FillRow, KlassActivity
from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.lesson import LessonState
from core.model.people import PersonKind, PersonName
from core.model.school import ALL_GRADES, Grades
from core.storage.queries.journal import CURRENT_MARK
from core.storage.rows import (
    AccountRow,
    BindingRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    GuardianshipRow,
    InboxRow,
    KlassRow,
    LessonRow,
    MarkRow,
    PersonRow,
    PlanTopicRow,
    SubjectRow,
)

_KEEPER = func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id)
_FIRST_GRADE = 1


@dataclass(frozen=True, slots=True)
class FillScope:
    """Which lessons: of a school or one of its classes, of days (both included), over by `now`; plans since a day."""

    school: SchoolId
    first: date
    last: date
    now: datetime
    year_start: date
    klass: KlassId | None = None
    grades: Grades = ALL_GRADES


def rows(db: Connection, scope: FillScope) -> tuple[FillRow, ...]:
    """Give a row for each group and whoever keeps its records; six statements."""
    marks, seats, plans, given = _marks(db, scope), _seats(db, scope), _Plans(db, scope), _given(db, scope)
    counted = db.execute(_lessons(scope)).all()
    keepers: dict[int, set[int]] = defaultdict(set)
    for row in counted:
        keepers[row.group_id].add(row.keeper)
    found = []
    for row in counted:
        # What belongs to the group as a whole is counted once, with whoever teaches it first.
        once = row.keeper == min(keepers[row.group_id])
        fill = Fill(
            lessons=row.lessons,
            attendance=row.attendance,
            topics=row.topics,
            graded=row.graded,
            homework=row.homework,
            marks=marks.get((row.group_id, row.keeper), 0),
            seats=seats.get(row.group_id, 0) if once and row.graded else 0,
            planned=plans.of(row) if once else 0,
            given=given.get(row.group_id, 0) if once else 0,
        )
        found.append(_row(row, fill))
    return tuple(found)


def _row(row: Any, fill: Fill) -> FillRow:
    return FillRow(
        klass=KlassId(row.klass_id),
        klass_name=row.klass,
        group=GroupId(row.group_id),
        subject=row.subject,
        subgroup=row.subgroup,
        teacher=PersonId(row.keeper),
        teacher_name=PersonName(row.family, row.given, row.patronymic).initials,
        fill=fill,
    )


def _klasses(scope: FillScope) -> Any:
    chosen = select(KlassRow.id).where(KlassRow.school_id == scope.school)
    if scope.klass is not None:
        chosen = chosen.where(KlassRow.id == scope.klass)
    if scope.grades != ALL_GRADES:
        chosen = chosen.where(KlassRow.grade.in_(scope.grades))
    return chosen


def _given_lessons(scope: FillScope) -> tuple[ColumnElement[bool], ...]:
    return (
        LessonRow.klass_id.in_(_klasses(scope)),
        LessonRow.day.between(scope.first, scope.last),
        LessonRow.state == LessonState.PLANNED,
        LessonRow.ends_at <= scope.now,
    )


def _lessons(scope: FillScope) -> Any:
    graded = LessonRow.grade != _FIRST_GRADE
    return (
        select(
            LessonRow.group_id,
            LessonRow.klass_id,
            KlassRow.name.label("klass"),
            KlassRow.grade,
            GroupRow.subject_id,
            GroupRow.name.label("subgroup"),
            SubjectRow.name.label("subject"),
            _KEEPER.label("keeper"),
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
            func.count().label("lessons"),
            func.count(LessonRow.attendance_at).label("attendance"),
            func.count(LessonRow.topic_at).label("topics"),
            func.sum(case((graded, 1), else_=0)).label("graded"),
            func.sum(case((and_(graded, LessonRow.homework_at.is_not(None)), 1), else_=0)).label("homework"),
        )
        .select_from(LessonRow)
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .join(PersonRow, PersonRow.id == _KEEPER)
        .where(*_given_lessons(scope))
        .group_by(
            LessonRow.group_id,
            LessonRow.klass_id,
            KlassRow.name,
            KlassRow.grade,
            GroupRow.subject_id,
            GroupRow.name,
            SubjectRow.name,
            _KEEPER,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
        )
    )


def _marks(db: Connection, scope: FillScope) -> dict[tuple[int, int], int]:
    query = (
        select(LessonRow.group_id, _KEEPER, func.count())
        .join(MarkRow, MarkRow.lesson_id == LessonRow.id)
        .where(*_given_lessons(scope), CURRENT_MARK, MarkRow.value.is_not(None))
        .group_by(LessonRow.group_id, _KEEPER)
    )
    return {(group, keeper): count for group, keeper, count in db.execute(query)}


def _seats(db: Connection, scope: FillScope) -> dict[int, int]:
    """How many students each group has on the last day."""
    enrolled = (
        EnrolmentRow.since <= scope.last,
        or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= scope.last),
    )
    member = exists().where(
        GroupMemberRow.group_id == GroupRow.id,
        GroupMemberRow.student_id == EnrolmentRow.student_id,
        GroupMemberRow.since <= scope.last,
        or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= scope.last),
    )
    query = (
        select(GroupRow.id, func.count(distinct(EnrolmentRow.student_id)))
        .join(EnrolmentRow, EnrolmentRow.klass_id == GroupRow.klass_id)
        .where(GroupRow.klass_id.in_(_klasses(scope)), *enrolled, or_(GroupRow.name == "", member))
        .group_by(GroupRow.id)
    )
    return {row[0]: row[1] for row in db.execute(query)}


class _Plans:
    """How many topics the plan of a group has: its own plan, else its class's, else its grade's."""

    def __init__(self, db: Connection, scope: FillScope) -> None:
        columns = (PlanTopicRow.subject_id, PlanTopicRow.group_id, PlanTopicRow.klass_id, PlanTopicRow.grade)
        query = select(*columns, func.count()).where(PlanTopicRow.school_id == scope.school).group_by(*columns)
        self._counts = {tuple(key): count for *key, count in db.execute(query)}

    def of(self, row: Any) -> int:
        known = (
            self._counts.get((row.subject_id, row.group_id, row.klass_id, None)),
            self._counts.get((row.subject_id, row.group_id, None, None)),
            self._counts.get((row.subject_id, None, row.klass_id, None)),
            self._counts.get((row.subject_id, None, None, row.grade)),
        )
        return next((count for count in known if count is not None), 0)


def _given(db: Connection, scope: FillScope) -> dict[int, int]:
    """How many topics of its plan each group was given since the year began."""
    query = (
        select(LessonRow.group_id, func.count(distinct(LessonRow.plan_topic_id)))
        .where(LessonRow.klass_id.in_(_klasses(scope)), LessonRow.day.between(scope.year_start, scope.last))
        .where(LessonRow.plan_topic_id.is_not(None), LessonRow.topic_at.is_not(None))
        .group_by(LessonRow.group_id)
    )
    return {row[0]: row[1] for row in db.execute(query)}


def _linked() -> ColumnElement[bool]:
    return exists().where(
        BindingRow.person_id == PersonRow.id, BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None)
    )


def _seen(since: datetime) -> ColumnElement[bool]:
    # What arrived within two days is still in the inbox, the rest is remembered with the account.
    lately = select(InboxRow.user_id).where(InboxRow.received_at >= since, InboxRow.user_id.is_not(None))
    return exists().where(
        BindingRow.person_id == PersonRow.id,
        BindingRow.ended_at.is_(None),
        BindingRow.confirmed_at.is_not(None),
        AccountRow.id == BindingRow.account_id,
        or_(AccountRow.seen_at >= since, AccountRow.telegram_id.in_(lately)),
    )


def activity(db: Connection, school: SchoolId, today: date, since: datetime) -> tuple[Activity, ...]:
    """Give staff, guardians and students of a school: how many, come in, here since an instant."""
    query = (
        select(PersonRow.kind, func.count(), _counted(_linked()), _counted(_seen(since)))
        .where(PersonRow.school_id == school, or_(PersonRow.until.is_(None), PersonRow.until >= today))
        .group_by(PersonRow.kind)
    )
    found = {kind: Activity(kind, *counts) for kind, *counts in db.execute(query)}
    order = (PersonKind.STAFF, PersonKind.GUARDIAN, PersonKind.STUDENT)
    return tuple(found[kind] for kind in order if kind in found)


def _counted(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((which, 1), else_=0))


def klass_activity(db: Connection, scope: FillScope, since: datetime) -> tuple[KlassActivity, ...]:
    """Give students and guardians of each class: how many, come in, here since an instant."""
    enrolled = (
        EnrolmentRow.klass_id.in_(_klasses(scope)),
        EnrolmentRow.since <= scope.last,
        or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= scope.last),
    )
    columns = (_linked().label("linked"), _seen(since).label("seen"))
    students = (
        select(EnrolmentRow.klass_id, literal(PersonKind.STUDENT.value).label("kind"), PersonRow.id, *columns)
        .join(PersonRow, PersonRow.id == EnrolmentRow.student_id)
        .where(*enrolled)
    )
    guards = and_(GuardianshipRow.student_id == EnrolmentRow.student_id, GuardianshipRow.until.is_(None))
    guardians = (
        select(EnrolmentRow.klass_id, literal(PersonKind.GUARDIAN.value).label("kind"), PersonRow.id, *columns)
        .join(GuardianshipRow, guards)
        .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
        .where(*enrolled, GuardianshipRow.electronic)
    )
    people: dict[tuple[int, str], dict[int, tuple[bool, bool]]] = defaultdict(dict)
    for klass, kind, person, linked, seen in db.execute(union_all(students, guardians)):
        people[klass, kind][person] = (bool(linked), bool(seen))
    return tuple(
        KlassActivity(
            KlassId(klass),
            PersonKind(kind),
            len(some),
            sum(linked for linked, _ in some.values()),
            sum(seen for _, seen in some.values()),
        )
        for (klass, kind), some in people.items()
    )
