"""Trouble on demand: delays, refusals and cut connections, by script, for tests of what the bot does then."""

import time
from collections import deque
from dataclasses import dataclass
from typing import Literal

from bot.sandbox.errors import ApiError, too_many_requests


@dataclass(slots=True)
class Fault:
    """One kind of trouble.

    `method` "*" means any but getUpdates; `chat_id` None any chat. `delay` in real seconds comes first. `cut` closes
    the connection without an answer, "before" or "after" the call was carried out. `error` is answered instead of
    carrying it out. `times` None: until removed.
    """

    method: str = "*"
    delay: float = 0.0
    error: ApiError | None = None
    cut: Literal["", "before", "after"] = ""
    times: int | None = 1
    chat_id: int | None = None

    def meets(self, method: str, chat_id: object) -> bool:
        """Tell whether this trouble befalls a call."""
        named = self.method.lower() == method.lower() or (self.method == "*" and method.lower() != "getupdates")
        return named and self.times != 0 and self.chat_id in {None, chat_id}


class Faults:
    """The script of troubles to come, and Telegram's flood limit when switched on."""

    def __init__(self) -> None:
        self._script: list[Fault] = []
        self._rate = 0
        self._sent: deque[float] = deque()

    def add(self, fault: Fault) -> Fault:
        """Put a trouble at the script's end; the first one that meets a call befalls it."""
        self._script.append(fault)
        return fault

    def clear(self) -> None:
        """End all trouble."""
        self._script.clear()
        self._rate = 0

    def flood_limit(self, per_second: int) -> None:
        """Answer 429 to sends beyond so many in any real second; 0 switches it off."""
        self._rate = per_second
        self._sent.clear()

    def take(self, method: str, chat_id: object) -> Fault | None:
        """Give the trouble that befalls this call, if any, and count it."""
        for fault in self._script:
            if fault.meets(method, chat_id):
                fault.times = None if fault.times is None else fault.times - 1
                return fault
        return None

    def check_flood(self, method: str) -> None:
        """Count a send. Raises ApiError 429 when there were too many within the last second."""
        if not self._rate or not method.startswith(("send", "edit", "copy", "forward")) or method == "sendChatAction":
            return
        now = time.monotonic()
        while self._sent and now - self._sent[0] >= 1:
            self._sent.popleft()
        if len(self._sent) >= self._rate:
            raise too_many_requests(1)
        self._sent.append(now)
