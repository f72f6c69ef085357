"""What the command line says, in the operator's language."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TextIO

from bot.settings import preferred_language
from locales import Translator, Translators
from locales.translator import Value


@cache
def _translators() -> Translators:
    return Translators.load()


def words() -> Translator:
    """The translator of the command line: DIARY_LANGUAGE, else Russian."""
    return _translators()[preferred_language(os.environ)]


def say(text_id: str, *, to: TextIO | None = None, **values: Value) -> None:
    """Print a text, to the standard output unless told otherwise."""
    print(words().plain(text_id, **values), file=to or sys.stdout)
