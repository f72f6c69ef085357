"""What every turn may use; put together by `bot.app`."""

from dataclasses import dataclass

from core.storage.work import Works
from locales import Translators


@dataclass(frozen=True, slots=True)
class Services:
    """The storage, the words, and the secret that invitations are hashed with."""

    works: Works
    translators: Translators
    pepper: bytes
    bot_name: str = ""
