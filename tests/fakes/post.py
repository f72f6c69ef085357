"""A messenger that keeps what it is given and answers by a script: one outcome after the other, then «arrived»."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from notifications.post import Outcome, Outgoing, Sent

Answer = Outcome | Exception | Callable[[Outgoing], Outcome | None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that arrived: its id, and when by the loop's clock."""

    message_id: int
    message: Outgoing
    at: float


@dataclass
class FakePost:
    """`arrived` is what chats show; `tried` everything that was asked for, with the time."""

    script: list[Answer] = field(default_factory=list)
    always: Callable[[Outgoing], Outcome | None] = lambda _message: None
    latency: float = 0.0
    arrived: list[Delivery] = field(default_factory=list)
    tried: list[tuple[float, Outgoing]] = field(default_factory=list)
    edited: list[tuple[int, Outgoing, bool]] = field(default_factory=list)
    deleted: list[tuple[int, int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    under_way: int = 0
    most_under_way: int = 0
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, message: Outgoing) -> Outcome:
        """Answer as the script says; a message whose answer is lost (`accept`) arrives all the same."""
        loop = asyncio.get_running_loop()
        self.tried.append((loop.time(), message))
        self.changed.set()
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await asyncio.sleep(self.latency)
            answer = self._answer(message)
        finally:
            self.under_way -= 1
        if isinstance(answer, Exception):
            raise answer
        return answer if answer is not None else self.accept(message)

    def _answer(self, message: Outgoing) -> Outcome | Exception | None:
        if not self.script:
            return self.always(message)
        answer = self.script.pop(0)
        return answer(message) if callable(answer) else answer

    def accept(self, message: Outgoing) -> Sent:
        """Let a message arrive."""
        delivery = Delivery(len(self.arrived) + 1, message, asyncio.get_running_loop().time())
        self.arrived.append(delivery)
        self.changed.set()
        return Sent(delivery.message_id, tuple(delivery.message_id + n for n in range(len(message.files))))

    async def edit(self, message_id: int, message: Outgoing, caption: bool = False) -> Outcome:
        """Change what arrived, unless the script says otherwise."""
        answer = self._answer(message)
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        self.edited.append((message_id, message, caption))
        self.changed.set()
        return Sent(message_id)

    async def leave(self, chat: int) -> Outcome:
        """Leave a group, unless the script says otherwise."""
        answer = self._answer(Outgoing(chat, ""))
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        self.left.append(chat)
        return Sent(0)

    async def delete(self, chat: int, message_id: int) -> Outcome:
        """Take back what arrived, unless the script says otherwise."""
        answer = self._answer(Outgoing(chat, ""))
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            return answer
        self.deleted.append((chat, message_id))
        self.changed.set()
        return Sent(message_id)

    async def until(self, enough: Callable[["FakePost"], bool], seconds: float = 10.0) -> None:
        """Wait until enough was sent. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not enough(self):
                self.changed.clear()
                await self.changed.wait()

    def texts(self, chat: int) -> list[str]:
        """Give what a chat shows, in order."""
        return [delivery.message.text for delivery in self.arrived if delivery.message.chat == chat]

    def messages(self, chat: int) -> list[Outgoing]:
        """Give the messages of a chat, in order."""
        return [delivery.message for delivery in self.arrived if delivery.message.chat == chat]

    def by_chat(self) -> dict[int, list[str]]:
        """Give all chats."""
        found: dict[int, list[str]] = defaultdict(list)
        for delivery in self.arrived:
            found[delivery.message.chat].append(delivery.message.text)
        return found

    def labels(self, chat: int, last: int = 1) -> Sequence[str]:
        """Give the labels of the buttons under the last messages of a chat."""
        return [button.label for one in self.messages(chat)[-last:] for row in one.buttons for button in row]
