"""The school with its calendar, bells, rooms and subjects; `entered_at` is when the school entered a row (REG-2)."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.model.calendar import CalendarKind, PeriodKind
from core.model.school import EditWindow, Grades, Preset
from core.storage.rows.base import Key, OptionalPersonRef, Row, SchoolRef
from core.storage.types import Code, GradeSet, Instant


class SchoolRow(Row):
    """A school; minutes in `grace_minutes`, thousandths in `round_up_from` (500 = mathematical).

    `deviations` is what holds of `regulation_override`, as text, so that a lesson brings it along; `escalation_days`
    are the staff's working days after which the deputy hears of what is overdue (NTF-5), 0 is never.
    """

    __tablename__ = "school"

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(300))
    short_name: Mapped[str] = mapped_column(String(100))
    zone: Mapped[str] = mapped_column(String(64))
    year_start: Mapped[date]
    year_end: Mapped[date]
    preset: Mapped[Preset] = mapped_column(Code(Preset))
    edit_window: Mapped[EditWindow] = mapped_column(Code(EditWindow))
    week_days: Mapped[int] = mapped_column(Integer, default=5)
    round_up_from: Mapped[int] = mapped_column(Integer, default=500)
    deviations: Mapped[str] = mapped_column(Text, default="")
    escalation_days: Mapped[int] = mapped_column(Integer, default=3)
    grace_minutes: Mapped[int] = mapped_column(Integer, default=5)
    publication_opens: Mapped[time | None]
    publication_closes: Mapped[time | None]
    reserved: Mapped[bool] = mapped_column(default=False)
    launched_on: Mapped[date | None]
    was_in_dnevnik: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(String(300), default="")
    phone: Mapped[str] = mapped_column(String(50), default="")
    site: Mapped[str] = mapped_column(String(200), default="")
    license: Mapped[str] = mapped_column(String(200), default="")
    accreditation: Mapped[str] = mapped_column(String(200), default="")


class PeriodRow(Row):
    """A reporting period of some grades."""

    __tablename__ = "period"
    __table_args__ = (UniqueConstraint("school_id", "name", "starts_on"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[PeriodKind] = mapped_column(Code(PeriodKind))
    grades: Mapped[Grades] = mapped_column(GradeSet)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class CalendarRow(Row):
    """Vacation, holiday, day off or moved day."""

    __tablename__ = "calendar_entry"
    __table_args__ = (UniqueConstraint("school_id", "name", "starts_on"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    name: Mapped[str] = mapped_column(String(200))
    kind: Mapped[CalendarKind] = mapped_column(Code(CalendarKind))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    grades: Mapped[Grades] = mapped_column(GradeSet)
    taught_as_day: Mapped[date | None]
    taught_as_weekday: Mapped[int | None] = mapped_column(Integer)
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class BellRow(Row):
    """When a lesson of a bell set begins and ends; weekdays as bits, Monday lowest."""

    __tablename__ = "bell"
    __table_args__ = (UniqueConstraint("school_id", "bell_set", "number", "weekdays", "grades"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    bell_set: Mapped[str] = mapped_column(String(50))
    number: Mapped[int] = mapped_column(Integer)
    starts: Mapped[time]
    ends: Mapped[time]
    weekdays: Mapped[int] = mapped_column(Integer)
    grades: Mapped[Grades] = mapped_column(GradeSet)
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class RoomRow(Row):
    """A room; the building may be empty."""

    __tablename__ = "room"
    __table_args__ = (UniqueConstraint("school_id", "building", "name"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    building: Mapped[str] = mapped_column(String(100), default="")
    name: Mapped[str] = mapped_column(String(50))
    seats: Mapped[int | None] = mapped_column(Integer)


class SubjectRow(Row):
    """A school subject with the least numbers a period mark asks for."""

    __tablename__ = "subject"
    __table_args__ = (UniqueConstraint("school_id", "name"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    name: Mapped[str] = mapped_column(String(100))
    short: Mapped[str] = mapped_column(String(40))
    area: Mapped[str] = mapped_column(String(100), default="")
    unassessed: Mapped[bool] = mapped_column(default=False)
    written_least: Mapped[int] = mapped_column(Integer, default=0)
    marks_least: Mapped[int] = mapped_column(Integer, default=0)
    labs_least: Mapped[int] = mapped_column(Integer, default=0)
    practicals_least: Mapped[int] = mapped_column(Integer, default=0)


class PlanTopicRow(Row):
    """A numbered topic of a thematic plan: of a grade, a class or a group of a class (JRN-12)."""

    __tablename__ = "plan_topic"
    __table_args__ = (
        UniqueConstraint("subject_id", "grade", "klass_id", "group_id", "number"),
        Index("ix_plan_topic_klass_id_group_id", "klass_id", "group_id"),
    )

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    grade: Mapped[int | None] = mapped_column(Integer)
    klass_id: Mapped[int | None] = mapped_column(ForeignKey("klass.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("study_group.id"))
    number: Mapped[int] = mapped_column(Integer)
    topic: Mapped[str] = mapped_column(String(500))
    hours: Mapped[int] = mapped_column(Integer, default=1)
    work_kind: Mapped[str | None] = mapped_column(String(32))
    task: Mapped[str] = mapped_column(String(500), default="")
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class SchoolEventRow(Row):
    """A school or class event shown in the diary (DIA-1); without class and grades it is the whole school's.

    `ends_on` is the last day where it takes several; `entered_by` entered it in the chat, a workbook's has nobody.
    """

    __tablename__ = "school_event"
    __table_args__ = (Index("ix_school_event_school_id_day", "school_id", "day"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    name: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(32))
    day: Mapped[date]
    at: Mapped[time | None]
    klass_id: Mapped[int | None] = mapped_column(ForeignKey("klass.id"))
    place: Mapped[str] = mapped_column(String(200), default="")
    audience: Mapped[str] = mapped_column(String(32), default="all")
    entered_at: Mapped[datetime | None] = mapped_column(Instant)
    ends_on: Mapped[date | None]
    grades: Mapped[Grades | None] = mapped_column(GradeSet)
    words: Mapped[str] = mapped_column(Text, default="", server_default="")
    bring: Mapped[str] = mapped_column(String(300), default="", server_default="")
    entered_by: Mapped[OptionalPersonRef]
    cancelled_at: Mapped[datetime | None] = mapped_column(Instant)
