"""A group's plan as a file: it is checked, shown, and loaded after a yes (JRN-12) [003 А-18]."""

import asyncio
import tempfile
from pathlib import Path

from bot.callbacks.plan import LoadPlanPress, PlanFilePress
from bot.desk import Answer, Desk
from bot.routers.importing import digest_of, download
from bot.screen import Screen
from bot.screens import importing as import_screens
from bot.screens import plan as plan_screens
from bot.screens import plan_file as screens
from bot.turn import Form, Turn, Typed, TypedFile
from core.intake.workbook import read_plan
from core.model.errors import Refusal, Stale
from core.model.homework import FileKind
from core.model.ids import GroupId
from core.model.workbook import Workbook
from core.usecases.plan_files import LoadPlan, ask_plan, load_plan, make_plan_template, preview_plan
from core.usecases.plans import OpenPlan, show_plan

desk = Desk()
FORM = "plan-file"


@desk.press(PlanFilePress)
async def how_to(turn: Turn, press: PlanFilePress) -> Answer:
    """Explain how a plan is sent, with the template; a file sent from now on is this group's plan."""
    group = await turn.read(ask_plan, OpenPlan(GroupId(press.group)))
    await turn.expect(FORM, group=press.group)
    template = await asyncio.to_thread(make_plan_template, turn.tr.language)
    return screens.how_to(group, template, turn.tr)


@desk.form(FORM)
async def take_file(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Check a file that came and show what it would do; words alone are no plan."""
    if typed.file is None or typed.file.kind is not FileKind.DOCUMENT:
        raise Refusal("plan-file-wanted")
    return await _look(turn, GroupId(form.data["group"]), typed.file)


async def _look(turn: Turn, group: GroupId, file: TypedFile) -> Screen:
    await turn.outlet.send(import_screens.reading(file.name, turn.tr))
    content = await download(turn, file.file_id)
    found = await turn.read(preview_plan, LoadPlan(group, await _read(content)))
    digest = digest_of(content)
    if found.alters:
        await turn.expect(FORM, group=group, file_id=file.file_id, digest=digest)
    return screens.preview(found, file.name, digest, turn.tr)


@desk.press(LoadPlanPress)
async def load(turn: Turn, press: LoadPlanPress) -> Answer:
    """Load the very file that was shown."""
    form = await turn.expected()
    if form is None or form.name != FORM or form.data.get("digest") != press.digest:
        raise Stale("import-gone")
    group = GroupId(form.data["group"])
    content = await download(turn, str(form.data["file_id"]))
    if digest_of(content) != press.digest:
        raise Stale("import-gone")
    await turn.change(load_plan, LoadPlan(group, await _read(content)))
    await turn.forget()
    value = await turn.read(show_plan, OpenPlan(group))
    return plan_screens.plan(value, None, turn.tr, turn.tr.plain("plan-file-done"))


async def _read(content: bytes) -> Workbook:
    with tempfile.TemporaryDirectory(prefix="diary-") as folder:
        path = Path(folder) / "plan.xlsx"
        await asyncio.to_thread(path.write_bytes, content)
        return await read_plan(path)
