"""Identities. Every id is a positive 63-bit integer given by the database."""

from typing import NewType

SchoolId = NewType("SchoolId", int)
PersonId = NewType("PersonId", int)
AccountId = NewType("AccountId", int)
BindingId = NewType("BindingId", int)
InvitationId = NewType("InvitationId", int)
KlassId = NewType("KlassId", int)
GroupId = NewType("GroupId", int)
SubjectId = NewType("SubjectId", int)
PeriodId = NewType("PeriodId", int)
LessonId = NewType("LessonId", int)
WorkId = NewType("WorkId", int)
MarkId = NewType("MarkId", int)
AppealId = NewType("AppealId", int)
LostReportId = NewType("LostReportId", int)
FinalMarkId = NewType("FinalMarkId", int)
LatePermissionId = NewType("LatePermissionId", int)
AttendanceId = NewType("AttendanceId", int)
HomeworkId = NewType("HomeworkId", int)
AttachmentId = NewType("AttachmentId", int)
EventId = NewType("EventId", int)
SchoolEventId = NewType("SchoolEventId", int)
GroupChatId = NewType("GroupChatId", int)
LetterId = NewType("LetterId", int)
ThreadId = NewType("ThreadId", int)
MessageId = NewType("MessageId", int)
ComplaintId = NewType("ComplaintId", int)
AbsenceNoteId = NewType("AbsenceNoteId", int)
NoticeId = NewType("NoticeId", int)

ID_LIMIT = 2**63 - 1
