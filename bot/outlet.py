"""How an answer reaches a chat: edit where a button was pressed, send otherwise, and always answer the press."""

from contextlib import suppress
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
)

from bot.callbacks import BELOW
from bot.screen import Alert, Button, Keyboard, Media, Screen
from core.model.homework import FileKind

ALERT_LIMIT = 200
# What Telegram says when there is nothing to do: counted as success.
_HARMLESS = ("message is not modified",)
_OUT_OF_REACH = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def markup_of(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """Give Telegram's form of a keyboard, None for an empty one."""
    rows = [[_button(button) for button in row] for row in keyboard if row]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.press is not None:
        where = BELOW if button.below else ""
        return InlineKeyboardButton(text=button.label, callback_data=where + button.press.pack())
    return InlineKeyboardButton(text=button.label, url=button.url)


class Outlet:
    """One chat, and the press that is to be answered there, if it was a press."""

    def __init__(self, bot: Bot, chat_id: int, query: CallbackQuery | None = None, *, below: bool = False) -> None:
        """Remember where to answer; `below`: never in place of the message with the button."""
        self.bot = bot
        self.chat_id = chat_id
        self.query = query
        self._below = below
        self._answered = query is None

    async def show(self, answer: Screen | Alert | None) -> None:
        """Show what a handler gave back and answer the press."""
        if isinstance(answer, Screen):
            await self._present(answer)
        elif isinstance(answer, Alert):
            await self.answer_press(answer.text, modal=answer.modal)
            if self.query is None:
                await self.send(Screen(answer.text))
        await self.answer_press()

    async def _present(self, screen: Screen) -> None:
        # A press lives 150 seconds only: it is answered before slower things.
        await self.answer_press(screen.toast)
        shown = self.query.message if self.query else None
        # What is older than Telegram lets a bot see comes as an InaccessibleMessage: answered below, not in place.
        in_place = not screen.anew and not self._below
        # The number of a message counts in its own chat only: a press from elsewhere is answered anew.
        here = isinstance(shown, Message) and shown.chat.id == self.chat_id
        if isinstance(shown, Message) and here and in_place and await self._edit(shown.message_id, screen):
            await self._send_media(screen)
            return
        await self.send(screen)

    async def answer_press(self, text: str = "", *, modal: bool = False) -> None:
        """Stop the button's spinner, with a short word if there is one; a second call does nothing."""
        if self._answered or self.query is None:
            return
        self._answered = True
        with suppress(TelegramBadRequest):  # too old: it stopped spinning long ago
            await self.bot.answer_callback_query(self.query.id, text=text[:ALERT_LIMIT] or None, show_alert=modal)

    async def _edit(self, message_id: int, screen: Screen) -> bool:
        try:
            await self.bot.edit_message_text(
                screen.text,
                chat_id=self.chat_id,
                message_id=message_id,
                parse_mode="HTML",
                reply_markup=markup_of(screen.keyboard),
                link_preview_options=_NO_PREVIEW,
            )
        except TelegramBadRequest as error:
            if any(said in error.message for said in _HARMLESS):
                return True
            if any(said in error.message for said in _OUT_OF_REACH):
                return False
            raise
        return True

    @property
    def place(self) -> int | None:
        """Give the number of the message whose button was pressed, None where the answer comes below it."""
        shown = self.query.message if self.query else None
        here = isinstance(shown, Message) and shown.chat.id == self.chat_id and not self._below
        return shown.message_id if shown is not None and here else None

    async def redraw(self, message_id: int, screen: Screen) -> None:
        """Show a screen in the place of a message that is there already."""
        await self._edit(message_id, screen)

    async def send(self, screen: Screen) -> None:
        """Send a screen as a message of its own."""
        await self.bot.send_message(
            self.chat_id,
            screen.text,
            parse_mode="HTML",
            reply_markup=markup_of(screen.keyboard),
            link_preview_options=_NO_PREVIEW,
        )
        await self._send_media(screen)

    async def _send_media(self, screen: Screen) -> None:
        for item in screen.media:
            await send_media(self.bot, self.chat_id, item)

    async def send_photo(self, photo: str | bytes, caption: str, keyboard: Keyboard) -> str:
        """Send a photo, ours or one that Telegram has, and give the id under which Telegram keeps it."""
        source: Any = photo if isinstance(photo, str) else BufferedInputFile(photo, filename="chart.png")
        sent = await self.bot.send_photo(
            self.chat_id, source, caption=caption, parse_mode="HTML", reply_markup=markup_of(keyboard)
        )
        return sent.photo[-1].file_id if sent.photo else ""

    async def resend_photo(self, file_id: str, caption: str, keyboard: Keyboard) -> bool:
        """Send a photo that Telegram has; tells whether it still has it."""
        try:
            await self.send_photo(file_id, caption, keyboard)
        except TelegramBadRequest:  # another bot's id, or one that was thrown away
            return False
        return True

    async def download(self, file_id: str, limit: int) -> bytes:
        """Give the bytes of a file somebody sent. Raises FileTooLarge above `limit` bytes."""
        file = await self.bot.get_file(file_id)
        if file.file_path is None or (file.file_size or 0) > limit:
            raise FileTooLarge
        content = await self.bot.download_file(file.file_path)
        return content.read() if content else b""


class FileTooLarge(Exception):
    """A file is larger than we, or Telegram, take."""


async def send_media(bot: Bot, chat_id: int, item: Media) -> None:
    """Send a file by its Telegram id, or our own bytes."""
    source: Any = item.file_id or BufferedInputFile(item.data or b"", filename=item.name or "file")
    caption = item.caption or None
    match item.kind:
        case FileKind.PHOTO:
            await bot.send_photo(chat_id, source, caption=caption, parse_mode="HTML")
        case FileKind.VOICE:
            await bot.send_voice(chat_id, source, caption=caption, parse_mode="HTML")
        case FileKind.VIDEO:
            await bot.send_video(chat_id, source, caption=caption, parse_mode="HTML")
        case FileKind.DOCUMENT:
            await bot.send_document(chat_id, source, caption=caption, parse_mode="HTML")
