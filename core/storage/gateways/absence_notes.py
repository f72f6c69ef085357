"""Writing notes about absences, their documents, and that a family was asked (DIA-10)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError

from core.model.absence_note import AbsenceNote, AbsenceReason, NoteState
from core.model.errors import Refusal, Stale
from core.model.homework import SentFile
from core.model.ids import AbsenceNoteId, PersonId, SchoolId
from core.storage.rows import AbsenceInquiryRow, AbsenceNoteFileRow, AbsenceNoteRow


def file(db: Connection, note: AbsenceNote) -> AbsenceNoteId:
    """Keep a new note, give its id; that of `note` is not looked at."""
    row = insert(AbsenceNoteRow).values(
        school_id=note.school,
        student_id=note.student,
        filed_by=note.filed_by,
        filed_at=note.filed_at,
        first=note.first,
        last=note.last,
        said=note.said,
        words=note.words,
        state=note.state,
        ended_at=note.ended_at,
        ended_by=note.ended_by,
    )
    key: int = db.execute(row.returning(AbsenceNoteRow.id)).scalar_one()
    return AbsenceNoteId(key)


def add_files(db: Connection, note: AbsenceNoteId, files: Sequence[SentFile], at: datetime) -> None:
    """Add documents to a note."""
    rows = [{"note_id": note, "kind": sent.kind, "file_id": sent.file_id, "received_at": at} for sent in files]
    if rows:
        db.execute(insert(AbsenceNoteFileRow), rows)


def move_files(db: Connection, notes: Collection[AbsenceNoteId], to: AbsenceNoteId) -> None:
    """Let the documents of notes belong to the one that comes in their place."""
    db.execute(update(AbsenceNoteFileRow).where(AbsenceNoteFileRow.note_id.in_(notes)).values(note_id=to))


@dataclass(frozen=True, slots=True)
class Ending:
    """How a note ends: when and by whom, with an answer in words or a reason that was found out."""

    state: NoteState
    at: datetime
    by: PersonId
    answer: str = ""
    found: AbsenceReason | None = None


def end(db: Connection, note: AbsenceNote, how: Ending) -> None:
    """Answer a note or take it back. Raises Stale when it has moved meanwhile."""
    _change(db, note, state=how.state, answer=how.answer, found=how.found, ended_at=how.at, ended_by=how.by)


def join(db: Connection, notes: Collection[AbsenceNoteId], at: datetime, by: PersonId) -> None:
    """End notes by the answer that another one for the same days got."""
    here = (AbsenceNoteRow.id.in_(notes), AbsenceNoteRow.state == NoteState.WAITING)
    joined = {"state": NoteState.JOINED, "ended_at": at, "ended_by": by}
    db.execute(update(AbsenceNoteRow).where(*here).values(**joined))


def change_last(db: Connection, note: AbsenceNote, last: date, at: datetime, *, again: bool) -> None:
    """Set a note's last day; with `again` it waits for an answer anew. Raises Stale when it has moved meanwhile."""
    waits = {"state": NoteState.WAITING, "filed_at": at, "ended_at": None, "ended_by": None} if again else {}
    _change(db, note, last=last, **waits)


def _change(db: Connection, note: AbsenceNote, **values: object) -> None:
    here = (AbsenceNoteRow.id == note.id, AbsenceNoteRow.state == note.state, AbsenceNoteRow.last == note.last)
    if not db.execute(update(AbsenceNoteRow).where(*here).values(**values)).rowcount:
        raise Stale


def ask(db: Connection, school: SchoolId, student: PersonId, day: date, by: PersonId, at: datetime) -> int:
    """Keep that a family was asked, give the question's id. Raises Refusal "note-asked" on the same day."""
    row = insert(AbsenceInquiryRow).values(school_id=school, student_id=student, day=day, asked_by=by, asked_at=at)
    try:
        key: int = db.execute(row.returning(AbsenceInquiryRow.id)).scalar_one()
    except IntegrityError as error:
        raise Refusal("note-asked") from error
    return key
