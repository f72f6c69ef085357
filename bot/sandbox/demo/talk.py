"""A mother of the demo asked a teacher something on the evening before, and was answered: both have read it."""

from datetime import timedelta

from bot.sandbox.demo.data import TODAY, words
from bot.sandbox.demo.life import DemoClock
from core.model.ids import PersonId
from core.model.thread import ThreadSide
from core.storage.work import Works
from core.usecases.message_lists import ListTalks, list_contacts
from core.usecases.messages import Address, OpenTalk, WriteFirst, WriteMessage, open_talk, write_first, write_message

EVENING_BEFORE = timedelta(hours=15)
A_WHILE = timedelta(minutes=20)


async def talk_it_over(works: Works, clock: DemoClock, mother: int, teacher: int) -> None:
    """Let a guardian of the cast ask, and a teacher of one of the children answer; given by their Telegram ids."""
    said = words()["talk"]
    clock.instant = TODAY - EVENING_BEFORE
    address = await _address(works, mother, teacher)
    async with works.changing(mother) as work:
        page = await write_first(work, WriteFirst(address, said["asked"]))
    thread = page.talk.thread.id
    clock.instant += A_WHILE
    async with works.changing(teacher) as work:
        await open_talk(work, OpenTalk(thread))
        await write_message(work, WriteMessage(thread, said["answered"]))
    clock.instant += A_WHILE
    async with works.changing(mother) as work:
        await open_talk(work, OpenTalk(thread))


async def _address(works: Works, mother: int, teacher: int) -> Address:
    async with works.reading(teacher) as work:
        people = {each.person for each in work.actor.capacities}
    async with works.reading(mother) as work:
        for child in sorted({child for each in work.actor.capacities for child in each.children}):
            found = await list_contacts(work, ListTalks(PersonId(child)))
            known = next((each.person for each in found.contacts if each.person in people), None)
            if known is not None:
                return Address(PersonId(child), known, ThreadSide.FAMILY)
    raise LookupError("the demo's teacher teaches none of the demo's children")


def talkers() -> tuple[str, str]:
    """Give the codes of the guardian who asks and of the teacher who answers."""
    said = words()["talk"]
    return str(said["guardian"]), str(said["teacher"])
