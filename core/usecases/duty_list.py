"""Every duty of a school at an instant (REG-2): home lists, boards, reports and the command line are views of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from core.model.access import Action, Subject
from core.model.duty import Duty
from core.model.duty_facts import DutyFacts
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.regulation import Regulation, Rule
from core.model.school import ALL_GRADES, Grades, Preset
from core.regulation.loader import preset
from core.rules.access import require
from core.rules.duty_frame import Frame
from core.rules.duty_list import ONE_THING, every_duty
from core.storage.queries import duty_facts as query
from core.storage.queries.duty_asked import AskedFacts
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years
from core.usecases.duty_needs import Stretch, asking, days_back, needs

PREPARING = timedelta(days=62)
"""What is due before a school year begins falls into this time."""


@dataclass(frozen=True, slots=True)
class DutiesAt:
    """Which duties: of a school, at an instant (now, if none is given); under another preset than its own; only those
    that somebody holds, of a class, of some rows; only those open or falling due within days `first` to `last` (both
    included; without them, from the preparation of the school year until the instant's day).
    """

    school: SchoolId
    at: datetime | None = None
    preset: Preset | None = None
    person: PersonId | None = None
    klass: KlassId | None = None
    rules: Collection[str] | None = None
    first: date | None = None
    last: date | None = None
    grades: Grades = ALL_GRADES


async def duties_at(work: Work, command: DutiesAt) -> tuple[Duty, ...]:
    """Give duties by when they fall due, done ones too: those that have opened by the instant.

    One's own are everybody's to read, a class's its class teacher's, the school's those of who control it; a deputy of
    some parallels gets those of these (ACC-3). Raises Forbidden.
    """
    grade = await work.run(query.grade_of, command.school, command.klass) if command.klass is not None else None
    subject = Subject(school=command.school, person=command.person, klass=command.klass, grade=grade)
    permit = require(work.actor, Action.DUTY_BOARD_READ, subject)
    year = (await school_years(work, [command.school]))[command.school]
    return await read_duties(work, year, replace(command, grades=permit.capacity.grades))


async def read_duties(work: Work, year: SchoolYear, command: DutiesAt) -> tuple[Duty, ...]:
    """Give duties to whoever has made sure that they may be read; the school's year is at hand."""
    now = command.at or work.now
    first = command.first or year.calendar.year_start - PREPARING
    stretch = Stretch(year, first, command.last or year.today(now), now)
    same = command.preset in (None, year.school.preset)
    regulation = year.regulation if same or command.preset is None else preset(command.preset)
    rules = asking(_rows(regulation, command.rules), stretch)
    school = year.school
    klasses = frozenset({command.klass}) if command.klass is not None else None
    if command.person is not None:
        stands = await work.run(query.standing, school.id, command.person, stretch.first, stretch.last)
        rules = tuple(rule for rule in rules if stands.roles.intersection(rule.holders))
        klasses = klasses if stands.klasses is None else stands.klasses & (klasses or stands.klasses)
    facts = await work.run(query.facts, _asked(command, stretch, rules, klasses))
    frame = Frame(year.calendar, school.zone, now, stretch.first, stretch.last, school.launched_on, facts)
    exempt = await work.run(query.was_in_dnevnik, school.id)
    return tuple(duty for duty in every_duty(rules, exempt, frame) if _wanted(duty, command, facts))


def _asked(
    command: DutiesAt, stretch: Stretch, rules: tuple[Rule, ...], klasses: frozenset[KlassId] | None
) -> AskedFacts:
    school = stretch.year.school
    return AskedFacts(
        school=school.id,
        zone=school.zone,
        first=stretch.first,
        last=stretch.last,
        year_start=school.year_start,
        year_end=school.year_end,
        now=stretch.now,
        needs=needs(rules),
        days_back=days_back(rules),
        person=command.person,
        klasses=klasses,
    )


def _rows(regulation: Regulation, wanted: Collection[str] | None) -> Iterable[Rule]:
    """Give the wanted rows, and those that may bind before them: of two terms for a thing the earlier does (REG-7)."""
    if wanted is None:
        return regulation.rows
    things = {rule.about for rule in regulation.rows if rule.id in wanted} & ONE_THING
    return (rule for rule in regulation.rows if rule.id in wanted or rule.about in things)


def _wanted(duty: Duty, command: DutiesAt, facts: DutyFacts) -> bool:
    if command.rules is not None and duty.rule.id not in command.rules:
        return False
    if command.person is not None and command.person not in duty.holders:
        return False
    klass = duty.subject.klass
    if command.klass is not None and klass != command.klass:
        return False
    if klass is None or command.grades == ALL_GRADES or klass not in facts.klasses:
        return True
    return facts.klasses[klass].grade in command.grades or command.person is not None
