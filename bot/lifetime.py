"""Running until somebody says stop: SIGTERM or Ctrl-C cancel what runs, and whatever it opened is closed in order."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Awaitable, Callable


async def _until_stopped(serve: Callable[[], Awaitable[None]]) -> None:
    loop, task = asyncio.get_running_loop(), asyncio.current_task()

    def stop() -> None:
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(sign)
        if task is not None:
            task.cancel()

    for sign in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(sign, stop)
    with contextlib.suppress(asyncio.CancelledError):
        await serve()


def run_until_stopped(serve: Callable[[], Awaitable[None]]) -> None:
    """Run `serve` until it ends or is told to stop by a signal; a second signal ends the process at once."""
    asyncio.run(_until_stopped(serve))
    # All is closed. The interpreter would walk through every object once more before it ends: seconds, for nothing.
    gc.freeze()


async def for_ever() -> None:
    """Wait until cancelled."""
    await asyncio.Event().wait()
