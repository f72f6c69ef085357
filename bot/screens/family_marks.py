"""Marks by subject over a period, with means; and all marks of one subject (DIA-4)."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.callbacks.appeals import ChooseMarkPress
from bot.callbacks.family import AbsencesPress, MarksPress, SubjectMarksPress
from bot.callbacks.finals import ResultsPress
from bot.callbacks.forecast import ForecastPress, OverviewPress, TrendPress, WishPress
from bot.screen import Button, Screen
from bot.screens.family_frame import heading, label, menu_row, periods_row
from bot.screens.family_lesson import mark_text, work_text
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows, page_of, pager_row
from core.model.diary import GivenMark
from core.model.progress import Neighbours, Progress, SubjectProgress
from locales import Markup, Translator
from locales.dates import day_range, day_short

_SUBJECTS = 10
_NAME_LIMIT = 60
# How many of a subject's latest marks stand in its row; the subject's own screen has all.
_MARKS = (60, 30, 14, 6)


def marks_screen(tr: Translator, progress: Progress, number: int) -> Screen:
    """Give every subject with its marks and means; what is new since the last visit is underlined."""
    span = progress.span
    if span is None or progress.child.unmarked(progress.today):
        return _empty(tr, progress)
    text, _ = fitted(lambda limit: tuple(_blocks(tr, progress, span, limit)), tr("diary-cut"), _MARKS)
    child, period = progress.child.id, span.period.id
    page = page_of([each for each in progress.subjects if each.marks], number, _SUBJECTS)
    subjects = [_subject_button(tr, child, period, each) for each in page.items]
    turning = pager_row(tr, page, lambda at: MarksPress(child=child, period=period, page=at))
    periods = periods_row(tr, span, lambda other: MarksPress(child=child, period=other))
    absences = Button(tr.plain("diary-button-absences"), AbsencesPress(child=child, period=period))
    results = Button(tr.plain("final-button-results"), ResultsPress(child=child))
    looking = (*_ahead(tr, progress, span), *_charted(tr, progress, span))
    return Screen(text, (*in_rows(subjects, 2), turning, looking, periods, (absences, results), menu_row(tr)))


def _ahead(tr: Translator, progress: Progress, span: Neighbours) -> tuple[Button, ...]:
    running = span.period.starts_on <= progress.today <= span.period.ends_on
    return (Button(tr.plain("forecast-button"), ForecastPress(child=progress.child.id)),) if running else ()


def _charted(tr: Translator, progress: Progress, span: Neighbours) -> tuple[Button, ...]:
    if not any(each.mean for each in progress.subjects):
        return ()
    press = OverviewPress(child=progress.child.id, period=span.period.id)
    return (Button(tr.plain("charts-button-overview"), press),)


def _empty(tr: Translator, progress: Progress) -> Screen:
    said = tr("diary-unmarked" if progress.span else "progress-no-periods")
    return Screen(f"{heading(tr, progress.child, progress.today)}\n\n{said}", (menu_row(tr),))


def _subject_button(tr: Translator, child: int, period: int, each: SubjectProgress) -> Button:
    name = label(each.subject.short or each.subject.name)
    if each.fresh:
        shown = tr.plain("progress-button-subject-fresh", subject=name, count=each.fresh)
    else:
        shown = tr.plain("progress-button-subject", subject=name)
    return Button(shown, SubjectMarksPress(child=child, subject=each.subject.id, period=period))


def _blocks(tr: Translator, progress: Progress, span: Neighbours, limit: int) -> Iterator[str]:
    period = span.period
    days = day_range(tr, period.starts_on, period.ends_on)
    title = tr("progress-title", period=clip(period.name, _NAME_LIMIT), span=days)
    yield f"{heading(tr, progress.child, day_within(span, progress.today))}\n{title}"
    if progress.fresh:
        yield tr("progress-fresh", count=progress.fresh)
    marked = [each for each in progress.subjects if each.marks]
    for each in marked:
        yield f"{_subject_line(tr, each)}{_final(tr, each)}\n{_row(tr, each.marks, limit)}"
    if not marked:
        yield tr("progress-none")
    if marked and len(marked) < len(progress.subjects):
        others = ", ".join(clip(each.subject.name, _NAME_LIMIT) for each in progress.subjects if not each.marks)
        yield tr("progress-unmarked", subjects=clip(others, 10 * limit))
    if any(mark.weight != 1 for each in marked for mark in each.marks):
        yield tr("progress-weights")


def day_within(span: Neighbours, today: date) -> date:
    """Give the day of a period whose class stands in the heading: today, or the period's last day."""
    return max(span.period.starts_on, min(today, span.period.ends_on))


def _subject_line(tr: Translator, each: SubjectProgress) -> Markup:
    name = clip(each.subject.name, _NAME_LIMIT)
    if each.mean is None or each.weighted is None:
        return tr("progress-subject-words", subject=name)
    # Of many subjects only what tells something: two equal means are one. The subject's own page gives both.
    if _weighty(each) and each.weighted != each.mean:
        return tr("progress-subject-weighted", subject=name, mean=each.mean, weighted=each.weighted)
    return tr("progress-subject", subject=name, mean=each.mean)


def _final(tr: Translator, each: SubjectProgress) -> str:
    if each.final is None:
        return ""
    return f" · {tr('final-progress-mark', mark=tr.plain(f'mark-{each.final.value}'))}"


def _weighty(each: SubjectProgress) -> bool:
    return any(mark.weight != 1 for mark in each.marks)


def _row(tr: Translator, marks: Sequence[GivenMark], limit: int) -> Markup:
    row = Markup(" ".join(_mark(tr, mark) for mark in marks[-limit:]))
    return row if len(marks) <= limit else tr("progress-marks-more", marks=row)


def _mark(tr: Translator, mark: GivenMark) -> Markup:
    return tr("progress-mark-fresh" if mark.fresh else "progress-mark", mark=mark_text(tr, mark))


def subject_screen(tr: Translator, progress: Progress) -> Screen:
    """Give every mark of one subject with its day, work and comment, the latest first."""
    span, each = progress.span, next(iter(progress.subjects), None)
    if span is None or each is None:
        return _empty(tr, progress)
    text, _ = fitted(lambda limit: tuple(_subject_blocks(tr, progress, span, each, limit)), tr("diary-cut"), gap="\n")
    child = progress.child.id
    periods = periods_row(tr, span, lambda other: SubjectMarksPress(child=child, subject=each.subject.id, period=other))
    back = Button(tr.plain("progress-button-subjects"), MarksPress(child=child, period=span.period.id))
    wrong = ChooseMarkPress(child=child, subject=each.subject.id, period=span.period.id)
    asking = (Button(tr.plain("appeal-button-choose"), wrong),) if each.marks else ()
    return Screen(text, (_looking(tr, progress, span, each), asking, periods, (back, *menu_row(tr))))


def _looking(tr: Translator, progress: Progress, span: Neighbours, each: SubjectProgress) -> tuple[Button, ...]:
    child, subject, row = progress.child.id, each.subject.id, []
    if _ahead(tr, progress, span):
        wish = WishPress(child=child, subject=subject, wanted=5)
        row.append(Button(tr.plain("forecast-button-subject"), wish))
    if each.mean is not None:
        chart = TrendPress(child=child, subject=subject, period=span.period.id)
        row.append(Button(tr.plain("charts-button-trend"), chart))
    return tuple(row)


def _subject_blocks(
    tr: Translator, progress: Progress, span: Neighbours, each: SubjectProgress, limit: int
) -> Iterator[str]:
    yield heading(tr, progress.child, day_within(span, progress.today))
    names = {"subject": clip(each.subject.name, _NAME_LIMIT), "period": clip(span.period.name, _NAME_LIMIT)}
    yield tr("progress-subject-title", **names)
    if each.mean is not None and each.weighted is not None:
        name = "progress-means-weighted" if _weighty(each) else "progress-means"
        yield tr(name, mean=each.mean, weighted=each.weighted)
    if each.final is not None:
        yield tr("final-progress-stands", mark=tr.plain(f"mark-{each.final.value}"))
    yield ""
    if not each.marks:
        yield tr("progress-none")
    for mark in reversed(each.marks):
        yield _line(tr, mark, limit)


def _line(tr: Translator, mark: GivenMark, limit: int) -> str:
    value = tr(f"mark-{mark.value}")
    shown = tr("progress-mark-fresh", mark=value) if mark.fresh else value
    line = tr("progress-mark-line", day=day_short(tr, mark.day), mark=shown, kind=work_text(tr, mark, limit))
    return f"{line} {tr('diary-mark-comment', comment=clip(mark.comment, limit))}" if mark.comment else line
