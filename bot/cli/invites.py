"""`diary invites --class 7Б FILE.pdf`, `--staff`: codes on paper, the first administrator's among them (ACC-1)."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.app import App, open_app
from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.screens.invitation_slips import slips
from bot.settings import Settings, load_settings
from core.documents.invitation_sheet import draw_slips
from core.intake.letters import klass_key, klass_name, klass_readings
from core.model.clock import SystemClock
from core.model.entry import SchoolKlasses, Sheet
from core.model.errors import Refusal
from core.model.ids import KlassId
from core.usecases.invitations import IssueInvitations, ListSchools, issue_invitations, list_schools


def register(subparsers: Subparsers) -> None:
    """Add the command."""
    invites = subparsers.add_parser("invites", help=words().plain("invites-cli-about"))
    whom = invites.add_mutually_exclusive_group(required=True)
    whom.add_argument("--class", dest="klass", help=words().plain("invites-cli-klass"))
    whom.add_argument("--staff", action="store_true", help=words().plain("invites-cli-staff"))
    invites.add_argument("file", type=Path, metavar="FILE.pdf", help=words().plain("invites-cli-file"))
    invites.add_argument("--reissue", action="store_true", help=words().plain("invites-cli-reissue"))
    invites.add_argument("--school", type=int, default=None, help=words().plain("invites-cli-school"))
    invites.add_argument("--bot", default=None, help=words().plain("invites-cli-bot"))
    invites.set_defaults(act=_invites)


def _invites(arguments: argparse.Namespace) -> int:
    file: Path = arguments.file
    try:
        # The place is taken first: codes that could not be written would be lost.
        file.touch(exist_ok=False)
    except OSError as error:
        known = "invites-cli-exists" if isinstance(error, FileExistsError) else "invites-cli-not-writable"
        say(known, to=sys.stderr, file=str(file))
        return 1
    sheet = None
    try:
        sheet = asyncio.run(_printed(load_settings(), arguments))
    finally:
        if sheet is None:
            file.unlink()
    if sheet is None:
        return 1
    say("invites-cli-done", count=len(sheet.issued), file=str(file))
    return 0


async def _printed(settings: Settings, arguments: argparse.Namespace) -> Sheet | None:
    bot_name = arguments.bot or await _bot_name(settings)
    if not bot_name:
        say("invites-cli-no-bot", to=sys.stderr)
    app = await open_app(settings)
    try:
        sheet = await _issued(app, arguments)
    except Refusal as refusal:
        say(f"error-{refusal.code}", to=sys.stderr)
        return None
    finally:
        await app.close()
    if sheet is not None:
        # Whoever reads a code comes in: nobody but the operator.
        arguments.file.touch(mode=0o600)
        arguments.file.write_bytes(draw_slips(slips(sheet, bot_name.removeprefix("@"), words())))
    return sheet


async def _issued(app: App, arguments: argparse.Namespace) -> Sheet | None:
    async with app.works.changing() as work:
        schools = await list_schools(work, ListSchools())
        school = _chosen(schools, arguments.school)
        if school is None:
            return None
        command = IssueInvitations(app.services.pepper, staff_of=school.school, again=arguments.reissue)
        if not arguments.staff:
            klass = _klass(school, arguments.klass)
            if klass is None:
                return None
            command = replace(command, klass=klass, staff_of=None)
        return await issue_invitations(work, command)


def _chosen(schools: Sequence[SchoolKlasses], wanted: int | None) -> SchoolKlasses | None:
    if not schools:
        say("invites-cli-no-school", to=sys.stderr)
        return None
    matching = [school for school in schools if wanted in (None, school.school)]
    if len(matching) == 1:
        return matching[0]
    say("invites-cli-which-school", to=sys.stderr)
    for school in schools:
        say("invites-cli-school-line", to=sys.stderr, number=school.school, name=school.name)
    return None


def _klass(school: SchoolKlasses, wanted: str) -> KlassId | None:
    """Find a class however its name is typed: small letters, a Latin B, quotes; a name that fits two fits none."""
    by_key = {klass_key(name): klass for name, klass in school.klasses.items()}
    name = klass_name(wanted)
    found = {by_key[key] for key in map(klass_key, (name, *klass_readings(name))) if key in by_key}
    if len(found) == 1:
        return found.pop()
    say("invites-cli-no-klass", to=sys.stderr, klass=wanted, known=", ".join(school.klasses))
    return None


async def _bot_name(settings: Settings) -> str:
    if settings.bot_token is None:
        return ""
    from bot.cli.online import telegram

    findings = await telegram(settings, settings.bot_token.get_secret_value(), SystemClock())
    return next((str(one.values["name"]) for one in findings if one.text == "check-online-good"), "")
