"""Telegram as the sender's messenger: every answer it can give becomes an outcome, none an exception."""

from collections.abc import Awaitable
from typing import Any

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters

from bot.letter_buttons import button_for
from bot.outlet import markup_of
from notifications.post import Broken, ChatGone, Down, Outcome, Outgoing, Sent, TooFast, Unclear

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was kicked")
_DONE_ALREADY = ("message is not modified", "message to delete not found", "message to edit not found")


class TelegramPost:
    """`notifications.post.Post` by aiogram."""

    def __init__(self, bot: Bot) -> None:
        """Send as `bot`."""
        self._bot = bot

    async def send(self, message: Outgoing) -> Outcome:
        """Send a message."""
        reply = (
            ReplyParameters(message_id=message.reply_to, allow_sending_without_reply=True) if message.reply_to else None
        )
        return await _outcome(
            self._bot.send_message(
                message.chat,
                message.text,
                parse_mode="HTML" if message.html else None,
                reply_markup=_markup(message),
                disable_notification=message.silent or None,
                reply_parameters=reply,
                link_preview_options=_NO_PREVIEW,
            )
        )

    async def edit(self, message_id: int, message: Outgoing) -> Outcome:
        """Put a message in the place of one sent before."""
        return await _outcome(
            self._bot.edit_message_text(
                message.text,
                chat_id=message.chat,
                message_id=message_id,
                parse_mode="HTML" if message.html else None,
                reply_markup=_markup(message),
                link_preview_options=_NO_PREVIEW,
            ),
            message_id,
        )

    async def delete(self, chat: int, message_id: int) -> Outcome:
        """Take a message back."""
        return await _outcome(self._bot.delete_message(chat, message_id), message_id)


def _markup(message: Outgoing) -> InlineKeyboardMarkup | None:
    rows = tuple(tuple(button_for(button.label, button.act, button.ids) for button in row) for row in message.buttons)
    return markup_of(rows)


async def _outcome(call: Awaitable[Any], message_id: int = 0) -> Outcome:
    try:
        answer = await call
    except TelegramAPIError as error:
        return _refused(error, message_id)
    return Sent(answer.message_id if isinstance(answer, Message) else message_id)


def _refused(error: TelegramAPIError, message_id: int) -> Outcome:
    match error:
        case TelegramRetryAfter():
            return TooFast(float(error.retry_after))
        case TelegramForbiddenError():
            return ChatGone(error.message)
        case TelegramNetworkError():
            return _broken_off(error)
        case TelegramServerError():
            return Down(type(error).__name__)
        case _:
            return _bad_request(error.message, message_id)


def _bad_request(words: str, message_id: int) -> Outcome:
    said = words.lower()
    if any(known in said for known in _DONE_ALREADY):
        return Sent(message_id)
    if any(known in said for known in _GONE):
        return ChatGone(words)
    return Broken(words)


def _broken_off(error: TelegramNetworkError) -> Outcome:
    # A connection that never stood carried nothing; after that nobody knows.
    name = type(error.__cause__ or error.__context__ or error).__name__
    return Down(name) if "Connector" in name or "Proxy" in name else Unclear(name)
