"""The people whom one can be in the sandbox."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person of the demo with a Telegram account of their own.

    `caption` says who they are, `group` under which heading they stand. `start` is the payload of the deep link by
    which they enter, offered while their chat is empty; None: they have entered before, the bot may write to them.
    """

    user_id: int
    name: str
    caption: str
    group: str
    start: str | None = None
    language: str = "ru"

    def user(self) -> dict[str, Any]:
        """Give the Telegram `User` of this person."""
        first, _, last = self.name.partition(" ")
        user = {"id": self.user_id, "is_bot": False, "first_name": first, "language_code": self.language}
        return user | {"last_name": last} if last else user
