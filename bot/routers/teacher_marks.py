"""Marks by keyboard: choose the work, tap students; every tap is stored at once, the last one can be undone (JRN-3)."""

from bot.callbacks.marks import (
    GivePress,
    MarksPress,
    NewWorkPress,
    NoMarksBackPress,
    NoMarksPress,
    UndoPress,
    WithdrawWorkPress,
    WorkKindsPress,
    WorkPress,
)
from bot.desk import Answer, Desk
from bot.routers.teacher_card import card_screen
from bot.screen import Alert, Screen
from bot.screens import teacher_marks as screens
from bot.screens import teacher_pupil as single
from bot.screens.teacher_words import mark_text
from bot.turn import Turn
from core.model.errors import Refusal, Stale
from core.model.ids import LessonId, MarkId, PersonId, WorkId
from core.model.journal import LessonPart, Marked, MarkSheet
from core.model.lesson import Work
from core.usecases.marks import (
    NoMarks,
    OpenMarks,
    OpenWork,
    SetMark,
    UndoMark,
    mark_sheet,
    no_marks,
    set_mark,
    undo_mark,
    work_sheet,
)
from core.usecases.taking_back import TakeBackNothing, WithdrawWork, take_back_nothing, withdraw_work
from core.usecases.works import DeclareWork, declare_work

desk = Desk()


@desk.press(MarksPress)
async def show_works(turn: Turn, press: MarksPress) -> Answer:
    """Show the works of a lesson, or the kinds where there is none yet."""
    return screens.works(await turn.read(mark_sheet, OpenMarks(LessonId(press.lesson))), turn.tr)


@desk.press(WorkKindsPress)
async def show_kinds(turn: Turn, press: WorkKindsPress) -> Answer:
    """Show what marks may be given for."""
    return screens.kinds(await turn.read(mark_sheet, OpenMarks(LessonId(press.lesson))), turn.tr)


@desk.press(NewWorkPress)
async def new_work(turn: Turn, press: NewWorkPress) -> Answer:
    """Declare a work and open its list."""
    declared = await turn.change(declare_work, DeclareWork(LessonId(press.lesson), press.kind))
    await listen(turn, declared.work.id)
    return screens.work_list(declared.sheet, screens.ListView(declared.work, screens.USUAL[0]), turn.tr)


@desk.press(NoMarksPress)
async def without_marks(turn: Turn, press: NoMarksPress) -> Answer:
    """Record that the lesson goes without marks."""
    sheet = await turn.change(no_marks, NoMarks(LessonId(press.lesson)))
    return await card_screen(turn, sheet.facts.lesson.id, turn.tr.plain("grading-no-marks-done"))


@desk.press(NoMarksBackPress)
async def with_marks(turn: Turn, press: NoMarksBackPress) -> Answer:
    """Take «no marks» back."""
    lesson = LessonId(press.lesson)
    await turn.change(take_back_nothing, TakeBackNothing(lesson, LessonPart.MARKS))
    sheet = await turn.read(mark_sheet, OpenMarks(lesson))
    return screens.kinds(sheet, turn.tr, toast=turn.tr.plain("grading-no-marks-undone"))


@desk.press(WithdrawWorkPress)
async def without_work(turn: Turn, press: WithdrawWorkPress) -> Answer:
    """Take a work back that was declared by a slip."""
    sheet = await turn.change(withdraw_work, WithdrawWork(WorkId(press.work)))
    await turn.forget()
    return screens.works(sheet, turn.tr, toast=turn.tr.plain("grading-work-withdrawn"))


@desk.press(WorkPress)
async def show_list(turn: Turn, press: WorkPress) -> Answer:
    """Show a work's list; what is typed from now on is a list of marks for it."""
    sheet = await turn.read(work_sheet, OpenWork(WorkId(press.work)))
    await listen(turn, WorkId(press.work))
    return screens.work_list(sheet, _view(sheet, press), turn.tr)


def _view(sheet: MarkSheet, press: WorkPress) -> screens.ListView:
    return screens.ListView(known_work(sheet, press.work), press.value, press.more)


def known_work(sheet: MarkSheet, key: int) -> Work:
    """Give a work of a sheet. Raises Stale for one that is gone."""
    found = sheet.work(WorkId(key))
    if found is None:
        raise Stale
    return found


async def listen(turn: Turn, work: WorkId) -> None:
    """Take what is typed next for a list of marks; written down only when it was something else before."""
    form = await turn.expected()
    if form is None or (form.name, form.data) != ("marks-list", {"work": work}):
        await turn.expect("marks-list", work=work)


@desk.press(GivePress)
async def give(turn: Turn, press: GivePress) -> Answer:
    """Store a tapped mark at once."""
    command = SetMark(
        WorkId(press.work), PersonId(press.student), press.value, seen=press.seen, despite_absence=press.sure
    )
    try:
        marked = await turn.change(set_mark, command)
    except Refusal as refusal:
        return await _refused(turn, press, refusal)
    if not marked.corrections:
        return Alert(turn.tr.plain("grading-same", mark=mark_text(press.value, turn.tr)))
    return _given(turn, press, marked)


def _given(turn: Turn, press: GivePress, marked: Marked) -> Screen:
    known = known_work(marked.sheet, press.work)
    done = marked.corrections[-1]
    pupil = marked.sheet.pupil(PersonId(press.student))
    if press.alone and pupil is not None:
        said = screens.taken(done, {pupil.id: pupil.name.initials}, turn.tr)
        return single.pupil_marks(marked.sheet, known, pupil, turn.tr, toast=said)
    return screens.work_list(marked.sheet, screens.ListView(known, press.value, done=done), turn.tr)


async def _refused(turn: Turn, press: GivePress, refusal: Refusal) -> Answer:
    """Ask what has to be asked; anything else is the refusal itself."""
    if refusal.code not in ("absent-student", "reason-needed", "stale"):
        raise refusal
    sheet = await turn.read(work_sheet, OpenWork(WorkId(press.work)))
    if refusal.code == "absent-student":
        return screens.absent_question(sheet, press, turn.tr)
    if refusal.code == "reason-needed":
        return single.reason(sheet, MarkId(int(str(refusal.values["mark"]))), press.value, turn.tr)
    view = screens.ListView(known_work(sheet, press.work), press.value)
    return screens.work_list(sheet, view, turn.tr, toast=turn.tr.plain("grading-changed"))


@desk.press(UndoPress)
async def undo(turn: Turn, press: UndoPress) -> Answer:
    """Bring back what stood before the last tap."""
    marked = await turn.change(undo_mark, UndoMark(MarkId(press.mark)))
    known = known_work(marked.sheet, marked.corrections[-1].mark.work)
    view = screens.ListView(known, press.value)
    return screens.work_list(marked.sheet, view, turn.tr, toast=turn.tr.plain("grading-undone"))
