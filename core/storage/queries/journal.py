"""Read models of one lesson: its names, its students, its works and marks.

Statements are built once, so that a tap does not pay for building them.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, func, or_, select, type_coerce

from core.model.absence_note import AbsenceReason, Announced, NoteState
from core.model.attendance import Presence
from core.model.ids import (
    AttendanceId,
    GroupId,
    KlassId,
    LessonId,
    MarkId,
    PersonId,
    SchoolId,
    SubjectId,
    WorkId,
)
from core.model.journal import (
    AttendanceSheet,
    LessonFacts,
    MarkSheet,
    Pupil,
    SchoolRules,
)
from core.model.lesson import Lesson, Work
from core.model.mark import Mark, MarkValue
from core.model.people import PersonName
from core.regulation.overlay import read_deviations
from core.rules.letters import without_yo
from core.storage.rows import (
    AbsenceNoteRow,
    AttendanceRow,
    EnrolmentRow,
    FinalMarkRow,
    GroupMemberRow,
    GroupRow,
    KlassRow,
    LessonRow,
    MarkRow,
    PeriodClosingRow,
    PeriodRow,
    PersonRow,
    PlanTopicRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)
from core.storage.types import Instant

_TEACHER = PersonRow.__table__.alias("teacher")
_SUBSTITUTE = PersonRow.__table__.alias("substitute")
_LESSON_ID = bindparam("lesson", type_=LessonRow.id.type)


def _name_columns(person: Any, prefix: str) -> tuple[Any, ...]:
    return tuple(person.c[part].label(f"{prefix}_{part}") for part in ("family", "given", "patronymic"))


FACTS: Select[Any] = (
    select(
        *LessonRow.__table__.c,
        KlassRow.name.label("klass"),
        GroupRow.name.label("subgroup"),
        SubjectRow.name.label("subject"),
        SchoolRow.zone,
        SchoolRow.preset,
        SchoolRow.edit_window,
        SchoolRow.year_end,
        SchoolRow.grace_minutes,
        SchoolRow.deviations,
        PlanTopicRow.task,
        PeriodClosingRow.ends_on.label("closed_after"),
        *_name_columns(_TEACHER, "teacher"),
        *_name_columns(_SUBSTITUTE, "substitute"),
    )
    .select_from(LessonRow)
    .join(KlassRow, KlassRow.id == LessonRow.klass_id)
    .join(GroupRow, GroupRow.id == LessonRow.group_id)
    .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
    .join(SchoolRow, SchoolRow.id == LessonRow.school_id)
    .join(_TEACHER, _TEACHER.c.id == LessonRow.teacher_id)
    .outerjoin(_SUBSTITUTE, _SUBSTITUTE.c.id == LessonRow.substitute_id)
    .outerjoin(PlanTopicRow, PlanTopicRow.id == LessonRow.plan_topic_id)
    .outerjoin(
        PeriodClosingRow,
        and_(
            PeriodClosingRow.group_id == LessonRow.group_id,
            LessonRow.day.between(PeriodClosingRow.starts_on, PeriodClosingRow.ends_on),
        ),
    )
)
_ONE = FACTS.where(LessonRow.id == _LESSON_ID)
_OF_WORK = FACTS.join(WorkRow, WorkRow.lesson_id == LessonRow.id).where(
    WorkRow.id == bindparam("work", type_=WorkRow.id.type)
)
_OF_MARK = FACTS.join(MarkRow, MarkRow.lesson_id == LessonRow.id).where(
    MarkRow.id == bindparam("mark", type_=MarkRow.id.type)
)


def facts(db: Connection, lesson: LessonId) -> LessonFacts | None:
    """Give a lesson with its names, None when there is no such lesson."""
    return _first(db, _ONE, lesson=lesson)


def facts_of_work(db: Connection, work: WorkId) -> LessonFacts | None:
    """Give the lesson of a work."""
    return _first(db, _OF_WORK, work=work)


def facts_of_mark(db: Connection, mark: MarkId) -> LessonFacts | None:
    """Give the lesson of a mark."""
    return _first(db, _OF_MARK, mark=mark)


def _first(db: Connection, query: Select[Any], **values: int) -> LessonFacts | None:
    row = db.execute(query, values).first()
    return facts_from(row) if row is not None else None


def facts_from(row: Row[Any]) -> LessonFacts:
    """Give the value of a row of `FACTS`."""
    substitute = None
    if row.substitute_family is not None:
        substitute = PersonName(row.substitute_family, row.substitute_given, row.substitute_patronymic)
    return LessonFacts(
        lesson=_lesson(row),
        klass=row.klass,
        subgroup=row.subgroup,
        subject=row.subject,
        teacher=PersonName(row.teacher_family, row.teacher_given, row.teacher_patronymic),
        substitute=substitute,
        rules=SchoolRules(
            zone=ZoneInfo(row.zone),
            preset=row.preset,
            edit_window=row.edit_window,
            year_end=row.year_end,
            grace=timedelta(minutes=row.grace_minutes),
            overrides=read_deviations(row.deviations),
        ),
        task=row.task or "",
        closed_after=row.closed_after,
    )


def _lesson(row: Row[Any]) -> Lesson:
    return Lesson(
        id=LessonId(row.id),
        school=SchoolId(row.school_id),
        group=GroupId(row.group_id),
        klass=KlassId(row.klass_id),
        grade=row.grade,
        subject=SubjectId(row.subject_id),
        day=row.day,
        number=row.number,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        teacher=PersonId(row.teacher_id),
        substitute=PersonId(row.substitute_id) if row.substitute_id else None,
        state=row.state,
        room=row.room,
        topic=row.topic,
        attendance_at=row.attendance_at,
        topic_at=row.topic_at,
        homework_at=row.homework_at,
        marks_at=row.marks_at,
        planned=(row.planned_day, row.planned_number) if row.planned_day else None,
    )


_NEWER_ATTENDANCE = AttendanceRow.__table__.alias("newer_attendance")
CURRENT_ATTENDANCE = ~exists().where(_NEWER_ATTENDANCE.c.replaces == AttendanceRow.id)
_NEWER_MARK = MarkRow.__table__.alias("newer_mark")
CURRENT_MARK = ~exists().where(_NEWER_MARK.c.replaces == MarkRow.id)
_NEWER_FINAL = FinalMarkRow.__table__.alias("newer_final_mark")
CURRENT_FINAL = ~exists().where(_NEWER_FINAL.c.replaces == FinalMarkRow.id)
# Since when a student has the mark of the period that the lesson lies in: it closes the marks below it (JRN-11).
_SETTLED_AT = (
    select(func.max(FinalMarkRow.recorded_at))
    .join(PeriodRow, PeriodRow.id == FinalMarkRow.period_id)
    .where(
        FinalMarkRow.student_id == PersonRow.id,
        FinalMarkRow.subject_id == LessonRow.subject_id,
        FinalMarkRow.value.is_not(None),
        LessonRow.day.between(PeriodRow.starts_on, PeriodRow.ends_on),
        CURRENT_FINAL,
    )
    .correlate(PersonRow, LessonRow)
    .scalar_subquery()
)
_MISSED = (Presence.ABSENT, Presence.ILL, Presence.EXCUSED)

_DAY = LessonRow.day
_EARLIER_LESSON = LessonRow.__table__.alias("earlier_lesson")
_EARLIER = AttendanceRow.__table__.alias("earlier")
_NEWER_EARLIER = AttendanceRow.__table__.alias("newer_earlier")
_MISSED_BEFORE = (
    exists()
    .where(
        _EARLIER.c.student_id == PersonRow.id,
        _EARLIER.c.lesson_id == _EARLIER_LESSON.c.id,
        _EARLIER_LESSON.c.klass_id == LessonRow.klass_id,
        _EARLIER_LESSON.c.day == LessonRow.day,
        _EARLIER_LESSON.c.number < LessonRow.number,
        _EARLIER.c.presence.in_(_MISSED),
        ~exists().where(_NEWER_EARLIER.c.replaces == _EARLIER.c.id),
    )
    .correlate(PersonRow, LessonRow)
)
# The whole class has no member rows; a subgroup has those of the day.
_MEMBER = exists().where(
    GroupMemberRow.group_id == LessonRow.group_id,
    GroupMemberRow.student_id == EnrolmentRow.student_id,
    GroupMemberRow.since <= _DAY,
    or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= _DAY),
)
ENROLLED = and_(
    EnrolmentRow.klass_id == LessonRow.klass_id,
    EnrolmentRow.since <= _DAY,
    or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= _DAY),
    or_(GroupRow.name == "", _MEMBER),
)
_ROSTER = (
    select(
        PersonRow.id,
        PersonRow.family,
        PersonRow.given,
        PersonRow.patronymic,
        AttendanceRow.id.label("record"),
        AttendanceRow.presence,
        AttendanceRow.minutes,
        type_coerce(_SETTLED_AT, Instant()).label("settled_at"),
    )
    .select_from(LessonRow)
    .join(GroupRow, GroupRow.id == LessonRow.group_id)
    .join(EnrolmentRow, ENROLLED)
    .join(PersonRow, PersonRow.id == EnrolmentRow.student_id)
    .outerjoin(
        AttendanceRow,
        and_(AttendanceRow.lesson_id == LessonRow.id, AttendanceRow.student_id == PersonRow.id, CURRENT_ATTENDANCE),
    )
    .where(LessonRow.id == _LESSON_ID)
)
# What counts of several notes: an accepted one first, then one with a reason, then the latest.
_SAID = AbsenceNoteRow.__table__.alias("said_note")
_SAID_REASON = func.coalesce(_SAID.c.found, _SAID.c.said)
_NOTE = (
    select(_SAID.c.id)
    .where(
        _SAID.c.student_id == PersonRow.id,
        LessonRow.day.between(_SAID.c.first, _SAID.c.last),
        _SAID.c.state.in_([NoteState.ACCEPTED, NoteState.WAITING]),
    )
    .order_by(_SAID.c.state, _SAID_REASON == AbsenceReason.UNKNOWN, _SAID.c.id.desc())
    .limit(1)
    .correlate(PersonRow, LessonRow)
    .scalar_subquery()
)
# Only the attendance screen asks for it; a tap on a mark must not pay for it.
_ROSTER_OF_DAY = _ROSTER.outerjoin(AbsenceNoteRow, AbsenceNoteRow.id == _NOTE).add_columns(
    _MISSED_BEFORE.label("missed_before"),
    AbsenceNoteRow.said,
    AbsenceNoteRow.found,
    AbsenceNoteRow.state.label("note_state"),
)
STUDENT_COUNT = (
    select(func.count()).select_from(EnrolmentRow).where(ENROLLED).correlate(LessonRow, GroupRow).scalar_subquery()
)


def roster(db: Connection, lesson: LessonId) -> tuple[Pupil, ...]:
    """Give the students of the lesson's group on its day with their presence, in the order of a class list."""
    return _in_order(_pupil(row) for row in db.execute(_ROSTER, {"lesson": lesson}))


def _in_order(pupils: Iterable[Pupil]) -> tuple[Pupil, ...]:
    single = {pupil.id: pupil for pupil in pupils}
    return tuple(sorted(single.values(), key=lambda pupil: alphabetical(pupil.name)))


def _pupil(row: Any) -> Pupil:
    return Pupil(
        id=PersonId(row.id),
        name=PersonName(row.family, row.given, row.patronymic),
        presence=row.presence or Presence.PRESENT,
        minutes=row.minutes or 0,
        record=AttendanceId(row.record) if row.record else None,
        settled_at=row.settled_at,
    )


def alphabetical(name: PersonName) -> tuple[str, str, str]:
    """Give the key by which class lists are sorted: ё stands with е."""
    return without_yo(name.family.casefold()), without_yo(name.given.casefold()), without_yo(name.patronymic.casefold())


_WORKS = (
    select(
        WorkRow.id.label("work"),
        WorkRow.kind,
        WorkRow.weight,
        WorkRow.title,
        WorkRow.check_until,
        WorkRow.done_at,
        WorkRow.received_at,
        MarkRow.id,
        MarkRow.student_id,
        MarkRow.value,
        MarkRow.root,
        MarkRow.comment,
        MarkRow.recorded_at,
        MarkRow.recorded_by,
    )
    # The lesson stands there for its index: marks have none by work.
    .outerjoin(MarkRow, and_(MarkRow.lesson_id == WorkRow.lesson_id, MarkRow.work_id == WorkRow.id, CURRENT_MARK))
    .where(WorkRow.lesson_id == _LESSON_ID)
    .order_by(WorkRow.id, MarkRow.id)
)


def attendance_sheet(db: Connection, lesson: LessonFacts) -> AttendanceSheet:
    """Give what the attendance screen shows; one statement."""
    rows = db.execute(_ROSTER_OF_DAY, {"lesson": lesson.lesson.id})
    pupils = (replace(_pupil(row), missed_before=bool(row.missed_before), announced=_announced(row)) for row in rows)
    return AttendanceSheet(lesson, _in_order(pupils))


def _announced(row: Any) -> Announced | None:
    if row.said is None:
        return None
    return Announced(row.found or row.said, row.note_state is NoteState.ACCEPTED)


def mark_sheet(db: Connection, lesson: LessonFacts) -> MarkSheet:
    """Give works, marks and students of a lesson; two statements, whatever the size of the class."""
    works: dict[int, Work] = {}
    marks = []
    for row in db.execute(_WORKS, {"lesson": lesson.lesson.id}):
        if row.work not in works:
            works[row.work] = _work(row, lesson.lesson.id)
        if row.id is not None:
            marks.append(_mark(row, lesson.lesson.id))
    return MarkSheet(lesson, roster(db, lesson.lesson.id), tuple(works.values()), tuple(marks))


def _work(row: Any, lesson: LessonId) -> Work:
    return Work(
        id=WorkId(row.work),
        lesson=lesson,
        kind=row.kind,
        weight=row.weight,
        title=row.title,
        check_until=row.check_until,
        done_at=row.done_at,
        received_at=row.received_at,
    )


def _mark(row: Any, lesson: LessonId) -> Mark:
    return Mark(
        id=MarkId(row.id),
        lesson=lesson,
        work=WorkId(row.work),
        student=PersonId(row.student_id),
        value=row.value,
        root=MarkId(row.root or row.id),
        comment=row.comment,
        recorded_at=row.recorded_at,
        recorded_by=PersonId(row.recorded_by),
    )


def replaced(db: Connection, mark: MarkId) -> tuple[MarkValue | None, str]:
    """Give value and comment of what stood before a mark's record; nothing and an empty comment before the first."""
    older = MarkRow.__table__.alias("older")
    query = (
        select(older.c.value, older.c.comment).join(MarkRow, MarkRow.replaces == older.c.id).where(MarkRow.id == mark)
    )
    row: Any = db.execute(query).first()
    return (row.value, row.comment) if row is not None else (None, "")
