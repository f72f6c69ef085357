"""A class's group chats, as its class teacher sees them in private."""

from contextlib import suppress

from aiogram.exceptions import TelegramAPIError

from bot.callbacks.group_chats import BindGroupPress, GroupCodePress, KlassChatsPress, ReleaseGroupPress
from bot.desk import Answer, Desk
from bot.outlet import Outlet
from bot.screens import group_chats as screens
from bot.turn import Turn
from core.model.group_chat import GroupChat
from core.model.ids import GroupChatId, KlassId
from core.usecases.group_chats import (
    OpenGroup,
    OpenKlassChats,
    bind_group,
    issue_group_code,
    open_klass_chats,
    read_group,
    release_group,
)

desk = Desk()


@desk.press(KlassChatsPress)
async def of_klass(turn: Turn, press: KlassChatsPress) -> Answer:
    """Show the groups of a class."""
    return screens.klass_chats(await turn.read(open_klass_chats, OpenKlassChats(KlassId(press.klass))), turn.tr)


@desk.press(GroupCodePress)
async def give_code(turn: Turn, press: GroupCodePress) -> Answer:
    """Give a code for a group."""
    value = await turn.change(issue_group_code, OpenKlassChats(KlassId(press.klass)))
    return screens.code(value, turn.services.bot_name, turn.tr)


@desk.press(BindGroupPress)
async def bind(turn: Turn, press: BindGroupPress) -> Answer:
    """Bind a group, and say so there."""
    group = await turn.change(bind_group, OpenGroup(GroupChatId(press.group)))
    with suppress(TelegramAPIError):  # whoever took the bot out of the group meanwhile: it is noted when that comes
        await Outlet(turn.outlet.bot, group.chat).send(screens.bound(group, turn.tr))
    return await _chats(turn, group, "group-bound-toast")


@desk.press(ReleaseGroupPress)
async def release(turn: Turn, press: ReleaseGroupPress) -> Answer:
    """Leave a group, after a question."""
    command = OpenGroup(GroupChatId(press.group))
    if not press.sure:
        return screens.ask_release(await turn.read(read_group, command), turn.tr)
    group = await turn.change(release_group, command)
    with suppress(TelegramAPIError):  # it may be out already
        await turn.outlet.bot.leave_chat(group.chat)
    return await _chats(turn, group, "group-released-toast")


async def _chats(turn: Turn, group: GroupChat, toast: str) -> Answer:
    value = await turn.read(open_klass_chats, OpenKlassChats(group.klass or KlassId(0)))
    return screens.klass_chats(value, turn.tr, turn.tr.plain(toast))
