"""What became of notices, and how they are read (CLS-3)."""

from bot.callbacks.notices import (
    EditNoticePress,
    ReadNoticePress,
    RecallNoticePress,
    ReceivedNoticePress,
    RemindNoticePress,
    StopNoticePress,
    UnreadPress,
)
from bot.desk import Answer, Desk
from bot.screen import Screen
from bot.screens import notice_drafts, notices
from bot.turn import Form, Turn, Typed
from core.model.ids import NoticeId
from core.model.notice import NoticeResult, NoticeState
from core.usecases import notice_reading as reading
from core.usecases import notice_sending as sending
from core.usecases import notices as usecases

desk = Desk()
EDIT = "notice-edit"


async def shown(turn: Turn, key: NoticeId, *, place: int = 0, toast: str = "") -> Screen:
    """Give the screen of a notice as far as it has come."""
    sheet = await turn.read(usecases.open_notice, usecases.OpenNotice(key, place))
    word = turn.tr.plain(toast) if toast else ""
    match sheet.notice.state:
        case NoticeState.DRAFT:
            return notice_drafts.draft(sheet, turn.now, turn.tr, toast=word)
        case NoticeState.SCHEDULED:
            return notice_drafts.scheduled(sheet, turn.tr, toast=word)
    return followed(turn, await _result(turn, key), toast=word)


def followed(turn: Turn, value: NoticeResult, *, toast: str = "") -> Screen:
    """Give what became of a notice; while it leaves, the message counts by itself."""
    key, place, services = value.notice.id, turn.outlet.place, turn.services

    async def look() -> tuple[Screen, bool]:
        now = await services.works.read(sending.show_result, sending.OfNotice(key), turn.telegram)
        return notices.result(now, turn.tr), notices.is_settled(now)

    async def show(screen: Screen) -> None:
        await turn.outlet.redraw(place or 0, screen)

    if place is not None and not notices.is_settled(value):
        services.following.follow(turn.telegram, look, show)
    return notices.result(value, turn.tr, toast=toast)


async def _result(turn: Turn, notice: int) -> NoticeResult:
    return await turn.read(sending.show_result, sending.OfNotice(NoticeId(notice)))


@desk.press(StopNoticePress)
async def stop(turn: Turn, press: StopNoticePress) -> Answer:
    """Hold back what has not left."""
    value = await turn.change(sending.stop_notice, sending.OfNotice(NoticeId(press.notice)))
    return followed(turn, value, toast=turn.tr.plain("announce-stopped"))


@desk.press(UnreadPress)
async def unread(turn: Turn, press: UnreadPress) -> Answer:
    """Show who has not read."""
    return notices.unread(await _result(turn, press.notice), press.page, turn.tr)


@desk.press(RemindNoticePress)
async def remind(turn: Turn, press: RemindNoticePress) -> Answer:
    """Remind those who have not read."""
    value = await turn.change(sending.remind_notice, sending.OfNotice(NoticeId(press.notice)))
    return followed(turn, value, toast=turn.tr.plain("announce-reminded"))


@desk.press(EditNoticePress)
async def edit(turn: Turn, press: EditNoticePress) -> Answer:
    """Ask for other words."""
    value = await _result(turn, press.notice)
    await turn.expect(EDIT, notice=press.notice)
    return notices.ask_edit(value, turn.tr)


@desk.form(EDIT)
async def typed_edit(turn: Turn, form: Form, typed: Typed) -> Answer:
    """Change the words of what was sent."""
    value = await turn.change(sending.edit_notice, sending.EditNotice(NoticeId(form.data["notice"]), typed.text))
    await turn.forget()
    return notices.result(value, turn.tr)


@desk.press(RecallNoticePress)
async def recall(turn: Turn, press: RecallNoticePress) -> Answer:
    """Take a notice back, after a question."""
    if not press.sure:
        return notices.confirm_recall(await _result(turn, press.notice), turn.tr)
    value = await turn.change(sending.recall_notice, sending.OfNotice(NoticeId(press.notice)))
    return followed(turn, value)


@desk.press(ReadNoticePress)
async def read(turn: Turn, press: ReadNoticePress) -> Answer:
    """Note that it was read."""
    return notices.read(await turn.change(reading.read_notice, reading.ReceivedOf(NoticeId(press.notice))), turn.tr)


@desk.press(ReceivedNoticePress)
async def open_received(turn: Turn, press: ReceivedNoticePress) -> Answer:
    """Show a notice whole, with its files."""
    value = await turn.read(reading.open_received, reading.ReceivedOf(NoticeId(press.notice)))
    return notices.received(value, turn.tr, files=True)
