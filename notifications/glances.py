"""What the staff owes is reckoned anew in the background, so that a home screen begins with it at no cost (NTF-5)."""

from core.model.ids import PersonId, SchoolId
from core.storage.gateways import glances
from core.storage.queries import duties as query
from core.storage.work import Works
from core.usecases.own_duties import reckon

AT_ONCE = 40
"""So many people's duties are reckoned in one go; the others come with the next."""


async def refresh(works: Works) -> int:
    """Reckon what people owe of whom nothing fresh is kept; gives of how many."""
    async with works.reading() as work:
        schools = [school.id for school in await work.run(query.schools)]
        wanted = {school: await work.run(glances.stale, school, work.now, AT_ONCE) for school in schools}
    done = 0
    for school, people in wanted.items():
        done += await _of_school(works, school, people)
    return done


async def _of_school(works: Works, school: SchoolId, people: list[PersonId]) -> int:
    if not people:
        return 0
    async with works.reading() as work:
        found = await reckon(work, school, people)
        at = work.now
    async with works.changing() as work:
        for person, lines in found.items():
            await work.run(glances.keep, person, lines, at)
    return len(found)
