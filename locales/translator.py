"""From a text's id and its arguments to the words on the screen.

`fluent.runtime` swallows a missing text or argument, breaks texts off at 2,500 characters and writes the year as
«2 026»; the translator here does none of that: strict in tests, loud in the log otherwise.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import Final

from fluent.runtime.types import FluentType

from locales.catalogue import Bundle, bundle
from locales.numbers import Whole, exact

log = logging.getLogger(__name__)

LANGUAGES: Final = ("ru", "en")
"""Languages with a folder of their own; the first one is complete by rule, the others fall back to it."""

# fluent.runtime refuses values longer than 2,500 characters: longer ones are put in after formatting.
_LONG: Final = 2000
_BRIEF: Final = 80
_KEPT: Final = 8192
_MARK: Final = "\ue000{}\ue001"
_MARKED: Final = re.compile("\ue000(\\d+)\ue001")
_TAG: Final = re.compile(r"<[^<>]*>")
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ue000": "", "\ue001": ""})

Value = str | int | Decimal
"""What a text takes: words, whole numbers, exact decimals (shown with the digits they carry), flags («yes», «no»)."""


class MissingText(LookupError):
    """A text is missing in a language, or an argument that the text asks for was not given."""


class _FaultyText(Exception):
    """What a text came to although something was wrong with it; raised, so that it is not remembered."""

    def __init__(self, text: str, errors: list[Exception]) -> None:
        super().__init__(text)
        self.text = text
        self.errors = errors


class Markup(str):
    """A string that is Telegram HTML already: the translator puts it in as it is."""

    __slots__ = ()

    @property
    def plain(self) -> str:
        """The same without tags and entities, as a button or an alert shows it."""
        return unescape(_TAG.sub("", self))

    def __repr__(self) -> str:
        return f"Markup({str(self)!r})"


class Translator:
    """The texts of one language. `tr(id, **arguments)` for messages, `tr.plain(…)` for buttons, alerts and papers."""

    __slots__ = ("_bundle", "_fallback", "_remembered", "_strict", "language")

    def __init__(self, language: str, source: Bundle, fallback: Translator | None, *, strict: bool) -> None:
        self.language = language
        self._bundle = source
        self._fallback = fallback
        self._strict = strict
        # A screen has some hundred texts, most of them the same ones; 1 and yes are told apart, decimals never kept.
        self._remembered = lru_cache(maxsize=_KEPT, typed=True)(self._repeated)

    def __contains__(self, text_id: object) -> bool:
        return isinstance(text_id, str) and self._bundle.has_message(text_id)

    def __call__(self, text_id: str, /, **values: Value) -> Markup:
        """The text as Telegram HTML. Strings among the arguments are escaped unless they are `Markup`.

        Raises MissingText in strict mode; otherwise logs, and falls back to Russian, at last to the id itself.
        """
        safe = {
            name: value.translate(_ESCAPES) if isinstance(value, str) and not isinstance(value, Markup) else value
            for name, value in values.items()
        }
        return Markup(self.rendered(text_id, safe))

    def plain(self, text_id: str, /, **values: Value) -> str:
        """The text without tags and entities, for what is not HTML. Raises as `__call__` does."""
        return self(text_id, **values).plain

    def rendered(self, text_id: str, values: Mapping[str, Value]) -> str:
        """The text with its arguments put in as they are: what `__call__` does after escaping. Raises as it does."""
        if not self._bundle.has_message(text_id):
            return self._missing(text_id, values)
        try:
            if all(
                isinstance(value, int) or (isinstance(value, str) and len(value) <= _BRIEF) for value in values.values()
            ):
                return self._remembered(text_id, *chain.from_iterable(values.items()))
            return self._filled(text_id, values)
        except _FaultyText as fault:
            self._report(f"{self.language}: {text_id}: {'; '.join(map(str, fault.errors))}")
            return fault.text

    def _repeated(self, text_id: str, *named: Value) -> str:
        return self._filled(text_id, dict(zip(named[::2], named[1::2], strict=True)))  # type: ignore[arg-type]

    def _filled(self, text_id: str, values: Mapping[str, Value]) -> str:
        pattern = self._bundle.get_message(text_id).value
        if pattern is None:
            return self._missing(text_id, values)
        long: list[str] = []
        text, errors = self._bundle.fill(pattern, {name: _argument(value, long) for name, value in values.items()})
        text = _MARKED.sub(lambda found: long[int(found[1])], text) if long else text
        if errors:
            raise _FaultyText(text, errors)
        return text

    def _missing(self, text_id: str, values: Mapping[str, Value]) -> str:
        self._report(f"{self.language}: no text {text_id}")
        return text_id if self._fallback is None else self._fallback.rendered(text_id, values)

    def _report(self, fault: str) -> None:
        if self._strict:
            raise MissingText(fault)
        log.error("locales: %s", fault)


class Translators:
    """A translator per language, each read from its files when it is first asked for."""

    __slots__ = ("_made", "_strict")

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._made: dict[str, Translator] = {}

    @classmethod
    def load(cls, strict: bool = False) -> Translators:
        """`strict` makes a missing text or argument an exception: for tests; people get the best there is."""
        return cls(strict=strict)

    def __getitem__(self, language: str) -> Translator:
        """The translator of a language; Russian for one that has no texts."""
        known = language if language in LANGUAGES else LANGUAGES[0]
        if known not in self._made:
            fallback = None if known == LANGUAGES[0] else self[LANGUAGES[0]]
            self._made[known] = Translator(known, bundle(known), fallback, strict=self._strict)
        return self._made[known]


def _argument(value: Value, long: list[str]) -> str | FluentType:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return Whole(value)
    if isinstance(value, Decimal):
        return exact(value)
    if not isinstance(value, str):
        raise TypeError(f"a text takes words, whole numbers and decimals, not {type(value).__name__}")
    if len(value) <= _LONG:
        return value
    long.append(value)
    return _MARK.format(len(long) - 1)
