"""A sandbox on a free port with three people, and a plain HTTP client as the bot's side."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientSession, FormData

from bot.sandbox import CastMember, MovableClock, Sandbox
from locales import Translators

TOKEN = "1000001:SANDBOX-test"
START = datetime(2026, 10, 15, 6, 5, tzinfo=UTC)
MOTHER, TEACHER, STRANGER = 501, 502, 503
CAST = (
    CastMember(MOTHER, "Анна Лугова", "мама Миши, 7Б", "Семьи"),
    CastMember(TEACHER, "Вера Степнова", "алгебра", "Учителя"),
    CastMember(STRANGER, "Олег Озёрный", "папа, ещё без доступа", "Семьи", start="K7Q2-MPX4", language="en"),
)


@dataclass(slots=True)
class Bot:
    """The bot's side of the wire, without any library."""

    http: ClientSession
    base: str
    token: str = TOKEN

    async def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """Call a method with a JSON body and give the whole answer."""
        async with self.http.post(f"{self.base}/bot{self.token}/{method}", json=values) as answer:
            body: dict[str, Any] = await answer.json()
        assert body["ok"] or answer.status == body["error_code"]
        return body

    async def do(self, method: str, **values: Any) -> Any:
        """Call a method that must succeed and give its result."""
        body = await self.ask(method, **values)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **values: Any) -> tuple[int, str]:
        """Call a method that must fail and give code and description."""
        body = await self.ask(method, **values)
        assert not body["ok"], body
        return body["error_code"], body["description"]

    async def send_form(self, method: str, files: dict[str, tuple[str, bytes]], **values: str) -> dict[str, Any]:
        """Call a method with a multipart body, as libraries do."""
        form = FormData(values)
        for name, (filename, content) in files.items():
            form.add_field(name, content, filename=filename, content_type="application/octet-stream")
        async with self.http.post(f"{self.base}/bot{self.token}/{method}", data=form) as answer:
            body: dict[str, Any] = await answer.json()
        return body


MakeSandbox = Callable[..., Sandbox]


@pytest.fixture
def make_sandbox() -> MakeSandbox:
    """A maker of sandboxes that haven't started."""

    def make(store: Path | None = None) -> Sandbox:
        words = Translators.load(strict=True)
        clock = MovableClock(START)
        return Sandbox(clock=clock, token=TOKEN, timezone=ZoneInfo("Europe/Moscow"), translators=words, store=store)

    return make


@pytest.fixture
async def sandbox(make_sandbox: MakeSandbox) -> AsyncIterator[Sandbox]:
    """A running sandbox with its cast."""
    sandbox = make_sandbox()
    await sandbox.start("127.0.0.1", 0)
    sandbox.open(CAST)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    """An HTTP client."""
    async with ClientSession() as session:
        yield session


@pytest.fixture
def bot(sandbox: Sandbox, http: ClientSession) -> Bot:
    """The bot's side."""
    return Bot(http, sandbox.api_base)
