"""How long homework takes, as the teacher says (BEY-7)."""

from bot.callbacks.load import MinutesPress, TypeMinutesPress
from bot.desk import Answer, Desk
from bot.screen import Screen
from bot.screens.load_giving import ask_minutes
from bot.screens.teacher_homework import task
from bot.turn import Form, Turn, Typed
from core.model.ids import HomeworkId
from core.usecases.homework import OpenTask, task_sheet
from core.usecases.homework_load import SetMinutes, TypedMinutes, set_minutes, type_minutes

desk = Desk()


@desk.press(MinutesPress)
async def choose(turn: Turn, press: MinutesPress) -> Answer:
    """Keep the minutes of a button."""
    key = HomeworkId(press.task)
    await turn.change(set_minutes, SetMinutes(key, press.minutes))
    return await _task(turn, key)


@desk.press(TypeMinutesPress)
async def ask(turn: Turn, press: TypeMinutesPress) -> Answer:
    """Ask for the minutes."""
    value, sheet = await turn.read(task_sheet, OpenTask(HomeworkId(press.task)))
    await turn.expect("homework-minutes", task=press.task)
    return ask_minutes(value, sheet, turn.tr)


@desk.form("homework-minutes")
async def typed_minutes(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Keep the minutes that were typed; a number that is none is asked for again."""
    key = HomeworkId(form.data["task"])
    await turn.change(type_minutes, TypedMinutes(key, typed.text))
    await turn.expect("homework-more", task=key)
    return await _task(turn, key)


async def _task(turn: Turn, key: HomeworkId) -> Screen:
    value, sheet = await turn.read(task_sheet, OpenTask(key))
    return task(value, sheet, turn.tr, toast=turn.tr.plain("giving-saved"))
