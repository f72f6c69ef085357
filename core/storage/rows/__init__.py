"""Declarative rows, private to this room; importing it fills `Row.metadata`."""

from core.storage.rows.absences import AbsenceInquiryRow, AbsenceNoteFileRow, AbsenceNoteRow
from core.storage.rows.base import Row
from core.storage.rows.changes import LessonChangeRow
from core.storage.rows.control import AnalysisRow, ControlRemarkRow, GapReportRow, SignalRow
from core.storage.rows.data_faults import DataFaultRow
from core.storage.rows.delivery import (
    AuditRow,
    EventRow,
    InboxRow,
    KeyValueRow,
    LeaseRow,
    LetterItemRow,
    LetterRow,
)
from core.storage.rows.duties import DutyConfirmationRow, DutyPardonRow
from core.storage.rows.entry import AccountRow, BindingRow, CodeAttemptRow, ConsentRow, InvitationRow
from core.storage.rows.final_marks import FinalMarkRow, LatePermissionRow, PeriodClosingRow
from core.storage.rows.group_chats import GroupChatRow, GroupPostRow
from core.storage.rows.journal import (
    AttachmentRow,
    AttendanceRow,
    HomeworkRow,
    HomeworkTickRow,
    LessonRow,
    MarkRow,
    RemarkRow,
    TimetableRow,
    WorkRow,
)
from core.storage.rows.notices import (
    NoticeFileRow,
    NoticeReaderRow,
    NoticeRow,
    NoticeTargetRow,
    NoticeWordRow,
)
from core.storage.rows.people import (
    AssignmentRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    GuardianshipRow,
    KlassRow,
    PersonRow,
    StaffRoleRow,
)
from core.storage.rows.preferences import AccountHoursRow, TopicChoiceRow
from core.storage.rows.reach import LetterFileRow, LetterRecallRow, ReachStepRow
from core.storage.rows.regulation import RegulationOverrideRow
from core.storage.rows.school import (
    BellRow,
    CalendarRow,
    PeriodRow,
    PlanTopicRow,
    RoomRow,
    SchoolEventRow,
    SchoolRow,
    SubjectRow,
)
from core.storage.rows.scrutiny import AppealRow, ChainAnchorRow, LostReportRow, OperationReviewRow
from core.storage.rows.threads import ThreadComplaintRow, ThreadMessageRow, ThreadRow

__all__ = [
    "AbsenceInquiryRow",
    "AbsenceNoteFileRow",
    "AbsenceNoteRow",
    "AccountHoursRow",
    "AccountRow",
    "AnalysisRow",
    "AppealRow",
    "AssignmentRow",
    "AttachmentRow",
    "AttendanceRow",
    "AuditRow",
    "BellRow",
    "BindingRow",
    "CalendarRow",
    "ChainAnchorRow",
    "CodeAttemptRow",
    "ConsentRow",
    "ControlRemarkRow",
    "DataFaultRow",
    "DutyConfirmationRow",
    "DutyPardonRow",
    "EnrolmentRow",
    "EventRow",
    "FinalMarkRow",
    "GapReportRow",
    "GroupChatRow",
    "GroupMemberRow",
    "GroupPostRow",
    "GroupRow",
    "GuardianshipRow",
    "HomeworkRow",
    "HomeworkTickRow",
    "InboxRow",
    "InvitationRow",
    "KeyValueRow",
    "KlassRow",
    "LatePermissionRow",
    "LeaseRow",
    "LessonChangeRow",
    "LessonRow",
    "LetterFileRow",
    "LetterItemRow",
    "LetterRecallRow",
    "LetterRow",
    "LostReportRow",
    "MarkRow",
    "NoticeFileRow",
    "NoticeReaderRow",
    "NoticeRow",
    "NoticeTargetRow",
    "NoticeWordRow",
    "OperationReviewRow",
    "PeriodClosingRow",
    "PeriodRow",
    "PersonRow",
    "PlanTopicRow",
    "ReachStepRow",
    "RegulationOverrideRow",
    "RemarkRow",
    "RoomRow",
    "Row",
    "SchoolEventRow",
    "SchoolRow",
    "SignalRow",
    "StaffRoleRow",
    "SubjectRow",
    "ThreadComplaintRow",
    "ThreadMessageRow",
    "ThreadRow",
    "TimetableRow",
    "TopicChoiceRow",
    "WorkRow",
]
