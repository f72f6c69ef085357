"""Conversations as data: who says or presses what, and what everybody gets, in files that people can read.

@school grade_seven            which school of `schools.py` it plays in
Зимина > /start                somebody types
Зимина > {faulty.xlsx}         somebody sends a file of `files.py`, or {photo}, {voice}, {sticker}
Зимина > ↩ Спасибо             somebody replies to the newest message of the bot's
Зимина > [Посещаемость]        somebody presses the newest button whose label holds this
clock > +5 min                 time passes, letters go out
clock > 17:00                  the same day, that time
Зимина < Сегодня …             what the bot says; under it its buttons, a row a line
"""

import asyncio
import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from tests.chats import schools
from tests.chats.files import FILES
from tests.chats.stage import Stage, staged
from tests.fakes.telegram import Said
from tests.world import World, local

STEP = re.compile(r"(?P<who>\S+) > (?P<what>.+)")
REPLIES = "↩ "
_FILE = {"file_id": "f", "file_unique_id": "u", "file_size": 1000}
_PICTURE = {"width": 90, "height": 90}
SHOTS: dict[str, dict[str, Any]] = {
    "photo": {"photo": [_FILE | _PICTURE]},
    "voice": {"voice": _FILE | {"duration": 7}},
    "sticker": {"sticker": _FILE | _PICTURE | {"type": "regular", "is_animated": False, "is_video": False}},
}
UNITS = {"min": "minutes", "h": "hours", "d": "days", "s": "seconds"}


async def replay(script: str, world: World) -> str:
    """Play the steps of a script; give the transcript as it came out."""
    lines = script.splitlines()
    school = next(line.removeprefix("@school ") for line in lines if line.startswith("@school "))
    people: dict[str, int] = await getattr(schools, school)(world)
    written = list(_head(lines))
    async with staged(world) as stage:
        for line in lines:
            step = STEP.fullmatch(line)
            if step is not None:
                written += ["", line]
                said = await _act(stage, people, step["who"], step["what"])
                written += _told(said, people)
    return "\n".join(written).rstrip() + "\n"


def _head(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        if STEP.fullmatch(line) or not line.strip():
            return
        yield line


async def _act(stage: Stage, people: dict[str, int], who: str, what: str) -> list[Said]:
    if who == "clock":
        return await _pass_time(stage, what)
    if what.startswith("[") and what.endswith("]"):
        return await stage.press(people[who], what[1:-1])
    if what.startswith("{") and what.endswith("}"):
        return await _send(stage, people[who], what[1:-1])
    if what.startswith(REPLIES):
        return await stage.say(people[who], what.removeprefix(REPLIES), reply_to_message=_replied(stage, people[who]))
    return await stage.say(people[who], what)


def _replied(stage: Stage, who: int) -> dict[str, Any]:
    return {"message_id": stage.last(who).message_id, "date": 1, "chat": {"id": who, "type": "private"}}


async def _send(stage: Stage, who: int, name: str) -> list[Said]:
    if name in SHOTS:
        return await stage.say(who, "", **SHOTS[name])
    content = stage.telegram.held = await asyncio.to_thread(FILES[name])
    described = {"file_id": name, "file_unique_id": "u", "file_name": name, "file_size": len(content)}
    return await stage.say(who, "", document=described)


async def _pass_time(stage: Stage, what: str) -> list[Said]:
    clock = stage.world.clock
    if what.startswith("+"):
        amount, unit = what[1:].split()
        clock.instant += timedelta(**{UNITS[unit]: int(amount)})
    else:
        hour, minute = map(int, what.split(":"))
        zone = schools.ZONE
        clock.instant = local(clock.instant.astimezone(zone).date(), hour, minute)
    return await stage.deliver()


def _told(said: Iterable[Said], people: dict[str, int]) -> list[str]:
    names = {telegram: name for name, telegram in people.items()}
    lines = []
    for one in said:
        how = "" if one.how in ("sent", "edited") else f"({one.how}) "
        first, *rest = one.text.splitlines() or [""]
        lines.append(f"{names.get(one.chat, '?')} < {how}{first}")
        lines += [f"    {line}" for line in rest]
        if one.message is not None and one.how in ("sent", "edited"):
            lines += ["    " + " ".join(f"[{label}]" for label, _ in row) for row in one.message.buttons]
    return lines
