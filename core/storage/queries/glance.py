"""The few figures on a family's first screen: what is next, what is new."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Date, bindparam, func, or_, select

from core.model.diary import Child
from core.model.ids import PersonId
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
    ThreadMessageRow,
    ThreadRow,
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
_UNREAD = part(
    "unread",
    ThreadRow.__table__.join(ThreadMessageRow.__table__, ThreadMessageRow.thread_id == ThreadRow.id),
    amount=func.count(),
).where(
    ThreadRow.student_id == STUDENT,
    ThreadRow.family_id == bindparam("reader", type_=ThreadRow.family_id.type),
    ThreadMessageRow.id > ThreadRow.family_read,
    ThreadMessageRow.author_id != ThreadRow.family_id,
)
_GLANCE = together(_LESSONS, _HOMEWORK, _FRESH, _UNREAD)


@dataclass(frozen=True, slots=True)
class Coming:
    """A lesson of today or of the next day with lessons."""

    day: date
    starts_at: datetime
    subject: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Lessons of today and the next school day in order; homework due then; marks recorded since the last visit;
    messages that the reader has not read.
    """

    lessons: tuple[Coming, ...]
    homework: int
    fresh: int
    unread: int


def figures(db: Connection, child: Child, reader: PersonId, today: date, since: datetime) -> Figures:
    """Count what is new for a reader since an instant, and give what comes."""
    first = today - _FRESH_WITHIN
    values = {"student": child.id, "reader": reader, "last": today, "first": first, "since": since}
    rows = db.execute(_GLANCE, values).all()
    lessons = [Coming(row.day, row.at, row.text) for row in rows if row.part == "lesson"]
    amounts = {row.part: row.amount for row in rows if row.part != "lesson"}
    ordered = tuple(sorted(lessons, key=lambda one: one.starts_at))
    return Figures(ordered, *(amounts.get(name, 0) for name in ("homework", "fresh", "unread")))
