"""`diary audit verify [--noted SCHOOL:NUMBER:HASH …]`: is the audit trail the one that was written (CTL-7)."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections import defaultdict
from collections.abc import Sequence

from bot.app import open_app
from bot.cli.group import Subparsers
from bot.cli.words import say, words
from bot.settings import load_settings
from core.model.ids import SchoolId
from core.rules.chain import GENESIS
from core.storage.gateways import anchors as kept_anchors
from core.storage.queries import chain

Noted = tuple[SchoolId, int, bytes]


def register(subparsers: Subparsers) -> None:
    """Add the group of commands."""
    audit = subparsers.add_parser("audit", help=words().plain("audit-about"))
    actions = audit.add_subparsers(required=True, metavar=words().plain("cli-command"))
    verify = actions.add_parser("verify", help=words().plain("audit-verify"))
    shape = "SCHOOL:NUMBER:HASH"
    verify.add_argument(
        "--noted", action="append", default=[], type=_noted, metavar=shape, help=words().plain("audit-noted")
    )
    verify.set_defaults(act=_verify)


def _noted(text: str) -> Noted:
    school, number, digest = text.split(":")
    if len(bytes.fromhex(digest)) != len(GENESIS):
        raise ValueError(text)
    return SchoolId(int(school)), int(number), bytes.fromhex(digest)


def _verify(arguments: argparse.Namespace) -> int:
    return asyncio.run(_run(arguments.noted))


async def _run(noted: Sequence[Noted]) -> int:
    anchors: dict[SchoolId, dict[int, bytes]] = defaultdict(dict)
    for school, number, digest in noted:
        anchors[school][number] = digest
    app = await open_app(load_settings())
    try:
        async with app.works.reading() as work:
            named = dict(await work.run(chain.schools))
            for school, kept in (await work.run(kept_anchors.all_of)).items():
                # What somebody noted outside is worth more than what the database says of itself.
                anchors[school] = kept | anchors[school]
            everyone = sorted({*named, *anchors})
            chains = {school: await work.run(chain.verify, school, anchors[school]) for school in everyone}
    finally:
        await app.close()
    for school, found in chains.items():
        _tell(school, named.get(school, ""), found)
    if not chains:
        say("audit-empty")
    return 1 if any(found.broken for found in chains.values()) else 0


def _tell(school: SchoolId, name: str, found: chain.Chain) -> None:
    if found.broken is not None:
        say("audit-broken", to=sys.stderr, school=name or str(school), number=str(found.broken))
        return
    seal = f"{school}:{found.length}:{found.head.hex()}"
    say("audit-whole", school=name or str(school), entries=found.length, seal=seal)
