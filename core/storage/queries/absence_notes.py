"""Reading notes about absences with the child, the author and the documents; and the lessons that they are about."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from core.model.absence_note import AbsenceNote, NoteCase, NoteFile, NoteState
from core.model.attendance import Presence
from core.model.ids import AbsenceNoteId, AttendanceId, KlassId, PersonId, SchoolId
from core.model.journal import LessonFacts
from core.model.klass_today import Unexplained
from core.model.people import PersonName
from core.rules.absence_notes import overlapping
from core.storage.queries.children import children, enrolled_on
from core.storage.queries.journal import CURRENT_ATTENDANCE, FACTS, alphabetical, facts_from
from core.storage.rows import (
    AbsenceInquiryRow,
    AbsenceNoteFileRow,
    AbsenceNoteRow,
    AttendanceRow,
    EnrolmentRow,
    KlassRow,
    LessonRow,
    PersonRow,
)

_MISSED = (Presence.ABSENT, Presence.ILL, Presence.EXCUSED)
_LOOK_BACK = timedelta(days=60)
"""A note that nobody answered for so long waits in no list any more."""


def case(db: Connection, key: AbsenceNoteId) -> NoteCase | None:
    """Give one note, None where there is none."""
    return cases(db, [key]).get(key)


def cases(db: Connection, ids: Collection[int]) -> dict[AbsenceNoteId, NoteCase]:
    """Give notes with all that is shown of them; three statements."""
    asked = AbsenceNoteRow.__table__.alias("asked")
    same = exists().where(
        asked.c.id.in_(ids),
        asked.c.student_id == AbsenceNoteRow.student_id,
        asked.c.first <= AbsenceNoteRow.last,
        asked.c.last >= AbsenceNoteRow.first,
    )
    return {key: found for key, found in _read(db, same).items() if key in set(ids)}


def of_student(db: Connection, student: PersonId, first: date, last: date) -> list[NoteCase]:
    """Give the notes of a student that touch some days, the latest days first."""
    touching = (AbsenceNoteRow.student_id == student, AbsenceNoteRow.first <= last, AbsenceNoteRow.last >= first)
    return list(reversed(_read(db, and_(*touching)).values()))


def of_klass(db: Connection, klass: KlassId, day: date) -> list[NoteCase]:
    """Give what class and day ask for: notes that wait for an answer, and those that hold on the day; oldest first."""
    own = exists().where(
        EnrolmentRow.student_id == AbsenceNoteRow.student_id, EnrolmentRow.klass_id == klass, enrolled_on(day)
    )
    waits = and_(AbsenceNoteRow.state == NoteState.WAITING, AbsenceNoteRow.last >= day - _LOOK_BACK)
    holds = and_(AbsenceNoteRow.state == NoteState.ACCEPTED, AbsenceNoteRow.first <= day, AbsenceNoteRow.last >= day)
    return list(_read(db, and_(own, or_(waits, holds))).values())


def _read(db: Connection, which: ColumnElement[bool]) -> dict[AbsenceNoteId, NoteCase]:
    query = (
        select(AbsenceNoteRow.__table__, PersonRow.family, PersonRow.given, PersonRow.patronymic)
        .join(PersonRow, PersonRow.id == AbsenceNoteRow.filed_by)
        .where(which)
        .order_by(AbsenceNoteRow.first, AbsenceNoteRow.id)
    )
    rows = db.execute(query).all()
    if not rows:
        return {}
    known = {child.id: child for child in children(db, tuple({PersonId(row.student_id) for row in rows}))}
    files = _files(db, [row.id for row in rows])
    single = [
        NoteCase(
            _note(row),
            known[PersonId(row.student_id)],
            PersonName(row.family, row.given, row.patronymic),
            tuple(files[row.id]),
        )
        for row in rows
    ]
    return {each.note.id: replace(each, others=_others(each, single)) for each in single}


def _files(db: Connection, notes: Collection[int]) -> dict[int, list[NoteFile]]:
    row = AbsenceNoteFileRow
    found: dict[int, list[NoteFile]] = defaultdict(list)
    query = select(row.note_id, row.id, row.kind, row.file_id).where(row.note_id.in_(notes)).order_by(row.id)
    for note, key, kind, file_id in db.execute(query):
        found[note].append(NoteFile(key, kind, file_id))
    return found


def _others(one: NoteCase, every: Collection[NoteCase]) -> tuple[NoteCase, ...]:
    """What others said of the same days is an addition: nobody's word is lost."""
    return tuple(
        other
        for other in every
        if other.note.id != one.note.id
        and other.note.filed_by != one.note.filed_by
        and other.note.state is not NoteState.WITHDRAWN
        and overlapping(one.note, other.note)
    )


def _note(row: Any) -> AbsenceNote:
    return AbsenceNote(
        id=AbsenceNoteId(row.id),
        school=SchoolId(row.school_id),
        student=PersonId(row.student_id),
        filed_by=PersonId(row.filed_by),
        filed_at=row.filed_at,
        first=row.first,
        last=row.last,
        said=row.said,
        words=row.words,
        state=row.state,
        found=row.found,
        answer=row.answer,
        ended_at=row.ended_at,
        ended_by=PersonId(row.ended_by) if row.ended_by else None,
    )


@dataclass(frozen=True, slots=True)
class MissedLesson:
    """A lesson that a student missed, with the record that says so; `reason` is a code or somebody's words."""

    facts: LessonFacts
    record: AttendanceId
    presence: Presence
    reason: str


_MISSED_LESSONS = (
    FACTS.add_columns(AttendanceRow.id.label("record"), AttendanceRow.presence, AttendanceRow.reason)
    .join(AttendanceRow, AttendanceRow.lesson_id == LessonRow.id)
    .where(CURRENT_ATTENDANCE, AttendanceRow.presence.in_(_MISSED))
    .order_by(LessonRow.starts_at)
)


def missed_lessons(db: Connection, student: PersonId, first: date, last: date) -> list[MissedLesson]:
    """Give the lessons that a student missed from day to day, in order; one statement."""
    query = _MISSED_LESSONS.where(AttendanceRow.student_id == student, LessonRow.day.between(first, last))
    return [
        MissedLesson(facts_from(row), AttendanceId(row.record), row.presence, row.reason) for row in db.execute(query)
    ]


_ANSWERED = exists().where(
    AbsenceNoteRow.student_id == AttendanceRow.student_id,
    AbsenceNoteRow.state == NoteState.ACCEPTED,
    LessonRow.day.between(AbsenceNoteRow.first, AbsenceNoteRow.last),
)


def unexplained(db: Connection, klass: KlassId, first: date, last: date) -> tuple[Unexplained, ...]:
    """Give who missed lessons of a class from day to day without a reason, in the order of a class list."""
    query = (
        select(PersonRow.id, PersonRow.family, PersonRow.given, PersonRow.patronymic, LessonRow.day)
        .join(AttendanceRow, AttendanceRow.student_id == PersonRow.id)
        .join(LessonRow, LessonRow.id == AttendanceRow.lesson_id)
        .where(LessonRow.klass_id == klass, LessonRow.day.between(first, last))
        .where(CURRENT_ATTENDANCE, AttendanceRow.presence == Presence.ABSENT, ~_ANSWERED)
        .distinct()
        .order_by(LessonRow.day)
    )
    found: dict[tuple[PersonId, PersonName], list[date]] = defaultdict(list)
    for key, family, given, patronymic, day in db.execute(query):
        found[PersonId(key), PersonName(family, given, patronymic)].append(day)
    people = (Unexplained(key, name, tuple(days)) for (key, name), days in found.items())
    return tuple(sorted(people, key=lambda one: alphabetical(one.name)))


def class_teacher(db: Connection, klass: KlassId) -> PersonId | None:
    """Give who leads a class, None where nobody does."""
    found: int | None = db.execute(select(KlassRow.class_teacher_id).where(KlassRow.id == klass)).scalar()
    return PersonId(found) if found else None


def asked_on(db: Connection, students: Collection[PersonId], day: date) -> frozenset[PersonId]:
    """Give whose families were asked on a day."""
    query = select(AbsenceInquiryRow.student_id).where(
        AbsenceInquiryRow.student_id.in_(students), AbsenceInquiryRow.day == day
    )
    return frozenset(PersonId(student) for student in db.execute(query).scalars())


def lessons_over_at(db: Connection, klass: KlassId, day: date) -> Any:
    """Give when the last lesson of a class's day ends, None on a day without lessons."""
    query = select(LessonRow.ends_at).where(LessonRow.klass_id == klass, LessonRow.day == day)
    return db.execute(query.order_by(LessonRow.ends_at.desc()).limit(1)).scalar()
