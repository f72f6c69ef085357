"""The bot as it runs, on a wire of ours: inbox, dispatcher, screens, words, storage."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from sqlalchemy import event

from benchmarks.school import NOW, Places
from benchmarks.wire import Keyboards, make_bot, press
from bot.desks import all_desks
from bot.dispatcher import Reception, make_dispatcher
from bot.intake import Intake
from bot.services import Services
from core.storage.engine import open_engines
from core.storage.work import Works
from locales import Translators
from tests.world import MovingClock

PEPPER = b"pepper of the benchmarks, long enough"


@dataclass(slots=True)
class Running:
    """A bot around a school; `statements` is whatever was sent to the database since it was cleared."""

    places: Places
    works: Works
    bot: Bot
    wire: Keyboards
    intake: Intake
    dispatcher: Dispatcher
    translators: Translators
    statements: list[str]

    async def take(self, update: dict[str, Any]) -> None:
        """Let an update come the whole way: kept, handled, answered."""
        await self.intake.keep([update])
        await self.intake.drained()

    async def press(self, who: int, data: str) -> None:
        """Let somebody press a button, and hear what came of it."""
        await self.take(press(who, data))

    def button(self, who: int, prefix: str, number: int = 0) -> str:
        """Give the data of a button on the newest screen of a chat."""
        every: list[str] = [button["callback_data"] for row in self.wire.keyboards[who] for button in row]
        return [data for data in every if data.startswith(f"{prefix}:")][number]


@asynccontextmanager
async def running(places: Places, address: str | None = None) -> AsyncIterator[Running]:
    """Run a bot around a built school, over real HTTP to `address` where one is given."""
    engines = open_engines(places.url)
    works = Works(engines, MovingClock(NOW))
    translators = Translators.load(strict=True)
    bot, wire = make_bot(address)
    dispatcher = make_dispatcher(Reception(Services(works, translators, PEPPER, "diary_bot"), all_desks()))

    async def handle(raw: dict[str, Any], update_id: int, received_at: datetime) -> None:
        update = Update.model_validate(raw, context={"bot": bot})
        await dispatcher.feed_update(bot, update, update_id=update_id, received_at=received_at)

    async def give_up(raw: dict[str, Any]) -> None:
        raise AssertionError(raw)

    intake = Intake(works, handle, give_up)
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    for engine in (engines.reader, engines.writer):
        event.listen(engine.sync_engine, "before_cursor_execute", note)
    try:
        yield Running(places, works, bot, wire, intake, dispatcher, translators, statements)
    finally:
        await intake.stop(5)
        await bot.session.close()
        await engines.dispose()
