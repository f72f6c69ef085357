"""Charts on demand: each comes as a photo below, the screen it was asked for on stays (DIA-5)."""

from bot.callbacks.family import NOW
from bot.callbacks.forecast import AttendanceChartPress, OverviewPress, TrendPress
from bot.desk import Answer, Desk
from bot.gallery import show
from bot.screen import Alert, Picture
from bot.screens import charts as screens
from bot.turn import Turn
from core.model.ids import PeriodId, PersonId, SubjectId
from core.usecases.forecast import ShowForecast, show_forecast
from core.usecases.progress import ShowAbsences, ShowProgress, show_absences, show_progress

desk = Desk()


def _period(number: int) -> PeriodId | None:
    return None if number == NOW else PeriodId(number)


async def _shown(turn: Turn, picture: Picture | Alert) -> Answer:
    if isinstance(picture, Alert):
        return picture
    await show(turn, picture)
    return None


@desk.press(TrendPress)
async def trend(turn: Turn, press: TrendPress) -> Answer:
    """Draw a subject's marks."""
    wanted = ShowProgress(PersonId(press.child), _period(press.period), SubjectId(press.subject))
    found = await turn.read(show_progress, wanted)
    return await _shown(turn, screens.trend(turn.tr, found))


@desk.press(OverviewPress)
async def overview(turn: Turn, press: OverviewPress) -> Answer:
    """Draw the means of all subjects."""
    wanted = ShowForecast(PersonId(press.child), period=_period(press.period))
    found = await turn.read(show_forecast, wanted)
    return await _shown(turn, screens.overview(turn.tr, found))


@desk.press(AttendanceChartPress)
async def attendance(turn: Turn, press: AttendanceChartPress) -> Answer:
    """Draw what was missed."""
    wanted = ShowAbsences(PersonId(press.child), _period(press.period))
    found = await turn.read(show_absences, wanted)
    return await _shown(turn, screens.attendance(turn.tr, found))
