"""One text about an absence, understood: «заболел, до пятницы не придёт» (DIA-10)."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from core.model.absence_note import AbsenceReason
from core.rules.absence_notes import friday_of
from core.rules.letters import without_yo

_WORD = re.compile(r"[^\W\d_]+")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text says of reason and days; None where it says nothing."""

    reason: AbsenceReason | None = None
    first: date | None = None
    last: date | None = None


def understand(text: str, today: date) -> Understood:
    """Give reason and days of a text: the first reason that is named, today or tomorrow, until a weekday.

    Nothing is guessed: what a text doesn't name is left to be chosen.
    """
    words = [without_yo(word) for word in _WORD.findall(text.casefold())]
    first, last = _first(words, today), _last(words, today)
    return Understood(_reason(words), first or (today if last else None), last or first)


def _reason(words: Sequence[str]) -> AbsenceReason | None:
    reasons = _known()["reasons"]
    named = (reason for word in words for reason, stems in reasons.items() if _begins(word, stems))
    found = next(named, None)
    return None if found is None else AbsenceReason(found)


def _first(words: Sequence[str], today: date) -> date | None:
    days = _known()["days"]
    for name, ahead in (("today", 0), ("after_tomorrow", 2), ("tomorrow", 1)):
        if any(word in days[name] for word in words):
            return today + ahead * _DAY
    return None


def _last(words: Sequence[str], today: date) -> date | None:
    return next(_ends(words, today), None)


def _ends(words: Sequence[str], today: date) -> Iterator[date]:
    days = _known()["days"]
    for at, word in enumerate(words):
        if word not in days["until"]:
            continue
        named = words[at + 1 : at + 3]
        for place, stems in enumerate(days["weekdays"]):
            if named and _begins(named[0], stems):
                yield today + ((place - today.weekday()) % 7) * _DAY
        if any(_begins(each, days["week"]) for each in named):
            yield friday_of(today)


def _begins(word: str, stems: Sequence[str]) -> bool:
    return any(word == stem or (len(stem) > 3 and word.startswith(stem)) for stem in stems)


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "absence_words.toml").read_text("utf-8"))
