"""People, roles, classes, groups, and who teaches whom; `entered_at` is when the school entered a row (REG-2)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from core.model.people import PersonKind, Role, Sex
from core.model.school import Grades
from core.storage.rows.base import Key, OptionalPersonRef, PersonRef, Row, SchoolRef
from core.storage.types import Code, GradeSet, Instant


class PersonRow(Row):
    """Somebody of the school; `code` is the school's own stable code."""

    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("school_id", "kind", "code"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    kind: Mapped[PersonKind] = mapped_column(Code(PersonKind))
    code: Mapped[str] = mapped_column(String(64))
    family: Mapped[str] = mapped_column(String(100))
    given: Mapped[str] = mapped_column(String(100))
    patronymic: Mapped[str] = mapped_column(String(100), default="")
    sex: Mapped[Sex] = mapped_column(Code(Sex), default=Sex.UNKNOWN)
    born_on: Mapped[date | None]
    position: Mapped[str] = mapped_column(String(200), default="")
    document: Mapped[str] = mapped_column(String(200), default="")
    category: Mapped[str] = mapped_column(String(100), default="")
    speciality: Mapped[str] = mapped_column(String(200), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    paper_consent_on: Mapped[date | None]
    since: Mapped[date | None]
    until: Mapped[date | None]
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class StaffRoleRow(Row):
    """A role of a member of staff; `grades` are the parallels of a deputy."""

    __tablename__ = "staff_role"
    __table_args__ = (UniqueConstraint("person_id", "role"),)

    id: Mapped[Key]
    person_id: Mapped[PersonRef]
    role: Mapped[Role] = mapped_column(Code(Role))
    grades: Mapped[Grades] = mapped_column(GradeSet)


class KlassRow(Row):
    """A class."""

    __tablename__ = "klass"
    __table_args__ = (UniqueConstraint("school_id", "name"), Index("ix_klass_class_teacher_id", "class_teacher_id"))

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    name: Mapped[str] = mapped_column(String(20))
    grade: Mapped[int] = mapped_column(Integer)
    class_teacher_id: Mapped[OptionalPersonRef]
    bell_set: Mapped[str] = mapped_column(String(50), default="")
    building: Mapped[str] = mapped_column(String(100), default="")
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class EnrolmentRow(Row):
    """A student in a class from a day until a day (both included); open while `until` is empty."""

    __tablename__ = "enrolment"
    __table_args__ = (
        Index("ix_enrolment_klass_id", "klass_id"),
        Index("ix_enrolment_student_id", "student_id"),
        Index(
            "uq_enrolment_open",
            "student_id",
            unique=True,
            sqlite_where=text("until IS NULL"),
            postgresql_where=text("until IS NULL"),
        ),
    )

    id: Mapped[Key]
    student_id: Mapped[PersonRef]
    klass_id: Mapped[int] = mapped_column(ForeignKey("klass.id"))
    since: Mapped[date]
    until: Mapped[date | None]
    order_no: Mapped[str] = mapped_column(String(100), default="")


class GuardianshipRow(Row):
    """A guardian of a student; `electronic` is false where the service was declined on paper (DIA-14)."""

    __tablename__ = "guardianship"
    __table_args__ = (UniqueConstraint("guardian_id", "student_id"), Index("ix_guardianship_student_id", "student_id"))

    id: Mapped[Key]
    guardian_id: Mapped[PersonRef]
    student_id: Mapped[PersonRef]
    relation: Mapped[str] = mapped_column(String(50), default="")
    electronic: Mapped[bool] = mapped_column(default=True)
    applied_on: Mapped[date | None]
    until: Mapped[date | None]


class GroupRow(Row):
    """Those of a class taught a subject together; an empty name is the whole class and has no member rows."""

    __tablename__ = "study_group"
    __table_args__ = (UniqueConstraint("klass_id", "subject_id", "name"),)

    id: Mapped[Key]
    school_id: Mapped[SchoolRef]
    klass_id: Mapped[int] = mapped_column(ForeignKey("klass.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subject.id"))
    name: Mapped[str] = mapped_column(String(100), default="")
    entered_at: Mapped[datetime | None] = mapped_column(Instant)


class GroupMemberRow(Row):
    """A student in a subgroup; open while `until` is empty."""

    __tablename__ = "group_member"
    __table_args__ = (
        UniqueConstraint("group_id", "student_id", "since"),
        Index("ix_group_member_student_id", "student_id"),
    )

    id: Mapped[Key]
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    student_id: Mapped[PersonRef]
    since: Mapped[date]
    until: Mapped[date | None]


class AssignmentRow(Row):
    """Teaching load: who teaches a group, how many hours a week (hundredths), in which room."""

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("group_id", "teacher_id"), Index("ix_assignment_teacher_id", "teacher_id"))

    id: Mapped[Key]
    group_id: Mapped[int] = mapped_column(ForeignKey("study_group.id"))
    teacher_id: Mapped[PersonRef]
    hours: Mapped[int] = mapped_column(Integer)
    room: Mapped[str] = mapped_column(String(50), default="")
    until: Mapped[date | None]
