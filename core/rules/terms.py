"""When a term of a regulation runs out, by the conventions said once for all of them (REG-3, REG-7)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from core.model.term import Term, TermKind
from core.rules.calendar import SchoolCalendar, at_local, day_end, local_day

_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Anchors:
    """What terms are reckoned from; whatever isn't known stays None. Days are local to `zone`, instants aware.

    `day` is any day of the day, week or month in question – for `weekly-ahead` of the week that is planned;
    `check_day` is when a written work is to be checked by, `classes_end` the end of the class's last lesson,
    `ordered` the day that the school's own order names, `event` the instant of what the term names.
    """

    zone: tzinfo
    lesson_day: date | None = None
    classes_end: datetime | None = None
    check_day: date | None = None
    period_start: date | None = None
    period_end: date | None = None
    day: date | None = None
    event: datetime | None = None
    launch: date | None = None
    ordered: date | None = None

    @property
    def event_day(self) -> date | None:
        """Give the school's day of the event."""
        return None if self.event is None else local_day(self.event, self.zone)


def due_of(term: Term, anchors: Anchors, calendar: SchoolCalendar) -> datetime | None:
    """Give the UTC instant until which, itself included, a duty is in time; None where nothing to reckon from is known
    and for what has no date: standing duties, and those done as the need arises.

    Days are calendar days, that of the lesson or event isn't counted, the last counts to its end; "за N дней до" ends
    with the N-th day before; «до N-го» includes the day; a week ends with Sunday, a month with its last day; working
    days are the staff's. Nothing moves for a holiday (REG-7).
    """
    last_day = _LAST_DAY.get(term.kind)
    if last_day is not None:
        day = last_day(term, anchors, calendar)
        return None if day is None else day_end(day, anchors.zone)
    return _instant(term, anchors)


def _instant(term: Term, anchors: Anchors) -> datetime | None:
    match term.kind:
        case TermKind.LESSON_DAY_AT if anchors.lesson_day:
            return at_local(anchors.lesson_day, term.at or time(), anchors.zone)
        case TermKind.HOURS_AFTER_CLASSES if anchors.classes_end:
            return anchors.classes_end + timedelta(hours=term.hours)
        case TermKind.HOURS_AFTER_EVENT if anchors.event:
            return anchors.event + timedelta(hours=term.hours)
        case TermKind.BEFORE_EVENT:
            return anchors.event
        case _:
            return None


def fixed_day(term: Term, calendar: SchoolCalendar) -> date | None:
    """Give the day of the school year that a fixed date falls on; None for a date that was meant in another year.

    January to July belong to the calendar year in which the school year ends, all other months to that of its start.
    """
    autumn = calendar.year_start.year
    year = autumn if term.month > _LAST_MONTH or calendar.year_end.year == autumn else autumn + 1
    return date(year, term.month, term.day) if term.year in (0, year) else None


_LAST_MONTH = 7

LastDay = Callable[[Term, Anchors, SchoolCalendar], date | None]


def _shifted(day: date | None, days: int) -> date | None:
    return None if day is None else day + timedelta(days=days)


def _worked(calendar: SchoolCalendar, day: date | None, days: int) -> date | None:
    return None if day is None else calendar.add_working_days(day, days)


def _sunday(day: date | None, weeks: int = 0) -> date | None:
    return None if day is None else day + timedelta(days=_SUNDAY - day.weekday() + 7 * weeks)


def _month_end(day: date | None) -> date | None:
    if day is None:
        return None
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


_LAST_DAY: Mapping[TermKind, LastDay] = {
    TermKind.LESSON_DAY_END: lambda term, known, year: known.lesson_day,
    TermKind.DAYS_AFTER_LESSON: lambda term, known, year: _shifted(known.lesson_day, term.days),
    TermKind.WORKING_DAYS_AFTER_LESSON: lambda term, known, year: _worked(year, known.lesson_day, term.days),
    TermKind.DAYS_BEFORE_LESSON: lambda term, known, year: _shifted(known.lesson_day, -term.days),
    TermKind.CHECK_DAY_END: lambda term, known, year: known.check_day,
    TermKind.DAYS_AFTER_PERIOD_END: lambda term, known, year: _shifted(known.period_end, term.days),
    TermKind.DAYS_BEFORE_PERIOD_END: lambda term, known, year: _shifted(known.period_end, -term.days),
    TermKind.ON_PERIOD_END: lambda term, known, year: known.period_end,
    TermKind.DAYS_BEFORE_PERIOD_START: lambda term, known, year: _shifted(known.period_start, -term.days),
    TermKind.ONCE_PER_PERIOD: lambda term, known, year: known.period_end,
    TermKind.DAYS_BEFORE_YEAR_START: lambda term, known, year: _shifted(year.year_start, -term.days),
    TermKind.DAYS_AFTER_YEAR_START: lambda term, known, year: _shifted(year.year_start, term.days),
    TermKind.DAYS_BEFORE_YEAR_END: lambda term, known, year: _shifted(year.year_end, -term.days),
    TermKind.DAYS_AFTER_YEAR_END: lambda term, known, year: _shifted(year.year_end, term.days),
    TermKind.ON_YEAR_END: lambda term, known, year: year.year_end,
    TermKind.YEARLY: lambda term, known, year: year.year_end,
    TermKind.FIXED_DATE: lambda term, known, year: fixed_day(term, year),
    TermKind.DAILY: lambda term, known, year: known.day,
    TermKind.WEEKLY: lambda term, known, year: _sunday(known.day),
    TermKind.WEEKLY_AHEAD: lambda term, known, year: _sunday(known.day, -1),
    TermKind.MONTHLY: lambda term, known, year: _month_end(known.day),
    TermKind.DAYS_AFTER_EVENT: lambda term, known, year: _shifted(known.event_day, term.days),
    TermKind.WORKING_DAYS_AFTER_EVENT: lambda term, known, year: _worked(year, known.event_day, term.days),
    TermKind.ON_EVENT_DAY: lambda term, known, year: known.event_day,
    TermKind.DAYS_BEFORE_EVENT: lambda term, known, year: _shifted(known.event_day, -term.days),
    TermKind.WORKING_DAYS_BEFORE_EVENT: lambda term, known, year: _worked(year, known.event_day, -term.days),
    TermKind.DAYS_AFTER_LAUNCH: lambda term, known, year: _shifted(known.launch, term.days),
    TermKind.WORKING_DAYS_AFTER_LAUNCH: lambda term, known, year: _worked(year, known.launch, term.days),
    TermKind.BY_ORDER: lambda term, known, year: known.ordered,
}
"""Kinds that end with a day -> that day."""
