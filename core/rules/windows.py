"""Until when a mark may be changed, and whether it may be entered late at all (REG-5, JRN-9, JRN-10).

A window limits changing what was entered, not a late first entry; only a text that forbids back-dating limits that.
Everything is judged by the instant at which the person acted, not by when the program got to it (NTF-0).
"""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from core.model.errors import Refusal
from core.model.regulation import Regulation
from core.model.school import EditWindow
from core.rules.calendar import day_end

_WEEKS = {EditWindow.WEEK: 1, EditWindow.TWO_WEEKS: 2, EditWindow.THREE_WEEKS: 3}


@dataclass(frozen=True, slots=True)
class Window:
    """An edit window of one lesson: open till the end of `last_day`, local, which is the instant `open_until` (UTC);
    both are None where the text forbids corrections.
    """

    kind: EditWindow
    lesson_day: date
    last_day: date | None
    open_until: datetime | None

    def is_open(self, at: datetime) -> bool:
        """Tell whether what was entered may be changed at an instant."""
        return self.open_until is not None and at < self.open_until


def mark_window(kind: EditWindow, lesson_day: date, year_end: date, zone: tzinfo) -> Window:
    """Give the window of a lesson, counted from its day, which is not counted itself [001 §13; 003 §4.13; 000 §13].

    "Без срока" ends with the school year; a month ends on the same day number, or on the month's last day (REG-7).
    """
    last_day = _last_day(kind, lesson_day, year_end)
    return Window(kind, lesson_day, last_day, day_end(last_day, zone) if last_day else None)


def _last_day(kind: EditWindow, lesson_day: date, year_end: date) -> date | None:
    if kind is EditWindow.FORBIDDEN:
        return None
    if kind is EditWindow.UNLIMITED:
        return year_end
    if kind is EditWindow.MONTH:
        return _a_month_later(lesson_day)
    return lesson_day + timedelta(weeks=_WEEKS[kind])


def _a_month_later(day: date) -> date:
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def may_correct(regulation: Regulation, window: Window, sent_at: datetime) -> None:
    """Let a recorded mark be changed or withdrawn (JRN-9).

    Raises Refusal "correction-forbidden" (`day`, `clause`) where the text forbids it [002 §4а-2], "window-closed"
    (`day` of the lesson, `window`, `until` = its last day, `clause`) after the window's end.
    """
    clause = regulation.window_clause(window.kind)
    if window.last_day is None:
        raise Refusal("correction-forbidden", day=window.lesson_day, clause=clause)
    if not window.is_open(sent_at):
        raise Refusal("window-closed", day=window.lesson_day, window=window.kind, until=window.last_day, clause=clause)


def may_enter(
    regulation: Regulation, lesson_day: date, zone: tzinfo, sent_at: datetime, check_until: date | None = None
) -> None:
    """Let a mark be entered for the first time, however late, unless the text forbids back-dating (JRN-10).

    There it is possible till the midnight after the lesson [002 §4а-2], for a work of long check till the end of its
    term [002 §4а-5]. Raises Refusal "backdating-forbidden" (`day` of the lesson, `until` = the last day, `clause`).
    """
    if regulation.backdating:
        return
    last_day = max(lesson_day, check_until or lesson_day)
    if sent_at >= day_end(last_day, zone):
        raise Refusal("backdating-forbidden", day=lesson_day, until=last_day, clause=regulation.backdating_clause)
