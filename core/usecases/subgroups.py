"""A class divided for a subject: looked at, moved about in a draft, saved from a day on (CLS-4) [000 §3; 003 Г-6]."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.model.access import Action, Permit, Subject
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden, Refusal
from core.model.events import Event, EventKind
from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.subgroup import DivisionDraft, KlassDivisions, Membership
from core.rules.access import allowed, require
from core.rules.subgroups import next_group, transfer
from core.storage.gateways import keyvalue
from core.storage.gateways import subgroups as gateway
from core.storage.queries import subgroups as query
from core.storage.work import Work
from core.usecases.duties import school_years
from core.usecases.reaching import NOWHERE, reach_klass, reach_school, school_today


@dataclass(frozen=True, slots=True)
class ListDividedKlasses:
    """The classes of a school that are divided for something."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class ListDivisions:
    """The subjects for which a class is divided."""

    klass: KlassId


@dataclass(frozen=True, slots=True)
class OpenDivision:
    """A division, by any of its subgroups."""

    group: GroupId


@dataclass(frozen=True, slots=True)
class MovePupil:
    """A tap on a student: to the next subgroup."""

    group: GroupId
    student: PersonId


@dataclass(frozen=True, slots=True)
class MoveFrom:
    """From which day on the moves hold."""

    group: GroupId
    day: date


@dataclass(frozen=True, slots=True)
class _Reached:
    subject: Subject
    permit: Permit
    groups: tuple[GroupId, ...]
    today: date
    last: date


async def list_divided_klasses(work: Work, command: ListDividedKlasses) -> tuple[tuple[KlassId, str], ...]:
    """Give the divided classes that the actor may divide. Raises Forbidden."""
    reach_school(work, command.school, Action.SUBGROUP_EDIT)
    found = await work.run(query.divided_klasses, command.school)
    return tuple(
        (klass, name)
        for klass, name, grade in found
        if allowed(work.actor, Action.SUBGROUP_EDIT, Subject(school=command.school, klass=klass, grade=grade))
    )


async def list_divisions(work: Work, command: ListDivisions) -> KlassDivisions:
    """Give the subjects a class is divided for, with who is in no subgroup or in several today. Raises Forbidden."""
    subject, name, _ = await reach_klass(work, command.klass, Action.SUBGROUP_EDIT)
    today = await school_today(work, subject.school)
    found = await work.run(query.divided, command.klass, today)
    whole = allowed(work.actor, Action.SUBGROUP_EDIT, Subject(school=subject.school)) is not None
    return KlassDivisions(subject.school, command.klass, name, found, whole)


async def open_division(work: Work, command: OpenDivision) -> DivisionDraft:
    """Give a division with the moves chosen by this account. Raises Forbidden, Refusal "subgroup-none"."""
    return await _draft(work, await _reach(work, command.group), command.group)


async def _reach(work: Work, group: GroupId) -> _Reached:
    subject = await work.run(query.place, group)
    if subject is None:
        require(work.actor, Action.SUBGROUP_EDIT, Subject(school=NOWHERE))
        raise Forbidden(Action.SUBGROUP_EDIT)
    permit = require(work.actor, Action.SUBGROUP_EDIT, subject)
    groups = await work.run(query.siblings, group)
    if not groups:
        raise Refusal("subgroup-none")
    year = (await school_years(work, [subject.school]))[subject.school]
    return _Reached(subject, permit, groups, year.today(work.now), year.school.year_end)


def _key(work: Work, reached: _Reached) -> str:
    return f"division:{work.actor.telegram}:{min(reached.groups)}"


async def _draft(work: Work, reached: _Reached, opened: GroupId) -> DivisionDraft:
    kept: dict[str, Any] | None = await work.run(keyvalue.get, _key(work, reached))
    kept = kept or {"day": 1, "moves": {}}
    day = max(date.fromordinal(kept["day"]), reached.today)
    division = await work.run(query.division, reached.groups, day)
    seats = {pupil.id for pupil in division.pupils}
    chosen = {PersonId(int(student)): GroupId(group) for student, group in kept["moves"].items()}
    moves = {
        student: group
        for student, group in chosen.items()
        if student in seats and group in reached.groups and division.places.get(student) != (group,)
    }
    whole = allowed(work.actor, Action.SUBGROUP_EDIT, replace(reached.subject, group=None)) is not None
    return DivisionDraft(opened, division, moves, reached.today, reached.last, whole)


async def _keep(work: Work, reached: _Reached, draft: DivisionDraft) -> None:
    kept = {
        "day": draft.division.day.toordinal(),
        "moves": {str(student): group for student, group in draft.moves.items()},
    }
    await work.run(keyvalue.put, _key(work, reached), kept, work.now)


async def move_pupil(work: Work, command: MovePupil) -> DivisionDraft:
    """Choose the next subgroup for a student; nothing is saved yet. Raises Forbidden for one of another class."""
    reached = await _reach(work, command.group)
    draft = await _draft(work, reached, command.group)
    if command.student not in {pupil.id for pupil in draft.division.pupils}:
        raise Forbidden(Action.SUBGROUP_EDIT)
    target = next_group([group.id for group in draft.division.groups], draft.places_of(command.student))
    moves = {**draft.moves, command.student: target}
    if draft.division.places.get(command.student) == (target,):
        del moves[command.student]
    moved = replace(draft, moves=moves)
    await _keep(work, reached, moved)
    return moved


async def move_from(work: Work, command: MoveFrom) -> DivisionDraft:
    """Choose the day from which the moves hold. Raises Forbidden, Refusal "subgroup-day" for a past one."""
    reached = await _reach(work, command.group)
    if not reached.today <= command.day <= reached.last:
        raise Refusal("subgroup-day")
    draft = await _draft(work, reached, command.group)
    await _keep(work, reached, replace(draft, division=replace(draft.division, day=command.day)))
    return await _draft(work, reached, command.group)


async def drop_moves(work: Work, command: OpenDivision) -> DivisionDraft:
    """Forget the moves that were not saved. Raises Forbidden."""
    reached = await _reach(work, command.group)
    await work.run(keyvalue.drop, _key(work, reached))
    return await _draft(work, reached, command.group)


async def save_moves(work: Work, command: OpenDivision) -> DivisionDraft:
    """Let the chosen moves hold from the chosen day on; their teachers are told. Gives the division afterwards.

    Raises Forbidden, Refusal "subgroup-recorded" where a lesson of a subgroup concerned is recorded from that day on,
    "subgroup-unchanged" where nothing was chosen.
    """
    reached = await _reach(work, command.group)
    draft = await _draft(work, reached, command.group)
    if not draft.moves:
        raise Refusal("subgroup-unchanged")
    day = draft.division.day
    known = await work.run(query.memberships, reached.groups, draft.moves.keys())
    concerned = {*draft.moves.values(), *(each.group for each in known if each.student in draft.moves and each.on(day))}
    recorded = await work.run(query.last_recorded, concerned, day)
    if recorded is not None:
        raise Refusal("subgroup-recorded", day=recorded)
    changed: dict[GroupId, list[int]] = defaultdict(list)
    for student, target in draft.moves.items():
        own = [each for each in known if each.student == student]
        for group, membership in await _move(work, reached.permit, own, (student, target, day)):
            changed[group].append(membership)
    await _tell(work, reached, changed, day)
    # The day stays chosen: what was saved is seen as it will be.
    await _keep(work, reached, replace(draft, moves={}))
    return await _draft(work, reached, command.group)


async def _move(
    work: Work, permit: Permit, own: list[Membership], move: tuple[PersonId, GroupId, date]
) -> Iterable[tuple[GroupId, int]]:
    student, target, day = move
    change = transfer(own, target, day)
    await work.run(gateway.end, change.ended)
    begun = change.reopened
    if begun is None:
        begun = await work.run(gateway.begin, target, student, day)
    else:
        await work.run(gateway.reopen, begun)
    before = ",".join(str(each.group) for each in own if each.on(day)) or None
    after = f"{target} {day.isoformat()}"
    await work.audit(permit, AuditEntry(AuditKind.SUBGROUP_CHANGED, target, before, after, student=student))
    ended = [(each.group, each.id) for each in own if each.id in change.ended and each.group != target]
    return [*ended, (target, begun)]


async def _tell(work: Work, reached: _Reached, changed: dict[GroupId, list[int]], day: date) -> None:
    school, me = reached.subject.school, reached.permit.capacity.person
    for group, person in await work.run(query.teachers, changed.keys(), day):
        if person == me:
            continue
        for membership in changed[group]:
            await work.tell(Event(EventKind.SUBGROUP, school, membership, work.now, person=person, actor=me))
