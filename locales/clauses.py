"""Clauses of the regulation in words: `003 §4.5, Д-6; 000 §8` is how the rows cite them, nobody talks like that."""

from __future__ import annotations

import re
from collections.abc import Iterable

from locales.translator import Markup, Translator

_ANNEX = re.compile(r"(?P<annex>[^\W_](?:\.\d+)?)-(?P<row>\d+)")
_CHAPTER = re.compile(r"[IVXLC]+")

Place = tuple[str, str, str]
"""What kind of place it is, in which annex, its number."""


def cited(tr: Translator, clauses: Iterable[str]) -> Markup:
    """«Порядок использования, п. 4.5, прил. Д п. 6; Порядок ведения, п. 8»: each text and each place in it once.

    Clauses come as rows of the presets have them; where there is none, it is a rule of the school's own (BEY-1).
    """
    texts: dict[str, dict[Place, None]] = {}
    for part in (part for clause in clauses for part in clause.split("; ") if part):
        text, _, places = part.partition(" ")
        texts.setdefault(text, {}).update((_place(each), None) for each in places.split(", "))
    if not texts:
        return tr("clause-none")
    return Markup("; ".join(_of_text(tr, text, places) for text, places in texts.items()))


def _place(written: str) -> Place:
    annex = _ANNEX.fullmatch(written)
    if annex is not None:
        return "annex", annex["annex"], annex["row"]
    if written.startswith("("):
        return "named", "", written.strip("()")
    kind = "chapter" if _CHAPTER.fullmatch(written) else "paragraph"
    return kind, "", written.removeprefix("§")


def _of_text(tr: Translator, text: str, places: Iterable[Place]) -> Markup:
    groups: dict[tuple[str, str], list[str]] = {}
    for kind, annex, number in places:
        groups.setdefault((kind, annex), []).append(number)
    shown = (tr(f"clause-{kind}", annex=annex, numbers=", ".join(numbers)) for (kind, annex), numbers in groups.items())
    return Markup(", ".join((tr(f"clause-text-{text}"), *shown)))
