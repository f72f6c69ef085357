"""From what happened to letters: once per event, merged per account, child and kind while they wait (NTF-1, NTF-2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from core.model.events import Event, EventKind
from core.model.ids import AccountId, LetterId, PersonId
from core.storage.gateways import events as gateway
from core.storage.gateways import outbox
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import audience
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from notifications.acquaintance import is_history, known_since
from notifications.addressing import Addressed, address
from notifications.letter import LetterKind
from notifications.policy import MANNERS, Manner, Terms, due_at, takes_more

BATCH = 50

_Place = tuple[AccountId, PersonId | None, str]


@dataclass(slots=True)
class _Waiting:
    """A letter that waits, or is about to: `id` is None for one that is being written now."""

    id: LetterId | None
    first: Addressed
    terms: Terms
    items: dict[tuple[str, int], None] = field(default_factory=dict)
    fresh: list[tuple[str, int]] = field(default_factory=list)
    students: dict[int, None] = field(default_factory=dict)
    moved: bool = False


async def publish(works: Works) -> int:
    """Write letters of everything that nobody was told of yet; gives how many events there were."""
    published = 0
    while await works.read(_is_there_any, 1):
        published += await works.change(_publish_batch, BATCH)
    return published


async def _is_there_any(work: Work, least: int) -> bool:
    return len(await work.run(audience.unpublished, least)) >= least


async def _publish_batch(work: Work, most: int) -> int:
    events = await work.run(audience.unpublished, most)
    if not events:
        return 0
    school = events[0].school
    year = (await school_years(work, [school]))[school]
    since = await known_since(work, school) or work.now
    told = [event for event in events if not is_history(event.at, since, work.now)]
    addressed = await address(work, told, school, year.today(work.now))
    if addressed:
        await _write(work, addressed, year)
    await work.run(gateway.publish, [event.id for event in events if event.id], work.now)
    return len(events)


async def _write(work: Work, addressed: list[Addressed], year: SchoolYear) -> None:
    waiting = await work.run(audience.waiting, {each.account for each in addressed}, work.now)
    merging = _Merging(year, waiting)
    for each in addressed:
        merging.add(each)
    await work.run(outbox.write, merging.new())
    await work.run(outbox.add_items, merging.added())
    await work.run(outbox.postpone, merging.postponed())


def _payload(letter: _Waiting) -> dict[str, Any]:
    event = letter.first.event
    if event.kind is EventKind.ACCESS_CUT:
        return {"by_themselves": event.actor is not None and event.actor == event.person}
    return {"students": list(letter.students)} if letter.students else {}


class _Merging:
    """Puts items into letters that wait, or begins new ones."""

    def __init__(self, year: SchoolYear, waiting: Iterable[audience.Waiting]) -> None:
        self._year = year
        self._open: dict[_Place, _Waiting] = {}
        self._letters: list[_Waiting] = []
        # The newest of a place wins: they come in order.
        self._known = {(each.account, each.student, each.kind): each for each in waiting}

    def add(self, addressed: Addressed) -> None:
        event = addressed.event
        manner = MANNERS[LetterKind(event.kind)]
        place = (addressed.account, addressed.student, event.kind.value)
        own = Terms(event.at, due_at(manner, event.at, self._year))
        letter = self._open.get(place) or self._known_at(place, addressed)
        if letter is None or not self._fits(letter, manner, event, own):
            letter = _Waiting(None, addressed, own)
            self._letters.append(letter)
        self._open[place] = letter
        self._put(letter, (event.kind.value, event.subject), own)
        if event.student and not addressed.student:
            letter.students[event.student] = None

    def _known_at(self, place: _Place, addressed: Addressed) -> _Waiting | None:
        known = self._known.get(place)
        if known is None:
            return None
        letter = _Waiting(known.id, addressed, Terms(known.created_at, known.due_at), dict.fromkeys(known.items))
        self._letters.append(letter)
        return letter

    def _fits(self, letter: _Waiting, manner: Manner, event: Event, own: Terms) -> bool:
        if not manner.merged:
            return (event.kind.value, event.subject) in letter.items
        return takes_more(letter.terms, own, max(self._year.school.grace, manner.gather))

    def _put(self, letter: _Waiting, item: tuple[str, int], own: Terms) -> None:
        # A correction within the grace time may be a slip too, and gets a grace time of its own.
        if own.due > letter.terms.due:
            letter.terms, letter.moved = replace(letter.terms, due=own.due), True
        if item not in letter.items:
            letter.items[item] = None
            letter.fresh.append(item)

    def new(self) -> list[NewLetter]:
        return [self._new(letter) for letter in self._letters if letter.id is None]

    def _new(self, letter: _Waiting) -> NewLetter:
        event, manner = letter.first.event, MANNERS[LetterKind(letter.first.event.kind)]
        return NewLetter(
            key=f"{event.kind.value}:{letter.first.account}:{letter.first.student or 0}:{event.id}",
            kind=event.kind.value,
            account=letter.first.account,
            school=event.school,
            person=letter.first.person,
            student=letter.first.student,
            created_at=letter.terms.since,
            due_at=letter.terms.due,
            expires_at=letter.terms.due + manner.lifetime,
            urgent=manner.urgent,
            silent=manner.silent,
            payload=_payload(letter),
            items=tuple(letter.fresh),
        )

    def added(self) -> list[tuple[int, str, int]]:
        return [(letter.id, *item) for letter in self._letters if letter.id is not None for item in letter.fresh]

    def postponed(self) -> list[tuple[LetterId, datetime, datetime]]:
        return [
            (letter.id, letter.terms.due, letter.terms.due + MANNERS[LetterKind(letter.first.event.kind)].lifetime)
            for letter in self._letters
            if letter.id is not None and letter.moved
        ]
