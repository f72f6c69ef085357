"""Homework as a family reads it: due on the child's days, with the child's own tick and the number of files (DIA-3)."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Row,
    and_,
    bindparam,
    cast,
    exists,
    func,
    or_,
    select,
)

from core.model.diary import Child, HomeworkItem, SubjectName
from core.model.homework import Attachment, HomeworkKind
from core.model.ids import AttachmentId, GroupId, HomeworkId, SubjectId
from core.storage.queries.children import FIRST, LAST, STUDENT, enrolled_on, member_on, next_day, previous_day
from core.storage.queries.parts import part, together
from core.storage.rows import (
    AttachmentRow,
    EnrolmentRow,
    GroupRow,
    HomeworkRow,
    HomeworkTickRow,
    LessonRow,
    SubjectRow,
)

FILES = (
    select(func.count())
    .select_from(AttachmentRow)
    .where(AttachmentRow.homework_id == HomeworkRow.id)
    .correlate(HomeworkRow)
    .scalar_subquery()
)
_TICKED = (
    exists()
    .where(HomeworkTickRow.homework_id == HomeworkRow.id, HomeworkTickRow.student_id == STUDENT)
    .correlate(HomeworkRow)
)
# Homework without a day is the group's of the lesson it was given in.
_ITS_DAY = func.coalesce(HomeworkRow.due_on, LessonRow.day)


def _source() -> FromClause:
    groups = EnrolmentRow.__table__.join(GroupRow.__table__, GroupRow.klass_id == EnrolmentRow.klass_id)
    homework = groups.join(HomeworkRow.__table__, HomeworkRow.group_id == GroupRow.id)
    lessons = homework.join(LessonRow.__table__, LessonRow.id == HomeworkRow.lesson_id)
    return lessons.join(SubjectRow.__table__, SubjectRow.id == GroupRow.subject_id)


def _own(day: Any) -> ColumnElement[bool]:
    return and_(
        EnrolmentRow.student_id == STUDENT,
        HomeworkRow.withdrawn_at.is_(None),
        or_(HomeworkRow.student_id.is_(None), HomeworkRow.student_id == STUDENT),
        enrolled_on(day),
        member_on(HomeworkRow.group_id, day),
    )


_PART = part(
    "homework",
    _source(),
    key=HomeworkRow.id,
    lesson=HomeworkRow.lesson_id,
    number=HomeworkRow.group_id,
    amount=FILES,
    flag=HomeworkRow.student_id,
    done=cast(_TICKED, Integer),
    text=HomeworkRow.text,
    code=HomeworkRow.kind,
    note=SubjectRow.name,
    day=HomeworkRow.due_on,
    until=LessonRow.day,
)
DUE = _PART.where(_own(HomeworkRow.due_on), HomeworkRow.due_on.between(FIRST, LAST))
UNDATED = _PART.where(
    _own(LessonRow.day), HomeworkRow.due_on.is_(None), HomeworkRow.lesson_id.in_(bindparam("lessons", expanding=True))
)

_NEAR = part("near", None, day=previous_day(), until=next_day())
_DUE_WITH_NEIGHBOURS = together(DUE, _NEAR)
_OF_SUBJECT = _PART.where(_own(_ITS_DAY), GroupRow.subject_id == bindparam("subject"), _ITS_DAY.between(FIRST, LAST))
_FOR_ONE = _PART.where(_own(_ITS_DAY), HomeworkRow.id == bindparam("homework"))


def item(row: Row[Any]) -> HomeworkItem:
    """Give the homework of a row of the parts DUE and UNDATED."""
    return HomeworkItem(
        id=HomeworkId(row.key),
        group=GroupId(row.number),
        subject=row.note,
        due_on=row.day,
        kind=HomeworkKind(row.code),
        text=row.text,
        individual=row.flag is not None,
        files=row.amount,
        done=bool(row.done),
        given_on=row.until,
    )


def due(
    db: Connection, child: Child, first: date, last: date
) -> tuple[tuple[HomeworkItem, ...], date | None, date | None]:
    """Give homework due from `first` to `last` by day, and the days with lessons before and after that span."""
    items, previous, following = [], None, None
    for row in db.execute(_DUE_WITH_NEIGHBOURS, {"student": child.id, "first": first, "last": last}):
        if row.part == "near":
            previous, following = row.day, row.until
        else:
            items.append(item(row))
    items.sort(key=lambda one: (one.due_on or last, one.subject, one.id))
    return tuple(items), previous, following


def of_subject(db: Connection, child: Child, subject: SubjectId, first: date, last: date) -> tuple[HomeworkItem, ...]:
    """Give a subject's homework due (or, without a day, given) from `first` to `last`, the latest first."""
    span = {"student": child.id, "subject": subject, "first": first, "last": last}
    found = [item(row) for row in db.execute(_OF_SUBJECT, span)]
    found.sort(key=lambda one: (one.due_on or one.given_on or first, one.id), reverse=True)
    return tuple(found)


def one(db: Connection, child: Child, homework: HomeworkId) -> HomeworkItem | None:
    """Give one homework as this child has it; None where it is another group's, another child's, or withdrawn."""
    row = db.execute(_FOR_ONE, {"student": child.id, "homework": homework}).first()
    return None if row is None else item(row)


def next_school_day(db: Connection, child: Child, after: date) -> date | None:
    """Give the first day after `after` on which the child has lessons."""
    found: date | None = db.execute(_NEXT, {"student": child.id, "last": after}).scalar_one()
    return found


_NEXT: Any = select(next_day())


def attachments(db: Connection, homework: HomeworkId) -> tuple[Attachment, ...]:
    """Give the files of a homework in the order they came."""
    rows = db.execute(_ATTACHED, {"homework": homework})
    return tuple(Attachment(AttachmentId(row.id), row.kind, row.file_id, row.name) for row in rows)


_ATTACHED = (
    select(AttachmentRow.id, AttachmentRow.kind, AttachmentRow.file_id, AttachmentRow.name)
    .where(AttachmentRow.homework_id == bindparam("homework"))
    .order_by(AttachmentRow.id)
)

_SUBJECTS = (
    select(SubjectRow.id, SubjectRow.name, SubjectRow.short)
    .select_from(EnrolmentRow)
    .join(GroupRow, GroupRow.klass_id == EnrolmentRow.klass_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(EnrolmentRow.student_id == STUDENT, enrolled_on(LAST), member_on(GroupRow.id, LAST))
    .distinct()
    .order_by(SubjectRow.name)
)


def subjects(db: Connection, child: Child, day: date) -> tuple[SubjectName, ...]:
    """Give the subjects the child is taught on `day`, by name."""
    rows = db.execute(_SUBJECTS, {"student": child.id, "last": day})
    return tuple(SubjectName(SubjectId(row.id), row.name, row.short) for row in rows)
