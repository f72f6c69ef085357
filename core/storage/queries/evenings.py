"""The coming day of many students at once: lessons, homework with ticks, works, events (NTF-8).

Two statements for a thousand students: whoever asks for one asks in the same way.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Date, String, bindparam, cast, or_, select
from sqlalchemy.orm import aliased

from core.model.diary import HomeworkItem
from core.model.evening import Evening, EveningEvent, EveningLesson, EveningWork
from core.model.homework import HomeworkKind
from core.model.ids import GroupId, HomeworkId, PersonId
from core.model.lesson import DECLARED_KINDS, LessonState, WorkKind
from core.model.people import PersonName
from core.model.school import grades_from_mask
from core.storage.queries.attending import STUDENTS, klasses_on, members_on, of_klasses
from core.storage.queries.homework_reading import FILES
from core.storage.queries.parts import part, together
from core.storage.rows import (
    GroupRow,
    HomeworkRow,
    HomeworkTickRow,
    LessonRow,
    PersonRow,
    SchoolEventRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)

TOGETHER = 1000
_FOR_STUDENTS = ("", "all")

_DAY = bindparam("day", type_=Date())
_SUBSTITUTE = aliased(PersonRow)


_LESSONS = (
    select(
        LessonRow.klass_id,
        LessonRow.group_id,
        LessonRow.day,
        LessonRow.number,
        LessonRow.planned_day,
        LessonRow.planned_number,
        LessonRow.starts_at,
        LessonRow.room,
        LessonRow.state,
        GroupRow.name.label("group_name"),
        SubjectRow.name.label("subject"),
        SchoolRow.zone,
        _SUBSTITUTE.id.label("substitute"),
        _SUBSTITUTE.family,
        _SUBSTITUTE.given,
        _SUBSTITUTE.patronymic,
    )
    .join(GroupRow, GroupRow.id == LessonRow.group_id)
    .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
    .join(SchoolRow, SchoolRow.id == LessonRow.school_id)
    .outerjoin(_SUBSTITUTE, _SUBSTITUTE.id == LessonRow.substitute_id)
    .where(of_klasses(LessonRow.klass_id, _DAY), or_(LessonRow.day == _DAY, LessonRow.planned_day == _DAY))
)
_HOMEWORK = part(
    "homework",
    HomeworkRow.__table__.join(GroupRow.__table__, GroupRow.id == HomeworkRow.group_id)
    .join(SubjectRow.__table__, SubjectRow.id == GroupRow.subject_id)
    .join(LessonRow.__table__, LessonRow.id == HomeworkRow.lesson_id),
    key=HomeworkRow.id,
    number=HomeworkRow.group_id,
    amount=FILES,
    total=GroupRow.klass_id,
    flag=HomeworkRow.student_id,
    text=HomeworkRow.text,
    code=HomeworkRow.kind,
    note=SubjectRow.name,
    more=GroupRow.name,
    day=HomeworkRow.due_on,
    until=LessonRow.day,
).where(of_klasses(GroupRow.klass_id, _DAY), HomeworkRow.due_on == _DAY, HomeworkRow.withdrawn_at.is_(None))
_TICKS = part(
    "tick",
    HomeworkTickRow.__table__.join(HomeworkRow.__table__, HomeworkRow.id == HomeworkTickRow.homework_id),
    key=HomeworkTickRow.student_id,
    number=HomeworkTickRow.homework_id,
).where(HomeworkTickRow.student_id.in_(STUDENTS), HomeworkRow.due_on == _DAY)
_WORKS = part(
    "work",
    WorkRow.__table__.join(LessonRow.__table__, LessonRow.id == WorkRow.lesson_id)
    .join(GroupRow.__table__, GroupRow.id == LessonRow.group_id)
    .join(SubjectRow.__table__, SubjectRow.id == LessonRow.subject_id),
    key=WorkRow.id,
    number=LessonRow.group_id,
    amount=LessonRow.number,
    total=LessonRow.klass_id,
    text=WorkRow.title,
    code=WorkRow.kind,
    note=SubjectRow.name,
    more=GroupRow.name,
).where(
    of_klasses(LessonRow.klass_id, _DAY),
    LessonRow.day == _DAY,
    LessonRow.state == LessonState.PLANNED,
    WorkRow.kind.in_(DECLARED_KINDS),
)
_EVENTS = part(
    "event",
    SchoolEventRow.__table__,
    key=SchoolEventRow.id,
    number=SchoolEventRow.klass_id,
    amount=SchoolEventRow.grades,
    total=SchoolEventRow.school_id,
    text=SchoolEventRow.name,
    code=cast(SchoolEventRow.at, String),
    note=SchoolEventRow.place,
    more=SchoolEventRow.bring,
).where(
    SchoolEventRow.school_id.in_(select(PersonRow.school_id).where(PersonRow.id.in_(STUDENTS))),
    or_(SchoolEventRow.klass_id.is_(None), of_klasses(SchoolEventRow.klass_id, _DAY)),
    or_(SchoolEventRow.audience.in_(_FOR_STUDENTS), SchoolEventRow.audience.contains("students")),
    SchoolEventRow.day <= _DAY,
    or_(SchoolEventRow.day == _DAY, SchoolEventRow.ends_on >= _DAY),
    SchoolEventRow.cancelled_at.is_(None),
)
_FACTS = together(klasses_on(_DAY), members_on(_DAY), _HOMEWORK, _TICKS, _WORKS, _EVENTS)


@dataclass(slots=True)
class _Found:
    """What was read, by class, and of whom."""

    klasses: dict[int, Any] = field(default_factory=dict)
    groups: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    ticks: set[tuple[int, int]] = field(default_factory=set)
    homework: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))
    works: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list))
    events: list[Any] = field(default_factory=list)

    def take(self, row: Any) -> None:
        """Take a row where it belongs."""
        match row.part:
            case "klass":
                self.klasses[row.key] = row
            case "member":
                self.groups[row.key].add(row.number)
            case "tick":
                self.ticks.add((row.key, row.number))
            case "homework":
                self.homework[row.total].append(row)
            case "work":
                self.works[row.total].append(row)
            case "event":
                self.events.append(row)


def of_students(db: Connection, students: Collection[PersonId], day: date) -> dict[PersonId, Evening]:
    """Give the coming day `day` of students; who is in no class on that day is left out."""
    found: dict[PersonId, Evening] = {}
    rest = iter(sorted(students))
    while some := list(islice(rest, TOGETHER)):
        found |= _of_some(db, some, day)
    return found


def _of_some(db: Connection, students: Sequence[PersonId], day: date) -> dict[PersonId, Evening]:
    asked = {"students": students, "day": day}
    lessons: dict[int, list[Any]] = defaultdict(list)
    for row in db.execute(_LESSONS, asked):
        lessons[row.klass_id].append((row, tuple(_places(row, day))))
    found = _Found()
    for row in db.execute(_FACTS, asked):
        found.take(row)
    return {student: _evening(student, day, lessons, found) for student in students if student in found.klasses}


def _places(row: Any, day: date) -> Iterator[EveningLesson]:
    """Give where a lesson stands on the day: in its place, and where it was moved away from."""
    place = {
        "group": GroupId(row.group_id),
        "starts": row.starts_at.astimezone(ZoneInfo(row.zone)).time(),
        "subject": row.subject,
        "group_name": row.group_name,
    }
    if row.day == day:
        substitute = PersonName(row.family, row.given, row.patronymic).initials if row.substitute else ""
        moved = (row.planned_day, row.planned_number) if row.planned_day else None
        cancelled = row.state is LessonState.CANCELLED
        yield EveningLesson(
            number=row.number, room=row.room, substitute=substitute, cancelled=cancelled, moved_from=moved, **place
        )
    if row.planned_day == day:
        yield EveningLesson(number=row.planned_number, moved_to=(row.day, row.number), **place)


def _evening(student: PersonId, day: date, lessons: dict[int, list[Any]], found: _Found) -> Evening:
    klass, groups = found.klasses[student], found.groups[student]

    def mine(group: int, name: str) -> bool:
        return not name or group in groups

    held = [place for row, places in lessons[klass.number] if mine(row.group_id, row.group_name) for place in places]
    homework = [row for row in found.homework[klass.number] if row.flag in (None, student)]
    works = [row for row in found.works[klass.number] if mine(row.number, row.more)]
    return Evening(
        day,
        tuple(sorted(held, key=lambda lesson: (lesson.number, lesson.starts, lesson.subject))),
        tuple(
            _item(row, (student, row.key) in found.ticks)
            for row in sorted(homework, key=lambda row: (row.note, row.key))
            if mine(row.number, row.more)
        ),
        tuple(_work(row) for row in sorted(works, key=lambda row: (row.amount, row.key))),
        tuple(
            _event(row) for row in sorted(found.events, key=lambda row: (row.code or "", row.key)) if _is(row, klass)
        ),
    )


def _item(row: Any, done: bool) -> HomeworkItem:
    return HomeworkItem(
        id=HomeworkId(row.key),
        group=GroupId(row.number),
        subject=row.note,
        due_on=row.day,
        kind=HomeworkKind(row.code),
        text=row.text,
        individual=row.flag is not None,
        files=row.amount,
        done=done,
        given_on=row.until,
    )


def _work(row: Any) -> EveningWork:
    return EveningWork(GroupId(row.number), row.amount, row.note, WorkKind(row.code), row.text)


def _is(row: Any, klass: Any) -> bool:
    """Tell whether an event is for a class: of its own, of its grade, or of the whole school."""
    if row.total != klass.total or row.number not in (None, klass.number):
        return False
    return row.amount is None or klass.amount in grades_from_mask(row.amount)


def _event(row: Any) -> EveningEvent:
    return EveningEvent(row.text, time.fromisoformat(row.code) if row.code else None, row.note, row.more)
