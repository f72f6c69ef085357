"""The lessons that a teacher gives, day after day (DIA-8)."""

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, or_, select

from core.model.ids import PersonId, SchoolId
from core.model.journal import LessonFacts
from core.storage.queries.journal import FACTS, facts_from
from core.storage.rows import LessonRow, SchoolRow


def zone(db: Connection, school: SchoolId) -> ZoneInfo:
    """Give the zone in which a school's days are counted."""
    return ZoneInfo(db.execute(select(SchoolRow.zone).where(SchoolRow.id == school)).scalar_one())


def between(db: Connection, people: Sequence[PersonId], first: date, last: date) -> tuple[LessonFacts, ...]:
    """Give the lessons that these people give or substitute, by time: cancelled ones too, none that others give."""
    gives = or_(
        LessonRow.substitute_id.in_(people),
        and_(LessonRow.teacher_id.in_(people), LessonRow.substitute_id.is_(None)),
    )
    query = FACTS.where(gives, LessonRow.day.between(first, last)).order_by(LessonRow.starts_at, LessonRow.id)
    return tuple(map(facts_from, db.execute(query)))
