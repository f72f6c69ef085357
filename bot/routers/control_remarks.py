"""The deputy's remarks to teachers: writing one, putting it right, confirming (CTL-3)."""

from bot.callbacks import day_of
from bot.callbacks.control import (
    AnswerRemarkPress,
    ConfirmRemarkPress,
    RemarkDuePress,
    RemarkPress,
    RemarksPress,
    ResolveRemarkPress,
    ReturnRemarkPress,
    WriteRemarkPress,
)
from bot.desk import Answer, Desk
from bot.screens import control_remarks as screens
from bot.turn import Form, Turn, Typed
from core.model.control import CONTROL_REMARK_LIMIT
from core.model.errors import Stale
from core.model.ids import PersonId, SchoolId
from core.rules.texts import clean_text
from core.usecases.control_remarks import (
    AnswerControlRemark,
    ListControlRemarks,
    OpenControlRemark,
    ReturnControlRemark,
    StartRemark,
    WriteControlRemark,
    answer_control_remark,
    confirm_control_remark,
    list_control_remarks,
    open_control_remark,
    resolve_control_remark,
    return_control_remark,
    start_remark,
    write_control_remark,
)

desk = Desk()

WRITING = "control-remark"


@desk.press(RemarksPress)
async def remarks(turn: Turn, press: RemarksPress) -> Answer:
    """Show the open remarks of a school."""
    found = await turn.read(list_control_remarks, ListControlRemarks(SchoolId(press.school)))
    return screens.remark_list(found, press.page, turn.tr)


@desk.press(RemarkPress)
async def one_remark(turn: Turn, press: RemarkPress) -> Answer:
    """Show a remark."""
    if press.leave:
        await turn.forget()
    return screens.remark(await turn.read(open_control_remark, OpenControlRemark(press.remark)), turn.tr)


@desk.press(WriteRemarkPress)
async def begin(turn: Turn, press: WriteRemarkPress) -> Answer:
    """Ask the deputy for the words."""
    form = await turn.read(start_remark, StartRemark(PersonId(press.teacher)))
    await turn.expect(WRITING, teacher=press.teacher)
    return screens.ask_text(form, turn.tr)


@desk.form(WRITING)
async def typed_remark(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Show what was typed as it will go out; typed again, the new words stand."""
    teacher = PersonId(form.data["teacher"])
    asked = await turn.read(start_remark, StartRemark(teacher))
    text = clean_text(typed.text, CONTROL_REMARK_LIMIT)
    await turn.expect(WRITING, teacher=teacher, text=text)
    return screens.ask_due(asked, text, turn.tr)


@desk.press(RemarkDuePress)
async def send(turn: Turn, press: RemarkDuePress) -> Answer:
    """Send the remark with its last day."""
    form = await turn.expected()
    if form is None or form.name != WRITING or form.data["teacher"] != press.teacher or "text" not in form.data:
        raise Stale
    command = WriteControlRemark(PersonId(press.teacher), form.data["text"], day_of(press.day))
    view = await turn.change(write_control_remark, command)
    await turn.forget()
    return screens.remark(view, turn.tr, toast=turn.tr.plain("control-remark-sent"))


@desk.press(ResolveRemarkPress)
async def resolve(turn: Turn, press: ResolveRemarkPress) -> Answer:
    """Note that it is put right."""
    view = await turn.change(resolve_control_remark, OpenControlRemark(press.remark))
    return screens.remark(view, turn.tr, toast=turn.tr.plain("control-remark-resolved"))


@desk.press(AnswerRemarkPress)
async def begin_answer(turn: Turn, press: AnswerRemarkPress) -> Answer:
    """Ask the teacher for an answer."""
    view = await turn.read(open_control_remark, OpenControlRemark(press.remark))
    await turn.expect("control-answer", remark=press.remark)
    return screens.ask_answer(view, turn.tr)


@desk.form("control-answer")
async def typed_answer(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Keep the teacher's answer."""
    view = await turn.change(answer_control_remark, AnswerControlRemark(form.data["remark"], typed.text))
    await turn.forget()
    return screens.remark(view, turn.tr, toast=turn.tr.plain("control-remark-answered"))


@desk.press(ConfirmRemarkPress)
async def confirm(turn: Turn, press: ConfirmRemarkPress) -> Answer:
    """Note that the deputy is content."""
    view = await turn.change(confirm_control_remark, OpenControlRemark(press.remark))
    return screens.remark(view, turn.tr, toast=turn.tr.plain("control-remark-confirmed"))


@desk.press(ReturnRemarkPress)
async def give_back(turn: Turn, press: ReturnRemarkPress) -> Answer:
    """Ask until when, or give the remark back until then."""
    if press.day is None:
        return screens.ask_return(await turn.read(open_control_remark, OpenControlRemark(press.remark)), turn.tr)
    view = await turn.change(return_control_remark, ReturnControlRemark(press.remark, day_of(press.day)))
    return screens.remark(view, turn.tr, toast=turn.tr.plain("control-remark-returned"))
