"""A class teacher of the demo has written to the families; the notice waits for this evening."""

from datetime import timedelta

from bot.sandbox.demo.data import TODAY, words
from bot.sandbox.demo.life import DemoClock
from core.storage.work import Works
from core.usecases.notice_sending import ScheduleNotice, schedule_notice
from core.usecases.notices import BeginNotice, WriteNotice, begin_notice, write_notice

BEFORE_LESSONS = timedelta(minutes=40)


async def write_to_families(works: Works, clock: DemoClock, teacher: int) -> None:
    """Let a class teacher, given by the Telegram id, put a notice off until six o'clock."""
    clock.instant = TODAY - BEFORE_LESSONS
    async with works.changing(teacher) as work:
        klass = min(klass for each in work.actor.capacities for klass in each.klasses)
        notice = await begin_notice(work, BeginNotice(klass=klass))
        await write_notice(work, WriteNotice(notice, words()["notice"]["text"]))
        await schedule_notice(work, ScheduleNotice(notice))


def writer() -> str:
    """Give the code of the class teacher."""
    return str(words()["notice"]["teacher"])
