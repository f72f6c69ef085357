"""Forecasts of marks, and what leads to better ones (DIA-6); the desk of charts, too."""

from dataclasses import replace

from bot.callbacks.forecast import ForecastPress, GoalPress, WishPress
from bot.desk import Desk
from bot.routers import charts
from bot.screen import Screen
from bot.screens.forecast import forecast_screen, subject_screen
from bot.turn import Turn
from core.model.ids import PersonId, SubjectId
from core.model.mark import MarkValue
from core.usecases.forecast import ShowForecast, show_forecast
from core.usecases.goals import SetGoal, set_goal

desk = Desk()
desk.include(charts.desk)


@desk.press(ForecastPress)
async def forecast(turn: Turn, press: ForecastPress) -> Screen:
    """Show the coming marks of all subjects."""
    found = await turn.read(show_forecast, ShowForecast(PersonId(press.child)))
    return forecast_screen(turn.tr, found, press.page)


@desk.press(WishPress)
async def wish(turn: Turn, press: WishPress) -> Screen:
    """Show what leads to a mark in one subject."""
    return await _subject(turn, press.child, press.subject, press.wanted)


async def _subject(turn: Turn, child: int, subject: int, wanted: int) -> Screen:
    found = await turn.read(show_forecast, ShowForecast(PersonId(child), SubjectId(subject)))
    return subject_screen(turn.tr, found, wanted)


@desk.press(GoalPress)
async def goal(turn: Turn, press: GoalPress) -> Screen:
    """Watch a subject for a mark, or not any more."""
    child, subject = PersonId(press.child), SubjectId(press.subject)
    mark = MarkValue(str(press.wanted)) if press.wanted else None
    before = (await turn.read(show_forecast, ShowForecast(child, subject))).goals.get(subject)
    await turn.change(set_goal, SetGoal(child, subject, mark))
    # Who stops watching goes on looking at the same mark.
    shown = mark or before
    screen = await _subject(turn, child, subject, int(shown.value) if shown else 0)
    return replace(screen, toast=turn.tr.plain("forecast-goal-set" if mark else "forecast-goal-gone"))
