"""A notice to many under Telegram's limit: nobody is refused as too fast, and an absence overtakes it (NTF-4)."""

import asyncio
from collections import deque

from notifications import Pace
from notifications.limits import CALM, SLOWER, SLOWEST, Pacer
from notifications.post import Outcome, Outgoing, TooFast
from tests.notifications.conftest import Office
from tests.notifications.queue import accounts_of, write_letters

PER_SECOND = 40


class Limit:
    """Refuses what leaves faster than so many in any second."""

    def __init__(self) -> None:
        self._window: deque[float] = deque()
        self.refused = 0

    def judge(self, _message: Outgoing) -> Outcome | None:
        """Take a message, or refuse it."""
        now = asyncio.get_running_loop().time()
        while self._window and now - self._window[0] >= 1:
            self._window.popleft()
        if len(self._window) >= PER_SECOND:
            self.refused += 1
            return TooFast(1)
        self._window.append(now)
        return None


async def test_a_notice_to_many_is_never_too_fast_and_absences_overtake_it(office: Office) -> None:
    accounts = await accounts_of(office, 126)
    many, few = accounts[:120], accounts[120:]
    limit = Limit()
    office.post.always = limit.judge
    await write_letters(office, many, 1)
    async with office.running(Pace(per_second=PER_SECOND)) as notifications:
        await office.post.until(lambda post: len(post.arrived) >= 30)
        await write_letters(office, few, 1, urgent=True)
        before = len(office.post.arrived)
        notifications.ring()
        async with asyncio.timeout(60):
            await notifications.idle()
    ours = {chat for _, chat in accounts}
    chats = [delivery.message.chat for delivery in office.post.arrived if delivery.message.chat in ours]
    assert limit.refused == 0
    assert sorted(chats) == sorted(ours)
    # Two seconds' worth of messages: what was under way already, and the time to notice them.
    assert max(chats.index(chat) for _, chat in few) < before + 2 * PER_SECOND


async def test_after_a_refusal_it_goes_slower_for_a_while_and_faster_again() -> None:
    clock = _Clock()
    pacer = Pacer(Pace(per_second=PER_SECOND), clock.time, clock.sleep)

    async def rate(messages: int) -> float:
        began = clock.now
        for _ in range(messages):
            await pacer.slot()
        return messages / (clock.now - began)

    await rate(PER_SECOND)
    usual = await rate(200)
    for _ in range(3):
        pacer.refused()
    slower = await rate(200)
    assert slower < usual / SLOWER**2
    for _ in range(20):
        pacer.refused()
    assert await rate(200) > usual / SLOWEST - 1
    await rate(CALM * 11)
    assert abs(await rate(200) - usual) < 0.5


class _Clock:
    """Time that passes only where somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
