"""Who may be invited, how far they have come, and through whom they are reached (CLS-5)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, case, distinct, exists, func, or_, select

from core.model.access import Subject
from core.model.entry import Arrival, EntryState, Invitee, KlassEntries, Placement, SchoolKlasses, Standing
from core.model.ids import BindingId, KlassId, PersonId, SchoolId
from core.model.people import PersonKind, PersonName
from core.storage.rows import (
    BindingRow,
    EnrolmentRow,
    GuardianshipRow,
    InvitationRow,
    KlassRow,
    PersonRow,
    SchoolRow,
    StaffRoleRow,
)

_CHILD = PersonRow.__table__.alias("child")
_NAME = (PersonRow.family, PersonRow.given, PersonRow.patronymic)
_IN_ORDER = (PersonRow.family, PersonRow.given, PersonRow.patronymic, PersonRow.id)
_BOUND = and_(BindingRow.person_id == PersonRow.id, BindingRow.ended_at.is_(None))
_ENTERED = exists().where(_BOUND, BindingRow.confirmed_at.is_not(None)).correlate(PersonRow)
_WAITING = exists().where(_BOUND, BindingRow.confirmed_at.is_(None)).correlate(PersonRow)
_EXPIRES = (
    select(func.max(InvitationRow.expires_at))
    .where(
        InvitationRow.person_id == PersonRow.id,
        InvitationRow.used_at.is_(None),
        InvitationRow.revoked_at.is_(None),
    )
    .correlate(PersonRow)
    .scalar_subquery()
)
_ISSUED = (
    select(func.max(InvitationRow.issued_at))
    .where(
        InvitationRow.person_id == PersonRow.id,
        InvitationRow.used_at.is_(None),
        InvitationRow.revoked_at.is_(None),
    )
    .correlate(PersonRow)
    .scalar_subquery()
)
# Stages in numbers, so that one column carries them.
_STAGE = case((_ENTERED, 2), (_WAITING, 1), else_=0)
_STAGES = {2: EntryState.ENTERED, 1: EntryState.WAITING}
_INVITEE = (
    PersonRow.id,
    PersonRow.kind,
    *_NAME,
    PersonRow.position,
    _STAGE.label("stage"),
    _EXPIRES.label("expires_at"),
    _ISSUED.label("issued_at"),
)


def _state(stage: int, expires_at: datetime | None, now: datetime) -> EntryState:
    if stage in _STAGES:
        return _STAGES[stage]
    if expires_at is None:
        return EntryState.UNINVITED
    return EntryState.INVITED if expires_at > now else EntryState.EXPIRED


def _invitee(row: Row[Any], now: datetime, children: Sequence[PersonName] = ()) -> Invitee:
    return Invitee(
        person=PersonId(row.id),
        kind=row.kind,
        name=PersonName(row.family, row.given, row.patronymic),
        state=_state(row.stage, row.expires_at, now),
        children=tuple(children),
        position=row.position,
        expires_at=row.expires_at,
        issued_at=row.issued_at,
    )


def _still_here(today: date) -> Any:
    return or_(PersonRow.until.is_(None), PersonRow.until >= today)


def of_klass(db: Connection, klass: KlassId, now: datetime, today: date) -> list[Invitee]:
    """Give the students of a class, each followed by the guardians who read electronically (DIA-14).

    A guardian of two children of the class stands behind the first. Two statements, whatever the class's size.
    """
    students = list(db.execute(_students(klass, today)))
    guardians = defaultdict(list)
    for row in db.execute(_guardians(klass, today)):
        guardians[row.student].append(row)
    children = _children(row for rows in guardians.values() for row in rows)
    found: list[Invitee] = []
    placed: set[int] = set()
    for student in students:
        found.append(_invitee(student, now))
        fresh = [row for row in guardians[student.id] if row.id not in placed]
        placed.update(row.id for row in fresh)
        found.extend(_invitee(row, now, children[row.id]) for row in fresh)
    return found


def _students(klass: KlassId, today: date) -> Any:
    enrolled = and_(EnrolmentRow.student_id == PersonRow.id, EnrolmentRow.until.is_(None))
    return (
        select(*_INVITEE)
        .join(EnrolmentRow, enrolled)
        .where(EnrolmentRow.klass_id == klass, _still_here(today))
        .order_by(*_IN_ORDER)
    )


def _guardians(klass: KlassId, today: date) -> Any:
    child = (_CHILD.c.family.label("c_family"), _CHILD.c.given.label("c_given"), _CHILD.c.patronymic.label("c_third"))
    return (
        select(*_INVITEE, GuardianshipRow.student_id.label("student"), *child)
        .join(GuardianshipRow, GuardianshipRow.guardian_id == PersonRow.id)
        .join(_CHILD, _CHILD.c.id == GuardianshipRow.student_id)
        .join(EnrolmentRow, and_(EnrolmentRow.student_id == _CHILD.c.id, EnrolmentRow.until.is_(None)))
        .where(EnrolmentRow.klass_id == klass, GuardianshipRow.until.is_(None), GuardianshipRow.electronic)
        .where(_still_here(today), or_(_CHILD.c.until.is_(None), _CHILD.c.until >= today))
        .order_by(*_IN_ORDER)
    )


def _children(rows: Iterable[Row[Any]]) -> dict[int, list[PersonName]]:
    found: dict[int, list[PersonName]] = defaultdict(list)
    for row in rows:
        found[row.id].append(PersonName(row.c_family, row.c_given, row.c_third))
    return found


def of_staff(db: Connection, school: SchoolId, now: datetime, today: date) -> list[Invitee]:
    """Give the staff of a school in the order of their names."""
    staff = (PersonRow.school_id == school, PersonRow.kind == PersonKind.STAFF, _still_here(today))
    return [_invitee(row, now) for row in db.execute(select(*_INVITEE).where(*staff).order_by(*_IN_ORDER))]


def of_person(db: Connection, person: PersonId, now: datetime, children: Sequence[PersonName]) -> Invitee | None:
    """Give one person; `children` are those they read of."""
    row = db.execute(select(*_INVITEE).where(PersonRow.id == person)).first()
    return _invitee(row, now, children) if row else None


def standing(db: Connection, person: PersonId) -> Standing | None:
    """Give what access to a person is decided by: roles, and the children with their classes of today."""
    found = db.execute(select(PersonRow).where(PersonRow.id == person).with_only_columns(*_STANDING)).first()
    if found is None:
        return None
    name = PersonName(found.family, found.given, found.patronymic)
    roles = db.execute(select(StaffRoleRow.role).where(StaffRoleRow.person_id == person)).scalars()
    rows = db.execute(_placements(person, found.kind)).all()
    return Standing(
        person=PersonId(found.id),
        kind=found.kind,
        school=SchoolId(found.school_id),
        name=name,
        until=found.until,
        roles=tuple(sorted(roles)),
        placements=tuple(Placement(PersonId(row.id), KlassId(row.klass), row.name, row.grade) for row in rows),
        children=tuple(PersonName(row.family, row.given, row.patronymic) for row in rows)
        if found.kind is PersonKind.GUARDIAN
        else (),
    )


_STANDING = (PersonRow.id, PersonRow.kind, PersonRow.school_id, PersonRow.until, *_NAME)


def _placements(person: PersonId, kind: PersonKind) -> Any:
    placed = (
        select(PersonRow.id, *_NAME, KlassRow.id.label("klass"), KlassRow.name, KlassRow.grade)
        .join(EnrolmentRow, and_(EnrolmentRow.student_id == PersonRow.id, EnrolmentRow.until.is_(None)))
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .order_by(KlassRow.grade, *_IN_ORDER)
    )
    if kind is PersonKind.GUARDIAN:
        care = (GuardianshipRow.guardian_id == person, GuardianshipRow.until.is_(None))
        return placed.join(GuardianshipRow, GuardianshipRow.student_id == PersonRow.id).where(*care)
    return placed.where(PersonRow.id == person)


def is_electronic(db: Connection, person: PersonId) -> bool:
    """Tell whether a person is served electronically: False for a guardian who declined for every child (DIA-14)."""
    care = select(GuardianshipRow.electronic).where(
        GuardianshipRow.guardian_id == person, GuardianshipRow.until.is_(None)
    )
    choices = list(db.execute(care).scalars())
    return any(choices) or not choices


def klass_subject(db: Connection, klass: KlassId) -> tuple[Subject, str] | None:
    """Give a class as access rules ask for it, with its name."""
    facts = select(KlassRow.school_id, KlassRow.grade, KlassRow.name).where(KlassRow.id == klass)
    row = db.execute(facts).first()
    return (Subject(school=SchoolId(row.school_id), klass=klass, grade=row.grade), row.name) if row else None


def arrivals(db: Connection, bindings: Collection[int]) -> list[Arrival]:
    """Give entries of families, one for each child in a class now, by class and child."""
    student = func.coalesce(GuardianshipRow.student_id, PersonRow.id)
    query = (
        select(
            BindingRow.id,
            *_NAME,
            PersonRow.kind,
            BindingRow.ended_at.is_not(None).label("ended"),
            _CHILD.c.family.label("c_family"),
            _CHILD.c.given.label("c_given"),
            KlassRow.id.label("klass"),
            KlassRow.name,
            KlassRow.class_teacher_id,
        )
        .join(PersonRow, PersonRow.id == BindingRow.person_id)
        .outerjoin(GuardianshipRow, and_(GuardianshipRow.guardian_id == PersonRow.id, GuardianshipRow.until.is_(None)))
        .join(EnrolmentRow, and_(EnrolmentRow.student_id == student, EnrolmentRow.until.is_(None)))
        .join(_CHILD, _CHILD.c.id == EnrolmentRow.student_id)
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(BindingRow.id.in_(bindings))
        .order_by(KlassRow.grade, KlassRow.name, _CHILD.c.family, _CHILD.c.given, BindingRow.id)
    )
    return [
        Arrival(
            binding=BindingId(row.id),
            name=PersonName(row.family, row.given, row.patronymic),
            kind=row.kind,
            child=PersonName(row.c_family, row.c_given),
            klass=KlassId(row.klass),
            klass_name=row.name,
            class_teacher=PersonId(row.class_teacher_id) if row.class_teacher_id else None,
            ended=row.ended,
        )
        for row in db.execute(query)
    ]


def school_name(db: Connection, school: SchoolId) -> str:
    """Give a school's short name."""
    return db.execute(select(SchoolRow.short_name).where(SchoolRow.id == school)).scalar_one()


def schools(db: Connection) -> list[SchoolKlasses]:
    """Give all schools of this deployment with their classes."""
    listed = select(SchoolRow.id, SchoolRow.short_name, KlassRow.id.label("klass"), KlassRow.name).outerjoin(
        KlassRow, KlassRow.school_id == SchoolRow.id
    )
    klasses: dict[tuple[int, str], dict[str, KlassId]] = defaultdict(dict)
    for row in db.execute(listed.order_by(SchoolRow.id, KlassRow.grade, KlassRow.name)):
        known = klasses[row.id, row.short_name]
        if row.klass is not None:
            known[row.name] = KlassId(row.klass)
    return [SchoolKlasses(SchoolId(school), name, known) for (school, name), known in klasses.items()]


def by_klass(db: Connection, school: SchoolId, today: date, klass: KlassId | None = None) -> list[KlassEntries]:
    """Give for each class, or for one, how many have entered; two statements for any number of classes."""
    open_enrolment = and_(EnrolmentRow.klass_id == KlassRow.id, EnrolmentRow.until.is_(None))
    counted = (func.count(distinct(PersonRow.id)), func.count(distinct(case((_ENTERED, PersonRow.id)))))
    here = _still_here(today)
    students = (
        select(KlassRow.id, KlassRow.name, KlassRow.grade, *counted)
        .outerjoin(EnrolmentRow, open_enrolment)
        .outerjoin(PersonRow, and_(PersonRow.id == EnrolmentRow.student_id, here))
        .where(KlassRow.school_id == school)
        .group_by(KlassRow.id, KlassRow.name, KlassRow.grade)
        .order_by(KlassRow.grade, KlassRow.name)
    )
    guardians = (
        select(EnrolmentRow.klass_id, *counted)
        .join(GuardianshipRow, GuardianshipRow.student_id == EnrolmentRow.student_id)
        .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
        .where(PersonRow.school_id == school, EnrolmentRow.until.is_(None), here)
        .where(GuardianshipRow.until.is_(None), GuardianshipRow.electronic)
        .group_by(EnrolmentRow.klass_id)
    )
    if klass is not None:
        students, guardians = students.where(KlassRow.id == klass), guardians.where(EnrolmentRow.klass_id == klass)
    adults = {of: (count, entered) for of, count, entered in db.execute(guardians)}
    return [
        KlassEntries(KlassId(of), name, count, entered, *adults.get(of, (0, 0)))
        for of, name, _grade, count, entered in db.execute(students)
    ]
