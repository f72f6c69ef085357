"""What a press costs from the update to the answered screen, beside a bare aiogram press; both over real HTTP."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update

from benchmarks import school
from benchmarks.measure import Figure, Variant, by_turns
from benchmarks.running import Running, running
from benchmarks.school import FAMILY, NOW, STUDENTS, TEACHER
from benchmarks.server import serving
from benchmarks.wire import make_bot, press
from bot.callbacks.family import DayPress, WeekPress
from bot.callbacks.home import HomePress
from bot.callbacks.marks import WorkPress
from bot.intake import FLUSH_SECONDS
from core.model.mark import MarkValue

PRESSES = 40
LINES = "\n".join(f"{number}. Алгебра: § 14, № 3–5, отметка 5" for number in range(1, 9))


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """Menu, day, week, a mark: each beside a bare press (8 lines, 12 buttons, edit and answer)."""
    places = await school.build(folder / "presses", school.ONE)
    async with serving() as address, running(places, address) as run:
        bare, _ = make_bot(address)
        variants = {"bare press": _bare(bare), "menu": _reading(run, HomePress().pack())}
        child = run.places.children[0]
        variants["day"] = _reading(run, DayPress(child=child).pack())
        variants["week"] = _reading(run, WeekPress(child=child).pack())
        variants["mark"] = _marking(run)
        found = await by_turns(variants)
        await bare.session.close()
    yield found.figure("menu press, whole way", "menu", 1.7)
    yield found.figure("diary day press, whole way", "day", 2.0)
    yield found.figure("diary week press, whole way", "week", 2.0)
    yield found.figure("mark tap: stored, audited, told", "mark", 2.2)


def _bare(bot: Bot) -> Variant:
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(_show)

    async def act() -> None:
        await feed(dispatcher, bot, press(FAMILY, "x:1"))

    return Variant(act, PRESSES)


async def feed(dispatcher: Dispatcher, bot: Bot, raw: dict[str, Any]) -> None:
    """Hand a raw update to aiogram, as the bot does."""
    update = Update.model_validate(raw, context={"bot": bot})
    await dispatcher.feed_update(bot, update, update_id=update.update_id, received_at=NOW)


async def _show(query: CallbackQuery) -> None:
    rows = [[InlineKeyboardButton(text=f"Кнопка {n}", callback_data=f"x:{n}") for n in range(3)] for _ in range(4)]
    if isinstance(query.message, Message):
        await query.message.edit_text(LINES, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    await query.answer()


def _reading(run: Running, data: str) -> Variant:
    async def act() -> None:
        await run.press(FAMILY, data)

    return Variant(act, PRESSES, after=_flushed)


async def _flushed() -> None:
    """Updates that only read are marked done together, a moment later: that belongs to their price."""
    await asyncio.sleep(FLUSH_SECONDS * 1.5)


def _marking(run: Running) -> Variant:
    values = itertools.cycle((MarkValue.FIVE, MarkValue.FOUR))
    seats: Iterator[int] = iter(())

    async def choose() -> None:
        nonlocal seats
        await run.press(TEACHER, WorkPress(work=run.places.work, value=next(values)).pack())
        await _flushed()
        seats = iter(range(STUDENTS))

    async def tap() -> None:
        await run.press(TEACHER, run.button(TEACHER, "tg", next(seats)))

    return Variant(tap, STUDENTS, before=choose, after=_flushed)
