"""From what happened to letters: once per event, to whoever is to be told (NTF-1, NTF-2)."""

from collections.abc import Sequence

from core.model.events import Event, EventKind
from core.model.ids import EventId, LessonId, PersonId
from core.rules.reach import MUST_BE_READ
from core.storage.gateways import events as gateway
from core.storage.gateways import outbox, outbox_times
from core.storage.queries import audience, school_time
from core.storage.work import Work, Works
from core.usecases.duties import SchoolYear, school_years
from core.usecases.unreached import with_somebody_lost
from notifications.acquaintance import is_history, known_since
from notifications.addressing import Addressed, address
from notifications.group_posts import note_for_groups
from notifications.merging import Merging
from notifications.timing import preferences_of

BATCH = 50


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
        await _write(work, addressed, year, await _of_school_time(work, told, year))
    await note_for_groups(work, told, year)
    await work.run(gateway.publish, [event.id for event in events if event.id], work.now)
    return len(events)


async def _of_school_time(work: Work, events: Sequence[Event], year: SchoolYear) -> frozenset[EventId | None]:
    """Give the absences told while lessons are held, of that day's lessons: no quiet hours hold them (NTF-3)."""
    absences = [event for event in events if event.kind is EventKind.ATTENDANCE]
    if not absences:
        return frozenset()
    held = await work.run(school_time.held, year.school.id, [LessonId(event.subject) for event in absences])
    return frozenset(event.id for event in absences if held.covers(event.subject, event.at, year.school.zone))


async def _write(work: Work, addressed: list[Addressed], year: SchoolYear, waking: frozenset[EventId | None]) -> None:
    waiting = await work.run(audience.waiting, {each.account for each in addressed}, work.now)
    must = {each.student for each in addressed if each.student and each.event.kind.value in MUST_BE_READ}
    lost = await with_somebody_lost(work, year.school.id, must) if must else frozenset[PersonId]()
    merging = Merging(year, await preferences_of(work, addressed), waiting, waking, lost)
    for each in addressed:
        merging.add(each)
    await work.run(outbox.write, merging.new())
    await work.run(outbox.add_items, merging.added())
    await work.run(outbox_times.drop_items, merging.dropped())
    await work.run(outbox.postpone, merging.postponed())
