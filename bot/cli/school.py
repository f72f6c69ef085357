"""`diary school template FILE` and `diary school import FILE [--dry-run]`: a school from one workbook (ADM-1)."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.app import App, open_app
from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.screens.import_report import change_lines, problem_line
from bot.settings import load_settings
from core.intake.workbook import read_workbook
from core.model.errors import Refusal
from core.model.ids import SchoolId
from core.model.importing import KindChange
from core.model.workbook import Problem, Severity, Workbook
from core.usecases.importing import ImportRefused, apply_import, make_template, plan_import
from locales import LANGUAGES


def register(subparsers: Subparsers) -> None:
    """Add the group of commands."""
    school = subparsers.add_parser("school", help=words().plain("import-cli-about"))
    actions = school.add_subparsers(required=True, metavar=words().plain("cli-command"))
    template = actions.add_parser("template", help=words().plain("import-cli-template"))
    template.add_argument("file", type=Path, metavar="FILE", help=words().plain("import-cli-file"))
    template.add_argument("--language", choices=LANGUAGES, default=None, help=words().plain("import-cli-language"))
    template.set_defaults(act=_template)
    load = actions.add_parser("import", help=words().plain("import-cli-import"))
    load.add_argument("file", type=Path, metavar="FILE", help=words().plain("import-cli-file"))
    load.add_argument("--dry-run", action="store_true", help=words().plain("import-cli-dry-run"))
    load.add_argument("--school", type=int, default=None, help=words().plain("import-cli-school"))
    load.set_defaults(act=_import)


def _template(arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    try:
        with file.open("xb") as made:
            made.write(make_template(arguments.language or words().language))
    except FileExistsError:
        say("import-cli-exists", to=sys.stderr, file=str(file))
        return 1
    except OSError:
        say("import-cli-not-writable", to=sys.stderr, file=str(file))
        return 1
    say("import-cli-written", file=str(file))
    return 0


def _import(arguments: argparse.Namespace) -> int:
    school = None if arguments.school is None else SchoolId(arguments.school)
    return asyncio.run(_run(arguments.file, school, dry_run=arguments.dry_run))


async def _run(file: Path, school: SchoolId | None, *, dry_run: bool) -> int:
    try:
        book = await read_workbook(file)
    except Refusal as refusal:
        _refuse(refusal)
        return 1
    app = await open_app(load_settings())
    try:
        return await (_preview(app, book, school) if dry_run else _load(app, book, school))
    except ImportRefused as refusal:
        _tell(refusal.problems)
        _refuse(refusal)
        return 1
    except Refusal as refusal:
        _refuse(refusal)
        return 1
    finally:
        await app.close()


async def _preview(app: App, book: Workbook, school: SchoolId | None) -> int:
    async with app.works.reading() as work:
        preview = await plan_import(work, book, school)
    _tell(preview.problems)
    if not preview.possible:
        return 1
    _show("import-preview-title", preview.name, preview.changes)
    say("import-cli-dry")
    return 0


async def _load(app: App, book: Workbook, school: SchoolId | None) -> int:
    async with app.works.changing() as work:
        done = await apply_import(work, book, school)
    _tell(done.warnings)
    _show("import-done-title", done.name, done.changes)
    return 0


def _refuse(refusal: Refusal) -> None:
    values = {name: value for name, value in refusal.values.items() if isinstance(value, str | int)}
    say(f"error-{refusal.code}", to=sys.stderr, **values)


def _show(title: str, name: str, changes: Sequence[KindChange]) -> None:
    if any(change.alters for change in changes):
        say(title, name=name)
    else:
        say("import-preview-nothing")
    for line in change_lines(words(), changes):
        print("  " + line.plain)


def _tell(problems: Iterable[Problem]) -> None:
    """Print errors, then warnings, each under its title."""
    told = tuple(problems)
    for severity, title in ((Severity.ERROR, "import-errors-title"), (Severity.WARNING, "import-warnings-title")):
        found = [problem for problem in told if problem.severity is severity]
        if found:
            say(title, to=sys.stderr, count=len(found))
        for problem in found:
            print("  " + problem_line(words(), problem).plain, file=sys.stderr)
