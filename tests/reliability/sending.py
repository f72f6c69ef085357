"""SIGKILL while letters leave: what happened is told to everybody, in order, and hardly anything twice."""

import asyncio
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from core.model.events import EventKind
from core.storage.rows import EventRow, RemarkRow
from locales import Translators
from notifications import Notifications, Pace
from notifications.post import Outcome, Outgoing, Sent
from tests.reliability.killing import Line, finish, kill
from tests.reliability.proof import Proof
from tests.reliability.scene import SERIES, Place, Scene, build, faults
from tests.world import TODAY

HASTE = Pace(per_second=100_000, margin=0.0, chat_gap=0.0, per_hour=1_000_000)
EACH = 30
# Read before the first fork: parsing them is no part of what is killed.
TRANSLATORS = Translators.load()
TRANSLATORS["ru"]
NUMBER = re.compile(r"Записка (\d+)\.")
# More than the grace time, or they would be one letter.
APART = timedelta(minutes=6)

Delivery = tuple[int, int, int]
"""Run, chat, number."""


@dataclass(slots=True)
class _Found:
    letters: int = 0
    lost: int = 0
    twice: int = 0
    most: int = 0
    uncalled: int = 0
    out_of_order: int = 0
    faults: list[str] = field(default_factory=list)


class PipePost:
    """A messenger whose ledger is the parent: what was told to it has arrived, whatever becomes of us."""

    def __init__(self, line: Line, dice: random.Random) -> None:
        self._line = line
        self._dice = dice
        self._next = 0

    async def send(self, message: Outgoing) -> Outcome:
        """Deliver, and take some milliseconds before the answer as well as after it."""
        await asyncio.sleep(self._dice.uniform(0, 0.003))
        for number in NUMBER.findall(message.text):
            self._line.tell([message.chat, int(number)])
        await asyncio.sleep(self._dice.uniform(0, 0.003))
        self._next += 1
        return Sent(self._next)

    async def edit(self, message_id: int, message: Outgoing) -> Outcome:
        """Nothing is edited here."""
        raise AssertionError

    async def delete(self, chat: int, message_id: int) -> Outcome:
        """Nothing is taken back here."""
        raise AssertionError


def at_random(kills: int, folder: Path, seed: int = 3) -> Proof:
    """Kill so many times, 2 to 50 ms after the first delivery of a run."""
    dice, found = random.Random(seed), _Found()
    for series in range(0, kills, SERIES):
        place = folder / str(series)
        place.mkdir()
        scene = build(place, folder / "template.db", readers=True)
        (numbers,) = finish(partial(_happen, scene))
        deliveries: list[Delivery] = []
        for run in range(min(SERIES, kills - series)):
            told = kill(partial(_send, scene, run, False), dice.uniform(0.002, 0.05))
            deliveries += [(run, chat, number) for chat, number in told]
        told = finish(partial(_send, scene, SERIES, True))
        deliveries += [(SERIES, chat, number) for chat, number in told]
        found.faults += finish(partial(_look, scene))[0]
        _judge(deliveries, set(numbers), found)
    return _proof(kills, found)


def _proof(kills: int, found: _Found) -> Proof:
    bad = {
        "letters lost": found.lost,
        "out of order in their chat": found.out_of_order,
        "told twice without a kill": found.uncalled,
        "kills after which more came twice than were under way": int(found.most > HASTE.workers),
    }
    seen = {"told twice": found.twice, "of one kill at most": found.most}
    done = f"{kills:,} kills, {found.letters:,} letters, {HASTE.workers} under way at a time"
    return Proof("SIGKILL while letters leave", done, bad, seen, tuple(found.faults))


async def _happen(scene: Scene, line: Line) -> None:
    """Let a day of comments happen, each with its event, and nobody told of them yet."""
    async with scene.opened() as world, world.works.changing() as work:
        line.tell(await work.run(_write, scene.school, scene.places[0], world.clock.now()))


def _write(db: Connection, school: int, place: Place, now: Any) -> list[int]:
    remarks: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for turn in range(EACH):
        for student in place.students:
            number = len(remarks) + 1
            about = {"school_id": school, "student_id": student}
            written = {"written_at": now + APART * turn, "written_by": place.teacher}
            text = f"Записка {number}."
            remarks.append({**about, **written, "id": number, "lesson_id": place.lesson, "text": text})
            events.append({**about, "kind": EventKind.REMARK, "subject_id": number, "at": now + APART * turn})
    db.execute(insert(RemarkRow), remarks)
    db.execute(insert(EventRow), events)
    return [remark["id"] for remark in remarks]


async def _send(scene: Scene, seed: int, to_the_end: bool, line: Line) -> None:
    async with scene.opened() as world:
        world.clock.to(TODAY, 18)
        post = PipePost(line, random.Random(seed))
        notifications = Notifications(world.works, TRANSLATORS, post, HASTE)
        await notifications.start()
        await notifications.idle()
        if not to_the_end:
            line.tell([0, 0])
            await asyncio.sleep(60)
        await notifications.stop()


async def _look(scene: Scene, line: Line) -> None:
    async with scene.opened() as world, world.works.reading() as work:
        line.tell(await work.run(faults, scene.school))


def _judge(deliveries: list[Delivery], numbers: set[int], found: _Found) -> None:
    runs: dict[int, list[int]] = defaultdict(list)
    chats: dict[int, list[int]] = defaultdict(list)
    for run, chat, number in deliveries:
        if number:
            runs[number].append(run)
            chats[chat].append(number)
    repeated = Counter(earlier for those in runs.values() for earlier, later in pairwise(those) if later != earlier)
    found.letters += len(numbers)
    found.lost += len(numbers - set(runs))
    found.twice += sum(repeated.values())
    found.most = max(found.most, *repeated.values(), 0)
    found.uncalled += sum(later == earlier for those in runs.values() for earlier, later in pairwise(those))
    found.out_of_order += sum(later < earlier for told in chats.values() for earlier, later in pairwise(told))
