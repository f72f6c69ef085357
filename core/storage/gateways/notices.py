"""Writing notices: their words and files, whom they are for, how far they have come, who has read them (CLS-3)."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, literal, null, select, update

from core.model.homework import SentFile
from core.model.ids import GroupId, NoticeId, PersonId
from core.model.notice import Notice, NoticeAim, NoticeReaders, NoticeState
from core.storage.queries.notices import staff_of, students_of
from core.storage.rows import (
    GuardianshipRow,
    LetterItemRow,
    LetterRow,
    NoticeFileRow,
    NoticeReaderRow,
    NoticeRow,
    NoticeTargetRow,
    NoticeWordRow,
)

STOPPED = "stopped"
"""The outcome of letters that were held back by hand."""


def begin(db: Connection, draft: Notice) -> NoticeId:
    """Keep a new draft, give its id."""
    row = insert(NoticeRow).values(
        school_id=draft.school,
        author_id=draft.author,
        role=draft.role,
        klass_id=draft.klass,
        aim=draft.aim,
        readers=draft.readers,
        kind=draft.kind,
        state=draft.state,
        week=draft.week,
        created_at=draft.created_at,
    )
    return NoticeId(db.execute(row.returning(NoticeRow.id)).scalar_one())


def change(db: Connection, /, notice: NoticeId, **values: Any) -> None:
    """Give a notice other values."""
    db.execute(update(NoticeRow).where(NoticeRow.id == notice).values(**values))


def move(
    db: Connection, /, notice: NoticeId, before: Collection[NoticeState], after: NoticeState, **values: Any
) -> bool:
    """Bring a notice from one of some states into another; tells whether it was in one of them: two taps are one."""
    mine = (NoticeRow.id == notice, NoticeRow.state.in_(before))
    return db.execute(update(NoticeRow).where(*mine).values(state=after, **values)).rowcount == 1


def aim_at(
    db: Connection, notice: NoticeId, aim: NoticeAim, readers: NoticeReaders, group: GroupId | None, numbers: set[int]
) -> None:
    """Set whom a notice is for."""
    change(db, notice, aim=aim, readers=readers, group_id=group)
    db.execute(delete(NoticeTargetRow).where(NoticeTargetRow.notice_id == notice))
    if numbers:
        rows = [{"notice_id": notice, "number": number} for number in sorted(numbers)]
        db.execute(insert(NoticeTargetRow), rows)


def attach(db: Connection, notice: NoticeId, files: Sequence[SentFile]) -> None:
    """Add files to a notice."""
    if files:
        rows = [{"notice_id": notice, "kind": f.kind, "file_id": f.file_id, "name": f.name} for f in files]
        db.execute(insert(NoticeFileRow), rows)


def detach(db: Connection, notice: NoticeId) -> None:
    """Take the files away."""
    db.execute(delete(NoticeFileRow).where(NoticeFileRow.notice_id == notice))


def say(db: Connection, notice: NoticeId, student: PersonId, text: str) -> None:
    """Keep the word about one child; an empty one takes it away."""
    mine = (NoticeWordRow.notice_id == notice, NoticeWordRow.student_id == student)
    db.execute(delete(NoticeWordRow).where(*mine))
    if text:
        db.execute(insert(NoticeWordRow).values(notice_id=notice, student_id=student, text=text))


def enlist(db: Connection, notice: Notice, today: date) -> int:
    """Write down whom a notice is for as things stand now; gives how many that are. As many statements for a school as
    for a family.
    """
    if notice.aim is NoticeAim.STAFF:
        people = staff_of(notice, today)
        return _enlist(db, select(literal(notice.id, NoticeRow.id.type), people.c.person, null()))
    students = students_of(notice)
    found = 0
    if notice.readers is not NoticeReaders.STUDENTS:
        guards = select(
            literal(notice.id, NoticeRow.id.type), GuardianshipRow.guardian_id, GuardianshipRow.student_id
        ).where(GuardianshipRow.student_id.in_(select(students.c.student)), GuardianshipRow.until.is_(None))
        found += _enlist(db, guards)
    if notice.readers is not NoticeReaders.GUARDIANS:
        found += _enlist(db, select(literal(notice.id, NoticeRow.id.type), students.c.student, students.c.student))
    return found


def _enlist(db: Connection, people: Any) -> int:
    columns = ["notice_id", "person_id", "student_id"]
    return db.execute(insert(NoticeReaderRow).from_select(columns, people)).rowcount


def read(db: Connection, notice: NoticeId, people: Collection[PersonId], now: datetime) -> int:
    """Note that people have read a notice, of whichever of their children; gives in how many places that is new."""
    mine = (NoticeReaderRow.notice_id == notice, NoticeReaderRow.person_id.in_(people))
    return db.execute(
        update(NoticeReaderRow).where(*mine, NoticeReaderRow.read_at.is_(None)).values(read_at=now)
    ).rowcount


def stop(db: Connection, kind: str, notice: NoticeId, now: datetime) -> int:
    """Hold back the letters of a notice alone that have not left; gives how many."""
    other = LetterItemRow.__table__.alias("other")
    mine = select(LetterItemRow.letter_id).where(LetterItemRow.kind == kind, LetterItemRow.subject_id == notice)
    more = exists().where(other.c.letter_id == LetterRow.id, (other.c.kind != kind) | (other.c.subject_id != notice))
    waits = (LetterRow.settled_at.is_(None), LetterRow.lease_until.is_(None), LetterRow.id.in_(mine), ~more)
    return db.execute(update(LetterRow).where(*waits).values(settled_at=now, outcome=STOPPED)).rowcount
