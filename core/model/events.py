"""What happened, told by use cases in their own transaction; `notifications` decides who hears of it (NTF-1)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.model.ids import EventId, PersonId, SchoolId


class EventKind(StrEnum):
    """Kinds of events."""

    MARK = "mark"
    ATTENDANCE = "attendance"
    HOMEWORK = "homework"
    REMARK = "remark"
    ENTRY = "entry"
    KLASS_ENTRY = "klass_entry"
    ENTRY_TO_CONFIRM = "entry_to_confirm"
    ENTRY_CONFIRMED = "entry_confirmed"
    ACCESS_CUT = "access_cut"
    LESSON_CHANGE = "lesson_change"
    LESSON_CHANGE_STAFF = "lesson_change_staff"
    APPEAL = "appeal"
    ACCESS_LOST = "access_lost"
    CONTROL_REMARK = "control_remark"
    CONTROL_ANSWER = "control_answer"
    ANALYSIS = "analysis"
    SIGNAL = "signal"
    KLASS_SIGNAL = "klass_signal"
    GAP = "gap"
    SUBGROUP = "subgroup"
    DATA_FAULT = "data_fault"
    PERIOD_MARK = "period_mark"
    LATE_ASKED = "late_asked"
    LATE_ANSWERED = "late_answered"
    PARDON = "pardon"
    ABSENCE_NOTE = "absence_note"
    ABSENCE_UNKNOWN = "absence_unknown"
    ABSENCE_ANSWER = "absence_answer"
    ABSENCE_ASKED = "absence_asked"
    NOTICE = "notice"
    NOTICE_URGENT = "notice_urgent"
    NOTICE_STAFF = "notice_staff"
    NOTICE_REMINDER = "notice_reminder"
    RETURNED = "returned"
    SCHOOL_EVENT = "school_event"
    SCHOOL_EVENT_STAFF = "school_event_staff"
    DAY_MOVED = "day_moved"
    DAY_MOVED_STAFF = "day_moved_staff"
    MESSAGE = "message"
    MESSAGE_STAFF = "message_staff"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Event:
    """Something happened to `student` (or to `person`); `subject` is the id of what it is about.

    For marks the subject is the root of the mark's chain, for attendance the lesson, for homework its id.
    """

    kind: EventKind
    school: SchoolId
    subject: int
    at: datetime
    student: PersonId | None = None
    person: PersonId | None = None
    actor: PersonId | None = None
    id: EventId | None = None
