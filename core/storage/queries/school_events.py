"""Events of the school's plan: one, those ahead, whom they concern (CLS-6, DIA-8)."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from core.model.ids import KlassId, PersonId, SchoolEventId, SchoolId
from core.model.people import PersonKind
from core.model.school_event import EventPlan, PlannedEvent
from core.storage.rows import EnrolmentRow, KlassRow, LessonRow, PersonRow, SchoolEventRow

_LAST = func.coalesce(SchoolEventRow.ends_on, SchoolEventRow.day)
_EVENTS = select(SchoolEventRow.__table__, KlassRow.name.label("klass_name")).outerjoin(
    KlassRow, KlassRow.id == SchoolEventRow.klass_id
)
_IN_ORDER = (SchoolEventRow.day, SchoolEventRow.at, SchoolEventRow.name, SchoolEventRow.id)


def one(db: Connection, event: SchoolEventId) -> PlannedEvent | None:
    """Give an event, cancelled ones too; None where there is no such event."""
    row = db.execute(_EVENTS.where(SchoolEventRow.id == event)).first()
    return None if row is None else _event(row)


def some(db: Connection, events: Collection[int]) -> dict[int, PlannedEvent]:
    """Give events by their ids, cancelled ones too."""
    return {row.id: _event(row) for row in db.execute(_EVENTS.where(SchoolEventRow.id.in_(events)))}


def between(db: Connection, schools: Collection[SchoolId], first: date, last: date) -> tuple[PlannedEvent, ...]:
    """Give the events of schools that take place on any of these days, in order; cancelled ones are left out."""
    mine = (SchoolEventRow.school_id.in_(schools), SchoolEventRow.cancelled_at.is_(None))
    days = (first <= _LAST, SchoolEventRow.day <= last)
    return tuple(_event(row) for row in db.execute(_EVENTS.where(*mine, *days).order_by(*_IN_ORDER)))


def _event(row: Any) -> PlannedEvent:
    return PlannedEvent(
        id=SchoolEventId(row.id),
        school=SchoolId(row.school_id),
        plan=EventPlan(
            name=row.name,
            day=row.day,
            until=row.ends_on,
            at=row.at,
            place=row.place,
            words=row.words,
            bring=row.bring,
            klass=None if row.klass_id is None else KlassId(row.klass_id),
            grades=row.grades,
        ),
        klass_name=row.klass_name or "",
        audience=row.audience,
        entered_at=row.entered_at,
        cancelled=row.cancelled_at is not None,
    )


def students(db: Connection, events: Iterable[PlannedEvent]) -> dict[SchoolEventId, list[PersonId]]:
    """Give the students whom events concern, as they are enrolled on the first day; a statement for each event."""
    return {event.id: _students(db, event) for event in events}


def _students(db: Connection, event: PlannedEvent) -> list[PersonId]:
    plan = event.plan
    enrolled = and_(EnrolmentRow.since <= plan.last, or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= plan.day))
    query = (
        select(EnrolmentRow.student_id)
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(KlassRow.school_id == event.school, enrolled)
    )
    found = db.execute(_concerned(query, plan).distinct()).scalars()
    return [PersonId(student) for student in found]


def _concerned(query: Any, plan: EventPlan) -> Any:
    if plan.klass is not None:
        return query.where(KlassRow.id == plan.klass)
    return query if plan.grades is None else query.where(KlassRow.grade.in_(plan.grades))


def staff(db: Connection, school: SchoolId, plan: EventPlan) -> list[PersonId]:
    """Give the staff whom an event concerns: the class teachers, and who has lessons with these classes on its days.

    An event of the whole school concerns everybody.
    """
    if plan.klass is None and plan.grades is None:
        everybody = select(PersonRow.id).where(PersonRow.school_id == school, PersonRow.kind == PersonKind.STAFF)
        present = or_(PersonRow.until.is_(None), PersonRow.until >= plan.day)
        return [PersonId(person) for person in db.execute(everybody.where(present)).scalars()]
    heads = select(KlassRow.class_teacher_id).where(
        KlassRow.school_id == school, KlassRow.class_teacher_id.is_not(None)
    )
    lessons = (
        select(func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id))
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .where(KlassRow.school_id == school, LessonRow.day.between(plan.day, plan.last))
    )
    found = {*db.execute(_concerned(heads, plan)).scalars(), *db.execute(_concerned(lessons, plan)).scalars()}
    return [PersonId(person) for person in sorted(found)]
