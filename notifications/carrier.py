"""Carrying: composed letters to the messenger, at its pace, each outcome to where it belongs (NTF-4)."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from core.model.clock import Clock
from core.model.ids import AccountId
from core.storage.gateways import accounts, outbox
from core.storage.gateways.outbox import Draft, Settlement
from locales import Markup
from notifications.limits import Chats, Hour, Pace, Pacer, backoff
from notifications.parcels import Parcels
from notifications.post import Broken, ChatGone, Down, Outcome, Outgoing, Post, Sent, TooFast, Unclear
from notifications.settler import Settler

log = logging.getLogger(__name__)

SENT, UNCLEAR = "sent", "unclear"
SEND_SECONDS = 30.0
ATTEMPTS = 5
"""So often a letter is tried whose arrival stays unclear, or that cannot be composed."""
TROUBLE = 3
"""So many failures in a row, of whatever letters, mean that the messenger is out of reach: everybody waits."""


class _HeldBack(Exception):
    """Nothing may leave any more: a ban came, or the lease was lost, while a message waited for its slot."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A composed letter, ready to leave."""

    draft: Draft
    message: Outgoing
    told: tuple[tuple[int, str], ...]

    @property
    def place(self) -> tuple[bool, int]:
        """Where it stands in the queue: urgent ones first, then by age."""
        return not self.draft.urgent, self.draft.id

    def ended(
        self, outcome: str, message_id: int | None = None, files: tuple[int, ...] = (), reason: str | None = None
    ) -> Settlement:
        """Give the settlement; what was told is kept only of what arrived, or may have."""
        told = self.told if outcome in (SENT, UNCLEAR) else ()
        return Settlement(self.draft.id, self.draft.token, outcome, message_id, told, files, reason)


class Carrier:
    """Workers that send, one letter per chat at a time. Who waits for what is kept in memory, by the loop's clock."""

    def __init__(self, post: Post, settler: Settler, pace: Pace, clock: Clock, may_send: Callable[[], bool]) -> None:
        """`may_send` is asked right before each letter leaves."""
        time = asyncio.get_running_loop().time
        self._post, self._settler, self._pace, self._may_send, self._time = post, settler, pace, may_send, time
        self._pacer, self._chats, self._parcels = Pacer(pace, time), Chats(pace, time), Parcels(self._leave)
        self._queue: asyncio.PriorityQueue[tuple[tuple[bool, int], Ready]] = asyncio.PriorityQueue()
        self._busy: set[AccountId] = set()
        self._still = asyncio.Event()
        self._still.set()
        self._clock, self.hour = clock, Hour(pace.per_hour)
        self._paused_until, self._stopping = 0.0, False
        self._failures, self._pauses = 0, 0
        self.on_room: Callable[[], None] = lambda: None

    @property
    def busy(self) -> frozenset[AccountId]:
        """Give the accounts that a letter is under way to."""
        return frozenset(self._busy)

    @property
    def waiting(self) -> int:
        """Give how many letters wait for a worker."""
        return self._queue.qsize()

    @property
    def open(self) -> bool:
        """Tell whether anything may leave at all just now."""
        return not self._stopping and self._time() >= self._paused_until

    @property
    def in_trouble(self) -> bool:
        """Tell whether the messenger seems out of reach: then one letter at a time tries the way."""
        return self._failures >= TROUBLE

    def aside(self) -> frozenset[int]:
        """Give the accounts that nothing may be claimed for just now."""
        return self._chats.resting() | self._busy

    def full(self) -> frozenset[int]:
        """Give the accounts that take only what is urgent, or counts the rest (NTF-10)."""
        return self.hour.full(self._clock.now())

    def reserve(self, drafts: list[Draft]) -> None:
        """Note that letters to these accounts are under way."""
        self._busy.update(draft.account for draft in drafts)
        if self._busy:
            self._still.clear()

    def free(self, draft: Draft) -> None:
        """Note that nothing is under way to this account any more."""
        self._busy.discard(draft.account)
        if not self._busy:
            self._still.set()

    def rest(self, draft: Draft) -> None:
        """Let a chat rest after a failure."""
        self._chats.failed(draft.account)

    def put(self, ready: Ready) -> None:
        """Queue a letter; its account is reserved already."""
        self._queue.put_nowait((ready.place, ready))

    async def still(self) -> None:
        """Wait until nothing is under way."""
        await self._still.wait()

    def stop(self) -> None:
        """Let nothing more leave; what waits is put back by the workers."""
        self._stopping = True

    async def work(self) -> None:
        """Carry letters until cancelled."""
        while True:
            _, ready = await self._queue.get()
            try:
                await self._carry(ready)
            finally:
                self.free(ready.draft)
                if self._queue.qsize() < self._pace.workers:
                    self.on_room()

    async def _carry(self, ready: Ready) -> None:
        try:
            outcome = await self._whole(ready)
        except _HeldBack:
            await self._settler.release(ready.draft)
            return
        await self._settle(ready, outcome)

    async def _whole(self, ready: Ready) -> Outcome:
        message = ready.message
        outcome = await (self._parcels.send(ready.draft.id, message) if message.files else self._leave(message))
        if isinstance(outcome, Broken) and message.html:
            # The messenger's words quote the message: names and marks stay out of the log.
            log.warning("letter %s (%s) is refused", ready.draft.id, ready.draft.kind)
            outcome = await self._leave(_plain(message))
        return outcome

    async def _leave(self, message: Outgoing) -> Outcome:
        """Let one message leave when its turn has come; an album counts as the messages it is made of."""
        for _ in message.files or (message,):
            if self._ready_to_leave():
                await self._pacer.slot()
            if not self._ready_to_leave():
                raise _HeldBack
        return await _surely(self._post.send(message))

    async def let(self, draft: Draft, act: Callable[[], Awaitable[Outcome]]) -> Outcome | None:
        """Let an edit or a deletion leave when its turn has come; gives None when nothing may leave."""
        if self._ready_to_leave():
            await self._pacer.slot()
        if not self._ready_to_leave():
            return None
        outcome = await _surely(act())
        if isinstance(outcome, TooFast):
            self._ban(draft, outcome.retry_after)
        return outcome

    async def let_out(self, act: Callable[[], Awaitable[Outcome]]) -> Outcome | None:
        """Let what is no letter leave when its turn has come; gives None when nothing may leave."""
        if self._ready_to_leave():
            await self._pacer.slot()
        return await _surely(act()) if self._ready_to_leave() else None

    def _ready_to_leave(self) -> bool:
        return self.open and self._may_send()

    async def _settle(self, ready: Ready, outcome: Outcome) -> None:
        draft = ready.draft
        if not isinstance(outcome, Down | Unclear):
            self._failures, self._pauses = 0, 0
        match outcome:
            case Sent(message_id, files):
                self._chats.sent(draft.account)
                self.hour.sent(draft.account, self._clock.now())
                await self._settler.settle(ready.ended(SENT, message_id, files))
            case TooFast(seconds):
                self._ban(draft, seconds)
                await self._settler.release(draft)
            case ChatGone():
                await self._settler.gone(ready.ended(accounts.CHAT_GONE), draft.account)
            case Broken():
                await self._settler.settle(ready.ended(outbox.DEAD, reason=outbox.REFUSED))
            case Unclear():
                self._failed(draft)
                if draft.attempts + 1 >= ATTEMPTS:
                    await self._settler.settle(ready.ended(UNCLEAR))
                else:
                    await self._settler.release(draft, attempts=1)
            case Down():
                self._failed(draft)
                await self._settler.release(draft)

    def _ban(self, draft: Draft, seconds: float) -> None:
        # Telegram doesn't say whether one chat is meant or everybody: at first everybody obeys. A chat that is banned
        # again straight after is meant itself, and must not hold up the school.
        if not self._chats.banned(draft.account, seconds):
            self._pacer.refused()
            self._pause(seconds)

    def _failed(self, draft: Draft) -> None:
        self._chats.failed(draft.account)
        self._failures += 1
        # Those under way together fail together: they make one pause, not a longer one each.
        if self.in_trouble and self.open:
            self._pauses += 1
            self._pause(backoff(self._pauses))

    def _pause(self, seconds: float) -> None:
        self._paused_until = max(self._paused_until, self._time() + seconds)
        asyncio.get_running_loop().call_at(self._paused_until, self.on_room)


async def _surely(call: Awaitable[Outcome]) -> Outcome:
    try:
        async with asyncio.timeout(SEND_SECONDS):
            return await call
    except TimeoutError:
        return Unclear("timeout")
    except Exception:  # whatever the post did not foresee may have happened after sending
        log.exception("the post failed")
        return Unclear("unforeseen")


def _plain(message: Outgoing) -> Outgoing:
    """The words alone, without the tags and buttons that the messenger may have stumbled over."""
    return replace(message, text=Markup(message.text).plain, buttons=(), reply_to=None, html=False, files=())
