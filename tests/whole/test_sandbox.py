"""`diary sandbox` as its own process: the page at once, the people later, the same chats after a restart."""

import asyncio
import re
import warnings
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession

from tests.sandbox.browser import Browser, browser, chromium
from tests.whole.deployment import Deployment, Running
from tests.whole.phone import until

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

LOUD = "NOT TESTED: no Chromium on this machine, nobody has clicked through the sandbox"
TEACHER, MOTHER, PUPIL = "Анна Зимина", "Екатерина Орлова", "Орлов М.С."
PAGE_SECONDS = 10.0
"""Two are promised, on a machine that has nothing else to do."""
STOP_SECONDS = 15.0
"""Five are promised, on such a machine."""
LATER = 10
"""Minutes by which the clock is moved; the first lesson, whose attendance is taken, goes on."""

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")

Wire = dict[str, Any]


@dataclass(slots=True)
class Opened:
    """A sandbox whose page answers; `first` is what the page was told at once, `seconds` after the start."""

    running: Running
    url: str
    first: Wire
    seconds: float

    async def act(self, **what: Any) -> None:
        """Do what a button of the page does."""
        async with ClientSession() as http, http.post(f"{self.url}/page/act", json=what) as answer:
            assert answer.status == 200, await answer.text()


@dataclass(slots=True)
class Lived:
    """A sandbox that is open; `opened` changes when it is started anew."""

    deployment: Deployment
    opened: Opened

    async def enter(self, name: str, expected: str) -> None:
        """Say /start for a person, and wait for a message of the bot that holds a text or has such a button."""
        chat = _person(await _ready(self.opened.url), name)["id"]
        await self.opened.act(op="say", chat=chat, text="/start")
        async with asyncio.timeout(60):
            while not any(expected in told for told in await _heard(self.opened.url, chat)):  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.1)

    async def again(self) -> tuple[int, float]:
        """Stop it and start it anew; give the exit code and the seconds that stopping took."""
        stopped = await self.opened.running.stop()
        self.opened = await _open(self.deployment)
        return stopped


async def _open(deployment: Deployment) -> Opened:
    loop = asyncio.get_running_loop()
    begun, before = loop.time(), len(deployment.logged())
    running = await deployment.start("sandbox")
    await until(lambda: _ADDRESS.search(deployment.logged(), before), "the page's address")
    url = _ADDRESS.findall(deployment.logged())[-1]
    async with ClientSession() as http, http.get(url) as page:
        assert page.status == 200
        await page.read()
    opened = Opened(running, url, await _hello(url), loop.time() - begun)
    assert not opened.first["awake"], "the bot cannot be awake before its school is there"
    assert opened.seconds < PAGE_SECONDS
    return opened


async def _hello(url: str) -> Wire:
    async with ClientSession() as http, http.ws_connect(f"{url}/page/live") as socket:
        hello: Wire = await socket.receive_json()
    return hello


async def _heard(url: str, chat: int) -> list[str]:
    """Give what the bot has said in a chat, each message with its buttons."""
    async with ClientSession() as http, http.get(f"{url}/page/chat/{chat}") as answer:
        messages = (await answer.json())["messages"]
    return [f"{m.get('text')} {m.get('reply_markup')}" for m in messages if m["from"]["is_bot"]]


async def _ready(url: str) -> Wire:
    async with asyncio.timeout(240):
        while not (hello := await _hello(url))["opened"] or not hello["awake"]:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.1)
    return hello


def _person(hello: Wire, name: str) -> Wire:
    return next(person for person in hello["people"] if person["name"] == name)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def lived(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Lived]:
    """A sandbox that was opened for the first time, and is ready."""
    deployment = Deployment(tmp_path_factory.mktemp("sandbox"))
    deployment.env |= {"SANDBOX_LISTEN": "127.0.0.1:0", "DIARY_LANGUAGE": "ru"}
    opened = await _open(deployment)
    assert not opened.first["people"]
    try:
        await _ready(opened.url)
        yield Lived(deployment, opened)
    finally:
        await deployment.end()


async def test_a_restart_keeps_chats_and_clock(lived: Lived) -> None:
    await lived.enter(MOTHER, "Михаил Орлов")
    began = (await _hello(lived.opened.url))["clock"]["now"]
    await lived.opened.act(op="clock", minutes=LATER)
    code, seconds = await lived.again()
    assert (code, seconds < STOP_SECONDS) == (0, True)
    hello = await _ready(lived.opened.url)
    told = await _heard(lived.opened.url, _person(hello, MOTHER)["id"])
    assert any("Михаил Орлов" in message for message in told)
    assert hello["clock"]["now"] - began >= LATER * 60_000
    assert "Traceback" not in lived.deployment.logged()


@pytest.mark.skipif(chromium() is None, reason=LOUD)
async def test_a_teacher_beside_a_mother(lived: Lived) -> None:
    # Said for them: the page's own button for it goes away by itself when a letter comes first.
    await lived.enter(MOTHER, "Михаил Орлов")
    await lived.enter(TEACHER, "Посещаемость")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        async with browser() as page:
            await page.size(1280, 800)
            await page.dark(False)
            await page.open(lived.opened.url)
            await _click_through(page)
            assert page.errors == []


async def _click_through(page: Browser) -> None:
    await page.click(MOTHER)
    await page.wait_text("Сегодня", ".pane")
    await page.click(f"Открыть рядом: {TEACHER}")
    await page.click("Посещаемость")
    await page.click(PUPIL)
    await page.wait_text(f"н · {PUPIL}", ".key")
    await page.click("Сохранить")
    await page.wait_text("отмечен отсутствующим", ".pane:has(+ .pane) .theirs")
