"""One turn of a conversation: somebody pressed or typed, we act and answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from bot.outlet import Outlet
from bot.services import Services
from core.model.access import Actor
from core.model.homework import FileKind
from core.storage.gateways import keyvalue
from core.storage.work import UseCase, Work
from locales import Translator

C = TypeVar("C")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Form:
    """What we asked somebody to type, with the ids it is about."""

    name: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class TypedFile:
    """A photo, document or voice message as it came: Telegram's id, name, size in bytes."""

    kind: FileKind
    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Typed:
    """A message as it was typed: text or caption, the file that came with it, the message it replies to (0: none)."""

    text: str
    file: TypedFile | None = None
    message_id: int = 0
    reply_to: int = 0


@dataclass(slots=True)
class Turn:
    """The conversation's side of one update. Handlers read and change by use cases, and give back a screen."""

    services: Services
    outlet: Outlet
    telegram: int
    update_id: int
    sent_at: datetime
    hint: str = "ru"
    actor: Actor | None = None
    changed: bool = False
    _reader: Actor | None = None

    @property
    def tr(self) -> Translator:
        """The words of the language this account chose; before it is known, of the one its Telegram speaks."""
        known = self.actor is not None and self.actor.account is not None
        language = self.actor.language if known and self.actor else self.hint
        return self.services.translators[language]

    @property
    def now(self) -> datetime:
        """The present instant, UTC."""
        return self.services.works.clock.now()

    async def read(self, usecase: UseCase[C, R], command: C) -> R:
        """Run a use case that only reads and waits for nothing but storage. Raises what the use case raises.

        Who asks is looked up once a turn, and again after a change.
        """
        return await self.services.works.read(usecase, command, self.telegram, self._reader, self._read_by)

    async def change(self, usecase: UseCase[C, R], command: C) -> R:
        """Run a use case that writes and waits for nothing but storage.

        Its effect and this update's «done» are committed together (NTF-0).
        Raises what the use case raises, AlreadyDone when this update was handled before.
        """
        works = self.services.works
        result = await works.change(usecase, command, self.telegram, self._unmarked(), self.sent_at, self._changed_by)
        self.changed = True
        return result

    async def read_at_length(self, usecase: UseCase[C, R], command: C) -> R:
        """Run a use case that reads, and waits for more than storage: others take their turns meanwhile."""
        async with self.services.works.reading(self.telegram, self._reader) as work:
            self._read_by(work.actor)
            return await usecase(work, command)

    async def change_at_length(self, usecase: UseCase[C, R], command: C) -> R:
        """Run a use case that writes, and waits for more than storage; otherwise as `change`."""
        async with self.services.works.changing(self.telegram, self._unmarked(), self.sent_at) as work:
            self._changed_by(work.actor)
            result = await usecase(work, command)
        self.changed = True
        return result

    def _unmarked(self) -> int | None:
        # A second change of the same turn has nothing to mark: the first one marked the update.
        self._reader = None
        return None if self.changed else self.update_id

    def _read_by(self, actor: Actor) -> None:
        self.actor = self._reader = actor

    def _changed_by(self, actor: Actor) -> None:
        self.actor = actor

    async def expect(self, form: str, **data: Any) -> None:
        """Take the next typed message of this chat for the form; survives a restart."""
        await self.services.works.change(_keep_form, (_form_key(self.telegram), {"form": form, "data": data}))

    async def expected(self) -> Form | None:
        """Give the form that waits for typed input, if one does."""
        draft = await self.services.works.read(_kept_form, _form_key(self.telegram))
        return Form(draft["form"], draft["data"]) if draft else None

    async def forget(self) -> None:
        """Stop waiting for typed input."""
        await self.services.works.change(_drop_form, _form_key(self.telegram))


def _form_key(telegram: int) -> str:
    return f"form:{telegram}"


async def _keep_form(work: Work, kept: tuple[str, dict[str, Any]]) -> None:
    await work.run(keyvalue.put, *kept, work.now)


async def _kept_form(work: Work, key: str) -> dict[str, Any] | None:
    return await work.run(keyvalue.get, key)


async def _drop_form(work: Work, key: str) -> None:
    await work.run(keyvalue.drop, key)
