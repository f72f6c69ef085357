"""The poller asks on, whatever fails: a disk that is full for a moment must not end the bot."""

import asyncio
from typing import Any

import pytest

from bot import poller as bot_poller
from bot.intake import Intake
from bot.poller import Poller, PollRefused
from tests.fakes.telegram import Telegram
from tests.world import World


class Asking(Poller):
    """Gets its updates from a script instead of Telegram."""

    def __init__(self, intake: Intake, script: list[Any]) -> None:
        super().__init__(Telegram().bot(), intake)
        self.script = script
        self.offsets: list[int | None] = []

    async def _ask(self) -> list[dict[str, Any]]:
        self.offsets.append(self._offset)
        if not self.script:
            await asyncio.sleep(3600)
        answer = self.script.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return list(answer)


async def test_it_asks_on_after_whatever_failed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot_poller, "PAUSE_SECONDS", (0.0,))
    handled = asyncio.Event()

    async def handle(_update: Any, update_id: int, _received: Any) -> None:
        if update_id == 2:
            handled.set()

    async def give_up(_: Any) -> None:
        raise AssertionError

    intake = Intake(world.works, handle, give_up)
    kept = intake.keep
    troubles: list[Exception] = [OSError("disk full"), RuntimeError("database is locked")]

    async def keep(updates: Any) -> None:
        if troubles:
            raise troubles.pop()
        await kept(updates)

    monkeypatch.setattr(intake, "keep", keep)
    first, second = [{"update_id": 1, "message": {}}], [{"update_id": 2, "message": {}}]
    asking = Asking(intake, [first, first, TimeoutError(), PollRefused(502), first, second])
    task = asyncio.create_task(asking.run())
    await asyncio.wait_for(handled.wait(), 10)
    task.cancel()
    await intake.stop(5)
    # What was not kept is asked for again; only what is on disk is confirmed.
    assert asking.offsets[:6] == [None, None, None, None, None, 2]
