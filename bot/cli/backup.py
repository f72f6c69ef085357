"""`diary backup FILE` and `diary restore FILE`: a checked copy of the embedded database, and back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.settings import load_settings
from core.storage.backup import BackupDamaged, DatabaseInUse, back_up, restore


def register(subparsers: Subparsers) -> None:
    """Add the two commands."""
    for name, act in (("backup", _backup), ("restore", _restore)):
        command = subparsers.add_parser(name, help=words().plain(f"cli-{name}"))
        command.add_argument("file", type=Path, help=words().plain("cli-backup-file"))
        command.set_defaults(act=act)


def _backup(arguments: argparse.Namespace) -> int:
    return _with_database(arguments.file, lambda database: back_up(database, arguments.file), "cli-backup-done")


def _restore(arguments: argparse.Namespace) -> int:
    return _with_database(arguments.file, lambda database: _put_back(arguments.file, database), "cli-restore-done")


def _put_back(copy: Path, database: Path) -> None:
    kept = restore(copy, database)
    if kept is not None:
        say("cli-restore-kept", file=str(kept))


def _with_database(file: Path, act: Callable[[Path], None], done: str) -> int:
    database = load_settings().database_file
    if database is None:
        say("cli-backup-server", to=sys.stderr)
        return 2
    try:
        act(database)
    except FileNotFoundError as missing:
        say("cli-backup-missing", to=sys.stderr, file=str(missing))
    except DatabaseInUse:
        say("cli-restore-in-use", to=sys.stderr)
    except BackupDamaged:
        say("cli-backup-damaged", to=sys.stderr)
    except OSError as error:
        say("cli-backup-failed", to=sys.stderr, reason=error.strerror or "?")
    else:
        say(done, file=str(file))
        return 0
    return 1
