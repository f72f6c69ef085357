"""From an update to a handler and back to the chat. aiogram parses and calls; its filters and its FSM are not used."""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, User

from bot.callbacks import BELOW, Press
from bot.desk import Answer, Desk, PressHandler
from bot.errors import explain, stale
from bot.groups import GroupReception
from bot.outlet import Outlet
from bot.services import Services
from bot.turn import Form, Turn, Typed, TypedFile
from core.model.errors import Refusal
from core.model.homework import FileKind
from core.storage.work import AlreadyDone
from core.usecases import entry

log = logging.getLogger(__name__)

UPDATES = ["message", "callback_query", "my_chat_member"]
"""The kinds of updates we ask Telegram for; others are not for us (NTF-0)."""


def is_ours(raw: dict[str, Any]) -> bool:
    """Tell whether a raw update is of a kind we asked for. Of an unknown one aiogram would print the whole content."""
    return any(kind in raw for kind in UPDATES)


NOTHING_EXPECTED = Form("nothing-expected", {})
REPLY = Form("reply", {})
FALLBACK_COMMAND = "menu"
# Telegrams in Russian for people whose own language we don't have but who read Russian.
_READS_RUSSIAN = ("ru", "uk", "be", "kk")


class Reception:
    """Takes messages, presses and blocks, finds the handler, shows what it gives back."""

    def __init__(self, services: Services, desk: Desk) -> None:
        """Remember the desk and what turns may use."""
        self.services = services
        self.desk = desk
        self.groups = GroupReception(services)

    async def on_press(self, query: CallbackQuery, bot: Bot, update_id: int, received_at: datetime) -> None:
        """Handle a pressed button. A press carries no time of its own: it was made when it came."""
        raw = query.data or ""
        outlet = Outlet(bot, query.from_user.id, query, below=raw.startswith(BELOW))
        turn = self._turn(outlet, query.from_user, update_id, received_at)
        found = self._read(raw.removeprefix(BELOW))
        if found is None:
            await turn.outlet.show(stale(turn))
            return
        press, handler = found
        await self._answer(turn, lambda: handler(turn, press))

    def _read(self, raw: str) -> tuple[Press, PressHandler[Press]] | None:
        found = self.desk.presses.get(raw.partition(":")[0])
        try:
            return (found[0].read(raw), found[1]) if found else None
        except ValueError:
            return None

    async def on_message(self, message: Message, bot: Bot, update_id: int) -> None:
        """Handle a command or something typed. A command inside a forwarded message is none (ACC-1)."""
        if message.chat.type != "private":
            await self.groups.on_message(message, bot, update_id, *_command(message))
            return
        if message.from_user is None:
            return
        turn = self._turn(Outlet(bot, message.chat.id), message.from_user, update_id, message.date.astimezone(UTC))
        command, argument = _command(message)
        if command is None:
            await self._answer(turn, lambda: self._typed(turn, _typed(message)))
            return
        handler = self.desk.commands.get(command, self.desk.commands[FALLBACK_COMMAND])
        await self._answer(turn, lambda: handler(turn, argument))

    async def on_membership(self, changed: ChatMemberUpdated, bot: Bot, update_id: int) -> None:
        """Note that somebody blocked or unblocked the bot (NTF-4)."""
        if changed.chat.type != "private":
            await self.groups.on_membership(changed, bot, update_id)
            return
        blocked = changed.new_chat_member.status == "kicked"
        async with self.services.works.changing(update_id=update_id) as work:
            await entry.note_blocked(work, entry.Blocked(changed.chat.id, blocked))

    async def _typed(self, turn: Turn, typed: Typed) -> Answer:
        # Whoever replies to a letter means that letter, whatever else is expected just now.
        answer = await self.desk.forms[REPLY.name](turn, REPLY, typed) if typed.reply_to else None
        return answer or await self._expected(turn, typed)

    async def _expected(self, turn: Turn, typed: Typed) -> Answer:
        form = await turn.expected() or NOTHING_EXPECTED
        handler = self.desk.forms.get(form.name, self.desk.forms[NOTHING_EXPECTED.name])
        return await handler(turn, form, typed)

    def _turn(self, outlet: Outlet, user: User, update_id: int, sent_at: datetime) -> Turn:
        self.services.following.leave(outlet.chat_id)
        hint = "ru" if (user.language_code or "ru").startswith(_READS_RUSSIAN) else "en"
        return Turn(self.services, outlet, user.id, update_id, sent_at, hint)

    async def _answer(self, turn: Turn, act: Callable[[], Awaitable[Answer]]) -> None:
        try:
            answer = await act()
        except AlreadyDone:
            answer = None
        except Refusal as refusal:
            log.info("refused %s in update %s", refusal.code, turn.update_id)
            answer = explain(turn, refusal)
        await turn.outlet.show(answer)


def _command(message: Message) -> tuple[str | None, str]:
    text = message.text or ""
    if not text.startswith("/") or message.forward_origin is not None:
        return None, ""
    head, _, argument = text[1:].partition(" ")
    return head.partition("@")[0].lower(), argument.strip()


def _typed(message: Message) -> Typed:
    answered = message.reply_to_message
    words, replies_to = message.text or message.caption or "", answered.message_id if answered else 0
    return Typed(words, _file(message), message.message_id, replies_to)


def _file(message: Message) -> TypedFile | None:
    if message.photo:
        largest = message.photo[-1]
        return TypedFile(FileKind.PHOTO, largest.file_id, "", largest.file_size or 0)
    if message.document:
        document = message.document
        return TypedFile(FileKind.DOCUMENT, document.file_id, document.file_name or "", document.file_size or 0)
    if message.voice:
        return TypedFile(FileKind.VOICE, message.voice.file_id, "", message.voice.file_size or 0)
    if message.video:
        return TypedFile(FileKind.VIDEO, message.video.file_id, "", message.video.file_size or 0)
    return None


def make_dispatcher(reception: Reception) -> Dispatcher:
    """Give aiogram's dispatcher with our three handlers and nothing in between."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.message.register(reception.on_message)
    dispatcher.callback_query.register(reception.on_press)
    dispatcher.my_chat_member.register(reception.on_membership)
    return dispatcher
