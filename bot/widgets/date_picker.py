"""A month as buttons, to pick a day from."""

from calendar import Calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.callbacks import Press
from bot.screen import Button, Keyboard
from locales import Translator
from locales.dates import month_title

_MONDAY_FIRST = Calendar(firstweekday=0)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class DatePicker:
    """What a pressed day does, what turning to another month does, and between which days may be chosen (included)."""

    pick: Callable[[date], Press]
    turn: Callable[[date], Press]
    first: date
    last: date

    def keyboard(self, tr: Translator, shown: date, today: date) -> Keyboard:
        """Give the month of `shown`: ‹ month ›, weekdays, days. Empty places redraw the month, so nothing is inert."""
        here = self.turn(shown)
        weeks = [
            tuple(self._day(tr, day, shown, today, here) for day in week)
            for week in _MONDAY_FIRST.monthdatescalendar(shown.year, shown.month)
            if any(day.month == shown.month for day in week)
        ]
        names = tuple(Button(tr.plain("date-weekday-short", weekday=name), here) for name in _WEEKDAYS)
        return (self._title(tr, shown, here), names, *weeks)

    def _title(self, tr: Translator, shown: date, here: Press) -> tuple[Button, ...]:
        before = shown.replace(day=1) - timedelta(days=1)
        after = (shown.replace(day=28) + timedelta(days=4)).replace(day=1)
        row = [Button(month_title(tr, shown), here)]
        if before >= self.first:
            row.insert(0, Button(tr.plain("pager-previous"), self.turn(before.replace(day=1))))
        if after <= self.last:
            row.append(Button(tr.plain("pager-next"), self.turn(after)))
        return tuple(row)

    def _day(self, tr: Translator, day: date, shown: date, today: date, here: Press) -> Button:
        if day.month != shown.month or not self.first <= day <= self.last:
            return Button(tr.plain("picker-empty"), here)
        return Button(tr.plain("picker-today" if day == today else "picker-day", day=day.day), self.pick(day))
