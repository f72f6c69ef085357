"""A day on which everything fails, with names, texts, codes and the token planted wherever they can be.

Run as a program by its test, which reads all that it writes: logs at DEBUG, warnings, whatever else.
"""

import asyncio
import gc
import itertools
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from aiogram.exceptions import TelegramBadRequest, TelegramNetworkError
from aiogram.methods import SendMessage
from sqlalchemy import event, insert

from bot import intake as bot_intake
from bot.callbacks import family, marks, teacher
from bot.logs import set_up_logs
from bot.settings import load_settings
from core.model.mark import MarkValue
from core.storage.rows import KeyValueRow
from core.usecases.remarks import WriteRemark, write_remark
from locales import Translators
from tests.chats.stage import Stage, staged
from tests.classroom import Classroom, classroom
from tests.world import World, migrated_copy, open_world

NAME, TEXT, CODE = "Канарейкин", "секретное слово", "CANARY23CODE45KLMN"
TOKEN = "123456789:" + "CANARYtokenCANARYtokenCANARYtokenCA"
PLANTED = (NAME, TEXT, CODE, TOKEN, TOKEN.partition(":")[2])
# Deeper than any turn goes.
STATEMENTS = 12

_numbers = itertools.count(5000)


class Fuse:
    """Breaks the database at the n-th statement from now on, in words that hold what must not be told."""

    def __init__(self, world: World) -> None:
        self.left = -1
        for engine in (world.engines.reader, world.engines.writer):
            event.listen(engine.sync_engine, "before_cursor_execute", self._count)

    def _count(self, *_: Any) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(f"{NAME} {TEXT} {TOKEN}")


@asynccontextmanager
async def _school(folder: Path) -> AsyncIterator[tuple[Stage, Classroom, int]]:
    url = await asyncio.to_thread(migrated_copy, folder, folder / "template.db")
    world = await open_world(url).found()
    room = await classroom(world, names=(f"{NAME} Лев", f"{NAME}а Вера"))
    reader = await world.enter(await world.guardian(f"{NAME}а Анна", room.students[0]))
    async with staged(world) as stage:
        yield stage, room, reader
    await world.engines.dispose()


async def _updates(stage: Stage, room: Classroom, reader: int) -> Iterator[tuple[int, str]]:
    """What people do: presses by their data, anything else typed."""
    work = await room.work()
    given = marks.GivePress(work=work, student=room.students[0], value=MarkValue.FIVE)
    presses = (
        *((reader, family.DayPress(child=room.students[0])), (reader, family.MarksPress(child=room.students[0]))),
        *((room.telegram, teacher.LessonPress(lesson=room.lesson)), (room.telegram, given)),
    )
    typed = ((room.telegram, TEXT), (reader, f"/start {CODE}"), (99, f"/start {CODE}"), (99, NAME))
    return iter([*((who, f"press:{press.pack()}") for who, press in presses), *typed])


async def _do(stage: Stage, who: int, what: str) -> None:
    raw = _raw(stage, who, what)
    with suppress(OSError):  # not kept, so the poller asks for it again
        await stage.intake.keep([raw])
    await stage.intake.drained()


def _raw(stage: Stage, who: int, what: str) -> dict[str, Any]:
    stage.telegram.presses[str(id(what))] = who
    number = next(_numbers)
    message = {
        "message_id": 7,
        "date": int(stage.world.clock.now().timestamp()),
        "chat": {"id": who, "type": "private", "first_name": NAME},
        "text": what,
    }
    user = {"id": who, "is_bot": False, "first_name": NAME, "username": TEXT.replace(" ", "_")}
    if not what.startswith("press:"):
        return {"update_id": number, "message": {**message, "from": user}}
    query = {"id": str(number), "from": user, "chat_instance": "1", "data": what.removeprefix("press:")}
    return {"update_id": number, "callback_query": {**query, "message": message}}


async def _database_fails(stage: Stage, room: Classroom, reader: int) -> None:
    fuse = Fuse(stage.world)
    for statement in range(1, STATEMENTS):
        for who, what in await _updates(stage, room, reader):
            fuse.left = statement
            await _do(stage, who, what)
            fuse.left = -1


async def _telegram_fails(stage: Stage, room: Classroom, reader: int) -> None:
    method = SendMessage(chat_id=1, text=TEXT)
    words = f'Bad Request: can\'t parse entities: Unsupported start tag "{NAME}" {TOKEN}'
    real = stage.telegram.make_request
    for error in (TelegramBadRequest(method, words), TelegramNetworkError(method, words), RuntimeError(words)):

        async def refuse(*_: Any, error: Exception = error, **__: Any) -> None:
            raise error

        stage.telegram.make_request = refuse  # type: ignore[method-assign]
        for who, what in await _updates(stage, room, reader):
            await _do(stage, who, what)
        await _push(stage, room)
    stage.telegram.make_request = real  # type: ignore[method-assign]


async def _push(stage: Stage, room: Classroom) -> None:
    await room.do(write_remark, WriteRemark(room.lesson, room.students[0], f"{NAME}: {TEXT}"))
    stage.world.clock.shift(minutes=6)
    stage.notifications.ring()
    with suppress(TimeoutError):
        await asyncio.wait_for(stage.notifications.idle(), 1)


async def _strange_updates(stage: Stage) -> None:
    for content in (
        {"business_message": {"text": TEXT, "from": {"id": 5, "first_name": NAME}}},
        {"message": {"text": TEXT, "from": {"id": 5, "first_name": NAME}}},
        {"callback_query": {"data": TEXT, "from": {"id": 5, "first_name": NAME}, "id": CODE}},
        {"brand_new_kind": {"text": TEXT, "from": {"id": 5, "first_name": NAME}}},
    ):
        await stage.intake.keep([{"update_id": next(_numbers), **content}])
        await stage.intake.drained()


async def _libraries_speak(stage: Stage) -> None:
    async def forgotten() -> None:
        raise ValueError(f"{NAME} {TOKEN}")

    task = asyncio.create_task(forgotten())
    await asyncio.wait([task])
    del task
    gc.collect()
    warnings.warn(f"{NAME} {TEXT}", RuntimeWarning, stacklevel=1)
    logging.getLogger("core").error("https://api.telegram.org/bot%s/getMe", TOKEN)
    logging.getLogger("aiogram.event").debug("%s", NAME)
    tr = Translators.load()["ru"]
    tr("no-such-text", name=NAME)
    tr("notice-remark", text=TEXT)
    try:
        async with stage.world.works.changing() as work:
            row = {"key": NAME, "value": TEXT, "updated_at": work.now}
            await work.run(lambda db: db.execute(insert(KeyValueRow), [row, row]))
    except Exception:
        logging.getLogger("core").exception("it failed")


async def _day(folder: Path) -> None:
    bot_intake.BACKOFF = (0.0,) * 4
    async with _school(folder) as (stage, room, reader):
        stage.intake._give_up = _nobody
        await _database_fails(stage, room, reader)
        await _strange_updates(stage)
        await _telegram_fails(stage, room, reader)
        await _libraries_speak(stage)
        await stage.intake.stop(5)


async def _nobody(_: dict[str, Any]) -> None:
    """Nobody is told that an update failed for good: it was to fail."""


def main() -> int:
    """Live the day."""
    os.environ |= {"BOT_TOKEN": TOKEN, "LOG_LEVEL": "DEBUG"}
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        set_up_logs(load_settings())
        asyncio.run(_day(Path(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
