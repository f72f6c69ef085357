"""The words of a dictated text: names, values, punctuation, as far as they can be told apart without the grammar."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from core.model.attendance import LATE_MINUTES_LIMIT, Presence
from core.model.mark import MarkValue
from core.rules.names import name_key
from core.rules.roster import Roster

Value = MarkValue | Presence

# A run of digits, a word (with inner hyphens) and the dot after it, or any other sign; each alternative is linear.
_SIGNS = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*\.?|\n|[^\w\s]|_")
_INVISIBLE = ("Cc", "Cf", "Mn", "Me", "Cs", "Co", "Cn")
# "Ал." is the beginning of a name, "Орлов." the end of a sentence.
_LONGEST_SHORT = 3


class Kind(StrEnum):
    """What a word is for the grammar."""

    NAME = "name"
    VALUE = "value"
    MINUTES = "minutes"
    COLON = "colon"
    DASH = "dash"
    COMMA = "comma"
    BREAK = "break"
    OTHER = "other"


_PUNCTUATION = {
    ":": Kind.COLON,
    "-": Kind.DASH,
    "‐": Kind.DASH,
    "–": Kind.DASH,
    "—": Kind.DASH,
    "=": Kind.DASH,
    ",": Kind.COMMA,
    ";": Kind.BREAK,
    "\n": Kind.BREAK,
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the text, its key for comparison, and for a value what it means.

    `short` is a name's beginning: an initial, or a few letters with a dot.
    """

    kind: Kind
    text: str
    start: int
    end: int
    key: str = ""
    short: bool = False
    value: Value | None = None
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What people write for marks and absences, and short forms of given names."""

    values: Mapping[str, Value]
    conjunctions: frozenset[str]
    negations: frozenset[str]
    minutes: frozenset[str]
    short_forms: Mapping[str, Sequence[str]]


@cache
def vocabulary() -> Vocabulary:
    """Give the vocabulary of `dictation.toml`, read once."""
    table = tomllib.loads(files("core.rules").joinpath("dictation.toml").read_text("utf-8"))
    marks = {word: MarkValue(mark) for mark, words in table["marks"].items() for word in words}
    presences = {word: Presence(presence) for presence, words in table["presence"].items() for word in words}
    small = {name: frozenset(words) for name, words in table["small"].items()}
    return Vocabulary(
        MappingProxyType({**marks, **presences}),
        small["and"],
        small["not"],
        small["minutes"],
        MappingProxyType(table["short_forms"]),
    )


def plain(text: str) -> str:
    """Give the text without invisible signs and accents, in composed letters; lines stay lines."""
    composed = unicodedata.normalize("NFKC", text.replace("\r", "\n"))
    return "".join(sign for sign in composed if sign == "\n" or unicodedata.category(sign) not in _INVISIBLE)


def words_of(text: str, roster: Roster) -> list[Word]:
    """Give the words of a plain text with their kinds."""
    return list(_Reader(text, roster, vocabulary()).words())


class _Reader:
    """Goes through the signs once, looking one sign ahead and one word back."""

    def __init__(self, text: str, roster: Roster, known: Vocabulary) -> None:
        self._signs = [(found.group(), found.start(), found.end()) for found in _SIGNS.finditer(text)]
        keys = {sign: name_key(sign) if sign[0].isalpha() else sign for sign in {each[0] for each in self._signs}}
        self._keys = [keys[sign] for sign, _, _ in self._signs]
        self._roster = roster
        self._known = known
        self._at = 0
        self._last: Word | None = None
        self._family = ""

    def words(self) -> Iterator[Word]:
        while self._at < len(self._signs):
            word = self._next()
            self._last = word
            if word.kind is not Kind.NAME:
                self._family = ""
            elif not word.short:
                self._family = word.key
            yield word

    def _next(self) -> Word:
        sign, key = self._signs[self._at][0], self._keys[self._at]
        if (joined := self._joined()) is not None:
            return joined
        if sign.isdecimal():
            return self._number(sign)
        if sign in _PUNCTUATION:
            return self._word(_PUNCTUATION[sign])
        if not sign[0].isalpha():
            # A full stop ends what was said of a student; "4/3" are two marks.
            return self._word(Kind.COMMA if sign in "./" else Kind.OTHER)
        return self._letters(sign, key)

    def _joined(self) -> Word | None:
        """Values of several signs: "н/а", "не зачтено"."""
        keys = self._keys[self._at : self._at + 3]
        if len(keys) == 3 and keys[1] == "/":
            return self._value("".join(keys), 3)
        if len(keys) > 1 and keys[0] in self._known.negations:
            return self._value(keys[0] + keys[1], 2)
        return None

    def _value(self, key: str, signs: int) -> Word | None:
        value = self._known.values.get(key)
        return None if value is None else self._word(Kind.VALUE, signs, value=value)

    def _number(self, sign: str) -> Word:
        late = self._last is not None and self._last.value is Presence.LATE
        named = self._key_at(self._at + 1) in self._known.minutes
        attached = self._last is not None and self._last.end == self._signs[self._at][1]
        if late and len(sign) < 3 and int(sign) <= LATE_MINUTES_LIMIT and (named or attached or int(sign) > 5):
            return self._word(Kind.MINUTES, 2 if named else 1, minutes=int(sign))
        return self._value(sign, 1) or self._word(Kind.OTHER)

    def _letters(self, sign: str, key: str) -> Word:
        value = self._known.values.get(key)
        if value is not None:
            kind = self._kind_of_value(sign, key)
            return self._word(kind, value=value if kind is Kind.VALUE else None)
        if key in self._known.conjunctions and sign.islower() and not sign.endswith("."):
            return self._word(Kind.COMMA)
        return self._word(Kind.NAME)

    def _kind_of_value(self, sign: str, key: str) -> Kind:
        """Tell a value from a name that is written alike, and from an initial, as far as that is certain."""
        initial = len(key) == 1 and sign.endswith(".")
        after_initial = self._last is not None and self._last.kind is Kind.NAME and self._last.short
        if initial and (after_initial or not self._family):
            return Kind.NAME
        if not self._family:
            return Kind.NAME if self._roster.knows(key) else Kind.VALUE
        if len(key) > 1 or not self._roster.has_initial(self._family, key):
            return Kind.VALUE
        return Kind.NAME if initial else self._kind_of_letter(sign)

    def _kind_of_letter(self, sign: str) -> Kind:
        """There is an Ivanov with this initial: "Иванов Н" is absent, "Иванов Н 5" is he, "иванов н 5" is unclear."""
        if not self._value_at(self._at + 1):
            return Kind.VALUE
        return Kind.NAME if sign.isupper() else Kind.OTHER

    def _value_at(self, at: int) -> bool:
        return self._key_at(at) in self._known.values

    def _key_at(self, at: int) -> str:
        return self._keys[at] if at < len(self._keys) else ""

    def _word(self, kind: Kind, signs: int = 1, *, value: Value | None = None, minutes: int = 0) -> Word:
        taken = self._signs[self._at : self._at + signs]
        key = self._keys[self._at]
        self._at += signs
        text = taken[0][0] if signs == 1 else " ".join(sign for sign, _, _ in taken)
        short = len(key) == 1 or (text.endswith(".") and len(key) <= _LONGEST_SHORT)
        return Word(kind, text, taken[0][1], taken[-1][2], key, short, value, minutes)
