"""The bot in groups: it comes, waits to be bound to a class, says nothing that is personal, and leaves (NTF-0)."""

import logging
from contextlib import suppress
from datetime import timedelta

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import ChatMemberUpdated, Message

from bot.outlet import Outlet
from bot.screen import Screen
from bot.screens import group_chats as screens
from bot.services import Services
from core.model.errors import Refusal
from core.model.group_chat import GroupChat
from core.storage.work import AlreadyDone
from core.usecases.group_chats import (
    Arrived,
    Moved,
    OfferGroup,
    arrive_in_group,
    depart_from_group,
    know_group,
    may_answer,
    move_group,
    offer_group,
)
from locales import Translator

log = logging.getLogger(__name__)

GROUPS = ("group", "supergroup")
_HERE = ("member", "administrator", "restricted")
_ANSWERED = ("start", "help", "menu")
SELDOM = timedelta(minutes=5)


class GroupReception:
    """What happens in groups; private chats are the other reception's."""

    def __init__(self, services: Services) -> None:
        """Remember what may be used."""
        self._services = services

    async def on_membership(self, changed: ChatMemberUpdated, bot: Bot, update_id: int) -> None:
        """Greet a group, note when the bot was taken out; a channel is no place for it."""
        chat, works = changed.chat, self._services.works
        here = changed.new_chat_member.status in _HERE
        if chat.type not in GROUPS:
            if here:
                await bot.leave_chat(chat.id)
            return
        if not here:
            await works.change(depart_from_group, chat.id, update_id=update_id)
            return
        if await works.change(arrive_in_group, Arrived(chat.id, chat.title or ""), update_id=update_id):
            await _say(bot, chat.id, screens.hello(self._services.bot_name, self._words))

    @property
    def _words(self) -> Translator:
        # A group has no language of its own.
        return self._services.translators["ru"]

    async def on_message(self, message: Message, bot: Bot, update_id: int, command: str | None, argument: str) -> None:
        """Follow a group that became a supergroup; take a code; answer a command with the way to the private chat."""
        if message.migrate_to_chat_id is not None:
            moved = Moved(message.chat.id, message.migrate_to_chat_id)
            await self._services.works.change(move_group, moved, update_id=update_id)
        elif message.chat.type in GROUPS and command in _ANSWERED:
            await self._commanded(message, bot, update_id, argument)

    async def _commanded(self, message: Message, bot: Bot, update_id: int, argument: str) -> None:
        chat, works = message.chat.id, self._services.works
        group = await works.read(know_group, chat)
        if argument and (group is None or not group.bound):
            if group is None:
                await works.change(arrive_in_group, Arrived(chat, message.chat.title or ""))
            await self._offered(message, bot, update_id, argument)
        elif await works.change(may_answer, (chat, SELDOM)):
            await _say(bot, chat, screens.in_private(self._services.bot_name, self._words))

    async def _offered(self, message: Message, bot: Bot, update_id: int, code: str) -> None:
        chat, who = message.chat.id, message.from_user
        if who is None or message.sender_chat is not None:
            await _say(bot, chat, screens.anonymous(self._words))
            return
        works = self._services.works
        try:
            offer = OfferGroup(chat, code)
            group: GroupChat = await works.change(offer_group, offer, who.id, update_id)
        except AlreadyDone:
            return
        except Refusal as refusal:
            log.info("refused %s in a group", refusal.code)
            await self._leave(bot, chat)
            return
        await _say(bot, who.id, screens.ask_bind(group, self._words))
        await _say(bot, chat, screens.wait_for_answer(self._words))

    async def _leave(self, bot: Bot, chat: int) -> None:
        await _say(bot, chat, screens.wrong_code(self._words))
        await self._services.works.change(depart_from_group, chat)
        with suppress(TelegramAPIError):  # it may be out already
            await bot.leave_chat(chat)


async def _say(bot: Bot, chat: int, screen: Screen) -> None:
    # A group may forbid to write, and nobody waits for these words.
    with suppress(TelegramAPIError):
        await Outlet(bot, chat).send(screen)
