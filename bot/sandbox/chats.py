"""The chats between the bot and the people: messages in their wire form, who started, who blocked, what is unread."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from bot.sandbox.errors import ApiError, bad_request, forbidden

Wire = dict[str, Any]
Publish = Callable[[Wire], None]

KEPT: Final = 400
"""Messages kept in a chat; older ones are forgotten."""


@dataclass(slots=True)
class Entry:
    """A message. `silent`: sent without sound; `fixed`: carries a reply keyboard, so that it can't be edited."""

    wire: Wire
    silent: bool = False
    fixed: bool = False

    def shown(self) -> Wire:
        """Give what the page needs to draw it."""
        return self.wire | {"silent": True} if self.silent else self.wire


@dataclass(slots=True)
class Chat:
    """A private chat; its id is the person's. `user` is Telegram's `User`, `keyboard` the reply keyboard now shown."""

    user: Wire
    started: bool = False
    blocked: bool = False
    unread: int = 0
    keyboard: Wire | None = None
    pinned: int | None = None
    entries: dict[int, Entry] = field(default_factory=dict)

    @property
    def id(self) -> int:
        """The chat's id."""
        return int(self.user["id"])

    def described(self) -> Wire:
        """Give Telegram's `Chat`."""
        names: Wire = {key: self.user[key] for key in ("first_name", "last_name") if key in self.user}
        return {"id": self.id, **names, "type": "private"}

    def summary(self) -> Wire:
        """Give what the list of people shows of this chat."""
        last = next(reversed(self.entries.values()), None)
        return {
            "id": self.id,
            "unread": self.unread,
            "blocked": self.blocked,
            "started": self.started,
            "keyboard": self.keyboard,
            "pinned": self.pinned,
            "last": last.shown() if last else None,
        }


class Chats:
    """All chats. Every change is told to `publish` (the open pages, the store)."""

    def __init__(self, publish: Publish) -> None:
        self._chats: dict[int, Chat] = {}
        self._next_id = 1
        self._publish = publish

    def __iter__(self) -> Iterator[Chat]:
        return iter(tuple(self._chats.values()))

    def admit(self, user: Wire, *, started: bool) -> Chat:
        """Make a person's chat, or bring the person's name up to date."""
        chat = self._chats.setdefault(user["id"], Chat(user))
        chat.user = user
        chat.started = chat.started or started
        return chat

    def find(self, chat_id: object) -> Chat:
        """Give a chat. Raises ApiError 400 for one that doesn't exist."""
        if chat_id in {None, ""}:
            raise bad_request("chat_id is empty")
        if not isinstance(chat_id, int) or chat_id not in self._chats:
            raise bad_request("chat not found")
        return self._chats[chat_id]

    def reachable(self, chat_id: object) -> Chat:
        """Give a chat that the bot may write to. Raises ApiError 400, or 403 when the person doesn't let it."""
        chat = self.find(chat_id)
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def message(self, chat: Chat, message_id: int, otherwise: ApiError) -> Entry:
        """Give a message of a chat. Raises `otherwise` when it isn't there."""
        if message_id not in chat.entries:
            raise otherwise
        return chat.entries[message_id]

    def add(self, chat: Chat, wire: Wire, *, silent: bool = False, fixed: bool = False) -> Entry:
        """Put a message into a chat under the bot's next message id; one from the bot counts as unread."""
        number, self._next_id = self._next_id, self._next_id + 1
        entry = Entry({"message_id": number} | wire, silent=silent, fixed=fixed)
        chat.entries[number] = entry
        if wire["from"]["is_bot"]:
            chat.unread += 1
        while len(chat.entries) > KEPT:
            del chat.entries[next(iter(chat.entries))]
        self._publish({"type": "message", "chat": chat.id, "message": entry.shown()})
        self.touch(chat)
        return entry

    def replace(self, chat: Chat, entry: Entry, wire: Wire) -> None:
        """Put the new content of an edited message in its place."""
        entry.wire = wire
        self._publish({"type": "edit", "chat": chat.id, "message": entry.shown()})
        self.touch(chat)

    def remove(self, chat: Chat, message_id: int) -> None:
        """Take a message out of a chat."""
        del chat.entries[message_id]
        if chat.pinned == message_id:
            chat.pinned = None
        self._publish({"type": "delete", "chat": chat.id, "message_id": message_id})
        self.touch(chat)

    def touch(self, chat: Chat) -> None:
        """Tell the pages how a chat stands now."""
        self._publish({"type": "chat", "chat": chat.summary()})

    def dump(self) -> Wire:
        """Give everything, for the store."""
        return {"next_id": self._next_id, "chats": [_dump(chat) for chat in self._chats.values()]}

    def load(self, state: Wire) -> None:
        """Take over what `dump` gave."""
        self._next_id = state["next_id"]
        self._chats = {row["user"]["id"]: _load(row) for row in state["chats"]}


def _dump(chat: Chat) -> Wire:
    plain = {name: getattr(chat, name) for name in ("user", "started", "blocked", "unread", "keyboard", "pinned")}
    entries = [{"wire": e.wire, "silent": e.silent, "fixed": e.fixed} for e in chat.entries.values()]
    return plain | {"entries": entries}


def _load(row: Wire) -> Chat:
    entries = {entry["wire"]["message_id"]: Entry(**entry) for entry in row["entries"]}
    return Chat(**{**row, "entries": entries})
