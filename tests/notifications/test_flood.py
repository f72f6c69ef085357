"""A notice to many under Telegram's limit: nobody is refused as too fast, and an absence overtakes it (NTF-4)."""

import asyncio
from collections import deque

from notifications import Pace
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
