"""A teacher's lessons of a day, and the records that earlier days left open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, literal, or_, select, union_all

from core.model.ids import PersonId, SchoolId
from core.model.journal import FIRST_GRADE, LessonFacts
from core.model.lesson import LessonState
from core.storage.queries.journal import FACTS, facts_from
from core.storage.rows import LessonRow, SchoolRow
from core.storage.rows.journal import OPEN_RECORD

OPEN_LIMIT = 50


@dataclass(frozen=True, slots=True)
class AskedDay:
    """Whose lessons of which day; and of which schools, from a day on, what ended before an instant."""

    people: Sequence[PersonId]
    day: date
    schools: Sequence[SchoolId]
    since: date
    before: datetime


_PEOPLE: BindParameter[Any] = bindparam("people", expanding=True)
_DAY: Select[Any] = FACTS.where(
    or_(LessonRow.teacher_id.in_(_PEOPLE), LessonRow.substitute_id.in_(_PEOPLE)),
    LessonRow.day == bindparam("day", type_=LessonRow.day.type),
).order_by(LessonRow.starts_at, LessonRow.id)
# The text of the partial index, so that the scan touches open records alone.
_OPEN: Select[Any] = (
    FACTS.where(
        LessonRow.school_id.in_(bindparam("schools", expanding=True)),
        OPEN_RECORD,
        func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id).in_(_PEOPLE),
        LessonRow.ends_at < bindparam("before", type_=LessonRow.ends_at.type),
        LessonRow.day >= bindparam("since", type_=LessonRow.day.type),
        or_(
            LessonRow.attendance_at.is_(None),
            LessonRow.topic_at.is_(None),
            and_(LessonRow.grade > FIRST_GRADE, or_(LessonRow.homework_at.is_(None), LessonRow.marks_at.is_(None))),
        ),
        LessonRow.state == LessonState.PLANNED,
    )
    .order_by(LessonRow.ends_at, LessonRow.id)
    .limit(OPEN_LIMIT)
)


def school_days(db: Connection, school: SchoolId) -> tuple[ZoneInfo, date]:
    """Give the zone in which a school's days are counted, and the first day whose lessons are kept here."""
    columns = (SchoolRow.zone, SchoolRow.year_start, SchoolRow.launched_on)
    row = db.execute(select(*columns).where(SchoolRow.id == school)).one()
    return ZoneInfo(row.zone), max(row.year_start, row.launched_on or row.year_start)


_BOTH = union_all(
    select(_DAY.subquery("of_day"), literal("day").label("part")),
    select(_OPEN.subquery("left_open"), literal("open").label("part")),
)


def day_and_open(db: Connection, asked: AskedDay) -> tuple[tuple[LessonFacts, ...], tuple[LessonFacts, ...]]:
    """Give the lessons these people give or have handed over on a day, by time; and lessons from a day on that ended
    before an instant and whose record still lacks something, the oldest first, at most 50. One statement.
    """
    values = {
        "people": list(asked.people),
        "day": asked.day,
        "schools": list(asked.schools),
        "since": asked.since,
        "before": asked.before,
    }
    found: dict[str, list[LessonFacts]] = {"day": [], "open": []}
    for row in db.execute(_BOTH, values):
        found[row.part].append(facts_from(row))
    day = sorted(found["day"], key=lambda facts: (facts.lesson.starts_at, facts.lesson.id))
    late = sorted(found["open"], key=lambda facts: (facts.lesson.ends_at, facts.lesson.id))
    return tuple(day), tuple(late)
