"""The forecast of a child's marks: all subjects in a line each, one subject with what leads to a wish (DIA-6)."""

from collections.abc import Iterator

from bot.callbacks.family import MarksPress, SubjectMarksPress
from bot.callbacks.forecast import ForecastPress, GoalPress, TrendPress, WishPress
from bot.screen import Button, Screen
from bot.screens.family_frame import heading, label, menu_row
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.calendar import Period
from core.model.forecast import Forecast, Outlook, Prospect, SubjectForecast, Way
from core.model.mark import MarkValue
from core.model.radar import Risk
from locales import Markup, Translator
from locales.dates import day_and_month
from locales.forecasts import either, needed, way_in_words

_SUBJECTS = 10
_NAME_LIMIT = 60
_CLIPS = (60, 30, 16)
_SHORTEST, _WAYS = 2, 6
# Weeks before the end everybody lacks something: only what presses is told unasked.
_PRESSING = (Risk.URGENT, Risk.LOST)
# One's own wish is a mark worth wishing for.
_WISHES = (3, 4, 5)


def forecast_screen(tr: Translator, forecast: Forecast, number: int) -> Screen:
    """Give every subject with its mean, the mark that is coming, and the shortest ways to a better one."""
    period = forecast.period
    if period is None or not forecast.subjects:
        return _empty(tr, forecast)
    page = page_of([each for each in forecast.subjects if _telling(each)], number, _SUBJECTS)
    text, _ = fitted(lambda limit: tuple(_blocks(tr, forecast, period, page.items, limit)), tr("diary-cut"), _CLIPS)
    child = forecast.child.id
    subjects = [
        Button(label(each.subject.short or each.subject.name), WishPress(child=child, subject=each.subject.id))
        for each in page.items
        if each.final is None
    ]
    turning = pager_row(tr, page, lambda at: ForecastPress(child=child, page=at))
    back = Button(tr.plain("diary-button-marks"), MarksPress(child=child, period=period.id))
    return Screen(text, (*in_rows(subjects, 2), turning, (back, *menu_row(tr))))


def _empty(tr: Translator, forecast: Forecast) -> Screen:
    if forecast.child.unmarked(forecast.today):
        said = tr("diary-unmarked")
    else:
        said = tr("forecast-none" if forecast.period else "progress-no-periods")
    return Screen(f"{heading(tr, forecast.child, forecast.today)}\n\n{said}", (menu_row(tr),))


def _blocks(
    tr: Translator, forecast: Forecast, period: Period, shown: tuple[SubjectForecast, ...], limit: int
) -> Iterator[str]:
    title = tr("forecast-title", period=clip(period.name, _NAME_LIMIT), until=day_and_month(tr, period.ends_on))
    yield f"{heading(tr, forecast.child, forecast.today)}\n{title}"
    for each in shown:
        yield "\n".join(_subject(tr, each, limit))
    others = [clip(each.subject.name, limit) for each in forecast.subjects if not _telling(each)]
    if others:
        yield tr("progress-unmarked", subjects=", ".join(others))
    yield tr("forecast-note")


def _telling(each: SubjectForecast) -> bool:
    return each.weighted is not None or each.final is not None or each.risk in _PRESSING


def _subject(tr: Translator, each: SubjectForecast, limit: int) -> Iterator[Markup]:
    name = clip(each.subject.name, limit)
    if each.final is not None:
        yield tr("forecast-line-set", subject=name, mark=tr(f"mark-{each.final.value}"))
        return
    if each.weighted is None or each.expected is None:
        yield tr("forecast-line-none", subject=name)
    else:
        yield tr("forecast-line", subject=name, mean=each.weighted, mark=tr(f"mark-{each.expected.value}"))
    better = each.better
    if better is not None and better.prospect is Prospect.OPEN and each.expected is not None:
        ways = either(tr, [_way(tr, way) for way in better.ways[:_SHORTEST]])
        yield tr("forecast-to", mark=tr(f"mark-{better.wanted.value}"), ways=ways)
    lacking = _lacking(tr, each)
    if lacking and each.risk in _PRESSING:
        yield tr("forecast-lacks-urgent", needs=lacking)


def _way(tr: Translator, way: Way) -> Markup:
    return way_in_words(tr, way.count, way.points, way.offer.kind.value, way.offer.weight)


def _lacking(tr: Translator, each: SubjectForecast) -> Markup | None:
    return needed(tr, ((count.need.value, count.missing) for count in each.evidence.counts))


def subject_screen(tr: Translator, forecast: Forecast, wanted: int) -> Screen:
    """Give one subject: where it stands, what leads to the wanted mark (0: the next better one), the year."""
    period, each = forecast.period, next(iter(forecast.subjects), None)
    if period is None or each is None:
        return _empty(tr, forecast)
    outlook = _chosen(each, wanted)
    text = "\n\n".join(_subject_blocks(tr, forecast, period, each, outlook))
    child, subject = forecast.child.id, each.subject.id
    chosen = int(outlook.wanted) if outlook else 0
    wishes = [
        Button(
            tr.plain("forecast-button-chosen" if wish == chosen else "forecast-button-wish", mark=wish),
            WishPress(child=child, subject=subject, wanted=wish),
        )
        for wish in _WISHES
    ]
    ways_on = [
        Button(tr.plain("diary-button-marks"), SubjectMarksPress(child=child, subject=subject, period=period.id))
    ]
    if each.weighted is not None:
        chart = TrendPress(child=child, subject=subject, period=period.id)
        ways_on.insert(0, Button(tr.plain("charts-button-trend"), chart))
    back = Button(tr.plain("forecast-button-all"), ForecastPress(child=child))
    watching = _watching(tr, forecast, each, outlook)
    return Screen(text, (tuple(wishes) if each.outlooks else (), watching, tuple(ways_on), (back, *menu_row(tr))))


def _watching(tr: Translator, forecast: Forecast, each: SubjectForecast, outlook: Outlook | None) -> tuple[Button, ...]:
    """Offer to watch for the chosen mark, or to stop watching."""
    if not forecast.watching or outlook is None:
        return ()
    watched = forecast.goals.get(each.subject.id) is outlook.wanted
    said = tr.plain("forecast-button-unwatch" if watched else "forecast-button-watch", mark=int(outlook.wanted))
    mark = 0 if watched else int(outlook.wanted)
    return (Button(said, GoalPress(child=forecast.child.id, subject=each.subject.id, wanted=mark)),)


def _chosen(each: SubjectForecast, wanted: int) -> Outlook | None:
    if wanted in _WISHES:
        return each.outlook(MarkValue(str(wanted)))
    return each.better or next(iter(each.outlooks[-1:]), None)


def _subject_blocks(
    tr: Translator, forecast: Forecast, period: Period, each: SubjectForecast, outlook: Outlook | None
) -> Iterator[str]:
    names = {"subject": clip(each.subject.name, _NAME_LIMIT), "period": clip(period.name, _NAME_LIMIT)}
    yield f"{heading(tr, forecast.child, forecast.today)}\n{tr('forecast-subject-title', **names)}"
    yield "\n".join(_standing(tr, each))
    if outlook is not None:
        yield "\n".join(_outlook(tr, outlook, each.lessons_left))
    year = _year(tr, each)
    if year:
        yield year
    goal = forecast.goals.get(each.subject.id)
    if goal is not None and each.final is None:
        yield tr("forecast-goal", mark=tr(f"mark-{goal.value}"))
    if outlook is not None and outlook.ways:
        yield tr("forecast-note-lessons")


def _standing(tr: Translator, each: SubjectForecast) -> Iterator[Markup]:
    if each.final is not None:
        yield tr("forecast-set", mark=tr(f"mark-{each.final.value}-full"))
        return
    if each.weighted is None or each.expected is None:
        yield tr("forecast-no-marks")
    else:
        yield tr("forecast-stands", mean=each.weighted, mark=tr(f"mark-{each.expected.value}"))
    yield tr("forecast-lessons-left", count=each.lessons_left)
    lacking = _lacking(tr, each)
    if lacking:
        yield tr("forecast-lacks-urgent" if each.risk in _PRESSING else "forecast-lacks", needs=lacking)


def _outlook(tr: Translator, outlook: Outlook, lessons_left: int) -> Iterator[Markup]:
    mark = tr(f"mark-{outlook.wanted.value}")
    ways = [tr("forecast-item", way=_way(tr, way)) for way in outlook.ways[:_WAYS]]
    if outlook.prospect is Prospect.LATE:
        yield tr("forecast-late", mark=mark, count=lessons_left)
    elif outlook.prospect is Prospect.OPEN:
        yield tr("forecast-open", mark=mark)
    elif ways:
        yield tr("forecast-held", mark=mark)
    else:
        yield tr("forecast-safe", mark=mark)
    yield from ways


def _year(tr: Translator, each: SubjectForecast) -> Markup | None:
    if each.year.final is not None:
        return tr("forecast-year-set", mark=tr(f"mark-{each.year.final.value}-full"))
    if not each.year.marks or each.year.expected is None:
        return None
    marks = ", ".join(
        tr("forecast-year-mark", period=clip(name, _NAME_LIMIT), mark=tr(f"mark-{mark.value}"))
        for name, mark in each.year.marks
    )
    return tr("forecast-year", mark=tr(f"mark-{each.year.expected.value}"), marks=Markup(marks))
