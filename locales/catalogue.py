"""Reads a language's Fluent files from the package into one bundle."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import CurrentEnvironment, Pattern, ResolverEnvironment
from fluent.runtime.types import FluentType
from fluent.syntax.ast import Junk, Message, Resource, Term

log = logging.getLogger(__name__)


class Bundle(FluentBundle):
    """All texts of a language; what is put in is taken as it is, and plural forms are remembered."""

    def __init__(self, language: str) -> None:
        super().__init__([language], use_isolating=False)
        self._plural_form = lru_cache(maxsize=1024)(self._plural_form)

    def fill(self, pattern: Pattern, values: Mapping[str, str | FluentType]) -> tuple[str, list[Exception]]:
        """The pattern's words with the values put in, and what went wrong.

        `format_pattern` would turn each number into fluent's own kind first, and lose ours.
        """
        errors: list[Exception] = []
        current = CurrentEnvironment(args=dict(values))
        try:
            return str(pattern(ResolverEnvironment(context=self, current=current, errors=errors))), errors
        except ValueError as error:
            return "", [*errors, error]


def sources(language: str) -> dict[str, str]:
    """File name -> text of every .ftl file of a language, in order of their names; empty for an unknown language."""
    folder = files("locales") / language
    if not folder.is_dir():
        return {}
    found = {entry.name: entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".ftl")}
    return dict(sorted(found.items()))


def bundle(language: str) -> Bundle:
    """All texts of a language in one bundle.

    A broken or repeated text never stops the process: it is logged, and asking for it tells that it is missing.
    """
    made = Bundle(language)
    seen: set[str] = set()
    for name, text in sources(language).items():
        resource = _parsed(text)
        _report(f"{language}/{name}", resource, seen)
        made.add_resource(resource)
    return made


@cache
def _parsed(text: str) -> Resource:
    # Nearly all of the time that a bundle takes; what was parsed is only read afterwards, by however many bundles.
    return FluentResource(text)


def _report(place: str, resource: Resource, seen: set[str]) -> None:
    for entry in resource.body:
        if isinstance(entry, Junk):
            log.error("locales/%s: a text cannot be read: %s", place, (entry.content or "").strip()[:80])
        elif isinstance(entry, Message | Term):
            key = ("-" if isinstance(entry, Term) else "") + entry.id.name
            if key in seen:
                log.error("locales/%s: %s is there twice, the first one is taken", place, key)
            seen.add(key)
