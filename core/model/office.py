"""The school today, as those see it who answer for it (CTL-1)."""

from dataclasses import dataclass
from datetime import date

from core.model.board import Tally
from core.model.ids import SchoolId


@dataclass(frozen=True, slots=True)
class Situation:
    """What is told of a school today: lessons, students who missed one, open remarks, the running period's last day.

    `records` are the open and overdue parts of lessons' records; None where the reader doesn't see the board.
    """

    school: SchoolId
    name: str
    today: date
    lessons: int = 0
    cancelled: int = 0
    substituted: int = 0
    absent: int = 0
    ill: int = 0
    remarks: int = 0
    resolved: int = 0
    period: str = ""
    period_ends: date | None = None
    records: Tally | None = None
