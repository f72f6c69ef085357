"""A stage for conversations: the whole bot over a small school, without a network; people type and press by label."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiogram.types import Update

from bot.desks import all_desks
from bot.dispatcher import Reception, make_dispatcher
from bot.intake import Intake
from bot.post import TelegramPost
from bot.services import Services
from locales import Translators
from notifications import Notifications, Pace
from tests.fakes.telegram import Said, Shown, Telegram
from tests.world import World

PEPPER = b"pepper of the tests, long enough"


class Stage:
    """People by Telegram id, what they do, and what the bot says to whom."""

    def __init__(self, world: World, notifications: Notifications, telegram: Telegram, dispatcher: Any) -> None:
        self.world = world
        self.notifications = notifications
        self.telegram = telegram
        self._bot = telegram.bot()
        self._dispatcher = dispatcher
        self.intake = Intake(world.works, self._handle, self._give_up)
        self._updates = 1000

    async def _handle(self, raw: dict[str, Any], update_id: int, received_at: Any) -> None:
        update = Update.model_validate(raw, context={"bot": self._bot})
        await self._dispatcher.feed_update(self._bot, update, update_id=update_id, received_at=received_at)

    async def _give_up(self, raw: dict[str, Any]) -> None:
        raise AssertionError("an update failed for good")

    def _user(self, who: int, language: str) -> dict[str, Any]:
        return {"id": who, "is_bot": False, "first_name": "X", "language_code": language}

    async def _update(self, **content: Any) -> list[Said]:
        self._updates += 1
        before = len(self.telegram.said)
        raw = {"update_id": self._updates, **content}
        async with self.world.works.changing() as work:
            now = work.now
        await self._handle(raw, self._updates, now)
        return self.telegram.said[before:]

    async def say(self, who: int, text: str, language: str = "ru", **more: Any) -> list[Said]:
        """Somebody types; `more` may hold photo, document, forward_origin…"""
        message = {
            "message_id": self._updates + 100_000,
            "date": int(self.world.clock.now().timestamp()),
            "chat": {"id": who, "type": "private"},
            "from": self._user(who, language),
            **({"text": text} if text else {}),
            **more,
        }
        return await self._update(message=message)

    async def press(self, who: int, label: str) -> list[Said]:
        """Somebody presses the newest button whose label holds the text."""
        for shown in reversed(self.telegram.chats.get(who, [])):
            data = shown.data_of(label)
            if data is not None:
                return await self.press_data(who, data, shown)
        seen = [shown.labels for shown in self.telegram.chats.get(who, [])[-3:]]
        raise AssertionError(f"no button «{label}»; the last messages have {seen}")

    async def press_data(self, who: int, data: str, shown: Shown | None = None, language: str = "ru") -> list[Said]:
        """Somebody presses a button with this data, forged or not."""
        message_id = shown.message_id if shown else self.telegram.chats[who][-1].message_id
        query_id = f"q{self._updates + 1}"
        self.telegram.presses[query_id] = who
        query = {
            "id": query_id,
            "from": self._user(who, language),
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": message_id,
                "date": int(self.world.clock.now().timestamp()),
                "chat": {"id": who, "type": "private"},
                "text": "…",
            },
        }
        return await self._update(callback_query=query)

    async def deliver(self) -> list[Said]:
        """Let everything that has happened reach those concerned; gives what was said."""
        before = len(self.telegram.said)
        await self.notifications._leadership.hold()
        await self.notifications.idle()
        return self.telegram.said[before:]

    def last(self, who: int) -> Shown:
        """What a chat shows at the bottom."""
        return self.telegram.chats[who][-1]


@asynccontextmanager
async def staged(world: World) -> AsyncIterator[Stage]:
    """Open the stage over a world. Letters come when they are let: however long a talk takes, none falls into it."""
    translators = Translators.load(strict=True)
    telegram = Telegram()
    services = Services(world.works, translators, PEPPER, "school_diary_bot")
    dispatcher = make_dispatcher(Reception(services, all_desks()))
    hurried = Pace(per_second=10_000, chat_gap=0, per_hour=10_000)
    notifications = Notifications(world.works, translators, TelegramPost(telegram.bot()), hurried)
    await notifications.start()
    notifications._publishing._bell.clear()
    notifications._ticker._scheduler.pause()
    world.works.on_told = lambda: None
    await notifications._remind()  # the school is known from this moment on
    try:
        yield Stage(world, notifications, telegram, dispatcher)
    finally:
        await notifications.stop(2)
        await services.studio.close()
