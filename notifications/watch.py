"""What goes by the clock and not by anybody's act: answers that are due, receipts and the seal of the day.

Appeals: a reminder on the last day, to the deputies when it is over (DIA-11). Receipts: in the evening everybody of the
staff reads what was written under their name since the last one; head and deputies get the chain's head (BEY-4).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from core.model.appeal import AppealCase, AppealState
from core.model.ids import PersonId, SchoolId
from core.model.people import Role
from core.model.scrutiny import Anchor
from core.rules.appeals import who_hears
from core.rules.calendar import at_local, day_end
from core.rules.duties import MORNING
from core.storage.gateways import anchors, outbox
from core.storage.gateways.outbox import NewLetter
from core.storage.queries import appeals, audience, trail
from core.storage.queries.audience import Reader
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from notifications.compose.appeals import LAST_DAY, OVERDUE
from notifications.letter import LetterKind

EVENING = time(19, 30)
_LIFETIME = timedelta(days=2)
_SEALED = (Role.HEAD, Role.DEPUTY)


@dataclass(frozen=True, slots=True)
class _Call:
    """A letter to be written to a person, from an instant on; `payload` is what composing asks for."""

    key: str
    kind: LetterKind
    person: PersonId
    at: datetime
    payload: Mapping[str, Any]
    items: tuple[tuple[str, int], ...] = ()
    silent: bool = False


async def watch(works: Works) -> int:
    """Write the letters whose time has come; gives how many are new."""
    async with works.reading() as work:
        years = await school_years(work)
        fresh = await _of_appeals(work, years)
        known = await work.run(outbox.known_keys, [letter.key for letter in fresh]) if fresh else frozenset()
        unsealed = await _unsealed(work, years.values())
    fresh = [letter for letter in fresh if letter.key not in known]
    if not fresh and not unsealed:
        return 0
    async with works.changing() as work:
        # Looked at again: another round may have sealed the day meanwhile.
        unsealed = await _unsealed(work, years.values())
        sealed = [letter for year, since in unsealed for letter in await _seal(work, year, since)]
        return await work.run(outbox.write, [*fresh, *sealed])


async def _of_appeals(work: Work, years: Mapping[SchoolId, SchoolYear]) -> list[NewLetter]:
    calls: dict[SchoolId, list[_Call]] = defaultdict(list)
    for case in await work.run(appeals.waiting):
        calls[case.appeal.school] += await _calls(work, years[case.appeal.school], case)
    return [letter for school, some in calls.items() for letter in await _letters(work, years[school], some)]


async def _calls(work: Work, year: SchoolYear, case: AppealCase) -> Iterable[_Call]:
    due, zone = case.appeal.due_at, year.school.zone
    if case.appeal.state is not AppealState.OPEN:
        return ()
    if work.now >= due:
        officials = await work.run(appeals.officials, year.school.id, year.today(work.now))
        people = who_hears(officials, case.facts.lesson.grade)
        return [_about(case, OVERDUE, person, due) for person in people]
    morning = at_local(case.due_on, MORNING, zone)
    return [_about(case, LAST_DAY, case.facts.lesson.keeper, morning)] if morning <= work.now else ()


def _about(case: AppealCase, stage: str, person: PersonId, at: datetime) -> _Call:
    key = case.appeal.id
    items = ((LetterKind.APPEAL.value, int(key)),)
    return _Call(f"appeal:{key}:{stage}:{person}", LetterKind.APPEAL, person, at, {"stage": stage}, items)


async def _letters(work: Work, year: SchoolYear, calls: Sequence[_Call]) -> list[NewLetter]:
    if not calls:
        return []
    readers = await work.run(audience.holders, {call.person for call in calls}, year.today(work.now))
    return [
        _letter(year, call, reader)
        for call in calls
        for reader in readers.get(call.person, ())
        if reader.since <= call.at
    ]


def _letter(year: SchoolYear, call: _Call, reader: Reader) -> NewLetter:
    return NewLetter(
        key=f"{call.key}:{reader.account}",
        kind=call.kind.value,
        account=reader.account,
        school=year.school.id,
        person=call.person,
        created_at=call.at,
        due_at=call.at,
        expires_at=call.at + _LIFETIME,
        silent=call.silent,
        payload=dict(call.payload),
        items=call.items,
    )


async def _unsealed(work: Work, years: Iterable[SchoolYear]) -> list[tuple[SchoolYear, int]]:
    """Give the schools where it is evening and something was written since the last seal, with that seal's number."""
    last = await work.run(anchors.newest)
    found = []
    for year in years:
        today, known = year.today(work.now), last.get(year.school.id)
        if work.now < at_local(today, EVENING, year.school.zone) or (known is not None and known.day >= today):
            continue
        head = await work.run(trail.head, year.school.id)
        if head is not None and (known is None or head[0] > known.seq):
            found.append((year, known.seq if known else 0))
    return found


async def _seal(work: Work, year: SchoolYear, since: int) -> list[NewLetter]:
    school, today = year.school.id, year.today(work.now)
    head = await work.run(trail.head, school)
    if head is None:
        return []
    await work.run(anchors.put, Anchor(school, today, *head), work.now)
    at = at_local(today, EVENING, year.school.zone)
    # Before the first seal lie imports and first entries: nobody is told of what was long ago (NTF-10).
    begins = (
        day_end(today - timedelta(days=1), year.school.zone) if since == 0 else datetime.min.replace(tzinfo=at.tzinfo)
    )
    payload = {"after": since, "until": head[0], "day": today.isoformat(), "begins": begins.isoformat()}
    writers = await work.run(trail.writers, school, since, head[0], begins)
    sealed = await work.run(trail.people_of_roles, school, _SEALED)
    calls = [
        _Call(f"receipt:{school}:{today}:{each}", LetterKind.RECEIPT, each, at, payload, silent=True)
        for each in writers
    ]
    payload = {"seq": head[0], "hash": head[1].hex(), "day": today.isoformat(), "entries": head[0] - since}
    calls += [
        _Call(f"anchor:{school}:{today}:{each}", LetterKind.ANCHOR, each, at, payload, silent=True) for each in sealed
    ]
    return await _letters(work, year, calls)
