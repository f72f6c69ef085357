"""Who an account is: one statement for all persons, roles, children, classes and groups behind it (ACC-2)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    Connection,
    Date,
    Integer,
    Null,
    Row,
    String,
    and_,
    bindparam,
    cast,
    exists,
    literal,
    null,
    select,
    union_all,
)

from core.model.access import Actor, Capacity
from core.model.ids import AccountId, GroupId, KlassId, PersonId, SchoolId
from core.model.people import PersonKind, PersonName, Role
from core.model.school import ALL_GRADES, Grades, grades_from_mask
from core.rules.consent import CONSENT_VERSION
from core.storage.rows import (
    AccountRow,
    AssignmentRow,
    BindingRow,
    ConsentRow,
    GuardianshipRow,
    KlassRow,
    PersonRow,
    SchoolRow,
    StaffRoleRow,
)

_ACCOUNT = AccountRow.telegram_id == bindparam("telegram", type_=AccountRow.telegram_id.type)
_OPEN = and_(BindingRow.account_id == AccountRow.id, BindingRow.ended_at.is_(None))
_CONSENTED = exists().where(
    ConsentRow.account_id == AccountRow.id,
    ConsentRow.version == CONSENT_VERSION,
    ConsentRow.withdrawn_at.is_(None),
)

_NOTHING = null()


def _part(kind: str, text: Any, number: Any, mask: Any = _NOTHING, until: Any = _NOTHING) -> tuple[Any, ...]:
    return (
        literal(kind).label("part"),
        PersonRow.id.label("person"),
        cast(text, String).label("text"),
        cast(number, Integer).label("number"),
        cast(mask, Integer).label("mask"),
        # SQLite has no DATE to cast to: a column goes through as it is, only NULL needs a type.
        (cast(until, Date) if isinstance(until, Null) else until).label("until"),
    )


def _held() -> Any:
    confirmed = and_(_OPEN, BindingRow.confirmed_at.is_not(None))
    return AccountRow.__table__.join(BindingRow.__table__, confirmed).join(
        PersonRow.__table__, PersonRow.id == BindingRow.person_id
    )


_CHILD = PersonRow.__table__.alias("child")

_ACTOR = union_all(
    select(
        literal("account").label("part"),
        AccountRow.id.label("person"),
        cast(AccountRow.language, String).label("text"),
        cast(AccountRow.focus_person_id, Integer).label("number"),
        cast(_CONSENTED, Integer).label("mask"),
        cast(null(), Date).label("until"),
    ).where(_ACCOUNT),
    select(*_part("pending", null(), null()))
    .select_from(
        AccountRow.__table__.join(BindingRow.__table__, and_(_OPEN, BindingRow.confirmed_at.is_(None))).join(
            PersonRow.__table__, PersonRow.id == BindingRow.person_id
        )
    )
    .where(_ACCOUNT),
    select(*_part("person", PersonRow.kind, PersonRow.school_id, null(), PersonRow.until))
    .select_from(_held())
    .where(_ACCOUNT),
    select(*_part("name", PersonRow.family + "\n" + PersonRow.given + "\n" + PersonRow.patronymic, null()))
    .select_from(_held())
    .where(_ACCOUNT),
    select(*_part("zone", SchoolRow.zone, null()))
    .select_from(_held().join(SchoolRow.__table__, SchoolRow.id == PersonRow.school_id))
    .where(_ACCOUNT),
    select(*_part("role", StaffRoleRow.role, null(), StaffRoleRow.grades))
    .select_from(_held().join(StaffRoleRow.__table__, StaffRoleRow.person_id == PersonRow.id))
    .where(_ACCOUNT),
    select(*_part("child", null(), GuardianshipRow.student_id, null(), _CHILD.c.until))
    .select_from(
        _held()
        .join(GuardianshipRow.__table__, GuardianshipRow.guardian_id == PersonRow.id)
        .join(_CHILD, _CHILD.c.id == GuardianshipRow.student_id)
    )
    .where(_ACCOUNT, GuardianshipRow.until.is_(None)),
    select(*_part("klass", null(), KlassRow.id))
    .select_from(_held().join(KlassRow.__table__, KlassRow.class_teacher_id == PersonRow.id))
    .where(_ACCOUNT),
    select(*_part("group", null(), AssignmentRow.group_id))
    .select_from(_held().join(AssignmentRow.__table__, AssignmentRow.teacher_id == PersonRow.id))
    .where(_ACCOUNT, AssignmentRow.until.is_(None)),
)


@dataclass(slots=True)
class _Gathered:
    """What the statement says of one person, before it becomes capacities."""

    kind: PersonKind = PersonKind.STAFF
    school: int = 0
    until: date | None = None
    name: str = ""
    zone: str = "UTC"
    roles: list[tuple[Role, Grades]] = field(default_factory=list)
    children: list[tuple[PersonId, date | None]] = field(default_factory=list)
    klasses: list[KlassId] = field(default_factory=list)
    groups: list[GroupId] = field(default_factory=list)


def load(db: Connection, telegram: int, now: datetime) -> Actor:
    """Give the actor behind a Telegram id; an unknown one has no account and no capacities.

    Persons who left the school, and children who did, are passed over from the day after their last (ACC-7).
    """
    people: dict[int, _Gathered] = defaultdict(_Gathered)
    account, pending = None, False
    for row in db.execute(_ACTOR, {"telegram": telegram}):
        if row.part == "account":
            account = row
        elif row.part == "pending":
            pending = True
        else:
            _gather(people[row.person], row)
    if account is None:
        return Actor(account=None, telegram=telegram, consented=False)
    capacities = tuple(c for person, known in sorted(people.items()) for c in _capacities(person, known, now))
    return Actor(
        account=AccountId(account.person),
        telegram=telegram,
        language=account.text,
        consented=bool(account.mask),
        capacities=capacities,
        focus=PersonId(account.number) if account.number else None,
        pending=pending,
    )


def _gather(known: _Gathered, row: Row[Any]) -> None:
    match row.part:
        case "person":
            known.kind, known.school, known.until = PersonKind(row.text), row.number, row.until
        case "name":
            family, given, patronymic = row.text.split("\n")
            known.name = PersonName(family, given, patronymic).full
        case "zone":
            known.zone = row.text
        case "role":
            known.roles.append((Role(row.text), grades_from_mask(row.mask)))
        case "child":
            known.children.append((PersonId(row.number), row.until))
        case "klass":
            known.klasses.append(KlassId(row.number))
        case "group":
            known.groups.append(GroupId(row.number))


def _capacities(person: int, known: _Gathered, now: datetime) -> Iterable[Capacity]:
    today = now.astimezone(ZoneInfo(known.zone)).date()
    if known.until is not None and known.until < today:
        return
    children = frozenset(child for child, until in known.children if until is None or until >= today)
    for role, grades in _roles(known):
        yield Capacity(
            person=PersonId(person),
            school=SchoolId(known.school),
            role=role,
            name=known.name,
            children=children if role is Role.GUARDIAN else frozenset(),
            klasses=frozenset(known.klasses) if role is Role.CLASS_TEACHER else frozenset(),
            groups=frozenset(known.groups) if role in (Role.TEACHER, Role.PSYCHOLOGIST) else frozenset(),
            grades=grades,
        )


def _roles(known: _Gathered) -> list[tuple[Role, Grades]]:
    if known.kind is PersonKind.GUARDIAN:
        return [(Role.GUARDIAN, ALL_GRADES)]
    if known.kind is PersonKind.STUDENT:
        return [(Role.STUDENT, ALL_GRADES)]
    derived = [(Role.CLASS_TEACHER, ALL_GRADES)] if known.klasses else []
    return known.roles + derived
