"""The process that talks: intake, dispatcher, sender and ticker, started and stopped in order."""

import asyncio
import contextlib
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import Update
from aiohttp import web

from bot.app import App, open_app
from bot.commands import announce
from bot.desks import all_desks
from bot.dispatcher import UPDATES, Reception, is_ours, make_dispatcher
from bot.intake import Intake
from bot.lifetime import for_ever, run_until_stopped
from bot.logs import set_up_logs
from bot.poller import Poller
from bot.post import TelegramPost
from bot.settings import TELEGRAM, Settings
from bot.webhook import PATH, make_webhook
from notifications import Notifications, Pace

log = logging.getLogger(__name__)

STOP_SECONDS = 4.0
REQUEST_SECONDS = 15


def make_bot(settings: Settings) -> Bot:
    """Give aiogram's bot for these settings: another API server, a proxy, no default parse mode."""
    assert settings.bot_token is not None  # noqa: S101 - the command line asked for it
    proxy = settings.telegram_proxy.get_secret_value() if settings.telegram_proxy else None
    session = AiohttpSession(proxy=proxy, timeout=REQUEST_SECONDS)
    if settings.bot_api_url != TELEGRAM:
        session.api = TelegramAPIServer.from_base(settings.bot_api_url, is_local=False)
    return Bot(settings.bot_token.get_secret_value(), session=session)


class Service:
    """One running bot."""

    def __init__(self, app: App, bot: Bot) -> None:
        """Put the running parts together around an app."""
        self.app = app
        self.bot = bot
        pace = Pace(per_hour=app.settings.chat_letters_per_hour)
        self.notifications = Notifications(app.works, app.translators, TelegramPost(bot), pace)
        reception = Reception(app.services, all_desks())
        self._dispatcher = make_dispatcher(reception)
        self.intake = Intake(app.works, self._handle, self._give_up)
        self._poller: asyncio.Task[None] | None = None
        self._web: web.AppRunner | None = None

    async def _handle(self, raw: dict[str, Any], update_id: int, received_at: datetime) -> None:
        if not is_ours(raw):
            return
        update = Update.model_validate(raw, context={"bot": self.bot})
        with contextlib.suppress(TelegramForbiddenError):  # blocked while we were answering
            await self._dispatcher.feed_update(self.bot, update, update_id=update_id, received_at=received_at)

    async def _give_up(self, raw: dict[str, Any]) -> None:
        for part in (raw.get("message"), raw.get("callback_query")):
            if part:
                tr = self.app.translators[self.app.settings.diary_language]
                await self.bot.send_message(part["from"]["id"], tr("error-not-saved"), parse_mode="HTML")

    async def start(self) -> None:
        """Take up what was left from before, then let people in."""
        await self.notifications.start()
        await self.intake.start()
        settings = self.app.settings
        if settings.webhook_url is not None and settings.webhook_secret is not None:
            await self._listen(settings, settings.webhook_secret.get_secret_value())
        else:
            self._poller = asyncio.create_task(Poller(self.bot, self.intake).run())
        await self._introduce()

    async def _listen(self, settings: Settings, secret: str) -> None:
        self._web = web.AppRunner(make_webhook(self.intake, secret), access_log=None)
        await self._web.setup()
        await web.TCPSite(self._web, settings.webhook_listen.host, settings.webhook_listen.port).start()
        await self.bot.set_webhook(f"{settings.webhook_url}{PATH}", secret_token=secret, allowed_updates=UPDATES)

    async def _introduce(self) -> None:
        # Telegram may be out of reach for days: the bot runs on and tries again at its next start.
        try:
            await announce(self.bot, self.app.translators)
        except TelegramAPIError as error:
            log.warning("commands could not be set: %s", type(error).__name__)

    async def stop(self) -> None:
        """Take nothing new, finish what is under way, settle what was sent."""
        if self._poller is not None:
            self._poller.cancel()
            await asyncio.gather(self._poller, return_exceptions=True)
        if self._web is not None:
            await self._web.cleanup()
        await self.intake.stop(STOP_SECONDS / 2)
        await self.notifications.stop(STOP_SECONDS / 2)
        await self.bot.session.close()


async def _named(app: App, bot: Bot) -> App:
    # The name is only needed for deep links; without Telegram they are left out until the next start.
    with contextlib.suppress(TelegramAPIError):
        me = await bot.get_me()
        return replace(app, services=replace(app.services, bot_name=me.username or ""))
    return app


@asynccontextmanager
async def serving(app: App) -> AsyncIterator[Service]:
    """Run a bot around an app for as long as the block lasts."""
    bot = make_bot(app.settings)
    service = Service(await _named(app, bot), bot)
    try:
        await service.start()
        yield service
    finally:
        await service.stop()


async def _serve(settings: Settings) -> None:
    app = await open_app(settings)
    try:
        async with serving(app):
            # What was imported lives as long as the process: the collector need not walk it, and pauses stay short.
            gc.collect()
            gc.freeze()
            log.info("the bot is running")
            await for_ever()
    finally:
        await app.close()


def main(settings: Settings) -> int:
    """Run until SIGTERM or Ctrl-C. Gives the exit code."""
    set_up_logs(settings)
    run_until_stopped(lambda: _serve(settings))
    return 0
