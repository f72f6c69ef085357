"""What a teacher asks the deputy for: leave to write where the window is closed (JRN-10, JRN-11)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model.access import Subject
from core.model.final_mark import LatePermission
from core.model.people import PersonName


class LateReason(StrEnum):
    """Why a record is late or wrong, so that asking takes one tap."""

    ILLNESS = "illness"
    OUTAGE = "outage"
    RETAKE = "retake"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class LateRequest:
    """A request with the names people know its place by; `term` is the period's name, empty for the year.

    `day` and `number` are the lesson's, `student` is empty for everybody, `marker` is the name of who asks.
    """

    permission: LatePermission
    scope: Subject
    klass: str
    subgroup: str
    subject: str
    marker: PersonName
    day: date | None = None
    number: int = 0
    term: str = ""
    student: str = ""
