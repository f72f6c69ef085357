"""SIGKILL while marks are being set: at random instants, and before each statement of one tap."""

import asyncio
import os
import random
import signal
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, event, text

from core.model.ids import PersonId, WorkId
from core.model.mark import MarkValue
from core.usecases.marks import SetMark, set_mark
from tests.reliability.killing import PATIENCE, Line, finish, kill
from tests.reliability.proof import Proof
from tests.reliability.scene import SERIES, Place, Scene, build, count, faults
from tests.world import World

VALUES = (MarkValue.TWO, MarkValue.THREE, MarkValue.FOUR, MarkValue.FIVE)

UNTOLD = """SELECT count(*) FROM mark WHERE NOT EXISTS
    (SELECT 1 FROM event WHERE event.kind = 'mark' AND event.subject_id = coalesce(mark.root, mark.id))"""
UNSIGNED = """SELECT count(*) FROM mark WHERE id NOT IN
    (SELECT json_extract(extra, '$.record') FROM audit WHERE kind LIKE 'mark.%')"""
EXCESS = """SELECT abs((SELECT count(*) FROM event WHERE kind = 'mark') - (SELECT count(*) FROM mark))
    + abs((SELECT count(*) FROM audit WHERE kind LIKE 'mark.%') - (SELECT count(*) FROM mark))"""
KNOWN = text("SELECT count(*) FROM mark WHERE id IN :ids").bindparams(bindparam("ids", expanding=True))


@dataclass(slots=True)
class _Found:
    acknowledged: int = 0
    lost: int = 0
    without_audit: int = 0
    without_event: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, seen: dict[str, Any], acknowledged: Sequence[int] = ()) -> None:
        """Add what was seen after a restart, and what the next kill was acknowledged before."""
        self.acknowledged += len(acknowledged)
        self.lost += seen["lost"]
        self.without_audit += seen["without_audit"]
        self.without_event += seen["without_event"]
        self.faults += seen["faults"]

    def proof(self, name: str, done: str) -> Proof:
        bad = {
            "acknowledged marks lost": self.lost,
            "marks without audit": self.without_audit,
            "marks without event": self.without_event,
            "faults of file or chain": len(self.faults),
        }
        return Proof(name, done, bad, faults=tuple(self.faults))


def at_random(kills: int, folder: Path, seed: int = 1) -> Proof:
    """Kill so many times, 2 to 50 ms after the first acknowledged mark."""
    dice, found = random.Random(seed), _Found()
    for series in range(0, kills, SERIES):
        place = folder / str(series)
        place.mkdir()
        scene = build(place, folder / "template.db")
        acknowledged: list[int] = []
        for number in range(series, min(series + SERIES, kills)):
            act = partial(_look_and_teach, scene, acknowledged, number)
            seen, *acknowledged = kill(act, dice.uniform(0.002, 0.05), after=2)
            found.add(seen, acknowledged)
        found.add(finish(partial(_look, scene, acknowledged))[0])
    return found.proof("SIGKILL while three teachers set marks", f"{kills:,} kills, {found.acknowledged:,} marks")


async def _look_and_teach(scene: Scene, before: list[int], seed: int, line: Line) -> None:
    """Start again, look what became of the marks acknowledged `before`, and let all teachers set marks."""
    async with scene.opened() as world, asyncio.TaskGroup() as teachers:
        await _look_at(world, before, line)
        for place in scene.places:
            teachers.create_task(_teach(world, place, random.Random(seed), line))


async def _teach(world: World, place: Place, dice: random.Random, line: Line) -> None:
    while True:
        for key in await _set(world, place, dice.choice(place.students), dice.choice(VALUES)):
            line.tell(key)


async def _set(world: World, place: Place, student: int, value: MarkValue) -> list[int]:
    marked = await world.do(set_mark, SetMark(WorkId(place.work), PersonId(student), value), place.telegram)
    return [change.mark.id for change in marked.corrections]


def at_each_statement(folder: Path) -> Proof:
    """Kill one tap before its first statement, before its second … before its commit, and after it."""
    scene, found, step = build(folder, folder / "template.db"), _Found(), 0
    acknowledged: list[int] = []
    while not acknowledged:
        _, *acknowledged = kill(partial(_die_at, scene, step), PATIENCE)
        found.add(finish(partial(_look, scene, acknowledged))[0], acknowledged)
        step += 1
    return found.proof("SIGKILL before each statement of one tap, its commit included", f"{step} kills")


async def _die_at(scene: Scene, fatal: int, line: Line) -> None:
    line.tell("began")
    async with scene.opened() as world:
        left = fatal

        def step(*_: Any) -> None:
            nonlocal left
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

        event.listen(world.engines.writer.sync_engine, "before_cursor_execute", step)
        event.listen(world.engines.writer.sync_engine, "commit", step)
        place = scene.places[0]
        for key in await _set(world, place, place.students[0], MarkValue.FIVE):
            line.tell(key)
        os.kill(os.getpid(), signal.SIGKILL)


async def _look(scene: Scene, acknowledged: list[int], line: Line) -> None:
    async with scene.opened() as world:
        await _look_at(world, acknowledged, line)


async def _look_at(world: World, acknowledged: list[int], line: Line) -> None:
    async with world.works.changing() as work:
        line.tell(await work.run(_seen, acknowledged, world.school))


def _seen(db: Connection, acknowledged: list[int], school: int) -> dict[str, Any]:
    kept = int(db.execute(KNOWN, {"ids": acknowledged}).scalar_one())
    wrong = faults(db, school)
    if count(db, EXCESS):
        wrong.append("audit, events and marks are not as many")
    return {
        "lost": len(acknowledged) - kept,
        "without_audit": count(db, UNSIGNED),
        "without_event": count(db, UNTOLD),
        "faults": wrong,
    }
