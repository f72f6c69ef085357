"""Names as they are kept, and as they are compared."""

import unicodedata

from core.rules.letters import cyrillic_look, without_yo

_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")


def clean_name(text: str) -> str:
    """Give a name on one line, NFC, without invisible signs, with single spaces and plain hyphens.

    Overrides of direction and zero-width signs in a name would let it show as another one.
    """
    visible = "".join(
        " " if sign.isspace() else sign
        for sign in unicodedata.normalize("NFC", text)
        if sign.isspace() or unicodedata.category(sign) not in _INVISIBLE
    )
    words = " ".join(visible.translate(_HYPHENS).split())
    return words.replace(" - ", "-").replace("- ", "-").replace(" -", "-")


def name_key(text: str) -> str:
    """Give the form in which names are compared: small letters, е for ё, Latin look-alikes read as Cyrillic, letters
    and hyphens only. Two people of one key are still two people.
    """
    plain = unicodedata.normalize("NFKC", clean_name(text))
    letters = without_yo(cyrillic_look(plain).casefold())
    return "".join(sign for sign in letters if sign.isalpha() or sign == "-").strip("-")
