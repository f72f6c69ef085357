"""Duties of reporting periods, of the year's end and of examinations (REG-3, JRN-11)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.model.calendar import Period
from core.model.duty import Cycle, DutySubject, SubjectKind
from core.model.duty_facts import Belonging, DutyFacts, GroupFact
from core.model.ids import GroupId, KlassId, PersonId
from core.model.regulation import Matter, Rule
from core.rules.duties import FIRST_GRADE
from core.rules.duty_frame import (
    Frame,
    Occasion,
    Record,
    at,
    first_within,
    for_each_klass,
    for_each_person,
    group_subject,
    klass_subject,
    never,
    person_subject,
    school_subject,
)
from core.rules.duty_setup import Setup

_OF_GROUPS = frozenset({Matter.PERIOD_MARK, Matter.FORECAST, Matter.YEAR_MARK})


def periodic(rule: Rule, frame: Frame, setup: Setup) -> Iterator[Occasion]:
    """Give the occasions of a row whose term is reckoned from the ends of a reporting period."""
    if rule.about in _OF_GROUPS:
        members = _Members(frame.facts)
        for group in frame.facts.groups.values():
            yield from _of_group(rule, group, members, frame)
    elif for_each_klass(rule):
        for klass in frame.facts.klasses.values():
            for period in frame.periods_of(klass.grade):
                record = setup.of_klass(rule, klass, (period.starts_on, period.ends_on))
                if rule.about is Matter.NOTICE_PERIOD:
                    told = (each.sent_at for each in frame.facts.notices.get(klass.id, ()))
                    record = first_within(told, frame.start(period.starts_on), frame.end(period.ends_on))
                holders = frame.holders.of_klass(rule, klass)
                yield _occasion(rule, klass_subject(klass), holders, frame, period, record)
    elif for_each_person(rule):
        for person, period in _teaching(frame):
            yield _occasion(rule, person_subject(person), (person,), frame, period, never)
    else:
        holders = frame.holders.of_school(rule)
        for period in _all_periods(frame):
            record = setup.of_school(rule, (period.starts_on, period.ends_on))
            yield _occasion(rule, school_subject(), holders, frame, period, record)


def _occasion(
    rule: Rule, subject: DutySubject, holders: tuple[PersonId, ...], frame: Frame, period: Period, record: Record
) -> Occasion:
    anchors = replace(frame.anchors(), period_start=period.starts_on, period_end=period.ends_on)
    of_period = replace(subject, cycle=Cycle.PERIOD, day=period.starts_on, period=period.id)
    return Occasion(rule, of_period, holders, anchors, record=record)


def _of_group(rule: Rule, group: GroupFact, members: "_Members", frame: Frame) -> Iterator[Occasion]:
    """Give a group's period: where it has lessons and students, and gets marks (DIA-13, JRN-11)."""
    for period in frame.periods_of(group.grade) if _assessed(group) else ():
        if (group.id, period.id) in frame.facts.taught and members.on(group, period.ends_on):
            closed = frame.facts.closings.get((group.id, period.id)) if rule.about is Matter.PERIOD_MARK else None
            holders = frame.holders.of_group(rule, group)
            yield _occasion(rule, group_subject(group), holders, frame, period, at(closed))


def _assessed(group: GroupFact) -> bool:
    return group.grade != FIRST_GRADE and not group.unassessed


class _Members:
    """Who belongs to a group on a day."""

    def __init__(self, facts: DutyFacts) -> None:
        self._of: dict[tuple[KlassId, GroupId | None], list[Belonging]] = defaultdict(list)
        for each in facts.belongings:
            self._of[each.klass, each.group].append(each)

    def on(self, group: GroupFact, day: date) -> frozenset[PersonId]:
        """Give the students; a subgroup's must be of the class, too."""
        own = frozenset(each.student for each in self._of[group.klass, None] if each.on(day))
        if not group.name:
            return own
        return own & frozenset(each.student for each in self._of[group.klass, group.id] if each.on(day))


def _teaching(frame: Frame) -> Iterator[tuple[PersonId, Period]]:
    """Give each teacher with each period in which a group of theirs has lessons."""
    found: dict[tuple[PersonId, Period], None] = {}
    for group in frame.facts.groups.values():
        for period in frame.periods_of(group.grade):
            if (group.id, period.id) in frame.facts.taught:
                found.update(dict.fromkeys((person, period) for person in group.teachers))
    yield from sorted(found, key=lambda each: (each[1].ends_on, each[1].id, each[0]))


def _all_periods(frame: Frame) -> Iterable[Period]:
    grades = {klass.grade for klass in frame.facts.klasses.values()}
    return dict.fromkeys(period for grade in sorted(grades) for period in frame.periods_of(grade))


def year_marks(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Give the year's marks of each group that is taught and assessed [002 VIII]."""
    finals, belong = _Finals(frame.facts, frame.calendar.year_start.year), _Members(frame.facts)
    taught = {group for group, _ in frame.facts.taught}
    for group in frame.facts.groups.values():
        members = belong.on(group, frame.calendar.year_end) if group.id in taught else frozenset()
        if members and _assessed(group):
            record = at(finals.complete(group.id, members))
            subject = group_subject(group, Cycle.YEAR, frame.calendar.year_start)
            yield Occasion(rule, subject, frame.holders.of_group(rule, group), frame.anchors(), record=record)


def exam_marks(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Give examinations: those that the school's plan has for a class, and those that marks were set for [002 VIII]."""
    seen = {(final.klass, final.held_on) for final in frame.facts.finals if final.exam}
    for group, day, done_at in _examined(frame.facts):
        yield _exam(rule, _exam_subject(group, day), frame.holders.of_group(rule, group), frame, day, at(done_at))
    for event in frame.facts.events:
        klass = frame.facts.klasses.get(event.klass) if event.klass else None
        if event.kind == "exam" and klass is not None and (klass.id, event.day) not in seen:
            subject = DutySubject(SubjectKind.EVENT, klass=klass.id, number=event.id, day=event.day)
            yield _exam(rule, subject, frame.holders.of_klass(rule, klass), frame, event.day, never)


def final_results(rule: Rule, frame: Frame) -> Iterator[Occasion]:
    """Give final marks of periods, the year and examinations, which families are to see within a day [002 3-4; 004 §7].

    Diaries show a mark as soon as it is recorded, so that a result is there for the families when it is here.
    """
    for group, subject, came_at in _final_results(frame):
        anchors = replace(frame.anchors(), event=came_at)
        yield Occasion(rule, subject, frame.holders.of_group(rule, group), anchors, came_at, at(came_at))


def _final_results(frame: Frame) -> Iterator[tuple[GroupFact, DutySubject, datetime]]:
    facts = frame.facts
    periods = {period.id: period for period, _ in facts.periods}
    for (group_id, period_id), closed_at in facts.closings.items():
        group, period = facts.groups.get(group_id), periods.get(period_id)
        if group is not None and period is not None:
            of_period = replace(group_subject(group, Cycle.PERIOD, period.starts_on), period=period.id)
            yield group, of_period, closed_at
    finals, belong = _Finals(facts, frame.calendar.year_start.year), _Members(facts)
    for group in facts.groups.values():
        members = belong.on(group, frame.calendar.year_end)
        came_at = finals.complete(group.id, members) if members else None
        if came_at is not None:
            yield group, group_subject(group, Cycle.YEAR, frame.calendar.year_start), came_at
    for group, day, came_at in _examined(facts):
        yield group, _exam_subject(group, day), came_at


def _examined(facts: DutyFacts) -> Iterator[tuple[GroupFact, date, datetime]]:
    """Give groups with the days of their examinations, and when the last mark of each was set."""
    last: dict[tuple[GroupId, date], datetime] = {}
    for final in facts.finals:
        if final.exam and final.held_on is not None:
            key = (final.group, final.held_on)
            last[key] = max(last.get(key, final.recorded_at), final.recorded_at)
    for (group_id, day), came_at in last.items():
        group = facts.groups.get(group_id)
        if group is not None:
            yield group, day, came_at


def _exam_subject(group: GroupFact, day: date) -> DutySubject:
    return replace(group_subject(group), kind=SubjectKind.EXAM, day=day)


def _exam(
    rule: Rule, subject: DutySubject, holders: tuple[PersonId, ...], frame: Frame, day: date, record: Record
) -> Occasion:
    event = frame.start(day)
    return Occasion(rule, subject, holders, replace(frame.anchors(), event=event), event, record)


@dataclass(frozen=True, slots=True)
class _Finals:
    """Year marks by group and student."""

    facts: DutyFacts
    year: int

    def complete(self, group: GroupId, members: frozenset[PersonId]) -> datetime | None:
        """Give when the last member of a group got a mark, None while somebody has none."""
        got: Mapping[PersonId, datetime] = {
            each.student: each.recorded_at
            for each in self.facts.finals
            if each.group == group and each.year == self.year and not each.exam
        }
        return max(got[member] for member in members) if members <= got.keys() else None
