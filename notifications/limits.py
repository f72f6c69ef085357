"""Telegram's limits (NTF-4): how fast messages leave, in all and per chat, and who has to wait.

Pace and rests count the seconds of the event loop's own clock: real time, whatever the school's clock shows.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

WINDOW = 1.025
"""Seconds in which no more than a second's worth of messages leaves; the margin is the network's unevenness."""
AN_HOUR = timedelta(hours=1)
CATCH_UP = 0.2
"""Seconds of delay that are made up for."""
SLOWER, SLOWEST, CALM = 1.02, 1.2, 900
"""By how much it goes slower after a refusal, how slow at most, and after how many good messages faster again."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages per second in all; seconds between two to one chat; to one chat per hour; sends under way at once.

    Figures that were measured: 30 a second with 2 % to spare, 8 at once for latencies up to 200 ms, 1.1 s a chat.
    """

    per_second: int = 30
    margin: float = 0.02
    chat_gap: float = 1.1
    per_hour: int = 30
    workers: int = 8


class Pacer:
    """Lets messages leave one by one at even distances, never more than `per_second` in a window.

    Distances are kept on an absolute grid, so that a late wake-up costs nothing; the window keeps what piles up behind
    a busy event loop from leaving all at once. What leaves evenly may still arrive in a heap: after a refusal all goes
    a little slower for a while.
    """

    def __init__(
        self, pace: Pace, time: Callable[[], float], sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    ) -> None:
        """`time` gives seconds of a clock that never jumps; `sleep` is awaited."""
        self._step = (1 + pace.margin) / pace.per_second
        self._left: deque[float] = deque(maxlen=pace.per_second)
        self._time = time
        self._sleep = sleep
        self._next = 0.0
        self._slack, self._calm = 1.0, 0
        self._turn = asyncio.Lock()

    async def slot(self) -> None:
        """Wait until the next message may leave."""
        async with self._turn:
            await self._until(self._earliest())
            now = self._time()
            # After a pause the grid begins anew; a short delay is made up for, as far as the window lets it.
            self._next = max(self._next, now - CATCH_UP) + self._step * self._slack
            self._left.append(now)
            self._calm += 1
            if self._calm >= CALM:
                self._slack, self._calm = max(1.0, self._slack / SLOWER), 0

    def refused(self) -> None:
        """Note that the messenger found everything too fast."""
        self._slack, self._calm = min(SLOWEST, self._slack * SLOWER), 0

    def _earliest(self) -> float:
        full = len(self._left) == self._left.maxlen
        return max(self._next, self._left[0] + WINDOW * self._slack) if full else self._next

    async def _until(self, instant: float) -> None:
        wait = instant - self._time()
        if wait > 0:
            await self._sleep(wait)


@dataclass(slots=True)
class _Chat:
    rests_until: float = 0.0
    failures: int = 0
    banned: bool = False


class Chats:
    """Which chats have to rest, by account, in memory only: after a restart nobody waits."""

    def __init__(self, pace: Pace, time: Callable[[], float]) -> None:
        """Begin with everybody free."""
        self._pace = pace
        self._time = time
        self._chats: dict[int, _Chat] = {}

    def resting(self) -> frozenset[int]:
        """Give the accounts nothing may be sent to just now."""
        now = self._time()
        self._chats = {key: chat for key, chat in self._chats.items() if chat.rests_until > now or chat.failures}
        return frozenset(key for key, chat in self._chats.items() if chat.rests_until > now)

    def sent(self, account: int) -> None:
        """Note an arrival: the chat rests for the gap."""
        self._chats[account] = _Chat(self._time() + self._pace.chat_gap)

    def failed(self, account: int) -> None:
        """Note a failure that was nobody's fault: 1, 2, 4 … 60 seconds of rest."""
        chat = self._chats.setdefault(account, _Chat())
        chat.failures += 1
        chat.rests_until = self._time() + backoff(chat.failures)

    def banned(self, account: int, seconds: float) -> bool:
        """Note a ban of this chat; tell whether the same chat was banned just before, while others were not."""
        chat = self._chats.setdefault(account, _Chat())
        again, chat.banned = chat.banned, True
        chat.failures = max(chat.failures, 1)
        chat.rests_until = self._time() + seconds
        return again


class Hour:
    """What each chat has had within the last hour, by the school's clock: most of it is what was settled (NTF-10)."""

    def __init__(self, most: int) -> None:
        """`most` letters go to a chat in an hour."""
        self._most = most
        self._sent: dict[int, deque[datetime]] = {}

    def remember(self, sent: Iterable[tuple[int, datetime]]) -> None:
        """Take over to whom letters went and when, oldest first, as a process before us left it."""
        self._sent = {}
        for account, at in sent:
            self.sent(account, at)

    def sent(self, account: int, at: datetime) -> None:
        """Note an arrival."""
        self._sent.setdefault(account, deque()).append(at)

    def full(self, now: datetime) -> frozenset[int]:
        """Give the accounts that have had their share: only what is urgent, and one letter that counts the rest."""
        begins = now - AN_HOUR
        for account, sent in list(self._sent.items()):
            while sent and sent[0] <= begins:
                sent.popleft()
            if not sent:
                del self._sent[account]
        return frozenset(account for account, sent in self._sent.items() if len(sent) >= self._most)


def backoff(failures: int) -> float:
    """Give the seconds to wait after so many failures in a row: 1, 2, 4 … 60."""
    return float(min(60, 2 ** min(failures - 1, 6)))
