"""Complaints about threads: read, and decided (DIA-12)."""

from dataclasses import replace

from bot.callbacks.messages import ComplaintFilesPress, ComplaintPress, ComplaintsPress, DecidePress
from bot.desk import Answer, Desk
from bot.screens import complaints as screens
from bot.screens.messages import files as media_of
from bot.turn import Form, Turn, Typed
from core.model.errors import Refusal
from core.model.ids import ComplaintId, SchoolId
from core.usecases import complaints
from core.usecases.complaints import DecideComplaint, ListComplaints, OpenComplaint

desk = Desk()


@desk.press(ComplaintsPress)
async def waiting(turn: Turn, press: ComplaintsPress) -> Answer:
    """Show the complaints of a school."""
    found = await turn.read(complaints.list_complaints, ListComplaints(SchoolId(press.school)))
    return screens.complaints(turn.tr, found, press.page)


@desk.press(ComplaintPress)
async def show(turn: Turn, press: ComplaintPress) -> Answer:
    """Show a complaint with what it opens."""
    page = await turn.change(complaints.open_complaint, OpenComplaint(ComplaintId(press.complaint), press.before))
    return screens.complaint(turn.tr, page)


@desk.press(ComplaintFilesPress)
async def files(turn: Turn, press: ComplaintFilesPress) -> Answer:
    """Send the files of a part of the thread below it."""
    page = await turn.change(complaints.open_complaint, OpenComplaint(ComplaintId(press.complaint), press.before))
    return replace(screens.complaint(turn.tr, page), media=media_of(page.messages))


@desk.press(DecidePress)
async def ask_decision(turn: Turn, press: DecidePress) -> Answer:
    """Ask for the decision."""
    case = await turn.read(complaints.look_at_complaint, OpenComplaint(ComplaintId(press.complaint)))
    await turn.expect("complaint-decision", complaint=press.complaint)
    return screens.decide_ask(turn.tr, case)


@desk.form("complaint-decision")
async def typed_decision(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Record the decision."""
    if not typed.text.strip():
        raise Refusal("text-empty")
    command = DecideComplaint(ComplaintId(form.data["complaint"]), typed.text)
    page = await turn.change(complaints.decide_complaint, command)
    await turn.forget()
    return screens.complaint(turn.tr, page, toast=turn.tr.plain("complaint-decision-saved"))
