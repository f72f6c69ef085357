"""Subgroups of classes: who is in which on a day (CLS-4)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select

from core.model.access import Subject
from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.journal import Pupil
from core.model.people import PersonName
from core.model.subgroup import DividedSubject, Division, MemberFact, Membership, Subgroup
from core.storage.queries.journal import alphabetical
from core.storage.rows import (
    AssignmentRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    KlassRow,
    LessonRow,
    MarkRow,
    PersonRow,
    SubjectRow,
    WorkRow,
)

_NAME = (PersonRow.family, PersonRow.given, PersonRow.patronymic)


def _stays(row: Any, day: date) -> Any:
    return and_(row.since <= day, or_(row.until.is_(None), row.until >= day))


def place(db: Connection, group: GroupId) -> Subject | None:
    """Give a group as access rules ask for it."""
    query = (
        select(GroupRow.school_id, GroupRow.klass_id, KlassRow.grade)
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .where(GroupRow.id == group)
    )
    row = db.execute(query).first()
    if row is None:
        return None
    return Subject(school=SchoolId(row.school_id), klass=KlassId(row.klass_id), grade=row.grade, group=group)


def divided_klasses(db: Connection, school: SchoolId) -> list[tuple[KlassId, str, int]]:
    """Give the classes of a school that are divided for something: id, name, grade."""
    divided = exists().where(GroupRow.klass_id == KlassRow.id, GroupRow.name != "")
    query = select(KlassRow.id, KlassRow.name, KlassRow.grade).where(KlassRow.school_id == school, divided)
    return [
        (KlassId(key), name, grade) for key, name, grade in db.execute(query.order_by(KlassRow.grade, KlassRow.name))
    ]


def divided(db: Connection, klass: KlassId, day: date) -> tuple[DividedSubject, ...]:
    """Give the subjects a class is divided for, with how many are in no subgroup and in several on a day."""
    query = (
        select(GroupRow.subject_id, SubjectRow.name, GroupRow.id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(GroupRow.klass_id == klass, GroupRow.name != "")
        .order_by(SubjectRow.name, GroupRow.id)
    )
    groups: dict[tuple[int, str], list[GroupId]] = defaultdict(list)
    for subject, name, group in db.execute(query):
        groups[subject, name].append(GroupId(group))
    students = {pupil.id for pupil in _pupils(db, klass, day)}
    found = []
    members = _places(db, [group for some in groups.values() for group in some], day)
    for (_, name), some in groups.items():
        counts = [len(set(members[student]) & set(some)) for student in students]
        nowhere, several = counts.count(0), sum(count > 1 for count in counts)
        found.append(DividedSubject(some[0], name, len(some), nowhere, several))
    return tuple(found)


def _pupils(db: Connection, klass: KlassId, day: date) -> tuple[Pupil, ...]:
    query = (
        select(PersonRow.id, *_NAME)
        .join(EnrolmentRow, EnrolmentRow.student_id == PersonRow.id)
        .where(EnrolmentRow.klass_id == klass, _stays(EnrolmentRow, day))
    )
    found = [Pupil(PersonId(key), PersonName(*name)) for key, *name in db.execute(query)]
    return tuple(sorted(found, key=lambda pupil: (alphabetical(pupil.name), pupil.id)))


def _places(db: Connection, groups: Collection[GroupId], day: date) -> dict[PersonId, tuple[GroupId, ...]]:
    query = (
        select(GroupMemberRow.student_id, GroupMemberRow.group_id)
        .where(GroupMemberRow.group_id.in_(groups), _stays(GroupMemberRow, day))
        .order_by(GroupMemberRow.group_id)
        .distinct()
    )
    found: dict[PersonId, tuple[GroupId, ...]] = defaultdict(tuple)
    for student, group in db.execute(query):
        found[PersonId(student)] += (GroupId(group),)
    return found


def siblings(db: Connection, group: GroupId) -> tuple[GroupId, ...]:
    """Give all subgroups of the division that a subgroup belongs to; none where its class is not divided."""
    mine = select(GroupRow.klass_id, GroupRow.subject_id).where(GroupRow.id == group).subquery()
    query = select(GroupRow.id).join(
        mine, and_(mine.c.klass_id == GroupRow.klass_id, mine.c.subject_id == GroupRow.subject_id)
    )
    return tuple(GroupId(key) for key in db.execute(query.where(GroupRow.name != "").order_by(GroupRow.id)).scalars())


def division(db: Connection, groups: Collection[GroupId], day: date) -> Division:
    """Give a division by all its subgroups, as it stands on a day; four statements."""
    query = (
        select(GroupRow.id, GroupRow.name, GroupRow.klass_id, KlassRow.name, SubjectRow.name, *_NAME)
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .outerjoin(
            AssignmentRow,
            and_(AssignmentRow.group_id == GroupRow.id, or_(AssignmentRow.until.is_(None), AssignmentRow.until >= day)),
        )
        .outerjoin(PersonRow, PersonRow.id == AssignmentRow.teacher_id)
        .where(GroupRow.id.in_(groups))
        .order_by(GroupRow.name, GroupRow.id)
    )
    rows = list(db.execute(query))
    teachers: dict[tuple[GroupId, str], list[PersonName]] = {}
    for key, name, _, _, _, *teacher in rows:
        known = teachers.setdefault((GroupId(key), name), [])
        if teacher[0] is not None:
            known.append(PersonName(*teacher))
    _, _, klass, klass_name, subject, *_ = rows[0]
    return Division(
        klass=KlassId(klass),
        klass_name=klass_name,
        subject=subject,
        day=day,
        groups=tuple(Subgroup(key, name, tuple(names)) for (key, name), names in teachers.items()),
        pupils=_pupils(db, KlassId(klass), day),
        places=_places(db, groups, day),
        changes_on=_changes_on(db, groups, day),
    )


def _changes_on(db: Connection, groups: Collection[GroupId], day: date) -> date | None:
    came_about = or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= GroupMemberRow.since)
    query = select(func.min(GroupMemberRow.since)).where(
        GroupMemberRow.group_id.in_(groups), GroupMemberRow.since > day, came_about
    )
    found: date | None = db.execute(query).scalar_one()
    return found


def memberships(db: Connection, groups: Collection[GroupId], students: Collection[PersonId]) -> list[Membership]:
    """Give all memberships of students in some subgroups, of whatever days."""
    query = select(
        GroupMemberRow.id,
        GroupMemberRow.group_id,
        GroupMemberRow.student_id,
        GroupMemberRow.since,
        GroupMemberRow.until,
    ).where(GroupMemberRow.group_id.in_(groups), GroupMemberRow.student_id.in_(students))
    return [
        Membership(key, GroupId(group), PersonId(student), since, until)
        for key, group, student, since, until in db.execute(query.order_by(GroupMemberRow.id))
    ]


def last_recorded(db: Connection, groups: Collection[GroupId], first: date) -> date | None:
    """Give the last day from `first` on at which a lesson of some groups has attendance or marks; None: no such day."""
    marked = exists().where(WorkRow.lesson_id == LessonRow.id, MarkRow.work_id == WorkRow.id)
    query = select(func.max(LessonRow.day)).where(
        LessonRow.group_id.in_(groups), LessonRow.day >= first, or_(LessonRow.attendance_at.is_not(None), marked)
    )
    found: date | None = db.execute(query).scalar_one()
    return found


def teachers(db: Connection, groups: Collection[GroupId], day: date) -> list[tuple[GroupId, PersonId]]:
    """Give who is concerned by changes of subgroups: their teachers on a day, and the class's teacher."""
    taught = select(AssignmentRow.group_id, AssignmentRow.teacher_id).where(
        AssignmentRow.group_id.in_(groups), or_(AssignmentRow.until.is_(None), AssignmentRow.until >= day)
    )
    led = (
        select(GroupRow.id, func.coalesce(KlassRow.class_teacher_id, 0))
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .where(GroupRow.id.in_(groups), KlassRow.class_teacher_id.is_not(None))
    )
    return sorted(
        {(GroupId(group), PersonId(person)) for query in (taught, led) for group, person in db.execute(query)}
    )


def facts(db: Connection, ids: Collection[int]) -> dict[int, MemberFact]:
    """Give memberships by id as letters tell of them."""
    query = (
        select(
            GroupMemberRow.id,
            GroupMemberRow.since,
            GroupMemberRow.until,
            GroupRow.id.label("group"),
            GroupRow.name.label("group_name"),
            KlassRow.name.label("klass"),
            SubjectRow.name.label("subject"),
            *_NAME,
        )
        .join(GroupRow, GroupRow.id == GroupMemberRow.group_id)
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .join(PersonRow, PersonRow.id == GroupMemberRow.student_id)
        .where(GroupMemberRow.id.in_(ids))
    )
    return {
        row.id: MemberFact(
            GroupId(row.group),
            row.group_name,
            row.klass,
            row.subject,
            PersonName(row.family, row.given, row.patronymic),
            row.since,
            row.until,
        )
        for row in db.execute(query)
    }
