"""Writing what is said of duties: that one is done, that some are pardoned (BEY-9)."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from core.model.duty import Pardon
from core.model.ids import PersonId, SchoolId
from core.storage.rows import DutyConfirmationRow, DutyPardonRow

_Done = DutyConfirmationRow


def confirm(db: Connection, school: SchoolId, duty: tuple[str, str], person: PersonId, at: datetime) -> int:
    """Keep a holder's word that a duty – its rule's id and its subject's key – is done; gives the row's id."""
    rule, key = duty
    row = insert(_Done).values(school_id=school, rule_id=rule, subject_key=key, person_id=person, at=at)
    made: int = db.execute(row.returning(_Done.id)).scalar_one()
    return made


def reopen(db: Connection, school: SchoolId, duty: tuple[str, str]) -> None:
    """Take the word back; the audit trail keeps that it was given."""
    rule, key = duty
    where = (_Done.school_id == school, _Done.rule_id == rule, _Done.subject_key == key)
    db.execute(delete(_Done).where(*where))


def pardon(db: Connection, school: SchoolId, given: Pardon) -> int:
    """Keep a pardon, give its id; that of the value is not looked at."""
    row = insert(DutyPardonRow).values(
        school_id=school,
        rule_id=given.rule,
        person_id=given.person,
        lesson_id=given.lesson,
        klass_id=given.klass,
        subject_key=given.subject_key,
        since=given.since,
        until=given.until,
        reason=given.reason,
        by=given.by,
        at=given.at,
    )
    made: int = db.execute(row.returning(DutyPardonRow.id)).scalar_one()
    return made


def end_pardon(db: Connection, key: int, at: datetime) -> None:
    """End a pardon before its time."""
    db.execute(
        update(DutyPardonRow).where(DutyPardonRow.id == key, DutyPardonRow.ended_at.is_(None)).values(ended_at=at)
    )
