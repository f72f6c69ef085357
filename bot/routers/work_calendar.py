"""Works declared ahead, the calendar of a class and of a parallel (BEY-8)."""

from bot.callbacks.family import day_or_none
from bot.callbacks.work_calendar import AheadPress, DropAheadPress, KlassWeekPress, ParallelPress, PlanAheadPress
from bot.desk import Desk
from bot.screen import Screen
from bot.screens.klass_week import klass_week_screen, parallel_screen
from bot.screens.work_calendar import ahead_screen
from bot.turn import Turn
from core.model.ids import KlassId, LessonId, SchoolId, WorkId
from core.usecases.work_calendar import (
    DropAhead,
    OpenAhead,
    PlanAhead,
    ShowKlassWeek,
    ShowParallel,
    drop_ahead,
    open_ahead,
    plan_ahead,
    show_klass_week,
    show_parallel,
)

desk = Desk()


@desk.press(AheadPress)
async def show_ahead(turn: Turn, press: AheadPress) -> Screen:
    """Show what speaks against a work in a lesson to come."""
    sheet = await turn.read(open_ahead, OpenAhead(LessonId(press.lesson)))
    return ahead_screen(turn.tr, sheet)


@desk.press(PlanAheadPress)
async def declare(turn: Turn, press: PlanAheadPress) -> Screen:
    """Declare a work ahead."""
    sheet = await turn.change(plan_ahead, PlanAhead(LessonId(press.lesson), press.kind))
    return ahead_screen(turn.tr, sheet, toast=turn.tr.plain("ahead-done"))


@desk.press(DropAheadPress)
async def drop(turn: Turn, press: DropAheadPress) -> Screen:
    """Take a work back."""
    sheet = await turn.change(drop_ahead, DropAhead(WorkId(press.work)))
    return ahead_screen(turn.tr, sheet, toast=turn.tr.plain("ahead-dropped"))


@desk.press(KlassWeekPress)
async def klass_week(turn: Turn, press: KlassWeekPress) -> Screen:
    """Show a class's week."""
    found = await turn.read(show_klass_week, ShowKlassWeek(KlassId(press.klass), day_or_none(press.day)))
    return klass_week_screen(turn.tr, found)


@desk.press(ParallelPress)
async def parallel(turn: Turn, press: ParallelPress) -> Screen:
    """Show the works of a grade's classes."""
    wanted = ShowParallel(SchoolId(press.school), press.grade, day_or_none(press.day))
    found = await turn.read(show_parallel, wanted)
    return parallel_screen(turn.tr, found)
