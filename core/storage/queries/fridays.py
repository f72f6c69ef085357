"""The week of some students, for the letters of its last school day (BEY-3); one statement."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Date, and_, bindparam, case, exists, func, or_
from sqlalchemy.orm import aliased

from core.model.attendance import Presence
from core.model.friday import Absences, Learnt, StudentsWeek, WeekMark, WeekWork
from core.model.ids import PersonId, SchoolId, SubjectId
from core.model.lesson import DECLARED_KINDS, LessonState, WorkKind
from core.model.mark import MarkValue
from core.storage.queries.attending import STUDENTS, klasses_on, members_on, of_klasses
from core.storage.queries.children import enrolled_on
from core.storage.queries.diary import CURRENT_ATTENDANCE, CURRENT_MARK
from core.storage.queries.parts import part, together
from core.storage.rows import (
    AttendanceRow,
    EnrolmentRow,
    GroupRow,
    LessonRow,
    MarkRow,
    SubjectRow,
    WorkRow,
)
from core.storage.types import Instant

LACKING_FOR = timedelta(weeks=6)
AHEAD_FOR = timedelta(weeks=2)

_FIRST, _LAST, _YEAR, _SINCE, _UNTIL = (
    bindparam(name, type_=Date()) for name in ("first", "last", "year", "since", "until")
)
_KNOWN = bindparam("known", type_=Instant())
_OTHERS = aliased(MarkRow)
_NEWER = aliased(MarkRow)


@dataclass(frozen=True, slots=True)
class Week:
    """The school days `first` to `last`, the year's first day, and until when marks were told to families."""

    first: date
    last: date
    year_start: date
    known: datetime

    def values(self, students: Iterable[PersonId]) -> dict[str, Any]:
        """Give what the statement is bound to."""
        return {
            "students": sorted(students),
            "first": self.first,
            "last": self.last,
            "year": self.year_start,
            "since": self.last - LACKING_FOR,
            "until": self.last + AHEAD_FOR,
            "known": self.known,
        }


_LESSON_TABLES = LessonRow.__table__.join(GroupRow.__table__, GroupRow.id == LessonRow.group_id).join(
    SubjectRow.__table__, SubjectRow.id == LessonRow.subject_id
)
_STUDENTS_LESSONS = EnrolmentRow.__table__.join(
    LessonRow.__table__, and_(LessonRow.klass_id == EnrolmentRow.klass_id, enrolled_on(LessonRow.day))
)
_OWN_MARK = and_(MarkRow.student_id == EnrolmentRow.student_id, MarkRow.lesson_id == LessonRow.id)
_OF_THE_STUDENTS = EnrolmentRow.student_id.in_(STUDENTS)

_MARKS = part(
    "mark",
    _STUDENTS_LESSONS.join(MarkRow.__table__, _OWN_MARK)
    .join(WorkRow.__table__, WorkRow.id == MarkRow.work_id)
    .join(SubjectRow.__table__, SubjectRow.id == LessonRow.subject_id),
    key=EnrolmentRow.student_id,
    lesson=LessonRow.subject_id,
    number=WorkRow.weight,
    text=WorkRow.title,
    code=WorkRow.kind,
    note=MarkRow.value,
    more=SubjectRow.name,
    day=LessonRow.day,
    at=MarkRow.recorded_at,
).where(
    _OF_THE_STUDENTS,
    LessonRow.day.between(_SINCE, _LAST),
    MarkRow.value.is_not(None),
    or_(LessonRow.day >= _FIRST, MarkRow.value == MarkValue.NOT_ASSESSED),
    MarkRow.recorded_at <= _KNOWN,
    CURRENT_MARK,
)
_ABSENCES = (
    part(
        "absence",
        _STUDENTS_LESSONS.join(
            AttendanceRow.__table__,
            and_(AttendanceRow.student_id == EnrolmentRow.student_id, AttendanceRow.lesson_id == LessonRow.id),
        ),
        key=EnrolmentRow.student_id,
        code=AttendanceRow.presence,
        total=func.count(),
        amount=func.sum(case((LessonRow.day >= _FIRST, 1), else_=0)),
    )
    .where(_OF_THE_STUDENTS, LessonRow.day.between(_YEAR, _LAST), CURRENT_ATTENDANCE)
    .group_by(EnrolmentRow.student_id, AttendanceRow.presence)
)
_TAKEN = (
    part(
        "taken",
        LessonRow.__table__.join(GroupRow.__table__, GroupRow.id == LessonRow.group_id),
        number=LessonRow.group_id,
        total=LessonRow.klass_id,
        more=GroupRow.name,
        amount=func.count(),
    )
    .where(
        of_klasses(LessonRow.klass_id, _LAST),
        LessonRow.day.between(_FIRST, _LAST),
        LessonRow.attendance_at.is_not(None),
    )
    .group_by(LessonRow.group_id, LessonRow.klass_id, GroupRow.name)
)
_GIVEN = exists().where(_OTHERS.work_id == WorkRow.id, _OTHERS.value.is_not(None), _OTHERS.recorded_at <= _KNOWN)
_HAS_MARK = exists().where(
    _OTHERS.work_id == WorkRow.id,
    _OTHERS.student_id == EnrolmentRow.student_id,
    _OTHERS.value.is_not(None),
    ~exists().where(_NEWER.replaces == _OTHERS.id),
)
_WORK = {
    "number": LessonRow.group_id,
    "note": SubjectRow.name,
    "more": GroupRow.name,
    "code": WorkRow.kind,
    "text": WorkRow.title,
    "day": LessonRow.day,
}
_LACKING = part(
    "lacking",
    _STUDENTS_LESSONS.join(GroupRow.__table__, GroupRow.id == LessonRow.group_id)
    .join(SubjectRow.__table__, SubjectRow.id == LessonRow.subject_id)
    .join(WorkRow.__table__, WorkRow.lesson_id == LessonRow.id),
    key=EnrolmentRow.student_id,
    **_WORK,
).where(
    _OF_THE_STUDENTS,
    LessonRow.day.between(_SINCE, _LAST),
    LessonRow.state == LessonState.PLANNED,
    WorkRow.kind.in_(DECLARED_KINDS),
    _GIVEN,
    ~_HAS_MARK,
)
_AHEAD = part(
    "ahead",
    _LESSON_TABLES.join(WorkRow.__table__, WorkRow.lesson_id == LessonRow.id),
    total=LessonRow.klass_id,
    **_WORK,
).where(
    of_klasses(LessonRow.klass_id, _LAST),
    LessonRow.day > _LAST,
    LessonRow.day <= _UNTIL,
    LessonRow.state == LessonState.PLANNED,
    WorkRow.kind.in_(DECLARED_KINDS),
)
_TOPICS = part(
    "topic",
    _LESSON_TABLES,
    key=LessonRow.id,
    number=LessonRow.group_id,
    total=LessonRow.klass_id,
    text=LessonRow.topic,
    note=SubjectRow.name,
    more=GroupRow.name,
).where(
    of_klasses(LessonRow.klass_id, _LAST),
    LessonRow.day.between(_FIRST, _LAST),
    LessonRow.state == LessonState.PLANNED,
    LessonRow.topic.is_not(None),
    LessonRow.topic != "",
    ~exists().where(WorkRow.lesson_id == LessonRow.id, WorkRow.kind.in_(DECLARED_KINDS)),
)
_FACTS = together(klasses_on(_LAST), members_on(_LAST), _MARKS, _ABSENCES, _TAKEN, _LACKING, _AHEAD, _TOPICS)

_OF_STUDENT = ("mark", "absence", "lacking")


@dataclass(slots=True)
class _Found:
    """Rows by what they are and whose: a student's, or a class's."""

    klasses: dict[int, Any] = field(default_factory=dict)
    groups: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    rows: dict[tuple[str, int], list[Any]] = field(default_factory=lambda: defaultdict(list))

    def take(self, row: Any) -> None:
        """Take a row where it belongs."""
        match row.part:
            case "klass":
                self.klasses[row.key] = row
            case "member":
                self.groups[row.key].add(row.number)
            case name:
                self.rows[name, row.key if name in _OF_STUDENT else row.total].append(row)

    def of_klass(self, name: str, student: int) -> list[Any]:
        """Give a class's rows that are a student's, too."""
        return [row for row in self.rows[name, self.klasses[student].number] if self.is_in(row, student)]

    def is_in(self, row: Any, student: int) -> bool:
        """Tell whether a student belongs to the group of a row."""
        return not row.more or row.number in self.groups[student]


def of_students(db: Connection, students: Collection[PersonId], week: Week) -> dict[PersonId, StudentsWeek]:
    """Give the week of students; who is in no class is left out."""
    found = _Found()
    for row in db.execute(_FACTS, week.values(students)):
        found.take(row)
    return {student: _week(student, week, found) for student in students if student in found.klasses}


def _week(student: PersonId, week: Week, found: _Found) -> StudentsWeek:
    marks = sorted(found.rows["mark", student], key=lambda row: (row.day, row.more, row.code))
    refused = [row for row in marks if row.note == MarkValue.NOT_ASSESSED]
    lacking = [row for row in found.rows["lacking", student] if found.is_in(row, student)]
    klass = found.klasses[student]
    return StudentsWeek(
        student,
        SchoolId(klass.total),
        klass.amount,
        tuple(_mark(row) for row in marks if row.day >= week.first),
        _absences(found.rows["absence", student]),
        sum(row.amount for row in found.of_klass("taken", student)),
        tuple(sorted((*map(_work, lacking), *map(_refused, refused)), key=_order)),
        tuple(sorted(map(_work, found.of_klass("ahead", student)), key=_order)),
        tuple(_learnt(sorted(found.of_klass("topic", student), key=lambda row: row.key))),
    )


def _mark(row: Any) -> WeekMark:
    return WeekMark(
        SubjectId(row.lesson), row.more, MarkValue(row.note), WorkKind(row.code), row.number, row.text, row.day
    )


def _work(row: Any) -> WeekWork:
    return WeekWork(row.day, row.note, WorkKind(row.code), row.text)


def _refused(row: Any) -> WeekWork:
    return WeekWork(row.day, row.more, WorkKind(row.code), row.text, refused=True)


def _order(work: WeekWork) -> tuple[date, str, str]:
    return work.day, work.subject, work.kind


def _absences(rows: Iterable[Any]) -> Absences:
    total = {Presence(row.code): row for row in rows}
    missed = sum(row.total for presence, row in total.items() if presence.missed)
    late, unknown = total.get(Presence.LATE), total.get(Presence.ABSENT)
    of_week = sum(row.amount for presence, row in total.items() if presence is not Presence.PRESENT)
    return Absences(missed, unknown.total if unknown else 0, late.total if late else 0, of_week)


def _learnt(rows: Iterable[Any]) -> Iterable[Learnt]:
    return dict.fromkeys(Learnt(row.note, row.text) for row in rows)
