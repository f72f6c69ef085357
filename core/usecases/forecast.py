"""The forecast of a child's marks, and what leads to better ones (DIA-6) [002 прил.3 §3; 004 §7]."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.model.access import Action
from core.model.calendar import Period
from core.model.diary import SubjectName
from core.model.errors import Forbidden
from core.model.forecast import Forecast, SubjectForecast
from core.model.ids import PeriodId, PersonId, SubjectId
from core.model.progress import neighbours
from core.model.radar import Least
from core.rules.access import allowed
from core.rules.forecast import Standing, foresee
from core.storage.gateways import goals
from core.storage.queries import forecast, progress
from core.storage.queries.forecast import Span, Standings
from core.storage.work import Work
from core.usecases.children import open_diary


@dataclass(frozen=True, slots=True)
class ShowForecast:
    """The forecast of all subjects of a child, of one where it is named; of the running period unless one is named."""

    child: PersonId
    subject: SubjectId | None = None
    period: PeriodId | None = None


async def show_forecast(work: Work, wanted: ShowForecast) -> Forecast:
    """Give the coming marks of a period by subject; where none is named, of the running one or the last that began.

    An earlier period has the subjects that were marked in it. None in grade 1 (DIA-13).

    Raises Forbidden, also for a subject that the child is not taught or that has no marks.
    """
    opened = await open_diary(work, wanted.child, Action.FORECAST_READ)
    frame = await work.run(progress.frame, opened.child, opened.today, work.actor.account)
    subjects = [each for each in frame.subjects if wanted.subject in (None, each.id)]
    if wanted.subject is not None and not subjects:
        raise Forbidden(Action.FORECAST_READ)
    span = neighbours(frame.periods, wanted.period, opened.today)
    if span is None or opened.child.unmarked(opened.today):
        return Forecast(opened.child, opened.today, span.period if span else None)
    asked = Span(opened.child.school, span.period, opened.today, work.now)
    place = goals.key(work.actor.account, wanted.child)
    found = await work.run(forecast.of_students, (wanted.child,), asked, place)
    if not span.period.starts_on <= opened.today <= span.period.ends_on:
        subjects = [*found.marked(wanted.child)]
    made = foreseen(found, wanted.child, subjects, span.period, frame.periods)
    watching = allowed(work.actor, Action.PREFERENCES_SET, opened.child.subject(opened.today)) is not None
    return Forecast(opened.child, opened.today, span.period, made, found.goals, watching)


def foreseen(
    found: Standings, student: PersonId, subjects: Iterable[SubjectName], period: Period, periods: Iterable[Period]
) -> tuple[SubjectForecast, ...]:
    """Give the forecasts of a student's subjects by name, from what was found; `periods` are those of the year."""
    names = {each.id: each.name for each in sorted(periods, key=lambda each: each.ends_on) if each.id != period.id}
    ranked = sorted(subjects, key=lambda subject: subject.name)
    return tuple(foresee(_standing(found, student, each, period, names), found.round_up_from) for each in ranked)


def _standing(
    found: Standings, student: PersonId, subject: SubjectName, period: Period, names: dict[PeriodId, str]
) -> Standing:
    place = (student, subject.id)
    finals = found.finals.get(place, {})
    return Standing(
        subject,
        piles=tuple(found.piles.get(place, ())),
        least=found.least.get(subject.id, Least()),
        lessons_left=found.lessons_left.get(place, 0),
        final=finals.get(period.id),
        year_final=finals.get(None),
        earlier=tuple((name, finals[key]) for key, name in names.items() if key in finals),
    )
