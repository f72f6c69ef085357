"""Keyboards as the bot sends them: read, checked against Telegram's limits, made what messages carry."""

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from bot.sandbox.errors import bad_request

Wire = dict[str, Any]
Kind = Literal["none", "inline", "reply", "remove", "force"]

_MOST_BUTTONS: Final = 100
_DATA_BYTES: Final = 64
_ACTIONS: Final = (
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "login_url",
    "web_app",
    "copy_text",
    "callback_game",
    "pay",
)
_URL: Final = re.compile(r"(?:https?|tg|ton|mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


@dataclass(frozen=True, slots=True)
class Markup:
    """A checked keyboard: what kind it is and what the page or the message keeps of it."""

    kind: Kind = "none"
    wire: Wire | None = None


def read(raw: object, *, inline_only: bool = False) -> Markup:
    """Check a `reply_markup`. Raises ApiError 400 with Telegram's words."""
    if raw in (None, ""):
        return Markup()
    if isinstance(raw, str):
        raise bad_request("can't parse reply keyboard markup JSON object")
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return _inline(raw["inline_keyboard"])
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in raw:
        return _reply(raw)
    if raw.get("remove_keyboard"):
        return Markup("remove")
    return Markup("force", {"force_reply": True} | raw) if raw.get("force_reply") else Markup()


def _rows(raw: object, what: str) -> list[list[Any]]:
    if not isinstance(raw, list):
        raise bad_request(f'field "{what}" of the ReplyMarkup must be an Array')
    if not all(isinstance(row, list) for row in raw):
        raise bad_request(f'field "{what}" must be an Array of Arrays')
    rows = [row for row in raw if row]
    if sum(map(len, rows)) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _inline(raw: object) -> Markup:
    rows = [[_inline_button(button) for button in row] for row in _rows(raw, "inline_keyboard")]
    return Markup("inline", {"inline_keyboard": rows} if rows else None)


def _inline_button(button: object) -> Wire:
    if not isinstance(button, dict):
        raise _no_button("InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _no_button('Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("url"):
        if not _URL.fullmatch(button["url"]):
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: wrong HTTP URL")
    elif button.get("callback_data"):
        if len(str(button["callback_data"]).encode()) > _DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif not any(name in button for name in _ACTIONS):
        raise _no_button("Text buttons are unallowed in the inline keyboard")
    return {name: value for name, value in button.items() if value is not None}


def _no_button(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _reply(raw: Wire) -> Markup:
    rows = [[_reply_button(button) for button in row] for row in _rows(raw["keyboard"], "keyboard")]
    return Markup("reply", raw | {"keyboard": rows}) if rows else Markup()


def _reply_button(button: object) -> Wire:
    wire = {"text": button} if isinstance(button, str) else button
    if not isinstance(wire, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not isinstance(wire.get("text"), str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if not wire["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    return wire
