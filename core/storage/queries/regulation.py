"""Who changed what of a school's regulation (REG-1)."""

from sqlalchemy import Connection, select

from core.model.ids import SchoolId
from core.model.overlay import Change
from core.model.people import PersonName
from core.storage.rows import PersonRow, RegulationOverrideRow

HISTORY_SHOWN = 50
_Row = RegulationOverrideRow
_CHANGES = (
    select(
        _Row.target, _Row.field, _Row.value, _Row.changed_at, PersonRow.family, PersonRow.given, PersonRow.patronymic
    )
    .outerjoin(PersonRow, PersonRow.id == _Row.changed_by)
    .order_by(_Row.id.desc())
    .limit(HISTORY_SHOWN)
)


def history(db: Connection, school: SchoolId, target: str | None = None) -> tuple[Change, ...]:
    """Give the newest changes first, at most 50: of one target where it is named."""
    query = _CHANGES.where(_Row.school_id == school)
    if target is not None:
        query = query.where(_Row.target == target)
    return tuple(
        Change(
            target=row.target,
            field=row.field,
            value=row.value,
            at=row.changed_at,
            by=None if row.family is None else PersonName(row.family, row.given, row.patronymic),
        )
        for row in db.execute(query)
    )
