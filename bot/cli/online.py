"""What `diary check --online` asks Telegram."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

import aiohttp
from aiohttp_socks import ProxyConnector

from bot.cli.deployment import CLOCK_TOLERANCE
from bot.cli.finding import Finding, Level
from bot.settings import Settings
from core.model.clock import Clock

TIMEOUT: Final = 15.0


async def telegram(settings: Settings, token: str, clock: Clock) -> list[Finding]:
    """Ask Telegram who the token belongs to, and what time it is there."""
    # The address holds the token: errors are told by their kind, never by their own text.
    address = f"{settings.bot_api_url}/bot{token}/getMe"
    try:
        async with (
            aiohttp.ClientSession(connector=_connector(settings)) as session,
            session.get(address, timeout=aiohttp.ClientTimeout(total=TIMEOUT)) as answer,
        ):
            body = await answer.json()
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        return [Finding(Level.BAD, "check-online-unreachable", {"fault": type(error).__name__})]
    if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}:
        return [Finding(Level.BAD, "check-online-refused")]
    if answer.status != HTTPStatus.OK:
        return [Finding(Level.BAD, "check-online-unreachable", {"fault": str(answer.status)})]
    name = str(body["result"].get("username", ""))
    return [Finding(Level.GOOD, "check-online-good", {"name": name}), *_offset(answer.headers.get("Date"), clock.now())]


def _connector(settings: Settings) -> aiohttp.BaseConnector | None:
    if settings.telegram_proxy is None:
        return None
    return ProxyConnector.from_url(settings.telegram_proxy.get_secret_value())


def _offset(date_header: str | None, now: datetime) -> Iterator[Finding]:
    if date_header is None:
        return
    ours_ahead = now - parsedate_to_datetime(date_header)
    if abs(ours_ahead) > CLOCK_TOLERANCE:
        yield Finding(Level.BAD, "check-clock-off", {"seconds": abs(round(ours_ahead.total_seconds()))})
