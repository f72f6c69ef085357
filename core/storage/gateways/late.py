"""Writing requests to record late, and what the deputy says to them (JRN-10, JRN-11)."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, insert, or_, update

from core.model.errors import Refusal
from core.model.final_mark import LatePermission
from core.model.ids import LatePermissionId, PersonId
from core.storage.rows import LatePermissionRow


def ask(db: Connection, request: LatePermission) -> LatePermissionId:
    """Write a request."""
    query = insert(LatePermissionRow).values(
        school_id=request.school,
        kind=request.kind,
        group_id=request.group,
        lesson_id=request.lesson,
        period_id=request.period,
        student_id=request.student,
        asked_by=request.asked_by,
        asked_at=request.asked_at,
        reason=request.reason,
    )
    return LatePermissionId(db.execute(query.returning(LatePermissionRow.id)).scalar_one())


def answer(
    db: Connection, key: LatePermissionId, by: PersonId, at: datetime, until: date | None, *, granted: bool
) -> None:
    """Write the deputy's answer. Raises Refusal "late-answered" when there is one already."""
    query = (
        update(LatePermissionRow)
        .where(LatePermissionRow.id == key, LatePermissionRow.granted.is_(None))
        .values(granted=granted, until=until, answered_by=by, answered_at=at)
    )
    if not db.execute(query).rowcount:
        raise Refusal("late-answered")


def use(db: Connection, permissions: Collection[LatePermissionId], at: datetime) -> None:
    """Note that permissions were used; one for a single student is spent by it.

    Raises Refusal "late-answered" when somebody has spent it meanwhile.
    """
    free = or_(LatePermissionRow.used_at.is_(None), LatePermissionRow.student_id.is_(None))
    query = update(LatePermissionRow).where(LatePermissionRow.id.in_(permissions), free).values(used_at=at)
    if db.execute(query).rowcount != len(set(permissions)):
        raise Refusal("late-answered")
