"""Making careless writing comparable: spaces, invisible characters, Latin look-alikes, names of classes."""

import re
import unicodedata
from functools import lru_cache

from core.intake.shapes import load_shapes

_LETTERS = load_shapes().letters
_LOOK_ALIKES = str.maketrans(_LETTERS["look_latin"], _LETTERS["look_cyrillic"])
_SOUND_ALIKES = str.maketrans(_LETTERS["sound_latin"], _LETTERS["sound_cyrillic"])
_PARALLEL_LETTERS = _LETTERS["parallel"]
_KLASS = re.compile(rf"^(\d{{1,2}})[\W_]*([^\W\d_])?[\W_]*(?:{_LETTERS['klass_words']})?\W*$", re.IGNORECASE)
_YO = {0x451: 0x435}
_ORDINARY = re.compile(r"[\w .,;:!?()\[\]{}«»\"'№§–—/+\-*=%°…<>&@#$^~`|\\]*")
_LATIN = re.compile(r"[A-Za-z]")
_SMALL_IN_NAMES = frozenset(_LETTERS["small_in_names"].split("|"))
_NAME_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """Give one line in NFC: no control or invisible characters (direction overrides, zero widths), single spaces."""
    if _ORDINARY.fullmatch(text) and unicodedata.is_normalized("NFC", text):
        return " ".join(text.split())
    kept = (_visible(character) for character in unicodedata.normalize("NFC", text))
    return " ".join("".join(kept).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp", "Zs"}:
        return " "
    return "" if category in {"Cf", "Cs", "Co", "Cn"} else character


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Give what headings and words are compared by: no case, dots over e, spaces, punctuation or Latin look-alikes."""
    plain = unicodedata.normalize("NFKC", clean(text)).translate(_LOOK_ALIKES).casefold().translate(_YO)
    return _NOT_WORD.sub("", plain) or plain


@lru_cache(maxsize=8192)
def code_key(text: str) -> str:
    """Give what codes are compared by: no case, spaces or Latin look-alikes; punctuation counts."""
    return clean(text).translate(_LOOK_ALIKES).casefold().replace(" ", "")


def klass_name(text: str) -> str:
    """Give the name of a class the way it is shown: `7 "б"`, `7-Б` and `7б класс` are all 7Б; Latin letters stay."""
    plain = clean(text)
    match = _KLASS.match(plain)
    if match is None:
        return plain
    number, letter = match.groups()
    return f"{int(number)}{(letter or '').upper()}"


def person_name(text: str) -> str:
    """Give a part of a person's name as people write it, where it was typed all small or all in capitals.

    `иванова-ПЕТРОВА` was mixed on purpose and stays; `ИВАНОВА-ПЕТРОВА` and `иванова-петрова` become Иванова-Петрова.
    """
    plain = clean(text)
    if not (plain.islower() or plain.isupper()):
        return plain
    return _NAME_PART.sub(lambda found: _capitalised(found[0], first=found.start() == 0), plain)


def _capitalised(part: str, *, first: bool) -> str:
    small = part.lower()
    return small if small in _SMALL_IN_NAMES and not first else small.capitalize()


@lru_cache(maxsize=8192)
def klass_key(name: str) -> str:
    """Give what named classes (`10 физмат`) are compared by; plain ones are equal as they are."""
    return _NOT_WORD.sub("", name.casefold().translate(_YO))


def latin(text: str) -> bool:
    """Tell whether Latin letters are in it."""
    return _LATIN.search(text) is not None


def klass_readings(name: str) -> tuple[str, ...]:
    """Give every Cyrillic name that a class written with Latin letters may mean, by look first, then by sound.

    A Latin B looks like В and sounds like Б: which of the two is meant, only the list of classes can tell.
    """
    looks = name.translate(_LOOK_ALIKES)
    sounds = name.upper().translate(_SOUND_ALIKES).translate(_LOOK_ALIKES)
    return tuple(dict.fromkeys(reading for reading in (looks, sounds) if not latin(reading)))


def next_in_line(name: str, others: frozenset[str]) -> bool:
    """Tell whether a class named so would follow on one that is there: 7Б after 7А."""
    letter = name[-1:]
    at = _PARALLEL_LETTERS.find(letter) if letter else -1
    return at > 0 and name[:-1] + _PARALLEL_LETTERS[at - 1] in others
