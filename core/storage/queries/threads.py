"""Reading threads: who talks, what was said, what is unread; complaints (DIA-12)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from core.model.homework import SentFile
from core.model.ids import AccountId, ComplaintId, MessageId, PersonId, SchoolId, ThreadId
from core.model.people import PersonName
from core.model.thread import Complaint, Message, Relative, Talk, TalkLine, Thread, ThreadSide
from core.rules.threads import PAGE_MESSAGES
from core.storage.queries.contacts import contacts
from core.storage.rows import (
    EnrolmentRow,
    GuardianshipRow,
    KlassRow,
    LetterFileRow,
    LetterItemRow,
    LetterRow,
    PersonRow,
    ThreadComplaintRow,
    ThreadMessageRow,
    ThreadRow,
)

_STUDENT, _FAMILY, _STAFF = aliased(PersonRow), aliased(PersonRow), aliased(PersonRow)
_KLASS = (
    select(KlassRow.name)
    .join(EnrolmentRow, EnrolmentRow.klass_id == KlassRow.id)
    .where(EnrolmentRow.student_id == ThreadRow.student_id, EnrolmentRow.until.is_(None))
    .limit(1)
    .scalar_subquery()
)
_RELATION = and_(GuardianshipRow.guardian_id == ThreadRow.family_id, GuardianshipRow.student_id == ThreadRow.student_id)


def _names(person: Any, prefix: str) -> tuple[Any, ...]:
    return tuple(getattr(person, part).label(f"{prefix}_{part}") for part in ("family", "given", "patronymic"))


_TALKS: Select[Any] = (
    select(
        ThreadRow.__table__,
        *_names(_STUDENT, "student"),
        *_names(_FAMILY, "relative"),
        *_names(_STAFF, "staff"),
        _FAMILY.sex,
        GuardianshipRow.relation,
        and_(GuardianshipRow.id.is_not(None), GuardianshipRow.until.is_(None)).label("guards"),
        _KLASS.label("klass"),
    )
    .select_from(ThreadRow)
    .join(_STUDENT, _STUDENT.id == ThreadRow.student_id)
    .join(_FAMILY, _FAMILY.id == ThreadRow.family_id)
    .join(_STAFF, _STAFF.id == ThreadRow.staff_id)
    .outerjoin(GuardianshipRow, _RELATION)
)


def talks(db: Connection, ids: Collection[int], today: date) -> dict[ThreadId, Talk]:
    """Give threads with what people know them by, and who of the staff is still to do with the child."""
    return _talks(db, ThreadRow.id.in_(ids), today)


def _talks(db: Connection, which: ColumnElement[bool], today: date) -> dict[ThreadId, Talk]:
    rows = db.execute(_TALKS.where(which)).all()
    known = contacts(db, {PersonId(row.student_id) for row in rows}, today) if rows else {}
    found: dict[ThreadId, Talk] = {}
    for row in rows:
        around = known.get(PersonId(row.student_id), ())
        contact = next((each for each in around if each.person == row.staff_id), None)
        found[ThreadId(row.id)] = Talk(
            thread=_thread(row),
            student=PersonName(row.student_family, row.student_given, row.student_patronymic),
            klass=row.klass or "",
            relative=_relative(row),
            staff=PersonName(row.staff_family, row.staff_given, row.staff_patronymic),
            contact=contact,
        )
    return found


def _relative(row: Any) -> Relative:
    name = PersonName(row.relative_family, row.relative_given, row.relative_patronymic)
    own = row.family_id == row.student_id
    return Relative(
        PersonId(row.family_id), name, row.sex, row.relation or "", own=own, present=own or bool(row.guards)
    )


def _thread(row: Any) -> Thread:
    return Thread(
        id=ThreadId(row.id),
        school=SchoolId(row.school_id),
        student=PersonId(row.student_id),
        family=PersonId(row.family_id),
        staff=PersonId(row.staff_id),
        role=row.role,
        family_read=row.family_read,
        staff_read=row.staff_read,
        muted=row.muted_at is not None,
        ended=row.ended_at is not None,
    )


def thread(db: Connection, key: ThreadId) -> Thread | None:
    """Give a thread, None where there is none."""
    row = db.execute(select(ThreadRow.__table__).where(ThreadRow.id == key)).first()
    return _thread(row) if row else None


def between(db: Connection, student: PersonId, family: PersonId, staff: PersonId) -> ThreadId | None:
    """Give the thread of two people about a child, None where they have not written yet."""
    query = select(ThreadRow.id).where(
        ThreadRow.student_id == student, ThreadRow.family_id == family, ThreadRow.staff_id == staff
    )
    key = db.execute(query).scalar()
    return ThreadId(key) if key else None


def of_child(db: Connection, student: PersonId, family: Collection[PersonId], today: date) -> tuple[TalkLine, ...]:
    """Give what some people of a family have written about a child, unread first, then the newest."""
    which = and_(ThreadRow.student_id == student, ThreadRow.family_id.in_(family))
    return _lines(db, which, ThreadSide.FAMILY, today)


def of_staff(db: Connection, school: SchoolId, staff: Collection[PersonId], today: date) -> tuple[TalkLine, ...]:
    """Give the threads of some people of a school's staff, unread first, then the newest; none of children with whom
    they are not to do any more (ACC-7).
    """
    which = and_(ThreadRow.school_id == school, ThreadRow.staff_id.in_(staff))
    return tuple(line for line in _lines(db, which, ThreadSide.STAFF, today) if line.talk.contact is not None)


def _lines(db: Connection, which: ColumnElement[bool], side: ThreadSide, today: date) -> tuple[TalkLine, ...]:
    found = _talks(db, which, today)
    last = select(func.max(ThreadMessageRow.id)).where(ThreadMessageRow.thread_id.in_(found))
    query = select(ThreadMessageRow).where(ThreadMessageRow.id.in_(last.group_by(ThreadMessageRow.thread_id)))
    newest = {message.thread: message for message in _messages(db, query)}
    counts = _unread(db, found, side)
    lines = [TalkLine(talk, newest[key], counts.get(key, 0)) for key, talk in found.items() if key in newest]
    return tuple(sorted(lines, key=lambda line: (not line.unread, -line.newest.id)))


def _unread(db: Connection, threads: Collection[ThreadId], side: ThreadSide) -> dict[ThreadId, int]:
    query = (
        select(ThreadRow.id, func.count())
        .join(ThreadMessageRow, ThreadMessageRow.thread_id == ThreadRow.id)
        .where(ThreadRow.id.in_(threads), _FRESH[side])
        .group_by(ThreadRow.id)
    )
    return {ThreadId(key): count for key, count in db.execute(query)}


_FRESH = {
    ThreadSide.FAMILY: and_(
        ThreadMessageRow.id > ThreadRow.family_read, ThreadMessageRow.author_id != ThreadRow.family_id
    ),
    ThreadSide.STAFF: and_(
        ThreadMessageRow.id > ThreadRow.staff_read, ThreadMessageRow.author_id != ThreadRow.staff_id
    ),
}


def unread_of(db: Connection, staff: Collection[PersonId]) -> int:
    """Count what people of the staff have not read."""
    query = (
        select(func.count())
        .select_from(ThreadRow)
        .join(ThreadMessageRow, ThreadMessageRow.thread_id == ThreadRow.id)
        .where(ThreadRow.staff_id.in_(staff), _FRESH[ThreadSide.STAFF])
    )
    count: int = db.execute(query).scalar_one()
    return count


def fresh(db: Connection, threads: Collection[ThreadId]) -> dict[tuple[ThreadId, ThreadSide], list[Message]]:
    """Give what each side of threads has not read, the oldest first."""
    side = case((ThreadMessageRow.author_id == ThreadRow.staff_id, "family"), else_="staff")
    query = (
        select(ThreadMessageRow, side.label("side"))
        .join(ThreadRow, ThreadRow.id == ThreadMessageRow.thread_id)
        .where(ThreadRow.id.in_(threads), or_(*_FRESH.values()))
        .order_by(ThreadMessageRow.id)
        .with_only_columns(*ThreadMessageRow.__table__.c, side.label("side"))
    )
    found: dict[tuple[ThreadId, ThreadSide], list[Message]] = {}
    for row in db.execute(query):
        found.setdefault((ThreadId(row.thread_id), ThreadSide(row.side)), []).append(_message(row))
    return found


def _messages(db: Connection, query: Select[Any]) -> list[Message]:
    return [_message(row) for row in db.execute(query.with_only_columns(*ThreadMessageRow.__table__.c))]


def _message(row: Any) -> Message:
    file = SentFile(row.file_kind, row.file_id, row.file_name) if row.file_kind else None
    return Message(MessageId(row.id), ThreadId(row.thread_id), PersonId(row.author_id), row.written_at, row.text, file)


def page(db: Connection, key: ThreadId, before: int) -> list[Message]:
    """Give a thread's newest messages before one (0: of all), the newest first.

    One more than a screen takes: whether there are older ones is seen by it.
    """
    query = select(ThreadMessageRow).where(ThreadMessageRow.thread_id == key)
    if before:
        query = query.where(ThreadMessageRow.id < before)
    return _messages(db, query.order_by(ThreadMessageRow.id.desc()).limit(PAGE_MESSAGES + 1))


def written_since(db: Connection, key: ThreadId, author: PersonId, since: datetime) -> int:
    """Count what somebody wrote in a thread after an instant."""
    query = select(func.count()).where(
        ThreadMessageRow.thread_id == key,
        ThreadMessageRow.author_id == author,
        ThreadMessageRow.written_at > since,
    )
    count: int = db.execute(query).scalar_one()
    return count


def complaints(db: Connection, ids: Collection[int]) -> dict[ComplaintId, Complaint]:
    """Give complaints by their ids."""
    return {each.id: each for each in _complaints(db, ThreadComplaintRow.id.in_(ids))}


def complaint_of(db: Connection, key: ThreadId) -> Complaint | None:
    """Give the newest complaint of a thread, None where nobody complained."""
    found = _complaints(db, ThreadComplaintRow.thread_id == key)
    return found[0] if found else None


def complaints_of_school(db: Connection, school: SchoolId) -> list[Complaint]:
    """Give a school's complaints, those that wait first, then the newest."""
    found = _complaints(db, ThreadComplaintRow.school_id == school)
    return sorted(found, key=lambda each: each.decided_at is not None)


def _complaints(db: Connection, which: ColumnElement[bool]) -> list[Complaint]:
    query = select(ThreadComplaintRow.__table__).where(which).order_by(ThreadComplaintRow.id.desc())
    return [_complaint(row) for row in db.execute(query)]


def _complaint(row: Any) -> Complaint:
    return Complaint(
        id=ComplaintId(row.id),
        school=SchoolId(row.school_id),
        thread=ThreadId(row.thread_id),
        filed_by=PersonId(row.filed_by),
        filed_at=row.filed_at,
        reason=row.reason,
        words=row.words,
        decision=row.decision,
        decided_at=row.decided_at,
        decided_by=PersonId(row.decided_by) if row.decided_by else None,
    )


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A message of the bot's in a chat."""

    account: AccountId
    message: int


def told_by(db: Connection, letter: SentLetter, kinds: Collection[str]) -> tuple[ThreadId, int] | None:
    """Give the thread that a letter told of and the last message that it told, by the message that somebody replies to.

    None where it told of no thread, or of several.
    """
    files = select(LetterFileRow.letter_id).where(LetterFileRow.message_id == letter.message)
    query = (
        select(LetterItemRow.subject_id, LetterItemRow.told)
        .join(LetterRow, LetterRow.id == LetterItemRow.letter_id)
        .where(LetterRow.account_id == letter.account, LetterItemRow.kind.in_(kinds))
        .where(or_(LetterRow.message_id == letter.message, LetterRow.id.in_(files)))
    )
    found = db.execute(query).all()
    return (ThreadId(found[0][0]), int(found[0][1] or 0)) if len(found) == 1 else None
