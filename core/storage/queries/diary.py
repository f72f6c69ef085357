"""Everything that stands in a child's diary from day to day, in one statement besides the lessons (DIA-1, DIA-2)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, func
from sqlalchemy.orm import aliased

from core.model.attendance import Presence
from core.model.diary import Child, DeclaredWork, DiaryLesson, Entry, GivenMark, HomeworkItem
from core.model.ids import LessonId, MarkId
from core.model.lesson import DECLARED_KINDS, WorkKind
from core.model.mark import MarkValue
from core.model.people import Role
from core.storage.queries import homework_reading, timetable
from core.storage.queries.children import STUDENT
from core.storage.queries.parts import part, together
from core.storage.queries.timetable import Ahead
from core.storage.rows import AttendanceRow, LessonRow, MarkRow, RemarkRow, WorkRow

_LESSON_IDS: Any = bindparam("lessons", expanding=True)
_NEWER_MARK = aliased(MarkRow)
_NEWER_ATTENDANCE = aliased(AttendanceRow)

# The current record of a chain is the one that nobody replaces (JRN-9).
CURRENT_MARK = ~exists().where(_NEWER_MARK.replaces == MarkRow.id)
CURRENT_ATTENDANCE = ~exists().where(_NEWER_ATTENDANCE.replaces == AttendanceRow.id)

_MARKS = part(
    "mark",
    MarkRow.__table__.join(WorkRow.__table__, WorkRow.id == MarkRow.work_id).join(
        LessonRow.__table__, LessonRow.id == MarkRow.lesson_id
    ),
    key=func.coalesce(MarkRow.root, MarkRow.id),
    lesson=MarkRow.lesson_id,
    number=WorkRow.weight,
    text=WorkRow.title,
    more=MarkRow.comment,
    code=WorkRow.kind,
    note=MarkRow.value,
    day=LessonRow.day,
).where(MarkRow.student_id == STUDENT, MarkRow.lesson_id.in_(_LESSON_IDS), MarkRow.value.is_not(None), CURRENT_MARK)
_ATTENDANCE = part(
    "attendance",
    AttendanceRow.__table__,
    lesson=AttendanceRow.lesson_id,
    number=AttendanceRow.minutes,
    code=AttendanceRow.presence,
).where(AttendanceRow.student_id == STUDENT, AttendanceRow.lesson_id.in_(_LESSON_IDS), CURRENT_ATTENDANCE)
_REMARKS = part("remark", RemarkRow.__table__, key=RemarkRow.id, lesson=RemarkRow.lesson_id, text=RemarkRow.text).where(
    RemarkRow.student_id == STUDENT, RemarkRow.lesson_id.in_(_LESSON_IDS), RemarkRow.withdrawn_at.is_(None)
)
_WORKS = part(
    "work", WorkRow.__table__, key=WorkRow.id, lesson=WorkRow.lesson_id, text=WorkRow.title, code=WorkRow.kind
).where(WorkRow.lesson_id.in_(_LESSON_IDS), WorkRow.kind.in_(DECLARED_KINDS))
_FACTS = together(
    _MARKS,
    _WORKS,
    _ATTENDANCE,
    _REMARKS,
    homework_reading.DUE,
    homework_reading.UNDATED,
    timetable.EVENTS,
    timetable.HOLIDAYS,
    timetable.NEIGHBOURS,
)


@dataclass(slots=True)
class _Facts:
    """What was recorded, by lesson and by day."""

    marks: dict[int, list[GivenMark]] = field(default_factory=lambda: defaultdict(list))
    presence: dict[int, tuple[Presence, int]] = field(default_factory=dict)
    remarks: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    works: dict[int, list[tuple[int, DeclaredWork]]] = field(default_factory=lambda: defaultdict(list))
    undated: dict[int, list[HomeworkItem]] = field(default_factory=lambda: defaultdict(list))
    due: dict[tuple[int, date], list[HomeworkItem]] = field(default_factory=lambda: defaultdict(list))


def entries(
    db: Connection, child: Child, lessons: Sequence[DiaryLesson], first: date, last: date, role: Role
) -> tuple[tuple[Entry, ...], tuple[HomeworkItem, ...], Ahead]:
    """Give the diary's entries of `lessons`, the homework due in the span without a lesson of its group, and the rest.

    Homework stands under the first lesson of its group on the day for which it is set.
    """
    span = {"student": child.id, "school": child.school, "first": first, "last": last, "horizon": last}
    rows = db.execute(_FACTS, span | {"lessons": [lesson.id for lesson in lessons]}).all()
    facts = _Facts()
    for row in rows:
        _note(facts, row)
    made = tuple(_entry(facts, lesson) for lesson in lessons)
    loose = sorted((one for items in facts.due.values() for one in items), key=lambda one: (one.due_on, one.id))
    return made, tuple(loose), timetable.gather(rows, child, role)


def _note(facts: _Facts, row: Row[Any]) -> None:
    match row.part:
        case "mark":
            facts.marks[row.lesson].append(given_mark(row))
        case "attendance":
            facts.presence[row.lesson] = (Presence(row.code), row.number)
        case "work":
            facts.works[row.lesson].append((row.key, DeclaredWork(WorkKind(row.code), row.text)))
        case "remark":
            facts.remarks[row.lesson].append((row.key, row.text))
        case "homework" if row.day is None:
            facts.undated[row.lesson].append(homework_reading.item(row))
        case "homework":
            facts.due[row.number, row.day].append(homework_reading.item(row))


def given_mark(row: Row[Any]) -> GivenMark:
    """Give a mark: `text` is the work's title, `more` the comment, `note` the value, `number` the weight."""
    return GivenMark(
        id=MarkId(row.key),
        lesson=LessonId(row.lesson),
        day=row.day,
        value=MarkValue(row.note),
        kind=WorkKind(row.code),
        weight=row.number,
        title=row.text,
        comment=row.more,
    )


def _entry(facts: _Facts, lesson: DiaryLesson) -> Entry:
    if lesson.moved_to is not None:
        return Entry(lesson)
    # A cancelled lesson asks for nothing: its homework waits for a lesson that takes place, or stands by itself.
    due = [] if lesson.cancelled else facts.due.pop((lesson.group, lesson.day), [])
    presence, minutes = facts.presence.get(lesson.id, (Presence.PRESENT, 0))
    return Entry(
        lesson=lesson,
        homework=tuple(sorted(due + facts.undated[lesson.id], key=lambda one: one.id)),
        marks=tuple(sorted(facts.marks[lesson.id], key=lambda mark: mark.id)),
        remarks=tuple(text for _, text in sorted(facts.remarks[lesson.id])),
        presence=presence,
        minutes=minutes,
        works=() if lesson.cancelled else tuple(work for _, work in sorted(facts.works[lesson.id], key=itemgetter(0))),
    )
