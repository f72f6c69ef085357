"""From a child's marks and absences to the charts of them, with all their words (DIA-5)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.callbacks.family import AbsencesPress, MarksPress, SubjectMarksPress
from bot.callbacks.forecast import WishPress
from bot.screen import Alert, Button, Keyboard, Picture
from bot.screens.family_frame import heading, menu_row
from bot.widgets.fitting import clip
from core.documents.charts import AttendanceChart, Bar, Dot, Missing, Overview, Trend
from core.model.attendance import Presence
from core.model.calendar import Period
from core.model.diary import Child, GivenMark
from core.model.forecast import Forecast
from core.model.progress import Absences, Missed, MissedTotals, Progress
from core.rules.averages import Tally, two_decimals
from locales import Markup, Translator
from locales.dates import day_numbers

_LABEL, _NAME = 17, 40
_SUBJECTS = 8
_WEEK = timedelta(days=7)
_KINDS = (Presence.ILL, Presence.EXCUSED, Presence.ABSENT, Presence.LATE)


def trend(tr: Translator, progress: Progress) -> Picture | Alert:
    """Give the chart of one subject's marks with the running weighted mean; an alert where there is no number."""
    span, each = progress.span, next(iter(progress.subjects), None)
    dots = tuple(_dots(tr, each.marks)) if each is not None else ()
    if span is None or each is None or not dots:
        return Alert(tr.plain("charts-nothing"), modal=True)
    child, subject, period = progress.child, each.subject, span.period
    chart = Trend(
        title=_title(tr, subject.name, period),
        mean_title=tr.plain("charts-mean"),
        marks_title=tr.plain("charts-marks"),
        dots=dots,
        last=tr.plain("charts-number", number=dots[-1].mean),
        empty=tr.plain("charts-nothing"),
    )
    words = tr("charts-trend-caption", mean=dots[-1].mean, count=len(dots))
    keyboard = (
        (Button(tr.plain("forecast-button-subject"), WishPress(child=child.id, subject=subject.id, wanted=5)),),
        (
            Button(
                tr.plain("diary-button-marks"), SubjectMarksPress(child=child.id, subject=subject.id, period=period.id)
            ),
            *menu_row(tr),
        ),
    )
    place = f"trend:{child.id}:{subject.id}:{tr.language}"
    return Picture(place, chart, _caption(tr, child, progress.today, chart.title, words), keyboard)


def _dots(tr: Translator, marks: Iterable[GivenMark]) -> Iterator[Dot]:
    sums = Tally()
    for mark in marks:
        if mark.value.points is None:
            continue
        sums = sums.plus(mark.value.points, mark.weight)
        if sums.exact is not None:
            yield Dot(day_numbers(tr, mark.day), mark.value.points, mark.weight, two_decimals(sums.exact))


def overview(tr: Translator, forecast: Forecast) -> Picture | Alert:
    """Give the chart of all subjects' weighted means, the best first, with the period marks that were set."""
    bars = tuple(sorted(_bars(tr, forecast), key=lambda bar: (-bar.mean, bar.label)))
    if forecast.period is None or not bars:
        return Alert(tr.plain("charts-nothing"), modal=True)
    child, period = forecast.child, forecast.period
    note = tr.plain("charts-framed" if any(bar.mark for bar in bars) else "charts-weighted")
    chart = Overview(_title(tr, tr.plain("charts-all"), period), note, bars, tr.plain("charts-nothing"))
    keyboard = ((Button(tr.plain("diary-button-marks"), MarksPress(child=child.id, period=period.id)), *menu_row(tr)),)
    words = tr("charts-overview-caption", count=len(bars))
    return Picture(
        f"overview:{child.id}:{tr.language}", chart, _caption(tr, child, forecast.today, chart.title, words), keyboard
    )


def _bars(tr: Translator, forecast: Forecast) -> Iterator[Bar]:
    for each in forecast.subjects:
        if each.weighted is not None:
            name = clip(each.subject.name if len(each.subject.name) <= _LABEL else each.subject.short, _LABEL)
            mark = tr.plain(f"mark-{each.final.value}") if each.final else ""
            yield Bar(name, each.weighted, tr.plain("charts-number", number=each.weighted), mark)


def attendance(tr: Translator, absences: Absences) -> Picture | Alert:
    """Give the chart of missed and late lessons week by week and by subject."""
    if absences.span is None or not absences.records:
        return Alert(tr.plain("absences-none"), modal=True)
    child, period = absences.child, absences.span.period
    ranked = sorted(absences.subjects, key=lambda pair: (-sum(_counts(pair[1])), pair[0]))
    chart = AttendanceChart(
        title=_title(tr, tr.plain("charts-absences"), period),
        weeks_title=tr.plain("charts-weeks"),
        subjects_title=tr.plain("charts-subjects"),
        kinds=tuple(tr.plain(f"charts-kind-{kind.value}") for kind in _KINDS),  # type: ignore[arg-type]
        weeks=tuple(_weeks(tr, absences.records, period, absences.today)),
        subjects=tuple(Missing(clip(name, _LABEL), _counts(totals)) for name, totals in ranked[:_SUBJECTS]),
        empty=tr.plain("absences-none"),
    )
    totals = absences.totals
    words = tr("charts-absences-caption", missed=totals.lessons, late=totals.late)
    keyboard: Keyboard = (
        (Button(tr.plain("diary-button-absences"), AbsencesPress(child=child.id, period=period.id)), *menu_row(tr)),
    )
    return Picture(
        f"absences:{child.id}:{tr.language}", chart, _caption(tr, child, absences.today, chart.title, words), keyboard
    )


def _counts(totals: MissedTotals) -> tuple[int, int, int, int]:
    return totals.ill, totals.excused, totals.absent, totals.late


def _weeks(tr: Translator, records: Iterable[Missed], period: Period, today: date) -> Iterator[Missing]:
    """Every week of the period up to now, those without absences too: a gap is a good week."""
    by_week: dict[date, list[Presence]] = defaultdict(list)
    for record in records:
        by_week[_monday(record.day)].append(record.presence)
    monday = _monday(period.starts_on)
    while monday <= max(min(today, period.ends_on), *by_week):
        kinds = by_week.get(monday, [])
        ill, excused, absent, late = (kinds.count(kind) for kind in _KINDS)
        yield Missing(day_numbers(tr, max(monday, period.starts_on)), (ill, excused, absent, late))
        monday += _WEEK


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _title(tr: Translator, what: str, period: Period) -> str:
    return tr.plain("charts-title", what=clip(what, _NAME), period=clip(period.name, _NAME))


def _caption(tr: Translator, child: Child, today: date, title: str, words: Markup) -> str:
    return f"{heading(tr, child, today)}\n{tr('charts-caption', title=title)}\n{words}"
