"""The least that Telegram's side can be: a process of its own that takes every message and shows it as it came."""

import asyncio
import json
from contextlib import AbstractAsyncContextManager

from aiohttp import web

from benchmarks.beside import running, serve

_MESSAGE = {"message_id": 5, "date": 1792051200, "chat": {"id": 1, "type": "private"}}
_SHOWN = ("sendMessage", "editMessageText")


def serving() -> AbstractAsyncContextManager[str]:
    """Run the server beside; gives its address."""
    return running("benchmarks.server")


async def _answer(request: web.Request) -> web.Response:
    form = await request.post()
    if not request.path.endswith(_SHOWN):
        return web.json_response({"ok": True, "result": True})
    message = {**_MESSAGE, "text": form["text"]}
    if "reply_markup" in form:
        message["reply_markup"] = json.loads(str(form["reply_markup"]))
    return web.json_response({"ok": True, "result": message})


async def _serve() -> None:
    app = web.Application()
    app.router.add_post("/{rest:.*}", _answer)
    await serve(app)


if __name__ == "__main__":
    asyncio.run(_serve())
