"""Writing reports of lost access and what was decided of the operations under it (ACC-5)."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from core.model.ids import LostReportId, PersonId, SchoolId
from core.model.scrutiny import ReviewState
from core.storage.rows import HomeworkRow, LostReportRow, OperationReviewRow, RemarkRow


def report(db: Connection, school: SchoolId, person: PersonId, by: PersonId | None, at: datetime) -> LostReportId:
    """Keep a report, give its id."""
    row = insert(LostReportRow).values(school_id=school, person_id=person, reported_by=by, reported_at=at)
    key: int = db.execute(row.returning(LostReportRow.id)).scalar_one()
    return LostReportId(key)


def name_since(db: Connection, key: LostReportId, since: datetime, by: PersonId) -> None:
    """Note from when on the access may have been in other hands."""
    db.execute(update(LostReportRow).where(LostReportRow.id == key).values(since=since, named_by=by))


def list_operations(db: Connection, key: LostReportId, entries: Iterable[tuple[int, bool]]) -> None:
    """Put entries (number, whether invalid) on a report's list; those that stand there stay as they are."""
    listed = select(OperationReviewRow.seq).where(OperationReviewRow.report_id == key)
    known = set(db.execute(listed).scalars())
    rows = [{"report_id": key, "seq": seq, "invalid": invalid} for seq, invalid in entries if seq not in known]
    if rows:
        db.execute(insert(OperationReviewRow), rows)


def decide(
    db: Connection, key: LostReportId, numbers: Collection[int], state: ReviewState, at: datetime, by: PersonId
) -> None:
    """Note what was decided of operations; closes the report with the last of them."""
    mine = (OperationReviewRow.report_id == key, OperationReviewRow.seq.in_(numbers))
    decided = {"state": state, "decided_at": at, "decided_by": by}
    db.execute(update(OperationReviewRow).where(*mine).values(**decided))
    pending = select(OperationReviewRow.id).where(
        OperationReviewRow.report_id == key, OperationReviewRow.state == ReviewState.PENDING
    )
    if db.execute(pending.limit(1)).first() is None:
        close(db, key, at)


def close(db: Connection, key: LostReportId, at: datetime) -> None:
    """Close a report: nothing is left to look at."""
    still_open = (LostReportRow.id == key, LostReportRow.closed_at.is_(None))
    db.execute(update(LostReportRow).where(*still_open).values(closed_at=at))


def restore_homework(db: Connection, homework: int) -> None:
    """Bring back a homework that was withdrawn."""
    db.execute(update(HomeworkRow).where(HomeworkRow.id == homework).values(withdrawn_at=None))


def restore_remark(db: Connection, remark: int) -> None:
    """Bring back a comment that was withdrawn."""
    db.execute(update(RemarkRow).where(RemarkRow.id == remark).values(withdrawn_at=None))
