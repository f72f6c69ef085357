"""A recording session: aiogram's bot talks to it as to Telegram, and we see what each chat shows."""

from collections.abc import AsyncGenerator
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageCaption,
    EditMessageText,
    GetFile,
    GetMe,
    LeaveChat,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVideo,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import Chat, File, InlineKeyboardMarkup, Message, User

TOKEN = "42:" + "A" * 35


@dataclass(slots=True)
class Shown:
    """A message as a chat shows it now."""

    message_id: int
    text: str
    buttons: list[list[tuple[str, str]]] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label, _ in row]

    def data_of(self, label: str) -> str | None:
        """The data of the first button whose label holds the text."""
        return next((data for row in self.buttons for known, data in row if label in known), None)


@dataclass(slots=True)
class Said:
    """One thing the bot did: to which chat, how («sent», «edited», «alert», «toast», «file»), and what."""

    chat: int
    how: str
    text: str
    message: Shown | None = None


class Telegram(BaseSession):
    """Stands in for Telegram: keeps what was said, in order, and what each chat shows."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Said] = []
        self.chats: dict[int, list[Shown]] = {}
        self.presses: dict[str, int] = {}
        self.held = b""
        self._next = 100

    def bot(self) -> Bot:
        """A bot that talks to us."""
        return Bot(TOKEN, session=self)

    async def close(self) -> None:
        """Nothing to close."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Give the one file that is held."""
        yield self.held

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109, C901, PLR0911 - aiogram's signature, one answer for each method
        """Do what Telegram would do with a method."""
        match method:
            case GetMe():
                return User(id=42, is_bot=True, first_name="Diary", username="school_diary_bot")
            case GetFile():
                return File(file_id=method.file_id, file_unique_id="u", file_size=len(self.held), file_path="held")
            case SendMessage():
                return self._sent(int(method.chat_id), "sent", method.text, method.reply_markup)
            case EditMessageText():
                return self._edited(method, method.text or "")
            case EditMessageCaption():
                return self._edited(method, method.caption or "")
            case DeleteMessage():
                self._deleted(int(method.chat_id), method.message_id)
            case LeaveChat():
                self.said.append(Said(int(method.chat_id), "left", ""))
            case AnswerCallbackQuery():
                if method.text:
                    how = "alert" if method.show_alert else "toast"
                    self.said.append(Said(self.presses.get(method.callback_query_id, 0), how, method.text))
            case SendMediaGroup():
                return [self._sent(int(method.chat_id), "file", each.caption or "", None) for each in method.media]
            case SendPhoto() | SendDocument() | SendVoice() | SendVideo():
                return self._sent(int(method.chat_id), "file", method.caption or "", method.reply_markup)
        return True

    def _sent(self, chat: int, how: str, text: str, markup: Any) -> Message:
        self._next += 1
        shown = Shown(self._next, text, _buttons(markup))
        self.chats.setdefault(chat, []).append(shown)
        self.said.append(Said(chat, how, text, copy(shown)))
        return _message(chat, shown)

    def _edited(self, method: EditMessageText | EditMessageCaption, text: str) -> Message:
        chat = int(method.chat_id or 0)
        shown = next(one for one in self.chats[chat] if one.message_id == method.message_id)
        shown.text, shown.buttons = text, _buttons(method.reply_markup)
        self.said.append(Said(chat, "edited", text, copy(shown)))
        return _message(chat, shown)

    def _deleted(self, chat: int, message_id: int) -> None:
        gone = next(one for one in self.chats[chat] if one.message_id == message_id)
        self.chats[chat].remove(gone)
        self.said.append(Said(chat, "deleted", gone.text, gone))


def _buttons(markup: Any) -> list[list[tuple[str, str]]]:
    if not isinstance(markup, InlineKeyboardMarkup):
        return []
    return [
        [(button.text, button.callback_data or button.url or "") for button in row] for row in markup.inline_keyboard
    ]


def _message(chat: int, shown: Shown) -> Message:
    return Message(
        message_id=shown.message_id,
        date=datetime(2026, 1, 1, tzinfo=UTC),
        chat=Chat(id=chat, type="private"),
        text=shown.text,
    )
