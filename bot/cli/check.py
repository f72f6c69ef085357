"""`diary check`: what is right and what is wrong with this deployment, in plain words.

The exit code is 1 when something would keep the bot from working.
"""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Final

from bot.cli import deployment
from bot.cli.finding import Level
from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.settings import Settings, load_settings
from core.model.clock import Clock, SystemClock

ENV_FILE: Final = Path(".env")


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    check = subparsers.add_parser("check", help=words().plain("cli-check"))
    check.add_argument("--online", action="store_true", help=words().plain("cli-check-online"))
    check.set_defaults(act=_check)


def _check(arguments: argparse.Namespace) -> int:
    return asyncio.run(_run(load_settings(), SystemClock(), online=arguments.online))


async def _run(settings: Settings, clock: Clock, *, online: bool) -> int:
    findings = [
        *deployment.unknown_lines(ENV_FILE),
        *deployment.token(settings),
        *deployment.wall_clock(clock.now(), settings.database_file),
        *deployment.disk(settings),
        *deployment.pepper_file(settings),
        *await deployment.database(settings),
    ]
    if online and settings.bot_token is not None:
        from bot.cli.online import telegram

        findings += await telegram(settings, settings.bot_token.get_secret_value(), clock)
    for finding in findings:
        say(finding.level.value, text=words().plain(finding.text, **finding.values))
    bad = any(finding.level is Level.BAD for finding in findings)
    say(_verdict(settings, bad=bad))
    return int(bad)


def _verdict(settings: Settings, *, bad: bool) -> str:
    if bad:
        return "check-verdict-bad"
    return "check-verdict-good" if settings.bot_token else "check-verdict-sandbox"
