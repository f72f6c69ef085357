"""The town with everybody in it, and the bot with the ears open: what is said, to whom, which presses were answered."""

import io
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, redirect_stderr
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery, EditMessageText, SendDocument, TelegramMethod
from aiogram.types import BufferedInputFile, Update

from bot.desk import Desk
from bot.desks import all_desks
from bot.dispatcher import Reception, make_dispatcher
from bot.logs import TALKATIVE, set_up_logs
from bot.services import Services
from bot.settings import Settings
from core.model.people import PersonKind
from core.storage.rows import GuardianshipRow
from locales import Translators
from tests.chats.stage import PEPPER
from tests.fakes.telegram import Telegram
from tests.security.eyes import EYES, TALKING
from tests.security.town import Builder, Canaries, Canary, School
from tests.world import TODAY, World

STRANGER = 4_999_999_999


class Ears(Telegram):
    """Telegram that keeps every word of the present update, files by their ids, and which presses were answered."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.answered: set[str] = set()
        self.chatted: set[int] = set()
        self.edited: list[EditMessageText] = []

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:  # noqa: ASYNC109 - aiogram's signature
        """Listen, then do what Telegram would do. A message that a press names exists."""
        if isinstance(method, AnswerCallbackQuery):
            self.answered.add(method.callback_query_id)
        self.words.append(_heard(method))
        chat = getattr(method, "chat_id", None)
        if chat is not None:
            self.chatted.add(int(chat))
        if isinstance(method, EditMessageText):
            self.edited.append(method)
            return True
        answer = await super().make_request(bot, method, timeout)
        self.said.clear()
        self.chats.clear()
        return answer


def _heard(method: TelegramMethod[Any]) -> str:
    shown = [str(getattr(method, name, "")) for name in ("text", "caption", "reply_markup")]
    if isinstance(method, SendDocument) and isinstance(method.document, BufferedInputFile):
        return " ".join((*shown, "[made file]", str(method.document.filename)))
    files = [str(getattr(method, name, "")) for name in ("document", "photo", "voice")]
    return " ".join((*shown, *files))


@dataclass(slots=True)
class Scene:
    """People by what they are, with their Telegram ids; the schools; the bot."""

    world: World
    canaries: Canaries
    schools: tuple[School, School]
    people: dict[str, int]
    ears: Ears
    desk: Desk
    dispatcher: Any
    bot: Bot
    updates: int = 1000
    persons: dict[str, int] = field(default_factory=dict)
    read: Counter[str] = field(default_factory=Counter)

    async def update(self, **content: Any) -> str:
        """Let an update come; gives every word that the bot says to it. Raises what the bot raises."""
        self.updates += 1
        self.ears.words.clear()
        raw = {"update_id": self.updates, **content}
        parsed = Update.model_validate(raw, context={"bot": self.bot})
        now = self.world.clock.now()
        await self.dispatcher.feed_update(self.bot, parsed, update_id=self.updates, received_at=now)
        return "\n".join(self.ears.words)

    async def press(self, who: int, data: str, **more: Any) -> str:
        """Let somebody press a button with this data. Raises AssertionError when the press stays unanswered."""
        query = {
            "id": f"q{self.updates}",
            "from": user(who),
            "chat_instance": "1",
            "data": data,
            "message": {"message_id": 7, "date": self.at, "chat": {"id": who, "type": "private"}, "text": "…"},
        }
        heard = await self.update(callback_query=query | more)
        assert query["id"] in self.ears.answered, f"unanswered: {data}"
        return heard

    async def say(self, who: int, text: str = "", **more: Any) -> str:
        """Let somebody send a message."""
        message: dict[str, Any] = {
            "message_id": self.updates,
            "date": self.at,
            "chat": {"id": who, "type": "private"},
            "from": user(who),
        }
        return await self.update(message=message | ({"text": text} if text else {}) | more)

    @property
    def at(self) -> int:
        return int(self.world.clock.now().timestamp())

    def leaks(self, who: str, heard: str) -> list[Canary]:
        """Give the canaries heard that are not for this one."""
        if "Ъъ" not in heard:
            return []
        return [known for known in self.canaries.all if known.sign in heard and not self.may_see(who, known)]

    def may_see(self, who: str, known: Canary) -> bool:
        """Tell whether somebody may read a canary."""
        home, away = self.schools
        if known.school != (away.name if who == "other school" else home.name):
            return False
        if known.what == "message" and (who not in TALKING or known.klass not in ("7Ю", "5Э")):
            return False
        oneself = known.person and known.person == self.persons.get(who, home.staff.get(who))
        return bool(oneself and who != "no consent") or EYES[who](home, known)


def user(who: int) -> dict[str, Any]:
    """Give the sender of an update."""
    return {"id": who, "is_bot": False, "first_name": "X", "language_code": "ru"}


@asynccontextmanager
async def scene_of(world: World) -> AsyncIterator[Scene]:
    """Build the town and open the bot over it; it is noon, five lessons are over."""
    world.clock.to(TODAY, 12, 10)
    builder = Builder(world)
    home = await builder.school("a", ("7Ю", "8Я"))
    away = await builder.school("b", ("5Э", "6Ы"))
    accounts = {}
    for school in (home, away):
        for what, person in school.staff.items():
            accounts[person] = await world.enter(person, confirmed=what != "pending")
        await builder.live(school, accounts)
    people = {what: accounts[person] for what, person in home.staff.items()}
    people |= {"other school": accounts[away.staff["first"]], "stranger": STRANGER}
    persons = await _families(builder, home)
    for what, person in persons.items():
        people[what] = await world.enter(person, consented=what != "no consent")
    services = Services(world.works, Translators.load(strict=True), PEPPER, "school_diary_bot")
    ears, desk = Ears(), all_desks()
    dispatcher = make_dispatcher(Reception(services, desk))
    try:
        yield Scene(world, builder.canaries, (home, away), people, ears, desk, dispatcher, ears.bot(), persons=persons)
    finally:
        await services.studio.close()


async def _families(builder: Builder, home: School) -> dict[str, int]:
    world, klass = builder.world, home.klasses["7Ю"]
    mothers = list(klass.guardians)
    ended = await builder.person("a", "guardian", PersonKind.GUARDIAN, "7Ю", klass.known.students[1])
    await world.insert(
        GuardianshipRow,
        guardian_id=ended,
        student_id=klass.known.students[1],
        relation="отец",
        electronic=True,
        until=TODAY - timedelta(days=1),
    )
    return {"guardian": mothers[0], "student": klass.known.students[0], "ended": ended, "no consent": mothers[1]}


@contextmanager
def loud_logs() -> Iterator[io.StringIO]:
    """Log everything as the program would, into what is given; the tests' own logging is back afterwards."""
    root, heard = logging.getLogger(), io.StringIO()
    levels = {name: logging.getLogger(name).level for name in ("", *TALKATIVE)}
    handlers = root.handlers
    with redirect_stderr(heard):
        set_up_logs(Settings(_env_file=None, log_level="DEBUG"))
    try:
        yield heard
    finally:
        root.handlers = handlers
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
