"""Marks by text: typed, read, asked about, confirmed, stored in one transaction (JRN-4)."""

from bot.callbacks.marks import DictatePress, DropListPress, ResolvePress, StoreListPress
from bot.desk import Answer, Desk
from bot.routers.teacher_marks import known_work, listen
from bot.screens import teacher_list as screens
from bot.screens import teacher_marks as lists
from bot.turn import Form, Turn, Typed
from core.model.errors import Refusal
from core.model.ids import PersonId, WorkId
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
from core.usecases.marks import OpenWork, work_sheet

desk = Desk()


@desk.press(DictatePress)
async def show_how(turn: Turn, press: DictatePress) -> Answer:
    """Tell how to type a list."""
    work = WorkId(press.work)
    sheet = await turn.read(work_sheet, OpenWork(work))
    await listen(turn, work)
    return screens.how(sheet, work, turn.tr)


@desk.form("marks-list")
async def typed_list(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Read a typed list and show how it was understood."""
    if not typed.text.strip():
        raise Refusal("text-empty")
    proposal = await turn.change(dictate, Dictate(WorkId(form.data["work"]), typed.text))
    return screens.preview(proposal, turn.tr)


@desk.press(ResolvePress)
async def answer(turn: Turn, press: ResolvePress) -> Answer:
    """Take the answer to an unclear name."""
    student = PersonId(press.student) if press.student else None
    proposal = await turn.change(resolve, Resolve(WorkId(press.work), press.place, student))
    return screens.preview(proposal, turn.tr)


@desk.press(StoreListPress)
async def store(turn: Turn, press: StoreListPress) -> Answer:
    """Store the confirmed list; a mark for somebody who is absent is asked about first."""
    work = WorkId(press.work)
    try:
        marked = await turn.change(store_list, StoreList(work, press.sure))
    except Refusal as refusal:
        if refusal.code != "absent-student":
            raise
        proposal = await turn.read(proposed, OpenList(work))
        return screens.absent(proposal, str(refusal.values["student"]), turn.tr)
    said = turn.tr.plain("list-stored", marks=len(marked.corrections))
    view = lists.ListView(known_work(marked.sheet, work), lists.USUAL[0])
    return lists.work_list(marked.sheet, view, turn.tr, toast=said)


@desk.press(DropListPress)
async def drop(turn: Turn, press: DropListPress) -> Answer:
    """Forget the list."""
    sheet = await turn.change(drop_list, OpenList(WorkId(press.work)))
    view = lists.ListView(known_work(sheet, press.work), lists.USUAL[0])
    return lists.work_list(sheet, view, turn.tr, toast=turn.tr.plain("list-dropped"))
