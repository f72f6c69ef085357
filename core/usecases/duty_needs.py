"""What has to be loaded for which rows, and which rows can't ask for anything in the asked days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from core.model.people import Role
from core.model.regulation import LESSON_PARTS, Matter, Rule
from core.model.term import Happening, TermKind
from core.rules.calendar import at_local
from core.rules.duty_frame import OF_THE_YEAR
from core.rules.duty_list import CYCLES, OF_LESSONS, OF_PERIODS
from core.rules.terms import Anchors, due_of
from core.storage.queries.duty_asked import Need
from core.usecases.duties import SchoolYear

_RECORDS = frozenset({*LESSON_PARTS, Matter.LESSON_RECORD, Matter.ABSENCE_DAY, Matter.SUBSTITUTION})
_BY_MATTER: Mapping[Matter, frozenset[Need]] = {
    **dict.fromkeys(_RECORDS, frozenset({Need.LESSONS})),
    Matter.LESSON_PLAN: frozenset({Need.LESSONS, Need.LESSONS_AHEAD, Need.PLANS}),
    Matter.PLAN: frozenset({Need.PLANS}),
    Matter.PERIOD_MARK: frozenset({Need.CLOSINGS}),
    Matter.YEAR_MARK: frozenset({Need.PERIODS, Need.TAUGHT, Need.FINALS}),
    Matter.EXAM_MARK: frozenset({Need.FINALS, Need.EVENTS}),
    Matter.RESULT: frozenset({Need.PERIODS, Need.CLOSINGS, Need.FINALS}),
    Matter.TIMETABLE: frozenset({Need.TIMETABLES}),
    Matter.PERIODS: frozenset({Need.PERIODS}),
    Matter.BELLS: frozenset({Need.BELLS}),
    Matter.PAPER_SUMMARY: frozenset({Need.DECLINED}),
    Matter.REMARK: frozenset({Need.REMARKS}),
    Matter.DIAGNOSTIC: frozenset({Need.RESULTS}),
    Matter.WEEK_ANALYSIS: frozenset({Need.ANALYSES}),
    Matter.MONTH_ANALYSIS: frozenset({Need.ANALYSES}),
    Matter.NOTICE_WEEK: frozenset({Need.NOTICES}),
    Matter.NOTICE_PERIOD: frozenset({Need.PERIODS, Need.NOTICES}),
}
_OF_PEOPLE = frozenset({Matter.PEOPLE, Matter.CONSENT, Matter.ACCOUNT, Matter.OWN_ACCOUNT})
_BY_EVENT: Mapping[Happening, Need] = {
    Happening.SCHOOL_EVENT: Need.EVENTS,
    Happening.CLASS_EVENT: Need.EVENTS,
    Happening.HOLIDAYS: Need.ENTRIES,
    Happening.MOVED_DAY: Need.ENTRIES,
    Happening.BREACH: Need.LOST,
    Happening.DISCOVERY: Need.APPEALS,
    Happening.ABSENCE_DOCUMENT: Need.DOCUMENTS,
}
_NEVER = frozenset({TermKind.STANDING, TermKind.AS_NEEDED, TermKind.BY_ORDER})
_DATED = OF_THE_YEAR - {TermKind.BY_ORDER}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The asked days of a school's year at an instant."""

    year: SchoolYear
    first: date
    last: date
    now: datetime


def asking(rules: Iterable[Rule], stretch: Stretch) -> tuple[Rule, ...]:
    """Give the rows that may have a duty in the asked days."""
    return tuple(rule for rule in rules if _may_ask(rule, stretch))


def _may_ask(rule: Rule, stretch: Stretch) -> bool:
    if rule.about is Matter.REMARK and Role.TEACHER in rule.holders:
        return True
    if rule.due.kind in _NEVER:
        return False
    if rule.due.kind not in _DATED:
        return True
    school = stretch.year.school
    known = Anchors(school.zone, launch=school.launched_on)
    due_at = due_of(rule.due, known, stretch.year.calendar)
    return due_at is not None and due_at > at_local(stretch.first, datetime.min.time(), school.zone)


def needs(rules: Iterable[Rule]) -> frozenset[Need]:
    """Give what the rows need to be known."""
    found: set[Need] = set()
    for rule in rules:
        found |= _BY_MATTER.get(rule.about, frozenset())
        kind = rule.due.kind
        if kind in OF_PERIODS:
            found |= {Need.PERIODS, Need.TAUGHT}
        if kind is TermKind.HOURS_AFTER_CLASSES:
            found.add(Need.CLASSES_END)
        if rule.about is Matter.SUBSTITUTION and Role.TEACHER not in rule.holders:
            found.add(Need.CHANGES)
        if rule.about in _OF_PEOPLE:
            found |= {Need.PEOPLE} if rule.due.event else {Need.PEOPLE, Need.EVERYBODY}
        if rule.due.event is not None and rule.due.event in _BY_EVENT:
            found.add(_BY_EVENT[rule.due.event])
    return frozenset(found)


def days_back(rules: Iterable[Rule]) -> int:
    """Give how many days before the asked ones a lesson may have been whose record is still due in them."""
    return max((_longest(rule) for rule in rules if rule.about in LESSON_PARTS), default=0) + 1


def _longest(rule: Rule) -> int:
    # Working days may lie in a fortnight of holidays.
    far = rule.due.days * 2 + 14 if rule.due.kind is TermKind.WORKING_DAYS_AFTER_LESSON else rule.due.days
    return far if rule.due.kind in OF_LESSONS and rule.due.kind not in CYCLES else 0
