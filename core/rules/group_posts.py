"""What may be said where strangers may read along: nothing that names a child."""

import re
from collections.abc import Iterable

from core.rules.letters import without_yo

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = 2
"""Russian names change their last letters: Орлов, Орлову; Вера, Вере."""
_SHORTEST = 3


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text seems to name one of these people, in any case; rather too often than once too little."""
    stems = {_stem(part) for name in names for part in _WORD.findall(name)}
    return any(_same(_plain(word), stem) for word in _WORD.findall(text) for stem in stems)


def _same(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) <= len(stem) + _ENDING + 2


def _stem(name: str) -> str:
    plain = _plain(name)
    return plain[: max(_SHORTEST, len(plain) - _ENDING)] if len(plain) > _SHORTEST else plain


def _plain(word: str) -> str:
    return without_yo(word.lower())
