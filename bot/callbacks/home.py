"""Buttons of the home screens and of the settings."""

from typing import Literal

from bot.callbacks import Id, Press
from core.model.people import Role


class HomePress(Press, prefix="h"):
    """To the menu: of the role and person named, else of those looked at last."""

    role: Role | None = None
    person: Id | None = None


class SettingsPress(Press, prefix="hs"):
    """To the settings."""


class LanguagePress(Press, prefix="hl"):
    """Choose a language."""

    language: Literal["ru", "en"]


class HelpPress(Press, prefix="hh"):
    """What the bot can do."""
