"""Telegram without the network: every call is serialised as it would be sent, every answer parsed as it would come."""

import itertools
import json
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod

from benchmarks.school import NOW

TOKEN = "42:" + "A" * 35
DATE = int(NOW.timestamp())

_ids = itertools.count(1)


class Wire(AiohttpSession):
    """Everything aiogram's session does but the socket. Keeps the newest keyboard of each chat."""

    def __init__(self) -> None:
        super().__init__()
        self.keyboards: dict[int, list[list[dict[str, Any]]]] = {}

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's signature
        """Serialise, answer as Telegram does, parse."""
        self.build_form_data(bot, method)()
        body = json.dumps({"ok": True, "result": self._answer(method)})
        return self.check_response(bot=bot, method=method, status_code=200, content=body).result

    def _answer(self, method: TelegramMethod[Any]) -> Any:
        if not isinstance(method, EditMessageText | SendMessage):
            return True
        chat = int(method.chat_id or 0)
        markup = method.reply_markup.model_dump(exclude_none=True) if method.reply_markup else {"inline_keyboard": []}
        self.keyboards[chat] = markup["inline_keyboard"]
        return {**_message(chat), "text": method.text, "reply_markup": markup}


def make_bot() -> tuple[Bot, Wire]:
    """Give aiogram's bot on such a wire."""
    wire = Wire()
    return Bot(TOKEN, session=wire), wire


def press(who: int, data: str) -> dict[str, Any]:
    """Give a raw update: somebody pressed a button."""
    number = next(_ids)
    query = {"id": str(number), "from": _user(who), "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": {**query, "message": {**_message(who), "text": "…"}}}


def typed(who: int, text: str) -> dict[str, Any]:
    """Give a raw update: somebody typed."""
    return {"update_id": next(_ids), "message": {**_message(who), "from": _user(who), "text": text}}


def _message(chat: int) -> dict[str, Any]:
    return {"message_id": 5, "date": DATE, "chat": {"id": chat, "type": "private", "first_name": "Лев"}}


def _user(who: int) -> dict[str, Any]:
    return {"id": who, "is_bot": False, "first_name": "Лев", "language_code": "ru"}
