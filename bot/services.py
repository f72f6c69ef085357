"""What every turn may use; put together by `bot.app`."""

from dataclasses import dataclass, field

from bot.following import Following
from core.documents.studio import Studio
from core.storage.work import Works
from locales import Translators


@dataclass(frozen=True, slots=True)
class Services:
    """The storage, the words, the secret of invitations, where charts are drawn, what redraws itself."""

    works: Works
    translators: Translators
    pepper: bytes
    bot_name: str = ""
    studio: Studio = field(default_factory=Studio)
    following: Following = field(default_factory=Following)
