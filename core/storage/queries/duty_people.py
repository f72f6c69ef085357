"""People as duties about them ask: when they were entered, handed access, used it, gave consent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, or_, select

from core.model.duty_facts import PersonFact
from core.model.ids import KlassId, PersonId
from core.model.people import PersonKind
from core.rules.calendar import at_local, local_day
from core.storage.queries.duty_asked import AskedFacts
from core.storage.rows import BindingRow, ConsentRow, EnrolmentRow, GuardianshipRow, InvitationRow, PersonRow


@dataclass(frozen=True, slots=True)
class _Family:
    """What links children and guardians."""

    klasses: Mapping[int, list[KlassId]]
    enrolled: Mapping[int, date]
    children: Mapping[int, list[int]]
    guardians: Mapping[int, list[int]]
    declined: frozenset[int]


def people(db: Connection, asked: AskedFacts, since: datetime | None) -> tuple[PersonFact, ...]:
    """Give people with access and consent, of one class where asked; only those entered, employed, enrolled or given
    access since an instant, where one is told. Six statements.
    """
    zone = asked.zone
    students = _students(asked)
    family = _family(db, students, asked.year_start)
    ids = _scope(asked, students)
    rows = list(db.execute(select(*PersonRow.__table__.c).where(PersonRow.id.in_(ids))))
    issued = _instants(db, InvitationRow, InvitationRow.issued_at, ids)
    bound = _instants(db, BindingRow, BindingRow.since, ids)
    own = _consents(db, ids, rows, zone)
    found = (_person(row, family, issued.get(row.id), bound.get(row.id), own) for row in rows)
    return tuple(person for person in found if since is None or _recent(person, since, zone))


def _students(asked: AskedFacts) -> Select[int]:
    if asked.klasses is None:
        return select(PersonRow.id).where(PersonRow.school_id == asked.school, PersonRow.kind == PersonKind.STUDENT)
    return select(EnrolmentRow.student_id).where(EnrolmentRow.klass_id.in_(asked.klasses))


def _scope(asked: AskedFacts, students: Select[int]) -> Select[int]:
    everybody = select(PersonRow.id).where(PersonRow.school_id == asked.school)
    if asked.klasses is None:
        return everybody
    guardians = select(GuardianshipRow.guardian_id).where(GuardianshipRow.student_id.in_(students))
    staff = PersonRow.kind == PersonKind.STAFF
    return everybody.where(or_(staff, PersonRow.id.in_(students), PersonRow.id.in_(guardians)))


def _recent(person: PersonFact, since: datetime, zone: ZoneInfo) -> bool:
    instants = (person.entered_at, person.issued_at)
    begun = person.since is not None and person.since >= local_day(since, zone)
    return begun or any(instant is not None and instant >= since for instant in instants)


def _family(db: Connection, students: Select[int], year_start: date) -> _Family:
    """Without an order, an enrolment from the year's first day is a class list, not a document [002 XII]."""
    klasses: dict[int, list[KlassId]] = defaultdict(list)
    enrolled: dict[int, date] = {}
    enrolments = select(EnrolmentRow.student_id, EnrolmentRow.klass_id, EnrolmentRow.since, EnrolmentRow.order_no)
    for student, klass, since, order in db.execute(
        enrolments.where(EnrolmentRow.student_id.in_(students)).order_by(EnrolmentRow.since, EnrolmentRow.id)
    ):
        if student not in klasses and (order or since != year_start):
            enrolled[student] = since
        klasses[student].append(KlassId(klass))
    children: dict[int, list[int]] = defaultdict(list)
    guardians: dict[int, list[int]] = defaultdict(list)
    electronic: dict[int, bool] = {}
    links = select(GuardianshipRow.guardian_id, GuardianshipRow.student_id, GuardianshipRow.electronic)
    for guardian, student, wanted in db.execute(links.where(GuardianshipRow.student_id.in_(students))):
        children[guardian].append(student)
        guardians[student].append(guardian)
        electronic[guardian] = electronic.get(guardian, False) or wanted
    return _Family(
        klasses, enrolled, children, guardians, frozenset(each for each, wanted in electronic.items() if not wanted)
    )


def _instants(db: Connection, table: Any, instant: Any, ids: Select[int]) -> dict[int, datetime]:
    query = select(table.person_id, func.min(instant)).where(table.person_id.in_(ids))
    return {row[0]: row[1] for row in db.execute(query.group_by(table.person_id))}


def _consents(db: Connection, ids: Select[int], rows: Iterable[Any], zone: ZoneInfo) -> dict[int, datetime]:
    query = (
        select(BindingRow.person_id, func.min(ConsentRow.given_at))
        .join(ConsentRow, ConsentRow.account_id == BindingRow.account_id)
        .where(BindingRow.person_id.in_(ids), ConsentRow.withdrawn_at.is_(None))
        .group_by(BindingRow.person_id)
    )
    found: dict[int, datetime] = {row[0]: row[1] for row in db.execute(query)}
    for row in rows:
        if row.paper_consent_on is not None:
            paper = at_local(row.paper_consent_on, time(), zone)
            found[row.id] = min(paper, found.get(row.id, paper))
    return found


def _person(
    row: Any, family: _Family, issued: datetime | None, bound: datetime | None, consents: Mapping[int, datetime]
) -> PersonFact:
    """A guardian stands in the classes of the children, a student's consent may be a guardian's."""
    students = family.children.get(row.id, []) if row.kind is PersonKind.GUARDIAN else [row.id]
    places = [place for student in students for place in family.klasses.get(student, ())[-1:]]
    begun = [family.enrolled[student] for student in students if student in family.enrolled]
    words = [consents.get(row.id), *(consents.get(each) for each in family.guardians.get(row.id, ()))]
    return PersonFact(
        id=PersonId(row.id),
        kind=row.kind,
        klasses=tuple(dict.fromkeys(places)),
        since=row.since if row.kind is PersonKind.STAFF else min(begun, default=None),
        until=row.until,
        electronic=row.id not in family.declined,
        entered_at=row.entered_at,
        issued_at=issued,
        bound_at=bound,
        consented_at=min((each for each in words if each is not None), default=None),
    )
