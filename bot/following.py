"""Messages that follow what they show: redrawn by themselves until it is done, or their reader turns to something else.

Kept in memory only: after a restart a message stays as it was, and its own button brings it up to date.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

log = logging.getLogger(__name__)

PAUSES = (1.5, *(2.0,) * 10, *(5.0,) * 20)
"""Seconds between two looks: two minutes in all, time enough for a school's 3,000 chats."""

Shown = TypeVar("Shown")
"""What is shown: whoever puts the program together need not load what screens are made of."""
Look = Callable[[], Awaitable[tuple[Shown, bool]]]
"""Gives what is to be shown now, and whether it will not change any more."""


class Following:
    """At most one message per chat is followed."""

    def __init__(self, pauses: Sequence[float] = ()) -> None:
        """`pauses` are the seconds before each look; without any nothing is followed."""
        self._pauses = pauses
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def follow(self, chat: int, look: Look[Shown], show: Callable[[Shown], Awaitable[None]]) -> None:
        """Redraw a message of a chat by `show` from now on."""
        self.leave(chat)
        if self._pauses:
            self._tasks[chat] = asyncio.create_task(self._run(look, show))

    def leave(self, chat: int) -> None:
        """Leave the message as it is: something else is wanted there."""
        task = self._tasks.pop(chat, None)
        if task is not None:
            task.cancel()

    async def _run(self, look: Look[Shown], show: Callable[[Shown], Awaitable[None]]) -> None:
        before: Shown | None = None
        for pause in self._pauses:
            await asyncio.sleep(pause)
            try:
                screen, done = await look()
                if screen != before:
                    await show(screen)
            except Exception:  # the message has its own button for a fresh look
                log.exception("a message is not followed any more")
                return
            if done:
                return
            before = screen
