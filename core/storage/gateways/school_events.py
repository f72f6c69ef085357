"""Writing events of the school's plan (CLS-6)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from core.model.ids import PersonId, SchoolEventId, SchoolId
from core.model.school_event import EventPlan
from core.model.workbook import SchoolEventKind
from core.storage.rows import SchoolEventRow


@dataclass(frozen=True, slots=True)
class Entered:
    """Who entered an event into which school's plan, and when."""

    school: SchoolId
    by: PersonId
    at: datetime


def add(db: Connection, plan: EventPlan, entered: Entered) -> SchoolEventId:
    """Insert an event; give its id."""
    kind = SchoolEventKind.SCHOOL if plan.klass is None else SchoolEventKind.KLASS
    values = {"kind": kind.value, "audience": "all", "entered_at": entered.at, "entered_by": entered.by}
    query = insert(SchoolEventRow).values(school_id=entered.school, **values, **_columns(plan))
    return SchoolEventId(db.execute(query.returning(SchoolEventRow.id)).scalar_one())


def change(db: Connection, event: SchoolEventId, plan: EventPlan) -> None:
    """Write an event as it is now; what it is in the school's plan, and when it was entered, stays."""
    db.execute(update(SchoolEventRow).where(SchoolEventRow.id == event).values(**_columns(plan)))


def cancel(db: Connection, event: SchoolEventId, at: datetime) -> None:
    """Take an event out of the plan; its row stays."""
    db.execute(update(SchoolEventRow).where(SchoolEventRow.id == event).values(cancelled_at=at))


def _columns(plan: EventPlan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "day": plan.day,
        "ends_on": plan.until,
        "at": plan.at,
        "place": plan.place,
        "words": plan.words,
        "bring": plan.bring,
        "klass_id": plan.klass,
        "grades": plan.grades,
    }
