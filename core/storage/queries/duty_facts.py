"""What all duties of a school are reckoned from: a handful of statements, whatever the number of rows (REG-2).

Everything is bounded by the asked days, so that years of data cost nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Executable, String, cast, literal, null, or_, select, union_all

from core.model.duty import Pardon
from core.model.duty_facts import (
    Belonging,
    DutyFacts,
    GroupFact,
    KlassFact,
    StaffFact,
)
from core.model.ids import GroupId, KlassId, PersonId, SchoolId, SubjectId
from core.model.people import PersonKind, Role
from core.storage.queries import duty_sources as sources
from core.storage.queries.duty_asked import MARGIN, AskedFacts, Need, Standing
from core.storage.queries.duty_lessons import lessons
from core.storage.queries.duty_people import people
from core.storage.rows import (
    AssignmentRow,
    DutyConfirmationRow,
    DutyPardonRow,
    EnrolmentRow,
    GroupMemberRow,
    GroupRow,
    KlassRow,
    LessonRow,
    PersonRow,
    SchoolRow,
    StaffRoleRow,
    SubjectRow,
)


def was_in_dnevnik(db: Connection, school: SchoolId) -> bool:
    """Tell whether the school kept its journal in «Дневник.ру» before [003 А–Е]."""
    return bool(db.execute(select(SchoolRow.was_in_dnevnik).where(SchoolRow.id == school)).scalar())


def grade_of(db: Connection, school: SchoolId, klass: KlassId) -> int | None:
    """Give the grade of a class, None where the school has no such class."""
    query = select(KlassRow.grade).where(KlassRow.school_id == school, KlassRow.id == klass)
    grade: int | None = db.execute(query).scalar()
    return grade


_OF_THE_SCHOOL = frozenset({Role.DEPUTY, Role.HEAD, Role.ADMINISTRATOR, Role.SECRETARY, Role.WORKING_GROUP})


def standing(db: Connection, school: SchoolId, person: PersonId, first: date, last: date) -> Standing:
    """Tell in which roles, and of which classes, somebody may hold duties of some days; one statement."""
    kind, role, of_klass = literal("kind"), literal("role"), literal("klass")
    nothing, nowhere = cast(null(), String), cast(null(), BigInteger)
    substituted = (LessonRow.substitute_id == person) & LessonRow.day.between(first - MARGIN, last + MARGIN)
    own = KlassRow.school_id == school
    query: Executable = union_all(
        select(kind, cast(PersonRow.kind, String), nowhere).where(PersonRow.id == person),
        select(role, cast(StaffRoleRow.role, String), nowhere).where(StaffRoleRow.person_id == person),
        select(literal("head"), nothing, KlassRow.id).where(own, KlassRow.class_teacher_id == person),
        select(of_klass, nothing, EnrolmentRow.klass_id).where(EnrolmentRow.student_id == person),
        select(of_klass, nothing, GroupRow.klass_id)
        .join(AssignmentRow, AssignmentRow.group_id == GroupRow.id)
        .where(AssignmentRow.teacher_id == person),
        select(of_klass, nothing, LessonRow.klass_id).where(substituted),
        select(of_klass, nothing, LessonRow.klass_id).where(
            LessonRow.teacher_id == person, LessonRow.day.between(first - MARGIN, last + MARGIN)
        ),
    )
    found = list(sources.rows(db, query))
    roles = {Role(row[1]) for row in found if row[0] == "role"}
    kinds = {PersonKind(row[1]) for row in found if row[0] == "kind"}
    roles |= {Role.CLASS_TEACHER} if any(row[0] == "head" for row in found) else set()
    roles |= {Role.TEACHER} if PersonKind.STAFF in kinds else {Role.STUDENT, Role.GUARDIAN}
    klasses = frozenset(KlassId(row[2]) for row in found if row[2] is not None)
    return Standing(frozenset(roles), None if roles & _OF_THE_SCHOOL else klasses)


def facts(db: Connection, asked: AskedFacts) -> DutyFacts:
    """Give what the asked rows need."""
    klasses = _klasses(db, asked)
    groups = _groups(db, asked, klasses)
    found = DutyFacts(
        klasses=klasses,
        groups=groups,
        staff=_staff(db, asked),
        belongings=_belongings(db, asked, klasses),
        confirmations=_confirmations(db, asked),
        pardons=pardons(db, asked),
    )
    if Need.PERIODS in asked.needs:
        found = replace(found, periods=sources.periods(db, asked))
    if Need.LESSONS in asked.needs:
        found = replace(found, lessons=lessons(db, asked, found, Need.LESSONS_AHEAD in asked.needs))
    for need, name, load in _LOADERS:
        if need in asked.needs:
            found = replace(found, **{name: load(db, asked, found)})
    return found


def _klasses(db: Connection, asked: AskedFacts) -> dict[KlassId, KlassFact]:
    query = select(KlassRow.id, KlassRow.grade, KlassRow.class_teacher_id, KlassRow.entered_at)
    query = query.where(KlassRow.school_id == asked.school)
    if asked.klasses is not None:
        query = query.where(KlassRow.id.in_(asked.klasses))
    return {KlassId(row[0]): KlassFact(*row) for row in sources.rows(db, query)}


def _groups(db: Connection, asked: AskedFacts, klasses: Collection[KlassId]) -> dict[GroupId, GroupFact]:
    teaching: dict[int, list[PersonId]] = defaultdict(list)
    held = or_(AssignmentRow.until.is_(None), AssignmentRow.until >= asked.first)
    loads = select(AssignmentRow.group_id, AssignmentRow.teacher_id).join(
        GroupRow, GroupRow.id == AssignmentRow.group_id
    )
    for group, teacher in sources.rows(
        db, loads.where(GroupRow.klass_id.in_(klasses), held).order_by(AssignmentRow.id)
    ):
        teaching[group].append(PersonId(teacher))
    query = (
        select(
            GroupRow.id,
            GroupRow.klass_id,
            KlassRow.grade,
            GroupRow.subject_id,
            GroupRow.name,
            SubjectRow.unassessed,
            GroupRow.entered_at,
        )
        .join(KlassRow, KlassRow.id == GroupRow.klass_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(GroupRow.klass_id.in_(klasses))
        .order_by(GroupRow.id)
    )
    return {
        GroupId(row.id): GroupFact(
            row.id,
            row.klass_id,
            row.grade,
            SubjectId(row.subject_id),
            row.name,
            row.unassessed,
            tuple(teaching[row.id]),
            row.entered_at,
        )
        for row in sources.rows(db, query)
    }


def _staff(db: Connection, asked: AskedFacts) -> tuple[StaffFact, ...]:
    query = (
        select(StaffRoleRow.person_id, StaffRoleRow.role, StaffRoleRow.grades)
        .join(PersonRow, PersonRow.id == StaffRoleRow.person_id)
        .where(PersonRow.school_id == asked.school, or_(PersonRow.until.is_(None), PersonRow.until >= asked.first))
    )
    return tuple(StaffFact(*row) for row in sources.rows(db, query))


def _belongings(db: Connection, asked: AskedFacts, klasses: Collection[KlassId]) -> tuple[Belonging, ...]:
    first = asked.first - MARGIN
    enrolled = select(EnrolmentRow.student_id, EnrolmentRow.klass_id, EnrolmentRow.since, EnrolmentRow.until)
    within = or_(EnrolmentRow.until.is_(None), EnrolmentRow.until >= first)
    found = [Belonging(*row) for row in sources.rows(db, enrolled.where(EnrolmentRow.klass_id.in_(klasses), within))]
    divided = select(
        GroupMemberRow.student_id,
        GroupRow.klass_id,
        GroupMemberRow.since,
        GroupMemberRow.until,
        GroupMemberRow.group_id,
    ).join(GroupRow, GroupRow.id == GroupMemberRow.group_id)
    still = or_(GroupMemberRow.until.is_(None), GroupMemberRow.until >= first)
    found.extend(Belonging(*row) for row in sources.rows(db, divided.where(GroupRow.klass_id.in_(klasses), still)))
    return tuple(found)


def _confirmations(db: Connection, asked: AskedFacts) -> dict[tuple[str, str], datetime]:
    query = select(DutyConfirmationRow.rule_id, DutyConfirmationRow.subject_key, DutyConfirmationRow.at)
    chosen = query.where(
        DutyConfirmationRow.school_id == asked.school,
        DutyConfirmationRow.at.between(asked.since - MARGIN, asked.now),
    )
    return {(row.rule_id, row.subject_key): row.at for row in sources.rows(db, chosen)}


def pardons(db: Connection, asked: AskedFacts) -> tuple[Pardon, ...]:
    """Give the pardons that may touch what is due in the asked days."""
    query = select(*DutyPardonRow.__table__.c).where(
        DutyPardonRow.school_id == asked.school,
        DutyPardonRow.since < asked.until,
        or_(DutyPardonRow.until.is_(None), DutyPardonRow.until >= asked.since - MARGIN),
        DutyPardonRow.at <= asked.now,
    )
    return tuple(_pardon(row, asked.now) for row in sources.rows(db, query.order_by(DutyPardonRow.id)))


def _pardon(row: Any, now: datetime) -> Pardon:
    ended = row.ended_at if row.ended_at is not None and row.ended_at <= now else None
    return Pardon(
        id=row.id,
        since=row.since,
        until=min((each for each in (row.until, ended) if each is not None), default=None),
        reason=row.reason,
        by=PersonId(row.by),
        at=row.at,
        rule=row.rule_id,
        person=row.person_id,
        lesson=row.lesson_id,
        klass=row.klass_id,
        subject_key=row.subject_key,
    )


def _everybody(db: Connection, asked: AskedFacts, found: DutyFacts) -> Any:
    since = None if Need.EVERYBODY in asked.needs else asked.since - MARGIN
    return people(db, asked, since)


_LOADERS: Sequence[tuple[Need, str, Callable[[Connection, AskedFacts, DutyFacts], Any]]] = (
    (Need.PLANS, "given", sources.given),
    (Need.PLANS, "plans", sources.plans),
    (Need.TAUGHT, "taught", sources.taught),
    (Need.CLOSINGS, "closings", sources.closings),
    (Need.FINALS, "finals", sources.finals),
    (Need.TIMETABLES, "timetables", sources.timetables),
    (Need.BELLS, "bells_at", sources.bells),
    (Need.PEOPLE, "people", _everybody),
    (Need.DECLINED, "declined", sources.declined),
    (Need.CHANGES, "substituted", sources.changes),
    (Need.EVENTS, "events", sources.events),
    (Need.ENTRIES, "entries", sources.entries),
    (Need.RESULTS, "results", sources.results),
    (Need.REMARKS, "remarks", sources.remarks),
    (Need.LOST, "lost", sources.lost),
    (Need.APPEALS, "appeals", sources.appeals),
    (Need.DOCUMENTS, "documents", sources.documents),
    (Need.ANALYSES, "analyses", sources.analyses),
    (Need.NOTICES, "notices", sources.notices),
)
