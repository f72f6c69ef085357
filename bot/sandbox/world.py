"""Everything that the sandbox holds, in one place for the methods, the page and the people."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.sandbox.call import Call
from bot.sandbox.cast import CastMember
from bot.sandbox.chats import Chat, Chats
from bot.sandbox.clock import MovableClock
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.hub import Hub
from bot.sandbox.presses import Presses
from bot.sandbox.profile import Profile
from bot.sandbox.store import Store
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook
from core.model.clock import SystemClock
from locales import LANGUAGES, Translators

Wire = dict[str, Any]


@dataclass(slots=True)
class World:
    """State of one sandbox.

    `opened`: people may be chosen; `awake`: the bot has asked for updates; `status`: what is being prepared till then.
    `calls` are the bot's last calls, `violations` what in them the Bot API doesn't know.
    """

    clock: MovableClock
    token: str
    zone: ZoneInfo
    words: Translators
    store_path: Path | None = None
    cast: dict[int, CastMember] = field(default_factory=dict)
    status: str = "sandbox-status-starting"
    opened: bool = False
    awake: bool = False
    hub: Hub = field(default_factory=Hub)
    faults: Faults = field(default_factory=Faults)
    profile: Profile = field(default_factory=Profile)
    presses: Presses = field(default_factory=Presses)
    violations: list[str] = field(default_factory=list)
    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=20_000))
    chats: Chats = field(init=False)
    files: Files = field(init=False)
    updates: Updates = field(init=False)
    webhook: Webhook = field(init=False)
    store: Store = field(init=False)

    def __post_init__(self) -> None:
        folder = None if self.store_path is None else self.store_path.with_name(f"{self.store_path.stem}.files")
        self.chats = Chats(self.publish)
        self.files = Files(folder)
        # Real seconds, not the sandbox's: the bot remembers ids for days, and the sandbox's day may come again.
        self.updates = Updates(int(SystemClock().now().timestamp()))
        self.webhook = Webhook(self.updates)
        self.store = Store(self.store_path, self._snapshot)
        self.clock.on_move(self._moved)

    @property
    def bot_id(self) -> int:
        """The bot's own user id, the token's first part."""
        return int(self.token.partition(":")[0])

    @property
    def unix_now(self) -> int:
        """The sandbox's time as messages carry it."""
        return int(self.clock.now().timestamp())

    def bot_user(self) -> Wire:
        """Give the bot as Telegram's `User`."""
        name = self.profile.text("name", "") or self.words["ru"].plain("sandbox-bot-name")
        return {"id": self.bot_id, "is_bot": True, "first_name": name, "username": "school_diary_sandbox_bot"}

    def frame(self, chat: Chat, *, by_bot: bool) -> Wire:
        """Give the part that all messages of a chat have: from whom, where, when."""
        return {"from": self.bot_user() if by_bot else chat.user, "chat": chat.described(), "date": self.unix_now}

    def publish(self, event: Wire) -> None:
        """Tell the pages of a change and save it."""
        self.hub.send(event)
        self.store.touch()

    def wake(self) -> None:
        """The bot has shown that it listens."""
        if not self.awake:
            self.awake = True
            self.hub.send(self.state())

    def state(self) -> Wire:
        """Give the event that tells the pages how far the start has come, in every language."""
        texts = {language: self.words[language].plain(self.status) for language in LANGUAGES}
        return {"type": "state", "opened": self.opened, "awake": self.awake, "status": texts}

    def clock_state(self) -> Wire:
        """Give the event that tells the pages what time it is."""
        return {"type": "clock", "now": self.clock.now().timestamp() * 1000, "zone": self.zone.key}

    def restore(self) -> None:
        """Take over what the last process saved; the clock never falls behind the last message."""
        state = self.store.load()
        if state is None:
            return
        self.chats.load(state["chats"])
        self.files.load(state["files"])
        self.profile.load(state["profile"])
        self.updates.load(state["updates"])
        remembered = datetime.fromisoformat(state["now"])
        if remembered > self.clock.now():
            self.clock.set(remembered)

    def _moved(self, _instant: datetime) -> None:
        self.publish(self.clock_state())

    def _snapshot(self) -> Wire:
        return {
            "now": self.clock.now().isoformat(),
            "chats": self.chats.dump(),
            "files": self.files.dump(),
            "profile": self.profile.dump(),
            "updates": self.updates.dump(),
        }
