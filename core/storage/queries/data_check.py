"""What the school keeps of a class's families, and the errors found in it (CLS-7)."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from core.model.data_check import DataCard, DataFault, DataFaultId, KnownGuardian
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.people import PersonName
from core.storage.queries.journal import alphabetical
from core.storage.rows import DataFaultRow, EnrolmentRow, GuardianshipRow, KlassRow, PersonRow

_NAME = (PersonRow.family, PersonRow.given, PersonRow.patronymic)
_TELLER = aliased(PersonRow)


def cards(db: Connection, klass: KlassId) -> tuple[DataCard, ...]:
    """Give the students of a class now with their guardians, in the order of the class list; two statements."""
    of_klass = (EnrolmentRow.klass_id == klass, EnrolmentRow.until.is_(None))
    family = (
        select(GuardianshipRow.student_id, *_NAME, GuardianshipRow.relation, GuardianshipRow.electronic)
        .join(EnrolmentRow, EnrolmentRow.student_id == GuardianshipRow.student_id)
        .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
        .where(*of_klass, GuardianshipRow.until.is_(None))
        .order_by(GuardianshipRow.id)
    )
    guardians: dict[int, list[KnownGuardian]] = defaultdict(list)
    for student, family_name, given, patronymic, relation, electronic in db.execute(family):
        guardians[student].append(KnownGuardian(PersonName(family_name, given, patronymic), relation, electronic))
    query = (
        select(PersonRow.id, *_NAME, PersonRow.born_on, EnrolmentRow.since)
        .join(EnrolmentRow, EnrolmentRow.student_id == PersonRow.id)
        .where(*of_klass)
    )
    found = [
        DataCard(
            PersonId(row.id),
            PersonName(row.family, row.given, row.patronymic),
            row.born_on,
            row.since,
            tuple(guardians[row.id]),
        )
        for row in db.execute(query)
    ]
    return tuple(sorted(found, key=lambda card: (alphabetical(card.name), card.student)))


def _faults() -> Any:
    return (
        select(
            DataFaultRow.id,
            DataFaultRow.school_id,
            DataFaultRow.words,
            DataFaultRow.told_at,
            DataFaultRow.settled_at,
            KlassRow.name.label("klass"),
            *_NAME,
            _TELLER.family.label("t_family"),
            _TELLER.given.label("t_given"),
            _TELLER.patronymic.label("t_patronymic"),
        )
        .join(KlassRow, KlassRow.id == DataFaultRow.klass_id)
        .join(PersonRow, PersonRow.id == DataFaultRow.student_id)
        .join(_TELLER, _TELLER.id == DataFaultRow.told_by)
        .order_by(DataFaultRow.id)
    )


def _fault(row: Any) -> DataFault:
    return DataFault(
        id=DataFaultId(row.id),
        school=SchoolId(row.school_id),
        klass_name=row.klass,
        student=PersonName(row.family, row.given, row.patronymic),
        words=row.words,
        told_by=PersonName(row.t_family, row.t_given, row.t_patronymic),
        told_at=row.told_at,
        settled_at=row.settled_at,
    )


def faults(db: Connection, ids: Collection[int]) -> dict[int, DataFault]:
    """Give errors by id, settled or not."""
    return {row.id: _fault(row) for row in db.execute(_faults().where(DataFaultRow.id.in_(ids)))}


def open_faults(db: Connection, school: SchoolId) -> tuple[DataFault, ...]:
    """Give the errors of a school that are not settled, the oldest first."""
    query = _faults().where(DataFaultRow.school_id == school, DataFaultRow.settled_at.is_(None))
    return tuple(_fault(row) for row in db.execute(query))
