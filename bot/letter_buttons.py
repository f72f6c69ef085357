"""Buttons of letters: what `notifications` wants done, as the presses that do it."""

from collections.abc import Callable
from typing import Final

from bot.callbacks import (
    Press,
    absence,
    admin,
    appeals,
    board,
    control,
    data_check,
    duties,
    entry,
    evening,
    events,
    family,
    finals,
    forecast,
    lesson_changes,
    lost,
    marks,
    messages,
    notices,
    subgroups,
    teacher,
)
from bot.screen import Button
from core.model.absence_note import AbsenceReason
from notifications.letter import Act

# Letters know reasons by their places, from 1 on.
_REASONS: Final = dict(enumerate(AbsenceReason, 1))
_PRESSES: Final[dict[Act, Callable[..., Press]]] = {
    Act.OPEN_DAY: lambda child, day: family.DayPress(child=child, day=day),
    Act.ANSWER_ABSENCE: lambda child, day, reason: absence.AnswerAbsencePress(
        child=child, day=day, reason=_REASONS[reason]
    ),
    Act.OPEN_ABSENCE_NOTE: lambda note: absence.NotePress(note=note),
    Act.ACCEPT_ABSENCE: lambda note, found: absence.AcceptNotePress(
        note=note, found=_REASONS[found] if found else None
    ),
    Act.REFUSE_ABSENCE: lambda note: absence.RefuseNotePress(note=note),
    Act.OPEN_MARKS: lambda child: family.MarksPress(child=child),
    Act.OPEN_HOMEWORK: lambda child, day=family.NOW: family.HomeworkPress(child=child, day=day),
    Act.ALLOW_LATE: lambda permission: finals.AnswerLatePress(permission=permission, granted=True),
    Act.REFUSE_LATE: lambda permission: finals.AnswerLatePress(permission=permission, granted=False),
    Act.OPEN_FINALS: lambda group, period: finals.FinalSheetPress(group=group, term=str(period) if period else "y"),
    Act.OPEN_FORECAST: lambda child: forecast.ForecastPress(child=child),
    Act.TICK_EVENING: lambda child, homework, done, day: evening.EveningTickPress(
        child=child, homework=homework, done=bool(done), day=day
    ),
    Act.OPEN_RESULTS: lambda child: finals.ResultsPress(child=child),
    Act.OPEN_LESSON: lambda lesson: teacher.LessonPress(lesson=lesson),
    Act.TAKE_ATTENDANCE: lambda lesson: teacher.AttendancePress(lesson=lesson),
    Act.ALL_PRESENT: lambda lesson: teacher.AllPresentPress(lesson=lesson),
    Act.SET_MARKS: lambda lesson: marks.MarksPress(lesson=lesson),
    Act.NO_MARKS: lambda lesson: marks.NoMarksPress(lesson=lesson),
    Act.SET_TOPIC: lambda lesson: teacher.TopicsPress(lesson=lesson),
    Act.HOMEWORK_NONE: lambda lesson: teacher.NoHomeworkPress(lesson=lesson),
    Act.HOMEWORK_PLAN: lambda lesson: teacher.PlanHomeworkPress(lesson=lesson),
    Act.HOMEWORK_WRITE: lambda lesson: teacher.WriteHomeworkPress(lesson=lesson),
    Act.TODAY: teacher.TeacherDayPress,
    Act.CUT_ACCESS: lambda binding: entry.CutPress(binding=binding),
    Act.OPEN_ENTRIES: lambda klass: admin.KlassEntriesPress(klass=klass),
    Act.CONFIRM_STAFF: lambda binding: entry.ConfirmStaffPress(binding=binding),
    Act.REFUSE_STAFF: lambda binding: entry.RefuseStaffPress(binding=binding),
    Act.READ_NOTICE: lambda notice: notices.ReadNoticePress(notice=notice),
    Act.OPEN_NOTICE: lambda notice: notices.ReceivedNoticePress(notice=notice),
    Act.OPEN_SUBSTITUTION: lambda lesson: lesson_changes.SubstitutionPress(lesson=lesson),
    Act.OPEN_APPEAL: lambda appeal: appeals.AppealPress(appeal=appeal),
    Act.CORRECT_MARK: lambda work, student: marks.PupilPress(work=work, student=student),
    Act.EXPLAIN_MARK: lambda appeal: appeals.ExplainPress(appeal=appeal),
    Act.FORWARD_APPEAL: lambda appeal: appeals.ForwardPress(appeal=appeal),
    Act.PERMIT_APPEAL: lambda appeal: appeals.PermitPress(appeal=appeal),
    Act.ANSWER_MESSAGE: lambda thread: messages.AnswerPress(thread=thread),
    Act.OPEN_THREAD: lambda thread: messages.TalkPress(thread=thread),
    Act.OPEN_COMPLAINT: lambda complaint: messages.ComplaintPress(complaint=complaint),
    Act.REPORT_LOST: entry.LostPress,
    Act.OPEN_LOST: lambda report: lost.LostReportPress(report=report),
    Act.LOST_SINCE: lambda report, day=lost.NOW: lost.LostSincePress(report=report, day=day),
    Act.RESOLVE_REMARK: lambda remark: control.ResolveRemarkPress(remark=remark),
    Act.ANSWER_REMARK: lambda remark: control.AnswerRemarkPress(remark=remark),
    Act.OPEN_DUTY: lambda row, kind, number, cycle, at: duties.DutyPress(
        row=row, kind=kind, number=number, cycle=cycle, at=at
    ),
    Act.PARDON_DUTY: lambda row, kind, number, cycle, at: duties.PardonPress(
        row=row, kind=kind, number=number, cycle=cycle, at=at
    ),
    Act.MY_DUTIES: duties.MyDutiesPress,
    Act.SETTLE_FAULT: lambda fault: data_check.SettleFaultPress(fault=fault),
    Act.OPEN_DIVISION: lambda group: subgroups.DivisionPress(group=group),
    Act.OPEN_EVENTS: lambda child: events.ChildEventsPress(child=child),
    Act.OPEN_EVENT: lambda event: events.EventPress(event=event),
    Act.OPEN_BOARD_TEACHER: lambda teacher: board.BoardTeacherPress(teacher=teacher),
    Act.OPEN_CONTROL_REMARK: lambda remark: control.RemarkPress(remark=remark),
}


# News stays to be read again, and a correction answers it; a form is filled in its place.
_BELOW: Final = frozenset(
    {
        Act.OPEN_DUTY,
        Act.PARDON_DUTY,
        Act.ANSWER_ABSENCE,
        Act.OPEN_ABSENCE_NOTE,
        Act.OPEN_DAY,
        Act.OPEN_DIVISION,
        Act.OPEN_ENTRIES,
        Act.OPEN_EVENTS,
        Act.OPEN_EVENT,
        Act.OPEN_MARKS,
        Act.OPEN_HOMEWORK,
        Act.OPEN_RESULTS,
        Act.OPEN_FORECAST,
        Act.ANSWER_MESSAGE,
        Act.OPEN_THREAD,
        Act.OPEN_SUBSTITUTION,
    }
)


def button_for(label: str, act: Act, ids: tuple[int, ...]) -> Button:
    """Give the button of an act; `ids` are those that the act carries."""
    return Button(label, _PRESSES[act](*ids), below=act in _BELOW)
