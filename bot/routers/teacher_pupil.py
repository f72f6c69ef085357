"""One student's marks: one more, corrections with reasons, comments; the settings of a work (JRN-8, JRN-9)."""

from bot.callbacks.marks import (
    AddPress,
    CheckPress,
    CommentPress,
    CorrectPress,
    OwnReasonPress,
    PupilPress,
    ResultsPress,
    WeightPress,
    WorkSettingsPress,
    WorkTitlePress,
)
from bot.desk import Answer, Desk
from bot.routers.teacher_marks import known_work
from bot.screen import Screen
from bot.screens import teacher_marks as lists
from bot.screens import teacher_pupil as screens
from bot.turn import Form, Turn, Typed
from core.model.errors import Refusal, Stale
from core.model.ids import MarkId, PersonId, WorkId
from core.model.journal import Marked, MarkSheet, Pupil
from core.model.mark import MarkValue
from core.usecases.marks import (
    AddMark,
    CorrectMark,
    OpenMark,
    OpenWork,
    WithdrawMark,
    add_mark,
    correct_mark,
    sheet_of_mark,
    withdraw_mark,
    work_sheet,
)
from core.usecases.works import ChangeWork, ReceiveResults, change_work, receive_results

desk = Desk()


def _pupil(sheet: MarkSheet, student: int) -> Pupil:
    found = sheet.pupil(PersonId(student))
    if found is None:
        raise Stale
    return found


@desk.press(PupilPress)
async def show_pupil(turn: Turn, press: PupilPress) -> Answer:
    """Show a student's marks in a work."""
    sheet = await turn.read(work_sheet, OpenWork(WorkId(press.work)))
    known, pupil = known_work(sheet, press.work), _pupil(sheet, press.student)
    return screens.pupil_marks(sheet, known, pupil, turn.tr, another=press.another)


@desk.press(AddPress)
async def add(turn: Turn, press: AddPress) -> Answer:
    """Add one more mark."""
    command = AddMark(WorkId(press.work), PersonId(press.student), press.value, press.standing, press.sure)
    try:
        marked = await turn.change(add_mark, command)
    except Refusal as refusal:
        if refusal.code != "absent-student":
            raise
        sheet = await turn.read(work_sheet, OpenWork(WorkId(press.work)))
        return lists.absent_question(sheet, press, turn.tr)
    return _changed(turn, marked)


def _changed(turn: Turn, marked: Marked) -> Screen:
    """Show the student again, with what was done."""
    done = marked.corrections[-1]
    pupil = _pupil(marked.sheet, done.student)
    said = lists.taken(done, {pupil.id: pupil.name.initials}, turn.tr)
    return screens.pupil_marks(marked.sheet, known_work(marked.sheet, done.mark.work), pupil, turn.tr, toast=said)


@desk.press(CorrectPress)
async def correct(turn: Turn, press: CorrectPress) -> Answer:
    """Correct or withdraw a mark; a reason is asked where the day has passed."""
    reason = press.reason.value if press.reason else ""
    return await _correct(turn, MarkId(press.mark), press.value, reason)


async def _correct(turn: Turn, mark: MarkId, value: MarkValue | None, reason: str) -> Screen:
    try:
        if value is None:
            marked = await turn.change(withdraw_mark, WithdrawMark(mark, reason))
        else:
            marked = await turn.change(correct_mark, CorrectMark(mark, value, reason=reason))
    except Refusal as refusal:
        if refusal.code != "reason-needed":
            raise
        return screens.reason(await turn.read(sheet_of_mark, OpenMark(mark)), mark, value, turn.tr)
    return _shown(turn, marked, mark)


def _shown(turn: Turn, marked: Marked, mark: MarkId) -> Screen:
    if marked.corrections:
        return _changed(turn, marked)
    record = next(each for each in marked.sheet.marks if each.id == mark)
    known, pupil = known_work(marked.sheet, record.work), _pupil(marked.sheet, record.student)
    return screens.pupil_marks(marked.sheet, known, pupil, turn.tr)


@desk.press(OwnReasonPress)
async def own_reason(turn: Turn, press: OwnReasonPress) -> Answer:
    """Ask for the reason in words."""
    sheet = await turn.read(sheet_of_mark, OpenMark(MarkId(press.mark)))
    await turn.expect("mark-reason", mark=press.mark, value=press.value)
    return screens.prompt(sheet, "grading-reason-how", _back_to(sheet, press.mark), turn.tr)


@desk.form("mark-reason")
async def typed_reason(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Correct with the typed reason."""
    value = MarkValue(form.data["value"]) if form.data["value"] else None
    if not typed.text.strip():
        raise Refusal("text-empty")
    screen = await _correct(turn, MarkId(form.data["mark"]), value, typed.text)
    await turn.forget()
    return screen


@desk.press(CommentPress)
async def comment(turn: Turn, press: CommentPress) -> Answer:
    """Ask for a comment on a mark."""
    sheet = await turn.read(sheet_of_mark, OpenMark(MarkId(press.mark)))
    await turn.expect("mark-comment", mark=press.mark)
    return screens.prompt(sheet, "grading-comment-how", _back_to(sheet, press.mark), turn.tr)


def _back_to(sheet: MarkSheet, mark: int) -> PupilPress:
    record = next((each for each in sheet.marks if each.id == mark), None)
    if record is None:
        raise Stale
    return PupilPress(work=record.work, student=record.student)


@desk.form("mark-comment")
async def typed_comment(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Keep the comment; on a later day it needs no other reason than itself."""
    if not typed.text.strip():
        raise Refusal("text-empty")
    command = CorrectMark(MarkId(form.data["mark"]), comment=typed.text, reason="comment")
    marked = await turn.change(correct_mark, command)
    await turn.forget()
    return _shown(turn, marked, command.mark)


@desk.press(WorkSettingsPress)
async def settings(turn: Turn, press: WorkSettingsPress) -> Answer:
    """Show weight, title and check of a work."""
    sheet = await turn.read(work_sheet, OpenWork(WorkId(press.work)))
    return screens.work_settings(sheet, known_work(sheet, press.work), turn.tr)


@desk.press(WeightPress)
async def weight(turn: Turn, press: WeightPress) -> Answer:
    """Set the weight."""
    return await _change(turn, ChangeWork(WorkId(press.work), weight=press.weight))


@desk.press(CheckPress)
async def check(turn: Turn, press: CheckPress) -> Answer:
    """Set how long the check may take."""
    return await _change(turn, ChangeWork(WorkId(press.work), check_days=press.days))


@desk.press(ResultsPress)
async def results(turn: Turn, press: ResultsPress) -> Answer:
    """Note that the results of an external work came."""
    declared = await turn.change(receive_results, ReceiveResults(WorkId(press.work)))
    return screens.work_settings(declared.sheet, declared.work, turn.tr, toast=turn.tr.plain("grading-saved"))


@desk.press(WorkTitlePress)
async def title(turn: Turn, press: WorkTitlePress) -> Answer:
    """Ask for a title."""
    sheet = await turn.read(work_sheet, OpenWork(WorkId(press.work)))
    await turn.expect("work-title", work=press.work)
    return screens.prompt(sheet, "grading-title-how", WorkSettingsPress(work=press.work), turn.tr)


@desk.form("work-title")
async def typed_title(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Set the title."""
    screen = await _change(turn, ChangeWork(WorkId(form.data["work"]), title=typed.text))
    await turn.forget()
    return screen


async def _change(turn: Turn, command: ChangeWork) -> Screen:
    declared = await turn.change(change_work, command)
    said = turn.tr.plain("grading-saved")
    return screens.work_settings(declared.sheet, declared.work, turn.tr, toast=said)
