"""Whom a child's family may write to, and whom of a family the school may (DIA-12)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, exists, or_, select

from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.people import PersonName, Role
from core.model.school import Grades
from core.model.thread import Contact, Relative
from core.storage.queries.journal import alphabetical
from core.storage.rows import (
    AssignmentRow,
    BindingRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    GuardianshipRow,
    KlassRow,
    PersonRow,
    StaffRoleRow,
    SubjectRow,
)

_OFFICE = (Role.DEPUTY, Role.ADMINISTRATOR)
_ORDER = (Role.CLASS_TEACHER, Role.TEACHER, *_OFFICE)
_CAME = exists().where(
    BindingRow.person_id == PersonRow.id, BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None)
)
_NAMES = (PersonRow.family, PersonRow.given, PersonRow.patronymic)


def contacts(db: Connection, students: Collection[PersonId], today: date) -> dict[PersonId, tuple[Contact, ...]]:
    """Give for each student who of the staff is to do with them on a day: the class teacher first, then the teachers,
    then the office. Nobody who left the school, and nobody for a student who is in no class.

    Five statements, however many students.
    """
    found: dict[PersonId, dict[PersonId, Contact]] = {}
    klasses = _klasses(db, students, today)
    office = _office(db, {row.school_id for row in klasses})
    for row in klasses:
        mine = found.setdefault(PersonId(row.student_id), {})
        if row.class_teacher_id:
            _meet(mine, row.class_teacher_id, Role.CLASS_TEACHER)
        for person, role, grades in office.get(row.school_id, ()):
            if role is not Role.DEPUTY or row.grade in grades:
                _meet(mine, person, role)
    for row in _teaching(db, found, today):
        _meet(found[PersonId(row.student_id)], row.teacher_id, Role.TEACHER, row)
    people = _people(db, {person for mine in found.values() for person in mine}, today)
    return {student: _named(mine, people) for student, mine in found.items()}


def _klasses(db: Connection, students: Collection[PersonId], today: date) -> list[Any]:
    query = (
        select(EnrolmentRow.student_id, KlassRow.school_id, KlassRow.grade, KlassRow.class_teacher_id)
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(EnrolmentRow.student_id.in_(students), EnrolmentRow.since <= today)
        .where(or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= today))
    )
    return list(db.execute(query))


def _teaching(db: Connection, students: Collection[PersonId], today: date) -> list[Any]:
    member = exists().where(
        GroupMemberRow.group_id == GroupRow.id,
        GroupMemberRow.student_id == EnrolmentRow.student_id,
        GroupMemberRow.since <= today,
        or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= today),
    )
    query = (
        select(EnrolmentRow.student_id, AssignmentRow.teacher_id, GroupRow.id, SubjectRow.name)
        .join(GroupRow, GroupRow.klass_id == EnrolmentRow.klass_id)
        .join(AssignmentRow, AssignmentRow.group_id == GroupRow.id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(EnrolmentRow.student_id.in_(students), EnrolmentRow.since <= today, AssignmentRow.until.is_(None))
        .where(or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= today), or_(GroupRow.name == "", member))
        .order_by(SubjectRow.name, GroupRow.id)
    )
    return list(db.execute(query))


def _office(db: Connection, schools: Collection[int]) -> dict[int, list[tuple[int, Role, Grades]]]:
    query = (
        select(PersonRow.school_id, PersonRow.id, StaffRoleRow.role, StaffRoleRow.grades)
        .join(StaffRoleRow, StaffRoleRow.person_id == PersonRow.id)
        .where(PersonRow.school_id.in_(schools), StaffRoleRow.role.in_(_OFFICE))
    )
    found: dict[int, list[tuple[int, Role, Grades]]] = defaultdict(list)
    for school, person, role, grades in db.execute(query):
        found[school].append((person, role, grades))
    return found


def _meet(mine: dict[PersonId, Contact], person: int, role: Role, row: Any = None) -> None:
    """Note what somebody is to a student; whoever is several things is one contact, by the first of them."""
    key = PersonId(person)
    known = mine.get(key, Contact(key, PersonName("", ""), role))
    known = replace(known, role=min(known.role, role, key=_ORDER.index))
    if row is not None:
        subjects = dict.fromkeys((*known.subjects, row.name))
        known = replace(known, groups=(*known.groups, GroupId(row.id)), subjects=tuple(subjects))
    mine[key] = known


def _people(db: Connection, people: Collection[PersonId], today: date) -> dict[PersonId, tuple[PersonName, bool]]:
    query = select(PersonRow.id, *_NAMES, _CAME).where(
        PersonRow.id.in_(people), or_(PersonRow.until.is_(None), PersonRow.until >= today)
    )
    return {PersonId(key): (PersonName(*names), bool(came)) for key, *names, came in db.execute(query)}


def _named(mine: dict[PersonId, Contact], people: dict[PersonId, tuple[PersonName, bool]]) -> tuple[Contact, ...]:
    found = [replace(each, name=people[key][0], entered=people[key][1]) for key, each in mine.items() if key in people]
    return tuple(sorted(found, key=_place))


def _place(contact: Contact) -> tuple[Any, ...]:
    return (_ORDER.index(contact.role), contact.subjects, alphabetical(contact.name))


def relatives(db: Connection, student: PersonId, today: date) -> tuple[Relative, ...]:
    """Give the guardians of a student by name, then the student; nobody who declined the electronic service."""
    query = (
        select(PersonRow.id, *_NAMES, PersonRow.sex, GuardianshipRow.relation, _CAME)
        .join(GuardianshipRow, GuardianshipRow.guardian_id == PersonRow.id)
        .where(GuardianshipRow.student_id == student, GuardianshipRow.until.is_(None), GuardianshipRow.electronic)
        .where(or_(PersonRow.until.is_(None), PersonRow.until >= today))
    )
    guardians = [
        Relative(PersonId(key), PersonName(family, given, patronymic), sex, relation, entered=bool(came))
        for key, family, given, patronymic, sex, relation, came in db.execute(query)
    ]
    alone = select(PersonRow.id, *_NAMES, PersonRow.sex, _CAME).where(PersonRow.id == student)
    own = [
        Relative(PersonId(key), PersonName(family, given, patronymic), sex, own=True, entered=bool(came))
        for key, family, given, patronymic, sex, came in db.execute(alone)
    ]
    return (*sorted(guardians, key=lambda each: alphabetical(each.name)), *own)


def students_of(db: Connection, klass: KlassId, today: date) -> dict[PersonId, PersonName]:
    """Give the students of a class on a day, in the order of a class list."""
    query = (
        select(PersonRow.id, *_NAMES)
        .join(EnrolmentRow, EnrolmentRow.student_id == PersonRow.id)
        .where(EnrolmentRow.klass_id == klass, EnrolmentRow.since <= today)
        .where(or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= today))
    )
    found = {PersonId(key): PersonName(*names) for key, *names in db.execute(query)}
    return dict(sorted(found.items(), key=lambda pair: alphabetical(pair[1])))


def klasses_of(db: Connection, school: SchoolId) -> list[tuple[KlassId, str, int, frozenset[GroupId]]]:
    """Give a school's classes in order: id, name, grade, groups."""
    groups: dict[int, set[GroupId]] = defaultdict(set)
    for key, klass in db.execute(select(GroupRow.id, GroupRow.klass_id).where(GroupRow.school_id == school)):
        groups[klass].add(GroupId(key))
    query = select(KlassRow.id, KlassRow.name, KlassRow.grade).where(KlassRow.school_id == school)
    rows = db.execute(query.order_by(KlassRow.grade, KlassRow.name))
    return [(KlassId(key), name, grade, frozenset(groups[key])) for key, name, grade in rows]
