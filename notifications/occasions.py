"""Letters of occasions – an evening, a week's end –, each told of once, or never when its time is over (NTF-7)."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from core.storage.gateways import keyvalue, outbox
from core.storage.gateways.outbox import NewLetter
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear
from notifications.acquaintance import known_since


class Occasion(Protocol):
    """Something of a school that comes at an instant; `key` is what it is remembered by once it is told of."""

    @property
    def year(self) -> SchoolYear:
        """The school, with its calendar."""
        ...

    @property
    def at(self) -> datetime:
        """When it comes."""
        ...

    @property
    def key(self) -> str:
        """What it is remembered by."""
        ...


Kind = TypeVar("Kind", bound=Occasion)


async def tell_of(
    works: Works,
    come: Callable[[Work], Awaitable[Sequence[Kind]]],
    letters: Callable[[Work, Kind], Awaitable[list[NewLetter]]],
) -> int:
    """Write the letters of occasions that have come and that nobody was told of; gives how many letters are new."""
    async with works.reading() as work:
        occasions = await _untold(work, await come(work))
        written = [letter for occasion in occasions for letter in await letters(work, occasion)]
    if not occasions:
        return 0
    async with works.changing() as work:
        for occasion in occasions:
            await work.run(keyvalue.put, occasion.key, {"at": work.now.isoformat()}, work.now)
        known = await work.run(outbox.known_keys, [letter.key for letter in written])
        return await work.run(outbox.write, [letter for letter in written if letter.key not in known])


async def _untold(work: Work, found: Sequence[Kind]) -> list[Kind]:
    done = await work.run(keyvalue.some, [each.key for each in found]) if found else {}
    return [each for each in found if each.key not in done and await _is_known(work, each)]


async def _is_known(work: Work, occasion: Occasion) -> bool:
    since = await known_since(work, occasion.year.school.id)
    return since is not None and since <= occasion.at
