"""Writing threads, their messages, and complaints (DIA-12)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import IntegrityError

from core.model.errors import Refusal, Stale
from core.model.homework import SentFile
from core.model.ids import ComplaintId, MessageId, PersonId, SchoolId, ThreadId
from core.model.people import Role
from core.model.thread import Complaint, ComplaintReason, Thread, ThreadSide
from core.storage.rows import ThreadComplaintRow, ThreadMessageRow, ThreadRow


@dataclass(frozen=True, slots=True)
class NewThread:
    """Who will write to whom about which child; the staff's side as what."""

    school: SchoolId
    student: PersonId
    family: PersonId
    staff: PersonId
    role: Role


def begin(db: Connection, new: NewThread, at: datetime) -> ThreadId:
    """Keep a thread, give its id."""
    row = insert(ThreadRow).values(
        school_id=new.school,
        student_id=new.student,
        family_id=new.family,
        staff_id=new.staff,
        role=new.role,
        last_at=at,
    )
    key: int = db.execute(row.returning(ThreadRow.id)).scalar_one()
    return ThreadId(key)


def write(
    db: Connection, thread: Thread, side: ThreadSide, what: tuple[str, SentFile | None], at: datetime
) -> MessageId:
    """Keep a message of one side, give its id. Whatever the staff writes opens an ended thread again."""
    text, file = what
    row = insert(ThreadMessageRow).values(
        thread_id=thread.id,
        author_id=thread.person(side),
        written_at=at,
        text=text,
        file_kind=file.kind if file else None,
        file_id=file.file_id if file else "",
        file_name=file.name if file else "",
    )
    key: int = db.execute(row.returning(ThreadMessageRow.id)).scalar_one()
    values: dict[str, object] = {"last_at": at}
    if side is ThreadSide.STAFF:
        values["ended_at"] = None
    db.execute(update(ThreadRow).where(ThreadRow.id == thread.id).values(**values))
    return MessageId(key)


_READ = {ThreadSide.FAMILY: "family_read", ThreadSide.STAFF: "staff_read"}


def read(db: Connection, thread: Thread, side: ThreadSide, until: MessageId) -> None:
    """Note that a side has read up to a message."""
    db.execute(update(ThreadRow).where(ThreadRow.id == thread.id).values({_READ[side]: until}))


def mute(db: Connection, thread: Thread, at: datetime | None) -> None:
    """Stop the letters of a thread to the staff's side, or let them come again (None)."""
    db.execute(update(ThreadRow).where(ThreadRow.id == thread.id).values(muted_at=at))


def end(db: Connection, thread: Thread, at: datetime) -> None:
    """Close a thread to the family's side."""
    db.execute(update(ThreadRow).where(ThreadRow.id == thread.id).values(ended_at=at))


def complain(
    db: Connection, thread: Thread, by: PersonId, what: tuple[ComplaintReason, str], at: datetime
) -> ComplaintId:
    """Keep a complaint, give its id. Raises Refusal "complaint-open" while another one waits."""
    reason, words = what
    row = insert(ThreadComplaintRow).values(
        school_id=thread.school, thread_id=thread.id, filed_by=by, filed_at=at, reason=reason, words=words
    )
    try:
        key: int = db.execute(row.returning(ThreadComplaintRow.id)).scalar_one()
    except IntegrityError as error:
        raise Refusal("complaint-open") from error
    return ComplaintId(key)


def decide(db: Connection, complaint: Complaint, words: str, by: PersonId, at: datetime) -> None:
    """Record the decision on a complaint. Raises Stale when there is one already."""
    here = (ThreadComplaintRow.id == complaint.id, ThreadComplaintRow.decided_at.is_(None))
    values = {"decision": words, "decided_at": at, "decided_by": by}
    if not db.execute(update(ThreadComplaintRow).where(*here).values(**values)).rowcount:
        raise Stale
