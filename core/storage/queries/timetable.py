"""A child's lessons by day, and what lies ahead: holidays and events (DIA-1, DIA-8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    Integer,
    Row,
    Select,
    String,
    bindparam,
    cast,
    func,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from core.model.calendar import CalendarKind
from core.model.diary import Child, DiaryLesson, Holiday, SchoolEvent
from core.model.ids import GroupId, LessonId
from core.model.people import PersonName, Role
from core.model.school import grades_from_mask
from core.rules.school_events import is_meant_for
from core.storage.queries.children import (
    FIRST,
    LAST,
    OWN_LESSON,
    STUDENT,
    enrolled_on,
    next_day,
    own_lessons,
    previous_day,
)
from core.storage.queries.parts import part, together
from core.storage.rows import CalendarRow, EnrolmentRow, GroupRow, LessonRow, PersonRow, SchoolEventRow, SubjectRow

_SUBSTITUTE = aliased(PersonRow)

_DAY, _NUMBER = LessonRow.day, LessonRow.number
_NOWHERE = (cast(null(), Date), cast(null(), Integer))


def _lessons(place: tuple[Any, Any], moved_from: tuple[Any, Any], moved_to: tuple[Any, Any]) -> Select[Any]:
    return (
        select(
            LessonRow.id.label("id"),
            LessonRow.group_id,
            place[0].label("day"),
            place[1].label("number"),
            LessonRow.starts_at,
            LessonRow.ends_at,
            LessonRow.room,
            LessonRow.state,
            LessonRow.topic,
            GroupRow.name.label("group_name"),
            SubjectRow.name.label("subject"),
            SubjectRow.short,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
            _SUBSTITUTE.id.label("substitute"),
            _SUBSTITUTE.family.label("other_family"),
            _SUBSTITUTE.given.label("other_given"),
            _SUBSTITUTE.patronymic.label("other_patronymic"),
            moved_from[0].label("from_day"),
            moved_from[1].label("from_number"),
            moved_to[0].label("to_day"),
            moved_to[1].label("to_number"),
        )
        .select_from(own_lessons())
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .join(PersonRow, PersonRow.id == LessonRow.teacher_id)
        .outerjoin(_SUBSTITUTE, _SUBSTITUTE.id == LessonRow.substitute_id)
        .where(OWN_LESSON)
    )


_PLANNED = (LessonRow.planned_day, LessonRow.planned_number)
_HERE = _lessons((_DAY, _NUMBER), _PLANNED, _NOWHERE)
# Where a lesson was moved away from, its place stays to be seen (ADM-4).
_AWAY = _lessons(_PLANNED, _NOWHERE, (_DAY, _NUMBER)).where(LessonRow.planned_day.between(FIRST, LAST))
_OF_DAYS = union_all(_HERE.where(_DAY.between(FIRST, LAST)), _AWAY).order_by("day", "number", "starts_at", "id")
_ONE = _HERE.where(LessonRow.id == bindparam("lesson"))


def lessons(db: Connection, child: Child, first: date, last: date) -> tuple[DiaryLesson, ...]:
    """Give the child's lessons from `first` to `last`, both included, in order; cancelled ones too."""
    found = db.execute(_OF_DAYS, {"student": child.id, "first": first, "last": last}).all()
    return tuple(_lesson(row, child) for row in found)


def lesson(db: Connection, child: Child, lesson_id: LessonId) -> DiaryLesson | None:
    """Give one lesson of the child, None where it is not this child's."""
    row = db.execute(_ONE, {"student": child.id, "lesson": lesson_id}).first()
    return None if row is None else _lesson(row, child)


def _lesson(row: Any, child: Child) -> DiaryLesson:
    return DiaryLesson(
        id=LessonId(row.id),
        group=GroupId(row.group_id),
        day=row.day,
        number=row.number,
        starts=row.starts_at.astimezone(child.zone).time(),
        ends=row.ends_at.astimezone(child.zone).time(),
        subject=row.subject,
        subject_short=row.short,
        teacher=_initials(row.family, row.given, row.patronymic),
        group_name=row.group_name,
        room=row.room,
        substitute=_initials(row.other_family, row.other_given, row.other_patronymic) if row.substitute else "",
        state=row.state,
        topic=row.topic or "",
        moved_from=(row.from_day, row.from_number) if row.from_day else None,
        moved_to=(row.to_day, row.to_number) if row.to_day else None,
    )


@lru_cache(maxsize=1024)
def _initials(family: str, given: str, patronymic: str) -> str:
    return PersonName(family, given, patronymic).initials


# Events and holidays are told of further ahead than lessons are.
_HORIZON = bindparam("horizon", type_=Date())

EVENTS = part(
    "event",
    SchoolEventRow.__table__,
    text=SchoolEventRow.name,
    code=cast(SchoolEventRow.at, String),
    note=SchoolEventRow.place,
    more=SchoolEventRow.audience,
    number=SchoolEventRow.grades,
    day=SchoolEventRow.day,
    until=SchoolEventRow.ends_on,
).where(
    SchoolEventRow.school_id == bindparam("school"),
    SchoolEventRow.day <= _HORIZON,
    func.coalesce(SchoolEventRow.ends_on, SchoolEventRow.day) >= FIRST,
    SchoolEventRow.cancelled_at.is_(None),
    or_(
        SchoolEventRow.klass_id.is_(None),
        SchoolEventRow.klass_id.in_(
            select(EnrolmentRow.klass_id).where(EnrolmentRow.student_id == STUDENT, enrolled_on(SchoolEventRow.day))
        ),
    ),
)
HOLIDAYS = part(
    "holiday",
    CalendarRow.__table__,
    text=CalendarRow.name,
    code=CalendarRow.kind,
    number=CalendarRow.grades,
    day=CalendarRow.starts_on,
    until=CalendarRow.ends_on,
).where(CalendarRow.school_id == bindparam("school"), CalendarRow.ends_on >= FIRST, CalendarRow.starts_on <= _HORIZON)
NEIGHBOURS = part("near", None, day=previous_day(), until=next_day())

_AHEAD = together(EVENTS, HOLIDAYS, NEIGHBOURS)


@dataclass(slots=True)
class Ahead:
    """What a span of days holds besides lessons, and the days with lessons before and after it."""

    events: list[SchoolEvent]
    holidays: list[Holiday]
    previous: date | None = None
    next: date | None = None

    def on(self, day: date) -> tuple[tuple[SchoolEvent, ...], tuple[Holiday, ...]]:
        """Give the events and the holidays of one day."""
        return (
            tuple(event for event in self.events if event.covers(day)),
            tuple(holiday for holiday in self.holidays if holiday.starts_on <= day <= holiday.ends_on),
        )


def ahead(db: Connection, child: Child, first: date, last: date, role: Role, further: timedelta) -> Ahead:
    """Give the events and holidays from `first` to `further` behind `last` as `role` may see them.

    And the days with lessons before `first` and after `last`.
    """
    span = {"student": child.id, "school": child.school, "first": first, "last": last, "horizon": last + further}
    return gather(db.execute(_AHEAD, span), child, role)


def gather(rows: Iterable[Row[Any]], child: Child, role: Role) -> Ahead:
    """Sort the rows of the parts EVENTS, HOLIDAYS and NEIGHBOURS; others are passed over."""
    found = Ahead([], [])
    for row in rows:
        match row.part:
            case "event" if is_meant_for(row.more, own=role is Role.STUDENT) and (
                row.number is None or _concerns(child, row)
            ):
                at = time.fromisoformat(row.code) if row.code else None
                found.events.append(SchoolEvent(row.text, row.day, at, row.note, row.until))
            case "holiday" if _concerns(child, row):
                found.holidays.append(Holiday(row.text, CalendarKind(row.code), row.day, row.until))
            case "near":
                found.previous, found.next = row.day, row.until
    found.events.sort(key=lambda event: (event.day, event.at or time.min, event.name))
    found.holidays.sort(key=lambda holiday: (holiday.starts_on, holiday.ends_on))
    return found


def _concerns(child: Child, row: Row[Any]) -> bool:
    klass = child.klass_on(row.day)
    return klass is None or klass.grade in grades_from_mask(row.number)
