"""`diary sandbox` as its own process: the page at once, the people later, the same chats after a restart."""

import asyncio
import re
import shutil
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.sandbox.browser import Browser, browser, chromium
from tests.whole.deployment import Deployment, Running
from tests.whole.phone import until

pytestmark = pytest.mark.slow

LOUD = "NOT TESTED: no Chromium on this machine, nobody has clicked through the sandbox"
TEACHER, MOTHER, PUPIL = "Анна Зимина", "Екатерина Орлова", "Орлов М.С."
PAGE_SECONDS = 10.0
"""Two are promised, on a machine that has nothing else to do."""

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")

Wire = dict[str, Any]


@dataclass(slots=True)
class Opened:
    """A sandbox whose page answers; `first` is what the page was told at once, `seconds` after the start."""

    deployment: Deployment
    running: Running
    url: str
    first: Wire
    seconds: float


async def _open(folder: Path) -> Opened:
    deployment = Deployment(folder)
    deployment.env |= {"SANDBOX_LISTEN": "127.0.0.1:0", "DIARY_LANGUAGE": "ru"}
    loop = asyncio.get_running_loop()
    begun, before = loop.time(), len(deployment.logged())
    running = await deployment.start("sandbox")
    await until(lambda: _ADDRESS.search(deployment.logged(), before), "the page's address")
    url = _ADDRESS.findall(deployment.logged())[-1]
    async with ClientSession() as http, http.get(url) as page:
        assert page.status == 200
        await page.read()
    return Opened(deployment, running, url, await _hello(url), loop.time() - begun)


async def _hello(url: str) -> Wire:
    async with ClientSession() as http, http.ws_connect(f"{url}/page/live") as socket:
        hello: Wire = await socket.receive_json()
    return hello


async def _ready(url: str) -> Wire:
    async with asyncio.timeout(240):
        while not (hello := await _hello(url))["opened"] or not hello["awake"]:  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.3)
    return hello


def _person(hello: Wire, name: str) -> Wire:
    return next(person for person in hello["people"] if person["name"] == name)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the sandbox was opened for the first time, the mother said something, and it was stopped."""
    folder = tmp_path_factory.mktemp("sandbox")
    asyncio.run(_live(folder))
    return folder


async def _live(folder: Path) -> None:
    opened = await _open(folder)
    assert not opened.first["awake"], "the bot cannot be awake before its school is made"
    assert not opened.first["people"]
    assert opened.seconds < PAGE_SECONDS
    mother = _person(await _ready(opened.url), MOTHER)
    async with ClientSession() as http:
        for act in ({"op": "say", "chat": mother["id"], "text": "/start"}, {"op": "clock", "time": "17:00"}):
            async with http.post(f"{opened.url}/page/act", json=act) as answer:
                assert answer.status == 200, await answer.text()
        async with asyncio.timeout(60):
            while "Орлов" not in str(_person(await _hello(opened.url), MOTHER)["chat"]["last"]):  # noqa: ASYNC110
                await asyncio.sleep(0.2)
    assert (await opened.running.stop())[0] == 0


async def test_a_restart_keeps_chats_and_clock(lived: Path, tmp_path: Path) -> None:
    shutil.copytree(lived, tmp_path / "home")
    opened = await _open(tmp_path / "home")
    try:
        assert not opened.first["awake"]
        assert opened.seconds < PAGE_SECONDS
        hello = await _ready(opened.url)
        assert "Орлов" in str(_person(hello, MOTHER)["chat"]["last"])
        assert hello["clock"]["now"] / 1000 % 86_400 >= 14 * 3600  # five in the afternoon, in Moscow
    finally:
        code, seconds = await opened.running.stop()
    assert (code, seconds < 5) == (0, True)
    assert "Traceback" not in opened.deployment.logged()


@pytest.mark.skipif(chromium() is None, reason=LOUD)
async def test_a_teacher_beside_a_mother(lived: Path, tmp_path: Path) -> None:
    shutil.copytree(lived, tmp_path / "home")
    (tmp_path / "home/var/sandbox/chats.json").unlink()  # the morning again
    opened = await _open(tmp_path / "home")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            async with browser() as page:
                await page.size(1280, 800)
                await page.open(opened.url)
                await page.wait_text("Бот просыпается")
                await _ready(opened.url)
                await _click_through(page)
                assert page.errors == []
    finally:
        await opened.deployment.end()


async def _click_through(page: Browser) -> None:
    await page.click(MOTHER)
    await page.click("Начать")
    await page.wait_text("Сегодня", ".pane")
    await page.click(f"Открыть рядом: {TEACHER}")
    await page.click("Начать")
    for label in ("Посещаемость", PUPIL, "Сохранить"):
        await page.click(label)
        await asyncio.sleep(0.5)  # buttons are drawn anew under the pointer
    await page.wait_text("отмечен отсутствующим", ".pane:has(+ .pane) .theirs")
