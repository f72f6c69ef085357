"""SIGKILL within a month of a school: every chat shows what it would have shown anyway, hardly anything twice."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from core.model.ids import LessonId
from notifications.post import Outcome, Outgoing, Sent
from tests.fakes.post import FakePost
from tests.notifications.conftest import HURRY, WORDS
from tests.notifications.month.cast import chats
from tests.notifications.month.expected import Expected, Window, expected
from tests.notifications.month.judging import answers, differences, once
from tests.notifications.month.reading import Arrived, read
from tests.notifications.month.running import Phones, play
from tests.notifications.month.script import month
from tests.notifications.month.stage import Stage, build
from tests.reliability.killing import Line, finish, kill
from tests.reliability.proof import Proof
from tests.world import MOSCOW, KlassOf, World, migrated_copy, open_world

# Read before the first fork: parsing them is no part of what is killed.
WORDS["ru"]
SEED = 11
SETTLED, LETTER = 0, 1


@dataclass(frozen=True, slots=True)
class _Course:
    """The month and what is expected of it."""

    url: str
    built: Any
    wanted: dict[str, list[Expected]]


class PipePost(FakePost):
    """A messenger whose ledger is the parent: what was told to it has arrived, whatever becomes of us."""

    def __init__(self, line: Line, world: World, run: int) -> None:
        super().__init__()
        self._line, self._world, self._next = line, world, 1_000_000 * run

    async def send(self, message: Outgoing) -> Outcome:
        """Deliver, then take a moment for the answer."""
        self._next = number = self._next + 1
        at = self._world.clock.now().isoformat()
        self._line.tell([LETTER, number, message.chat, str(message.text), message.reply_to, at])
        await asyncio.sleep(0.001)
        return Sent(number)


def at_random(kills: int, folder: Path, seed: int = 5) -> Proof:
    """Kill so many times within the month, up to 30 ms after whatever was told or settled last."""
    dice = random.Random(seed)
    course = _prepare(folder)
    told: list[Any] = []
    each = sum(map(len, course.wanted.values())) * 2 // 3 // kills
    for run in range(kills):
        act = partial(_live, course, run, _begin(told))
        heard = kill(act, dice.uniform(0, 0.03), after=dice.randint(each // 2, each * 3 // 2))
        told += [[run, *one] for one in heard]
    told += [[kills, *one] for one in finish(partial(_live, course, kills, _begin(told)))]
    return _judge(course, told, kills)


def _prepare(folder: Path) -> _Course:
    dice = random.Random(SEED)
    cast, happenings = chats(dice), month(dice)
    ((url, built),) = finish(partial(_found, folder))
    return _Course(url, built, expected(cast, happenings, Window()))


async def _found(folder: Path, line: Line) -> None:
    url = await asyncio.to_thread(migrated_copy, folder, folder / "template.db")
    world = await open_world(url).found()
    stage = await build(world, chats(random.Random(SEED)), Window())
    await world.engines.dispose()
    klasses = [[klass.id, klass.name, klass.grade, klass.students] for klass in stage.klasses]
    lessons = [[klass, day.isoformat(), number, key] for (klass, day, number), key in stage.lessons.items()]
    line.tell([url, [world.school, klasses, stage.teachers, stage.deputy, stage.chats, stage.persons, lessons]])


def _begin(told: Sequence[Any]) -> int:
    return max((one[2] for one in told if one[1] == SETTLED), default=-1) + 1


def _opened(course: _Course) -> Stage:
    world = open_world(course.url)
    world.school, klasses, teachers, deputy, phones, persons, lessons = course.built
    return Stage(
        world,
        [KlassOf(key, name, grade, tuple(students)) for key, name, grade, students in klasses],
        teachers,
        deputy,
        chats=phones,
        persons=persons,
        lessons={(klass, date.fromisoformat(day), number): LessonId(key) for klass, day, number, key in lessons},
    )


async def _live(course: _Course, run: int, begin: int, line: Line) -> None:
    stage = _opened(course)
    dice = random.Random(SEED)
    chats(dice)
    phones = Phones(stage, PipePost(line, stage.world, run))
    await play(phones, month(dice), course.wanted, lambda stop: line.tell([SETTLED, stop]), begin)
    await stage.world.engines.dispose()


def _judge(course: _Course, told: Sequence[Any], kills: int) -> Proof:
    names = {chat: name for name, chat in course.built[4].items()}
    shown: dict[str, list[Arrived]] = defaultdict(list)
    again: Counter[int] = Counter()
    for run, what, number, *rest in told:
        if what == LETTER and rest[0] in names:
            some = shown[names[rest[0]]]
            some.append(_read(number, *rest))
            again[run] += len(some) > 1 and len(once(some[-2:])) == 1
    heard = {name: once(some) for name, some in shown.items()}
    wrong = differences(course.wanted, heard)
    bad = {
        "messages missing, late, early or too many": len(wrong),
        "corrections that answer another message": 0 if wrong else len(answers(course.wanted, heard)),
        "told twice without a kill": again[0],
        "kills after which more came twice than were under way": sum(n > HURRY.workers for n in again.values()),
    }
    seen = {"told twice": again.total(), "of one kill at most": max(again.values(), default=0)}
    done = f"{kills:,} kills, {sum(map(len, heard.values())):,} messages to {len(course.wanted)} chats"
    return Proof("SIGKILL within a month of telling", done, bad, seen)


def _read(number: int, chat: int, text: str, reply_to: int | None, at: str) -> Arrived:
    instant = datetime.fromisoformat(at).astimezone(MOSCOW).replace(tzinfo=None)
    return read(Outgoing(chat, text, reply_to=reply_to), instant, number)
