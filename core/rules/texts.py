"""What people type, made fit to be kept: NFC, no invisible signs, no more than the column holds."""

import unicodedata

from core.model.errors import Refusal

# Directions and joiners turn a text into another one on the screen; line ends stay.
_KEPT_CONTROLS = "\n"


def clean_text(typed: str, limit: int, *, one_line: bool = False) -> str:
    """Give a typed text without invisible signs, trimmed; lines are joined with `one_line`.

    Raises Refusal "text-empty", or "text-long" with `limit` and `length` in characters.
    """
    visible = "".join(
        sign
        for sign in unicodedata.normalize("NFC", typed.replace("\r\n", "\n"))
        if sign in _KEPT_CONTROLS or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    lines = [" ".join(line.split()) for line in visible.split("\n")]
    text = " ".join(filter(None, lines)) if one_line else "\n".join(lines).strip("\n")
    if not text:
        raise Refusal("text-empty")
    if len(text) > limit:
        raise Refusal("text-long", limit=limit, length=len(text))
    return text
