"""Writing attendance: like marks, records are only ever added."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from core.model.attendance import Presence
from core.model.errors import Stale
from core.model.ids import AttendanceId, PersonId
from core.storage.gateways.marks import Inscription
from core.storage.rows import AttendanceRow


@dataclass(frozen=True, slots=True)
class PresenceRecord:
    """A presence to be written; `replaces` is the record that it comes instead of, `minutes` how late."""

    student: PersonId
    presence: Presence
    minutes: int = 0
    replaces: AttendanceId | None = None
    reason: str = ""


def record(db: Connection, where: Inscription, records: Sequence[PresenceRecord]) -> None:
    """Write presences in one statement. Raises Stale when somebody else wrote one of them meanwhile."""
    rows = [
        {
            "school_id": where.school,
            "lesson_id": where.lesson,
            "student_id": entry.student,
            "presence": entry.presence,
            "minutes": entry.minutes,
            "reason": entry.reason,
            "replaces": entry.replaces,
            "recorded_at": where.at,
            "recorded_by": where.by,
        }
        for entry in records
    ]
    try:
        db.execute(insert(AttendanceRow), rows)
    except IntegrityError as error:
        raise Stale from error
