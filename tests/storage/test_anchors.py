"""Anchors stay as they were set: what a trail is measured by must not give way (BEY-4, CTL-7)."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from core.model.ids import SchoolId
from core.model.scrutiny import Anchor
from core.storage.gateways import anchors
from tests.world import TODAY, World

YESTERDAY = date(2026, 10, 14)


async def sealed(world: World) -> SchoolId:
    """Seal two days."""
    school = SchoolId(world.school)
    async with world.works.changing() as work:
        for day, seq in ((YESTERDAY, 5), (TODAY, 9)):
            await work.run(anchors.put, Anchor(school, day, seq, bytes([seq]) * 32), work.now)
    return school


async def test_the_newest_and_those_before_a_day(world: World) -> None:
    school = await sealed(world)
    async with world.works.reading() as work:
        newest = await work.run(anchors.newest)
        assert newest == {school: Anchor(school, TODAY, 9, bytes([9]) * 32)}
        befores = [await work.run(anchors.before, school, day) for day in (YESTERDAY, TODAY, date(2026, 10, 20))]
        kept = await work.run(anchors.all_of)
    assert befores == [0, 5, 9]
    assert kept == {school: {5: bytes([5]) * 32, 9: bytes([9]) * 32}}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chain_anchor SET seq = 1",
        "UPDATE OR REPLACE chain_anchor SET day = '2026-10-01'",
        "DELETE FROM chain_anchor",
        "REPLACE INTO chain_anchor SELECT * FROM chain_anchor",
        (
            "INSERT OR REPLACE INTO chain_anchor (school_id, day, seq, hash, at) "
            "SELECT school_id, day, 1, hash, at FROM chain_anchor"
        ),
    ],
)
async def test_nothing_changes_them(world: World, statement: str) -> None:
    await sealed(world)
    file = Path(world.engines.writer.sync_engine.url.database or "")
    with closing(sqlite3.connect(file)) as db:
        before = db.execute("SELECT * FROM chain_anchor").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(statement)
        assert db.execute("SELECT * FROM chain_anchor").fetchall() == before
