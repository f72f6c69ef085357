"""Which periods are to be foretold, and for whom (DIA-6)."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, select

from core.model.calendar import Period
from core.model.ids import KlassId, PeriodId, PersonId, SchoolId
from core.storage.queries.children import enrolled_on
from core.storage.rows import EnrolmentRow, KlassRow, PeriodRow


def periods(db: Connection, schools: Collection[SchoolId]) -> dict[SchoolId, tuple[Period, ...]]:
    """Give the periods of schools, of all years."""
    found: dict[SchoolId, list[Period]] = defaultdict(list)
    for row in db.execute(select(*PeriodRow.__table__.c).where(PeriodRow.school_id.in_(schools))):
        period = Period(PeriodId(row.id), row.name, row.kind, row.grades, row.starts_on, row.ends_on)
        found[SchoolId(row.school_id)].append(period)
    return {school: tuple(some) for school, some in found.items()}


def klasses(
    db: Connection, school: SchoolId, grades: Collection[int], today: date
) -> dict[KlassId, tuple[PersonId, ...]]:
    """Give the classes of some grades with the students who are in them today."""
    found: dict[KlassId, list[PersonId]] = defaultdict(list)
    query = (
        select(KlassRow.id, EnrolmentRow.student_id)
        .join(EnrolmentRow, EnrolmentRow.klass_id == KlassRow.id)
        .where(KlassRow.school_id == school, KlassRow.grade.in_(grades), enrolled_on(today))
        .order_by(KlassRow.id, EnrolmentRow.student_id)
    )
    for klass, student in db.execute(query):
        found[KlassId(klass)].append(PersonId(student))
    return {klass: tuple(students) for klass, students in found.items()}
