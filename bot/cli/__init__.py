"""The command line. Starts quickly: only the asked group of commands is imported, and no group imports aiogram."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from bot.cli.words import say, words
from bot.settings import BadSettings

GROUPS: Final = {
    "run": "service",
    "sandbox": "service",
    "check": "check",
    "school": "school",
    "backup": "backup",
    "restore": "backup",
    "audit": "audit",
    "report": "report",
    "invites": "invites",
    "regulation": "regulation",
    "duties": "duties",
}
"""Command -> its module here. A module has `register(subparsers)`: it adds its parsers with
`set_defaults(act=…)`, where `act` takes the parsed arguments and gives the exit code. A new group is added here."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; `argv` without the program's name. Gives the exit code: 2 for unusable settings."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    parsed = _parser(arguments).parse_args(arguments)
    try:
        code: int = parsed.act(parsed)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has read enough; what Python would still say at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except BadSettings as bad:
        for problem in bad.problems:
            say(problem.code, to=sys.stderr, name=problem.name)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="diary", description=words().plain("cli-about"))
    subparsers = parser.add_subparsers(required=True, metavar=words().plain("cli-command"))
    asked = arguments[0] if arguments else ""
    modules = [GROUPS[asked]] if asked in GROUPS else dict.fromkeys(GROUPS.values())
    for module in modules:
        import_module(f"bot.cli.{module}").register(subparsers)
    return parser
