"""The sandbox as the rest of the program sees it: start it, tell what is being prepared, open it, stop it."""

from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.sandbox.call import Call
from bot.sandbox.cast import CastMember
from bot.sandbox.clock import MovableClock
from bot.sandbox.faults import Faults
from bot.sandbox.guard import is_loopback
from bot.sandbox.page import add_page
from bot.sandbox.people import Person
from bot.sandbox.server import make_app
from bot.sandbox.world import World
from locales import Translators


class Sandbox:
    """A local Bot API server and a web chat in one (PLT-1). `store`: a JSON file by which the chats outlive it."""

    def __init__(
        self,
        *,
        clock: MovableClock,
        token: str,
        timezone: ZoneInfo,
        translators: Translators,
        store: Path | None = None,
    ) -> None:
        self._world = World(clock, token, timezone, translators, store)
        self._runner: web.AppRunner | None = None
        self._address = ("127.0.0.1", 0)

    async def start(self, host: str = "127.0.0.1", port: int = 8080) -> str:
        """Open page and Bot API; give the page's address. Port 0 takes a free one. Raises OSError when it is taken."""
        self._world.restore()
        app = make_app(self._world)
        add_page(app, self._world, loopback_only=is_loopback(host))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self._address = (host, self._runner.addresses[0][1])
        return self.page_url

    async def stop(self) -> None:
        """Save the chats and close everything."""
        self._world.hub.close()
        self._world.webhook.stop()
        if self._runner is not None:
            self._world.store.save()
            await self._runner.cleanup()
            self._runner = None

    def status(self, text_id: str) -> None:
        """Show on the page what is being prepared: a text of `locales`."""
        self._world.status = text_id
        self._world.hub.send(self._world.state())

    def open(self, cast: Sequence[CastMember]) -> None:
        """The demo is ready: these people can be chosen. Those without a `start` let the bot write to them at once."""
        for member in cast:
            self._world.cast[member.user_id] = member
            self._world.chats.admit(member.user(), started=member.start is None)
        self._world.opened = True
        self._world.hub.send({"type": "people"})

    @property
    def page_url(self) -> str:
        """Where the page is."""
        return f"{self.api_base}/"

    @property
    def api_base(self) -> str:
        """The bot's BOT_API_URL, without a slash at the end."""
        host, port = self._address
        reached = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - a name, not a bind
        return f"http://{f'[{reached}]' if ':' in reached and not reached.startswith('[') else reached}:{port}"

    @property
    def clock(self) -> MovableClock:
        """The clock that page and bot share."""
        return self._world.clock

    def clock_set(self, instant: datetime) -> None:
        """Move the clock to an aware instant, as the page's buttons do."""
        self._world.clock.set(instant)

    def shift(self, delta: timedelta) -> None:
        """Move the clock by a span of time."""
        self._world.clock.shift(delta)

    def presses_live(self, seconds: float) -> None:
        """Let presses die after so many real seconds instead of Telegram's 150."""
        self._world.presses.life = seconds

    def person(self, user_id: int) -> Person:
        """Give the telephone of one of the cast: say, press, upload, read. Raises ApiError 400 for a stranger."""
        return Person(self._world, user_id)

    @property
    def faults(self) -> Faults:
        """The script of troubles."""
        return self._world.faults

    @property
    def violations(self) -> list[str]:
        """What in the bot's calls so far the Bot API doesn't know: names, types, missing arguments."""
        return self._world.violations

    @property
    def calls(self) -> deque[Call]:
        """The bot's last calls, without the uploaded files."""
        return self._world.calls

    @property
    def unanswered(self) -> int:
        """How many button presses the bot hasn't answered."""
        return self._world.presses.unanswered
