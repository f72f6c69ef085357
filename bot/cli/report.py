"""`diary report mark-changes FILE.xlsx|FILE.pdf [--school N]`: reports as files (CTL-5)."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.app import open_app
from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.screens.change_table import change_table
from bot.settings import load_settings
from core.documents.mark_changes import draw_changes, write_changes
from core.model.entry import SchoolKlasses
from core.model.mark_changes import ChangesPage
from core.usecases.invitations import ListSchools, list_schools
from core.usecases.mark_changes import ReadChanges, all_changes

_MAKERS = {".xlsx": write_changes, ".pdf": draw_changes}


def register(subparsers: Subparsers) -> None:
    """Add the group of commands."""
    report = subparsers.add_parser("report", help=words().plain("report-about"))
    actions = report.add_subparsers(required=True, metavar=words().plain("cli-command"))
    changes = actions.add_parser("mark-changes", help=words().plain("report-mark-changes"))
    changes.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.pdf", help=words().plain("report-file"))
    changes.add_argument("--school", type=int, default=None, help=words().plain("invites-cli-school"))
    changes.set_defaults(act=_changes)


def _changes(arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    make = _MAKERS.get(file.suffix.lower())
    if make is None:
        say("report-suffix", to=sys.stderr, file=str(file))
        return 1
    page = asyncio.run(_read(arguments.school))
    if page is None:
        return 1
    try:
        file.write_bytes(make(change_table(words(), page)))
    except OSError:
        say("report-not-writable", to=sys.stderr, file=str(file))
        return 1
    say("report-done", count=page.total, file=str(file))
    return 0


async def _read(wanted: int | None) -> ChangesPage | None:
    app = await open_app(load_settings())
    try:
        async with app.works.changing() as work:
            school = _chosen(await list_schools(work, ListSchools()), wanted)
            return await all_changes(work, ReadChanges(school.school)) if school else None
    finally:
        await app.close()


def _chosen(schools: Sequence[SchoolKlasses], wanted: int | None) -> SchoolKlasses | None:
    matching = [school for school in schools if wanted in (None, school.school)]
    if len(matching) == 1:
        return matching[0]
    say("invites-cli-which-school" if schools else "invites-cli-no-school", to=sys.stderr)
    for school in schools:
        say("invites-cli-school-line", to=sys.stderr, number=school.school, name=school.name)
    return None
