"""Talk between a family and the school: threads, what is typed into them, what both sides may do (DIA-12)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.callbacks.messages import (
    AnswerPress,
    ComplainPress,
    ContactsPress,
    EndPress,
    FamilyPress,
    KlassesPress,
    MutePress,
    PupilsPress,
    SendHeldPress,
    StaffTalksPress,
    TalkFilesPress,
    TalkPress,
    TalksPress,
    WriteFamilyPress,
    WritePress,
)
from bot.desk import Answer, Desk
from bot.routers.complaints import desk as complaints
from bot.routers.menu import show_menu
from bot.screen import Screen
from bot.screens import message_lists as lists
from bot.screens import messages as screens
from bot.screens.family_frame import heading
from bot.turn import Form, Turn, Typed
from core.model.errors import Refusal, Stale
from core.model.homework import FileKind, SentFile
from core.model.ids import KlassId, PersonId, SchoolId, ThreadId
from core.model.thread import FILE_BYTES, ComplaintReason, ThreadSide
from core.usecases import message_lists, messages
from core.usecases.complaints import Complain, complain
from core.usecases.message_lists import ListFamily, ListKlasses, ListPupils, ListStaffTalks, ListTalks
from core.usecases.messages import Address, EndTalk, FindTalk, MuteTalk, OpenTalk, WriteFirst, WriteMessage

desk = Desk()
desk.include(complaints)

# What is typed later than this after a question may be about something else by now: it is asked about, not sent.
_ANSWERS, _GOES_ON = timedelta(minutes=15), timedelta(minutes=2)


@desk.press(TalksPress)
async def talks(turn: Turn, press: TalksPress) -> Answer:
    """Show a family its threads about a child."""
    found = await turn.read(message_lists.list_talks, ListTalks(PersonId(press.child)))
    return lists.talks(turn.tr, found, press.page)


@desk.press(ContactsPress)
async def contacts(turn: Turn, press: ContactsPress) -> Answer:
    """Show a family whom it may write to."""
    found = await turn.read(message_lists.list_contacts, ListTalks(PersonId(press.child)))
    return lists.contacts(turn.tr, found, press.page)


@desk.press(StaffTalksPress)
async def staff_talks(turn: Turn, press: StaffTalksPress) -> Answer:
    """Show somebody of the staff their threads."""
    found = await turn.read(message_lists.list_staff_talks, ListStaffTalks(SchoolId(press.school)))
    return lists.staff_talks(turn.tr, found, press.page)


@desk.press(KlassesPress)
async def klasses(turn: Turn, press: KlassesPress) -> Answer:
    """Show the classes whose families one may write to; a single one is not asked about."""
    found = await turn.read(message_lists.list_klasses, ListKlasses(SchoolId(press.school)))
    if len(found.klasses) == 1:
        return await _pupils(turn, found.klasses[0][0], 0)
    return lists.klasses(turn.tr, found)


@desk.press(PupilsPress)
async def pupils(turn: Turn, press: PupilsPress) -> Answer:
    """Show the students whose families one may write to."""
    return await _pupils(turn, KlassId(press.klass), press.page)


async def _pupils(turn: Turn, klass: KlassId, page: int) -> Screen:
    found = await turn.read(message_lists.list_pupils, ListPupils(klass))
    return lists.pupils(turn.tr, found, page)


@desk.press(FamilyPress)
async def family(turn: Turn, press: FamilyPress) -> Answer:
    """Show whom of a family one may write to; a single one is not asked about."""
    found = await turn.read(message_lists.list_family, ListFamily(PersonId(press.student)))
    entered = [each for each in found.relatives if each.entered]
    if len(entered) == 1:
        return await _begin(turn, Address(found.child.id, entered[0].person, ThreadSide.STAFF))
    return lists.family(turn.tr, found)


@desk.press(WritePress)
async def write(turn: Turn, press: WritePress) -> Answer:
    """Write to somebody of the staff."""
    return await _begin(turn, Address(PersonId(press.child), PersonId(press.person), ThreadSide.FAMILY))


@desk.press(WriteFamilyPress)
async def write_family(turn: Turn, press: WriteFamilyPress) -> Answer:
    """Write to somebody of a family."""
    return await _begin(turn, Address(PersonId(press.student), PersonId(press.person), ThreadSide.STAFF))


async def _begin(turn: Turn, to: Address) -> Screen:
    found = await turn.read(messages.find_addressee, to)
    if found.thread is not None:
        return await _answering(turn, found.thread)
    await _listen(turn, _ANSWERS, child=to.child, person=to.person, side=to.side.value)
    return screens.first(turn.tr, found)


@desk.press(TalkPress)
async def show(turn: Turn, press: TalkPress) -> Answer:
    """Show a thread; whatever was asked for before is not waited for any more."""
    page = await turn.change(messages.open_talk, OpenTalk(ThreadId(press.thread), press.before))
    await turn.forget()
    return screens.talk(turn.tr, page)


@desk.press(AnswerPress)
async def answer(turn: Turn, press: AnswerPress) -> Answer:
    """Show a thread, and take what is typed next for it."""
    return await _answering(turn, ThreadId(press.thread))


async def _answering(turn: Turn, thread: ThreadId) -> Screen:
    page = await turn.change(messages.open_talk, OpenTalk(thread))
    if not page.open:
        return screens.talk(turn.tr, page)
    await _listen(turn, _ANSWERS, thread=thread)
    return screens.talk(turn.tr, page, answering=True)


async def _listen(turn: Turn, span: timedelta, **about: Any) -> None:
    await turn.expect("message", until=(turn.now + span).isoformat(), **about)


@desk.form("message")
async def typed_message(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Send what was typed or sent; what comes long after the question is asked about first."""
    file = _file(typed)
    if turn.sent_at < datetime.fromisoformat(form.data["until"]):
        return await _send(turn, form.data, typed.text, file)
    kept = [file.kind.value, file.file_id, file.name] if file else None
    await turn.expect("message-held", **{**form.data, "text": typed.text, "file": kept})
    whom = await _whom(turn, form.data)
    return screens.held(turn.tr, whom, typed.text)


@desk.form("message-held")
async def typed_more(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Take what was typed instead of an answer to the question: the newest words are asked about."""
    return await typed_message(turn, form, typed)


@desk.press(SendHeldPress)
async def send_held(turn: Turn, press: SendHeldPress) -> Answer:
    """Send what was asked about, or leave it."""
    form = await turn.expected()
    if form is None or form.name != "message-held":
        raise Stale
    if not press.sure:
        await turn.forget()
        return replace(await show_menu(turn), toast=turn.tr.plain("message-dropped"))
    kept = form.data["file"]
    file = SentFile(FileKind(kept[0]), kept[1], kept[2]) if kept else None
    return await _send(turn, form.data, form.data["text"], file)


@desk.form("reply")
async def replied(turn: Turn, _form: Form, typed: Typed) -> Answer:
    """Send what replies to a letter of a thread; None where the message that it replies to is none."""
    found = await turn.read(messages.find_talk, FindTalk(typed.reply_to))
    if found is None:
        return None
    thread, seen = found
    return await _send(turn, {"thread": thread, "seen": seen}, typed.text, _file(typed))


async def _send(turn: Turn, about: dict[str, Any], text: str, file: SentFile | None) -> Screen:
    """Send into the thread, or to the person, that a form is about; what follows at once goes there too."""
    if "thread" in about:
        command = WriteMessage(ThreadId(about["thread"]), text, file, about.get("seen", 0))
        page = await turn.change(messages.write_message, command)
    else:
        page = await turn.change(messages.write_first, WriteFirst(_address(about), text, file))
    await _listen(turn, _GOES_ON, thread=page.talk.thread.id)
    return screens.sent(turn.tr, page)


def _address(about: dict[str, Any]) -> Address:
    return Address(PersonId(about["child"]), PersonId(about["person"]), ThreadSide(about["side"]))


async def _whom(turn: Turn, about: dict[str, Any]) -> tuple[str, str]:
    """Give the first line, and the other side in words."""
    if "thread" in about:
        page = await turn.read(messages.look_into, OpenTalk(ThreadId(about["thread"])))
        return heading(turn.tr, page.child, page.today), screens.other_side(turn.tr, page)
    found = await turn.read(messages.find_addressee, _address(about))
    return screens.addressed(turn.tr, found)


def _file(typed: Typed) -> SentFile | None:
    if typed.file is None:
        if not typed.text.strip():
            raise Refusal("message-kind")
        return None
    if typed.file.size > FILE_BYTES:
        raise Refusal("message-file-large")
    return SentFile(typed.file.kind, typed.file.file_id, typed.file.name[:200])


@desk.press(TalkFilesPress)
async def files(turn: Turn, press: TalkFilesPress) -> Answer:
    """Send the files of a part of a thread below it."""
    page = await turn.read(messages.look_into, OpenTalk(ThreadId(press.thread), press.before))
    return replace(screens.talk(turn.tr, page), media=screens.files(page.messages))


@desk.press(MutePress)
async def mute(turn: Turn, press: MutePress) -> Answer:
    """Stop a thread's letters, or let them come again."""
    page = await turn.change(messages.mute_talk, MuteTalk(ThreadId(press.thread), press.muted))
    toast = "message-muted-toast" if press.muted else "message-unmuted-toast"
    return screens.talk(turn.tr, page, toast=turn.tr.plain(toast))


@desk.press(EndPress)
async def end(turn: Turn, press: EndPress) -> Answer:
    """End a thread, after a question."""
    thread = ThreadId(press.thread)
    if not press.sure:
        asked = await turn.read(messages.look_into, OpenTalk(thread))
        return screens.end_ask(turn.tr, asked)
    page = await turn.change(messages.end_talk, EndTalk(thread))
    return screens.talk(turn.tr, page, toast=turn.tr.plain("message-ended-toast"))


@desk.press(ComplainPress)
async def complain_of(turn: Turn, press: ComplainPress) -> Answer:
    """Complain about a thread: ask what about, ask for the words, or file the reason that was pressed."""
    thread = ThreadId(press.thread)
    if press.reason is None or press.reason is ComplaintReason.OTHER:
        page = await turn.read(messages.look_into, OpenTalk(thread))
        if press.reason is None:
            return screens.complain_ask(turn.tr, page)
        await turn.expect("complaint", thread=thread)
        top = heading(turn.tr, page.child, page.today)
        return screens.prompt(turn.tr, top, turn.tr("complaint-words-how"), TalkPress(thread=thread))
    return await _complain(turn, Complain(thread, press.reason))


@desk.form("complaint")
async def typed_complaint(turn: Turn, form: Form, typed: Typed) -> Answer:
    """File a complaint in words."""
    if not typed.text.strip():
        raise Refusal("text-empty")
    return await _complain(turn, Complain(ThreadId(form.data["thread"]), ComplaintReason.OTHER, typed.text))


async def _complain(turn: Turn, command: Complain) -> Screen:
    page = await turn.change(complain, command)
    await turn.forget()
    return screens.talk(turn.tr, page, toast=turn.tr.plain("complaint-filed"))
