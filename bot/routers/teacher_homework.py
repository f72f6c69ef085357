"""Homework: nothing, by the plan, typed or sent; changed and taken back (JRN-6, JRN-17)."""

from bot.callbacks import day_of
from bot.callbacks.teacher import (
    HomeworkForPress,
    HomeworkPress,
    NoHomeworkPress,
    NothingBackPress,
    PlanHomeworkPress,
    RewriteTaskPress,
    TaskDaysPress,
    TaskDuePress,
    TaskKindPress,
    TaskPress,
    WithdrawTaskPress,
    WriteHomeworkPress,
)
from bot.desk import Answer, Desk
from bot.routers.teacher_card import card_screen
from bot.screen import Screen
from bot.screens import teacher_homework as screens
from bot.screens.load_giving import given_before
from bot.screens.teacher_words import heading
from bot.turn import Form, Turn, Typed
from core.model.homework import Homework, SentFile
from core.model.ids import HomeworkId, LessonId, PersonId
from core.model.journal import LessonPart
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
from core.usecases.taking_back import TakeBackNothing, take_back_nothing

desk = Desk()


@desk.press(HomeworkPress)
async def show_homework(turn: Turn, press: HomeworkPress) -> Answer:
    """Show homework of a lesson."""
    if press.leave:
        await turn.forget()
    return screens.homework(await turn.read(homework_sheet, OpenHomework(LessonId(press.lesson))), turn.tr)


@desk.press(NoHomeworkPress)
async def nothing(turn: Turn, press: NoHomeworkPress) -> Answer:
    """Record that nothing is given."""
    facts = await turn.change(no_homework, NoHomework(LessonId(press.lesson)))
    return await card_screen(turn, facts.lesson.id, turn.tr.plain("giving-none-done"))


@desk.press(NothingBackPress)
async def something(turn: Turn, press: NothingBackPress) -> Answer:
    """Take «nothing is given» back."""
    lesson = LessonId(press.lesson)
    await turn.change(take_back_nothing, TakeBackNothing(lesson, LessonPart.HOMEWORK))
    sheet = await turn.read(homework_sheet, OpenHomework(lesson))
    return screens.homework(sheet, turn.tr, toast=turn.tr.plain("giving-none-undone"))


@desk.press(PlanHomeworkPress)
async def by_plan(turn: Turn, press: PlanHomeworkPress) -> Answer:
    """Give what the plan has."""
    given = await turn.change(plan_homework, PlanHomework(LessonId(press.lesson)))
    return await card_screen(turn, given.lesson, turn.tr.plain("giving-saved"))


@desk.press(WriteHomeworkPress)
async def write(turn: Turn, press: WriteHomeworkPress) -> Answer:
    """Ask for the text or the files."""
    lesson = LessonId(press.lesson)
    sheet = await turn.read(roster_for_homework, OpenHomework(lesson))
    name = screens.chosen(sheet.pupils, press.student) if press.student else ""
    before = () if name else given_before(await turn.read(homework_sheet, OpenHomework(lesson)), turn.tr)
    await turn.expect("homework", lesson=lesson, student=press.student if name else None)
    back = HomeworkPress(lesson=lesson, leave=True)
    return screens.write(heading(sheet.facts, turn.tr), back, turn.tr, name=name, before=before)


@desk.press(HomeworkForPress)
async def for_whom(turn: Turn, press: HomeworkForPress) -> Answer:
    """Ask whom an individual task is for."""
    return screens.for_whom(await turn.read(roster_for_homework, OpenHomework(LessonId(press.lesson))), turn.tr)


@desk.form("homework")
async def typed_homework(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Give what was typed or sent; what follows is added to it, as photos of an album come one by one."""
    student = PersonId(form.data["student"]) if form.data["student"] else None
    command = SetHomework(LessonId(form.data["lesson"]), typed.text, student=student, files=_files(typed))
    given = await turn.change(set_homework, command)
    await turn.expect("homework-more", task=given.id)
    return await _task(turn, given.id, turn.tr.plain("giving-saved"))


@desk.form("homework-more")
async def typed_more(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Add a file or a line to the homework just given."""
    key = HomeworkId(form.data["task"])
    before, _ = await turn.read(task_sheet, OpenTask(key))
    text = "\n".join(filter(None, (before.text, typed.text))) if typed.text else None
    await turn.change(change_homework, ChangeHomework(key, text=text, files=_files(typed)))
    return await _task(turn, key)


@desk.form("homework-text")
async def typed_text(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Replace the text of a homework."""
    key = HomeworkId(form.data["task"])
    text = typed.text if typed.text or not typed.file else None
    await turn.change(change_homework, ChangeHomework(key, text=text, files=_files(typed)))
    await turn.expect("homework-more", task=key)
    return await _task(turn, key)


def _files(typed: Typed) -> tuple[SentFile, ...]:
    return (SentFile(typed.file.kind, typed.file.file_id, typed.file.name[:200]),) if typed.file else ()


async def _task(turn: Turn, key: HomeworkId, toast: str = "") -> Screen:
    value, sheet = await turn.read(task_sheet, OpenTask(key))
    return screens.task(value, sheet, turn.tr, toast=toast)


@desk.press(TaskPress)
async def show_task(turn: Turn, press: TaskPress) -> Answer:
    """Show a homework with its files."""
    if press.leave:
        await turn.forget()
    value, sheet = await turn.read(task_sheet, OpenTask(HomeworkId(press.task)))
    return screens.task(value, sheet, turn.tr, files=not press.leave)


@desk.press(TaskKindPress)
async def set_kind(turn: Turn, press: TaskKindPress) -> Answer:
    """Set how it is to be done."""
    return await _change(turn, ChangeHomework(HomeworkId(press.task), kind=press.kind))


@desk.press(TaskDuePress)
async def set_due(turn: Turn, press: TaskDuePress) -> Answer:
    """Set for which day."""
    return await _change(turn, ChangeHomework(HomeworkId(press.task), due_on=day_of(press.day)))


async def _change(turn: Turn, command: ChangeHomework) -> Screen:
    changed: Homework = await turn.change(change_homework, command)
    return await _task(turn, changed.id, turn.tr.plain("giving-saved"))


@desk.press(TaskDaysPress)
async def show_days(turn: Turn, press: TaskDaysPress) -> Answer:
    """Ask for which lesson it is."""
    value, sheet = await turn.read(task_sheet, OpenTask(HomeworkId(press.task)))
    return screens.days(value, sheet, turn.tr)


@desk.press(RewriteTaskPress)
async def rewrite(turn: Turn, press: RewriteTaskPress) -> Answer:
    """Ask for another text."""
    value, sheet = await turn.read(task_sheet, OpenTask(HomeworkId(press.task)))
    await turn.expect("homework-text", task=press.task)
    return screens.rewrite(value, sheet, turn.tr)


@desk.press(WithdrawTaskPress)
async def withdraw(turn: Turn, press: WithdrawTaskPress) -> Answer:
    """Take a homework back, after a question."""
    key = HomeworkId(press.task)
    if not press.sure:
        value, sheet = await turn.read(task_sheet, OpenTask(key))
        return screens.withdraw(value, sheet, turn.tr)
    lesson = await turn.change(withdraw_homework, WithdrawHomework(key))
    return await card_screen(turn, lesson, turn.tr.plain("giving-withdrawn"))
