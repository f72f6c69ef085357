"""Letters that were given up: listed, sent once more, closed (NTF-1)."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, literal_column, select, update

from core.model.dead_letter import DeadLetter
from core.model.ids import LetterId, SchoolId
from core.model.people import PersonName
from core.storage.gateways.outbox import DEAD
from core.storage.rows import LetterRow, PersonRow

CLOSED = "closed"
LIVES_ON = timedelta(days=2)
"""So long a letter that is sent once more may wait."""

# A literal: only so the partial index serves.
_DEAD = LetterRow.outcome == literal_column(f"'{DEAD}'")


def of_school(db: Connection, school: SchoolId) -> tuple[DeadLetter, ...]:
    """Give the dead letters of a school, the newest first."""
    query = (
        select(
            LetterRow.id,
            LetterRow.kind,
            LetterRow.settled_at,
            LetterRow.reason,
            PersonRow.family,
            PersonRow.given,
            PersonRow.patronymic,
        )
        .outerjoin(PersonRow, PersonRow.id == LetterRow.person_id)
        .where(LetterRow.school_id == school, _DEAD)
        .order_by(LetterRow.settled_at.desc(), LetterRow.id.desc())
    )
    return tuple(
        DeadLetter(LetterId(key), kind, at, reason or "", PersonName(*name) if name[0] is not None else None)
        for key, kind, at, reason, *name in db.execute(query)
        if at is not None
    )


def school_of(db: Connection, letter: LetterId) -> SchoolId | None:
    """Give the school that a letter comes from."""
    found = db.execute(select(LetterRow.school_id).where(LetterRow.id == letter)).scalar()
    return SchoolId(found) if found is not None else None


def revive(db: Connection, letter: LetterId, now: datetime) -> bool:
    """Let a dead letter be tried anew; False when it is dead no more."""
    anew = {"settled_at": None, "outcome": "", "reason": None, "attempts": 0, "lease_until": None}
    mine = update(LetterRow).where(LetterRow.id == letter, _DEAD)
    return bool(db.execute(mine.values(**anew, due_at=now, expires_at=now + LIVES_ON)).rowcount)


def close(db: Connection, letter: LetterId) -> bool:
    """Take a dead letter off the list; False when it is dead no more."""
    return bool(db.execute(update(LetterRow).where(LetterRow.id == letter, _DEAD).values(outcome=CLOSED)).rowcount)
