"""What is told to one person in one message: texts by id, buttons by what they do."""

from dataclasses import dataclass, field
from enum import StrEnum

from core.model.homework import FileKind
from locales import Markup


class LetterKind(StrEnum):
    """Kinds of letters: those of events carry their event's name, nudges are forms (NTF-5)."""

    MARK = "mark"
    ATTENDANCE = "attendance"
    HOMEWORK = "homework"
    REMARK = "remark"
    ENTRY = "entry"
    KLASS_ENTRY = "klass_entry"
    ENTRY_TO_CONFIRM = "entry_to_confirm"
    ENTRY_CONFIRMED = "entry_confirmed"
    ACCESS_CUT = "access_cut"
    APPEAL = "appeal"
    ACCESS_LOST = "access_lost"
    RECEIPT = "receipt"
    ANCHOR = "anchor"
    LESSON_FORM = "lesson_form"
    HOMEWORK_FORM = "homework_form"
    DUTY_LIST = "duty_list"
    LESSON_CHANGE = "lesson_change"
    LESSON_CHANGE_STAFF = "lesson_change_staff"
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
    FORECAST = "forecast"
    EVENING = "evening"
    FRIDAY = "friday"
    PARDON = "pardon"
    MESSAGE = "message"
    MESSAGE_STAFF = "message_staff"
    COMPLAINT = "complaint"
    ABSENCE_NOTE = "absence_note"
    ABSENCE_UNKNOWN = "absence_unknown"
    ABSENCE_ANSWER = "absence_answer"
    ABSENCE_ASKED = "absence_asked"
    OVERDUE_OF_OTHERS = "overdue_of_others"
    DIGEST = "digest"
    ROLL_UP = "roll_up"
    NOTICE = "notice"
    NOTICE_URGENT = "notice_urgent"
    NOTICE_STAFF = "notice_staff"
    NOTICE_REMINDER = "notice_reminder"
    RETURNED = "returned"
    SCHOOL_EVENT = "school_event"
    SCHOOL_EVENT_STAFF = "school_event_staff"
    DAY_MOVED = "day_moved"
    DAY_MOVED_STAFF = "day_moved_staff"
    EVENT_SOON = "event_soon"


class Act(StrEnum):
    """What a button of a letter does; in brackets the ids it carries. Days are `date.toordinal()`."""

    OPEN_DAY = "open_day"
    """(student, day)"""
    OPEN_MARKS = "open_marks"
    """(student,)"""
    ALLOW_LATE = "allow_late"
    """(permission,)"""
    REFUSE_LATE = "refuse_late"
    """(permission,)"""
    OPEN_FINALS = "open_finals"
    """(group, period), 0 for the year"""
    OPEN_FORECAST = "open_forecast"
    """(student,)"""
    TICK_EVENING = "tick_evening"
    """(student, homework, 1 done or 0 not, day)"""
    OPEN_RESULTS = "open_results"
    """(student,)"""
    OPEN_HOMEWORK = "open_homework"
    """(student, day), or (student,) where nothing has a day"""
    OPEN_LESSON = "open_lesson"
    """(lesson,)"""
    TAKE_ATTENDANCE = "take_attendance"
    """(lesson,)"""
    ALL_PRESENT = "all_present"
    """(lesson,)"""
    SET_MARKS = "set_marks"
    """(lesson,)"""
    NO_MARKS = "no_marks"
    """(lesson,)"""
    SET_TOPIC = "set_topic"
    """(lesson,)"""
    HOMEWORK_NONE = "homework_none"
    """(lesson,)"""
    HOMEWORK_PLAN = "homework_plan"
    """(lesson,)"""
    HOMEWORK_WRITE = "homework_write"
    """(lesson,)"""
    TODAY = "today"
    """()"""
    CUT_ACCESS = "cut_access"
    """(binding,)"""
    OPEN_ENTRIES = "open_entries"
    """(klass,)"""
    CONFIRM_STAFF = "confirm_staff"
    """(binding,)"""
    REFUSE_STAFF = "refuse_staff"
    """(binding,)"""
    OPEN_SUBSTITUTION = "open_substitution"
    """(lesson,)"""
    OPEN_APPEAL = "open_appeal"
    """(appeal,)"""
    CORRECT_MARK = "correct_mark"
    """(work, student)"""
    EXPLAIN_MARK = "explain_mark"
    """(appeal,)"""
    FORWARD_APPEAL = "forward_appeal"
    """(appeal,)"""
    PERMIT_APPEAL = "permit_appeal"
    """(appeal,)"""
    ANSWER_MESSAGE = "answer_message"
    """(thread,)"""
    OPEN_THREAD = "open_thread"
    """(thread,)"""
    OPEN_COMPLAINT = "open_complaint"
    """(complaint,)"""
    OPEN_LOST = "open_lost"
    """(report,)"""
    LOST_SINCE = "lost_since"
    """(report, day), or (report,) where it was only just lost"""
    REPORT_LOST = "report_lost"
    """()"""
    RESOLVE_REMARK = "resolve_remark"
    """(control remark,)"""
    ANSWER_REMARK = "answer_remark"
    """(control remark,)"""
    OPEN_CONTROL_REMARK = "open_control_remark"
    """(control remark,)"""
    OPEN_BOARD_TEACHER = "open_board_teacher"
    """(teacher,)"""
    OPEN_DUTY = "open_duty"
    """(row, kind, number, cycle, at): see `core.rules.duty_numbers`"""
    PARDON_DUTY = "pardon_duty"
    """as above"""
    ANSWER_ABSENCE = "answer_absence"
    """(student, day, place of the reason from 1 on)"""
    OPEN_ABSENCE_NOTE = "open_absence_note"
    """(note,)"""
    ACCEPT_ABSENCE = "accept_absence"
    """(note, place of the reason from 1 on, 0: as it was said)"""
    REFUSE_ABSENCE = "refuse_absence"
    """(note,)"""
    MY_DUTIES = "my_duties"
    """()"""
    READ_NOTICE = "read_notice"
    """(notice,)"""
    OPEN_NOTICE = "open_notice"
    """(notice,)"""
    SETTLE_FAULT = "settle_fault"
    """(data fault,)"""
    OPEN_DIVISION = "open_division"
    """(group,)"""
    OPEN_EVENTS = "open_events"
    """(student,)"""
    OPEN_EVENT = "open_event"
    """(event,)"""


@dataclass(frozen=True, slots=True)
class LetterButton:
    """A button: the id of its label with arguments, what it does, and to what."""

    text_id: str
    act: Act
    ids: tuple[int, ...] = ()
    args: dict[str, str | int] = field(default_factory=dict)


Buttons = tuple[tuple[LetterButton, ...], ...]


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A file that goes with a letter, by the id under which Telegram keeps it."""

    kind: FileKind
    file_id: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it goes out now. `told` says of each item (by its row's id) which value the letter tells.

    `reply_to` is the message that told the value which this letter corrects. `files` arrive above the text, a single
    one with the text as its caption where that is short enough.
    """

    text: Markup
    buttons: Buttons = ()
    told: tuple[tuple[int, str], ...] = ()
    reply_to: int | None = None
    silent: bool = False
    files: tuple[LetterFile, ...] = ()
