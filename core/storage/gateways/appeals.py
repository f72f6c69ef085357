"""Writing appeals, and the deputy's leave that one may end in (DIA-11, JRN-10)."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError

from core.model.appeal import Appeal, AppealCase, AppealState
from core.model.errors import Refusal, Stale
from core.model.final_mark import PermissionKind
from core.model.ids import AppealId, PersonId
from core.model.late import LateReason
from core.storage.rows import AppealRow, LatePermissionRow


def file(db: Connection, appeal: Appeal) -> AppealId:
    """Keep a new appeal, give its id; that of `appeal` is not looked at. Raises Refusal "appeal-open" for a rival."""
    row = insert(AppealRow).values(
        school_id=appeal.school,
        mark_id=appeal.mark,
        lesson_id=appeal.lesson,
        student_id=appeal.student,
        filed_by=appeal.filed_by,
        filed_at=appeal.filed_at,
        due_at=appeal.due_at,
        value=appeal.value,
        reason=appeal.reason,
        words=appeal.words,
        state=appeal.state,
    )
    try:
        key: int = db.execute(row.returning(AppealRow.id)).scalar_one()
    except IntegrityError as error:
        raise Refusal("appeal-open") from error
    return AppealId(key)


def move(db: Connection, appeal: Appeal, state: AppealState) -> None:
    """Bring an appeal into another state that does not end it. Raises Stale when it has moved meanwhile."""
    _change(db, appeal, state=state)


def answer(db: Connection, appeal: Appeal, state: AppealState, words: str, at: datetime, by: PersonId) -> None:
    """End an appeal. Raises Stale when it has moved meanwhile."""
    _change(db, appeal, state=state, answer=words, answered_at=at, answered_by=by)


def _change(db: Connection, appeal: Appeal, **values: object) -> None:
    here = (AppealRow.id == appeal.id, AppealRow.state == appeal.state, AppealRow.answered_at.is_(None))
    if not db.execute(update(AppealRow).where(*here).values(**values)).rowcount:
        raise Stale


def correct(db: Connection, appeals: Collection[AppealId], at: datetime, by: PersonId) -> None:
    """End appeals by the correction of their marks."""
    here = (AppealRow.id.in_(appeals), AppealRow.answered_at.is_(None))
    ended = {"state": AppealState.CORRECTED, "answered_at": at, "answered_by": by}
    db.execute(update(AppealRow).where(*here).values(**ended))


def permit(db: Connection, case: AppealCase, at: datetime, by: PersonId, until: date) -> None:
    """Record the leave to change the mark's lesson for its student until the end of a day."""
    lesson = case.facts.lesson
    db.execute(
        insert(LatePermissionRow).values(
            school_id=lesson.school,
            kind=PermissionKind.LESSON,
            group_id=lesson.group,
            lesson_id=lesson.id,
            student_id=case.appeal.student,
            asked_by=lesson.keeper,
            asked_at=case.appeal.filed_at,
            granted=True,
            reason=LateReason.MISTAKE.value,
            until=until,
            answered_by=by,
            answered_at=at,
        )
    )
