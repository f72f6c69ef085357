"""SIGKILL while updates arrive: a server that repeats itself, handlers that fail, effects that show if doubled."""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot import intake as bot_intake
from bot.intake import Intake
from core.model.ids import LessonId, PersonId
from core.storage.rows import RemarkRow
from core.storage.work import AlreadyDone
from core.usecases.attendance import OpenAttendance, attendance_sheet
from core.usecases.remarks import WriteRemark, write_remark
from tests.reliability.killing import Line, finish, kill
from tests.reliability.proof import Proof
from tests.reliability.scene import SERIES, Scene, build, faults
from tests.world import World

REPEATED = 0.3
FAILING = 0.05
BATCH = 8
LATELY = 2 * BATCH
READ_EVERY = 4

Update = dict[str, Any]


class Server:
    """Telegram's side of getUpdates: an update is kept until a higher offset is asked for, and some come again."""

    def __init__(self, scene: Scene, dice: random.Random) -> None:
        self.made: list[Update] = []
        self.repeats = 0
        self.handled: set[int] = set()
        self.open = True
        self._scene = scene
        self._dice = dice
        self._confirmed = 0
        self._given: list[Update] = []

    def answer(self, question: dict[str, Any]) -> list[Update] | None:
        """Answer getUpdates; hear which updates were handled."""
        if "handled" in question:
            self.handled.add(question["handled"])
            return None
        self._confirmed = max(self._confirmed, question["offset"] - 1)
        if self.open:
            self._more()
        waiting = [update for update in self.made if update["update_id"] > self._confirmed][:BATCH]
        # Those of the last answers come again, confirmed or not.
        again = [update for update in self._given[-LATELY:] if self._dice.random() < REPEATED / 2]
        self.repeats += len(again)
        self._given += waiting
        return sorted([*waiting, *again], key=lambda update: update["update_id"])

    def _more(self) -> None:
        for _ in range(self._dice.randint(1, BATCH)):
            who = self._dice.choice(self._scene.places).telegram
            message = {"from": {"id": who}, "text": "x"}
            self.made.append({"update_id": len(self.made) + 1, "message": message})


@dataclass(slots=True)
class _Found:
    updates: int = 0
    repeated: int = 0
    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    faults: list[str] = field(default_factory=list)


def at_random(kills: int, folder: Path, seed: int = 2) -> Proof:
    """Kill so many times, 2 to 50 ms after the first question for updates."""
    dice, found = random.Random(seed), _Found()
    for series in range(0, kills, SERIES):
        place = folder / str(series)
        place.mkdir()
        scene = build(place, folder / "template.db")
        server = Server(scene, dice)
        for number in range(series, min(series + SERIES, kills)):
            kill(partial(_poll, scene, number), dice.uniform(0.002, 0.05), server.answer, after=2)
        server.open = False
        finish(partial(_poll, scene, 0), server.answer)
        _judge(server, finish(partial(_look, scene))[0], found)
    bad = {"updates lost": found.lost, "effects doubled": found.doubled, "out of order": found.out_of_order}
    seen = {"given again": found.repeated}
    done = f"{kills:,} kills, {found.updates:,} updates"
    return Proof("SIGKILL while updates arrive and 5 % of handlers fail", done, bad, seen, tuple(found.faults))


class Handler:
    """Writes something that can't be written twice without being seen; fails now and then; reads now and then."""

    def __init__(self, world: World, scene: Scene, dice: random.Random, line: Line) -> None:
        self._world = world
        self._places = {place.telegram: place for place in scene.places}
        self._dice = dice
        self._line = line

    async def handle(self, update: Update, update_id: int, received_at: datetime) -> None:
        """Handle an update as the bot's turns do."""
        who = update["message"]["from"]["id"]
        place = self._places[who]
        self._stumble()
        if update_id % READ_EVERY == 0:
            await self._world.see(attendance_sheet, OpenAttendance(LessonId(place.lesson)), who)
        else:
            remark = WriteRemark(LessonId(place.lesson), PersonId(place.students[0]), str(update_id))
            await self._write(who, update_id, received_at, remark)
        self._line.tell({"handled": update_id})

    async def _write(self, who: int, update_id: int, received_at: datetime, remark: WriteRemark) -> None:
        try:
            async with self._world.works.changing(who, update_id, received_at) as work:
                await write_remark(work, remark)
                self._stumble()
        except AlreadyDone:
            return

    def _stumble(self) -> None:
        if self._dice.random() < FAILING:
            raise OSError("the disk hiccups")

    async def give_up(self, update: Update) -> None:
        """Nobody is to be told here; the update counts as lost."""


async def _poll(scene: Scene, seed: int, line: Line) -> None:
    bot_intake.BACKOFF = (0.0,) * 4
    logging.disable()
    async with scene.opened() as world:
        handler = Handler(world, scene, random.Random(seed), line)
        intake = Intake(world.works, handler.handle, handler.give_up)
        await intake.start()
        await _ask(intake, line)
        await intake.drained()
        await intake.stop(5)


async def _ask(intake: Intake, line: Line) -> None:
    """Ask for updates as `bot.poller` does, until the server has no more."""
    offset = 0
    while updates := await line.ask({"offset": offset}):
        await intake.keep(updates)
        offset = max(offset, updates[-1]["update_id"] + 1)
        await intake.room()
        await asyncio.sleep(0)


async def _look(scene: Scene, line: Line) -> None:
    async with scene.opened() as world:
        written = await world.rows(select(RemarkRow.written_by, RemarkRow.text).order_by(RemarkRow.id))
        async with world.works.reading() as work:
            wrong = await work.run(faults, scene.school)
    line.tell({"written": [(who, int(text)) for who, text in written], "faults": wrong})


def _judge(server: Server, seen: dict[str, Any], found: _Found) -> None:
    times = Counter(number for _, number in seen["written"])
    made = [update["update_id"] for update in server.made]
    found.updates += len(made)
    found.repeated += server.repeats
    found.lost += sum(not (times[number] if number % READ_EVERY else number in server.handled) for number in made)
    found.doubled += sum(many - 1 for many in times.values())
    people = {who for who, _ in seen["written"]}
    found.out_of_order += sum(_disorder([n for who, n in seen["written"] if who == one]) for one in people)
    found.faults += seen["faults"]


def _disorder(numbers: Sequence[int]) -> int:
    return sum(later < earlier for earlier, later in pairwise(numbers))
