"""Whom to write to, and what has been written: lists of threads, of people, of classes (DIA-12)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.model.access import Action, Subject
from core.model.errors import Forbidden
from core.model.ids import GroupId, KlassId, PersonId, SchoolId
from core.model.people import Role
from core.model.thread import (
    Contact,
    Directory,
    FamilyOf,
    FamilyTalks,
    KlassChoice,
    PupilList,
    StaffTalks,
    ThreadSide,
)
from core.rules.access import allowed, require
from core.storage.queries import contacts as people
from core.storage.queries import invitations
from core.storage.queries import threads as query
from core.storage.work import Work
from core.usecases.reaching import NOWHERE, reach_school, school_today, school_zone
from core.usecases.talk_access import enter_child

_WRITING = (Role.TEACHER, Role.PSYCHOLOGIST, Role.CLASS_TEACHER, Role.DEPUTY, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class ListTalks:
    """The threads about a child that its reader has."""

    child: PersonId


async def list_talks(work: Work, command: ListTalks) -> FamilyTalks:
    """Give one's own threads about a child, unread ones first; nobody else's of the family. Raises Forbidden."""
    where = await enter_child(work, command.child, ThreadSide.FAMILY)
    lines = await work.run(query.of_child, command.child, [where.me], where.today)
    return FamilyTalks(where.child, where.today, lines)


async def list_contacts(work: Work, command: ListTalks) -> Directory:
    """Give whom the family may write to about a child: class teacher, teachers, office. Raises Forbidden."""
    where = await enter_child(work, command.child, ThreadSide.FAMILY)
    return Directory(where.child, where.today, where.contacts)


@dataclass(frozen=True, slots=True)
class ListStaffTalks:
    """The threads of somebody of a school's staff."""

    school: SchoolId


async def list_staff_talks(work: Work, command: ListStaffTalks) -> StaffTalks:
    """Give the actor's own threads at a school, unread ones first. Raises Forbidden for whoever does not work there."""
    reach_school(work, command.school, Action.TIMETABLE_READ)
    mine = _writers(work, command.school)
    if not mine:
        raise Forbidden(Action.MESSAGE_WRITE)
    zone = await school_zone(work, command.school)
    today = work.now.astimezone(zone).date()
    lines = await work.run(query.of_staff, command.school, mine, today)
    return StaffTalks(command.school, zone, today, lines, await _complaints(work, command.school))


def _writers(work: Work, school: SchoolId) -> set[PersonId]:
    return {one.person for one in work.actor.capacities if one.school == school and one.role in _WRITING}


async def _complaints(work: Work, school: SchoolId) -> int | None:
    if allowed(work.actor, Action.THREAD_READ_COMPLAINED, Subject(school=school)) is None:
        return None
    found = await work.run(query.complaints_of_school, school)
    return sum(each.decided_at is None for each in found)


@dataclass(frozen=True, slots=True)
class ListKlasses:
    """The classes of a school."""

    school: SchoolId


async def list_klasses(work: Work, command: ListKlasses) -> KlassChoice:
    """Give the classes whose families the actor may write to. Raises Forbidden where there is none."""
    found = await work.run(people.klasses_of, command.school)
    mine = tuple(
        (key, name) for key, name, grade, groups in found if _teaches(work, command.school, key, grade, groups)
    )
    if not mine:
        reach_school(work, command.school, Action.MESSAGE_WRITE)
    return KlassChoice(command.school, mine)


def _teaches(work: Work, school: SchoolId, klass: KlassId, grade: int, groups: frozenset[GroupId]) -> bool:
    subjects = (Subject(school, klass=klass, grade=grade, group=group) for group in (None, *groups))
    return any(allowed(work.actor, Action.MESSAGE_WRITE, subject) is not None for subject in subjects)


@dataclass(frozen=True, slots=True)
class ListPupils:
    """The students of a class."""

    klass: KlassId


async def list_pupils(work: Work, command: ListPupils) -> PupilList:
    """Give the students of a class whom the actor is to do with, in order. Raises Forbidden where there is none."""
    found = await work.run(invitations.klass_subject, command.klass)
    if found is None:
        reach_school(work, NOWHERE, Action.MESSAGE_WRITE)
        raise Forbidden(Action.MESSAGE_WRITE)
    about, name = found
    today = await school_today(work, about.school)
    students = await work.run(people.students_of, command.klass, today)
    around = await work.run(people.contacts, list(students), today)
    mine = tuple(pair for pair in students.items() if _may_write(work, replace(about, student=pair[0]), around))
    if not mine:
        require(work.actor, Action.MESSAGE_WRITE, about)
    return PupilList(about.school, command.klass, name, mine)


def _may_write(work: Work, about: Subject, around: Mapping[PersonId, tuple[Contact, ...]]) -> bool:
    mine = {one.person for one in work.actor.capacities}
    contacts = around.get(about.student, ()) if about.student else ()
    return any(
        allowed(work.actor, Action.MESSAGE_WRITE, replace(about, group=next(iter(each.groups), None))) is not None
        for each in contacts
        if each.person in mine
    )


@dataclass(frozen=True, slots=True)
class ListFamily:
    """The family of a student, for somebody of the staff."""

    student: PersonId


async def list_family(work: Work, command: ListFamily) -> FamilyOf:
    """Give whom of a family the actor may write to. Raises Forbidden for whoever is not to do with the child."""
    where = await enter_child(work, command.student, ThreadSide.STAFF)
    found = await work.run(people.relatives, command.student, where.today)
    return FamilyOf(where.child, where.today, found)


@dataclass(frozen=True, slots=True)
class CountStaffUnread:
    """Messages at a school that one of its staff has not read."""

    school: SchoolId


async def count_staff_unread(work: Work, command: CountStaffUnread) -> int:
    """Count what the actor has not read as staff of a school. Raises Forbidden."""
    reach_school(work, command.school, Action.TIMETABLE_READ)
    mine = _writers(work, command.school)
    if not await work.run(query.unread_of, mine):
        return 0
    # What somebody who went to another class left unread is in no list of theirs any more.
    today = await school_today(work, command.school)
    return sum(line.unread for line in await work.run(query.of_staff, command.school, mine, today))
