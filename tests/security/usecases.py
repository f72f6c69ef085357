"""Every use case that a router calls: by which actions it is allowed, on what, and a command for a place."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from core.model.access import Action
from core.model.appeal import AppealReason
from core.model.final_mark import FinalKind, TermKey
from core.model.homework import HomeworkKind
from core.model.journal import LessonPart
from core.model.lesson import WorkKind
from core.model.mark import MarkValue
from core.model.mark_changes import ChangesBy
from core.model.overlay import Setting
from core.model.own_duties import Deal, DutyOf
from core.model.workbook import Workbook
from core.regulation.overlay import row_number
from core.usecases import (
    access,
    administration,
    appeals,
    entry,
    invitations,
    lesson_changes,
    lesson_changing,
    lost,
    mark_changes,
    pardons,
    plan_files,
    plans,
    regulation,
)
from core.usecases.attendance import OpenAttendance, TakeAttendance, take_attendance
from core.usecases.attendance_draft import SetLate, TapStudent, attendance_draft, save_draft, set_late, tap_student
from core.usecases.diary import (
    PickDay,
    ShowDay,
    ShowLesson,
    ShowTimetable,
    ShowWeek,
    pick_day,
    show_day,
    show_lesson,
    show_timetable,
    show_week,
)
from core.usecases.dictation import (
    Dictate,
    OpenList,
    Resolve,
    StoreList,
    dictate,
    drop_list,
    proposed,
    resolve,
    store_list,
)
from core.usecases.final_marks import (
    CorrectFinal,
    OpenFinalMark,
    SetFinal,
    accept_finals,
    card_of_mark,
    correct_final,
    set_final,
    undo_finals,
)
from core.usecases.final_overview import ShowFinals, finals_overview
from core.usecases.final_sheets import OpenFinal, OpenFinals, final_card, final_sheet
from core.usecases.forecast import ShowForecast, show_forecast
from core.usecases.goals import SetGoal, set_goal
from core.usecases.homework import (
    ChangeHomework,
    NoHomework,
    OpenHomework,
    OpenTask,
    PlanHomework,
    SetHomework,
    WithdrawHomework,
    change_homework,
    homework_sheet,
    no_homework,
    plan_homework,
    roster_for_homework,
    set_homework,
    task_sheet,
    withdraw_homework,
)
from core.usecases.homework_reading import (
    OpenFiles,
    ShowHomework,
    ShowHomeworkSubjects,
    ShowSubjectHomework,
    Tick,
    open_files,
    show_homework,
    show_homework_subjects,
    show_subject_homework,
    tick,
)
from core.usecases.late_permissions import (
    AnswerLate,
    AskFinalLate,
    AskLate,
    LatePlace,
    answer_late,
    ask_final_late,
    ask_late,
    late_finals,
    late_lesson,
)
from core.usecases.lesson_reading import OpenLesson, lesson_card
from core.usecases.marks import (
    AddMark,
    CorrectMark,
    NoMarks,
    OpenMark,
    OpenMarks,
    OpenWork,
    SetMark,
    UndoMark,
    WithdrawMark,
    add_mark,
    correct_mark,
    mark_sheet,
    no_marks,
    set_mark,
    sheet_of_mark,
    undo_mark,
    withdraw_mark,
    work_sheet,
)
from core.usecases.objectivity import (
    JudgeGroup,
    JudgeKlass,
    ReadObjectivity,
    judge_group,
    judge_klass,
    read_objectivity,
)
from core.usecases.progress import NoteVisit, ShowAbsences, ShowProgress, note_visit, show_absences, show_progress
from core.usecases.radar import ShowRadar, WhomToAsk, show_radar, whom_to_ask
from core.usecases.remarks import OpenRemarks, WithdrawRemark, WriteRemark, remark_sheet, withdraw_remark, write_remark
from core.usecases.results import ShowResults, show_results
from core.usecases.slips import ReadSlips, read_slips
from core.usecases.substitution import OpenSubstitution, substitution_card
from core.usecases.taking_back import TakeBackNothing, WithdrawWork, take_back_nothing, withdraw_work
from core.usecases.topics import OpenTopics, SetTopic, set_topic, topic_sheet
from core.usecases.works import ChangeWork, DeclareWork, ReceiveResults, change_work, declare_work, receive_results
from tests.chats.stage import PEPPER
from tests.security.absence_uses import ABSENCES
from tests.security.control_uses import CONTROL
from tests.security.message_uses import MESSAGES
from tests.security.notice_uses import NOTICES
from tests.security.talk_uses import TALK
from tests.security.week_uses import WEEK
from tests.world import TODAY

Ids = dict[str, Any]
NO_PLAN = Workbook(school=None)


@dataclass(frozen=True, slots=True)
class Use:
    """A use case, what it is done to, the command for the ids of a place, and the actions that allow it."""

    usecase: Callable[[Any, Any], Awaitable[Any]]
    about: str
    command: Callable[[Ids], Any]
    actions: tuple[Action, ...]


def _uses(about: str, *uses: tuple[Any, Callable[[Ids], Any], Action | tuple[Action, ...]]) -> tuple[Use, ...]:
    return tuple(
        Use(case, about, command, actions if isinstance(actions, tuple) else (actions,))
        for case, command, actions in uses
    )


A = Action
YEAR = TermKey(FinalKind.YEAR)
ROW = "moscow-region.marks"


def _marks_of(at: Ids) -> DutyOf:
    """The duty of marking a place's lesson."""
    return DutyOf(row_number(ROW), f"lesson:{at['lesson']}")


USES = (
    *_uses(
        "lesson",
        (lesson_card, lambda at: OpenLesson(at["lesson"]), A.LESSON_READ),
        (whom_to_ask, lambda at: WhomToAsk(at["lesson"]), A.FORECAST_READ),
        (attendance_draft, lambda at: OpenAttendance(at["lesson"]), A.ATTENDANCE_TAKE),
        (save_draft, lambda at: OpenAttendance(at["lesson"]), A.ATTENDANCE_TAKE),
        (tap_student, lambda at: TapStudent(at["lesson"], at["pupil"]), A.ATTENDANCE_TAKE),
        (set_late, lambda at: SetLate(at["lesson"], at["pupil"], 5), A.ATTENDANCE_TAKE),
        (take_attendance, lambda at: TakeAttendance(at["lesson"]), A.ATTENDANCE_TAKE),
        (mark_sheet, lambda at: OpenMarks(at["lesson"]), A.MARK_SET),
        (declare_work, lambda at: DeclareWork(at["lesson"], WorkKind.CONTROL), A.WORK_DECLARE),
        (no_marks, lambda at: NoMarks(at["lesson"]), A.NOTHING_RECORD),
        (no_homework, lambda at: NoHomework(at["lesson"]), A.NOTHING_RECORD),
        (take_back_nothing, lambda at: TakeBackNothing(at["lesson"], LessonPart.MARKS), A.NOTHING_RECORD),
        (homework_sheet, lambda at: OpenHomework(at["lesson"]), A.HOMEWORK_SET),
        (roster_for_homework, lambda at: OpenHomework(at["lesson"]), A.HOMEWORK_SET),
        (set_homework, lambda at: SetHomework(at["lesson"], "§1"), A.HOMEWORK_SET),
        (plan_homework, lambda at: PlanHomework(at["lesson"]), A.HOMEWORK_SET),
        (topic_sheet, lambda at: OpenTopics(at["lesson"]), A.TOPIC_SET),
        (set_topic, lambda at: SetTopic(at["lesson"], "Степени"), A.TOPIC_SET),
        (remark_sheet, lambda at: OpenRemarks(at["lesson"]), A.REMARK_WRITE),
        (write_remark, lambda at: WriteRemark(at["lesson"], at["pupil"], "Молодец"), A.REMARK_WRITE),
        (substitution_card, lambda at: OpenSubstitution(at["lesson"]), A.ATTENDANCE_TAKE),
        (lesson_changes.open_change, lambda at: lesson_changes.OpenChange(at["lesson"]), A.LESSON_CHANGE),
        (lesson_changes.list_substitutes, lambda at: lesson_changes.OpenChange(at["lesson"]), A.LESSON_CHANGE),
        (lesson_changes.list_move_days, lambda at: lesson_changes.OpenChange(at["lesson"]), A.LESSON_CHANGE),
        (
            lesson_changes.list_move_numbers,
            lambda at: lesson_changes.OpenMoveDay(at["lesson"], TODAY),
            A.LESSON_CHANGE,
        ),
        (lesson_changes.list_rooms, lambda at: lesson_changes.OpenChange(at["lesson"]), A.LESSON_CHANGE),
        (lesson_changing.substitute, lambda at: lesson_changing.Substitute(at["lesson"], None), A.LESSON_CHANGE),
        (lesson_changing.cancel_lesson, lambda at: lesson_changing.CancelLesson(at["lesson"]), A.LESSON_CHANGE),
        (lesson_changing.return_lesson, lambda at: lesson_changing.ReturnLesson(at["lesson"]), A.LESSON_CHANGE),
        (lesson_changing.move_lesson, lambda at: lesson_changing.MoveLesson(at["lesson"], TODAY, 7), A.LESSON_CHANGE),
        (lesson_changing.change_room, lambda at: lesson_changing.ChangeRoom(at["lesson"], typed="9"), A.LESSON_CHANGE),
        (late_lesson, lambda at: LatePlace(at["lesson"], at["pupil"]), A.MARK_SET),
        (ask_late, lambda at: AskLate(at["lesson"], at["pupil"]), A.MARK_SET),
    ),
    *_uses(
        "record",
        (work_sheet, lambda at: OpenWork(at["work"]), A.MARK_SET),
        (set_mark, lambda at: SetMark(at["work"], at["pupil"], MarkValue.TWO), A.MARK_SET),
        (add_mark, lambda at: AddMark(at["work"], at["pupil"], MarkValue.TWO, 1), A.MARK_SET),
        (dictate, lambda at: Dictate(at["work"], "5"), A.MARK_SET),
        (proposed, lambda at: OpenList(at["work"]), A.MARK_SET),
        (drop_list, lambda at: OpenList(at["work"]), A.MARK_SET),
        (resolve, lambda at: Resolve(at["work"], 0, None), A.MARK_SET),
        (store_list, lambda at: StoreList(at["work"]), A.MARK_SET),
        (change_work, lambda at: ChangeWork(at["work"], weight=2), A.WORK_DECLARE),
        (withdraw_work, lambda at: WithdrawWork(at["work"]), A.WORK_DECLARE),
        (receive_results, lambda at: ReceiveResults(at["work"]), A.DIAGNOSTIC_ENTER),
        (sheet_of_mark, lambda at: OpenMark(at["mark"]), A.MARK_CORRECT),
        (correct_mark, lambda at: CorrectMark(at["mark"], MarkValue.TWO), A.MARK_CORRECT),
        (withdraw_mark, lambda at: WithdrawMark(at["mark"]), A.MARK_CORRECT),
        (undo_mark, lambda at: UndoMark(at["mark"]), A.MARK_CORRECT),
        (task_sheet, lambda at: OpenTask(at["task"]), A.HOMEWORK_SET),
        (change_homework, lambda at: ChangeHomework(at["task"], kind=HomeworkKind.ORAL), A.HOMEWORK_SET),
        (withdraw_homework, lambda at: WithdrawHomework(at["task"]), A.HOMEWORK_SET),
        (withdraw_remark, lambda at: WithdrawRemark(at["remark"]), A.REMARK_WRITE),
        (appeals.forward_appeal, lambda at: appeals.ForwardAppeal(at["appeal"]), A.APPEAL_ANSWER),
        (appeals.permit_correction, lambda at: appeals.PermitCorrection(at["appeal"]), A.APPEAL_DECIDE),
        (show_radar, lambda at: ShowRadar(at["group"]), A.FORECAST_READ),
        (plans.show_plan, lambda at: plans.OpenPlan(at["group"]), A.PLAN_EDIT),
        (plans.show_topic, lambda at: plans.OpenTopic(at["group"], at["topic"]), A.PLAN_EDIT),
        (plans.add_topic, lambda at: plans.AddTopic(at["group"], "Степени"), A.PLAN_EDIT),
        (plans.change_topic, lambda at: plans.ChangeTopic(at["group"], at["topic"], hours=2), A.PLAN_EDIT),
        (plans.move_topic, lambda at: plans.MoveTopic(at["group"], at["topic"], up=True), A.PLAN_EDIT),
        (plans.delete_topic, lambda at: plans.OpenTopic(at["group"], at["topic"]), A.PLAN_EDIT),
        (plans.plan_week, lambda at: plans.PlanWeek(at["group"], TODAY), A.PLAN_EDIT),
        (plans.take_own_plan, lambda at: plans.TakeOwnPlan(at["group"]), A.PLAN_EDIT),
        (plan_files.ask_plan, lambda at: plans.OpenPlan(at["group"]), A.PLAN_EDIT),
        (plan_files.preview_plan, lambda at: plan_files.LoadPlan(at["group"], NO_PLAN), A.PLAN_EDIT),
        (plan_files.load_plan, lambda at: plan_files.LoadPlan(at["group"], NO_PLAN), A.PLAN_EDIT),
        (final_sheet, lambda at: OpenFinals(at["group"], YEAR), A.JOURNAL_READ),
        (final_card, lambda at: OpenFinal(at["group"], at["pupil"], YEAR), A.JOURNAL_READ),
        (set_final, lambda at: SetFinal(at["group"], at["pupil"], YEAR, MarkValue.TWO), A.PERIOD_MARK_SET),
        (accept_finals, lambda at: OpenFinals(at["group"], YEAR), A.PERIOD_MARK_SET),
        (undo_finals, lambda at: OpenFinals(at["group"], YEAR), A.PERIOD_MARK_SET),
        (correct_final, lambda at: CorrectFinal(at["final"], MarkValue.TWO), A.PERIOD_MARK_SET),
        (card_of_mark, lambda at: OpenFinalMark(at["final"]), A.PERIOD_MARK_SET),
        (late_finals, lambda at: OpenFinals(at["group"], YEAR), A.PERIOD_MARK_SET),
        (ask_final_late, lambda at: AskFinalLate(at["group"], YEAR), A.PERIOD_MARK_SET),
    ),
    *_uses(
        "child",
        (show_day, lambda at: ShowDay(at["pupil"]), A.DIARY_READ),
        (show_week, lambda at: ShowWeek(at["pupil"]), A.DIARY_READ),
        (pick_day, lambda at: PickDay(at["pupil"]), A.DIARY_READ),
        (show_lesson, lambda at: ShowLesson(at["pupil"], at["lesson"]), A.DIARY_READ),
        (show_timetable, lambda at: ShowTimetable(at["pupil"]), (A.DIARY_READ, A.TIMETABLE_READ)),
        (show_homework, lambda at: ShowHomework(at["pupil"]), A.DIARY_READ),
        (show_homework_subjects, lambda at: ShowHomeworkSubjects(at["pupil"]), A.DIARY_READ),
        (show_subject_homework, lambda at: ShowSubjectHomework(at["pupil"], at["subject"]), A.DIARY_READ),
        (tick, lambda at: Tick(at["pupil"], at["homework"], True), A.DIARY_TICK_HOMEWORK),
        (open_files, lambda at: OpenFiles(at["pupil"], at["homework"]), A.ATTACHMENT_READ),
        (show_progress, lambda at: ShowProgress(at["pupil"]), A.DIARY_READ),
        (note_visit, lambda at: NoteVisit(at["pupil"]), A.DIARY_READ),
        (show_absences, lambda at: ShowAbsences(at["pupil"]), A.DIARY_READ),
        (show_forecast, lambda at: ShowForecast(at["pupil"]), A.FORECAST_READ),
        (set_goal, lambda at: SetGoal(at["pupil"], at["subject"], MarkValue.FIVE), A.PREFERENCES_SET),
        (show_results, lambda at: ShowResults(at["pupil"]), A.DIARY_READ),
        (appeals.mark_card, lambda at: appeals.OpenMarkCard(at["pupil"], at["root"]), A.DIARY_READ),
        (
            appeals.file_appeal,
            lambda at: appeals.FileAppeal(at["pupil"], at["root"], AppealReason.NOT_MINE),
            A.APPEAL_FILE,
        ),
        (lost.ask_report_lost, lambda at: lost.AskReportLost(at["pupil"]), A.ACCESS_REPORT_LOST),
        (lost.report_lost, lambda at: lost.ReportLost(at["pupil"]), A.ACCESS_REPORT_LOST),
        (invitations.read_entry, lambda at: invitations.ReadEntry(at["pupil"]), A.INVITATION_BOARD),
        (invitations.revoke_invitation, lambda at: invitations.RevokeInvitation(at["pupil"]), A.INVITATION_REVOKE),
    ),
    *_uses(
        "klass",
        (administration.list_klass, lambda at: administration.ListKlass(at["klass"]), A.KLASS_OVERVIEW),
        (administration.read_klasses, lambda at: administration.ReadKlasses((at["klass"],)), A.KLASS_OVERVIEW),
        (finals_overview, lambda at: ShowFinals(at["klass"]), A.JOURNAL_READ),
        (lesson_changes.show_klass_day, lambda at: lesson_changes.ShowKlassDay(at["klass"], TODAY), A.LESSON_CHANGE),
        (plans.list_plans, lambda at: plans.ListPlans(at["klass"]), A.PLAN_EDIT),
        (judge_klass, lambda at: JudgeKlass(at["klass"], at["period"]), A.OBJECTIVITY_READ),
        (judge_group, lambda at: JudgeGroup(at["group"], at["period"]), A.OBJECTIVITY_READ),
        (invitations.klass_board, lambda at: invitations.KlassBoard(at["klass"]), A.INVITATION_BOARD),
        (
            invitations.issue_invitations,
            lambda at: invitations.IssueInvitations(PEPPER, klass=at["klass"]),
            A.INVITATION_ISSUE,
        ),
    ),
    *_uses(
        "school",
        (administration.read_school, lambda at: administration.ReadSchool(at["school"]), A.TIMETABLE_READ),
        (administration.ask, lambda at: administration.Ask(at["school"], A.SCHOOL_IMPORT), A.SCHOOL_IMPORT),
        (answer_late, lambda at: AnswerLate(at["permission"], True), A.BACKDATING_PERMIT),
        (lesson_changes.show_changes, lambda at: lesson_changes.ShowChanges(at["school"]), A.TIMETABLE_READ),
        (lesson_changes.list_klasses, lambda at: lesson_changes.ShowChanges(at["school"]), A.LESSON_CHANGE),
        (lesson_changes.list_teachers, lambda at: lesson_changes.ShowChanges(at["school"]), A.LESSON_CHANGE),
        (
            lesson_changes.show_away_day,
            lambda at: lesson_changes.ShowAwayDay(at["school"], at["teacher"], TODAY),
            A.LESSON_CHANGE,
        ),
        (appeals.list_appeals, lambda at: appeals.ListAppeals(at["school"]), A.APPEAL_DECIDE),
        (lost.list_lost, lambda at: lost.ListLost(at["school"]), A.OPERATIONS_REVIEW),
        (lost.open_lost, lambda at: lost.OpenLost(at["report"]), A.OPERATIONS_REVIEW),
        (lost.name_since, lambda at: lost.NameSince(at["report"], TODAY), A.OPERATIONS_REVIEW),
        (lost.decide, lambda at: lost.Decide(at["report"], False), A.OPERATIONS_REVIEW),
        (mark_changes.read_changes, lambda at: mark_changes.ReadChanges(at["school"]), A.MARK_CHANGES_READ),
        (mark_changes.all_changes, lambda at: mark_changes.ReadChanges(at["school"]), A.MARK_CHANGES_READ),
        (
            mark_changes.choose_changes,
            lambda at: mark_changes.ChooseChanges(at["school"], ChangesBy.TEACHER),
            A.MARK_CHANGES_READ,
        ),
        (read_slips, lambda at: ReadSlips(at["school"]), A.FRAUD_LIST_READ),
        (read_objectivity, lambda at: ReadObjectivity(at["school"]), A.OBJECTIVITY_READ),
        (invitations.school_board, lambda at: invitations.SchoolBoard(at["school"]), A.INVITATION_BOARD),
        (invitations.staff_board, lambda at: invitations.StaffBoard(at["school"]), A.INVITATION_BOARD),
        (entry.waiting_staff, lambda at: entry.WaitingStaff(at["school"]), A.ENTRY_CONFIRM_STAFF),
        (entry.confirm_staff, lambda at: entry.ConfirmStaff(at["waiting"]), A.ENTRY_CONFIRM_STAFF),
        (entry.refuse_staff, lambda at: entry.RefuseStaff(at["waiting"]), A.ENTRY_CONFIRM_STAFF),
        (access.cut_access, lambda at: access.CutAccess(at["binding"]), A.ACCESS_CUT),
        (pardons.pardon_form, _marks_of, A.DUTY_PARDON),
        (
            pardons.pardon_duty,
            lambda at: pardons.PardonDuty(_marks_of(at), Deal.LONG_CHECK, TODAY),
            A.DUTY_PARDON,
        ),
        (pardons.end_pardon, _marks_of, A.DUTY_PARDON),
        (regulation.read_regulation, lambda at: regulation.ReadRegulation(at["school"]), A.REGULATION_READ),
        (regulation.read_history, lambda at: regulation.ReadHistory(at["school"]), A.REGULATION_READ),
        (regulation.propose_row, lambda at: regulation.ChangeRow(at["school"], ROW), A.REGULATION_EDIT),
        (regulation.change_row, lambda at: regulation.ChangeRow(at["school"], ROW), A.REGULATION_EDIT),
        (
            regulation.propose_setting,
            lambda at: regulation.ChooseSetting(at["school"], Setting.ROUNDING, "0.6"),
            A.SCHOOL_SETTINGS,
        ),
        (
            regulation.choose_setting,
            lambda at: regulation.ChooseSetting(at["school"], Setting.ROUNDING, "0.6"),
            A.SCHOOL_SETTINGS,
        ),
    ),
    *(
        use
        for table in (ABSENCES, CONTROL, NOTICES, TALK, MESSAGES, WEEK)
        for about, some in table.items()
        for use in _uses(about, *some)
    ),
)
