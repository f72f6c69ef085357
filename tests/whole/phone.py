"""A person at the telephone: reads, types, presses what can be seen, waits for what must come."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.sandbox import Sandbox
from bot.sandbox.call import Upload

Wire = dict[str, Any]

PATIENCE = 120.0
"""Generous: nothing is measured by it, and importing the program takes long on a busy machine."""
_SEEN = 3
ANSWERS = ("sendMessage", "editMessageText")


async def until(holds: Callable[[], object], what: object, seconds: float = PATIENCE) -> None:
    """Wait for something. Raises AssertionError with `what` as it stands then."""
    try:
        async with asyncio.timeout(seconds):
            while not holds():  # noqa: ASYNC110 - what is waited for happens in another process
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"waited in vain: {what}") from None


class Phone:
    """One chat with the bot. `taps` counts what has been pressed."""

    def __init__(self, sandbox: Sandbox, user_id: int) -> None:
        self.sandbox = sandbox
        self.id = user_id
        self.taps = 0
        self._person = sandbox.person(user_id)

    @property
    def heard(self) -> list[str]:
        """Give the texts of the bot's messages, oldest first, as they stand now."""
        return [wire.get("text", "") for wire in self._person.messages if wire["from"]["is_bot"]]

    @property
    def screen(self) -> str:
        """Give what can be seen without scrolling: news may have come below what was just pressed."""
        return "\n\n".join(self.heard[-_SEEN:])

    def holding(self, text: str) -> list[str]:
        """Give the bot's messages that hold a text."""
        return [one for one in self.heard if text in one]

    async def say(self, text: str, expected: str) -> None:
        """Type something and wait for an answer that holds a text."""
        before = self._answers()
        self._person.say(text)
        await until(
            lambda: self._answers() > before and expected in self.screen, (f"{expected!r} after {text!r}", self)
        )

    def send(self, text: str) -> None:
        """Type something without waiting."""
        self._person.say(text)

    async def upload(self, upload: Upload, expected: str) -> None:
        """Send a file and wait for an answer that holds a text."""
        self._person.upload("document", upload)
        await self.hear(expected)

    async def hear(self, text: str, seconds: float = PATIENCE) -> str:
        """Wait for a message that holds a text, and give the newest such."""
        await until(lambda: self.holding(text), (f"{text!r}", self), seconds)
        return self.holding(text)[-1]

    async def press(self, label: str, expected: str = "") -> str:
        """Press the newest button whose label holds a text; give the word that flashed up, if any."""
        before = self._answers()
        query = await self.tap(label)
        await until(lambda: query not in self._open, (f"an answer to [{label}]", self))
        if expected:
            await until(lambda: expected in self.screen, (f"{expected!r} after [{label}]", self))
        else:
            # A word that only flashes up leaves the screen as it is.
            with_screen = asyncio.get_running_loop().time() + 0.5
            await until(lambda: self._answers() > before or asyncio.get_running_loop().time() > with_screen, "a screen")
        return self.flashed(query) or ""

    async def tap(self, label: str) -> str:
        """Press without waiting; give the id of the press."""
        await until(lambda: self._find(label), (f"the button [{label}]", self))
        message, row, column = self._find(label) or (0, 0, 0)
        self.taps += 1
        return self._person.press(message, row, column)

    def flashed(self, query: str) -> str | None:
        """Give the word with which the bot answered a press; None when it has not."""
        for call in reversed(self.sandbox.calls):
            if call.method == "answerCallbackQuery" and call.values.get("callback_query_id") == query:
                return str(call.values.get("text") or "")
        return None

    def buttons(self) -> list[str]:
        """Give the labels that can be seen without scrolling."""
        last = [wire for wire in self._person.messages if wire["from"]["is_bot"]][-_SEEN:]
        return [key["text"] for wire in last for row in _rows(wire) for key in row]

    def _find(self, label: str) -> tuple[int, int, int] | None:
        for wire in reversed(self._person.messages):
            places = [(r, c, key["text"]) for r, row in enumerate(_rows(wire)) for c, key in enumerate(row)]
            exact = [(wire["message_id"], r, c) for r, c, text in places if text == label]
            close = [(wire["message_id"], r, c) for r, c, text in places if label in text]
            if exact or close:
                return (exact or close)[0]
        return None

    def _answers(self) -> int:
        return sum(c.method in ANSWERS and c.values.get("chat_id") == self.id for c in self.sandbox.calls)

    @property
    def _open(self) -> dict[str, Any]:
        return self.sandbox._world.presses._open

    def __repr__(self) -> str:
        return f"{self.heard[-2:]} {self.buttons()}"


def _rows(wire: Wire) -> list[list[Wire]]:
    rows: list[list[Wire]] = wire.get("reply_markup", {}).get("inline_keyboard", [])
    return rows
