"""What `diary check` looks at on this machine. Nothing is made or changed."""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.cli.finding import Finding, Level
from bot.settings import TELEGRAM, Settings, unknown_names
from core.storage.health import DatabaseHealth, examine
from locales.translator import Value

LEAST_SPACE: Final = 200_000_000
COMFORTABLE_SPACE: Final = 2_000_000_000
# Deadlines are judged to the minute; half of one is where a wrong clock begins to do harm.
CLOCK_TOLERANCE: Final = timedelta(seconds=30)
EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC)

_REAL_TOKEN = re.compile(r"[0-9]{6,16}:[A-Za-z0-9_-]{30,}")


def unknown_lines(file: Path) -> Iterator[Finding]:
    """Names in `.env` that nothing reads."""
    for name in unknown_names(file):
        yield Finding(Level.NOTE, "check-unknown-name", {"name": name})


def token(settings: Settings) -> Iterator[Finding]:
    """Is there a token, and does it look like one of Telegram's?"""
    if settings.bot_token is None:
        yield Finding(Level.NOTE, "check-token-none")
    elif settings.bot_api_url == TELEGRAM and not _REAL_TOKEN.fullmatch(settings.bot_token.get_secret_value()):
        yield Finding(Level.BAD, "check-token-shape")
    else:
        yield Finding(Level.GOOD, "check-token-shape-good")


def wall_clock(now: datetime, database_file: Path | None) -> Iterator[Finding]:
    """Can the machine's clock be right? `now` is compared with what is known without a network."""
    try:
        ZoneInfo("Europe/Moscow")
    except ZoneInfoNotFoundError:
        yield Finding(Level.BAD, "check-zones")
    written = datetime.min.replace(tzinfo=UTC)
    if database_file is not None and database_file.is_file():
        written = datetime.fromtimestamp(database_file.stat().st_mtime, UTC)
    if now < EARLIEST or now + CLOCK_TOLERANCE < written:
        yield Finding(Level.BAD, "check-clock-behind", {"now": f"{now:%Y-%m-%d %H:%M} UTC"})
    else:
        yield Finding(Level.GOOD, "check-clock-good", {"now": f"{now:%Y-%m-%d %H:%M} UTC"})


def disk(settings: Settings) -> Iterator[Finding]:
    """Is there room, and may we write, where the database and the pepper lie?"""
    files = [settings.pepper_file, settings.database_file]
    for folder in dict.fromkeys(_nearest(file.absolute().parent) for file in files if file is not None):
        free = shutil.disk_usage(folder).free
        values: dict[str, Value] = {"folder": str(folder), "megabytes": free // 1_000_000}
        if not os.access(folder, os.W_OK | os.X_OK):
            yield Finding(Level.BAD, "check-folder-closed", {"folder": str(folder)})
        elif free < LEAST_SPACE:
            yield Finding(Level.BAD, "check-disk-full", values)
        else:
            yield Finding(Level.GOOD if free >= COMFORTABLE_SPACE else Level.NOTE, "check-disk", values)


def _nearest(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.is_dir())


def pepper_file(settings: Settings) -> Iterator[Finding]:
    """Is the secret of the invitation codes there, and hidden from others?"""
    file = settings.pepper_file
    if settings.invite_pepper is not None:
        yield Finding(Level.GOOD, "check-pepper-given")
    elif not file.exists():
        yield Finding(Level.NOTE, "check-pepper-later", {"file": str(file)})
    elif stat.S_IMODE(file.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        yield Finding(Level.BAD, "check-pepper-open", {"file": str(file)})
    else:
        yield Finding(Level.GOOD, "check-pepper-good", {"file": str(file)})


async def database(settings: Settings) -> Iterable[Finding]:
    """Can the database be asked, is it whole, set as it must be, and of this program's shape?"""
    file = settings.database_file
    if file is not None and not file.exists():
        return [Finding(Level.NOTE, "check-database-later", {"file": str(file)})]
    return list(_judge(await examine(settings.database)))


def _judge(health: DatabaseHealth) -> Iterator[Finding]:
    if health.fault is not None:
        yield Finding(Level.BAD, "check-database-closed", {"fault": health.fault})
        return
    for damage in health.damage:
        yield Finding(Level.BAD, "check-database-damaged", {"damage": damage})
    for name in health.wrong_pragmas:
        yield Finding(Level.BAD, "check-database-setting", {"name": name})
    if health.revision == health.newest:
        yield Finding(Level.GOOD, "check-database-good", {"revision": health.newest})
    elif health.known:
        yield Finding(Level.NOTE, "check-database-older", {"newest": health.newest})
    else:
        yield Finding(Level.BAD, "check-database-newer", {"revision": health.revision or ""})
