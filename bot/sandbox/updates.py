"""What waits for the bot: the queue of updates with Telegram's rules of offset, limit, lifetime and conflict."""

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any, Final

from bot.sandbox.errors import ApiError

Wire = dict[str, Any]

_LIFE: Final = 24 * 3600.0
_LONGEST_POLL: Final = 50
_CONFLICT_PAUSE: Final = 3.0
_UNASKED: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only to those who ask for them by name."""

CONFLICT_POLL: Final = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
CONFLICT_HOOK_SET: Final = "Conflict: terminated by setWebhook request"
CONFLICT_HOOK: Final = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(frozen=True, slots=True)
class _Waiting:
    body: Wire
    kind: str
    dies_at: float


class Updates:
    """The queue. Ids go up by one from `first_id`; what is not confirmed by a higher offset comes again."""

    def __init__(self, first_id: int) -> None:
        self.next_id = first_id
        self.arrived = asyncio.Event()
        self._queue: OrderedDict[int, _Waiting] = OrderedDict()
        self._allowed: frozenset[str] | None = None
        self._poll: asyncio.Future[None] | None = None
        self._no_conflict_until = 0.0

    def push(self, kind: str, body: Wire, life: float = _LIFE) -> int | None:
        """Queue an update of a kind ("message" …) for so many seconds; None when the bot doesn't ask for that kind."""
        if kind in _UNASKED if self._allowed is None else kind not in self._allowed:
            return None
        number, self.next_id = self.next_id, self.next_id + 1
        self._queue[number] = _Waiting({"update_id": number, kind: body}, kind, time.monotonic() + life)
        self.arrived.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        return number

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot asks for: None leaves it as it was, an empty list means the usual ones."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    @property
    def allowed(self) -> list[str]:
        """The kinds that the bot named, none for the usual ones."""
        return sorted(self._allowed or ())

    def pending(self) -> list[Wire]:
        """Give what waits, oldest first, without confirming anything."""
        self._forget_stale()
        return [waiting.body for waiting in self._queue.values()]

    def confirm(self, offset: int) -> None:
        """Forget everything below `offset`; a negative one keeps only so many of the newest."""
        doomed = [number for number in self._queue if number < offset] if offset >= 0 else list(self._queue)[:offset]
        for number in doomed:
            del self._queue[number]

    async def poll(self, offset: int, limit: int, timeout: int) -> list[Wire]:  # noqa: ASYNC109 - the API's own word
        """Answer getUpdates: wait up to `timeout` seconds for the first update.

        Raises ApiError 409 in the older of two requests that wait at once.
        """
        self.interrupt(CONFLICT_POLL)
        self.confirm(offset)
        if not self.pending() and timeout > 0:
            me = self._poll = asyncio.get_running_loop().create_future()
            await asyncio.wait({me}, timeout=min(timeout, _LONGEST_POLL))
            if self._poll is me:
                self._poll = None
            if me.done():
                me.result()
        return self.pending()[: min(max(limit, 1), 100)]

    def interrupt(self, words: str) -> None:
        """End a waiting getUpdates with 409; at most one in three seconds hears at once, so that rivals don't spin."""
        if self._poll is None or self._poll.done():
            return
        rival, self._poll = self._poll, None
        now = time.monotonic()
        if now < self._no_conflict_until:
            asyncio.get_running_loop().call_later(_CONFLICT_PAUSE, _refuse, rival, words)
        else:
            self._no_conflict_until = now + _CONFLICT_PAUSE
            _refuse(rival, words)

    def dump(self) -> Wire:
        """Give ids and what waits, but presses: those don't live long enough."""
        kept = [waiting.body for waiting in self._queue.values() if waiting.kind != "callback_query"]
        return {"next_id": self.next_id, "waiting": kept}

    def load(self, state: Wire) -> None:
        """Take over what `dump` gave; ids never go back."""
        for body in state["waiting"]:
            kind = next(key for key in body if key != "update_id")
            self._queue[body["update_id"]] = _Waiting(body, kind, time.monotonic() + _LIFE)
        self.next_id = max(self.next_id, state["next_id"])

    def _forget_stale(self) -> None:
        now = time.monotonic()
        for number in [number for number, waiting in self._queue.items() if waiting.dies_at <= now]:
            del self._queue[number]


def _refuse(poll: "asyncio.Future[None]", words: str) -> None:
    if not poll.done():
        poll.set_exception(ApiError(409, words))
