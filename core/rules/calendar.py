"""The school's calendar: school days and their templates, working days, periods, local time (REG-6, REG-7)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from core.model.calendar import CalendarEntry, CalendarKind, Period, WeekParity
from core.model.school import ALL_GRADES, GRADES

_DAY = timedelta(days=1)
_ANY_GRADE = 0
# Public holidays beyond the school year are known this far; nothing is due farther away.
_MARGIN = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Template:
    """By which column of the timetable a day is taught: weekday (0 = Monday) and odd or even week."""

    weekday: int
    parity: WeekParity


class SchoolCalendar:
    """A school year, reckoned once, then asked in constant time.

    A moved day wins over vacations and holidays, since somebody entered it on purpose; it is a school day and a
    working day whatever its weekday. `grade` None asks for any grade.
    """

    def __init__(self, entries: Sequence[CalendarEntry], week_days: int, year_start: date, year_end: date) -> None:
        """Take the calendar's entries, 5 or 6 school days a week, first and last day of the school year."""
        self.year_start, self.year_end = year_start, year_end
        self._first_monday = _monday_of_first_week(year_start, week_days)
        self._days: dict[date, dict[int, Template]] = {}
        self._holidays: set[date] = set()
        self._moved: set[date] = set()
        self._mark_staff_days(entries)
        self._mark_school_days(entries, week_days)
        self._sorted = {
            grade: [day for day in _span(year_start, year_end) if grade in self._days[day]]
            for grade in (_ANY_GRADE, *GRADES)
        }

    def _mark_staff_days(self, entries: Sequence[CalendarEntry]) -> None:
        first, last = self.year_start - _MARGIN, self.year_end + _MARGIN
        for entry in entries:
            days = _span(max(entry.starts_on, first), min(entry.ends_on, last))
            if entry.kind is CalendarKind.MOVED:
                self._moved.update(days)
            elif _stops_staff(entry):
                self._holidays.update(days)

    def _mark_school_days(self, entries: Sequence[CalendarEntry], week_days: int) -> None:
        for day in _span(self.year_start, self.year_end):
            taught = dict.fromkeys(GRADES, Template(day.weekday(), self.week_parity(day)))
            self._days[day] = taught if day.weekday() < week_days else {}
        for entry in sorted(entries, key=lambda each: each.kind is CalendarKind.MOVED):
            for day in _span(max(entry.starts_on, self.year_start), min(entry.ends_on, self.year_end)):
                self._apply(entry, day)
        for taught in self._days.values():
            if taught:
                taught[_ANY_GRADE] = next(iter(taught.values()))

    def _apply(self, entry: CalendarEntry, day: date) -> None:
        for grade in entry.grades:
            if entry.kind is CalendarKind.MOVED:
                self._days[day][grade] = self._moved_template(entry, day)
            else:
                self._days[day].pop(grade, None)

    def _moved_template(self, entry: CalendarEntry, day: date) -> Template:
        if entry.taught_as_day is not None:
            return Template(entry.taught_as_day.weekday(), self.week_parity(entry.taught_as_day))
        weekday = day.weekday() if entry.taught_as_weekday is None else entry.taught_as_weekday
        return Template(weekday, self.week_parity(day))

    def is_school_day(self, day: date, grade: int | None = None) -> bool:
        """Tell whether lessons are held for the grade."""
        return (grade or _ANY_GRADE) in self._days.get(day, ())

    def template(self, day: date, grade: int) -> Template | None:
        """Give the timetable column a day is taught by, None on a day off.

        A day moved from a date is taught by that date's weekday and week (ADM-2) [002 VII].
        """
        return self._days.get(day, {}).get(grade)

    def taught_as(self, day: date, grade: int) -> int | None:
        """Give the weekday (0 = Monday) whose timetable is taught, None on a day off."""
        template = self.template(day, grade)
        return None if template is None else template.weekday

    def next_school_day(self, day: date, grade: int | None = None) -> date | None:
        """Give the first school day after `day`, None when the year has no more."""
        days = self._sorted[grade or _ANY_GRADE]
        at = bisect_right(days, day)
        return days[at] if at < len(days) else None

    def previous_school_day(self, day: date, grade: int | None = None) -> date | None:
        """Give the last school day before `day`, None when the year has none."""
        days = self._sorted[grade or _ANY_GRADE]
        at = bisect_left(days, day)
        return days[at - 1] if at else None

    def school_days(self, grade: int | None = None) -> Sequence[date]:
        """Give all school days of the year in order."""
        return tuple(self._sorted[grade or _ANY_GRADE])

    def is_working_day(self, day: date) -> bool:
        """Tell whether the staff works: weekdays without public holidays; vacations count, a moved Saturday counts.

        A day off that is everybody's counts as a holiday: it is how a school enters a day off moved by the government.
        """
        return day in self._moved or (day.weekday() < 5 and day not in self._holidays)

    def add_working_days(self, day: date, count: int) -> date:
        """Give the `count`-th working day after `day` (before, when negative); `day` itself is not counted (REG-7)."""
        step = _DAY if count >= 0 else -_DAY
        for _ in range(abs(count)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def is_reminding_day(self, day: date) -> bool:
        """Tell whether teachers may be reminded of lessons' records: a day with lessons in some grade (NTF-6, REG-6).

        Vacations are working days for terms (REG-7), but nobody's phone rings in them for a lesson's record.
        """
        return self.is_school_day(day)

    def last_reminding_day(self, until: date) -> date:
        """Give `until` itself or the last day before it on which staff may be reminded (NTF-6)."""
        while not self.is_reminding_day(until):
            until -= _DAY
        return until

    def week_parity(self, day: date) -> WeekParity:
        """Tell odd from even weeks; the week of the year's first teaching day is odd, vacations are counted too."""
        weeks = (day - self._first_monday).days // 7
        return WeekParity.EVEN if weeks % 2 else WeekParity.ODD


def _monday_of_first_week(year_start: date, week_days: int) -> date:
    # A year that begins on a Sunday begins with the week after it.
    first = year_start if year_start.weekday() < week_days else year_start + timedelta(days=7 - year_start.weekday())
    return first - timedelta(days=first.weekday())


def _stops_staff(entry: CalendarEntry) -> bool:
    everybody = entry.kind is CalendarKind.DAY_OFF and entry.grades == ALL_GRADES
    return entry.kind is CalendarKind.PUBLIC_HOLIDAY or everybody


def _span(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def period_of(periods: Iterable[Period], day: date, grade: int) -> Period | None:
    """Give the shortest period of the grade that the day lies in: a quarter before its half-year, then the year."""
    covering = [each for each in periods if each.starts_on <= day <= each.ends_on and grade in each.grades]
    return min(covering, key=lambda each: (each.ends_on - each.starts_on, each.starts_on), default=None)


def local_day(now: datetime, zone: tzinfo) -> date:
    """Give the school's day at an instant (aware)."""
    return _aware(now).astimezone(zone).date()


@lru_cache(maxsize=8192)
def at_local(day: date, at: time, zone: tzinfo) -> datetime:
    """Give the UTC instant of a local time.

    Where clocks are put back, the first of the two; a time that clocks skip is reckoned as if they had not been moved.
    """
    return datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC)


@lru_cache(maxsize=4096)
def day_end(day: date, zone: tzinfo) -> datetime:
    """Give the UTC instant at which a day is over: the next midnight (REG-7)."""
    return at_local(day + _DAY, time(), zone)


def _aware(now: datetime) -> datetime:
    if now.tzinfo is None:
        raise ValueError("an instant must be aware")
    return now
