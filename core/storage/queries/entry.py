"""Bindings, claims, waiting entries, and the school at a glance."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, exists, func, literal_column, or_, select

from core.model.attendance import Presence
from core.model.entry import Bound, Claim, OwnKlass, SchoolCard, Waiting
from core.model.ids import AccountId, BindingId, InvitationId, KlassId, PersonId, SchoolId
from core.model.people import PersonKind, PersonName, Role
from core.storage.queries.invitations import by_klass
from core.storage.rows import (
    AccountRow,
    AttendanceRow,
    BindingRow,
    EnrolmentRow,
    GuardianshipRow,
    InboxRow,
    InvitationRow,
    KlassRow,
    LessonRow,
    LetterRow,
    PersonRow,
    SchoolRow,
    StaffRoleRow,
)

DEAD = "dead"
_BOUND = (
    BindingRow.id,
    BindingRow.account_id,
    BindingRow.person_id,
    PersonRow.school_id,
    BindingRow.since,
    BindingRow.confirmed_at,
    BindingRow.ended_at,
)
_OPEN = BindingRow.ended_at.is_(None)


def _bound(row: Any) -> Bound:
    return Bound(
        BindingId(row.id),
        AccountId(row.account_id),
        PersonId(row.person_id),
        SchoolId(row.school_id),
        row.since,
        row.confirmed_at,
        row.ended_at,
    )


def binding(db: Connection, key: BindingId) -> Bound | None:
    """Give a binding, open or ended."""
    bound = select(*_BOUND).join(PersonRow, PersonRow.id == BindingRow.person_id).where(BindingRow.id == key)
    row = db.execute(bound).first()
    return _bound(row) if row else None


def bindings_of(
    db: Connection, *, account: AccountId | None = None, people: tuple[PersonId, ...] = ()
) -> tuple[Bound, ...]:
    """Give the open bindings of an account, or of some people, oldest first."""
    whose = BindingRow.account_id == account if account is not None else BindingRow.person_id.in_(people)
    bound = select(*_BOUND).join(PersonRow, PersonRow.id == BindingRow.person_id).where(whose, _OPEN)
    return tuple(_bound(row) for row in db.execute(bound.order_by(BindingRow.since, BindingRow.id)))


def claim(db: Connection, account: AccountId) -> Claim | None:
    """Give the staff invitation that an account has used but not yet said «that is me» to."""
    staff = and_(PersonRow.id == InvitationRow.person_id, PersonRow.kind == PersonKind.STAFF)
    open_claim = (InvitationRow.used_by == account, InvitationRow.revoked_at.is_(None))
    asked = (
        select(InvitationRow.id, PersonRow.family, PersonRow.given, PersonRow.patronymic, SchoolRow.short_name)
        .join(PersonRow, staff)
        .join(SchoolRow, SchoolRow.id == InvitationRow.school_id)
        .where(*open_claim)
        .order_by(InvitationRow.used_at.desc())
    )
    row = db.execute(asked.limit(1)).first()
    if row is None:
        return None
    return Claim(InvitationId(row.id), PersonName(row.family, row.given, row.patronymic), row.short_name)


def has_administrator(db: Connection, school: SchoolId, today: date) -> bool:
    """Tell whether somebody confirmed can administer the school: otherwise the first one is let in by the code."""
    held = (
        exists()
        .where(BindingRow.person_id == PersonRow.id, _OPEN, BindingRow.confirmed_at.is_not(None))
        .where(StaffRoleRow.person_id == PersonRow.id, StaffRoleRow.role == Role.ADMINISTRATOR)
        .where(PersonRow.school_id == school, or_(PersonRow.until.is_(None), PersonRow.until >= today))
    )
    return bool(db.execute(select(held)).scalar())


def waiting(db: Connection, school: SchoolId) -> tuple[Waiting, ...]:
    """Give the staff entries that wait for the administrator, oldest first."""
    asked = (
        select(BindingRow.id, BindingRow.since, PersonRow, StaffRoleRow.role)
        .with_only_columns(
            BindingRow.id,
            BindingRow.since,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
            PersonRow.position,
            StaffRoleRow.role,
        )
        .join(PersonRow, PersonRow.id == BindingRow.person_id)
        .outerjoin(StaffRoleRow, StaffRoleRow.person_id == PersonRow.id)
        .where(PersonRow.school_id == school, _OPEN, BindingRow.confirmed_at.is_(None))
        .order_by(BindingRow.since, BindingRow.id, StaffRoleRow.role)
    )
    found: dict[int, Waiting] = {}
    for row in db.execute(asked):
        name = PersonName(row.family, row.given, row.patronymic)
        known = found.get(row.id)
        roles = (*(known.roles if known else ()), *((row.role,) if row.role else ()))
        found[row.id] = Waiting(BindingId(row.id), name, row.position, roles, row.since)
    return tuple(found.values())


def school_card(db: Connection, school: SchoolId, today: date) -> SchoolCard | None:
    """Give the school at a glance, by one statement."""
    facts = (SchoolRow.short_name, SchoolRow.zone, SchoolRow.year_start, SchoolRow.year_end)
    row = db.execute(select(*facts, *_counts(school, today)).where(SchoolRow.id == school)).first()
    if row is None:
        return None
    name, zone, year_start, year_end, *counts = row
    return SchoolCard(school, name, ZoneInfo(zone), year_start, year_end, *counts)


def _counts(school: SchoolId, today: date) -> list[Any]:
    klasses = select(func.count()).select_from(KlassRow).where(KlassRow.school_id == school)
    dead_letters = select(func.count()).where(
        LetterRow.school_id == school, LetterRow.outcome == literal_column(f"'{DEAD}'")
    )  # a literal: only so the partial index serves
    # An update that failed belongs to no school yet; all administrators of the deployment see the same number.
    dead_updates = select(func.count()).where(InboxRow.dead_at.is_not(None))
    people = [count for kind in _KINDS for count in _of_kind(school, kind, today)]
    waits = _entries(school, BindingRow.confirmed_at.is_(None))
    return [count.scalar_subquery() for count in (klasses, *people, waits, dead_letters, dead_updates)]


_KINDS = (PersonKind.STUDENT, PersonKind.GUARDIAN, PersonKind.STAFF)


def _of_kind(school: SchoolId, kind: PersonKind, today: date) -> tuple[Any, Any]:
    here = or_(PersonRow.until.is_(None), PersonRow.until >= today)
    everybody = select(func.count()).select_from(PersonRow).where(PersonRow.school_id == school, PersonRow.kind == kind)
    confirmed = _entries(school, BindingRow.confirmed_at.is_not(None))
    return everybody.where(here), confirmed.where(PersonRow.kind == kind, here)


def _entries(school: SchoolId, which: Any) -> Any:
    bound = select(func.count(func.distinct(BindingRow.person_id))).join(
        PersonRow, PersonRow.id == BindingRow.person_id
    )
    return bound.where(PersonRow.school_id == school, _OPEN, which)


def absent_today(db: Connection, klass: KlassId, day: date) -> tuple[PersonName, ...]:
    """Give the students of a class who missed a lesson of the day, as the record stands now."""
    newer = AttendanceRow.__table__.alias("newer")
    missed = (
        select(PersonRow.family, PersonRow.given, PersonRow.patronymic, PersonRow.id)
        .distinct()
        .join(AttendanceRow, AttendanceRow.student_id == PersonRow.id)
        .join(LessonRow, LessonRow.id == AttendanceRow.lesson_id)
        .where(LessonRow.klass_id == klass, LessonRow.day == day)
        .where(AttendanceRow.presence.in_([presence for presence in Presence if presence.missed]))
        .where(~exists().where(newer.c.replaces == AttendanceRow.id))
        .order_by(PersonRow.family, PersonRow.given, PersonRow.id)
    )
    return tuple(PersonName(*row[:3]) for row in db.execute(missed))


def unreached(db: Connection, klass: KlassId) -> int:
    """Count the families of a class that take the electronic service and get no letters: nobody of them has entered, or
    all have the bot blocked (NTF-4, NTF-9).
    """
    mine = (GuardianshipRow.student_id == EnrolmentRow.student_id, GuardianshipRow.until.is_(None))
    declined = and_(exists().where(*mine), ~exists().where(*mine, GuardianshipRow.electronic))
    reached = exists().where(
        *mine,
        GuardianshipRow.electronic,
        BindingRow.person_id == GuardianshipRow.guardian_id,
        BindingRow.confirmed_at.is_not(None),
        _OPEN,
        AccountRow.id == BindingRow.account_id,
        AccountRow.blocked_at.is_(None),
    )
    enrolled = (EnrolmentRow.klass_id == klass, EnrolmentRow.until.is_(None))
    return db.execute(select(func.count()).select_from(EnrolmentRow).where(*enrolled, ~declined, ~reached)).scalar_one()


def own_klass(db: Connection, school: SchoolId, klass: KlassId, day: date) -> OwnKlass:
    """Give a class today; four statements, whatever its size."""
    (entries,) = by_klass(db, school, day, klass)
    return OwnKlass(klass, entries.name, day, absent_today(db, klass, day), entries, unreached(db, klass))


def klass_students(db: Connection, klass: KlassId) -> tuple[PersonName, ...]:
    """Give the class list in order."""
    enrolled = and_(EnrolmentRow.student_id == PersonRow.id, EnrolmentRow.until.is_(None))
    listed = select(PersonRow.family, PersonRow.given, PersonRow.patronymic).join(EnrolmentRow, enrolled)
    ordered = listed.where(EnrolmentRow.klass_id == klass).order_by(PersonRow.family, PersonRow.given, PersonRow.id)
    return tuple(PersonName(*row) for row in db.execute(ordered))


def zone_of(db: Connection, school: SchoolId) -> str:
    """Give the zone that a school's days are counted in."""
    return db.execute(select(SchoolRow.zone).where(SchoolRow.id == school)).scalar_one()


def entered_at(db: Connection, account: AccountId, person: PersonId) -> datetime | None:
    """Give since when an account acts as a person."""
    mine = (BindingRow.account_id == account, BindingRow.person_id == person, _OPEN)
    return db.execute(select(BindingRow.since).where(*mine)).scalar()
