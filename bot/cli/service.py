"""`diary run` and `diary sandbox`: the processes that talk. They are imported when asked for, not before."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.settings import load_settings


def register(subparsers: Subparsers) -> None:
    """Add the two commands."""
    run = subparsers.add_parser("run", help=words().plain("cli-run"))
    run.add_argument("--or-sandbox", action="store_true", help=words().plain("cli-or-sandbox"))
    run.set_defaults(act=_run)
    subparsers.add_parser("sandbox", help=words().plain("cli-sandbox")).set_defaults(act=_sandbox)


def _run(arguments: argparse.Namespace) -> int:
    settings = load_settings()
    if settings.bot_token is None and arguments.or_sandbox:
        return _sandbox(arguments)
    if settings.bot_token is None:
        say("cli-no-token", to=sys.stderr)
        return 2
    _leave_when_told()
    with _importing():
        from bot.run import main

    return main(settings)


def _sandbox(_arguments: argparse.Namespace) -> int:
    _leave_when_told()
    with _importing():
        from bot.sandbox_run import main

    return main(load_settings())


@contextmanager
def _importing() -> Iterator[None]:
    """Let nobody look for garbage meanwhile: imports make thousands of classes that all stay. Saves a second."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _leave_when_told() -> None:
    """Let SIGTERM end the process as a wish fulfilled while its parts are still imported, which takes seconds."""
    signal.signal(signal.SIGTERM, _leave)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
