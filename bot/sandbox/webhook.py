"""Updates pushed to the bot's own address, one after the other, each until it is taken."""

import asyncio
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.sandbox.updates import Updates

Wire = dict[str, Any]
_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 30.0


@dataclass(slots=True)
class Webhook:
    """The bot's address, if it set one. `secret` goes along in Telegram's header."""

    updates: Updates
    url: str = ""
    secret: str = ""
    last_error: str = ""
    _task: asyncio.Task[None] | None = field(default=None, init=False)

    def set(self, url: str, secret: str) -> None:
        """Deliver to `url` from now on; "" ends it."""
        self.stop()
        self.url, self.secret, self.last_error = url, secret, ""
        if url:
            self._task = asyncio.get_running_loop().create_task(self._deliver())

    def stop(self) -> None:
        """End delivery, keep the address."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _deliver(self) -> None:
        pause = _FIRST_PAUSE
        async with ClientSession(timeout=ClientTimeout(total=60)) as session:
            while True:
                self.updates.arrived.clear()
                waiting = self.updates.pending()
                if not waiting:
                    await self.updates.arrived.wait()
                elif await self._post(session, waiting[0]):
                    self.updates.confirm(waiting[0]["update_id"] + 1)
                    pause = _FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, _LONGEST_PAUSE)

    async def _post(self, session: ClientSession, update: Wire) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.secret} if self.secret else {}
        try:
            async with session.post(self.url, json=update, headers=headers) as answer:
                if answer.ok:
                    return True
                self.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (ClientError, TimeoutError) as error:
            self.last_error = f"Connection error: {type(error).__name__}"
        return False
