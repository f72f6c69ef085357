"""Every word that a person reads: a strict translator over Fluent files, one folder per language.

>>> translators = Translators.load()
>>> tr = translators["ru"]
>>> tr("date-today")
Markup('сегодня')
"""

from locales.translator import LANGUAGES, Markup, MissingText, Translator, Translators

__all__ = ["LANGUAGES", "Markup", "MissingText", "Translator", "Translators"]
