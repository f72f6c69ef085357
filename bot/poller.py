"""Long polling of our own: the next offset is asked for only when everything before it is on disk (NTF-0)."""

import asyncio
import logging
from typing import Any

import aiohttp
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession

from bot.dispatcher import UPDATES
from bot.intake import Intake

log = logging.getLogger(__name__)

POLL_SECONDS = 25
GRACE_SECONDS = 10
PAUSE_SECONDS = (1, 2, 5, 10, 30)


class PollRefused(Exception):
    """Telegram answered, but not with updates; only its code is kept, since texts may carry secrets."""

    def __init__(self, code: int) -> None:
        """Keep the code."""
        super().__init__(f"error {code}")
        self.code = code


class Poller:
    """Asks for updates, keeps them, asks on; survives any refusal and says so in the log."""

    def __init__(self, bot: Bot, intake: Intake) -> None:
        """Poll for `bot` into `intake`."""
        self._bot = bot
        self._intake = intake
        self._offset: int | None = None
        self._failures = 0
        self.healthy = False

    async def run(self) -> None:
        """Poll until cancelled."""
        while True:
            try:
                updates = await self._ask()
                await self._intake.keep(updates)
            except Exception as error:  # noqa: BLE001 - the network's or the disk's: nothing ends the asking
                await self._pause(error)
                continue
            self._failures, self.healthy = 0, True
            if updates:
                self._offset = updates[-1]["update_id"] + 1
            await self._intake.room()

    async def _ask(self) -> list[dict[str, Any]]:
        session = self._bot.session
        assert isinstance(session, AiohttpSession)  # noqa: S101 - we made it
        client = await session.create_session()
        url = session.api.api_url(self._bot.token, "getUpdates")
        wanted: dict[str, Any] = {"timeout": POLL_SECONDS, "limit": 100, "allowed_updates": UPDATES}
        if self._offset is not None:
            wanted["offset"] = self._offset
        patience = aiohttp.ClientTimeout(total=POLL_SECONDS + GRACE_SECONDS)
        async with client.post(url, json=wanted, timeout=patience) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict) or not answer.get("ok"):
            raise PollRefused(answer.get("error_code", 0) if isinstance(answer, dict) else 0)
        updates: list[dict[str, Any]] = answer["result"]
        return updates

    async def _pause(self, error: Exception) -> None:
        self.healthy = False
        seconds = PAUSE_SECONDS[min(self._failures, len(PAUSE_SECONDS) - 1)]
        self._failures += 1
        reason = str(error) if isinstance(error, PollRefused) else type(error).__name__
        log.warning("getUpdates failed (%s), next try in %s s", reason, seconds)
        await asyncio.sleep(seconds)
