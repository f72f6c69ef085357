"""Letters that nobody got, as the administrator tends them (NTF-1)."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.model.ids import LetterId, SchoolId
from core.model.people import PersonName


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A letter that was given up: its kind, when, why ("refused" by Telegram, "spoilt": not to be composed, or ""), for
    whom, where that is somebody. What it says is for its reader alone.
    """

    id: LetterId
    kind: str
    at: datetime
    reason: str
    reader: PersonName | None


@dataclass(frozen=True, slots=True)
class DeadLetters:
    """The dead letters of a school, the newest first."""

    school: SchoolId
    zone: ZoneInfo
    letters: tuple[DeadLetter, ...]
