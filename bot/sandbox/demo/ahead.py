"""A teacher of the demo has declared a control work ahead: families see it in the diary, the deputy on the calendar."""

from datetime import timedelta

from bot.sandbox.demo.data import TODAY, words
from bot.sandbox.demo.life import DemoClock
from core.model.lesson import WorkKind
from core.storage.work import Works
from core.usecases.lesson_reading import MyDay, my_day
from core.usecases.work_calendar import OpenAhead, PlanAhead, open_ahead, plan_ahead

DAYS = 21


async def declare_ahead(works: Works, clock: DemoClock, teacher: int) -> None:
    """Let a teacher, given by the Telegram id, choose the next lesson that nothing speaks against."""
    clock.instant = TODAY - timedelta(days=1)
    klass = words()["ahead"]["klass"]
    for step in range(1, DAYS):
        async with works.changing(teacher) as work:
            shown = await my_day(work, MyDay((TODAY + timedelta(days=step)).date()))
            for facts in shown.lessons:
                if facts.klass != klass or (await open_ahead(work, OpenAhead(facts.lesson.id))).cautions:
                    continue
                await plan_ahead(work, PlanAhead(facts.lesson.id, WorkKind.CONTROL))
                return


def declarer() -> str:
    """Give the code of the teacher."""
    return str(words()["ahead"]["teacher"])
