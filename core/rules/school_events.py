"""Events of the school's plan: which are sensible, until when they are to be entered, whom they concern (CLS-6)."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, tzinfo
from hashlib import sha256

from core.model.errors import Refusal
from core.model.ids import KlassId
from core.model.regulation import Rule
from core.model.school_event import EventPlan, EventTerm
from core.model.term import Happening
from core.rules.calendar import SchoolCalendar, at_local
from core.rules.terms import Anchors, due_of

LONGEST = timedelta(days=31)
AFTER_YEAR = timedelta(days=92)
"""Camps and travels of the summer belong to the plan of the year that ends."""
CANCELLED = "-"
_HOUR = re.compile(r"(\d{1,2})(?:[:. -]?(\d{2}))?")


def time_of(typed: str) -> time:
    """Give the time that somebody typed: 14:30, 14.30, 1430, 14. Raises Refusal "event-time"."""
    found = _HOUR.fullmatch(typed.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise Refusal("event-time")
    return time(int(found[1]), int(found[2] or 0))


def check_days(plan: EventPlan, today: date, year_end: date) -> None:
    """Refuse days that an event cannot have.

    Raises Refusal "event-past", "event-far" (`last`), "event-order", "event-long" (`days`).
    """
    if plan.last < today:
        raise Refusal("event-past")
    if plan.day > year_end + AFTER_YEAR:
        raise Refusal("event-far", last=year_end + AFTER_YEAR)
    if plan.last < plan.day:
        raise Refusal("event-order")
    if plan.last - plan.day >= LONGEST:
        raise Refusal("event-long", days=LONGEST.days)


def concerns(plan: EventPlan, klass: KlassId | None, grade: int | None) -> bool:
    """Tell whether an event is for a class."""
    if plan.klass is not None:
        return plan.klass == klass
    return plan.grades is None or grade is None or grade in plan.grades


def is_meant_for(audience: str, *, own: bool) -> bool:
    """Tell whether an event is for the student (`own`) or for the guardians: everybody's, or theirs."""
    return audience in ("", "all") or ("students" if own else "guardians") in audience


def term_of(plan: EventPlan, rules: Iterable[Rule], calendar: SchoolCalendar, zone: tzinfo) -> EventTerm | None:
    """Give until when the regulation wants an event entered: 2 weeks before a school's, 1 before a class's [002 VII].

    None where the regulation says nothing of it; where two rows do, the earlier binds (REG-7).
    """
    kind = Happening.SCHOOL_EVENT if plan.klass is None else Happening.CLASS_EVENT
    return earliest(kind, plan.day, rules, calendar, zone)


def earliest(
    kind: Happening, day: date, rules: Iterable[Rule], calendar: SchoolCalendar, zone: tzinfo
) -> EventTerm | None:
    """Give the earliest term of what happens on a day, None where no row names one."""
    anchors = Anchors(zone, event=at_local(day, time(), zone))
    terms = ((due_of(rule.due, anchors, calendar), rule.clause) for rule in rules if rule.due.event is kind)
    return min((EventTerm(due, clause) for due, clause in terms if due), key=lambda term: term.due_at, default=None)


def is_late(term: EventTerm | None, entered_at: datetime | None) -> bool:
    """Tell whether something was entered after its term."""
    return term is not None and entered_at is not None and entered_at > term.due_at


def is_over(plan: EventPlan, today: date) -> bool:
    """Tell whether an event has passed: nobody is told of it any more."""
    return plan.last < today


def pack(plan: EventPlan | None) -> str:
    """Give what readers know of an event, without a word that somebody typed; None: it was cancelled."""
    if plan is None:
        return CANCELLED
    at = "" if plan.at is None else plan.at.isoformat("minutes")
    whom = f"{plan.klass or ''} {sorted(plan.grades) if plan.grades else ''}"
    words = f"{plan.name}\n{plan.words}\n{plan.bring}\n{whom}"
    return f"{plan.day} {plan.last} {at or '-'} {_print(plan.place)} {_print(words)}"


def unpack_days(code: str) -> tuple[date, date, time | None]:
    """Give the days and the hour that a packed event had."""
    first, last, at, *_ = code.split(" ")
    return date.fromisoformat(first), date.fromisoformat(last), None if at == "-" else time.fromisoformat(at)


def _print(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
