"""The few figures on a family's first screen: what is next, what is new."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Date, bindparam, func, or_, select

from core.model.diary import Child
from core.model.lesson import LessonState
from core.storage.queries.children import (
    LAST,
    OWN_LESSON,
    STUDENT,
    enrolled_on,
    lesson_ids,
    member_on,
    next_day,
    own_lessons,
)
from core.storage.queries.diary import CURRENT_MARK
from core.storage.queries.parts import part, together
from core.storage.rows import (
    EnrolmentRow,
    GroupRow,
    HomeworkRow,
    LessonRow,
    MarkRow,
    SubjectRow,
)

# New marks are looked for in lessons of the last weeks only: older ones are found on the marks' own screen.
_FRESH_WITHIN = timedelta(weeks=6)

_NEXT = select(next_day().label("day")).cte("next_day")
_NEXT_DAY = select(_NEXT.c.day).scalar_subquery()
_LESSONS = part(
    "lesson",
    own_lessons().join(SubjectRow.__table__, SubjectRow.id == LessonRow.subject_id),
    text=SubjectRow.name,
    number=LessonRow.number,
    day=LessonRow.day,
    at=LessonRow.starts_at,
).where(
    OWN_LESSON,
    LessonRow.state == LessonState.PLANNED,
    LessonRow.day.between(LAST, func.coalesce(_NEXT_DAY, LAST)),
)
_HOMEWORK = part(
    "homework",
    EnrolmentRow.__table__.join(GroupRow.__table__, GroupRow.klass_id == EnrolmentRow.klass_id).join(
        HomeworkRow.__table__, HomeworkRow.group_id == GroupRow.id
    ),
    amount=func.count(),
).where(
    EnrolmentRow.student_id == STUDENT,
    enrolled_on(HomeworkRow.due_on),
    member_on(HomeworkRow.group_id, HomeworkRow.due_on),
    HomeworkRow.due_on.between(_NEXT_DAY, _NEXT_DAY),
    HomeworkRow.withdrawn_at.is_(None),
    or_(HomeworkRow.student_id.is_(None), HomeworkRow.student_id == STUDENT),
)
_FRESH = part("fresh", MarkRow.__table__, amount=func.count()).where(
    MarkRow.student_id == STUDENT,
    MarkRow.lesson_id.in_(lesson_ids(bindparam("first", type_=Date()), LAST)),
    MarkRow.value.is_not(None),
    MarkRow.recorded_at > bindparam("since", type_=MarkRow.recorded_at.type),
    CURRENT_MARK,
)
_GLANCE = together(_LESSONS, _HOMEWORK, _FRESH)


@dataclass(frozen=True, slots=True)
class Coming:
    """A lesson of today or of the next day with lessons."""

    day: date
    starts_at: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Lessons of today and the next school day in order; homework due then; marks recorded since the last visit."""

    lessons: tuple[Coming, ...]
    homework: int
    fresh: int


def figures(db: Connection, child: Child, today: date, since: datetime) -> Figures:
    """Count what is new since an instant, and give what comes."""
    values = {"student": child.id, "last": today, "first": today - _FRESH_WITHIN, "since": since}
    rows = db.execute(_GLANCE, values).all()
    lessons = [Coming(row.day, row.at, row.text) for row in rows if row.part == "lesson"]
    amounts = {row.part: row.amount for row in rows if row.part != "lesson"}
    return Figures(
        tuple(sorted(lessons, key=lambda one: one.starts_at)), amounts.get("homework", 0), amounts.get("fresh", 0)
    )
