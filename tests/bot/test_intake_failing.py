"""A storage that fails at the wrong moment strands nobody's updates."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot import intake as bot_intake
from bot.intake import Intake
from core.storage.gateways import inbox
from core.storage.rows import InboxRow
from tests.world import World


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot_intake, "BACKOFF", (0.0,) * 4)
    monkeypatch.setattr(bot_intake, "FLUSH_SECONDS", 0.0)


def broken_once(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The next call of a function of the inbox fails."""
    real: Callable[..., Any] = getattr(inbox, name)
    left = [OSError("the disk is full")]

    def fail(*args: Any) -> Any:
        if left:
            raise left.pop()
        return real(*args)

    monkeypatch.setattr(inbox, name, fail)


async def handled(world: World, handle: Callable[[int], Awaitable[None]], *numbers: int) -> list[int]:
    """Let one person's updates come; gives which are done in the end."""

    async def take(_update: Any, update_id: int, _received: datetime) -> None:
        await handle(update_id)

    async def give_up(_: Any) -> None:
        raise AssertionError

    intake = Intake(world.works, take, give_up)
    for number in numbers:
        await intake.keep([{"update_id": number, "message": {"from": {"id": 7}}}])
        await intake.drained()
        await asyncio.sleep(0.05)
    await intake.stop(5)
    return [row.update_id for row in await world.rows(select(InboxRow.update_id).where(InboxRow.done_at.is_not(None)))]


async def test_a_failure_that_cannot_be_noted_is_tried_again_all_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_once(monkeypatch, "postpone")
    troubles = [OSError("locked")]

    async def handle(_: int) -> None:
        if troubles:
            raise troubles.pop()

    assert await handled(world, handle, 1, 2) == [1, 2]


async def test_what_could_not_be_marked_done_is_marked_with_the_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_once(monkeypatch, "finish")

    async def handle(_: int) -> None:
        return

    assert await handled(world, handle, 1, 2) == [1, 2]
