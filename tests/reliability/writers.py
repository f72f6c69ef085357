"""Many people who read and then write at the same time: nobody waits in vain, nobody's change is lost."""

import asyncio
from functools import partial
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from core.storage.gateways import keyvalue
from core.storage.work import Work
from tests.reliability.killing import Line, finish
from tests.reliability.proof import Proof
from tests.reliability.scene import Scene, build
from tests.world import World

WRITERS = 25
KEY = "counter"


def at_once(each: int, folder: Path) -> Proof:
    """Let 25 tasks add one to the same value, each so many times."""
    scene = build(folder, folder / "template.db")
    (seen,) = finish(partial(_write, scene, each))
    bad = {"lost updates": WRITERS * each - seen["value"], "errors of locks": seen["errors"]}
    return Proof(f"{WRITERS} writers who read and then write", f"{WRITERS * each:,} writes", bad)


async def _write(scene: Scene, each: int, line: Line) -> None:
    async with scene.opened() as world:
        errors = await asyncio.gather(*(_count_up(world, each) for _ in range(WRITERS)))
        async with world.works.reading() as work:
            line.tell({"value": await _value(work), "errors": sum(errors)})


async def _count_up(world: World, each: int) -> int:
    errors = 0
    for _ in range(each):
        try:
            async with world.works.changing() as work:
                value = await _value(work)
                await asyncio.sleep(0)
                await work.run(keyvalue.put, KEY, {"value": value + 1}, work.now)
        except OperationalError:
            errors += 1
    return errors


async def _value(work: Work) -> int:
    kept = await work.run(_get)
    return kept["value"] if kept else 0


def _get(db: Connection) -> dict[str, int] | None:
    return keyvalue.get(db, KEY)
