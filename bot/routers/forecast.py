"""Forecasts of marks, and what leads to better ones (DIA-6); the desk of charts, too."""

from bot.callbacks.forecast import ForecastPress, WishPress
from bot.desk import Desk
from bot.routers import charts
from bot.screen import Screen
from bot.screens.forecast import forecast_screen, subject_screen
from bot.turn import Turn
from core.model.ids import PersonId, SubjectId
from core.usecases.forecast import ShowForecast, show_forecast

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
    wanted = ShowForecast(PersonId(press.child), SubjectId(press.subject))
    return subject_screen(turn.tr, await turn.read(show_forecast, wanted), press.wanted)
