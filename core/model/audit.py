"""Entries of the audit chain: ids, never names (CTL-7)."""

from dataclasses import dataclass, field
from enum import StrEnum


class AuditKind(StrEnum):
    """What was done."""

    MARK_SET = "mark.set"
    MARK_CORRECTED = "mark.corrected"
    MARK_WITHDRAWN = "mark.withdrawn"
    ATTENDANCE_SET = "attendance.set"
    ATTENDANCE_CORRECTED = "attendance.corrected"
    LESSON_RECORD = "lesson.record"
    WORK_DECLARED = "work.declared"
    HOMEWORK_SET = "homework.set"
    HOMEWORK_CHANGED = "homework.changed"
    REMARK_WRITTEN = "remark.written"
    INVITATION_ISSUED = "invitation.issued"
    INVITATION_REVOKED = "invitation.revoked"
    ENTERED = "entry.entered"
    ENTRY_CONFIRMED = "entry.confirmed"
    ACCESS_CUT = "access.cut"
    CONSENT_GIVEN = "consent.given"
    CONSENT_WITHDRAWN = "consent.withdrawn"
    SCHOOL_IMPORTED = "school.imported"
    LESSON_CHANGED = "lesson.changed"
    PLAN_CHANGED = "plan.changed"
    APPEAL_FILED = "appeal.filed"
    APPEAL_FORWARDED = "appeal.forwarded"
    APPEAL_PERMITTED = "appeal.permitted"
    APPEAL_EXPLAINED = "appeal.explained"
    APPEAL_CORRECTED = "appeal.corrected"
    ACCESS_LOST = "access.lost"
    OPERATIONS_LISTED = "operations.listed"
    OPERATION_KEPT = "operation.kept"
    OPERATION_REVERSED = "operation.reversed"
    REPORT_MADE = "report.made"
    CONTROL_REMARK_WRITTEN = "control_remark.written"
    CONTROL_REMARK_ANSWERED = "control_remark.answered"
    CONTROL_REMARK_RESOLVED = "control_remark.resolved"
    CONTROL_REMARK_RETURNED = "control_remark.returned"
    CONTROL_REMARK_CONFIRMED = "control_remark.confirmed"
    ANALYSIS_POSTED = "analysis.posted"
    SIGNAL_TOLD = "signal.told"
    GAP_TOLD = "gap.told"
    SUBGROUP_CHANGED = "subgroup.changed"
    REGULATION_CHANGED = "regulation.changed"
    SETTING_CHANGED = "setting.changed"
    DUTY_CONFIRMED = "duty.confirmed"
    DUTY_REOPENED = "duty.reopened"
    DUTY_PARDONED = "duty.pardoned"
    PARDON_ENDED = "pardon.ended"
    FINAL_SET = "final.set"
    FINAL_CORRECTED = "final.corrected"
    FINAL_WITHDRAWN = "final.withdrawn"
    LATE_ASKED = "late.asked"
    LATE_ANSWERED = "late.answered"
    PREFERENCE_CHOSEN = "preference.chosen"
    ABSENCE_ANNOUNCED = "absence.announced"
    ABSENCE_CHANGED = "absence.changed"
    ABSENCE_WITHDRAWN = "absence.withdrawn"
    ABSENCE_DOCUMENTED = "absence.documented"
    ABSENCE_ACCEPTED = "absence.accepted"
    ABSENCE_REFUSED = "absence.refused"
    ABSENCE_ASKED = "absence.asked"
    ABSENCE_OPENED = "absence.opened"
    EVENT_PLANNED = "event.planned"
    EVENT_CHANGED = "event.changed"
    EVENT_CANCELLED = "event.cancelled"
    DAY_MOVED = "day.moved"
    GROUP_CHAT_BOUND = "group_chat.bound"
    GROUP_CHAT_LEFT = "group_chat.left"
    REACH_NOTED = "reach.noted"
    LETTER_REVIVED = "letter.revived"
    LETTER_CLOSED = "letter.closed"
    NOTICE_SCHEDULED = "notice.scheduled"
    NOTICE_CANCELLED = "notice.cancelled"
    NOTICE_SENT = "notice.sent"
    NOTICE_STOPPED = "notice.stopped"
    NOTICE_EDITED = "notice.edited"
    NOTICE_RECALLED = "notice.recalled"
    NOTICE_REMINDED = "notice.reminded"
    MESSAGE_SENT = "message.sent"
    THREAD_MUTED = "thread.muted"
    THREAD_ENDED = "thread.ended"
    THREAD_COMPLAINED = "thread.complained"
    THREAD_READ = "thread.read"
    COMPLAINT_DECIDED = "complaint.decided"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done: `subject_id` is the id of the row it was done to; before and after are canonical short texts."""

    kind: AuditKind
    subject_id: int
    before: str | None = None
    after: str | None = None
    reason: str | None = None
    lesson: int | None = None
    student: int | None = None
    extra: dict[str, str | int | None] = field(default_factory=dict)
