"""Button presses that wait for the bot's answer, and what has become of them."""

import secrets
import time
from typing import Final

from bot.sandbox.errors import bad_request

_LIFE: Final = 150.0


class Presses:
    """Callback queries by id. `life`: real seconds in which the bot may fetch and answer them."""

    def __init__(self, life: float = _LIFE) -> None:
        self.life = life
        self._open: dict[str, tuple[int, float]] = {}

    def open(self, chat_id: int) -> str:
        """Note a press in a chat and give its query id."""
        query_id = str(secrets.randbits(62))
        self._open[query_id] = (chat_id, time.monotonic())
        return query_id

    def answer(self, query_id: str) -> int:
        """Settle a press and give its chat. Raises ApiError 400 when it is unknown, answered, or too old."""
        chat_id, since = self._open.pop(query_id, (0, 0.0))
        if not chat_id or time.monotonic() - since >= self.life:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return chat_id

    @property
    def unanswered(self) -> int:
        """How many presses wait: a bot that behaves leaves none."""
        return len(self._open)
