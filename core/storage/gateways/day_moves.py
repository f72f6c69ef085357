"""A school's day that is held on another one: its lessons, the homework for it, the calendar (ADM-2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, insert, or_, select, update

from core.model.calendar import Bell, CalendarKind
from core.model.ids import PersonId, SchoolId
from core.model.school import ALL_GRADES
from core.rules.school_targets import weekdays_from_mask
from core.storage.rows import BellRow, CalendarRow, HomeworkRow, KlassRow, LessonRow, MarkRow


@dataclass(frozen=True, slots=True)
class DayLesson:
    """A lesson of a day as far as its bells go."""

    id: int
    klass: int
    grade: int
    bell_set: str
    number: int
    starts_at: datetime
    ends_at: datetime
    people: tuple[PersonId, ...]
    held: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A calendar entry of one day, linked with the other day of the move."""

    name: str
    kind: CalendarKind
    day: date
    other: date


def lessons_of(db: Connection, school: SchoolId, day: date) -> tuple[DayLesson, ...]:
    """Give the lessons of a school's day; `held` ones have a record."""
    marked = exists().where(MarkRow.lesson_id == LessonRow.id)
    query = (
        select(
            LessonRow.id,
            LessonRow.klass_id,
            LessonRow.grade,
            KlassRow.bell_set,
            LessonRow.number,
            LessonRow.starts_at,
            LessonRow.ends_at,
            LessonRow.teacher_id,
            LessonRow.substitute_id,
            or_(LessonRow.attendance_at.is_not(None), LessonRow.marks_at.is_not(None), marked),
        )
        .join(KlassRow, KlassRow.id == LessonRow.klass_id)
        .where(KlassRow.school_id == school, LessonRow.day == day)
        .order_by(LessonRow.id)
    )
    return tuple(
        DayLesson(key, klass, grade, bells, number, starts, ends, _people(teacher, substitute), bool(held))
        for key, klass, grade, bells, number, starts, ends, teacher, substitute, held in db.execute(query)
    )


def _people(*found: int | None) -> tuple[PersonId, ...]:
    return tuple(PersonId(person) for person in found if person)


def bells_of(db: Connection, school: SchoolId) -> tuple[Bell, ...]:
    """Give the bells of a school."""
    query = select(BellRow.__table__).where(BellRow.school_id == school).order_by(BellRow.id)
    return tuple(
        Bell(row.bell_set, row.number, row.starts, row.ends, weekdays_from_mask(row.weekdays), row.grades)
        for row in db.execute(query)
    )


def is_moved(db: Connection, school: SchoolId, source: date, target: date) -> bool:
    """Tell whether the lessons of `source` are held on `target`, by an entry that was made here."""
    mine = (CalendarRow.school_id == school, CalendarRow.kind == CalendarKind.MOVED, CalendarRow.starts_on == target)
    return db.execute(select(CalendarRow.id).where(*mine, CalendarRow.taught_as_day == source)).first() is not None


def moves(db: Connection, schools: Sequence[SchoolId]) -> frozenset[tuple[SchoolId, date, date]]:
    """Give all moves of days that are in force: (school, source, target)."""
    query = select(CalendarRow.school_id, CalendarRow.taught_as_day, CalendarRow.starts_on).where(
        CalendarRow.school_id.in_(schools),
        CalendarRow.kind == CalendarKind.MOVED,
        CalendarRow.taught_as_day.is_not(None),
    )
    return frozenset((SchoolId(school), source, target) for school, source, target in db.execute(query) if source)


def place(db: Connection, day: date, placed: Sequence[tuple[int, datetime, datetime]]) -> None:
    """Put lessons (id, starts, ends) on a day, each under its own number."""
    rows = [{"key": key, "starts": starts, "ends": ends} for key, starts, ends in placed]
    moved = update(LessonRow).where(LessonRow.id == bindparam("key"))
    db.execute(moved.values(day=day, starts_at=bindparam("starts"), ends_at=bindparam("ends")), rows)


def take_homework_along(db: Connection, school: SchoolId, source: date, target: date) -> int:
    """Make homework for one day due on the other; gives how many."""
    mine = and_(HomeworkRow.school_id == school, HomeworkRow.due_on == source, HomeworkRow.withdrawn_at.is_(None))
    return db.execute(update(HomeworkRow).where(mine).values(due_on=target)).rowcount


def enter(db: Connection, school: SchoolId, entries: Sequence[Entry], at: datetime) -> None:
    """Write calendar entries for all grades."""
    for entry in entries:
        db.execute(
            insert(CalendarRow).values(
                school_id=school,
                name=entry.name,
                kind=entry.kind,
                starts_on=entry.day,
                ends_on=entry.day,
                grades=ALL_GRADES,
                taught_as_day=entry.other,
                entered_at=at,
            )
        )


def withdraw(db: Connection, school: SchoolId, source: date, target: date) -> None:
    """Delete both entries of a move that was made here."""
    moved = and_(CalendarRow.starts_on == target, CalendarRow.taught_as_day == source)
    free = and_(CalendarRow.starts_on == source, CalendarRow.taught_as_day == target)
    db.execute(delete(CalendarRow).where(CalendarRow.school_id == school, or_(moved, free)))


def count_on(db: Connection, school: SchoolId, day: date) -> int:
    """Count a school's lessons of a day."""
    query = select(func.count()).select_from(LessonRow).join(KlassRow, KlassRow.id == LessonRow.klass_id)
    return db.execute(query.where(KlassRow.school_id == school, LessonRow.day == day)).scalar_one()
