"""One's own duties: the list, a duty's card, «сделано» for what no record shows (NTF-5, REG-2)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.model.access import Action, Capacity, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.duty import Duty, DutyState
from core.model.errors import Forbidden, NotFound, Refusal, Stranger
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.own_duties import DutyCard, DutyOf, Line, Owed
from core.model.people import Role
from core.model.regulation import Proof
from core.model.school import ALL_GRADES
from core.regulation.overlay import targets
from core.rules.access import allowed, require
from core.rules.calendar import local_day
from core.rules.duty_reminding import is_listed
from core.storage.gateways import duty_words, glances
from core.storage.queries import duty_facts, duty_names, duty_places
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years
from core.usecases.duty_list import DutiesAt, read_duties

BACK = timedelta(days=60)
"""So far back one's own list looks; what is older stands on the deputy's board."""
AHEAD = timedelta(days=7)
_LONGEST_TERM = timedelta(days=60)
_OWES_NOTHING = frozenset({Role.GUARDIAN, Role.STUDENT, Role.INSPECTOR})
_UNDONE = frozenset({DutyState.OPEN, DutyState.OVERDUE, DutyState.PAUSED})


@dataclass(frozen=True, slots=True)
class MyList:
    """Whatever the actor owes, in all schools."""


async def my_list(work: Work, _command: MyList) -> tuple[Owed, ...]:
    """Give what the actor owes: overdue first, then by when it falls due, what is pardoned last.

    Raises Stranger, ConsentNeeded, Forbidden for those who are not of the staff.
    """
    found: list[Owed] = []
    for school, person in _staffed(work):
        require(work.actor, Action.DUTY_BOARD_READ, Subject(school=school, person=person))
        year = (await school_years(work, [school]))[school]
        found += await undone(work, year, person)
    return tuple(sorted(found, key=lambda each: each.line.place(work.now)))


def _staffed(work: Work) -> list[tuple[SchoolId, PersonId]]:
    held = {(each.school, each.person) for each in work.actor.capacities if each.role not in _OWES_NOTHING}
    if not held:
        # Whoever has not consented, or has not come in, hears of that first.
        require(work.actor, Action.DUTY_CONFIRM, Subject(school=SchoolId(0)))
        raise Stranger
    return sorted(held)


async def undone(work: Work, year: SchoolYear, person: PersonId) -> list[Owed]:
    """Give what somebody owes at a school whose year is at hand, to whoever has made sure that it may be read."""
    today = year.today(work.now)
    asked = DutiesAt(year.school.id, person=person, first=today - BACK, last=today + AHEAD)
    zone = year.school.zone
    found = (duty for duty in await read_duties(work, year, asked) if duty.state in _UNDONE)
    duties = [duty for duty in found if is_listed(duty, work.now, zone)]
    names = await work.run(duty_names.names, year.school.id, duties)
    return [Owed(duty, names, zone) for duty in duties]


@dataclass(frozen=True, slots=True)
class MyGlance:
    """What the actor owes, as it was reckoned last."""


async def my_glance(work: Work, _command: MyGlance) -> tuple[Line, ...] | None:
    """Give one's own duties in one statement, in the order of the list; None where they are to be reckoned anew.

    A home screen can't wait for all rows of a regulation: they are reckoned in the background, anew after whatever
    closes a duty (`core.storage.gateways.glances`). Raises Stranger, ConsentNeeded, Forbidden.
    """
    people = _staffed(work)
    for school, person in people:
        require(work.actor, Action.DUTY_BOARD_READ, Subject(school=school, person=person))
    kept = await work.run(glances.read, [person for _, person in people])
    if len(kept) < len(people):
        return None
    lines = [line for some in kept.values() for line in some]
    return tuple(sorted(lines, key=lambda line: line.place(work.now)))


async def reckon(work: Work, school: SchoolId, people: Collection[PersonId]) -> dict[PersonId, tuple[Line, ...]]:
    """Give what each of some people owes, for the program itself to keep. Raises Forbidden for anybody else."""
    require(work.actor, Action.DUTY_BOARD_READ, Subject(school=school))
    year = (await school_years(work, [school]))[school]
    return {person: tuple(each.line for each in await undone(work, year, person)) for person in people}


@dataclass(frozen=True, slots=True)
class Found:
    """A duty that was found, with its school's year and as whose it was found; nobody's own for those who control."""

    year: SchoolYear
    duty: Duty
    capacity: Capacity
    mine: bool


async def duty_card(work: Work, command: DutyOf) -> DutyCard:
    """Give a duty to who holds it, or who controls the school. Raises Forbidden, also for one that there isn't."""
    return await card_of(work, await find(work, command))


async def card_of(work: Work, found: Found) -> DutyCard:
    """Give the card of a duty that was found."""
    duty, school = found.duty, found.year.school
    names = await work.run(duty_names.names, school.id, [duty])
    word = duty.rule.proof is Proof.CONFIRMATION
    done = duty.done_at is not None
    return DutyCard(
        school=school.id,
        owed=Owed(duty, names, school.zone),
        mine=found.mine,
        may_confirm=found.mine and word and not done,
        may_reopen=found.mine and word and done and await _said_today(work, found),
        may_pardon=not done and await _pardoning(work, found) is not None,
    )


async def _said_today(work: Work, found: Found) -> bool:
    duty, school = found.duty, found.year.school
    if duty.done_at is None or local_day(duty.done_at, school.zone) != found.year.today(work.now):
        return False
    by = await work.run(duty_places.confirmed_by, school.id, duty.rule.id, duty.subject.key)
    return by == found.capacity.person


async def _pardoning(work: Work, found: Found) -> Permit | None:
    return allowed(work.actor, Action.DUTY_PARDON, await subject_of(work, found))


async def subject_of(work: Work, found: Found) -> Subject:
    """Give what a duty is about as the access matrix asks for it: a deputy of some parallels pardons in these alone."""
    school, klass = found.year.school.id, found.duty.subject.klass
    grade = None if klass is None else await work.run(duty_facts.grade_of, school, klass)
    return Subject(school=school, klass=klass, grade=grade)


async def find(work: Work, command: DutyOf) -> Found:
    """Find a duty by its row and subject: one's own first, then any of the school for those who control it.

    Raises Stranger, ConsentNeeded, Forbidden.
    """
    people = _staffed(work)
    for school, person in people:
        require(work.actor, Action.DUTY_BOARD_READ, Subject(school=school, person=person))
        year = (await school_years(work, [school]))[school]
        rule = targets(year.school.preset).get(command.row)
        if rule is None:
            continue
        asked = await _asked(work, year, rule, command.key)
        if asked is None:
            continue
        for whose in (person, None):
            found = await _found(work, year, asked, command.key, whose)
            if found is not None:
                return found
    raise Forbidden(Action.DUTY_BOARD_READ)


async def _asked(work: Work, year: SchoolYear, rule: str, key: str) -> DutiesAt | None:
    kind, _, number = key.partition(":")
    if kind not in ("lesson", "work"):
        return DutiesAt(year.school.id, rules={rule}, last=year.today(work.now) + AHEAD)
    place = await work.run(duty_places.place_of, year.school.id, kind, int(number))
    if place is None:
        return None
    klass, day = place
    return DutiesAt(year.school.id, rules={rule}, klass=klass, first=day, last=_some_days_on(day))


def _some_days_on(day: date) -> date:
    return day + _LONGEST_TERM


async def _found(work: Work, year: SchoolYear, asked: DutiesAt, key: str, person: PersonId | None) -> Found | None:
    klass: KlassId | None = asked.klass
    grade = await work.run(duty_facts.grade_of, year.school.id, klass) if klass and person is None else None
    subject = Subject(school=year.school.id, person=person, klass=None if person else klass, grade=grade)
    permit = allowed(work.actor, Action.DUTY_BOARD_READ, subject)
    if permit is None:
        return None
    grades = ALL_GRADES if person else permit.capacity.grades
    wanted = replace(asked, person=person, grades=grades)
    duties: Iterable[Duty] = await read_duties(work, year, wanted)
    duty = next((each for each in duties if each.subject.key == key), None)
    return None if duty is None else Found(year, duty, permit.capacity, person is not None)


async def confirm_duty(work: Work, command: DutyOf) -> DutyCard:
    """Note that the actor's own duty is done, of a kind that no record shows; a second time changes nothing.

    Raises Forbidden, Refusal "duty-by-record" for one that the journal shows, NotFound for somebody else's.
    """
    found = await find(work, command)
    duty, school = found.duty, found.year.school
    if not found.mine:
        raise NotFound
    permit = require(work.actor, Action.DUTY_CONFIRM, Subject(school=school.id, person=found.capacity.person))
    if duty.rule.proof is not Proof.CONFIRMATION:
        raise Refusal("duty-by-record", clause=duty.rule.clause)
    if duty.done_at is None:
        named = (duty.rule.id, duty.subject.key)
        row = await work.run(duty_words.confirm, school.id, named, permit.capacity.person, work.sent_at)
        await work.run(glances.closed, duty.holders, duty.rule.title, duty.subject.key)
        await work.audit(permit, AuditEntry(AuditKind.DUTY_CONFIRMED, row, after="done", extra=_named(duty)))
    return await duty_card(work, command)


def _named(duty: Duty) -> dict[str, str | int | None]:
    return {"rule": duty.rule.id, "duty": duty.subject.key}


async def reopen_duty(work: Work, command: DutyOf) -> DutyCard:
    """Take back one's own «сделано» of the same day.

    Raises Forbidden, NotFound for somebody else's, Refusal "duty-not-today" on another day or for another's word.
    """
    found = await find(work, command)
    if not found.mine:
        raise NotFound
    duty, school = found.duty, found.year.school
    permit = require(work.actor, Action.DUTY_CONFIRM, Subject(school=school.id, person=found.capacity.person))
    if duty.done_at is not None:
        if not await _said_today(work, found):
            raise Refusal("duty-not-today")
        await work.run(duty_words.reopen, school.id, (duty.rule.id, duty.subject.key))
        await work.run(glances.forget, duty.holders)
        await work.audit(permit, AuditEntry(AuditKind.DUTY_REOPENED, school.id, before="done", extra=_named(duty)))
    return await duty_card(work, command)
