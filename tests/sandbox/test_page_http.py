"""The page over plain HTTP: what it gives out, to whom, and what it never does."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession, FormData, WSServerHandshakeError

from bot.sandbox import Sandbox, Upload
from bot.sandbox.dictionary import dictionary
from bot.sandbox.page import _WEB
from locales import Translators
from tests.sandbox.conftest import MOTHER, STRANGER, MakeSandbox
from tests.sandbox.test_files import png

MOSCOW = ZoneInfo("Europe/Moscow")


async def act(sandbox: Sandbox, http: ClientSession, **body: Any) -> tuple[int, dict[str, Any]]:
    async with http.post(f"{sandbox.page_url}page/act", json=body) as answer:
        return answer.status, await answer.json()


async def test_page_answers_before_the_demo_is_there(make_sandbox: MakeSandbox, http: ClientSession) -> None:
    sandbox = make_sandbox()
    url = await sandbox.start("127.0.0.1", 0)
    async with http.get(url) as answer:
        page = await answer.text()
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert 'lang="ru"' in page
    assert "Бот просыпается" in page
    async with http.ws_connect(f"{url}page/live") as socket:
        assert (await socket.receive_json())["opened"] is False
        sandbox.status("sandbox-waking")
        told = await socket.receive_json()
        assert (told["status"]["ru"], told["status"]["en"]) == ("Бот просыпается", "The bot is waking up")
    assert (await act(sandbox, http, op="clock", days=1))[0] == 400
    await sandbox.stop()


@pytest.mark.parametrize(("query", "words"), [("?lang=en", "The bot is waking up"), ("?lang=xx", "Бот просыпается")])
async def test_page_speaks_both_languages(sandbox: Sandbox, http: ClientSession, query: str, words: str) -> None:
    async with http.get(sandbox.page_url + query) as answer:
        assert words in await answer.text()


async def test_page_has_no_foreign_resources_and_no_inline_code(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.get(sandbox.page_url) as answer:
        page = await answer.text()
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert addresses
    assert all(address.startswith("/web/") for address in addresses)
    assert not re.search(r"<style|\son\w+=|\sstyle=", page)
    for address in addresses:
        async with http.get(sandbox.page_url.rstrip("/") + address) as answer:
            assert answer.status == 200
            assert "innerHTML" not in await answer.text()
    for path in ("../page.py", "wire.json", "none.js"):
        async with http.get(f"{sandbox.page_url}web/{path}") as answer:
            assert answer.status == 404


def test_every_word_of_the_scripts_is_in_the_dictionary_and_back() -> None:
    scripts = "\n".join(file.read_text(encoding="utf-8") for file in _WEB.iterdir() if file.name.endswith(".js"))
    words = {name.removeprefix("sandbox-") for name in dictionary(Translators.load(strict=True)["ru"])}
    asked = set(re.findall(r'\bt\(\s*"([a-z-]+)"', scripts))
    quoted = set(re.findall(r'"([a-z-]+)"', scripts))
    assert asked <= words
    assert words <= quoted


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://example.org"},
        {"Origin": "null"},
        {"Host": "rebound.example.org", "Origin": "http://rebound.example.org"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_foreign_pages_get_nothing(sandbox: Sandbox, http: ClientSession, headers: dict[str, str]) -> None:
    url = sandbox.page_url
    body = {"op": "say", "chat": MOTHER, "text": "x"}
    form = FormData({"chat": str(MOTHER), "kind": "document"})
    form.add_field("file", b"x", filename="x.txt")
    async with http.post(f"{url}page/act", json=body, headers=headers) as answer:
        assert answer.status == 403
    async with http.post(f"{url}page/upload", data=form, headers=headers) as answer:
        assert answer.status == 403
    async with http.get(f"{url}page/chat/{MOTHER}", headers=headers) as answer:
        assert answer.status == 403
    with pytest.raises(WSServerHandshakeError):
        await http.ws_connect(f"{url}page/live", headers=headers)
    assert sandbox.person(MOTHER).messages == []


async def test_acts_need_json_and_sense(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.post(f"{sandbox.page_url}page/act", data="op=say") as answer:
        assert answer.status == 415
    for body in (
        {"op": "dance", "chat": MOTHER},
        {"op": "say", "chat": 77, "text": "x"},
        {"op": "say", "chat": MOTHER, "text": "  "},
        {"op": "say", "chat": "x", "text": "x"},
        {"op": "press", "chat": MOTHER, "message": 1, "row": 0, "column": 0},
        {"op": "clock", "minutes": 10**12},
        {"op": "clock", "time": "25:00"},
        {"op": "clock", "set": "tomorrow"},
    ):
        status, answer_body = await act(sandbox, http, **body)
        assert (status, "error" in answer_body) == (400, True), body


@pytest.mark.parametrize(
    ("move", "expected"),
    [
        ({"minutes": 60}, datetime(2026, 10, 15, 10, 5, tzinfo=MOSCOW)),
        ({"days": 1}, datetime(2026, 10, 16, 9, 5, tzinfo=MOSCOW)),
        ({"time": "17:00"}, datetime(2026, 10, 15, 17, 0, tzinfo=MOSCOW)),
        ({"time": "08:00"}, datetime(2026, 10, 16, 8, 0, tzinfo=MOSCOW)),
        ({"set": "2026-12-31T23:30"}, datetime(2026, 12, 31, 23, 30, tzinfo=MOSCOW)),
    ],
)
async def test_clock_moves_by_the_schools_wall(
    sandbox: Sandbox, http: ClientSession, move: dict[str, Any], expected: datetime
) -> None:
    moved: list[datetime] = []
    sandbox.clock.on_move(moved.append)
    assert (await act(sandbox, http, op="clock", **move))[0] == 200
    assert expected <= sandbox.clock.now() < expected + timedelta(seconds=60)
    assert len(moved) == 1


async def test_files_of_people_never_run(sandbox: Sandbox, http: ClientSession) -> None:
    person = sandbox.person(MOTHER)
    person.upload("document", Upload("evil.html", "text/html", b"<script>alert(1)</script>"))
    person.upload("document", Upload("evil.svg", "image/svg+xml", b"<svg onload='alert(1)'/>"))
    person.upload("photo", Upload("p.png", "image/png", png()))
    files = [message.get("document") or message["photo"][-1] for message in person.messages]
    kinds = []
    for file in files:
        async with http.get(f"{sandbox.page_url}page/file/{file['file_unique_id']}") as answer:
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in answer.headers["Content-Security-Policy"]
            kinds.append((answer.content_type, "Content-Disposition" in answer.headers))
    assert kinds == [("application/octet-stream", True), ("application/octet-stream", True), ("image/png", False)]


async def test_live_news_reach_the_page(sandbox: Sandbox, http: ClientSession) -> None:
    async with http.ws_connect(f"{sandbox.page_url}page/live") as socket:
        hello = await socket.receive_json()
        assert [one["name"] for one in hello["people"]] == ["Анна Лугова", "Вера Степнова", "Олег Озёрный"]
        assert [one["start"] for one in hello["people"]] == [None, None, "K7Q2-MPX4"]
        sandbox.person(STRANGER).start("K7Q2-MPX4")
        kinds = [(await socket.receive_json())["type"] for _ in range(2)]
        assert kinds == ["message", "chat"]
        await act(sandbox, http, op="clock", minutes=5)
        assert (await socket.receive_json())["type"] == "clock"
