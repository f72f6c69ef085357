"""The least that Telegram's side can be: a process of its own that takes every message and shows it as it came."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

_MESSAGE = {"message_id": 5, "date": 1792051200, "chat": {"id": 1, "type": "private"}}
_SHOWN = ("sendMessage", "editMessageText")


@asynccontextmanager
async def serving() -> AsyncIterator[str]:
    """Run the server in a process of its own; gives its address."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.server", stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(await child.stdout.readline())}"
    finally:
        child.terminate()
        await child.wait()


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
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve())
