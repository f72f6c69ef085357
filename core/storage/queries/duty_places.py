"""Where a duty's subject lies: its class and day, so that little has to be read to find it again."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from core.model.duty import DutySubject, Pardon
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.own_duties import ToldPardon
from core.model.people import PersonName, Role
from core.model.school import Grades
from core.storage.rows import DutyConfirmationRow, DutyPardonRow, GroupRow, LessonRow, PersonRow, StaffRoleRow, WorkRow


def place_of(db: Connection, school: SchoolId, kind: str, number: int) -> tuple[KlassId, date] | None:
    """Give class and day of a lesson, or of the lesson of a work; None for what the school doesn't have."""
    query = select(LessonRow.klass_id, LessonRow.day).where(LessonRow.school_id == school)
    if kind == "work":
        query = query.join(WorkRow, WorkRow.lesson_id == LessonRow.id).where(WorkRow.id == number)
    else:
        query = query.where(LessonRow.id == number)
    row = db.execute(query).first()
    return None if row is None else (KlassId(row.klass_id), row.day)


def placed(db: Connection, school: SchoolId, subjects: Collection[DutySubject]) -> dict[str, DutySubject]:
    """Give subjects by their keys, with the class, group, school subject and day of what they name; two statements."""
    lessons = {each.lesson for each in subjects if each.lesson}
    works = {each.work for each in subjects if each.work}
    found = select(LessonRow.id, WorkRow.id.label("work"), LessonRow.klass_id, LessonRow.group_id, LessonRow.subject_id)
    found = found.add_columns(LessonRow.day).join(WorkRow, WorkRow.lesson_id == LessonRow.id, isouter=True)
    found = found.where(LessonRow.school_id == school, or_(LessonRow.id.in_(lessons), WorkRow.id.in_(works)))
    by_lesson: dict[int, Any] = {}
    by_work: dict[int, Any] = {}
    for row in db.execute(found):
        by_lesson[row.id] = row
        by_work[row.work] = row
    groups = select(GroupRow.id, GroupRow.klass_id, GroupRow.subject_id).where(GroupRow.school_id == school)
    wanted = {each.group for each in subjects if each.group}
    by_group = {row.id: row for row in db.execute(groups.where(GroupRow.id.in_(wanted)))}

    def place(subject: DutySubject) -> DutySubject:
        lesson = by_lesson.get(subject.lesson or 0) or by_work.get(subject.work or 0)
        if lesson is not None:
            where = {"klass": lesson.klass_id, "group": lesson.group_id, "subject": lesson.subject_id}
            return replace(subject, lesson=lesson.id, day=lesson.day, **where)
        group = by_group.get(subject.group or 0)
        return subject if group is None else replace(subject, klass=group.klass_id, subject=group.subject_id)

    return {subject.key: place(subject) for subject in subjects}


def confirmed_by(db: Connection, school: SchoolId, rule: str, key: str) -> PersonId | None:
    """Give who said that a duty is done."""
    query = select(DutyConfirmationRow.person_id).where(
        DutyConfirmationRow.school_id == school,
        DutyConfirmationRow.rule_id == rule,
        DutyConfirmationRow.subject_key == key,
    )
    found = db.execute(query).scalar()
    return None if found is None else PersonId(found)


def current_pardons(db: Connection, school: SchoolId, now: datetime) -> tuple[Pardon, ...]:
    """Give the pardons that hold at an instant."""
    query = select(*DutyPardonRow.__table__.c).where(
        DutyPardonRow.school_id == school,
        DutyPardonRow.ended_at.is_(None),
        DutyPardonRow.since <= now,
        or_(DutyPardonRow.until.is_(None), DutyPardonRow.until > now),
    )
    return tuple(_pardon(row) for row in db.execute(query.order_by(DutyPardonRow.id)))


def _pardon(row: Any) -> Pardon:
    return Pardon(
        id=row.id,
        since=row.since,
        until=row.until,
        reason=row.reason,
        by=PersonId(row.by),
        at=row.at,
        rule=row.rule_id,
        person=row.person_id,
        lesson=row.lesson_id,
        klass=row.klass_id,
        subject_key=row.subject_key,
    )


def pardons(db: Connection, ids: Collection[int]) -> dict[int, ToldPardon]:
    """Give pardons by their ids, with who gave them."""
    columns = (*DutyPardonRow.__table__.c, PersonRow.family, PersonRow.given, PersonRow.patronymic)
    query = select(*columns).join(PersonRow, PersonRow.id == DutyPardonRow.by).where(DutyPardonRow.id.in_(ids))
    return {
        row.id: ToldPardon(
            pardon=_pardon(row),
            by=PersonName(row.family, row.given, row.patronymic),
            ended=row.ended_at is not None,
        )
        for row in db.execute(query)
    }


def deputies(db: Connection, school: SchoolId) -> dict[PersonId, Grades]:
    """Give the deputies of a school with the grades they answer for [001 §5]."""
    query = (
        select(StaffRoleRow.person_id, StaffRoleRow.grades)
        .join(PersonRow, PersonRow.id == StaffRoleRow.person_id)
        .where(PersonRow.school_id == school, StaffRoleRow.role == Role.DEPUTY)
    )
    return {PersonId(row.person_id): row.grades for row in db.execute(query)}
