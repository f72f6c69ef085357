"""A server of Telegram's side in a process of its own, so that its work isn't measured."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web


@asynccontextmanager
async def running(module: str) -> AsyncIterator[str]:
    """Run a module that serves; gives its address."""
    child = await asyncio.create_subprocess_exec(sys.executable, "-m", module, stdout=asyncio.subprocess.PIPE)
    assert child.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(await child.stdout.readline())}"
    finally:
        child.terminate()
        await child.wait()


async def serve(app: web.Application) -> None:
    """Serve for ever on a free port, which is printed: what such a module does."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()
