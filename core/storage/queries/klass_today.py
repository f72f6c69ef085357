"""A class on a day: lessons and absences; two statements (CLS-1)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, or_, select

from core.model.attendance import Presence
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.klass_today import Absence, Absentee, KlassLesson
from core.model.lesson import LessonState
from core.model.people import PersonName, Role
from core.storage.queries.journal import CURRENT_ATTENDANCE, alphabetical
from core.storage.rows import (
    AttendanceRow,
    GapReportRow,
    GroupRow,
    KlassRow,
    LessonRow,
    PersonRow,
    StaffRoleRow,
    SubjectRow,
)

_NAME = (PersonRow.family, PersonRow.given, PersonRow.patronymic)


def lessons(db: Connection, klass: KlassId, day: date) -> tuple[KlassLesson, ...]:
    """Give the lessons of a day in order."""
    keeper = func.coalesce(LessonRow.substitute_id, LessonRow.teacher_id)
    query = (
        select(
            LessonRow.number,
            SubjectRow.name,
            GroupRow.name,
            *_NAME,
            LessonRow.starts_at,
            LessonRow.state,
            LessonRow.attendance_at,
        )
        .join(SubjectRow, SubjectRow.id == LessonRow.subject_id)
        .join(GroupRow, GroupRow.id == LessonRow.group_id)
        .join(PersonRow, PersonRow.id == keeper)
        .where(LessonRow.klass_id == klass, LessonRow.day == day)
        .order_by(LessonRow.number, GroupRow.name)
    )
    return tuple(
        KlassLesson(
            number=number,
            subject=subject,
            subgroup=subgroup,
            keeper=PersonName(family, given, patronymic),
            starts_at=starts_at,
            cancelled=state is LessonState.CANCELLED,
            taken=taken is not None,
        )
        for number, subject, subgroup, family, given, patronymic, starts_at, state, taken in db.execute(query)
    )


def absentees(db: Connection, klass: KlassId, day: date) -> tuple[Absentee, ...]:
    """Give who missed a lesson of a day or came late to it, in the order of a class list."""
    query = (
        select(
            PersonRow.id,
            *_NAME,
            LessonRow.number,
            AttendanceRow.presence,
            AttendanceRow.minutes,
            AttendanceRow.reason,
        )
        .join(LessonRow, LessonRow.id == AttendanceRow.lesson_id)
        .join(PersonRow, PersonRow.id == AttendanceRow.student_id)
        .where(LessonRow.klass_id == klass, LessonRow.day == day)
        .where(CURRENT_ATTENDANCE, AttendanceRow.presence != Presence.PRESENT)
        .order_by(LessonRow.number)
    )
    found: dict[tuple[PersonId, PersonName], list[Absence]] = defaultdict(list)
    for key, family, given, patronymic, number, presence, minutes, reason in db.execute(query):
        who = (PersonId(key), PersonName(family, given, patronymic))
        found[who].append(Absence(number, presence, minutes, reason))
    people = [Absentee(key, name, tuple(missed)) for (key, name), missed in found.items()]
    return tuple(sorted(people, key=lambda one: alphabetical(one.name)))


def deputies(db: Connection, school: SchoolId, grade: int, today: date) -> list[PersonId]:
    """Give the deputies who watch over a grade."""
    query = (
        select(PersonRow.id, StaffRoleRow.grades)
        .join(StaffRoleRow, StaffRoleRow.person_id == PersonRow.id)
        .where(PersonRow.school_id == school, StaffRoleRow.role == Role.DEPUTY)
        .where(or_(PersonRow.until.is_(None), PersonRow.until >= today))
        .order_by(PersonRow.id)
    )
    return [PersonId(person) for person, grades in db.execute(query) if grade in grades]


@dataclass(frozen=True, slots=True)
class GapFact:
    """Gaps as they were told: who told of whom in which class, how many lessons."""

    klass: str
    teacher: PersonId
    teacher_name: PersonName
    teller: PersonName
    lessons: int


def gaps(db: Connection, ids: Collection[int]) -> dict[int, GapFact]:
    """Give told gaps by their ids."""
    teacher, teller = PersonRow.__table__.alias("teacher"), PersonRow.__table__.alias("teller")
    query = (
        select(
            GapReportRow.id,
            KlassRow.name,
            GapReportRow.teacher_id,
            GapReportRow.lessons,
            *(person.c[part] for person in (teacher, teller) for part in ("family", "given", "patronymic")),
        )
        .join(KlassRow, KlassRow.id == GapReportRow.klass_id)
        .join(teacher, teacher.c.id == GapReportRow.teacher_id)
        .join(teller, teller.c.id == GapReportRow.told_by)
        .where(GapReportRow.id.in_(ids))
    )
    return {
        key: GapFact(klass, PersonId(person), PersonName(*names[:3]), PersonName(*names[3:]), count)
        for key, klass, person, count, *names in db.execute(query)
    }
