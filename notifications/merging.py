"""Into which letter goes what happened: merged per account, child and kind while they wait, or in the evening's digest
(NTF-1, NTF-2, NTF-3).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from core.model.events import Event, EventKind
from core.model.ids import AccountId, EventId, LetterId, PersonId
from core.model.preferences import Preferences, Telling
from core.rules.calendar import local_day
from core.rules.reach import MUST_BE_READ
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import audience
from core.usecases.duties import SchoolYear
from notifications.addressing import Addressed
from notifications.letter import LetterKind
from notifications.policy import FAMILY_KINDS, MANNERS, NO_ALARM, TOPICS, Manner, Terms, manner_of, ready_at, takes_more
from notifications.timing import due_for, how_for

Item = tuple[str, int]
_Place = tuple[AccountId, PersonId | None, str]
_Holder = tuple[AccountId, PersonId | None, Item]


@dataclass(slots=True, eq=False)
class _Letter:
    """A letter that waits, or is about to: `id` is None for one that is being written now, begun by `first`."""

    id: LetterId | None
    kind: LetterKind
    terms: Terms
    first: Addressed | None = None
    items: dict[Item, None] = field(default_factory=dict)
    fresh: list[Item] = field(default_factory=list)
    dropped: list[Item] = field(default_factory=list)
    students: dict[int, None] = field(default_factory=dict)
    moved: bool = False

    @property
    def manner(self) -> Manner:
        return manner_of(self.kind)

    def put(self, item: Item, due: datetime) -> None:
        """Take an item. A correction within the grace time may be a slip too, and gets a grace time of its own."""
        if due > self.terms.due:
            self.terms, self.moved = replace(self.terms, due=due), True
        if item not in self.items:
            self.items[item] = None
            self.fresh.append(item)

    def drop(self, item: Item) -> None:
        """Leave an item to a later letter."""
        if item in self.items:
            del self.items[item]
            if item in self.fresh:
                self.fresh.remove(item)
            else:
                self.dropped.append(item)


class Merging:
    """Puts items into letters that wait, or begins new ones."""

    def __init__(
        self,
        year: SchoolYear,
        preferences: Preferences,
        waiting: Iterable[audience.Waiting],
        waking: Collection[EventId | None],
        lost: Collection[PersonId] = (),
    ) -> None:
        """`waiting` are the letters of these readers in the order of their age; `waking` the events that are told in
        quiet hours too; `lost` the students one of whose guardians gets no letters, or reads none (NTF-9).
        """
        self._year, self._preferences, self._waking, self._lost = year, preferences, waking, lost
        self._letters: list[_Letter] = []
        self._open: dict[_Place, _Letter] = {}
        self._holders: dict[_Holder, list[_Letter]] = defaultdict(list)
        for each in waiting:
            terms = Terms(each.created_at, each.due_at)
            letter = _Letter(each.id, LetterKind(each.kind), terms, items=dict.fromkeys(each.items))
            # The newest of a place wins: they come in order.
            self._keep(letter, (each.account, each.student))
            for item in letter.items:
                self._holders[(each.account, each.student, item)].append(letter)

    def add(self, addressed: Addressed) -> None:
        """Put what happened where it belongs; nowhere, where the reader wants none of it."""
        planned = self._planned(addressed)
        if planned is None:
            return
        kind, own = planned
        reader = (addressed.account, addressed.student)
        item = (addressed.event.kind.value, addressed.event.subject)
        letter = self._open.get(self._place(reader, kind, own.due))
        if letter is None or not self._fits(letter, item, own):
            letter = _Letter(None, kind, own, addressed)
            self._keep(letter, reader)
        letter.put(item, own.due)
        if addressed.event.student and not addressed.student:
            letter.students[addressed.event.student] = None
        self._leave_to(letter, (*reader, item))

    def _planned(self, addressed: Addressed) -> tuple[LetterKind, Terms] | None:
        event, student = addressed.event, addressed.student
        kind = LetterKind(event.kind)
        ready = ready_at(MANNERS[kind], event.at, self._year.school)
        about = (TOPICS.get(kind), self._year, self._preferences, student)
        how = how_for(addressed, *about)
        if how is Telling.DIGEST and self._stands_in(addressed):
            how, about = Telling.NOW, (None, *about[1:])
        if how is Telling.NOW and (MANNERS[kind].wakes or event.id in self._waking):
            return kind, Terms(event.at, ready)
        due = due_for(addressed, about[0], ready, *about[1:])
        if due is None:
            return None
        digested = how is Telling.DIGEST and kind in FAMILY_KINDS
        return LetterKind.DIGEST if digested else kind, Terms(event.at, due)

    def _stands_in(self, addressed: Addressed) -> bool:
        """What must be read reaches a guardian at once, whatever they chose, where another gets or reads none."""
        is_guardian = addressed.student is not None and addressed.person != addressed.student
        return is_guardian and addressed.student in self._lost and addressed.event.kind.value in MUST_BE_READ

    def _place(self, reader: tuple[AccountId, PersonId | None], kind: LetterKind, due: datetime) -> _Place:
        if kind is LetterKind.DIGEST:
            return *reader, f"{kind.value} {local_day(due, self._year.school.zone)}"
        return *reader, kind.value

    def _keep(self, letter: _Letter, reader: tuple[AccountId, PersonId | None]) -> None:
        self._letters.append(letter)
        self._open[self._place(reader, letter.kind, letter.terms.due)] = letter

    def _fits(self, letter: _Letter, item: Item, own: Terms) -> bool:
        if letter.kind is LetterKind.DIGEST:
            return True
        if not letter.manner.merged:
            return item in letter.items
        if letter.manner.urgent and own.since - letter.terms.due > NO_ALARM:
            return False
        return takes_more(letter.terms, own, max(self._year.school.grace, letter.manner.gather))

    def _leave_to(self, letter: _Letter, holder: _Holder) -> None:
        """What was corrected within the grace time is told when the correction is ripe, not by a letter before."""
        holders = self._holders[holder]
        if MANNERS[LetterKind(holder[2][0])].grace:
            for other in holders:
                if other is not letter and other.terms.due < letter.terms.due:
                    other.drop(holder[2])
        if letter not in holders:
            holders.append(letter)

    def new(self) -> list[NewLetter]:
        """Give the letters to be written."""
        return [_new(letter, letter.first) for letter in self._letters if letter.first and letter.items]

    def added(self) -> list[tuple[int, str, int]]:
        """Give what letters that wait take: (letter, kind, subject)."""
        return [(letter.id, *item) for letter in self._letters if letter.id is not None for item in letter.fresh]

    def dropped(self) -> list[tuple[LetterId, str, int]]:
        """Give what letters that wait don't tell of any more: (letter, kind, subject)."""
        return [(letter.id, *item) for letter in self._letters if letter.id is not None for item in letter.dropped]

    def postponed(self) -> list[tuple[LetterId, datetime, datetime]]:
        """Give the letters that wait longer: (letter, due at, expires at)."""
        return [
            (letter.id, letter.terms.due, letter.terms.due + letter.manner.lifetime)
            for letter in self._letters
            if letter.id is not None and letter.moved
        ]


def _new(letter: _Letter, first: Addressed) -> NewLetter:
    return NewLetter(
        key=f"{letter.kind.value}:{first.account}:{first.student or 0}:{first.event.id}",
        kind=letter.kind.value,
        account=first.account,
        school=first.event.school,
        person=first.person,
        student=first.student,
        created_at=letter.terms.since,
        due_at=letter.terms.due,
        expires_at=letter.terms.due + letter.manner.lifetime,
        urgent=letter.manner.urgent,
        silent=letter.manner.silent,
        payload=_payload(first.event, letter.students),
        items=tuple(letter.fresh),
    )


def _payload(event: Event, students: Iterable[int]) -> dict[str, Any]:
    if event.kind is EventKind.ACCESS_CUT:
        return {"by_themselves": event.actor is not None and event.actor == event.person}
    named = list(students)
    return {"students": named} if named else {}
