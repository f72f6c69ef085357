"""`diary sandbox`: the page first, then the demo school, then the bot – all in one process (PLT-1)."""

import asyncio
import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.cli.words import say
from bot.lifetime import for_ever, run_until_stopped
from bot.logs import set_up_logs
from bot.sandbox import MovableClock, Sandbox
from bot.sandbox.demo.data import TODAY, ZONE
from bot.settings import Settings
from locales import Translators

if TYPE_CHECKING:
    from notifications import Notifications

TOKEN = "1000001:SANDBOX-is-not-a-secret-0000000000"  # noqa: S105 - opens the door of the sandbox only
FOLDER = Path("var/sandbox")


def _settings(settings: Settings, api: str) -> Settings:
    # The sandbox never touches the school's own database, token or webhook.
    return settings.model_copy(
        update={
            "bot_token": SecretStr(TOKEN),
            "bot_api_url": api,
            "database_url": SecretStr(f"sqlite+aiosqlite:///{FOLDER / 'diary.db'}"),
            "pepper_file": FOLDER / "pepper",
            "invite_pepper": None,
            "webhook_url": None,
            "telegram_proxy": None,
        }
    )


def follow(clock: MovableClock, notifications: "Notifications") -> None:
    """Let reminders and letters look at the time at once whenever the clock is moved."""
    clock.on_move(lambda _now: notifications.ring())


async def _serve(settings: Settings) -> None:
    translators = Translators.load()
    clock = MovableClock(TODAY)
    sandbox = Sandbox(clock=clock, token=TOKEN, timezone=ZONE, translators=translators, store=FOLDER / "chats.json")
    url = await sandbox.start(settings.sandbox_listen.host, settings.sandbox_listen.port)
    try:
        say("cli-sandbox-ready", url=url)
        await _open(_settings(settings, sandbox.api_base), sandbox, clock, translators)
    finally:
        await sandbox.stop()


async def _open(settings: Settings, sandbox: Sandbox, clock: MovableClock, translators: Translators) -> None:
    sandbox.status("sandbox-status-school")
    # Database and aiogram take seconds to import: after the page is there, in a thread, so that it goes on answering.
    demo = await asyncio.to_thread(importlib.import_module, "bot.sandbox.demo.prepare")
    cast = await demo.prepare(settings, translators)
    sandbox.status("sandbox-status-bot")
    run = await asyncio.to_thread(importlib.import_module, "bot.run")
    app = await run.open_app(settings, clock, translators)
    try:
        async with run.serving(app) as service:
            clock.on_move(lambda _instant: service.notifications.ring())
            sandbox.open(cast)
            await for_ever()
    finally:
        await app.close()


def main(settings: Settings) -> int:
    """Run the sandbox until Ctrl-C or SIGTERM. Gives the exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    set_up_logs(settings)
    run_until_stopped(lambda: _serve(settings))
    return 0
