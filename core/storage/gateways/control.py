"""Writing the deputy's remarks to teachers and what becomes of them; analyses that were posted (CTL-3, CTL-4)."""

from datetime import date, datetime

from sqlalchemy import Connection, insert, update

from core.model.control import AnalysisSpan
from core.model.ids import PersonId, SchoolId
from core.storage.rows import AnalysisRow, ControlRemarkRow


def write(
    db: Connection, school: SchoolId, people: tuple[PersonId, PersonId], text: str, due_on: date, at: datetime
) -> int:
    """Keep a remark to the first of two people by the second, give its id."""
    teacher, writer = people
    row = insert(ControlRemarkRow).values(
        school_id=school, teacher_id=teacher, text=text, due_on=due_on, written_at=at, written_by=writer
    )
    key: int = db.execute(row.returning(ControlRemarkRow.id)).scalar_one()
    return key


def answer(db: Connection, remark: int, text: str, at: datetime) -> None:
    """Keep the teacher's answer; an earlier one gives way to it."""
    db.execute(update(ControlRemarkRow).where(ControlRemarkRow.id == remark).values(answer=text, answered_at=at))


def resolve(db: Connection, remark: int, at: datetime) -> None:
    """Note that the teacher has put it right."""
    db.execute(update(ControlRemarkRow).where(ControlRemarkRow.id == remark).values(resolved_at=at))


def give_back(db: Connection, remark: int, due_on: date, at: datetime) -> None:
    """Note that it is not put right yet, and until when it shall be."""
    values = {"resolved_at": None, "returned_at": at, "due_on": due_on}
    db.execute(update(ControlRemarkRow).where(ControlRemarkRow.id == remark).values(values))


def confirm(db: Connection, remark: int, by: PersonId, at: datetime) -> None:
    """Note that the deputy is content."""
    values = {"confirmed_at": at, "confirmed_by": by}
    db.execute(update(ControlRemarkRow).where(ControlRemarkRow.id == remark).values(values))


def post_analysis(
    db: Connection, school: SchoolId, span: tuple[AnalysisSpan, date], text: str, by: PersonId, at: datetime
) -> int:
    """Keep an analysis of a span (its kind and first day) that is posted, give its id."""
    kind, first = span
    row = insert(AnalysisRow).values(school_id=school, span=kind, first=first, text=text, posted_at=at, posted_by=by)
    key: int = db.execute(row.returning(AnalysisRow.id)).scalar_one()
    return key
