"""Letters that look alike: Cyrillic typed for Latin and the other way round; ё and е."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _tables() -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    table = tomllib.loads(files("core.rules").joinpath("letters.toml").read_text("utf-8"))
    cyrillic, latin = table["cyrillic"], table["latin"]
    return str.maketrans(cyrillic, latin), str.maketrans(latin, cyrillic), str.maketrans(table["yo"], table["ye"])


def latin_look(text: str) -> str:
    """Read Cyrillic letters as the Latin letters they look like."""
    return text.translate(_tables()[0])


def cyrillic_look(text: str) -> str:
    """Read Latin letters as the Cyrillic letters they look like."""
    return text.translate(_tables()[1])


def without_yo(text: str) -> str:
    """Write е for every ё, small letters."""
    return text.translate(_tables()[2])
