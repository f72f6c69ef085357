"""What a person does in the chat: the page acts through this, and so do tests."""

from typing import Any, Final

from bot.sandbox.call import Upload
from bot.sandbox.chats import Chat
from bot.sandbox.entities import detect
from bot.sandbox.errors import bad_request
from bot.sandbox.methods.content import TEXT_UNITS
from bot.sandbox.world import World

Wire = dict[str, Any]

_KINDS: Final = frozenset({"photo", "document", "voice", "video"})


class Person:
    """One of the cast at their telephone."""

    def __init__(self, world: World, user_id: int) -> None:
        """Raises ApiError 400 when there is no such chat."""
        self._world = world
        self.chat: Chat = world.chats.find(user_id)

    @property
    def messages(self) -> list[Wire]:
        """Give the chat as it stands, oldest first."""
        return [entry.wire for entry in self.chat.entries.values()]

    def start(self, payload: str = "") -> Wire:
        """Press «Start», with the payload of a deep link if any."""
        return self.say(f"/start {payload}".rstrip())

    def say(self, text: str, *, reply_to: int | None = None, forwarded: bool = False) -> Wire:
        """Send a text; `forwarded` passes it on as somebody else's. A text too long for one message goes as several."""
        pieces = [text[at : at + TEXT_UNITS] for at in range(0, len(text), TEXT_UNITS)]
        if not text.strip():
            raise bad_request("message text is empty")
        return [self._say(piece.strip(), reply_to, forwarded) for piece in pieces][-1]

    def _say(self, text: str, reply_to: int | None, forwarded: bool) -> Wire:
        body: Wire = {"text": text}
        if entities := detect(text, []):
            body["entities"] = entities
        if forwarded:
            date = self._world.unix_now
            body["forward_origin"] = {"type": "hidden_user", "sender_user_name": "N. N.", "date": date}
        return self._send(body, reply_to)

    def upload(self, kind: str, upload: Upload, *, caption: str = "", reply_to: int | None = None) -> Wire:
        """Send a photo, document, voice or video. Raises ApiError 400 when it is empty or no picture."""
        if kind not in _KINDS:
            raise bad_request("wrong type of file")
        described = self._world.files.put(kind, upload).described()
        body: Wire = {kind: [described] if kind == "photo" else described}
        return self._send(body | ({"caption": caption} if caption else {}), reply_to)

    def press(self, message_id: int, row: int, column: int) -> str:
        """Press an inline button by its place; give the id of the query that the bot has to answer."""
        entry = self._world.chats.message(self.chat, message_id, bad_request("message not found"))
        rows = entry.wire.get("reply_markup", {}).get("inline_keyboard", [])
        if not 0 <= row < len(rows) or not 0 <= column < len(rows[row]):
            raise bad_request("button not found")
        data = rows[row][column].get("callback_data")
        if data is None:
            raise bad_request("button is no callback button")
        return self.press_data(message_id, data)

    def press_data(self, message_id: int, data: str) -> str:
        """Press with any data, as a forged client can; give the query's id."""
        entry = self._world.chats.message(self.chat, message_id, bad_request("message not found"))
        query = self._world.presses.open(self.chat.id)
        frame = {"id": query, "from": self.chat.user, "chat_instance": str(self.chat.id * 7919)}
        life = self._world.presses.life
        self._world.updates.push("callback_query", frame | {"message": entry.wire, "data": data}, life)
        return query

    def block(self) -> None:
        """Stop the bot."""
        self._membership(blocked=True)

    def unblock(self) -> None:
        """Let the bot write again."""
        self._membership(blocked=False)

    def seen(self) -> None:
        """Everything in this chat has been read."""
        if self.chat.unread:
            self.chat.unread = 0
            self._world.chats.touch(self.chat)

    def _send(self, body: Wire, reply_to: int | None) -> Wire:
        if self.chat.blocked:
            raise bad_request("the bot is blocked")
        self.chat.started = True
        self.seen()
        quoted = self.chat.entries.get(reply_to or 0)
        if quoted is not None:
            body["reply_to_message"] = {k: v for k, v in quoted.wire.items() if k != "reply_to_message"}
        if self.chat.keyboard and (self.chat.keyboard.get("one_time_keyboard") or "keyboard" not in self.chat.keyboard):
            self.chat.keyboard = None
        entry = self._world.chats.add(self.chat, self._world.frame(self.chat, by_bot=False) | body)
        self._world.updates.push("message", entry.wire)
        return entry.wire

    def _membership(self, *, blocked: bool) -> None:
        if self.chat.blocked == blocked:
            return
        self.chat.blocked = blocked
        bot = self._world.bot_user()
        states = ({"user": bot, "status": "member"}, {"user": bot, "status": "kicked", "until_date": 0})
        old, new = states if blocked else states[::-1]
        frame = self._world.frame(self.chat, by_bot=False)
        self._world.updates.push("my_chat_member", frame | {"old_chat_member": old, "new_chat_member": new})
        self._world.chats.touch(self.chat)
