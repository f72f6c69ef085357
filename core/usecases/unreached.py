"""Families that no letter reaches: the class teacher's list, what was done, who gets paper (NTF-9) [000 §14]."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.model.access import Action
from core.model.audit import AuditEntry, AuditKind
from core.model.errors import Forbidden
from core.model.ids import KlassId, PersonId, SchoolId
from core.model.reach import Family, KlassCount, KlassReach, PaperBatch, ReachStepKind, Step
from core.rules.access import allowed
from core.rules.reach import gets_paper, hindered, reaches_at_once, rung, week_of
from core.storage.gateways import reach as gateway
from core.storage.queries import reach as query
from core.storage.queries.reach import Pupil
from core.storage.work import Work
from core.usecases.reaching import reach_klass, reach_person, reach_school, school_today, school_zone

LATELY = timedelta(days=14)
"""What was done longer ago is not shown any more."""


@dataclass(frozen=True, slots=True)
class ListUnreached:
    """Of which class."""

    klass: KlassId


async def list_unreached(work: Work, command: ListUnreached) -> KlassReach:
    """Give the families of a class with where each stands on the ladder. Raises Forbidden."""
    subject, name, _ = await reach_klass(work, command.klass, Action.KLASS_OVERVIEW)
    today = await school_today(work, subject.school)
    pupils = await work.run(query.pupils, [command.klass])
    return KlassReach(
        school=subject.school,
        klass=command.klass,
        name=name,
        week=week_of(today),
        today=today,
        families=await _families(work, subject.school, pupils, today),
        may_act=allowed(work.actor, Action.REACH_NOTE, subject) is not None,
    )


@dataclass(frozen=True, slots=True)
class OpenFamily:
    """The family of which student."""

    student: PersonId


async def open_family(work: Work, command: OpenFamily) -> KlassReach:
    """Give one family as the class teacher sees it, in its class. Raises Forbidden."""
    _, permit = await reach_person(work, command.student, Action.KLASS_OVERVIEW)
    pupil = await work.run(query.pupil, command.student)
    if pupil is None:
        raise Forbidden(Action.KLASS_OVERVIEW)
    found = await list_unreached(work, ListUnreached(pupil.klass))
    assert permit.capacity.school == found.school  # noqa: S101 - a student's class is of the student's school
    return replace(found, families=tuple(family for family in found.families if family.student == command.student))


@dataclass(frozen=True, slots=True)
class NoteStep:
    """What was done for a student's family: today, or of paper for this week."""

    student: PersonId
    kind: ReachStepKind


async def note_step(work: Work, command: NoteStep) -> KlassReach:
    """Record that a family was called, or got this week on paper; twice is once. Raises Forbidden."""
    who, permit = await reach_person(work, command.student, Action.REACH_NOTE)
    today = await school_today(work, who.school)
    step = Step(command.kind, week_of(today) if command.kind is ReachStepKind.PAPER else today)
    if step not in (await work.run(query.steps, [command.student], step.day)).get(command.student, ()):
        key = await work.run(gateway.keep, who.school, command.student, step, permit.capacity.person, work.now)
        entry = AuditEntry(AuditKind.REACH_NOTED, key, after=f"{step.kind}:{step.day}", student=command.student)
        await work.audit(permit, entry)
    return await open_family(work, OpenFamily(command.student))


@dataclass(frozen=True, slots=True)
class CountUnreached:
    """Of which school."""

    school: SchoolId


async def count_unreached(work: Work, command: CountUnreached) -> tuple[KlassCount, ...]:
    """Count the families of each class by where they stand; of a deputy's own grades only. Raises Forbidden."""
    permit = reach_school(work, command.school, Action.INVITATION_BOARD)
    today = await school_today(work, command.school)
    klasses = [each for each in await work.run(query.klasses, command.school) if each[2] in permit.capacity.grades]
    pupils = await work.run(query.pupils, [klass for klass, _, _ in klasses])
    families = await _families(work, command.school, pupils, today)
    counts = {klass: Counter(family.rung for family in families if family.klass == klass) for klass, _, _ in klasses}
    return tuple(KlassCount(klass, name, counts[klass]) for klass, name, _ in klasses)


@dataclass(frozen=True, slots=True)
class PaperWeek:
    """Of which class, in the week of which day; of today where none is given."""

    klass: KlassId
    day: date | None = None


async def paper_batch(work: Work, command: PaperWeek) -> PaperBatch:
    """Give the students of a class whose families get this week on paper: who declined the electronic service, and whom
    nothing else reaches as things stand now; and who got it. Raises Forbidden.
    """
    subject, name, _ = await reach_klass(work, command.klass, Action.PARENT_SHEET_PRINT)
    today = await school_today(work, subject.school)
    week = week_of(command.day or today)
    families = await _families(work, subject.school, await work.run(query.pupils, [command.klass]), today, week)
    served = [family for family in families if gets_paper(family.rung)]
    done = Step(ReachStepKind.PAPER, week)
    return PaperBatch(
        klass=command.klass,
        name=name,
        week=week,
        students=tuple((family.student, family.name) for family in served),
        handed=frozenset(family.student for family in served if done in family.steps),
    )


async def with_somebody_lost(work: Work, school: SchoolId, students: Collection[PersonId]) -> frozenset[PersonId]:
    """Give those of a school's students one of whose guardians gets or reads none: what must be read goes to the others
    at once (NTF-9). Three statements.
    """
    zone, day = await school_zone(work, school), work.now.date()
    contacts = await work.run(query.contacts, dict.fromkeys(students, day), work.now)
    lost = {student: hindered(household, work.now, zone) for student, household in contacts.items()}
    return frozenset(student for student, some in lost.items() if reaches_at_once(some))


async def _families(
    work: Work, school: SchoolId, pupils: Sequence[Pupil], today: date, since: date | None = None
) -> tuple[Family, ...]:
    zone = await school_zone(work, school)
    contacts = await work.run(query.contacts, {pupil.student: pupil.since for pupil in pupils}, work.now)
    begins = since or today - LATELY
    steps = await work.run(query.steps, [pupil.student for pupil in pupils], begins)
    found = []
    for pupil in pupils:
        household = contacts.get(pupil.student, [])
        lost = hindered(household, work.now, zone)
        place = rung(household, lost)
        found.append(Family(pupil.student, pupil.name, pupil.klass, place, lost, steps.get(pupil.student, ())))
    return tuple(found)
