"""What finding the handler costs: our one look-up among all buttons, beside a dispatcher with a single handler."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from aiogram import Dispatcher
from aiogram.types import CallbackQuery, Message

from benchmarks import school
from benchmarks.measure import Figure, Variant, by_turns
from benchmarks.presses import feed
from benchmarks.running import PEPPER, running
from benchmarks.school import FAMILY
from benchmarks.wire import make_bot, press, typed
from bot.callbacks import Press
from bot.callbacks.marks import GivePress
from bot.desk import Desk, PressHandler
from bot.desks import all_desks
from bot.dispatcher import Reception, make_dispatcher
from bot.services import Services
from core.model.mark import MarkValue

TIMES = 300


async def measure(folder: Path) -> AsyncIterator[Figure]:
    """A press and a command that do nothing, with all our handlers around them and with none."""
    async with running(await school.build(folder / "routing", school.TENTH)) as run:
        services = Services(run.works, run.translators, PEPPER)
        ours, bare = make_dispatcher(Reception(services, _deaf(all_desks()))), _bare()
        button = GivePress(work=1, student=2, value=MarkValue.FIVE, seen=3).pack()
        presses = await by_turns({"one handler": _press(bare, button), "ours": _press(ours, button)})
        commands = await by_turns({"one handler": _command(bare), "ours": _command(ours)})
    yield presses.figure("routing of a press (answered, nothing shown)", "ours", 1.5)
    yield commands.figure("routing of a command (nothing sent)", "ours", 1.5)


def _deaf(desk: Desk) -> Desk:
    """All the ways to handlers, without the handlers."""

    async def nothing(*_: Any) -> None:
        return None

    presses: dict[str, tuple[type[Press], PressHandler[Any]]]
    presses = {prefix: (kind, nothing) for prefix, (kind, _) in desk.presses.items()}
    return Desk(presses, dict.fromkeys(desk.commands, nothing), dict.fromkeys(desk.forms, nothing))


def _bare() -> Dispatcher:
    async def answer(query: CallbackQuery) -> None:
        await query.answer()

    async def ignore(message: Message) -> None:
        assert message.text

    dispatcher = Dispatcher()
    dispatcher.callback_query.register(answer)
    dispatcher.message.register(ignore)
    return dispatcher


def _press(dispatcher: Dispatcher, data: str) -> Variant:
    return _feeding(dispatcher, lambda: press(FAMILY, data))


def _command(dispatcher: Dispatcher) -> Variant:
    return _feeding(dispatcher, lambda: typed(FAMILY, "/menu"))


def _feeding(dispatcher: Dispatcher, made: Any) -> Variant:
    bot, _ = make_bot()

    async def act() -> None:
        raw = made()
        await feed(dispatcher, bot, raw)

    return Variant(act, TIMES)
