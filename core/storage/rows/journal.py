"""The journal: timetable, lessons, works, marks, attendance, homework, remarks."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.attendance import Presence
from core.model.calendar import WeekParity
from core.model.homework import FileKind, HomeworkKind
from core.model.lesson import LessonState, WorkKind
from core.model.mark import MarkValue
from core.storage.rows.base import Big, Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, Instant

OPEN_RECORD = text(
    "state = 'planned' AND (attendance_at IS NULL OR topic_at IS NULL OR homework_at IS NULL OR marks_at IS NULL)"
)


class TimetableRow(Row):
    """A weekly lesson of a group; weekday 0 = Monday."""

    __tablename__ = "timetable_entry"
    __table_args__ = (UniqueConstraint("group_id", "weekday", "number", "parity", "since"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    weekday: Mapped[int] = mapped_column(Integer)
    number: Mapped[int] = mapped_column(Integer)
    teacher_id: Mapped[PersonRef]
    room: Mapped[str] = mapped_column(String(50), default="")
    parity: Mapped[WeekParity] = mapped_column(Code(WeekParity), default=WeekParity.EVERY)
    since: Mapped[date]
    until: Mapped[date]
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class LessonRow(Row):
    """A concrete lesson; klass, subject and grade repeat the group's for one-table reads of the diary.

    `planned_day` and `planned_number` are set while a lesson stands elsewhere than the timetable has it (ADM-4).
    """

    __tablename__ = "lesson"
    __table_args__ = (
        UniqueConstraint("group_id", "day", "number"),
        Index("ix_lesson_klass_id_day", "klass_id", "day"),
        Index("ix_lesson_teacher_id_day", "teacher_id", "day"),
        Index(
            "ix_lesson_substitute_id_day",
            "substitute_id",
            "day",
            sqlite_where=text("substitute_id IS NOT NULL"),
            postgresql_where=text("substitute_id IS NOT NULL"),
        ),
        Index("ix_lesson_open", "school_id", "ends_at", sqlite_where=OPEN_RECORD, postgresql_where=OPEN_RECORD),
        Index(
            "ix_lesson_klass_id_planned_day",
            "klass_id",
            "planned_day",
            sqlite_where=text("planned_day IS NOT NULL"),
            postgresql_where=text("planned_day IS NOT NULL"),
        ),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    klass_id: Mapped[int] = mapped_column(ForeignKey("klass.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    grade: Mapped[int] = mapped_column(Integer)
    day: Mapped[date]
    number: Mapped[int] = mapped_column(Integer)
    planned_day: Mapped[date | None]
    planned_number: Mapped[int | None] = mapped_column(Integer)
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime] = mapped_column(Instant)
    teacher_id: Mapped[PersonRef]
    substitute_id: Mapped[OptionalPersonRef]
    room: Mapped[str] = mapped_column(String(50), default="")
    state: Mapped[LessonState] = mapped_column(Code(LessonState), default=LessonState.PLANNED)
    topic: Mapped[str | None] = mapped_column(String(500))
    plan_topic_id: Mapped[int | None] = mapped_column(ForeignKey("plan_topic.id"))
    attendance_at: Mapped[datetime | None] = mapped_column(Instant)
    topic_at: Mapped[datetime | None] = mapped_column(Instant)
    homework_at: Mapped[datetime | None] = mapped_column(Instant)
    marks_at: Mapped[datetime | None] = mapped_column(Instant)


class WorkRow(Row):
    """Something marks are given for; `done_at` is set once everybody has a mark, an absence or an exemption.

    `received_at`: when the results of an external work came to the school (JRN-14).
    """

    __tablename__ = "work"
    __table_args__ = (
        Index("ix_work_lesson_id", "lesson_id"),
        Index(
            "ix_work_open",
            "check_until",
            sqlite_where=text("done_at IS NULL AND check_until IS NOT NULL"),
            postgresql_where=text("done_at IS NULL AND check_until IS NOT NULL"),
        ),
    )

    id: Mapped[Key]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    kind: Mapped[WorkKind] = mapped_column(Code(WorkKind))
    weight: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String(200), default="")
    check_until: Mapped[date | None]
    received_at: Mapped[datetime | None] = mapped_column(Instant)
    done_at: Mapped[datetime | None] = mapped_column(Instant)


class MarkRow(Row):
    """Append-only. A correction replaces an older row, an empty value withdraws; the unreplaced row is current."""

    __tablename__ = "mark"
    __table_args__ = (
        UniqueConstraint("replaces"),
        Index("ix_mark_student_id_lesson_id", "student_id", "lesson_id"),
        Index("ix_mark_lesson_id", "lesson_id"),
        Index("ix_mark_root", "root"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"))
    student_id: Mapped[PersonRef]
    value: Mapped[MarkValue | None] = mapped_column(Code(MarkValue))
    comment: Mapped[str] = mapped_column(String(500), default="")
    reason: Mapped[str] = mapped_column(String(300), default="")
    root: Mapped[int | None] = mapped_column(Big)
    replaces: Mapped[int | None] = mapped_column(ForeignKey("mark.id"))
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    recorded_by: Mapped[PersonRef]


class AttendanceRow(Row):
    """Append-only, as marks are. Nobody's row in a lesson whose attendance was taken means: present."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("replaces"),
        Index("ix_attendance_student_id_lesson_id", "student_id", "lesson_id"),
        Index("ix_attendance_lesson_id", "lesson_id"),
        Index(
            "uq_attendance_first",
            "lesson_id",
            "student_id",
            unique=True,
            sqlite_where=text("replaces IS NULL"),
            postgresql_where=text("replaces IS NULL"),
        ),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    student_id: Mapped[PersonRef]
    presence: Mapped[Presence] = mapped_column(Code(Presence))
    minutes: Mapped[int] = mapped_column(Integer, default=0)
    reason: Mapped[str] = mapped_column(String(300), default="")
    replaces: Mapped[int | None] = mapped_column(ForeignKey("attendance.id"))
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    recorded_by: Mapped[PersonRef]


class HomeworkRow(Row):
    """Homework of a lesson; for one student where `student_id` is set; `minutes` it takes, as the teacher says."""

    __tablename__ = "homework"
    __table_args__ = (
        Index("ix_homework_lesson_id", "lesson_id"),
        Index("ix_homework_group_id_due_on", "group_id", "due_on"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    due_on: Mapped[date | None]
    kind: Mapped[HomeworkKind] = mapped_column(Code(HomeworkKind))
    text: Mapped[str] = mapped_column(String(1000))
    student_id: Mapped[OptionalPersonRef]
    set_at: Mapped[datetime] = mapped_column(Instant)
    set_by: Mapped[PersonRef]
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
    minutes: Mapped[int | None] = mapped_column(Integer)


class AttachmentRow(Row):
    """A file of a homework, kept by Telegram, relayed by its file_id."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_homework_id", "homework_id"),)

    id: Mapped[Key]
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"))
    kind: Mapped[FileKind] = mapped_column(Code(FileKind))
    file_id: Mapped[str] = mapped_column(String(300))
    name: Mapped[str] = mapped_column(String(200), default="")


class HomeworkTickRow(Row):
    """A student's own tick: done (DIA-3)."""

    __tablename__ = "homework_tick"
    __table_args__ = (UniqueConstraint("homework_id", "student_id"),)

    id: Mapped[Key]
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"))
    student_id: Mapped[PersonRef]
    ticked_at: Mapped[datetime] = mapped_column(Instant)


class RemarkRow(Row):
    """A teacher's comment for one student's lesson, seen by that family only (JRN-7)."""

    __tablename__ = "remark"
    __table_args__ = (
        Index("ix_remark_student_id_lesson_id", "student_id", "lesson_id"),
        Index("ix_remark_lesson_id", "lesson_id"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    lesson_id: Mapped[int] = mapped_column(ForeignKey("lesson.id"))
    student_id: Mapped[PersonRef]
    text: Mapped[str] = mapped_column(String(1000))
    written_at: Mapped[datetime] = mapped_column(Instant)
    written_by: Mapped[PersonRef]
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
