"""The report of changed marks: pages, narrowing, files (CTL-5)."""

import asyncio

from bot.callbacks.family import day_or_none
from bot.callbacks.mark_changes import ChangesFilePress, ChangesMonthsPress, ChooseChangesPress, MarkChangesPress
from bot.desk import Answer, Desk
from bot.screens import mark_changes as screens
from bot.screens.change_table import change_table
from bot.turn import Turn
from core.documents.mark_changes import draw_changes, write_changes
from core.model.ids import SchoolId
from core.usecases import mark_changes as report

desk = Desk()


@desk.press(MarkChangesPress)
async def show(turn: Turn, press: MarkChangesPress) -> Answer:
    """Show a page."""
    wanted = report.ReadChanges(SchoolId(press.school), day_or_none(press.month), press.by, press.key, press.page)
    found = await turn.read(report.read_changes, wanted)
    return screens.changes(turn.tr, found, press.page, report.PAGE)


@desk.press(ChooseChangesPress)
async def choose(turn: Turn, press: ChooseChangesPress) -> Answer:
    """Show by what to narrow."""
    wanted = report.ChooseChanges(SchoolId(press.school), press.by, day_or_none(press.month))
    found = await turn.read(report.choose_changes, wanted)
    return screens.choose(turn.tr, found, press.month, press.page)


@desk.press(ChangesMonthsPress)
async def months(turn: Turn, press: ChangesMonthsPress) -> Answer:
    """Show the months."""
    wanted = report.ReadChanges(SchoolId(press.school), None, press.by, press.key)
    found = await turn.read(report.read_changes, wanted)
    return screens.months(turn.tr, found)


@desk.press(ChangesFilePress)
async def as_file(turn: Turn, press: ChangesFilePress) -> Answer:
    """Send the report as a file; who took it is audited."""
    wanted = report.ReadChanges(SchoolId(press.school), day_or_none(press.month), press.by, press.key)
    page = await turn.change(report.all_changes, wanted)
    make = write_changes if press.sheet == "xlsx" else draw_changes
    # A year of changes takes seconds.
    content = await asyncio.to_thread(make, change_table(turn.tr, page))
    return screens.file_sent(turn.tr, page, press.month, press.sheet, content)
