"""Three classes whose lessons go on at this moment: what is written, killed and counted in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from core.storage.queries import chain
from tests.classroom import classroom
from tests.reliability.killing import Line, finish
from tests.world import TODAY, World, migrated_copy, open_world

PUPILS = tuple(f"Ученик{number} Лев" for number in range(8))
# So many kills before the database is begun anew: looking all of it over costs as much as it holds.
SERIES = 25
KLASSES = ("5А", "7Б", "9В")


@dataclass(frozen=True, slots=True)
class Place:
    """One teacher's lesson: ids to act with."""

    telegram: int
    teacher: int
    lesson: int
    work: int
    students: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A database and who may write what in it."""

    url: str
    school: int
    places: tuple[Place, ...]

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[World]:
        """Open the database as a starting program does; it is 10:30."""
        world = open_world(self.url, durable=True)
        world.school = self.school
        world.clock.to(TODAY, 10, 30)
        try:
            yield world
        finally:
            await world.engines.dispose()


def build(folder: Path, template: Path, *, readers: bool = False) -> Scene:
    """Make a scene of its own in a folder, with guardians' chats for the first two classes where there are `readers`.

    A child does it, so that nothing stays open here.
    """
    (made,) = finish(partial(_build, folder, template, readers))
    places = [Place(**{**place, "students": tuple(place["students"])}) for place in made["places"]]
    return Scene(made["url"], made["school"], tuple(places))


async def _build(folder: Path, template: Path, readers: bool, line: Line) -> None:
    url = await asyncio.to_thread(migrated_copy, folder, template)
    world = await open_world(url).found()
    places = []
    for name in KLASSES:
        room = await classroom(world, name, PUPILS)
        places.append(Place(room.telegram, room.teacher, room.lesson, await room.work(), tuple(room.students)))
    for student in (*places[0].students, *places[1].students) if readers else ():
        await world.enter(await world.guardian("Родитель Анна", student))
    await world.engines.dispose()
    line.tell({"url": url, "school": world.school, "places": [asdict(place) for place in places]})


def faults(db: Connection, school: int) -> list[str]:
    """What is wrong with the database in itself: the file, its references, the audit chain."""
    found = [str(row[0]) for row in db.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
    found += [f"reference of {row[0]}" for row in db.execute(text("PRAGMA foreign_key_check"))]
    broken = chain.verify(db, school).broken  # type: ignore[arg-type]
    return found if broken is None else [*found, f"chain broken at {broken}"]


def count(db: Connection, query: str, **values: Any) -> int:
    """The number a query gives."""
    return int(db.execute(text(query), values).scalar_one())
