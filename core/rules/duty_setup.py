"""Duties of setting a school up: by a date of the school year, and after the launch (REG-3, REG-4).

What is set up is seen in the journal: a thing counts from the instant at which it was entered. What came later than the
first – a class formed in January – doesn't open a duty again that was done.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from core.model.duty import Cycle, DutySubject
from core.model.duty_facts import DutyFacts, GroupFact, KlassFact, PersonFact
from core.model.people import PersonKind, Role
from core.model.regulation import Matter, Rule
from core.model.term import TermKind
from core.rules.duty_frame import (
    Frame,
    Occasion,
    Record,
    at,
    for_each_klass,
    for_each_person,
    group_subject,
    klass_subject,
    never,
    person_subject,
    school_subject,
)
from core.rules.duty_plans import Plans

Days = tuple[date, date]
_Seen = Callable[[datetime], Sequence[tuple[datetime, datetime | None]]]
_AFTER_LAUNCH = frozenset({TermKind.DAYS_AFTER_LAUNCH, TermKind.WORKING_DAYS_AFTER_LAUNCH})
_FAMILIES = (PersonKind.STUDENT, PersonKind.GUARDIAN)
_TEACHING = (Role.TEACHER, Role.PSYCHOLOGIST)


def yearly(rule: Rule, frame: Frame, setup: "Setup") -> Iterator[Occasion]:
    """Give the occasions of a row due at a date of the school year, or a time after the launch."""
    once = rule.due.kind in _AFTER_LAUNCH
    cycle, first = (None, None) if once else (Cycle.YEAR, frame.calendar.year_start)
    days = (frame.calendar.year_start, frame.calendar.year_end)
    facts, holders, anchors = frame.facts, frame.holders, frame.anchors()
    if rule.about is Matter.PLAN and rule.holders[0] in _TEACHING:
        for group in setup.taught_groups():
            subject = group_subject(group, cycle, first)
            yield Occasion(rule, subject, holders.of_group(rule, group), anchors, record=setup.plan_of(group))
    elif for_each_klass(rule) and rule.about is not Matter.OWN_ACCOUNT:
        for klass in facts.klasses.values():
            subject = klass_subject(klass, cycle, first)
            record = setup.of_klass(rule, klass, days)
            yield Occasion(rule, subject, holders.of_klass(rule, klass), anchors, record=record)
    elif for_each_person(rule) or rule.about is Matter.OWN_ACCOUNT:
        for person in holders.everybody(rule):
            subject = person_subject(person, cycle, first)
            yield Occasion(rule, subject, (person,), anchors, record=setup.own_account(rule, person))
    else:
        yield from _of_school(rule, school_subject(cycle, first), frame, setup, days)


def _of_school(rule: Rule, subject: DutySubject, frame: Frame, setup: "Setup", days: Days) -> Iterator[Occasion]:
    yield Occasion(rule, subject, frame.holders.of_school(rule), frame.anchors(), record=setup.of_school(rule, days))


class Setup:
    """What of a school's setting up the journal shows, and since when."""

    def __init__(self, facts: DutyFacts) -> None:
        """Take the facts; plans are indexed when first asked for."""
        self._facts = facts
        self._plans: Plans | None = None
        self._people = {person.id: person for person in facts.people}

    def of_klass(self, rule: Rule, klass: KlassFact, days: Days) -> Record:
        """Tell when what a row asks of a class was there."""
        match rule.about:
            case Matter.CLASSES:
                return _all(lambda unknown: [self._divided(klass, unknown)])
            case Matter.TIMETABLE:
                return _all(lambda unknown: [self._timetabled(klass, days, unknown)])
            case Matter.PLAN:
                groups = [group for group in self.taught_groups() if group.klass == klass.id]
                return _all(lambda unknown: [self._planned(group, unknown) for group in groups])
            case Matter.PEOPLE:
                people = [person for person in self._of(rule, _FAMILIES) if klass.id in person.klasses]
                return _all(lambda unknown: [_entered(person, unknown) for person in people])
            case _:
                return never

    def of_school(self, rule: Rule, days: Days) -> Record:
        """Tell when what a row asks of the school was there."""
        klasses = tuple(self._facts.klasses.values())
        groups = self.taught_groups()
        by_matter: dict[Matter, Record] = {
            Matter.CLASSES: _all(lambda unknown: [self._divided(klass, unknown) for klass in klasses]),
            Matter.TIMETABLE: _all(lambda unknown: [self._timetabled(klass, days, unknown) for klass in klasses]),
            Matter.PLAN: _all(lambda unknown: [self._planned(group, unknown) for group in groups]),
            Matter.PERIODS: _first(entered for period, entered in self._facts.periods if period.ends_on >= days[0]),
            Matter.BELLS: _first(self._facts.bells_at),
        }
        if rule.about in (Matter.PEOPLE, Matter.CONSENT, Matter.ACCOUNT):
            return self._of_people(rule)
        return by_matter.get(rule.about, never)

    def taught_groups(self) -> tuple[GroupFact, ...]:
        """Give the groups that have students; nobody plans for an empty one."""
        klasses = {each.klass for each in self._facts.belongings if each.group is None}
        divided = {each.group for each in self._facts.belongings if each.group is not None}
        groups = self._facts.groups.values()
        return tuple(each for each in groups if (each.id in divided if each.name else each.klass in klasses))

    def plan_of(self, group: GroupFact) -> Record:
        """Tell when a group got its thematic plan."""
        return _all(lambda unknown: [self._planned(group, unknown)])

    def own_account(self, rule: Rule, person: int) -> Record:
        """Tell when somebody first used their access."""
        known = next((each for key, each in self._people.items() if key == person), None)
        return at(known.bound_at) if known is not None and rule.about is Matter.OWN_ACCOUNT else never

    def _of_people(self, rule: Rule) -> Record:
        people = tuple(self._of(rule, tuple(PersonKind)))
        match rule.about:
            case Matter.CONSENT:
                return _all(lambda unknown: [(person.entered_at or unknown, person.consented_at) for person in people])
            case Matter.ACCOUNT:
                return _all(lambda unknown: [(person.entered_at or unknown, handed_out(person)) for person in people])
            case _:
                return _all(lambda unknown: [_entered(person, unknown) for person in people])

    def _of(self, rule: Rule, otherwise: tuple[PersonKind, ...]) -> Iterable[PersonFact]:
        kinds = rule.people or otherwise
        return (person for person in self._facts.people if person.kind in kinds and person.until is None)

    def _divided(self, klass: KlassFact, unknown: datetime) -> tuple[datetime, datetime | None]:
        """A class counts with its first group: the way it is divided may go on changing [000 §3; 001 2.8]."""
        formed = klass.entered_at or unknown
        groups = [group.entered_at or unknown for group in self._facts.groups.values() if group.klass == klass.id]
        return formed, max(formed, min(groups)) if groups else None

    def _timetabled(self, klass: KlassFact, days: Days, unknown: datetime) -> tuple[datetime, datetime | None]:
        found = [
            each.entered_at or unknown
            for each in self._facts.timetables
            if each.klass == klass.id and each.since <= days[1] and days[0] <= each.until
        ]
        return klass.entered_at or unknown, min(found, default=None)

    def _planned(self, group: GroupFact, unknown: datetime) -> tuple[datetime, datetime | None]:
        if self._plans is None:
            self._plans = Plans(self._facts)
        topics = [topic.entered_at or unknown for topic in self._plans.of_group(group)]
        return group.entered_at or unknown, min(topics, default=None)


def handed_out(person: PersonFact) -> datetime | None:
    """Give when somebody got access: it was handed out, or is used."""
    return min((each for each in (person.issued_at, person.bound_at) if each is not None), default=None)


def _entered(person: PersonFact, unknown: datetime) -> tuple[datetime, datetime | None]:
    entered = person.entered_at or unknown
    return entered, entered


def _first(instants: Iterable[datetime | None]) -> Record:
    """Tell when the first of something was entered."""
    known = tuple(instants)
    return lambda opened_at, due_at: min((each or opened_at for each in known), default=None)


def _all(seen: _Seen) -> Record:
    """Tell when all things were ready, each with the instant it was first there: those there by the term, if any."""

    def record(opened_at: datetime, due_at: datetime) -> datetime | None:
        things = seen(opened_at)
        in_time = [ready for there, ready in things if there <= due_at] or [ready for _, ready in things]
        known = [ready for ready in in_time if ready is not None]
        return max(known) if known and len(known) == len(in_time) else None

    return record
