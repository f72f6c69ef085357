"""What changing a lesson asks for: the school's day, its teachers, rooms and bells, the lesson's record and history."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, exists, or_, select

from core.model.calendar import Bell
from core.model.ids import GroupId, KlassId, LessonId, PersonId, SchoolId, SubjectId
from core.model.journal import LessonFacts, LessonPart
from core.model.lesson import LessonState
from core.model.lesson_change import BusyLesson, ChangeRecord, KlassName, Placement, Teacher
from core.model.people import PersonName, Role
from core.rules.lesson_changes import unpack
from core.rules.school_targets import weekdays_from_mask
from core.storage.queries.homework_due import GroupDues, dues_of
from core.storage.queries.journal import CURRENT_ATTENDANCE, CURRENT_MARK, FACTS, alphabetical, facts_from
from core.storage.rows import (
    AssignmentRow,
    AttendanceRow,
    BellRow,
    GroupRow,
    HomeworkRow,
    KlassRow,
    LessonChangeRow,
    LessonRow,
    MarkRow,
    PersonRow,
    RemarkRow,
    RoomRow,
    StaffRoleRow,
    SubjectRow,
    WorkRow,
)

_TEACHING = (Role.TEACHER, Role.PSYCHOLOGIST)


def _of_day(school: SchoolId, day: date) -> Any:
    # By classes: that is what lessons are indexed by.
    klasses = select(KlassRow.id).where(KlassRow.school_id == school)
    return and_(LessonRow.klass_id.in_(klasses), LessonRow.day == day)


def day_of_school(db: Connection, school: SchoolId, day: date) -> tuple[BusyLesson, ...]:
    """Give all lessons of a school's day by time, as far as they can stand in one another's way; one statement."""
    keeper = PersonRow.__table__.alias("keeper")
    lesson = LessonRow.__table__.c
    giver = or_(
        keeper.c.id == LessonRow.substitute_id,
        and_(LessonRow.substitute_id.is_(None), keeper.c.id == LessonRow.teacher_id),
    )
    query = (
        select(
            lesson.id,
            lesson.klass_id,
            KlassRow.name.label("klass"),
            lesson.grade,
            lesson.group_id,
            GroupRow.name.label("subgroup"),
            lesson.subject_id,
            SubjectRow.name.label("subject"),
            lesson.number,
            lesson.starts_at,
            lesson.ends_at,
            lesson.teacher_id,
            keeper.c.id.label("keeper_id"),
            keeper.c.family,
            keeper.c.given,
            keeper.c.patronymic,
            lesson.room,
            lesson.state,
        )
        .select_from(LessonRow)
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .join(keeper, giver)
        .where(_of_day(school, day))
        .order_by(LessonRow.starts_at, KlassRow.grade, KlassRow.name, LessonRow.id)
    )
    return tuple(map(_busy, db.execute(query)))


def _busy(row: Any) -> BusyLesson:
    return BusyLesson(
        LessonId(row.id),
        KlassId(row.klass_id),
        row.klass,
        row.grade,
        GroupId(row.group_id),
        row.subgroup,
        SubjectId(row.subject_id),
        row.subject,
        row.number,
        row.starts_at,
        row.ends_at,
        PersonId(row.teacher_id),
        PersonId(row.keeper_id),
        PersonName(row.family, row.given, row.patronymic),
        row.room,
        row.state,
    )


def changed_on(db: Connection, school: SchoolId, day: date) -> tuple[LessonFacts, ...]:
    """Give the lessons of a day that are not as the timetable has them, and those that were moved away from it."""
    klasses = select(KlassRow.id).where(KlassRow.school_id == school)
    away = and_(LessonRow.klass_id.in_(klasses), LessonRow.planned_day == day)
    changed = or_(
        LessonRow.state == LessonState.CANCELLED,
        LessonRow.substitute_id.is_not(None),
        LessonRow.planned_day.is_not(None),
        exists().where(LessonChangeRow.lesson_id == LessonRow.id),
    )
    query = FACTS.where(or_(and_(_of_day(school, day), changed), away))
    return _facts(db, query.order_by(LessonRow.day, LessonRow.starts_at, KlassRow.grade, KlassRow.name, LessonRow.id))


def klass_day(db: Connection, klass: KlassId, day: date) -> tuple[LessonFacts, ...]:
    """Give the lessons of a class on a day by time."""
    query = FACTS.where(LessonRow.klass_id == klass, LessonRow.day == day)
    return _facts(db, query.order_by(LessonRow.starts_at, GroupRow.name, LessonRow.id))


def _facts(db: Connection, query: Any) -> tuple[LessonFacts, ...]:
    return tuple(map(facts_from, db.execute(query)))


def klasses(db: Connection, school: SchoolId) -> tuple[KlassName, ...]:
    """Give the classes of a school by grade and letter."""
    query = select(KlassRow.id, KlassRow.name, KlassRow.grade).where(KlassRow.school_id == school)
    found = (KlassName(KlassId(row.id), row.name, row.grade) for row in db.execute(query))
    return tuple(sorted(found, key=lambda klass: (klass.grade, klass.name)))


def klass_name(db: Connection, klass: KlassId) -> tuple[SchoolId, KlassName] | None:
    """Give a class with its school, None where there is none."""
    query = select(KlassRow.school_id, KlassRow.name, KlassRow.grade).where(KlassRow.id == klass)
    row: Any = db.execute(query).first()
    return (SchoolId(row.school_id), KlassName(klass, row.name, row.grade)) if row else None


def teachers(db: Connection, school: SchoolId, day: date) -> tuple[Teacher, ...]:
    """Give the teaching staff of a day in order, with the subjects and classes they teach; one statement."""
    present = and_(
        or_(PersonRow.since.is_(None), PersonRow.since <= day), or_(PersonRow.until.is_(None), PersonRow.until >= day)
    )
    load = and_(AssignmentRow.teacher_id == PersonRow.id, AssignmentRow.until.is_(None))
    query = (
        select(
            PersonRow.id,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
            GroupRow.subject_id,
            GroupRow.klass_id,
        )
        .outerjoin(AssignmentRow, load)
        .outerjoin(GroupRow, GroupRow.id == AssignmentRow.group_id)
        .where(
            PersonRow.school_id == school,
            present,
            exists().where(StaffRoleRow.person_id == PersonRow.id, StaffRoleRow.role.in_(_TEACHING)),
        )
    )
    found: dict[int, tuple[PersonName, set[int], set[KlassId]]] = {}
    for key, family, given, patronymic, subject, klass in db.execute(query):
        _, subjects, taught = found.setdefault(key, (PersonName(family, given, patronymic), set(), set()))
        if subject is not None:
            subjects.add(subject)
            taught.add(KlassId(klass))
    staff = (
        Teacher(PersonId(key), name, frozenset(subjects), frozenset(taught))
        for key, (name, subjects, taught) in found.items()
    )
    return tuple(sorted(staff, key=lambda teacher: alphabetical(teacher.name)))


def rooms(db: Connection, school: SchoolId) -> tuple[tuple[int, str], ...]:
    """Give the rooms of a school with their ids, numbers in their order."""
    query = select(RoomRow.id, RoomRow.name).where(RoomRow.school_id == school)
    found = [(int(key), str(name)) for key, name in db.execute(query)]
    return tuple(sorted(found, key=lambda room: (not room[1].isdigit(), len(room[1]), room[1])))


def bells(db: Connection, klass: KlassId) -> tuple[str, tuple[Bell, ...]]:
    """Give the bell set that a class names (it may name none), and all bells of its school."""
    query = (
        select(KlassRow.bell_set.label("named"), *BellRow.__table__.c)
        .join(BellRow, BellRow.school_id == KlassRow.school_id)
        .where(KlassRow.id == klass)
        .order_by(BellRow.id)
    )
    rows = db.execute(query).all()
    ringing = (
        Bell(row.bell_set, row.number, row.starts, row.ends, weekdays_from_mask(row.weekdays), row.grades)
        for row in rows
    )
    return rows[0].named if rows else "", tuple(ringing)


def class_teacher(db: Connection, klass: KlassId) -> PersonId | None:
    """Give the class teacher of a class."""
    found = db.execute(select(KlassRow.class_teacher_id).where(KlassRow.id == klass)).scalar()
    return PersonId(found) if found else None


def held(db: Connection, lesson: LessonId) -> tuple[LessonPart, ...]:
    """Give the parts of a lesson's record of which anything exists; a topic alone is a plan, not a record."""
    homework = exists().where(HomeworkRow.lesson_id == LessonRow.id, HomeworkRow.withdrawn_at.is_(None))
    marks = or_(
        exists().where(WorkRow.lesson_id == LessonRow.id),
        exists().where(MarkRow.lesson_id == LessonRow.id, MarkRow.value.is_not(None), CURRENT_MARK),
        exists().where(RemarkRow.lesson_id == LessonRow.id, RemarkRow.withdrawn_at.is_(None)),
    )
    attendance = exists().where(AttendanceRow.lesson_id == LessonRow.id, CURRENT_ATTENDANCE)
    query = select(
        or_(LessonRow.attendance_at.is_not(None), attendance).label(LessonPart.ATTENDANCE.value),
        or_(LessonRow.homework_at.is_not(None), homework).label(LessonPart.HOMEWORK.value),
        or_(LessonRow.marks_at.is_not(None), marks).label(LessonPart.MARKS.value),
    ).where(LessonRow.id == lesson)
    row: Any = db.execute(query).one()
    return tuple(part for part in LessonPart if getattr(row, part.value, False))


def history(db: Connection, lesson: LessonId) -> tuple[ChangeRecord, ...]:
    """Give the changes of a lesson, newest first."""
    query = (
        select(LessonChangeRow, PersonRow.family, PersonRow.given, PersonRow.patronymic)
        .with_only_columns(
            LessonChangeRow.kind,
            LessonChangeRow.before,
            LessonChangeRow.after,
            LessonChangeRow.reason,
            LessonChangeRow.changed_at,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
        )
        .join(PersonRow, PersonRow.id == LessonChangeRow.changed_by)
        .where(LessonChangeRow.lesson_id == lesson)
        .order_by(LessonChangeRow.id.desc())
    )
    return tuple(
        ChangeRecord(kind, unpack(before), unpack(after), reason, at, PersonName(*name))
        for kind, before, after, reason, at, *name in db.execute(query)
    )


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A lesson as it stands, what it was before each of its changes, oldest first, and its group's homework."""

    facts: LessonFacts
    before: tuple[tuple[datetime, Placement], ...]
    dues: GroupDues


def told_of(db: Connection, lessons: Collection[int]) -> dict[LessonId, ChangedFact]:
    """Give what letters about changed lessons are made of; four statements."""
    query = (
        select(LessonChangeRow.lesson_id, LessonChangeRow.changed_at, LessonChangeRow.before)
        .where(LessonChangeRow.lesson_id.in_(lessons))
        .order_by(LessonChangeRow.id)
    )
    before: dict[int, list[tuple[datetime, Placement]]] = defaultdict(list)
    for lesson, at, placed in db.execute(query):
        before[lesson].append((at, unpack(placed)))
    facts = _facts(db, FACTS.where(LessonRow.id.in_(lessons)))
    days = [placed.day for changes in before.values() for _, placed in changes]
    groups = {each.lesson.group for each in facts}
    dues = dues_of(db, groups, min(days)) if days else dict.fromkeys(groups, GroupDues())
    return {each.lesson.id: ChangedFact(each, tuple(before[each.lesson.id]), dues[each.lesson.group]) for each in facts}
