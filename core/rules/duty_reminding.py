"""When the staff is reminded of duties that are not of a lesson's record, and when the deputy hears (NTF-5, NTF-6)."""

from datetime import date, datetime, timedelta, tzinfo

from core.model.duty import Cycle, Duty, DutyState
from core.model.own_duties import Line
from core.model.people import Role
from core.model.regulation import LESSON_PARTS, Matter, Proof
from core.rules.calendar import SchoolCalendar, local_day

_A_MOMENT = timedelta(microseconds=1)
_DAY = timedelta(days=1)
_RESULTS = frozenset({Matter.PERIOD_MARK, Matter.YEAR_MARK})
"""Fall due within holidays: reminded of before and in them (REG-6)."""


def is_listed(duty: Duty, now: datetime, zone: tzinfo) -> bool:
    """Tell whether a duty that isn't done stands in somebody's own list: whatever there is something to do about.

    Not prohibitions, nor rows about whole records, whose lessons are listed one by one; what comes back and is said by
    word can't be made up for once its next day, week or month is there. The board of the school counts all of them.
    """
    rule, cycle = duty.rule, duty.subject.cycle
    if rule.about in (Matter.SECRECY, Matter.LESSON_RECORD):
        return False
    if rule.proof is Proof.RECORD or cycle not in _COMES_BACK:
        return True
    return local_day(now, zone) - last_day(duty.due_at, zone) < _COMES_BACK[cycle]


_COMES_BACK = {Cycle.DAY: timedelta(days=1), Cycle.WEEK: timedelta(days=7), Cycle.MONTH: timedelta(days=31)}


def last_day(due_at: datetime, zone: tzinfo) -> date:
    """Give the last day of a term, which ends with the midnight after it."""
    return local_day(due_at - _A_MOMENT, zone)


def working_day_until(day: date, calendar: SchoolCalendar) -> date:
    """Give a day itself, or the staff's last working day before it."""
    while not calendar.is_working_day(day):
        day -= _DAY
    return day


def is_reminded(line: Line, today: date, now: datetime, calendar: SchoolCalendar) -> bool:
    """Tell whether an open duty is reminded of on the morning of a day: its last working day; of marks that fall due
    within holidays also the last school day before them. Not of what is pardoned, of a lesson's record, or daily.
    """
    if line.about in LESSON_PARTS or line.subject.cycle is Cycle.DAY or line.state(now) is not DutyState.OPEN:
        return False
    last = last_day(line.due_at, line.zone)
    days = {working_day_until(last, calendar)}
    if line.about in _RESULTS:
        days.add(calendar.last_reminding_day(last))
    return today in days


def is_overdue(line: Line, now: datetime) -> bool:
    """Tell whether a duty that binds is over its term and isn't of a lesson's record."""
    return line.binding and line.about not in LESSON_PARTS and line.state(now) is DutyState.OVERDUE


def concerns_deputy(duty: Duty) -> bool:
    """Tell whether a deputy hears of a duty that is overdue for long: what teachers and class teachers owe by name.

    Not what nobody is reminded of: prohibitions, rows about whole records, what is said by word day by day.
    """
    rule = duty.rule
    by_word = rule.proof is Proof.CONFIRMATION and duty.subject.cycle is Cycle.DAY
    said = rule.about in (Matter.SECRECY, Matter.LESSON_RECORD) or by_word
    return rule.binding and rule.holders[0] in _TEACHING and not said


_TEACHING = frozenset({Role.TEACHER, Role.PSYCHOLOGIST, Role.CLASS_TEACHER})


def is_escalated(due_at: datetime, zone: tzinfo, today: date, days: int, calendar: SchoolCalendar) -> bool:
    """Tell whether the deputy hears today of what is overdue: on the first morning that the staff may be reminded on
    after so many working days, and on no other. With 0 days never.
    """
    if not days:
        return False
    crossed = calendar.add_working_days(last_day(due_at, zone), days) + _DAY
    if crossed > today:
        return False
    while crossed < today:
        if calendar.is_reminding_day(crossed):
            return False
        crossed += _DAY
    return True
