"""Reading notices: as they are composed, as they came, and whom they reach. Statements don't grow with the readers."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Subquery, and_, case, exists, func, or_, select

from core.model.homework import SentFile
from core.model.ids import AccountId, GroupId, KlassId, NoticeId, PersonId, SchoolId
from core.model.notice import Author, Household, Notice, NoticeAim, NoticeKind, NoticeState, Progress
from core.model.people import PersonKind, PersonName
from core.rules.consent import CONSENT_VERSION
from core.storage.queries.journal import alphabetical
from core.storage.rows import (
    AccountRow,
    BindingRow,
    ConsentRow,
    EnrolmentRow,
    EventRow,
    GroupMemberRow,
    GroupRow,
    GuardianshipRow,
    KlassRow,
    LetterItemRow,
    LetterRow,
    NoticeFileRow,
    NoticeReaderRow,
    NoticeRow,
    NoticeTargetRow,
    NoticeWordRow,
    PersonRow,
    SubjectRow,
)

SENT = "sent"
_NAME = (PersonRow.family, PersonRow.given, PersonRow.patronymic)


def notices(db: Connection, ids: Collection[int]) -> dict[NoticeId, Notice]:
    """Give notices with their files and what was chosen for them; three statements."""
    rows = list(db.execute(select(*NoticeRow.__table__.c).where(NoticeRow.id.in_(ids))))
    files: dict[int, list[SentFile]] = defaultdict(list)
    attached = select(NoticeFileRow.notice_id, NoticeFileRow.kind, NoticeFileRow.file_id, NoticeFileRow.name)
    for notice, kind, file, name in db.execute(
        attached.where(NoticeFileRow.notice_id.in_(ids)).order_by(NoticeFileRow.id)
    ):
        files[notice].append(SentFile(kind, file, name))
    numbers: dict[int, set[int]] = defaultdict(set)
    chosen = select(NoticeTargetRow.notice_id, NoticeTargetRow.number).where(NoticeTargetRow.notice_id.in_(ids))
    for notice, number in db.execute(chosen):
        numbers[notice].add(number)
    return {row.id: _notice(row, files[row.id], numbers[row.id]) for row in rows}


def notice(db: Connection, key: NoticeId) -> Notice | None:
    """Give one notice."""
    return notices(db, [key]).get(key)


def _notice(row: Any, files: Sequence[SentFile], numbers: Collection[int]) -> Notice:
    return Notice(
        id=NoticeId(row.id),
        school=SchoolId(row.school_id),
        author=PersonId(row.author_id),
        role=row.role,
        klass=KlassId(row.klass_id) if row.klass_id else None,
        aim=row.aim,
        readers=row.readers,
        kind=row.kind,
        state=row.state,
        text=row.text,
        created_at=row.created_at,
        group=GroupId(row.group_id) if row.group_id else None,
        week=row.week,
        urgent=row.urgent,
        send_at=row.send_at,
        sent_at=row.sent_at,
        edited_at=row.edited_at,
        ended_at=row.ended_at,
        reminded_at=row.reminded_at,
        files=tuple(files),
        numbers=frozenset(numbers),
    )


def students_of(value: Notice) -> Subquery:
    """Give the families of a notice as they are now: students with their classes."""
    query = (
        select(EnrolmentRow.student_id.label("student"), EnrolmentRow.klass_id.label("klass"))
        .join(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(KlassRow.school_id == value.school, EnrolmentRow.until.is_(None))
    )
    match value.aim:
        case NoticeAim.KLASS:
            query = query.where(EnrolmentRow.klass_id == value.klass)
        case NoticeAim.GROUP:
            members = select(GroupMemberRow.student_id).where(
                GroupMemberRow.group_id == value.group, GroupMemberRow.until.is_(None)
            )
            query = query.where(EnrolmentRow.klass_id == value.klass, EnrolmentRow.student_id.in_(members))
        case NoticeAim.FAMILIES:
            query = query.where(EnrolmentRow.klass_id == value.klass, EnrolmentRow.student_id.in_(value.numbers))
        case NoticeAim.GRADES:
            query = query.where(KlassRow.grade.in_(value.numbers))
        case NoticeAim.KLASSES:
            query = query.where(EnrolmentRow.klass_id.in_(value.numbers))
    return query.subquery()


def staff_of(value: Notice, today: date) -> Subquery:
    """Give the staff of a notice's school but its author; who has left hears nothing more."""
    query = select(PersonRow.id.label("person")).where(
        PersonRow.school_id == value.school,
        PersonRow.kind == PersonKind.STAFF,
        PersonRow.id != value.author,
        or_(PersonRow.until.is_(None), PersonRow.until >= today),
    )
    return query.subquery()


_CONSENTED = exists().where(
    ConsentRow.account_id == AccountRow.id,
    ConsentRow.version == CONSENT_VERSION,
    ConsentRow.withdrawn_at.is_(None),
)
_OPEN_WAY = and_(
    BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None), AccountRow.blocked_at.is_(None), _CONSENTED
)


def chats(db: Connection, people: Collection[PersonId]) -> dict[PersonId, frozenset[AccountId]]:
    """Give the accounts by which people are reached."""
    query = (
        select(BindingRow.person_id, BindingRow.account_id)
        .join(AccountRow, AccountRow.id == BindingRow.account_id)
        .where(BindingRow.person_id.in_(people), _OPEN_WAY)
    )
    found: dict[PersonId, set[AccountId]] = defaultdict(set)
    for person, account in db.execute(query):
        found[PersonId(person)].add(AccountId(account))
    return {person: frozenset(accounts) for person, accounts in found.items()}


def children(db: Connection, value: Notice) -> list[tuple[PersonId, PersonName, str]]:
    """Give the students of a notice in the order of class lists, each with the class's name."""
    students = students_of(value)
    query = (
        select(PersonRow.id, *_NAME, KlassRow.name, KlassRow.grade)
        .join(students, students.c.student == PersonRow.id)
        .join(KlassRow, KlassRow.id == students.c.klass)
    )
    rows = [(PersonId(key), PersonName(*name), klass, grade) for key, *name, klass, grade in db.execute(query)]
    rows.sort(key=lambda row: (row[3], row[2], alphabetical(row[1]), row[0]))
    return [row[:3] for row in rows]


def guardians(db: Connection, value: Notice) -> list[tuple[PersonId, PersonId]]:
    """Give the pairs of guardian and student of a notice; who declined the electronic service is left out."""
    students = select(students_of(value).c.student)
    query = select(GuardianshipRow.guardian_id, GuardianshipRow.student_id).where(
        GuardianshipRow.student_id.in_(students), GuardianshipRow.until.is_(None), GuardianshipRow.electronic
    )
    return [(PersonId(guardian), PersonId(student)) for guardian, student in db.execute(query)]


def staff(db: Connection, value: Notice, today: date) -> list[PersonId]:
    """Give the staff of a notice."""
    return [PersonId(person) for person in db.execute(select(staff_of(value, today).c.person)).scalars()]


def author(db: Connection, person: PersonId, role: Any) -> Author:
    """Give who speaks."""
    row = db.execute(select(*_NAME).where(PersonRow.id == person)).one()
    return Author(PersonName(*row), role)


def authors(db: Connection, people: Collection[PersonId]) -> dict[PersonId, PersonName]:
    """Give the names of people."""
    query = select(PersonRow.id, *_NAME).where(PersonRow.id.in_(people))
    return {PersonId(key): PersonName(*name) for key, *name in db.execute(query)}


def groups(db: Connection, klass: KlassId) -> list[tuple[GroupId, str]]:
    """Give the subgroups of a class by subject and name."""
    query = (
        select(GroupRow.id, SubjectRow.short, GroupRow.name)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(GroupRow.klass_id == klass, GroupRow.name != "")
        .order_by(SubjectRow.name, GroupRow.name)
    )
    return [(GroupId(key), f"{subject}, {name}") for key, subject, name in db.execute(query)]


def klasses(db: Connection, school: SchoolId) -> list[tuple[KlassId, str, int]]:
    """Give the classes of a school that have students: id, name, grade."""
    taught = exists().where(EnrolmentRow.klass_id == KlassRow.id, EnrolmentRow.until.is_(None))
    query = select(KlassRow.id, KlassRow.name, KlassRow.grade).where(KlassRow.school_id == school, taught)
    return [
        (KlassId(key), name, grade) for key, name, grade in db.execute(query.order_by(KlassRow.grade, KlassRow.name))
    ]


def is_leaving(db: Connection, kind: str, key: NoticeId) -> bool:
    """Tell whether nobody has yet been asked who is to be written to."""
    waits = (EventRow.published_at.is_(None), EventRow.kind == kind, EventRow.subject_id == key)
    return db.execute(select(EventRow.id).where(*waits).limit(1)).first() is not None


def progress(db: Connection, kind: str, key: NoticeId, now: datetime) -> Progress:
    """Count the chats of a notice by how far its letters have come."""
    waits = LetterRow.settled_at.is_(None)
    query = (
        select(
            func.count(),
            func.sum(case((LetterItemRow.told.is_not(None), 1), else_=0)),
            func.sum(case((and_(waits, LetterRow.due_at > now), 1), else_=0)),
            func.sum(case((and_(~waits, LetterItemRow.told.is_(None)), 1), else_=0)),
        )
        .join(LetterItemRow, LetterItemRow.letter_id == LetterRow.id)
        .where(LetterItemRow.kind == kind, LetterItemRow.subject_id == key)
    )
    return Progress(*(number or 0 for number in db.execute(query).one()))


def households(db: Connection, value: Notice) -> dict[PersonId, Household]:
    """Give the families, or the staff, that a sent notice was for: who has read, who has a way to read."""
    known_by = func.coalesce(NoticeReaderRow.student_id, NoticeReaderRow.person_id)
    way = exists().where(
        BindingRow.person_id == NoticeReaderRow.person_id, BindingRow.account_id == AccountRow.id, _OPEN_WAY
    )
    # A child's tap is not a parent's: where guardians are asked, they answer for the family.
    answers = or_(NoticeReaderRow.student_id.is_(None), NoticeReaderRow.student_id != NoticeReaderRow.person_id)
    if value.readers.value == "students":
        answers = NoticeReaderRow.student_id == NoticeReaderRow.person_id
    query = (
        select(
            known_by,
            func.min(case((answers, NoticeReaderRow.read_at))).label("read_at"),
            func.max(case((way, 1), else_=0)),
        )
        .where(NoticeReaderRow.notice_id == value.id)
        .group_by(known_by)
    )
    rows = {person: (read, bool(reached)) for person, read, reached in db.execute(query)}
    named = (
        select(PersonRow.id, *_NAME, KlassRow.name)
        .outerjoin(EnrolmentRow, and_(EnrolmentRow.student_id == PersonRow.id, EnrolmentRow.until.is_(None)))
        .outerjoin(KlassRow, KlassRow.id == EnrolmentRow.klass_id)
        .where(PersonRow.id.in_(rows))
    )
    return {
        PersonId(key): Household(PersonName(*name), *rows[key], klass or "") for key, *name, klass in db.execute(named)
    }


def counts(db: Connection, ids: Collection[NoticeId]) -> dict[NoticeId, tuple[int, int]]:
    """Give of notices how many households have read, and how many there are."""
    known_by = func.coalesce(NoticeReaderRow.student_id, NoticeReaderRow.person_id)
    each = (
        select(NoticeReaderRow.notice_id, known_by, func.max(NoticeReaderRow.read_at).label("read_at"))
        .where(NoticeReaderRow.notice_id.in_(ids))
        .group_by(NoticeReaderRow.notice_id, known_by)
        .subquery()
    )
    query = select(each.c.notice_id, func.count(each.c.read_at), func.count()).group_by(each.c.notice_id)
    return {NoticeId(key): (read, total) for key, read, total in db.execute(query)}


def listed(db: Connection, school: SchoolId, klass: KlassId | None, author: PersonId, limit: int) -> list[NoticeId]:
    """Give the newest notices of a class, or of the school's office; drafts only to their author."""
    mine = or_(NoticeRow.state != NoticeState.DRAFT, NoticeRow.author_id == author)
    place = NoticeRow.klass_id.is_(None) if klass is None else NoticeRow.klass_id == klass
    query = (
        select(NoticeRow.id)
        .where(NoticeRow.school_id == school, place, mine, NoticeRow.state != NoticeState.CANCELLED)
        .order_by(NoticeRow.created_at.desc(), NoticeRow.id.desc())
    )
    return [NoticeId(key) for key in db.execute(query.limit(limit)).scalars()]


def draft_of(
    db: Connection, author: PersonId, klass: KlassId | None, kind: NoticeKind, week: date | None
) -> NoticeId | None:
    """Give the draft that somebody began for the same place, if any: the unfinished one is taken up again."""
    place = NoticeRow.klass_id.is_(None) if klass is None else NoticeRow.klass_id == klass
    of_week = NoticeRow.week.is_(None) if week is None else NoticeRow.week == week
    query = select(NoticeRow.id).where(
        NoticeRow.author_id == author, place, of_week, NoticeRow.kind == kind, NoticeRow.state == NoticeState.DRAFT
    )
    found = db.execute(query.order_by(NoticeRow.id.desc()).limit(1)).scalar()
    return NoticeId(found) if found else None


def scheduled(db: Connection, now: datetime) -> list[NoticeId]:
    """Give the notices whose hour has come."""
    due = (NoticeRow.state == NoticeState.SCHEDULED, NoticeRow.send_at <= now)
    return [NoticeId(key) for key in db.execute(select(NoticeRow.id).where(*due).order_by(NoticeRow.id)).scalars()]


def accounts(db: Connection, person: PersonId) -> list[int]:
    """Give the Telegram ids by which somebody acts now."""
    query = (
        select(AccountRow.telegram_id)
        .join(BindingRow, BindingRow.account_id == AccountRow.id)
        .where(BindingRow.person_id == person, BindingRow.ended_at.is_(None), BindingRow.confirmed_at.is_not(None))
    )
    return list(db.execute(query).scalars())


def readers(db: Connection, ids: Collection[int]) -> dict[NoticeId, list[tuple[PersonId, PersonId | None]]]:
    """Give whom sent notices are for: (person, of which student)."""
    query = select(NoticeReaderRow.notice_id, NoticeReaderRow.person_id, NoticeReaderRow.student_id)
    found: dict[NoticeId, list[tuple[PersonId, PersonId | None]]] = defaultdict(list)
    for key, person, student in db.execute(query.where(NoticeReaderRow.notice_id.in_(ids))):
        found[NoticeId(key)].append((PersonId(person), PersonId(student) if student else None))
    return found


def children_of(
    db: Connection, ids: Collection[int], people: Collection[PersonId]
) -> list[tuple[NoticeId, PersonId, PersonId]]:
    """Give which children of some people notices are for: (notice, person, student), in the order of their ids."""
    query = select(NoticeReaderRow.notice_id, NoticeReaderRow.person_id, NoticeReaderRow.student_id).where(
        NoticeReaderRow.notice_id.in_(ids),
        NoticeReaderRow.person_id.in_(people),
        NoticeReaderRow.student_id.is_not(None),
    )
    rows = db.execute(query.order_by(NoticeReaderRow.student_id))
    return [(NoticeId(key), PersonId(person), PersonId(student)) for key, person, student in rows if student]


def read_times(db: Connection, ids: Collection[int]) -> dict[tuple[NoticeId, PersonId], datetime]:
    """Give when households said that they had read notices: by notice and student, or one of the staff."""
    known_by = func.coalesce(NoticeReaderRow.student_id, NoticeReaderRow.person_id)
    query = select(NoticeReaderRow.notice_id, known_by, func.min(NoticeReaderRow.read_at)).where(
        NoticeReaderRow.notice_id.in_(ids), NoticeReaderRow.read_at.is_not(None)
    )
    rows = db.execute(query.group_by(NoticeReaderRow.notice_id, known_by))
    return {(NoticeId(key), PersonId(person)): at for key, person, at in rows if at is not None}


def received(
    db: Connection, key: NoticeId, people: Collection[PersonId]
) -> list[tuple[PersonId, PersonId | None, datetime | None]]:
    """Give as whom some people got a notice: (person, student, read at)."""
    query = select(NoticeReaderRow.person_id, NoticeReaderRow.student_id, NoticeReaderRow.read_at).where(
        NoticeReaderRow.notice_id == key, NoticeReaderRow.person_id.in_(people)
    )
    return [
        (PersonId(person), PersonId(student) if student else None, read)
        for person, student, read in db.execute(query.order_by(NoticeReaderRow.id))
    ]


def words(db: Connection, ids: Collection[int], students: Collection[PersonId]) -> dict[tuple[NoticeId, PersonId], str]:
    """Give the class teacher's words about children."""
    query = select(NoticeWordRow.notice_id, NoticeWordRow.student_id, NoticeWordRow.text).where(
        NoticeWordRow.notice_id.in_(ids), NoticeWordRow.student_id.in_(students)
    )
    return {(NoticeId(key), PersonId(student)): text for key, student, text in db.execute(query)}
