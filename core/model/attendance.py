"""Who was not there, or came late. Presence is the silence of a lesson whose attendance was taken."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.ids import AttendanceId, LessonId, PersonId


class Presence(StrEnum):
    """State of a student in a lesson (JRN-2)."""

    PRESENT = "present"
    ABSENT = "absent"
    ILL = "ill"
    EXCUSED = "excused"
    LATE = "late"

    @property
    def missed(self) -> bool:
        """Tell whether the lesson was missed, for whatever reason."""
        return self in (Presence.ABSENT, Presence.ILL, Presence.EXCUSED)


LATE_MINUTES_DEFAULT = 5
LATE_MINUTES_LIMIT = 45


@dataclass(frozen=True, slots=True)
class Attendance:
    """A record of presence as it stands; `minutes` is how late, in minutes, 0 where nobody was late."""

    id: AttendanceId
    lesson: LessonId
    student: PersonId
    presence: Presence
    minutes: int
    recorded_at: datetime
    recorded_by: PersonId
