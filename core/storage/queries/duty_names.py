"""The names of what duties are about: a handful of statements, few more for thousands of duties."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from core.model.duty import Duty, SubjectKind
from core.model.duty_sheet import DutyNames, NamedKlass, NamedPerson
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonKind, PersonName, Role
from core.storage.rows import (
    CalendarRow,
    ControlRemarkRow,
    GroupRow,
    KlassRow,
    LessonRow,
    PeriodRow,
    PersonRow,
    SchoolEventRow,
    StaffRoleRow,
    SubjectRow,
    WorkRow,
)

_AT_ONCE = 5000


def names(db: Connection, school: SchoolId, duties: Sequence[Duty]) -> DutyNames:
    """Give the names of all that the duties of a school speak of."""
    subjects = [duty.subject for duty in duties]
    klasses = select(KlassRow.id, KlassRow.name, KlassRow.grade, KlassRow.class_teacher_id)
    found = list(db.execute(klasses.where(KlassRow.school_id == school)))
    heads = {row.class_teacher_id for row in found}
    people = {person for duty in duties for person in duty.holders}
    people |= {subject.person for subject in subjects if subject.person is not None}
    return DutyNames(
        people=_people(db, people, heads),
        klasses={row.id: NamedKlass(row.name, row.grade) for row in found},
        subjects=_plain(db, select(SubjectRow.id, SubjectRow.name).where(SubjectRow.school_id == school)),
        groups=_plain(db, select(GroupRow.id, GroupRow.name).where(GroupRow.school_id == school)),
        periods=_plain(db, select(PeriodRow.id, PeriodRow.name).where(PeriodRow.school_id == school)),
        lessons=_by_id(db, select(LessonRow.id, LessonRow.number), LessonRow.id, (each.lesson for each in subjects)),
        works=_by_id(db, select(WorkRow.id, WorkRow.title), WorkRow.id, (each.work for each in subjects)),
        things=_things(db, duties),
    )


def person_of(db: Connection, school: SchoolId, code: str) -> PersonId | None:
    """Give a member of staff, else a student or guardian, by the school's code."""
    query = select(PersonRow.id).where(PersonRow.school_id == school, PersonRow.code == code)
    found = db.execute(query.order_by((PersonRow.kind != PersonKind.STAFF), PersonRow.id)).scalar()
    return None if found is None else PersonId(found)


def klass_of(db: Connection, school: SchoolId, name: str) -> KlassId | None:
    """Give a class by its name, in small letters or capital ones."""
    query = select(KlassRow.id, KlassRow.name).where(KlassRow.school_id == school)
    return next((KlassId(row.id) for row in db.execute(query) if row.name.casefold() == name.casefold()), None)


def _plain(db: Connection, query: Any) -> dict[int, str]:
    return {row[0]: row[1] for row in db.execute(query)}


def _by_id(db: Connection, query: Any, column: Any, ids: Iterable[int | None]) -> dict[int, Any]:
    return {row[0]: row[1] for batch in _batches(ids) for row in db.execute(query.where(column.in_(batch)))}


def _batches(ids: Iterable[int | None]) -> Iterator[list[int]]:
    wanted = sorted({each for each in ids if each is not None})
    return (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))


def _people(db: Connection, ids: Iterable[int], heads: set[int | None]) -> dict[int, NamedPerson]:
    roles: dict[int, set[Role]] = defaultdict(set)
    found: dict[int, NamedPerson] = {}
    for batch in _batches(ids):
        for person, role in db.execute(
            select(StaffRoleRow.person_id, StaffRoleRow.role).where(StaffRoleRow.person_id.in_(batch))
        ):
            roles[person].add(role)
        columns = (PersonRow.id, PersonRow.code, PersonRow.family, PersonRow.given, PersonRow.patronymic)
        for row in db.execute(select(*columns).where(PersonRow.id.in_(batch))):
            own = frozenset(roles[row.id] | ({Role.CLASS_TEACHER} if row.id in heads else set()))
            found[row.id] = NamedPerson(row.code, PersonName(row.family, row.given, row.patronymic), own)
    return found


def _things(db: Connection, duties: Sequence[Duty]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for kind, table, text in (
        (SubjectKind.EVENT, SchoolEventRow, SchoolEventRow.name),
        (SubjectKind.CALENDAR, CalendarRow, CalendarRow.name),
        (SubjectKind.REMARK, ControlRemarkRow, ControlRemarkRow.text),
    ):
        ids = (duty.subject.number for duty in duties if duty.subject.kind is kind)
        named = _by_id(db, select(table.id, text), table.id, ids)
        found.update({(kind.value, key): name for key, name in named.items()})
    return found
