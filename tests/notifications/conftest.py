"""A school with families, and the notifications that tell them, over a messenger that keeps everything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from core.model.ids import LessonId, PersonId
from core.model.people import Sex
from core.storage.rows import LetterItemRow, LetterRow
from locales import Translators
from notifications import Notifications, Pace
from notifications.publisher import publish
from tests.classroom import Classroom, classroom
from tests.fakes.post import FakePost
from tests.world import World

HURRY = Pace(per_second=2000, chat_gap=0.0, per_hour=10_000)
WORDS = Translators.load(strict=True)


@dataclass
class Office:
    """7Б with the guardians of its first two students and their own accounts; nobody was told of anything yet."""

    room: Classroom
    post: FakePost
    mother: int
    father: int
    student: int
    neighbour: int
    notifications: Notifications | None = None

    @property
    def world(self) -> World:
        return self.room.world

    @property
    def child(self) -> PersonId:
        return self.room.students[0]

    @property
    def lesson(self) -> LessonId:
        return self.room.lesson

    async def do(self, usecase: Any, command: Any) -> Any:
        return await self.room.do(usecase, command)

    async def told(self) -> None:
        """Wait until everything that is due at this instant has been told."""
        assert self.notifications is not None
        self.notifications.ring()
        await asyncio.wait_for(self.notifications.idle(), 10)

    async def told_or_not(self) -> None:
        """Let everything be published and tried, whether it arrives or not."""
        assert self.notifications is not None
        await publish(self.world.works)
        self.notifications.ring()
        await asyncio.sleep(0.3)

    async def later(self, **delta: float) -> None:
        """Move the clock on once what happened is known, and wait until everything has been told."""
        await self.told()
        self.world.clock.shift(**delta)
        await self.told()

    @asynccontextmanager
    async def running(self, pace: Pace = HURRY, owner: str = "one:1:a") -> AsyncIterator[Notifications]:
        """Let notifications run for as long as the block lasts."""
        notifications = Notifications(self.world.works, WORDS, self.post, pace, owner)
        await notifications.start()
        self.notifications = notifications
        try:
            yield notifications
        finally:
            await notifications.stop(1.0)

    async def letters(self) -> list[Any]:
        query = select(LetterRow.kind, LetterRow.outcome, LetterRow.account_id, LetterRow.attempts)
        return await self.world.rows(query.order_by(LetterRow.id))

    async def outcomes(self) -> list[str]:
        return [row.outcome for row in await self.letters()]

    async def items(self) -> list[Any]:
        return await self.world.rows(select(LetterItemRow.letter_id, LetterItemRow.told).order_by(LetterItemRow.id))


async def open_office(world: World) -> Office:
    """Give the school over a founded world."""
    room = await classroom(world)
    first, second = room.students[:2]
    mother = await world.guardian("Волкова Ирина Львовна", first, sex=Sex.FEMALE)
    father = await world.guardian("Волков Олег Ильич", first, sex=Sex.MALE)
    other = await world.guardian("Ёлкина Нина Марковна", second)
    return Office(
        room,
        FakePost(),
        await world.enter(mother),
        await world.enter(father),
        await world.enter(first),
        await world.enter(other),
    )


@pytest.fixture
async def office(world: World) -> Office:
    """The school; notifications don't run yet."""
    return await open_office(world)
