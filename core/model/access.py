"""Who acts, what they do, and on what: the words in which the access matrix speaks (ACC-3)."""

from dataclasses import dataclass, field
from enum import StrEnum

from core.model.ids import AccountId, GroupId, KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.school import ALL_GRADES, Grades


class Relation(StrEnum):
    """How somebody stands to what is acted on, the closest first.

    HANDED_OVER: a lesson of one's own, or of one's group, that somebody else gives as a substitute.
    """

    SELF = "self"
    OWN_CHILD = "own_child"
    OWN_LESSON = "own_lesson"
    SUBSTITUTED = "substituted"
    OWN_GROUP = "own_group"
    HANDED_OVER = "handed_over"
    OWN_KLASS = "own_klass"
    OWN_SCHOOL = "own_school"
    OUTSIDE = "outside"


class Action(StrEnum):
    """Everything that can be done, by chapter of the requirements. A use case without its action here cannot exist."""

    # 1 access
    ACCOUNT_MANAGE_OWN = "account.manage_own"
    INVITATION_ISSUE = "invitation.issue"
    INVITATION_REVOKE = "invitation.revoke"
    INVITATION_BOARD = "invitation.board"
    ENTRY_CONFIRM_STAFF = "entry.confirm_staff"
    ACCESS_CUT = "access.cut"
    ACCESS_REPORT_OWN_LOST = "access.report_own_lost"
    ACCESS_REPORT_LOST = "access.report_lost"
    OPERATIONS_REVIEW = "operations.review"
    CONSENT_RECORD_PAPER = "consent.record_paper"
    CONSENT_LIST = "consent.list"
    # 2 diary
    DIARY_READ = "diary.read"
    DIARY_TICK_HOMEWORK = "diary.tick_homework"
    DIARY_EXPORT = "diary.export"
    ATTACHMENT_READ = "attachment.read"
    FORECAST_READ = "forecast.read"
    ABSENCE_ANNOUNCE = "absence.announce"
    APPEAL_FILE = "appeal.file"
    MESSAGE_WRITE = "message.write"
    MESSAGE_COMPLAIN = "message.complain"
    NOTICE_CONFIRM_READ = "notice.confirm_read"
    PREFERENCES_SET = "preferences.set"
    # 3 journal
    LESSON_READ = "lesson.read"
    JOURNAL_READ = "journal.read"
    ATTENDANCE_TAKE = "attendance.take"
    MARK_SET = "mark.set"
    MARK_CORRECT = "mark.correct"
    WORK_DECLARE = "work.declare"
    TOPIC_SET = "topic.set"
    HOMEWORK_SET = "homework.set"
    REMARK_WRITE = "remark.write"
    NOTHING_RECORD = "nothing.record"
    PLAN_EDIT = "plan.edit"
    PERIOD_MARK_SET = "period_mark.set"
    PERIOD_MARK_REOPEN = "period_mark.reopen"
    EXAM_MARK_SET = "exam_mark.set"
    DIAGNOSTIC_ENTER = "diagnostic.enter"
    SIGNAL_TELL = "signal.tell"
    APPEAL_ANSWER = "appeal.answer"
    APPEAL_DECIDE = "appeal.decide"
    THREAD_MUTE = "thread.mute"
    # 4 class teacher
    KLASS_OVERVIEW = "klass.overview"
    ABSENCE_REASON_CORRECT = "absence_reason.correct"
    ABSENCE_NOTE_ACCEPT = "absence_note.accept"
    NOTICE_SEND_KLASS = "notice.send_klass"
    NOTICE_SEND_SCHOOL = "notice.send_school"
    SUBGROUP_EDIT = "subgroup.edit"
    EVENT_EDIT_KLASS = "event.edit_klass"
    EVENT_EDIT_SCHOOL = "event.edit_school"
    KLASS_REPORT = "klass.report"
    KLASS_TIMETABLE_EDIT = "klass_timetable.edit"
    DATA_CHECK = "data.check"
    GAP_TELL = "gap.tell"
    GROUP_CHAT_BIND = "group_chat.bind"
    REACH_NOTE = "reach.note"
    # 5 control
    DUTY_BOARD_READ = "duty_board.read"
    FILL_RATES_READ = "fill_rates.read"
    CONTROL_REMARK_WRITE = "control_remark.write"
    CONTROL_REMARK_RESOLVE = "control_remark.resolve"
    ANALYSIS_POST = "analysis.post"
    MARK_CHANGES_READ = "mark_changes.read"
    OBJECTIVITY_READ = "objectivity.read"
    AUDIT_VERIFY = "audit.verify"
    FRAUD_LIST_READ = "fraud_list.read"
    DUTY_PARDON = "duty.pardon"
    DUTY_CONFIRM = "duty.confirm"
    BACKDATING_PERMIT = "backdating.permit"
    THREAD_READ_COMPLAINED = "thread.read_complained"
    # 6 administration
    SCHOOL_IMPORT = "school.import"
    SCHOOL_SETTINGS = "school.settings"
    REGULATION_READ = "regulation.read"
    REGULATION_EDIT = "regulation.edit"
    TIMETABLE_READ = "timetable.read"
    TIMETABLE_EDIT = "timetable.edit"
    LESSON_CHANGE = "lesson.change"
    CURRICULUM_EDIT = "curriculum.edit"
    CALENDAR_EDIT = "calendar.edit"
    MOVEMENT_RECORD = "movement.record"
    YEAR_CLOSE = "year.close"
    ARCHIVE_MAKE = "archive.make"
    BACKUP_MAKE = "backup.make"
    INTERCHANGE_EXPORT = "interchange.export"
    DEAD_LETTERS_TEND = "dead_letters.tend"
    INSPECTION_PASS_ISSUE = "inspection_pass.issue"  # noqa: S105 - a pass for an inspector, no secret
    # 9 reports
    PARENT_SHEET_PRINT = "parent_sheet.print"
    JOURNAL_PRINT = "journal.print"
    SCHOOL_REPORT = "school.report"
    PERIOD_SHEET_PRINT = "period_sheet.print"
    INSPECTION_PACK = "inspection_pack.make"


@dataclass(frozen=True, slots=True)
class Capacity:
    """One person an account may act as, in one role, with everything relations are computed from."""

    person: PersonId
    school: SchoolId
    role: Role
    name: str = ""
    children: frozenset[PersonId] = frozenset()
    klasses: frozenset[KlassId] = frozenset()
    groups: frozenset[GroupId] = frozenset()
    grades: Grades = ALL_GRADES


@dataclass(frozen=True, slots=True)
class Actor:
    """An account with all it may act as; `consented`: the present consent text was accepted (ACC-4);
    `pending`: a staff entry waits for the administrator (ACC-1).
    """

    account: AccountId | None
    telegram: int | None
    language: str = "ru"
    consented: bool = True
    capacities: tuple[Capacity, ...] = ()
    focus: PersonId | None = None
    pending: bool = False

    def roles(self) -> frozenset[Role]:
        """Give every role this account has somewhere."""
        return frozenset(capacity.role for capacity in self.capacities)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is acted on, as far as relations need to know it; None where it does not apply."""

    school: SchoolId
    student: PersonId | None = None
    klass: KlassId | None = None
    grade: int | None = None
    group: GroupId | None = None
    teacher: PersonId | None = None
    substitute: PersonId | None = None
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Permit:
    """An action allowed: in which capacity, and by which relation. Audit keeps it."""

    action: Action
    capacity: Capacity
    relation: Relation = field(default=Relation.OWN_SCHOOL)
