"""A child's final marks as a family reads them (DIA-4)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from core.model.diary import SubjectName
from core.model.final_sheet import ResultTerm
from core.model.ids import PersonId, SubjectId
from core.model.mark import MarkValue
from core.storage.queries.journal import CURRENT_FINAL
from core.storage.rows import FinalMarkRow, PeriodRow, SubjectRow


@dataclass(frozen=True, slots=True)
class Result:
    """A mark that stands; `begins` is the first day of its period, the earliest day for other terms."""

    year: int
    term: ResultTerm
    begins: date
    subject: SubjectName
    value: MarkValue


def results(db: Connection, student: PersonId) -> tuple[Result, ...]:
    """Give all final marks of a student that stand, of all years; one statement."""
    query = (
        select(
            FinalMarkRow.year,
            FinalMarkRow.kind,
            FinalMarkRow.value,
            PeriodRow.name.label("period"),
            PeriodRow.starts_on,
            SubjectRow.id,
            SubjectRow.name,
            SubjectRow.short,
        )
        .join(SubjectRow, SubjectRow.id == FinalMarkRow.subject_id)
        .outerjoin(PeriodRow, PeriodRow.id == FinalMarkRow.period_id)
        .where(FinalMarkRow.student_id == student, FinalMarkRow.value.is_not(None), CURRENT_FINAL)
    )
    return tuple(
        Result(
            year=row.year,
            term=ResultTerm(row.kind, row.period or ""),
            begins=row.starts_on or date.min,
            subject=SubjectName(SubjectId(row.id), row.name, row.short),
            value=row.value,
        )
        for row in db.execute(query)
    )
