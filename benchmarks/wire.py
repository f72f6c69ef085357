"""Ways to a Telegram: without a network, serialising and parsing alone, and over real HTTP to a server of ours."""

import itertools
import json
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod

from benchmarks.school import NOW

TOKEN = "42:" + "A" * 35
DATE = int(NOW.timestamp())

_ids = itertools.count(1)


class Keyboards(AiohttpSession):
    """A session that remembers the newest keyboard of each chat."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.keyboards: dict[int, list[list[dict[str, Any]]]] = {}

    def _keep(self, method: EditMessageText | SendMessage) -> list[list[dict[str, Any]]]:
        markup = method.reply_markup.model_dump(exclude_none=True) if method.reply_markup else {"inline_keyboard": []}
        rows: list[list[dict[str, Any]]] = markup["inline_keyboard"]
        self.keyboards[int(method.chat_id or 0)] = rows
        return rows


class Wire(Keyboards):
    """Everything aiogram's session does but the socket."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's signature
        """Serialise, answer as Telegram does, parse."""
        self.build_form_data(bot, method)()
        body = json.dumps({"ok": True, "result": self._answer(method)})
        return self.check_response(bot=bot, method=method, status_code=200, content=body).result

    def _answer(self, method: TelegramMethod[Any]) -> Any:
        if not isinstance(method, EditMessageText | SendMessage):
            return True
        rows = {"inline_keyboard": self._keep(method)}
        return {**_message(int(method.chat_id or 0)), "text": method.text, "reply_markup": rows}


class Line(Keyboards):
    """aiogram's own session to a server at `address`."""

    def __init__(self, address: str) -> None:
        super().__init__(api=TelegramAPIServer.from_base(address))

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's signature
        """Send over the network, keep the keyboard."""
        if isinstance(method, EditMessageText | SendMessage):
            self._keep(method)
        return await super().make_request(bot, method, timeout)


def make_bot(address: str | None = None) -> tuple[Bot, Keyboards]:
    """Give aiogram's bot with its session: over real HTTP where there is an address, else without a network."""
    session = Line(address) if address else Wire()
    return Bot(TOKEN, session=session), session


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
