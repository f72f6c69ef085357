"""What every duty is settled in: a school's year, an instant, the asked days; who holds a row; when it opens.

A row has occasions, each about a subject; `settled` makes the duty of one, or none (REG-2, REG-3, REG-7).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from core.model.calendar import Period
from core.model.duty import Cycle, Duty, DutyState, DutySubject, Pardon, SubjectKind
from core.model.duty_facts import DutyFacts, GroupFact, KlassFact
from core.model.ids import KlassId, PersonId
from core.model.people import Role
from core.model.regulation import Rule
from core.model.term import Happening, TermKind
from core.rules.calendar import SchoolCalendar, at_local, day_end
from core.rules.duties import state_of
from core.rules.final_windows import marked_periods
from core.rules.terms import Anchors, due_of

AHEAD = timedelta(days=7)
"""What has to be ready before something opens so long before its term."""
_TEACHING = frozenset({Role.TEACHER, Role.PSYCHOLOGIST})
_NOON = time(0)

Record = Callable[[datetime, datetime], datetime | None]
"""Gives when the journal shows a duty done, from the instants at which it opened and is due."""


def never(opened_at: datetime, due_at: datetime) -> None:
    """Say that the journal cannot show it."""


def at(instant: datetime | None) -> Record:
    """Say that it was done at an instant, or not."""
    return lambda opened_at, due_at: instant


def first_within(instants: Iterable[datetime], begins: datetime, ends: datetime) -> Record:
    """Say that it was done at the first of some instants that lies in a stretch of time."""
    return at(min((each for each in instants if begins <= each < ends), default=None))


@dataclass(frozen=True, slots=True)
class Occasion:
    """One occasion of a row. `opened_at` None: reckoned from the term; `due_at` is set where a thing names its own."""

    rule: Rule
    subject: DutySubject
    holders: tuple[PersonId, ...]
    anchors: Anchors
    opened_at: datetime | None = None
    record: Record = never
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A school's year at the instant `now`. Only what touches the days `first` to `last` is asked for."""

    calendar: SchoolCalendar
    zone: tzinfo
    now: datetime
    first: date
    last: date
    launch: date | None
    facts: DutyFacts
    holders: "Holders" = field(init=False)

    def __post_init__(self) -> None:
        """Find out once who holds what."""
        object.__setattr__(self, "holders", Holders(self.facts))

    @property
    def today(self) -> date:
        """The school's day at the instant."""
        return self.now.astimezone(self.zone).date()

    @property
    def kept_from(self) -> date:
        """The first day whose lessons are kept here: nobody owes what is from before the launch (NTF-10)."""
        return max(self.calendar.year_start, self.launch or self.calendar.year_start)

    @property
    def begins(self) -> date:
        """The first day to look at."""
        return max(self.first, self.kept_from)

    def start(self, day: date) -> datetime:
        """Give the instant at which a day begins."""
        return at_local(day, _NOON, self.zone)

    def end(self, day: date) -> datetime:
        """Give the instant at which a day is over."""
        return day_end(day, self.zone)

    def anchors(self) -> Anchors:
        """Give what is the same for all occasions."""
        return Anchors(self.zone, launch=self.launch)

    def touches(self, duty: Duty) -> bool:
        """Tell whether a duty was open, or fell due, within the asked days."""
        return duty.due_at > self.start(self.first) and duty.opened_at < self.end(self.last)

    def days(self, ahead: timedelta = timedelta()) -> Iterator[date]:
        """Give the days to look at: from the first asked one to today, or the last asked one; and so far ahead."""
        day, last = self.begins, min(min(self.last, self.today) + ahead, self.calendar.year_end)
        while day <= last:
            yield day
            day += timedelta(days=1)

    def periods_of(self, grade: int) -> tuple[Period, ...]:
        """Give the periods that a grade gets marks for."""
        return marked_periods((period for period, _ in self.facts.periods), grade)


class Holders:
    """Who a school has in the roles that rows name; the order of a row's roles is the order of reminding."""

    def __init__(self, facts: DutyFacts) -> None:
        """Index the staff once."""
        self._klasses = facts.klasses
        self._staff: dict[Role, list[tuple[PersonId, Collection[int]]]] = defaultdict(list)
        for each in sorted(facts.staff, key=lambda fact: fact.person):
            self._staff[each.role].append((each.person, each.grades))
        self._groups: dict[KlassId, list[GroupFact]] = defaultdict(list)
        for group in facts.groups.values():
            self._groups[group.klass].append(group)

    def groups(self, klass: KlassId) -> list[GroupFact]:
        """Give the groups of a class."""
        return self._groups[klass]

    def of_school(self, rule: Rule) -> tuple[PersonId, ...]:
        """Give who holds a row for the whole school."""
        return _once(person for role in rule.holders for person in self._in(role, None))

    def of_klass(self, rule: Rule, klass: KlassFact) -> tuple[PersonId, ...]:
        """Give who holds a row for a class."""
        return _once(person for role in rule.holders for person in self._near(role, klass, self._groups[klass.id]))

    def of_group(self, rule: Rule, group: GroupFact) -> tuple[PersonId, ...]:
        """Give who holds a row for a group."""
        klass = self._klasses[group.klass]
        return _once(person for role in rule.holders for person in self._near(role, klass, (group,)))

    def of_klasses(self, rule: Rule, klasses: Iterable[KlassId]) -> tuple[PersonId, ...]:
        """Give who holds a row for somebody of these classes."""
        near = [self._klasses[klass] for klass in klasses if klass in self._klasses]
        found: list[PersonId] = []
        for role in rule.holders:
            for klass in near:
                found.extend(self._near(role, klass, ()))
        return _once(found) if near else self.of_school(rule)

    def everybody(self, rule: Rule) -> tuple[PersonId, ...]:
        """Give all who hold a row each on their own."""
        return tuple(sorted({person for role in rule.holders for person in self.acting_as(role)}))

    def acting_as(self, role: Role) -> Iterable[PersonId]:
        """Give all members of staff who act in a role somewhere."""
        if role is Role.CLASS_TEACHER:
            return {klass.teacher for klass in self._klasses.values() if klass.teacher is not None}
        own = {person for person, _ in self._staff[role]}
        if role is Role.TEACHER:
            others = {person for person, _ in self._staff[Role.PSYCHOLOGIST]}
            teach = {person for groups in self._groups.values() for group in groups for person in group.teachers}
            return own | (teach - others)
        return own

    def _near(self, role: Role, klass: KlassFact, groups: Iterable[GroupFact]) -> Iterable[PersonId]:
        if role is Role.CLASS_TEACHER:
            return () if klass.teacher is None else (klass.teacher,)
        if role in _TEACHING:
            return (person for group in groups for person in group.teachers)
        return self._in(role, klass.grade)

    def _in(self, role: Role, grade: int | None) -> Iterable[PersonId]:
        return (person for person, grades in self._staff[role] if grade is None or grade in grades)


def _once(people: Iterable[PersonId]) -> tuple[PersonId, ...]:
    return tuple(dict.fromkeys(people))


def klass_subject(klass: KlassFact, cycle: Cycle | None = None, day: date | None = None) -> DutySubject:
    """Give a class, for one stretch of time where the duty comes back."""
    return DutySubject(SubjectKind.KLASS, klass=klass.id, cycle=cycle, day=day)


def person_subject(person: PersonId, cycle: Cycle | None = None, day: date | None = None) -> DutySubject:
    """Give a person, for one stretch of time where the duty comes back."""
    return DutySubject(SubjectKind.PERSON, person=person, cycle=cycle, day=day)


def school_subject(cycle: Cycle | None = None, day: date | None = None) -> DutySubject:
    """Give the school, for one stretch of time where the duty comes back."""
    return DutySubject(SubjectKind.SCHOOL, cycle=cycle, day=day)


def group_subject(group: GroupFact, cycle: Cycle | None = None, day: date | None = None) -> DutySubject:
    """Give a group, for one stretch of time where the duty comes back."""
    return DutySubject(
        SubjectKind.GROUP, klass=group.klass, group=group.id, subject=group.subject, cycle=cycle, day=day
    )


def for_each_klass(rule: Rule) -> bool:
    """Tell whether each class has an occasion of a row: one that names class teachers."""
    return Role.CLASS_TEACHER in rule.holders and not rule.each


def for_each_person(rule: Rule) -> bool:
    """Tell whether each holder has an occasion of a row of their own."""
    return rule.each or rule.holders[0] in _TEACHING


OF_THE_YEAR = frozenset(
    {
        TermKind.DAYS_BEFORE_YEAR_START,
        TermKind.DAYS_AFTER_YEAR_START,
        TermKind.DAYS_BEFORE_YEAR_END,
        TermKind.DAYS_AFTER_YEAR_END,
        TermKind.ON_YEAR_END,
        TermKind.FIXED_DATE,
        TermKind.YEARLY,
        TermKind.DAYS_AFTER_LAUNCH,
        TermKind.WORKING_DAYS_AFTER_LAUNCH,
        TermKind.BY_ORDER,
    }
)
_IN_THIS_SYSTEM = frozenset({Happening.DATA_ENTERED, Happening.ACCESS_DATA})
_BEFORE = frozenset(
    {
        TermKind.DAYS_BEFORE_LESSON,
        TermKind.DAYS_BEFORE_PERIOD_END,
        TermKind.DAYS_BEFORE_PERIOD_START,
        TermKind.DAYS_BEFORE_YEAR_START,
        TermKind.DAYS_BEFORE_YEAR_END,
        TermKind.DAYS_BEFORE_EVENT,
        TermKind.WORKING_DAYS_BEFORE_EVENT,
        TermKind.BEFORE_EVENT,
    }
)


_Opening = Callable[[Anchors, Frame, datetime], datetime | None]
_OPENING: Mapping[TermKind, _Opening] = {
    **dict.fromkeys(_BEFORE, lambda known, frame, due_at: due_at - AHEAD),
    TermKind.DAYS_AFTER_PERIOD_END: lambda known, frame, due_at: frame.end(known.period_end or frame.first),
    TermKind.ON_PERIOD_END: lambda known, frame, due_at: frame.start(known.period_end or frame.first),
    TermKind.ONCE_PER_PERIOD: lambda known, frame, due_at: frame.start(known.period_start or frame.first),
    TermKind.FIXED_DATE: lambda known, frame, due_at: min(frame.start(frame.calendar.year_start), due_at - AHEAD),
    TermKind.DAYS_AFTER_YEAR_START: lambda known, frame, due_at: frame.start(frame.calendar.year_start),
    TermKind.YEARLY: lambda known, frame, due_at: frame.start(frame.calendar.year_start),
    TermKind.DAYS_AFTER_YEAR_END: lambda known, frame, due_at: frame.end(frame.calendar.year_end),
    TermKind.ON_YEAR_END: lambda known, frame, due_at: frame.start(frame.calendar.year_end),
    TermKind.DAYS_AFTER_LAUNCH: lambda known, frame, due_at: frame.start(known.launch or frame.first),
    TermKind.WORKING_DAYS_AFTER_LAUNCH: lambda known, frame, due_at: frame.start(known.launch or frame.first),
}


def opening(rule: Rule, anchors: Anchors, frame: Frame, due_at: datetime) -> datetime:
    """Give when a duty opens where its occasion doesn't say: with what it is reckoned from, or `AHEAD` of its term."""
    reckoned = _OPENING.get(rule.due.kind)
    return (reckoned(anchors, frame, due_at) if reckoned else anchors.event) or due_at


def settled(occasion: Occasion, frame: Frame) -> Duty | None:
    """Give the duty of an occasion; None where its term gives no instant, where it has not opened by now, or where it
    fell due before the launch.

    What was ready in time before the launch is told; what was entered here, was after this system was there.
    """
    rule, facts = occasion.rule, frame.facts
    due_at = occasion.due_at or due_of(rule.due, occasion.anchors, frame.calendar)
    if due_at is None:
        return None
    opened_at = occasion.opened_at or opening(rule, occasion.anchors, frame, due_at)
    said = facts.confirmations.get((rule.id, occasion.subject.key))
    done_at = _earliest(said, occasion.record(opened_at, due_at), frame.now)
    if opened_at > frame.now or _before_launch(rule, due_at, done_at, frame):
        return None
    aim_at = due_of(rule.aim, occasion.anchors, frame.calendar) if rule.aim else None
    state = state_of(due_at, done_at, frame.now)
    return Duty(rule, occasion.holders, occasion.subject, opened_at, due_at, done_at, state, aim_at)


def _before_launch(rule: Rule, due_at: datetime, done_at: datetime | None, frame: Frame) -> bool:
    if frame.launch is None or due_at > frame.start(frame.launch) or rule.due.event in _IN_THIS_SYSTEM:
        return False
    return done_at is None or done_at > due_at or rule.due.kind not in OF_THE_YEAR


def _earliest(first: datetime | None, second: datetime | None, now: datetime) -> datetime | None:
    return min((each for each in (first, second) if each is not None and each <= now), default=None)


def pardoned(duty: Duty, pardons: Iterable[Pardon], now: datetime) -> Duty:
    """Give a duty with the pardon that covers it: it waits until the pardon's end, and isn't due before (BEY-9)."""
    found = [each for each in pardons if each.at <= now and _covers(each, duty)]
    if not found:
        return duty
    pardon = max(found, key=lambda each: (each.until is None, each.until or each.since, each.id))
    due_at = max(duty.due_at, pardon.until) if pardon.until else duty.due_at
    waits = duty.done_at is None and pardon.since <= now and (pardon.until is None or now < pardon.until)
    return Duty(
        duty.rule,
        duty.holders,
        duty.subject,
        duty.opened_at,
        due_at,
        duty.done_at,
        DutyState.PAUSED if waits else state_of(due_at, duty.done_at, now),
        duty.aim_at,
        pardon,
    )


def _covers(pardon: Pardon, duty: Duty) -> bool:
    """Whether a pardon is for this duty: what was due before it began, or opened after its end, it doesn't touch."""
    asked = (pardon.rule, pardon.person, pardon.lesson, pardon.klass, pardon.subject_key)
    subject = duty.subject
    given = (duty.rule.id, duty.holder, subject.lesson, subject.klass, subject.key if pardon.subject_key else None)
    same = all(each is None or each == other for each, other in zip(asked, given, strict=True))
    return same and pardon.since <= duty.due_at and (pardon.until is None or duty.opened_at < pardon.until)
