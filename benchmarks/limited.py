"""Telegram's side as it limits: so many messages in any second, answers after 50 to 200 ms; faster ones are refused."""

import asyncio
import json
import random
import time
from collections import deque
from contextlib import AbstractAsyncContextManager

from aiohttp import ClientSession, web

from benchmarks.beside import running, serve

PER_SECOND = 30
NEAR, FAR = 0.05, 0.2
"""Seconds until its answer."""


def limiting() -> AbstractAsyncContextManager[str]:
    """Run the server beside; gives its address."""
    return running("benchmarks.limited")


async def arrivals(address: str) -> tuple[list[tuple[int, float]], int]:
    """Give what arrived in order – chat, seconds of the machine's clock – and how many messages were refused."""
    async with ClientSession() as http, http.get(f"{address}/arrivals") as answer:
        told = await answer.json()
    return [(chat, at) for chat, at in told["arrived"]], told["banned"]


class Limit:
    """The ledger: what came, and what came too fast."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._window: deque[float] = deque()
        self._arrived: list[tuple[int, float]] = []
        self._banned = 0
        self._dice = random.Random(1)

    async def take(self, request: web.Request) -> web.Response:
        """Take a message, or refuse it."""
        form = await request.post()
        answer = self._judge(int(str(form["chat_id"])), str(form.get("text", "")))
        await asyncio.sleep(self._dice.uniform(NEAR, FAR))
        return answer

    def _judge(self, chat: int, text: str) -> web.Response:
        now = time.monotonic()
        while self._window and now - self._window[0] >= 1:
            self._window.popleft()
        if len(self._window) >= PER_SECOND:
            self._banned += 1
            refusal = {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 1"}
            return web.json_response({**refusal, "parameters": {"retry_after": 1}}, status=429)
        self._window.append(now)
        self._arrived.append((chat, now))
        message = {"message_id": len(self._arrived), "date": 1792051200, "chat": {"id": chat, "type": "private"}}
        return web.json_response({"ok": True, "result": {**message, "text": text}})

    async def tell(self, _request: web.Request) -> web.Response:
        """Show the ledger."""
        return web.Response(text=json.dumps({"arrived": self._arrived, "banned": self._banned}), content_type=_JSON)


_JSON = "application/json"


async def _serve() -> None:
    limit, app = Limit(), web.Application()
    app.router.add_get("/arrivals", limit.tell)
    app.router.add_post("/{rest:.*}", limit.take)
    await serve(app)


if __name__ == "__main__":
    asyncio.run(_serve())
