"""The pardons of a school that hold: who, what, why, until when, by whom; ending one from the list (BEY-9)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from core.model.access import Action, Capacity, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.duty import Duty, DutyState, DutySubject, Pardon
from core.model.duty_sheet import DutyNames
from core.model.errors import Forbidden, Stale
from core.model.events import Event, EventKind
from core.model.ids import PersonId, SchoolId
from core.model.own_duties import DutyOf, GivenPardon, PardonList
from core.model.school import ALL_GRADES
from core.regulation.overlay import row_number
from core.rules.access import allowed, require
from core.rules.duty_numbers import subject_of
from core.storage.gateways import duty_words, glances
from core.storage.queries import duty_facts, duty_names, duty_places
from core.storage.work import Work
from core.usecases.duties import SchoolYear, school_years
from core.usecases.own_duties import find

_FOR_EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ListPardons:
    """Which school."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class EndGiven:
    """Which pardon of which school."""

    school: SchoolId
    pardon: int


async def list_pardons(work: Work, command: ListPardons) -> PardonList:
    """Give the pardons of a school that hold, to who reads its board of duties. Raises Forbidden."""
    permit = require(work.actor, Action.DUTY_BOARD_READ, Subject(school=command.school))
    year = (await school_years(work, [command.school]))[command.school]
    pardons = await work.run(duty_places.current_pardons, command.school, work.now)
    keyed = {each.subject_key: subject_of(each.subject_key) for each in pardons if each.subject_key}
    placed = await work.run(duty_places.placed, command.school, keyed.values())
    names = await work.run(duty_names.names, command.school, [_waiting(each, year, placed) for each in pardons])
    given = (_given(work, each, year, placed, names) for each in sorted(pardons, key=_ends))
    return PardonList(
        school=command.school,
        name=year.school.short_name,
        zone=year.school.zone,
        pardons=tuple(each for each in given if _seen(each, permit.capacity, names)),
        names=names,
    )


def _ends(pardon: Pardon) -> tuple[datetime, int]:
    return pardon.until or _FOR_EVER, pardon.id


def _subject(pardon: Pardon, placed: dict[str, DutySubject]) -> DutySubject | None:
    return placed.get(pardon.subject_key) if pardon.subject_key else None


def _waiting(pardon: Pardon, year: SchoolYear, placed: dict[str, DutySubject]) -> Duty:
    """What names are looked up for: the pardon as a duty that waits, of whoever it concerns and whoever gave it."""
    subject = _subject(pardon, placed) or subject_of("school")
    people = (pardon.by,) if pardon.person is None else (pardon.by, pardon.person)
    rule = next((rule for rule in year.regulation.rows if rule.id == pardon.rule), year.regulation.rows[0])
    return Duty(rule, people, subject, pardon.since, pardon.until or pardon.since, None, DutyState.PAUSED)


def _given(
    work: Work, pardon: Pardon, year: SchoolYear, placed: dict[str, DutySubject], names: DutyNames
) -> GivenPardon:
    subject = _subject(pardon, placed)
    klass = pardon.klass or (subject.klass if subject else None)
    named = names.klasses.get(klass) if klass is not None else None
    about = Subject(school=year.school.id, klass=klass, grade=named.grade if named else None)
    return GivenPardon(
        pardon=pardon,
        rule=next((rule for rule in year.regulation.rows if rule.id == pardon.rule), None),
        subject=subject,
        may_end=allowed(work.actor, Action.DUTY_PARDON, about) is not None,
    )


def _seen(given: GivenPardon, capacity: Capacity, names: DutyNames) -> bool:
    """Tell whether a pardon stands in the list of who answers for some parallels [001 §5]: not those of other ones."""
    klass = given.pardon.klass or (given.subject.klass if given.subject else None)
    named = names.klasses.get(klass) if klass is not None else None
    return named is None or capacity.grades == ALL_GRADES or named.grade in capacity.grades


async def end_given(work: Work, command: EndGiven) -> PardonList:
    """End a pardon before its time; those whom it concerned by name are told.

    Raises Forbidden, Stale where it has ended meanwhile.
    """
    current = await work.run(duty_places.current_pardons, command.school, work.now)
    pardon = next((each for each in current if each.id == command.pardon), None)
    permit = require(work.actor, Action.DUTY_PARDON, await _about(work, command.school, pardon))
    if pardon is None:
        raise Stale
    await work.run(duty_words.end_pardon, pardon.id, work.now)
    await work.run(glances.forget, None)
    await work.audit(permit, AuditEntry(AuditKind.PARDON_ENDED, pardon.id))
    by = permit.capacity.person
    told = sorted({person for person in await _concerned(work, pardon) if person != by})
    events = (Event(EventKind.PARDON, command.school, pardon.id, work.now, person=one, actor=by) for one in told)
    await work.tell(*events)
    return await list_pardons(work, ListPardons(command.school))


async def _about(work: Work, school: SchoolId, pardon: Pardon | None) -> Subject:
    if pardon is None:
        return Subject(school=school)
    keyed = [subject_of(pardon.subject_key)] if pardon.subject_key else []
    placed = await work.run(duty_places.placed, school, keyed)
    klass = pardon.klass or next((each.klass for each in placed.values()), None)
    grade = None if klass is None else await work.run(duty_facts.grade_of, school, klass)
    return Subject(school=school, klass=klass, grade=grade)


async def _concerned(work: Work, pardon: Pardon) -> Collection[PersonId]:
    if pardon.person is not None:
        return {pardon.person}
    if pardon.rule is None or pardon.subject_key is None:
        return ()
    try:
        return (await find(work, DutyOf(row_number(pardon.rule), pardon.subject_key))).duty.holders
    except Forbidden:  # the duty is gone, as of a lesson that was taken back
        return ()
