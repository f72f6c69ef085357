"""What the bot says of itself: commands by scope and language, menu button, name and descriptions."""

import re
from typing import Any, Final

from bot.sandbox.errors import bad_request

Wire = dict[str, Any]

_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")
_MOST_COMMANDS: Final = 100
LIMITS: Final = {"name": 64, "description": 512, "short_description": 120}


class Profile:
    """The bot's settings at Telegram."""

    def __init__(self) -> None:
        self._commands: dict[str, list[Wire]] = {}
        self._menus: dict[str, Wire] = {}
        self._texts: dict[str, str] = {}

    def set_commands(self, scope: Wire | None, language: str, commands: list[Wire]) -> None:
        """Set the list of one scope and language. Raises ApiError 400 for names or texts that Telegram refuses."""
        if len(commands) > _MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(str(command.get("description", ""))) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self._commands[_key(scope, language)] = commands

    def commands(self, scope: Wire | None, language: str) -> list[Wire]:
        """Give the list that was set for exactly this scope and language."""
        return self._commands.get(_key(scope, language), [])

    def delete_commands(self, scope: Wire | None, language: str) -> None:
        """Forget one list."""
        self._commands.pop(_key(scope, language), None)

    def commands_for(self, chat_id: int, language: str) -> list[Wire]:
        """Give the list that a person sees in the private chat, by Telegram's order of scopes."""
        scopes: tuple[Wire | None, ...] = ({"type": "chat", "chat_id": chat_id}, {"type": "all_private_chats"}, None)
        lists = (self._commands.get(_key(scope, tongue)) for scope in scopes for tongue in (language, ""))
        return next((found for found in lists if found is not None), [])

    def set_menu(self, chat_id: int | None, button: Wire | None) -> None:
        """Set the menu button of a chat, or of all (None)."""
        self._menus[str(chat_id or "")] = button or {"type": "default"}

    def menu(self, chat_id: int | None) -> Wire:
        """Give the menu button of a chat."""
        return self._menus.get(str(chat_id or "")) or self._menus.get("") or {"type": "default"}

    def set_text(self, what: str, language: str, text: str) -> None:
        """Set name, description or short_description for a language ("" for all others). Raises ApiError 400."""
        if len(text) > LIMITS[what]:
            raise bad_request(f"{what.replace('_', ' ')} is too long")
        self._texts[f"{what}:{language}"] = text

    def text(self, what: str, language: str) -> str:
        """Give name, description or short_description in a language, else the one for all."""
        return self._texts.get(f"{what}:{language}") or self._texts.get(f"{what}:") or ""

    def dump(self) -> Wire:
        """Give everything, for the store."""
        return {"commands": self._commands, "menus": self._menus, "texts": self._texts}

    def load(self, state: Wire) -> None:
        """Take over what `dump` gave."""
        self._commands, self._menus, self._texts = state["commands"], state["menus"], state["texts"]


def _key(scope: Wire | None, language: str) -> str:
    scope = scope or {"type": "default"}
    return ":".join(
        str(part) for part in (scope.get("type"), scope.get("chat_id", ""), scope.get("user_id", ""), language)
    )
