"""SIGKILL while letters leave: what happened is told to everybody, in order, and hardly anything twice."""

import asyncio
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from core.model.events import EventKind
from core.model.ids import SchoolId
from core.storage.gateways import outbox
from core.storage.gateways.outbox import NewLetter
from core.storage.rows import BindingRow, EventRow, GuardianshipRow, RemarkRow
from locales import Translators
from notifications import Notifications, Pace
from notifications.letter import LetterKind
from notifications.post import Outcome, Outgoing, Sent
from tests.reliability.killing import Line, finish, kill
from tests.reliability.proof import Proof
from tests.reliability.scene import SERIES, Place, Scene, build, faults

HASTE = Pace(per_second=100_000, margin=0.0, chat_gap=0.0, per_hour=1_000_000)
EACH, MERGED = 30, 5
# Read before the first fork: parsing them is no part of what is killed.
TRANSLATORS = Translators.load()
TRANSLATORS["ru"]
NUMBER = re.compile(r"Записка (\d+)\.")
READERS = select(
    GuardianshipRow.student_id.label("student"),
    GuardianshipRow.guardian_id.label("guardian"),
    BindingRow.account_id.label("account"),
).join(BindingRow, BindingRow.person_id == GuardianshipRow.guardian_id)

Delivery = tuple[int, int, tuple[int, ...]]
"""Run, chat, numbers of the comments in the letter."""


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
        self._line.tell([message.chat, [int(number) for number in NUMBER.findall(message.text)]])
        await asyncio.sleep(self._dice.uniform(0, 0.003))
        self._next += 1
        return Sent(self._next)

    async def edit(self, message_id: int, message: Outgoing, caption: bool = False) -> Outcome:
        """Nothing is edited here."""
        raise AssertionError

    async def leave(self, chat: int) -> Outcome:
        """No group is left here."""
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
            deliveries += [(run, chat, tuple(those)) for chat, those in told]
        told = finish(partial(_send, scene, SERIES, True))
        deliveries += [(SERIES, chat, tuple(those)) for chat, those in told]
        found.faults += finish(partial(_look, scene))[0]
        _judge(deliveries, set(numbers), found)
    return _proof(kills, found)


def _proof(kills: int, found: _Found) -> Proof:
    bad = {
        "comments never told": found.lost,
        "out of order in their chat": found.out_of_order,
        "told twice without a kill": found.uncalled,
        "kills after which more came twice than were under way": int(found.most > HASTE.workers),
    }
    seen = {"told twice": found.twice, "of one kill at most": found.most}
    done = f"{kills:,} kills, {found.letters:,} letters, {HASTE.workers} under way at a time"
    return Proof("SIGKILL while letters leave", done, bad, seen, tuple(found.faults))


async def _happen(scene: Scene, line: Line) -> None:
    """Let a day of comments happen, each with its event, and nobody told of them yet.

    The program has run before: what happened earlier it would take for history, which nobody is told.
    """
    async with scene.opened() as world:
        before = Notifications(world.works, TRANSLATORS, PipePost(line, random.Random(0)), HASTE)
        await before.start()
        await before.idle()
        await before.stop()
        async with world.works.changing() as work:
            line.tell(await work.run(_write, scene, world.clock.now()))


def _write(db: Connection, scene: Scene, now: datetime) -> list[int]:
    """Write letters of one comment each for the first class; for the second events that are still to become letters."""
    first, second = scene.places[:2]
    comments = [(first, student) for _ in range(EACH) for student in first.students]
    comments += [(second, student) for student in second.students for _ in range(MERGED)]
    numbered = list(enumerate(comments, 1))
    db.execute(insert(RemarkRow), [_remark(scene, number, *one, now) for number, one in numbered])
    happened = [(number, student) for number, (place, student) in numbered if place is second]
    about = {"school_id": scene.school, "kind": EventKind.REMARK, "at": now}
    db.execute(insert(EventRow), [{**about, "student_id": who, "subject_id": number} for number, who in happened])
    readers = {row.student: row for row in db.execute(READERS)}
    letters = [_letter(scene, number, readers[who], now) for number, (place, who) in numbered if place is first]
    outbox.write(db, letters)
    return [number for number, _ in numbered]


def _remark(scene: Scene, number: int, place: Place, student: int, now: datetime) -> dict[str, Any]:
    written = {"written_at": now, "written_by": place.teacher, "text": f"Записка {number}."}
    return {"id": number, "school_id": scene.school, "student_id": student, "lesson_id": place.lesson, **written}


def _letter(scene: Scene, number: int, reader: Any, now: datetime) -> NewLetter:
    return NewLetter(
        key=f"letter:{number}",
        kind=LetterKind.REMARK.value,
        account=reader.account,
        school=SchoolId(scene.school),
        due_at=now,
        created_at=now,
        person=reader.guardian,
        student=reader.student,
        items=((EventKind.REMARK.value, number),),
    )


async def _send(scene: Scene, seed: int, to_the_end: bool, line: Line) -> None:
    async with scene.opened() as world:
        # The grace time is over, and nothing has waited so long that it would be told in one letter.
        world.clock.shift(minutes=6)
        post = PipePost(line, random.Random(seed))
        notifications = Notifications(world.works, TRANSLATORS, post, HASTE)
        await notifications.start()
        await notifications.idle()
        if not to_the_end:
            line.tell([0, []])
            await asyncio.sleep(60)
        await notifications.stop()


async def _look(scene: Scene, line: Line) -> None:
    async with scene.opened() as world, world.works.reading() as work:
        line.tell(await work.run(faults, scene.school))


def _judge(deliveries: list[Delivery], numbers: set[int], found: _Found) -> None:
    runs: dict[tuple[int, ...], list[int]] = defaultdict(list)
    chats: dict[int, list[int]] = defaultdict(list)
    for run, chat, those in deliveries:
        if those:
            runs[those].append(run)
            chats[chat] += those[:1]
    repeated = Counter(earlier for those in runs.values() for earlier, later in pairwise(those) if later != earlier)
    found.letters += len(runs)
    found.lost += len(numbers - {number for those in runs for number in those})
    found.twice += sum(repeated.values())
    found.most = max(found.most, *repeated.values(), 0)
    found.uncalled += sum(later == earlier for those in runs.values() for earlier, later in pairwise(those))
    found.out_of_order += sum(later < earlier for told in chats.values() for earlier, later in pairwise(told))
