"""What signals are reckoned from: marks and missed lessons of a group in the last weeks (JRN-15)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, exists, or_, select

from core.model.access import Subject
from core.model.ids import GroupId, KlassId, PersonId, SchoolId, SubjectId
from core.model.lesson import LessonState
from core.model.people import PersonName
from core.model.signal import Lately, LatelyMark, SignalAudience, SignalKind, Told
from core.rules.signals import missed_in_row
from core.storage.queries.journal import CURRENT_ATTENDANCE, CURRENT_MARK, alphabetical
from core.storage.rows import (
    AttendanceRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    KlassRow,
    LessonRow,
    MarkRow,
    PersonRow,
    SignalRow,
    SubjectRow,
    WorkRow,
)


@dataclass(frozen=True, slots=True)
class GroupPlace:
    """A group with what access and texts need: its class, the class's teacher, its subject."""

    subject: Subject
    group: GroupId
    subject_id: SubjectId
    klass: str
    subject_name: str
    subgroup: str
    class_teacher: PersonId | None


def group(db: Connection, key: GroupId) -> GroupPlace | None:
    """Give a group, None when there is none."""
    query = (
        select(
            GroupRow.school_id,
            GroupRow.name.label("subgroup"),
            GroupRow.klass_id,
            GroupRow.subject_id,
            KlassRow.name.label("klass"),
            KlassRow.grade,
            KlassRow.class_teacher_id,
            SubjectRow.name.label("subject"),
        )
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(GroupRow.id == key)
    )
    row: Any = db.execute(query).first()
    if row is None:
        return None
    about = Subject(SchoolId(row.school_id), klass=KlassId(row.klass_id), grade=row.grade, group=key)
    teacher = PersonId(row.class_teacher_id) if row.class_teacher_id else None
    return GroupPlace(about, key, SubjectId(row.subject_id), row.klass, row.subject, row.subgroup, teacher)


def lately(db: Connection, place: GroupPlace, first: date, today: date) -> list[Lately]:
    """Give what each of a group did from `first` to `today`, in the order of a class list; four statements."""
    held = _held(db, place.group, first, today)
    marks = _marks(db, place.group, first, today)
    missed = _missed(db, list(held))
    found = [
        Lately(
            student=student,
            name=name,
            marks=tuple(marks.get(student, ())),
            lessons=len(held),
            missed=len(missed.get(student, ())),
            missed_in_row=missed_in_row(lesson not in missed.get(student, ()) for lesson in held),
        )
        for student, name in _members(db, place, today).items()
    ]
    return sorted(found, key=lambda each: alphabetical(each.name))


def _members(db: Connection, place: GroupPlace, today: date) -> dict[PersonId, PersonName]:
    member = exists().where(
        GroupMemberRow.group_id == place.group,
        GroupMemberRow.student_id == EnrolmentRow.student_id,
        GroupMemberRow.since <= today,
        or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= today),
    )
    query = (
        select(PersonRow.id, PersonRow.family, PersonRow.given, PersonRow.patronymic)
        .join(EnrolmentRow, EnrolmentRow.student_id == PersonRow.id)
        .where(EnrolmentRow.klass_id == place.subject.klass, EnrolmentRow.since <= today)
        .where(or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= today))
    )
    if place.subgroup:
        query = query.where(member)
    return {PersonId(row.id): PersonName(row.family, row.given, row.patronymic) for row in db.execute(query)}


def _held(db: Connection, key: GroupId, first: date, today: date) -> dict[int, None]:
    """Lessons whose attendance was taken, the oldest first."""
    query = select(LessonRow.id).where(
        LessonRow.group_id == key,
        LessonRow.day.between(first, today),
        LessonRow.state == LessonState.PLANNED,
        LessonRow.attendance_at.is_not(None),
    )
    return dict.fromkeys(db.execute(query.order_by(LessonRow.day, LessonRow.number)).scalars())


def _missed(db: Connection, lessons: Collection[int]) -> dict[PersonId, set[int]]:
    query = select(AttendanceRow.student_id, AttendanceRow.lesson_id, AttendanceRow.presence).where(
        AttendanceRow.lesson_id.in_(lessons), CURRENT_ATTENDANCE
    )
    found: dict[PersonId, set[int]] = defaultdict(set)
    for student, lesson, presence in db.execute(query):
        if presence.missed:
            found[PersonId(student)].add(lesson)
    return found


def _marks(db: Connection, key: GroupId, first: date, today: date) -> dict[PersonId, list[LatelyMark]]:
    query = (
        select(MarkRow.student_id, MarkRow.value, WorkRow.weight)
        .join(LessonRow, LessonRow.id == MarkRow.lesson_id)
        .join(WorkRow, WorkRow.id == MarkRow.work_id)
        .where(LessonRow.group_id == key, LessonRow.day.between(first, today))
        .where(CURRENT_MARK, MarkRow.value.is_not(None))
        .order_by(LessonRow.day, LessonRow.number, MarkRow.id)
    )
    found: dict[PersonId, list[LatelyMark]] = defaultdict(list)
    for student, value, weight in db.execute(query):
        if value is not None and value.points is not None:
            found[PersonId(student)].append(LatelyMark(value.points, weight))
    return found


def told(db: Connection, subject: SubjectId, since: date) -> list[Told]:
    """Give what was told of a subject's students after a day."""
    query = select(SignalRow.student_id, SignalRow.kind, SignalRow.audience, SignalRow.told_on).where(
        SignalRow.subject_id == subject, SignalRow.told_on > since
    )
    return [Told(PersonId(student), kind, audience, on) for student, kind, audience, on in db.execute(query)]


@dataclass(frozen=True, slots=True)
class ToldSignal:
    """A signal as letters tell it."""

    student: PersonId
    subject: str
    teacher: PersonName
    kind: SignalKind
    audience: SignalAudience
    marks: str
    missed: int
    lessons: int


def told_signals(db: Connection, ids: Collection[int]) -> dict[int, ToldSignal]:
    """Give signals by their ids, with the figures as the teacher saw them."""
    query = (
        select(
            *SignalRow.__table__.c,
            SubjectRow.name.label("subject"),
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
        )
        .join(SubjectRow, SubjectRow.id == SignalRow.subject_id)
        .join(PersonRow, PersonRow.id == SignalRow.told_by)
        .where(SignalRow.id.in_(ids))
    )
    return {row.id: _told_signal(row) for row in db.execute(query)}


def _told_signal(row: Any) -> ToldSignal:
    return ToldSignal(
        student=PersonId(row.student_id),
        subject=row.subject,
        teacher=PersonName(row.family, row.given, row.patronymic),
        kind=row.kind,
        audience=row.audience,
        marks=row.marks,
        missed=row.missed,
        lessons=row.lessons,
    )
