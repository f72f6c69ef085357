"""The composition root: settings in, everything that acts out. Knows no aiogram: the command line stays quick."""

from dataclasses import dataclass

from bot.following import PAUSES, Following
from bot.services import Services
from bot.settings import Settings, pepper
from core.model.clock import Clock, SystemClock
from core.storage.engine import Engines, open_engines
from core.storage.schema import migrate_url
from core.storage.work import Works
from locales import Translators


@dataclass(frozen=True, slots=True)
class App:
    """What all entrances share: the chat, the command line, the sandbox and the tests."""

    settings: Settings
    engines: Engines
    works: Works
    translators: Translators
    services: Services

    async def close(self) -> None:
        """End the process that draws, if there is one, and close the database: without that ours never ends."""
        await self.services.studio.close()
        await self.engines.dispose()


async def open_app(settings: Settings, clock: Clock | None = None, translators: Translators | None = None) -> App:
    """Bring the database to the present schema and put the program together; tests and the sandbox pass their clock."""
    file = settings.database_file
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
    await migrate_url(settings.database)
    engines = open_engines(settings.database)
    works = Works(engines, clock or SystemClock())
    words = translators or Translators.load()
    return App(settings, engines, works, words, Services(works, words, pepper(settings), following=Following(PAUSES)))
