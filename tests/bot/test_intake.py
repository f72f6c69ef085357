"""The durable inbox: nothing lost, nothing doubled, in order per person."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot import intake as intake_module
from bot.intake import Intake
from core.storage.gateways import keyvalue
from core.storage.rows import InboxRow, KeyValueRow
from tests.world import World

Update = dict[str, Any]


def message(update_id: int, user: int = 7, text: str = "x") -> Update:
    return {"update_id": update_id, "message": {"from": {"id": user}, "text": text}}


class Handler:
    """Records what it was given; may fail as told; writes an effect in the update's own transaction."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.seen: list[int] = []
        self.failures: dict[int, int] = {}
        self.given_up: list[int] = []
        self.pause: Callable[[], Awaitable[None]] | None = None

    async def handle(self, update: Update, update_id: int, received_at: datetime) -> None:
        if self.pause is not None:
            await self.pause()
        self.seen.append(update_id)
        if self.failures.get(update_id, 0) > 0:
            self.failures[update_id] -= 1
            raise OSError("the disk hiccups")
        async with self.world.works.changing(update_id=update_id) as work:
            await work.run(keyvalue.put, f"effect:{update_id}", {}, work.now)

    async def give_up(self, update: Update) -> None:
        self.given_up.append(update["update_id"])


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries come at once."""
    monkeypatch.setattr(intake_module, "BACKOFF", (0.0,) * 4)


@pytest.fixture
def handler(world: World) -> Handler:
    return Handler(world)


async def settle(intake: Intake) -> None:
    await intake.drained()
    await intake.stop(2)


async def effects(world: World) -> set[int]:
    rows = await world.rows(select(KeyValueRow.key))
    return {int(key.removeprefix("effect:")) for (key,) in rows}


async def test_each_update_has_its_effect_once_though_it_comes_twice(world: World, handler: Handler) -> None:
    intake = Intake(world.works, handler.handle, handler.give_up)
    batch = [message(n, user=n % 5) for n in range(1, 60)]
    await intake.keep(batch)
    await intake.keep(batch[::3])
    await settle(intake)

    assert sorted(handler.seen) == list(range(1, 60))
    assert await effects(world) == set(range(1, 60))


async def test_one_persons_updates_are_handled_in_order(world: World, handler: Handler) -> None:
    intake = Intake(world.works, handler.handle, handler.give_up)
    await intake.keep([message(n, user=1) for n in range(1, 20)])
    await settle(intake)
    assert handler.seen == list(range(1, 20))


async def test_low_ids_after_a_quiet_week_are_new_ids(world: World, handler: Handler) -> None:
    intake = Intake(world.works, handler.handle, handler.give_up)
    await intake.keep([message(900)])
    await intake.keep([message(5)])
    await settle(intake)
    assert await effects(world) == {900, 5}


async def test_a_failure_is_tried_again(world: World, handler: Handler) -> None:
    handler.failures[3] = 2
    intake = Intake(world.works, handler.handle, handler.give_up)
    await intake.keep([message(3)])
    await settle(intake)
    assert handler.seen == [3, 3, 3]
    assert await effects(world) == {3}
    assert handler.given_up == []


async def test_poison_is_buried_told_and_others_go_on(world: World, handler: Handler) -> None:
    handler.failures[1] = 99
    intake = Intake(world.works, handler.handle, handler.give_up)
    await intake.keep([message(1, user=1), message(2, user=2), message(3, user=1)])
    await settle(intake)

    assert await effects(world) == {2, 3}
    assert handler.given_up == [1]
    buried = await world.rows(select(InboxRow.update_id, InboxRow.error).where(InboxRow.dead_at.is_not(None)))
    assert [tuple(row) for row in buried] == [(1, "OSError")]


async def test_what_was_kept_before_a_crash_is_handled_after_it(world: World, handler: Handler) -> None:
    forever = asyncio.Event()

    async def hang() -> None:
        await forever.wait()

    handler.pause = hang
    crashed = Intake(world.works, handler.handle, handler.give_up)
    await crashed.keep([message(n, user=n) for n in range(1, 9)])
    await crashed.stop(0)  # nothing was finished: as good as a kill

    handler.pause = None
    again = Intake(world.works, handler.handle, handler.give_up)
    await again.start()
    await settle(again)
    assert await effects(world) == set(range(1, 9))


async def test_the_body_is_erased_when_it_is_done(world: World, handler: Handler) -> None:
    intake = Intake(world.works, handler.handle, handler.give_up)
    await intake.keep([message(1, text="Иванов 5")])
    await settle(intake)
    assert [row.body for row in await world.rows(select(InboxRow.body))] == [""]
