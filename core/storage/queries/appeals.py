"""Reading appeals with the lesson, the mark and the people they are about (DIA-11)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from core.model.appeal import Appeal, AppealCase, Official
from core.model.diary import GivenMark
from core.model.ids import AccountId, AppealId, LessonId, MarkId, PersonId, SchoolId, WorkId
from core.model.people import PersonName, Role
from core.storage.queries.journal import CURRENT_MARK, FACTS, facts_from
from core.storage.rows import (
    AppealRow,
    BindingRow,
    LessonRow,
    LetterItemRow,
    LetterRow,
    MarkRow,
    PersonRow,
    StaffRoleRow,
    WorkRow,
)

_OPEN = AppealRow.answered_at.is_(None)
_OF_CHAIN = or_(MarkRow.id == AppealRow.mark_id, MarkRow.root == AppealRow.mark_id)
_CASES: Select[Any] = (
    select(
        AppealRow.__table__,
        PersonRow.family,
        PersonRow.given,
        PersonRow.patronymic,
        MarkRow.id.label("record"),
        MarkRow.work_id.label("work"),
        MarkRow.value.label("now_value"),
        WorkRow.kind.label("work_kind"),
        WorkRow.title,
    )
    .select_from(AppealRow)
    .join(PersonRow, PersonRow.id == AppealRow.student_id)
    .join(MarkRow, and_(_OF_CHAIN, CURRENT_MARK))
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
)


def cases(db: Connection, ids: Collection[int]) -> dict[AppealId, AppealCase]:
    """Give appeals with all that is shown of them; two statements."""
    return _read(db, AppealRow.id.in_(ids))


def case(db: Connection, key: AppealId) -> AppealCase | None:
    """Give one appeal, None where there is none."""
    return cases(db, [key]).get(key)


def open_of_school(db: Connection, school: SchoolId) -> list[AppealCase]:
    """Give the appeals of a school that wait for an answer, the most urgent first."""
    found = _read(db, and_(_OPEN, AppealRow.school_id == school))
    return sorted(found.values(), key=lambda case: (case.appeal.due_at, case.appeal.id))


def waiting(db: Connection) -> list[AppealCase]:
    """Give the appeals of all schools that wait for an answer."""
    return list(_read(db, _OPEN).values())


def _read(db: Connection, which: ColumnElement[bool]) -> dict[AppealId, AppealCase]:
    rows = db.execute(_CASES.where(which).order_by(AppealRow.id)).all()
    lessons = {row.lesson_id for row in rows}
    known = {row.id: facts_from(row) for row in db.execute(FACTS.where(LessonRow.id.in_(lessons)))} if rows else {}
    return {
        AppealId(row.id): AppealCase(
            appeal=_appeal(row),
            facts=known[row.lesson_id],
            student=PersonName(row.family, row.given, row.patronymic),
            record=MarkId(row.record),
            work=WorkId(row.work),
            now_value=row.now_value,
            kind=row.work_kind,
            title=row.title,
        )
        for row in rows
    }


def _appeal(row: Any) -> Appeal:
    return Appeal(
        id=AppealId(row.id),
        school=SchoolId(row.school_id),
        mark=MarkId(row.mark_id),
        lesson=LessonId(row.lesson_id),
        student=PersonId(row.student_id),
        filed_by=PersonId(row.filed_by),
        filed_at=row.filed_at,
        due_at=row.due_at,
        value=row.value,
        reason=row.reason,
        words=row.words,
        state=row.state,
        answer=row.answer,
        answered_at=row.answered_at,
        answered_by=PersonId(row.answered_by) if row.answered_by else None,
    )


def open_against(db: Connection, marks: Collection[MarkId]) -> list[Appeal]:
    """Give the open appeals against marks, named by the roots of their chains."""
    query = select(AppealRow.__table__).where(AppealRow.mark_id.in_(marks), _OPEN)
    return [_appeal(row) for row in db.execute(query)]


def newest_against(db: Connection, mark: MarkId) -> Appeal | None:
    """Give the newest appeal against a mark, open or ended."""
    query = select(AppealRow.__table__).where(AppealRow.mark_id == mark).order_by(AppealRow.id.desc()).limit(1)
    row = db.execute(query).first()
    return _appeal(row) if row else None


@dataclass(frozen=True, slots=True)
class StandingMark:
    """A mark as the family sees it, by the root of its chain; `told_at` is when its newest push reached the account."""

    mark: GivenMark
    record: MarkId
    student: PersonId
    recorded_at: datetime
    told_at: datetime | None


def standing_mark(db: Connection, root: MarkId, account: AccountId | None) -> StandingMark | None:
    """Give a mark that stands, None for one that was withdrawn or never was."""
    told = (
        select(func.max(LetterRow.settled_at))
        .join(LetterItemRow, LetterItemRow.letter_id == LetterRow.id)
        .where(LetterItemRow.kind == "mark", LetterItemRow.subject_id == root, LetterItemRow.told.is_not(None))
        .where(LetterRow.account_id == account)
        .scalar_subquery()
    )
    query = (
        select(MarkRow.__table__, WorkRow.kind, WorkRow.weight, WorkRow.title, LessonRow.day, told.label("told_at"))
        .join(WorkRow, WorkRow.id == MarkRow.work_id)
        .join(LessonRow, LessonRow.id == MarkRow.lesson_id)
        .where(or_(MarkRow.id == root, MarkRow.root == root), CURRENT_MARK, MarkRow.value.is_not(None))
    )
    row: Any = db.execute(query).first()
    if row is None:
        return None
    given = GivenMark(root, LessonId(row.lesson_id), row.day, row.value, row.kind, row.weight, row.title, row.comment)
    return StandingMark(given, MarkId(row.id), PersonId(row.student_id), row.recorded_at, row.told_at)


def deputies(db: Connection, school: SchoolId, grade: int) -> list[PersonId]:
    """Give the deputies of a school who look after a grade [001 §5]."""
    query = (
        select(PersonRow.id, StaffRoleRow.grades)
        .join(StaffRoleRow, StaffRoleRow.person_id == PersonRow.id)
        .where(PersonRow.school_id == school, StaffRoleRow.role == Role.DEPUTY)
        .order_by(PersonRow.id)
    )
    return [PersonId(person) for person, grades in db.execute(query) if grade in grades]


_OFFICE = (Role.DEPUTY, Role.HEAD, Role.ADMINISTRATOR)


def officials(db: Connection, school: SchoolId, today: date) -> list[Official]:
    """Give the deputies, heads and administrators of a school who are in service."""
    came = (
        select(BindingRow.id)
        .where(
            BindingRow.person_id == PersonRow.id, BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None)
        )
        .exists()
    )
    query = (
        select(PersonRow.id, StaffRoleRow.role, StaffRoleRow.grades, came)
        .join(StaffRoleRow, StaffRoleRow.person_id == PersonRow.id)
        .where(PersonRow.school_id == school, StaffRoleRow.role.in_(_OFFICE))
        .where(or_(PersonRow.until.is_(None), PersonRow.until >= today))
        .order_by(PersonRow.id)
    )
    return [Official(PersonId(key), role, grades, bool(entered)) for key, role, grades, entered in db.execute(query)]


def deciding(db: Connection, people: Collection[PersonId]) -> frozenset[PersonId]:
    """Give who of some people is a deputy."""
    query = select(StaffRoleRow.person_id).where(StaffRoleRow.person_id.in_(people), StaffRoleRow.role == Role.DEPUTY)
    return frozenset(PersonId(person) for person in db.execute(query).scalars())
