"""Use cases of works declared ahead and of the class's week for the executed matrix (BEY-7, BEY-8)."""

from collections.abc import Callable
from typing import Any

from core.model.access import Action
from core.model.lesson import WorkKind
from core.usecases import homework_load, work_calendar

A = Action
Case = tuple[Any, Callable[[dict[str, Any]], Any], Action]

WEEK: dict[str, tuple[Case, ...]] = {
    "lesson": (
        (work_calendar.open_ahead, lambda at: work_calendar.OpenAhead(at["lesson"]), A.WORK_DECLARE),
        (work_calendar.plan_ahead, lambda at: work_calendar.PlanAhead(at["lesson"], WorkKind.CONTROL), A.WORK_DECLARE),
    ),
    "record": (
        (work_calendar.drop_ahead, lambda at: work_calendar.DropAhead(at["work"]), A.WORK_DECLARE),
        (homework_load.set_minutes, lambda at: homework_load.SetMinutes(at["task"], 30), A.HOMEWORK_SET),
        (homework_load.type_minutes, lambda at: homework_load.TypedMinutes(at["task"], "30"), A.HOMEWORK_SET),
    ),
    "klass": ((work_calendar.show_klass_week, lambda at: work_calendar.ShowKlassWeek(at["klass"]), A.KLASS_OVERVIEW),),
    "school": ((work_calendar.show_parallel, lambda at: work_calendar.ShowParallel(at["school"]), A.KLASS_OVERVIEW),),
}
