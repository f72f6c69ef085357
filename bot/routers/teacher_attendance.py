"""Attendance: taps go into a draft, one button saves (JRN-2)."""

from bot.callbacks.teacher import AllPresentPress, AttendancePress, LatePress, SaveAttendancePress, TapStudentPress
from bot.desk import Answer, Desk
from bot.routers.teacher_card import card_screen
from bot.screens import teacher_attendance as screens
from bot.turn import Turn
from core.model.errors import Stale
from core.model.ids import LessonId, PersonId
from core.usecases.attendance import OpenAttendance, TakeAttendance, take_attendance
from core.usecases.attendance_draft import SetLate, TapStudent, attendance_draft, save_draft, set_late, tap_student

desk = Desk()


@desk.press(AttendancePress)
async def show_attendance(turn: Turn, press: AttendancePress) -> Answer:
    """Show the class."""
    draft = await turn.read(attendance_draft, OpenAttendance(LessonId(press.lesson)))
    return screens.attendance(draft, turn.tr)


@desk.press(TapStudentPress)
async def tap(turn: Turn, press: TapStudentPress) -> Answer:
    """Turn a student's presence."""
    draft = await turn.change(tap_student, TapStudent(LessonId(press.lesson), PersonId(press.student)))
    return screens.attendance(draft, turn.tr)


@desk.press(LatePress)
async def late(turn: Turn, press: LatePress) -> Answer:
    """Note how many minutes late."""
    command = SetLate(LessonId(press.lesson), PersonId(press.student), press.minutes)
    return screens.attendance(await turn.change(set_late, command), turn.tr)


@desk.press(SaveAttendancePress)
async def save(turn: Turn, press: SaveAttendancePress) -> Answer:
    """Record what was tapped."""
    lesson = LessonId(press.lesson)
    try:
        sheet = await turn.change(save_draft, OpenAttendance(lesson))
    except Stale:
        return await _as_it_stands(turn, lesson)
    return await card_screen(turn, lesson, screens.saved(sheet, turn.tr))


@desk.press(AllPresentPress)
async def all_present(turn: Turn, press: AllPresentPress) -> Answer:
    """Everybody is here; never over absences that are recorded already, or that families told."""
    lesson = LessonId(press.lesson)
    draft = await turn.read(attendance_draft, OpenAttendance(lesson))
    if draft.sheet.proposed:
        return screens.attendance(draft, turn.tr)
    try:
        sheet = await turn.change(take_attendance, TakeAttendance(lesson, version=0))
    except Stale:
        return await _as_it_stands(turn, lesson)
    return await card_screen(turn, lesson, screens.saved(sheet, turn.tr))


async def _as_it_stands(turn: Turn, lesson: LessonId) -> Answer:
    draft = await turn.read(attendance_draft, OpenAttendance(lesson))
    return screens.attendance(draft, turn.tr, note="roll-changed")
