"""Telegram as the sender's messenger: every answer it can give becomes an outcome, none an exception."""

from collections.abc import Awaitable
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from bot.letter_buttons import button_for
from bot.outlet import markup_of
from core.model.homework import FileKind
from notifications.letter import LetterFile
from notifications.post import Broken, ChatGone, Down, Outcome, Outgoing, Sent, TooFast, Unclear

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_IN_ALBUMS: Final = {
    FileKind.PHOTO: InputMediaPhoto,
    FileKind.VIDEO: InputMediaVideo,
    FileKind.DOCUMENT: InputMediaDocument,
}
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "bot was kicked")
_DONE_ALREADY = ("message is not modified", "message to delete not found", "message to edit not found")


class TelegramPost:
    """`notifications.post.Post` by aiogram."""

    def __init__(self, bot: Bot) -> None:
        """Send as `bot`."""
        self._bot = bot

    async def send(self, message: Outgoing) -> Outcome:
        """Send a message."""
        if len(message.files) > 1:
            return await _outcome(self._album(message))
        return await _outcome(self._file(message, message.files[0]) if message.files else self._words(message))

    def _words(self, message: Outgoing) -> Awaitable[Message]:
        return self._bot.send_message(
            message.chat,
            message.text,
            parse_mode=_mode(message),
            reply_markup=_markup(message),
            disable_notification=message.silent or None,
            reply_parameters=_reply(message),
            link_preview_options=_NO_PREVIEW,
        )

    def _file(self, message: Outgoing, file: LetterFile) -> Awaitable[Message]:
        send: Any = {
            FileKind.PHOTO: self._bot.send_photo,
            FileKind.VIDEO: self._bot.send_video,
            FileKind.VOICE: self._bot.send_voice,
            FileKind.DOCUMENT: self._bot.send_document,
        }[file.kind]
        sent: Awaitable[Message] = send(
            message.chat,
            file.file_id,
            caption=message.text or None,
            parse_mode=_mode(message),
            reply_markup=_markup(message),
            disable_notification=message.silent or None,
            reply_parameters=_reply(message),
        )
        return sent

    def _album(self, message: Outgoing) -> Awaitable[Any]:
        media: list[Any] = [_IN_ALBUMS[file.kind](media=file.file_id) for file in message.files]
        return self._bot.send_media_group(message.chat, media, disable_notification=message.silent or None)

    async def edit(self, message_id: int, message: Outgoing, caption: bool = False) -> Outcome:
        """Put a message in the place of one sent before, or its words below a file that stays."""
        if caption:
            words = self._bot.edit_message_caption(
                chat_id=message.chat,
                message_id=message_id,
                caption=message.text,
                parse_mode=_mode(message),
                reply_markup=_markup(message),
            )
            return await _outcome(words, message_id)
        return await _outcome(
            self._bot.edit_message_text(
                message.text,
                chat_id=message.chat,
                message_id=message_id,
                parse_mode=_mode(message),
                reply_markup=_markup(message),
                link_preview_options=_NO_PREVIEW,
            ),
            message_id,
        )

    async def leave(self, chat: int) -> Outcome:
        """Leave a group."""
        return await _outcome(self._bot.leave_chat(chat))

    async def delete(self, chat: int, message_id: int) -> Outcome:
        """Take a message back."""
        return await _outcome(self._bot.delete_message(chat, message_id), message_id)


def _mode(message: Outgoing) -> str | None:
    return "HTML" if message.html else None


def _reply(message: Outgoing) -> ReplyParameters | None:
    if not message.reply_to:
        return None
    return ReplyParameters(message_id=message.reply_to, allow_sending_without_reply=True)


def _markup(message: Outgoing) -> InlineKeyboardMarkup | None:
    rows = tuple(tuple(button_for(button.label, button.act, button.ids) for button in row) for row in message.buttons)
    return markup_of(rows)


async def _outcome(call: Awaitable[Any], message_id: int = 0) -> Outcome:
    try:
        answer = await call
    except TelegramAPIError as error:
        return _refused(error, message_id)
    match answer:
        case Message():
            return Sent(answer.message_id, () if answer.text is not None else (answer.message_id,))
        case [Message(), *_]:
            return Sent(answer[0].message_id, tuple(each.message_id for each in answer))
        case _:
            return Sent(message_id)


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
