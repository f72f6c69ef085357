"""What duties are reckoned from: schools with their calendars, and the records of lessons that still lack something."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, select

from core.model.calendar import CalendarEntry
from core.model.duty import LessonRecord
from core.model.ids import LessonId, PersonId, SchoolId, WorkId
from core.model.journal import LessonFacts
from core.model.lesson import LessonState, Work
from core.model.school import PublicationWindow, School
from core.regulation.overlay import read_deviations
from core.storage.queries.journal import FACTS, STUDENT_COUNT, facts_from
from core.storage.rows import CalendarRow, LessonRow, SchoolRow, WorkRow
from core.storage.rows.journal import OPEN_RECORD


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A lesson with its names and with all that its duties depend on."""

    facts: LessonFacts
    record: LessonRecord


@dataclass(frozen=True, slots=True)
class OpenLessons:
    """Which lessons: of a school, from a day on, ended by an instant; of some keepers only, where they are named."""

    school: SchoolId
    first: date
    ended_by: datetime
    keepers: Collection[PersonId] | None = None


def schools(db: Connection, ids: Collection[SchoolId] | None = None) -> list[School]:
    """Give schools with their settings; all of them where none are named."""
    query = select(*SchoolRow.__table__.c).order_by(SchoolRow.id)
    return [_school(row) for row in db.execute(query if ids is None else query.where(SchoolRow.id.in_(ids)))]


def _school(row: Any) -> School:
    window = None
    if row.publication_opens is not None and row.publication_closes is not None:
        window = PublicationWindow(row.publication_opens, row.publication_closes)
    return School(
        id=SchoolId(row.id),
        name=row.name,
        short_name=row.short_name,
        zone=ZoneInfo(row.zone),
        year_start=row.year_start,
        year_end=row.year_end,
        preset=row.preset,
        edit_window=row.edit_window,
        week_days=row.week_days,
        round_up_from=Decimal(row.round_up_from) / 1000,
        grace=timedelta(minutes=row.grace_minutes),
        publication=window,
        reserved=row.reserved,
        launched_on=row.launched_on,
        overrides=read_deviations(row.deviations),
        escalation_days=row.escalation_days,
    )


def calendars(db: Connection, ids: Collection[SchoolId]) -> dict[SchoolId, tuple[CalendarEntry, ...]]:
    """Give the calendar entries of schools."""
    found: dict[SchoolId, list[CalendarEntry]] = defaultdict(list)
    query = select(*CalendarRow.__table__.c).where(CalendarRow.school_id.in_(ids)).order_by(CalendarRow.id)
    for row in db.execute(query):
        found[SchoolId(row.school_id)].append(
            CalendarEntry(
                row.name,
                row.kind,
                row.starts_on,
                row.ends_on,
                row.grades,
                row.taught_as_day,
                row.taught_as_weekday,
            )
        )
    return {school: tuple(entries) for school, entries in found.items()}


_OF_KLASS = LessonRow.__table__.alias("of_klass")
CLASSES_END = (
    select(func.max(_OF_KLASS.c.ends_at))
    .where(
        _OF_KLASS.c.klass_id == LessonRow.klass_id,
        _OF_KLASS.c.day == LessonRow.day,
        _OF_KLASS.c.state == LessonState.PLANNED,
    )
    .correlate(LessonRow)
    .scalar_subquery()
)
_KEEPER = func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id)
_RECORD = FACTS.add_columns(STUDENT_COUNT.label("students"), CLASSES_END.label("classes_end")).order_by(
    LessonRow.starts_at, LessonRow.id
)


def open_lessons(db: Connection, asked: OpenLessons) -> list[OpenRecord]:
    """Give lessons whose record lacks something, by time; two statements, by the index of open records."""
    return _records(db, _narrowed(_RECORD, asked))


def lessons(db: Connection, ids: Collection[LessonId]) -> list[OpenRecord]:
    """Give lessons by their ids, complete or not; two statements."""
    return _records(db, _RECORD.where(LessonRow.id.in_(ids)))


def owing(db: Connection, asked: OpenLessons) -> list[PersonId]:
    """Give those who keep a record that lacks something; whether it is due already is not asked here."""
    return [PersonId(person) for person in db.execute(_narrowed(select(_KEEPER).distinct(), asked)).scalars()]


def _narrowed(query: Select[Any], asked: OpenLessons) -> Select[Any]:
    # The instants are those of the index; the day is exact. A day's lessons begin at most 14 hours before its UTC day.
    since = datetime.combine(asked.first, datetime.min.time(), ZoneInfo("UTC")) - timedelta(hours=14)
    chosen = query.where(
        OPEN_RECORD,
        LessonRow.school_id == asked.school,
        LessonRow.ends_at.between(since, asked.ended_by),
        LessonRow.day >= asked.first,
    )
    return chosen if asked.keepers is None else chosen.where(_KEEPER.in_(asked.keepers))


def _records(db: Connection, query: Select[Any]) -> list[OpenRecord]:
    rows = db.execute(query).all()
    works = _works(db, [row.id for row in rows])
    found = []
    for row in rows:
        facts = facts_from(row)
        record = LessonRecord(facts.lesson, row.students, tuple(works[facts.lesson.id]), row.classes_end)
        found.append(OpenRecord(facts, record))
    return found


def _works(db: Connection, ids: Collection[int]) -> dict[LessonId, list[Work]]:
    found: dict[LessonId, list[Work]] = defaultdict(list)
    query = select(*WorkRow.__table__.c).where(WorkRow.lesson_id.in_(ids)).order_by(WorkRow.id)
    for row in db.execute(query):
        lesson = LessonId(row.lesson_id)
        head = (row.kind, row.weight, row.title)
        found[lesson].append(Work(WorkId(row.id), lesson, *head, row.check_until, row.done_at, row.received_at))
    return found
