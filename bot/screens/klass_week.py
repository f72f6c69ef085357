"""A class's week for who watches over it, and a parallel's weeks: declared works, homework's load (BEY-7, BEY-8)."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.callbacks import number_of
from bot.callbacks.home import HomePress
from bot.callbacks.work_calendar import KlassWeekPress, ParallelPress
from bot.screen import Button, Screen
from bot.screens.load_words import load_line, minutes_text
from bot.widgets.fitting import clip, fitted
from bot.widgets.pager import in_rows
from core.model.homework_load import DayLoad, TaskLoad
from core.model.work_calendar import KlassWeek, Parallel, PlannedWork
from locales import Markup, Translator
from locales.dates import day_range, day_short

_WEEK = timedelta(weeks=1)
_SUNDAY = timedelta(days=6)


def klass_week_screen(tr: Translator, week: KlassWeek) -> Screen:
    """Show a class's week by day: works that everybody writes, what homework comes to and of what."""
    text, _ = fitted(lambda limit: tuple(_days(tr, week, limit)), tr("teacher-fitting-more"))
    turning = tuple(
        Button(tr.plain(name), KlassWeekPress(klass=week.klass, day=number_of(week.monday + step)))
        for name, step in (("diary-button-earlier", -_WEEK), ("diary-button-later", _WEEK))
    )
    return Screen(text, (turning, (Button(tr.plain("home-back"), HomePress()),)))


def _days(tr: Translator, week: KlassWeek, limit: int) -> Iterator[str]:
    span = day_range(tr, week.monday, week.monday + _SUNDAY)
    yield tr("load-week-title", klass=week.name, span=span)
    if not week.loads:
        yield tr("load-week-off")
    for day in week.loads:
        lines = [tr("load-day", day=day_short(tr, day.day))]
        lines += [_work(tr, work) for work in week.works if work.day == day.day]
        lines += _homework(tr, day, limit)
        yield "\n".join(lines)
    if any(day.estimated for day in week.loads):
        yield tr("load-estimates")


def _work(tr: Translator, work: PlannedWork) -> Markup:
    return tr("load-work", number=work.number, subject=work.subject_name, work=tr(f"work-kind-{work.kind}"))


def _homework(tr: Translator, day: DayLoad, limit: int) -> Iterable[Markup]:
    if not day.tasks:
        return (tr("load-none"),)
    tasks = "; ".join(_task(tr, each, limit) for each in day.tasks)
    return (load_line(tr, day), tr("load-tasks", tasks=Markup(tasks)))


def _task(tr: Translator, each: TaskLoad, limit: int) -> Markup:
    minutes = minutes_text(tr, each.minutes)
    name = "load-task-estimated" if each.estimated else "load-task"
    return tr(name, subject=clip(each.task.subject_name, limit), minutes=minutes)


def parallel_screen(tr: Translator, found: Parallel) -> Screen:
    """Show the works of a grade's classes, week by week; other grades and a class's own week are a tap away."""
    text, _ = fitted(lambda limit: tuple(_klasses(tr, found, limit)), tr("teacher-fitting-more"))
    monday = number_of(found.monday)
    grades = [
        Button(_grade(tr, grade, found.grade), ParallelPress(school=found.school, grade=grade, day=monday))
        for grade in found.grades
    ]
    klasses = [Button(each.name, KlassWeekPress(klass=each.klass, day=monday)) for each in found.klasses]
    step = found.weeks * _WEEK
    turning = tuple(
        Button(tr.plain(name), ParallelPress(school=found.school, grade=found.grade, day=number_of(found.monday + by)))
        for name, by in (("diary-button-earlier", -step), ("diary-button-later", step))
    )
    back = (Button(tr.plain("home-back"), HomePress()),)
    return Screen(text, (*in_rows(grades, 5), *in_rows(klasses, 4), turning, back))


def _grade(tr: Translator, grade: int, chosen: int) -> str:
    return tr.plain("load-grade-chosen" if grade == chosen else "load-grade", grade=grade)


def _klasses(tr: Translator, found: Parallel, limit: int) -> Iterator[str]:
    last = found.monday + found.weeks * _WEEK - timedelta(days=1)
    yield tr("load-parallel-title", grade=found.grade, span=day_range(tr, found.monday, last))
    for klass in found.klasses:
        lines = [tr("load-klass", klass=klass.name)]
        lines += _weeks(tr, klass.works, limit) or [tr("load-no-works")]
        yield "\n".join(lines)


def _weeks(tr: Translator, works: Iterable[PlannedWork], limit: int) -> list[Markup]:
    of_week: dict[date, list[Markup]] = {}
    for work in works:
        said = tr("load-work-short", day=day_short(tr, work.day), subject=clip(work.subject_name, limit))
        of_week.setdefault(work.day - timedelta(days=work.day.weekday()), []).append(said)
    return [tr("load-week-works", works=Markup(", ".join(some))) for some in of_week.values()]
