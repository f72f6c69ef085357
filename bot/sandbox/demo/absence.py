"""A mother of the demo told of an absence before school: it waits for the class teacher's answer."""

from datetime import timedelta

from bot.sandbox.demo.data import TODAY, ZONE, words
from bot.sandbox.demo.life import DemoClock
from core.model.absence_note import AbsenceReason
from core.storage.work import Works
from core.usecases.absence_notes import Announce, announce

BEFORE_SCHOOL = timedelta(hours=1)


async def tell_of_absence(works: Works, clock: DemoClock, telegram: int) -> None:
    """Let a guardian of the cast tell of today; `clock` is set to an hour before the curtain rises."""
    clock.instant = TODAY - BEFORE_SCHOOL
    day = TODAY.astimezone(ZONE).date()
    async with works.changing(telegram) as work:
        child = min(child for each in work.actor.capacities for child in each.children)
        await announce(work, Announce(child, day, day, AbsenceReason.DOCTOR, words()["absence"]["words"]))


def teller() -> str:
    """Give the code of the guardian who tells."""
    return str(words()["absence"]["guardian"])
